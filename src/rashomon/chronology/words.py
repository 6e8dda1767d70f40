"""What single words are in expressions of time, as tables.

A token is a word, a run of digits or a mark; `classes_of` tells what it may
be: a month, a weekday, a unit, a part of the day ... A word can be several
things (“second”, “fall”); the grammar sorts them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.language.wordforms import NUMBER_WORDS, ORDINAL_VALUES

__all__ = ["HOLIDAYS", "Word", "classes_of", "words_of"]


class Word(NamedTuple):
    """A token: as it stands, folded without its full stop, and its place in the text."""

    text: str
    low: str
    start: int
    end: int


_SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9,
                 "oct": 10, "nov": 11, "dec": 12}  # fmt: skip
_SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3,
               "fri": 4, "sat": 5, "sun": 6}  # fmt: skip

_TOKEN = re.compile(
    rf"(?P<half>[ap]\.\ ?m\.|[ap]m\b)|(?:{'|'.join([*_SHORT_MONTHS, *_SHORT_DAYS])})\.(?=\s|\d)"
    r"|[^\W\d_]+|\d+|[^\w\s]|_",
    re.IGNORECASE,
)


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The tokens of a stretch; “Monday's” is three, “Oct.” and “p.m.” are one.

    >>> [word.low for word in words_of("On Oct. 7 at 9 p.m., mid-1996", 0, 29)]
    ['on', 'oct', '7', 'at', '9', 'p.m.', ',', 'mid', '-', '1996']
    """
    return [
        Word(m[0], m[0].lower() if m["half"] else _folded(m[0]), m.start(), m.end())
        for m in _TOKEN.finditer(text, start, end)
    ]


def _folded(word: str) -> str:
    low = word.lower()
    return low[:-1] if len(low) > 1 and low.endswith(".") else low


_MONTH_OF = {name: number for number, name in enumerate(MONTHS, start=1)} | _SHORT_MONTHS
_DAY_OF = {name: number for number, name in enumerate(WEEKDAYS)} | _SHORT_DAYS
_CAPITAL = frozenset(
    ["may", "august", "march", "mar", "jan", "jun", "dec", "sat", "sun", "mon", "wed", "fri", "thu", "tue"]
)
"""Words of the two tables above that are times by their capital only."""
_ABBREVIATED = frozenset(["mar", "jun", "sat", "sun", "mon", "wed", "fri", "thu", "tue", "thur"])
"""And these by their full stop, or as months by the number that follows."""

_UNITS = {"second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night",
          "morning": "morning", "evening": "evening", "afternoon": "afternoon", "week": "week",
          "weekend": "weekend", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
          "year": "year", "decade": "decade", "century": "century"}  # fmt: skip
_PLURALS = {"centuries": "century"} | {f"{unit}s": unit for unit in _UNITS if unit != "century"}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS_OF_DAY = frozenset(
    "morning afternoon evening night midday noontime dawn dusk daybreak nightfall".split()
)
_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
            "eighties": 8, "nineties": 9}  # fmt: skip
_ABOUT = frozenset("about around approximately roughly circa nearly almost some".split())

HOLIDAYS: dict[tuple[str, ...], tuple[int, int]] = {
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'", "s", "day"): (1, 1),
    ("new", "year", "'", "s", "eve"): (12, 31),
    ("new", "year", "’", "s", "day"): (1, 1),
    ("new", "year", "’", "s", "eve"): (12, 31),
    ("valentine", "'", "s", "day"): (2, 14),
    ("valentine", "’", "s", "day"): (2, 14),
    ("halloween",): (10, 31),
    ("independence", "day"): (7, 4),
    ("veterans", "day"): (11, 11),
    ("armistice", "day"): (11, 11),
    ("bastille", "day"): (7, 14),
    ("may", "day"): (5, 1),
}
"""Feasts that fall on one day of the year; those that move are left alone."""


def classes_of(word: Word) -> dict[str, int | str]:
    """What the word may be, with its value: ``{"MONTH": 5}``; the same dictionary for the same word."""
    return _classes(word.low, word.text[:1].isupper(), word.text.endswith("."))


@lru_cache(maxsize=1 << 14)
def _classes(low: str, capital: bool, stopped: bool) -> dict[str, int | str]:
    return dict(_each(low, capital, stopped))


def _each(low: str, capital: bool, stopped: bool) -> Iterator[tuple[str, int | str]]:
    if low.isdigit() and low.isascii():
        yield from _digits(low)
        return
    named = low not in _CAPITAL or capital
    if named and low in _MONTH_OF:
        yield "MONTH" if stopped or low not in _ABBREVIATED else "SHORTMONTH", _MONTH_OF[low]
    if named and low in _DAY_OF and (stopped or low not in _SHORT_DAYS):
        yield "WEEKDAY", _DAY_OF[low]
    if low in NUMBER_WORDS:
        yield "CARDINAL", NUMBER_WORDS[low]
    if low in ORDINAL_VALUES:
        yield "ORDINAL", ORDINAL_VALUES[low]
    for name, table in _TABLES:
        if low in table:
            yield name, table[low]


def _digits(low: str) -> Iterator[tuple[str, int | str]]:
    """What a run of digits may be, by its length and value."""
    value = int(low) if len(low) <= len("2024") else 0
    if not value and low not in ("0", "00", "000"):
        return
    if len(low) <= len("24"):
        yield "SHORT", value
    if len(low) == len("24"):
        yield "TWO", value
    if len(low) == len("2024"):
        yield "FOUR", value
    if len(low) < len("2024"):
        yield "NUMBER", value


_TABLES: tuple[tuple[str, dict[str, int | str]], ...] = (
    ("UNIT", {**_UNITS}),
    ("UNITS", {**_PLURALS}),
    ("SEASON", {**_SEASONS}),
    ("DAYPART", {part: part for part in _PARTS_OF_DAY}),
    ("DECADE", {**_DECADES}),
    ("ABOUT", dict.fromkeys(_ABOUT, 1)),
    ("HALF", {"a.m.": 0, "am": 0, "p.m.": 12, "pm": 12, "a. m.": 0, "p. m.": 12}),
    ("SUFFIX", dict.fromkeys(("st", "nd", "rd", "th"), 1)),
)
