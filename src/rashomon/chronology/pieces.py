"""The parts that expressions of time are made of: figures, years, days of a month, times of day.

Productions only (`grammar` says how they are read); `phrases` puts them together.
"""

from __future__ import annotations

from typing import NamedTuple

from rashomon.chronology.grammar import Production
from rashomon.chronology.readings import Portion
from rashomon.chronology.words import HOLIDAYS

__all__ = ["PIECES", "Count", "hour_of"]


class Count(NamedTuple):
    """A figure: at least, at most, and whether the words give none (“several”)."""

    least: float
    most: float
    vague: bool = False


_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_LAST_DAY, _LAST_HOUR, _LAST_MINUTE = 31, 24, 59
_NOON = 12
_MINUTES = 60
_SMALL = 6  # up to this hour “at night” is after midnight
_CENTURY = 100
_SINGLE = 10  # the first figure of two digits


def _year(digits: int) -> int | None:
    return digits if _FIRST_YEAR <= digits <= _LAST_YEAR else None


def _spelt_year(hundreds: int, rest: int) -> int | None:
    """“nineteen ninety”: 1990."""
    return hundreds * _CENTURY + rest if hundreds in (18, 19, 20) and _SINGLE <= rest < _CENTURY else None


def _spelt_long_year(hundreds: int, tens: int, ones: int) -> int | None:
    """“nineteen ninety-seven”: 1997."""
    if tens % _SINGLE or not 0 < ones < _SINGLE:
        return None
    return _spelt_year(hundreds, tens + ones) if tens > _SINGLE else None


def _thousands(thousands: int, scale: int, rest: int | None = None) -> int | None:
    """“two thousand”, “two thousand eight”."""
    if thousands != 2 or scale != 1000 or (rest or 0) >= _CENTURY:
        return None
    return thousands * scale + (rest or 0)


def _day(digits: int, *_: object) -> int | None:
    return digits if 1 <= digits <= _LAST_DAY else None


def _clock(hour: int, minute: int | None, half: int) -> tuple[int, int] | None:
    if not 1 <= hour <= _NOON or (minute or 0) > _LAST_MINUTE:
        return None
    return hour % _NOON + half, minute or 0


def _full_clock(hour: int, minute: int) -> tuple[int, int] | None:
    return (hour, minute) if hour < _LAST_HOUR and minute <= _LAST_MINUTE else None


def _oclock(hour: int) -> tuple[int, int] | None:
    return (hour % _NOON, 0) if 1 <= hour <= _NOON else None


def _hour(hour: int) -> tuple[int, int] | None:
    return (hour, 0) if 1 <= hour <= _NOON else None


def _past(minutes: int, hour: tuple[int, int]) -> tuple[int, int]:
    """So many minutes past (or, below zero, to) the hour, still of twelve hours."""
    at = hour[0] % _NOON * _MINUTES + minutes
    return at // _MINUTES % _NOON or _NOON, at % _MINUTES


def _minutes(count: Count, sign: int, hour: tuple[int, int]) -> tuple[int, int] | None:
    whole = count.least == count.most == int(count.least) and 0 < count.least < _MINUTES
    return _past(sign * int(count.least), hour) if whole else None


def hour_of(clock: tuple[int, int], part: str) -> tuple[int, int] | None:
    """The hour of a part of the day: “three in the morning”, “nine in the evening”, “one at night”."""
    hour, minute = clock[0] % _NOON, clock[1]
    if part == "morning":
        return hour, minute
    if part in ("afternoon", "evening"):
        return hour + _NOON, minute
    return (hour, minute) if hour < _SMALL else (hour + _NOON, minute) if part == "night" else None


def _from(fixed: int, hours: float, sign: int) -> tuple[int, int] | None:
    """“An hour before midnight”: a clock time so far from a fixed one."""
    at = fixed * _MINUTES + round(sign * hours * _MINUTES)
    return at // _MINUTES % _LAST_HOUR, at % _MINUTES


def _few(digits: float) -> Count:
    return Count(digits, digits)


def _tens(tens: int, ones: int) -> Count | None:
    return Count(tens + ones, tens + ones) if tens >= 2 * _SINGLE and ones < _SINGLE else None


def _scaled(count: int | None, scale: int) -> Count | None:
    value = (count or 1) * scale
    return Count(value, value) if scale in (100, 1000) and (count or 1) < _CENTURY else None


def _to(first: Count, last: Count) -> Count | None:
    return Count(first.least, last.most, first.vague or last.vague) if first.most <= last.most else None


def _halved(count: Count) -> Count:
    return Count(count.least + 0.5, count.most + 0.5, count.vague)


def _about(_: object, count: Count) -> Count:
    return Count(count.least, count.most, True)


_SOME = Count(2, 9, True)

_YEARS = (
    Production("year", "FOUR", _year),
    Production("year", "CARDINAL -? CARDINAL", _spelt_year),
    Production("year", "CARDINAL -? CARDINAL -? CARDINAL", _spelt_long_year),
    Production("year", "CARDINAL CARDINAL", _thousands),
    Production("year", "CARDINAL CARDINAL CARDINAL", _thousands),
)

_DAYS = (
    Production("daynum", "SHORT", _day),
    Production("daynum", "SHORT SUFFIX", _day),
    Production("ordinal", "ORDINAL", lambda value: value),
    Production("ordinal", "SHORT SUFFIX", lambda value, _: value),
    Production("month", "MONTH", lambda month: month),
    Production("month", "SHORTMONTH", lambda month: month),
    *(Production("feast", " ".join(words), lambda day=day: day) for words, day in HOLIDAYS.items()),
)

