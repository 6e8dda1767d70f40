"""Words in one spelling, and the amounts among them as values with their units.

"25", "twenty-five" and "twenty five" are one amount, "5%", "5 percent" and
"five per cent" are one, "3 million" is not "3".  Words that are no part of an
amount are given in one spelling, so that two wordings can be compared as
sequences.  Nothing is computed beyond what the words say: no conversion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.language.wordforms import IN_FULL, NUMBER_WORDS, ORDINAL_VALUES, SCALES, spelling

__all__ = ["Amount", "amounts", "plain"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A value and what it counts by: empty, ``ordinal``, ``percent``, ``share`` or a currency."""

    value: float
    unit: str = ""


Atom = str | Amount

_TIMES = {"twice": "two", "thrice": "three"}
_ROMAN = {"ii": 2.0, "iii": 3.0, "iv": 4.0, "vi": 6.0, "vii": 7.0, "viii": 8.0, "ix": 9.0}
_SHARES = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}
_CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
_MONEY = {word + s: word for word in _CURRENCIES.values() for s in ("", "s")}
_LETTERS = {
    "k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"
}  # fmt: skip
_NUMERAL = re.compile(
    r"^(?P<money>[a-z]{0,3}[$£€¥])?(?P<digits>[0-9][0-9,]*+(?:\.[0-9]+)?+)(?P<suffix>%|[a-z]{1,2})?$"
)
_PLAIN_NUMERAL = re.compile(r"^(?P<digits>[0-9][0-9,]*+(?:\.[0-9]+)?+)(?P<ordinal>st|nd|rd|th)?$")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_COUNTRIES: dict[tuple[str, ...], str] = {
    ("united", "states"): "u.s.",
    ("united", "kingdom"): "u.k.",
    ("european", "union"): "e.u.",
}
_MULTIPLES = SCALES | {"dozen": 12}
_AND_WITHIN = 100
"""A scale from which on "and" goes on with the same number ("a hundred and fifty")."""


def plain(keys: Sequence[str]) -> tuple[Atom, ...]:
    """Folded words in one spelling, their amounts read.

    >>> plain(["twenty-five", "per", "cent"]) == plain(["25%"])
    True
    >>> plain(["dr", "quill"]) == plain(["doctor", "quill"]), plain(["three"]) == plain(["third"])
    (True, False)
    """
    words = [part for at, key in enumerate(keys) for part in _parts(key, keys, at)]
    out: list[Atom] = []
    at = 0
    while at < len(words):
        atom, at = _read(words, at)
        out.append(atom)
    return tuple(out)


def amounts(keys: Sequence[str]) -> list[Amount]:
    """The amounts among folded words, in order.

    >>> amounts(["3", "million", "of", "the", "$5"])
    [Amount(value=3000000.0, unit=''), Amount(value=5.0, unit='dollar')]
    """
    return [atom for atom in plain(keys) if isinstance(atom, Amount)]


def _parts(key: str, keys: Sequence[str], at: int) -> list[str]:
    """The pieces of one written word: number words at its head, a sign before or behind a numeral."""
    if key == "cent" and at and keys[at - 1] == "per":
        return []
    if key == "per" and list(keys[at + 1 : at + 2]) == ["cent"]:
        return ["percent"]
    if key in _TIMES:
        return [_TIMES[key], "times"]
    if at and (keys[at - 1], key) in _COUNTRIES:
        return []
    if (country := _COUNTRIES.get((key, *keys[at + 1 : at + 2]))) is not None:
        return [country]
    head, _, rest = key.partition("-")
    if rest and (head in NUMBER_WORDS or head in ORDINAL_VALUES):
        return [head, *rest.split("-")]
    if rest and at and keys[at - 1].isdecimal():
        return key.split("-")
    match = _NUMERAL.match(key)
    if match is None:
        return [key]
    suffix = match["suffix"] or ""
    scale = {"%": "percent"}.get(suffix) or _LETTERS.get(suffix)
    if suffix and scale is None and suffix not in _ORDINAL_ENDINGS:
        return [key]
    digits = match["digits"] + (suffix if suffix in _ORDINAL_ENDINGS else "")
    return [*([match["money"][-1]] if match["money"] else []), digits, *([scale] if scale else [])]


def _read(words: Sequence[str], at: int) -> tuple[Atom, int]:
    """The amount or word that starts there, and where the next one does."""
    if words[at] in _SHARES:
        return Amount(_SHARES[words[at]], "share"), at + 1
    money = _CURRENCIES.get(words[at], "")
    first = at + bool(money)
    value, ordinal, after = _value(words, first)
    if value is None:
        return _word(words[at]), at + 1
    if ordinal:
        return Amount(value, "ordinal"), after
    behind = words[after] if after < len(words) else ""
    unit = money or _MONEY.get(behind, "") or ("percent" if behind == "percent" else "")
    return Amount(value, unit), after + bool(unit and not money)


def _word(word: str) -> str:
    return spelling(IN_FULL.get(word, word))


def _value(words: Sequence[str], at: int) -> tuple[float | None, bool, int]:
    """The number that starts there: its value, whether it is ordinal, where it ends."""
    if words[at : at + 1] == ["a"] and at + 1 < len(words) and words[at + 1] in _MULTIPLES:
        at += 1
    total, part, start = 0.0, None, at
    while at < len(words):
        found = _number(words[at])
        if found is None:
            goes_on = words[at] == "and" and part is not None and part >= _AND_WITHIN
            if not (goes_on and at + 1 < len(words) and (words[at + 1] in NUMBER_WORDS)):
                break
            at += 1
            continue
        value, ordinal = found
        if words[at] in _MULTIPLES:
            part = (1.0 if part is None else part) * value
            if value > _AND_WITHIN:
                total, part = total + part, 0.0
        elif part is None or _adds(part, value, words[at]):
            part = (part or 0.0) + value
        else:
            break
        at += 1
        if ordinal:
            return total + part, True, at
    return (None, False, start) if part is None else (total + part, False, at)


def _adds(part: float, value: float, word: str) -> bool:
    """Whether the word goes on with the number ("twenty" and "five"), rather than begins another."""
    if not word.isalpha():
        return False
    last = part % 100
    return part == 0.0 or (last == 0 and value < 100) or (last >= 20 and last % 10 == 0 and value < 10)


def _number(word: str) -> tuple[float, bool] | None:
    """Value of one word or numeral, and whether it is ordinal."""
    if word in NUMBER_WORDS:
        return float(NUMBER_WORDS[word]), False
    if word in ORDINAL_VALUES:
        return float(ORDINAL_VALUES[word]), True
    if word in _ROMAN:
        return _ROMAN[word], False
    match = _PLAIN_NUMERAL.match(word)
    return None if match is None else (float(match["digits"].replace(",", "")), bool(match["ordinal"]))
