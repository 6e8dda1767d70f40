"""Which gender a given name is nearly always of, by the lists of the Faker package.

The lists are Faker's own, by country; no other code of it runs.  Names of the
English-speaking countries decide first, so that *Andrea* and *Jean* are read as
an English paper means them; a name that lists give to both, or that is not in
the alphabet of English news, tells nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from functools import cache

from rashomon.language.shortforms import ROWS, SHORT_FORMS, SPELLINGS
from rashomon.language.tokens import fold

__all__ = ["given_name", "one_given_name"]

_FEWEST = 3  # letters of a short form that only cuts the name

_ENGLISH = ("en_US", "en_GB", "en_IE", "en_NZ")
_OTHERS = (
    "cs_CZ da_DK de_DE en_IN en_KE en_NG es_ES es_MX et_EE fi_FI fr_FR ga_IE hr_HR hu_HU id_ID is_IS it_IT "
    "lv_LV nl_NL no_NO pl_PL pt_BR ro_RO sk_SK sl_SI sv_SE sw tr_TR uz_UZ yo_NG ha_NG ig_NG zu_ZA az_AZ"
).split()
_MUCH = 8.0  # so many times as often of one gender as of the other


def given_name(word: str, *, english: bool = False) -> str | None:
    """``he`` or ``she`` for a given name that is nearly always of one gender, else None.

    Args:
        word: the name.
        english: whether only the lists of English-speaking countries are asked.

    >>> given_name("Henry"), given_name("Mary"), given_name("Robin"), given_name("Rask")
    ('he', 'she', None, None)
    """
    low = fold(word)
    for he, she in _lists()[: 1 if english else 2]:
        if low in he or low in she:
            return _mostly(he.get(low, 0.0), she.get(low, 0.0))
    return None


def _mostly(he: float, she: float) -> str | None:
    if he >= _MUCH * she:
        return "he"
    return "she" if she >= _MUCH * he else None


def one_given_name(one: str, other: str) -> bool:
    """Whether one of two given names is the other's short form, or the same.

    >>> one_given_name("Greg", "Gregory"), one_given_name("William", "Bill"), one_given_name("Ann", "Bo")
    (True, True, False)
    """
    short, long = sorted((fold(one), fold(other)), key=len)
    cut = len(short) >= _FEWEST and long.startswith(short)
    rows = SHORT_FORMS.get(short, frozenset()) & SHORT_FORMS.get(long, frozenset())
    return cut or any(ROWS[row][0] in (short, long) for row in rows - SPELLINGS)


Weights = Mapping[str, float]


@cache
def _lists() -> tuple[tuple[Weights, Weights], ...]:
    return tuple((_gathered(part, "male"), _gathered(part, "female")) for part in (_ENGLISH, _OTHERS))


def _gathered(countries: Iterable[str], which: str) -> Weights:
    """The names of these countries, each with its share of the list where it is most frequent."""
    out: dict[str, float] = {}
    for country in countries:
        provider = importlib.import_module(f"faker.providers.person.{country}").Provider
        listed = getattr(provider, f"first_names_{which}", ())
        weights = dict(listed) if isinstance(listed, Mapping) else dict.fromkeys(listed, 1.0)
        whole = sum(weights.values())
        for name, weight in weights.items():
            out[fold(name)] = max(out.get(fold(name), 0.0), weight / whole)
    return out