_COUNTS = (
    Production("figure", "CARDINAL", _few),
    Production("figure", "CARDINAL -? CARDINAL", _tens),
    Production("figure", "CARDINAL CARDINAL", _scaled),
    Production("figure", "a CARDINAL", lambda scale: _scaled(None, scale)),
    Production("figure", "NUMBER", _few),
    Production("figure", "NUMBER . NUMBER", lambda whole, part: _few(float(f"{whole}.{part}"))),
    Production("count", "<figure>", lambda count: count),
    Production("count", "a|an|one", lambda: _few(1)),
    Production("count", "a couple of?", lambda: Count(2, 3, True)),
    Production("count", "several|some|many|numerous", lambda: _SOME),
    Production("count", "a few more?", lambda: _SOME),
    Production("count", "a number of", lambda: _SOME),
    Production("count", "half a|an", lambda: _few(0.5)),
    Production("count", "<figure> or|to|- <figure>", _to),
    Production("count", "<figure> and a half", _halved),
    Production("count", "one and a half", lambda: _few(1.5)),
    Production("count", "less|fewer than <figure>", lambda count: Count(0, count.most, True)),
    Production("count", "more than <figure>", lambda count: Count(count.least, 2 * count.most, True)),
    Production("count", "more than a", lambda: Count(1, 2, True)),
    Production("count", "at least <figure>", lambda count: Count(count.least, 2 * count.most, True)),
    Production("count", "over <figure>", lambda count: Count(count.least, 2 * count.most, True)),
    Production("count", "ABOUT <figure>", _about),
    Production("count", "ABOUT a|an", lambda _: Count(1, 1, True)),
)

_CLOCKS = (
    Production("clock", "SHORT HALF", lambda hour, half: _clock(hour, 0, half)),
    Production("clock", "SHORT :|. TWO HALF", _clock),
    Production("clock", "SHORT : TWO", _full_clock),
    Production("clock", "<oclock>", lambda clock: clock),
    Production("oclock", "CARDINAL o '|’ clock", _oclock),
    Production("oclock", "SHORT o '|’ clock", _oclock),
    Production("clock", "<clocked> <zone>", lambda clock, _: clock),
    Production("hour", "CARDINAL", _hour),
    Production("hour", "SHORT", _hour),
    Production("hour", "<oclock>", lambda clock: clock),
    Production("hourly", "<hour>", lambda hour: hour),
    Production("hourly", "<sharp>", lambda clock: clock),
    Production("sharp", "SHORT :|. TWO", lambda hour, minute: _clock(hour, minute, 0)),
    Production("sharp", "half past <hour>", lambda hour: _past(30, hour)),
    Production("sharp", "a? quarter past <hour>", lambda hour: _past(15, hour)),
    Production("sharp", "a? quarter to <hour>", lambda hour: _past(-15, hour)),
    Production("sharp", "<figure> minutes? past <hour>", lambda count, hour: _minutes(count, 1, hour)),
    Production("sharp", "<figure> minutes? to <hour>", lambda count, hour: _minutes(count, -1, hour)),
    Production("clock", "<hourly> in the DAYPART", hour_of),
    Production("clock", "<hourly> at night", lambda hour: hour_of(hour, "night")),
    *(
        Production(
            "clock", f"{span} {way} {name}", lambda *told, s=sign, at=at, of=hours: _from(at, of(*told), s)
        )
        for name, at in (("midnight", 24), ("noon", 12))
        for way, sign in (("before|to", -1), ("after|past", 1))
        for span, hours in (
            ("<figure> minutes", lambda count: count.least / _MINUTES),
            ("<figure> hours", lambda count: count.least),
            ("an|one hour", lambda: 1.0),
            ("half an hour", lambda: 0.5),
            ("a quarter of an hour", lambda: 0.25),
        )
    ),
    Production("clocked", "SHORT HALF", lambda hour, half: _clock(hour, 0, half)),
    Production("clocked", "SHORT :|. TWO HALF", _clock),
    Production("clocked", "SHORT : TWO", _full_clock),
    Production("clocked", "noon", lambda: (_NOON, 0)),
    Production("clock", "noon", lambda: (_NOON, 0)),
    Production("clock", "midnight", lambda: (0, 0)),
    Production("zonename", "gmt|utc|bst|est|edt|et|cst|cdt|mst|mdt|pst|pdt|pt|cet|cest|ist", lambda: True),
    Production("zonename", "local time", lambda: True),
    Production("zone", "( <zonename> )", lambda zone: zone),
    Production("zone", "<zonename>", lambda zone: zone),
    Production("zonename", "eastern|pacific|central time?", lambda: True),
)

_PORTIONS = (
    Production("portion", "early -?", lambda: Portion.EARLY),
    Production("portion", "mid -?", lambda: Portion.MID),
    Production("portion", "late -?", lambda: Portion.LATE),
    Production("portion", "the? beginning|start|opening of", lambda: Portion.EARLY),
    Production("portion", "the? middle of", lambda: Portion.MID),
    Production("portion", "the? end|close of", lambda: Portion.LATE),
    Production("portion", "the? first half of", lambda: Portion.FIRST_HALF),
    Production("portion", "the? second half of", lambda: Portion.SECOND_HALF),
    Production("portion", "early in", lambda: Portion.EARLY),
    Production("portion", "late in", lambda: Portion.LATE),
    Production("portion", "earlier|later in", lambda: Portion.SOME),
    Production("portion", "earlier|later", lambda: Portion.SOME),
)

_SIDES = (
    Production("side", "last", lambda: -1),
    Production("side", "this", lambda: 0),
    Production("side", "this past", lambda: -1),
    Production("side", "next|coming", lambda: 1),
    Production("side", "this coming", lambda: 1),
)

PIECES: tuple[Production, ...] = (*_YEARS, *_DAYS, *_COUNTS, *_CLOCKS, *_PORTIONS, *_SIDES)
