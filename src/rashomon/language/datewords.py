"""Words that say when: weekdays, months, years, days of a month, days seen from today, as tables.

Only for telling whether two wordings name different times; nothing is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.language.wordforms import IN_FULL, ORDINAL_VALUES

__all__ = ["dates_in"]

_DAYS = frozenset("yesterday today tomorrow tonight".split())
_SIDES = frozenset("last next this past coming previous following".split())
_SPANS = frozenset(
    "week month year weekend spring summer autumn fall winter night morning evening afternoon".split()
)
_YEAR = re.compile(r"^(?:1[5-9]|20)[0-9]{2}$")
_DAY = re.compile(r"^(?:[12]?[0-9]|3[01])(?:st|nd|rd|th)?$")
_BEFORE_YEARS = frozenset("in since by until till from of during before after through and to between".split())
_COUNTED = 2


def dates_in(words: Sequence[str]) -> list[tuple[str, str]]:
    """What the words say of days and years: kind and value of each, as far as they tell by themselves.

    Args:
        words: as they stand, since *May* and *March* are months by their capital.

    >>> dates_in("on Monday , 3 May 2019".split())
    [('weekday', 'monday'), ('day', '3'), ('month', 'may'), ('year', '2019')]
    >>> dates_in("they may march last week".split())
    [('side', 'last')]
    """
    low = [IN_FULL.get(word.casefold(), word.casefold()) for word in words]
    return [found for at in range(len(words)) for found in _date_at(words, low, at)]


def _date_at(words: Sequence[str], low: Sequence[str], at: int) -> Iterator[tuple[str, str]]:
    word, behind = low[at], low[at + 1] if at + 1 < len(low) else ""
    if word.removesuffix("s") in WEEKDAYS:
        yield "weekday", word.removesuffix("s")
    elif word in MONTHS and words[at][:1].isupper():
        yield "month", word
    elif word in _DAYS:
        yield "day seen from today", word
    elif word in _SIDES and (behind in _SPANS or behind in WEEKDAYS or behind in MONTHS):
        yield "side", word
    elif _YEAR.match(word) and _is_year(low, at):
        yield "year", word
    elif _DAY.match(word) or word in ORDINAL_VALUES:
        yield from _day(words, low, at)


def _is_year(low: Sequence[str], at: int) -> bool:
    """Whether four digits are a year: a preposition or month before, or nothing counted behind."""
    before, behind = low[at - 1] if at else "", low[at + 1] if at + 1 < len(low) else ""
    return (
        before in _BEFORE_YEARS or before in MONTHS or not (behind.endswith("s") and len(behind) > _COUNTED)
    )


def _day(words: Sequence[str], low: Sequence[str], at: int) -> Iterator[tuple[str, str]]:
    """A number right beside a month, or with "of" between them."""
    around = [at - 1, at + 1, at + 2 if low[at + 1 : at + 2] == ["of"] else at + 1]
    if any(0 <= i < len(low) and low[i] in MONTHS and words[i][:1].isupper() for i in around):
        value = ORDINAL_VALUES.get(low[at])
        yield "day", str(value) if value is not None else low[at].rstrip("stndrh")
