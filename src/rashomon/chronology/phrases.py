"""Expressions of time put together: the productions of whole phrases, each with its rule.

Every rule is a line of the table in ``docs/chronology.md``.  What an expression
counts from is not known here; `settle` finds it.
"""

from __future__ import annotations

from rashomon.chronology.counted import COUNTED, TOLD_FROM_EVENTS
from rashomon.chronology.grammar import Production
from rashomon.chronology.named import BY_NAME
from rashomon.chronology.pieces import hour_of
from rashomon.chronology.readings import (
    About,
    Before,
    Between,
    Daily,
    Inside,
    Named,
    Origin,
    Part,
    Portion,
    Reading,
    Shift,
    Vague,
)

__all__ = ["PHRASES"]

_NOON = 12
_WHOLES = frozenset("week month year decade century".split())


def _side_of_day(side: int, word: str) -> Daily | None:
    """“Last night”, “this morning”."""
    return Daily(of=Shift(unit="day", least=side, most=side), word=word) if side <= 0 else None


def _daily(day: Reading, word: str) -> Daily:
    return Daily(of=day, word=word)


def _day_behind(word: str, day: Reading) -> Daily:
    return Daily(of=day, word=word)


def _night_to(day: Reading) -> Between | None:
    """“The night to Monday”: Sunday and Monday."""
    return Between(first=Before(of=day), last=day) if isinstance(day, Named) else None


def _inside_season(season: int, outer: Reading) -> Inside:
    return Inside(inner=Named(part=season), outer=outer)


def _inside_month(month: int, outer: Reading) -> Inside:
    return Inside(inner=Named(part=month), outer=outer)


def _inside_day(day: int, outer: Reading) -> Inside:
    return Inside(inner=Named(weekday=day), outer=outer)


def _part(portion: Portion, of: Reading) -> Part | None:
    return None if isinstance(of, Part | Vague) else Part(portion=portion, of=of)


def _part_of_this(portion: Portion, unit: str) -> Part | None:
    """“The end of the year”, “later in the week”: of the one in which it is written."""
    return _part(portion, Shift(unit=unit, least=0, most=0)) if unit in _WHOLES else None


def _clocked(clock: tuple[int, int], of: Reading | None = None) -> Daily:
    """“Four o'clock on Tuesday”; on Tuesday afternoon it is 16:00."""
    if isinstance(of, Daily) and clock[0] < _NOON:
        clock = hour_of(clock, of.word or "") or clock
    return Daily(of=of, clock=clock)


def _clocked_part(clock: tuple[int, int], day: Reading, part: str) -> Daily | None:
    """“4.12 on Tuesday morning”."""
    at = hour_of(clock, part)
    return Daily(of=day, clock=at) if at else None


def _between(first: Reading, last: Reading) -> Between | None:
    """Two of one kind; a day or month of the first takes the year of the second."""
    return Between(first=first, last=last) if type(first) is type(last) else None


def _days_of(first: int, last: int, month: int, year: int | None = None) -> Between | None:
    if first >= last:
        return None
    return Between(first=Named(part=month, day=first, year=year), last=Named(part=month, day=last, year=year))


def _days_in(month: int, first: int, last: int, year: int | None = None) -> Between | None:
    return _days_of(first, last, month, year)


def _years(first: int, last: int) -> Between | None:
    return Between(first=Named(year=first), last=Named(year=last)) if first < last else None


def _short_years(first: int, last: int) -> Between | None:
    return _years(first, first - first % 100 + last)


_OF = "day monthly yearly seasonal quarterly era shifted today".split()

_PUT_TOGETHER = (
    *(Production("time", f"<{symbol}>", lambda reading: reading) for symbol in (*_OF, "season")),
    *(Production("time", f"<{symbol}>", lambda reading: reading) for symbol in ("narrated", "overnight")),
    Production("time", "<clock>", _clocked, "clock"),
    Production("time", "ABOUT <clock>", lambda _, clock: Daily(of=None, clock=clock), "clock"),
    Production("time", "<daily>", lambda reading: reading),
    Production("time", "<clock> ,? on? <dayish>", _clocked, "clock"),
    Production("time", "ABOUT <clock> on? <dayish>", lambda _, clock, day: _clocked(clock, day), "clock"),
    Production("time", "<dayish> ,? at? <clock>", lambda day, clock: _clocked(clock, day), "clock"),
    Production("time", "<sharp> ,? on? <day> DAYPART", _clocked_part, "clock"),
    Production("time", "at|past|around|by <hour> on? <day> DAYPART", _clocked_part, "clock"),
    Production("dayish", "<day>", lambda day: day),
    Production("dayish", "<today>", lambda day: day),
    Production("dayish", "<daily>", lambda day: day),
    Production(
        "daily", "tonight", lambda: _daily(Shift(unit="day", least=0, most=0), "night"), "part of a day"
    ),
    Production("daily", "<day> DAYPART", _daily, "part of a day"),
    Production("daily", "<today> DAYPART", _daily, "part of a day"),
    Production("daily", "<side> DAYPART", _side_of_day, "part of a day"),
    Production("daily", "the early|small hours of <day>", lambda day: _daily(day, "night"), "part of a day"),
    Production("daily", "early|late on <day>", lambda day: _daily(day, "part"), "part of a day"),
    Production("daily", "before|after|around|at|near? DAYPART on <day>", _day_behind, "part of a day"),
    Production("time", "the night to|before? <day>", _night_to, "part of a day"),
    Production("daily", "the DAYPART of <day>", lambda word, day: _daily(day, word), "part of a day"),
    *(Production("time", f"the? <portion> <{symbol}>", _part, "part") for symbol in _OF),
    Production("time", "the? <portion> the UNIT", _part_of_this, "part"),
    Production("time", "the? <portion> <daily>", lambda _, daily: daily, "part of a day"),
    Production("time", "earlier|later <day>", lambda day: day),
    Production("time", "earlier|later <narrated>", lambda reading: reading, "text"),
    Production("time", "<month> <shifted>", _inside_month, "month"),
    Production("time", "<month> of <shifted>", _inside_month, "month"),
    Production("time", "<month> of <narrated>", _inside_month, "month"),
    Production("time", "the? SEASON of <shifted>", _inside_season, "season"),
    Production("time", "WEEKDAY of? <shifted>", _inside_day, "weekday"),
    Production("time", "around|approximately <day>", lambda day: About(of=day)),
    Production("time", "around|approximately <monthly>", lambda month: About(of=month)),
    Production("time", "shortly|just|soon|right|immediately|well before|after <timed>", lambda daily: daily),
    Production("timed", "<clock>", _clocked, "clock"),
    Production("timed", "<clock> ,? on? <dayish>", _clocked, "clock"),
    Production("time", "around|circa|approximately <yearly>", lambda year: About(of=year)),
    Production("time", "<day> to|through|until|- <day>", _between, "stretch"),
    Production("time", "<monthly> to|through|until|and|- <monthly>", _between, "stretch"),
    Production("time", "<daynum> to|-|–|and|through <daynum> <month>", _days_of, "stretch"),
    Production("time", "<daynum> to|-|–|and|through <daynum> <month> ,? <year>", _days_of, "stretch"),
    Production("time", "<month> <daynum> to|-|–|through <daynum>", _days_in, "stretch"),
    Production("time", "<month> <daynum> to|-|–|through <daynum> ,? <year>", _days_in, "stretch"),
    Production("time", "FOUR -|–|to FOUR", _years, "stretch"),
    Production("time", "FOUR -|– TWO", _short_years, "stretch"),
)


def _last_moment() -> Shift:
    """“At the last minute”: before something that the words leave unsaid, by hours or days."""
    return Shift(unit="day", least=-3, most=0, origin=Origin.EVENT, vague=True)


_UNSIZED = (
    Production("vague", "right? now", lambda: Vague(when="present"), "present"),
    Production("vague", "currently|nowadays|presently", lambda: Vague(when="present"), "present"),
    Production(
        "vague", "this crucial|critical|very moment|time|juncture", lambda: Vague(when="present"), "present"
    ),
    Production("vague", "this moment", lambda: Vague(when="present"), "present"),
    Production("vague", "these days", lambda: Vague(when="present"), "present"),
    Production("vague", "recently|lately", lambda: Vague(when="past"), "past"),
    Production("vague", "recent UNITS", lambda _: Vague(when="past"), "past"),
    Production(
        "vague", "the past|last|previous few|several|couple UNITS", lambda _: Vague(when="past"), "past"
    ),
    Production("vague", "the past|last|previous couple of UNITS", lambda _: Vague(when="past"), "past"),
    Production("vague", "the recent? past", lambda: Vague(when="past"), "past"),
    Production("vague", "long ago", lambda: Vague(when="past"), "past"),
    Production("vague", "the? coming UNITS", lambda _: Vague(when="future"), "future"),
    Production("vague", "the next few|several|couple UNITS", lambda _: Vague(when="future"), "future"),
    Production("vague", "the near|foreseeable|distant? future", lambda: Vague(when="future"), "future"),
    Production("idiom", "the last|eleventh minute|hour|second|moment", _last_moment, "last moment"),
    Production("idiom", "the moment of truth", _last_moment, "last moment"),
    Production("time", "<vague>", lambda reading: reading),
    Production("time", "<idiom>", lambda reading: reading),
)


PHRASES: tuple[Production, ...] = (
    *BY_NAME,
    *COUNTED,
    *TOLD_FROM_EVENTS,
    *_PUT_TOGETHER,
    *_UNSIZED,
)
