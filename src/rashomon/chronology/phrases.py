"""Expressions of time put together: the productions of whole phrases, each with its rule.

Every rule is a line of the table in ``docs/chronology.md``.  What an expression
counts from is not known here; `settle` finds it.
"""

from __future__ import annotations

from rashomon.chronology.grammar import Production
from rashomon.chronology.pieces import Count
from rashomon.chronology.readings import (
    About,
    Before,
    Between,
    Daily,
    Era,
    Inside,
    Named,
    Origin,
    Part,
    Portion,
    Reading,
    Shift,
    Vague,
    Weekend,
)

__all__ = ["PHRASES"]

_QUARTERS = 4
_FIRST_QUARTER = 33
_MILLENNIUM = 1000
_NIGHTLY = {"night": "day", "morning": "day", "evening": "day", "afternoon": "day", "fortnight": "week"}
_TWICE = 2
_NO_UNITS = frozenset("second minute hour morning afternoon evening night fortnight".split())


# -- days, months, years by name ---------------------------------------------------------------


def _month_day(month: int, day: int, year: int | None = None) -> Named:
    return Named(year=year, part=month, day=day)


def _day_month(day: int, month: int, year: int | None = None) -> Named:
    return Named(year=year, part=month, day=day)


def _weekday_date(weekday: int, day: Named) -> Named:
    return Named(year=day.year, part=day.part, day=day.day, weekday=weekday)


def _month_year(month: int, year: int) -> Named:
    return Named(part=month, year=year)


def _feast(day: tuple[int, int], year: int | None = None) -> Named:
    return Named(part=day[0], day=day[1], year=year)


def _season(season: int, year: int | None = None) -> Named:
    return Named(part=season, year=year)


def _quarter(number: int, year: int | None = None) -> Named | None:
    return Named(part=_FIRST_QUARTER - 1 + number, year=year) if 1 <= number <= _QUARTERS else None


def _quarter_of(number: int, outer: Reading) -> Reading | None:
    quarter = _quarter(number)
    return None if quarter is None else Inside(inner=quarter, outer=outer)


def _decade(digits: int) -> Era | None:
    year = digits
    return Era(first=year, years=10) if year > _MILLENNIUM and not year % 10 else None


def _short_decade(digits: int) -> Era | None:
    return None if digits % 10 else Era(first=1900 + digits if digits >= 20 else 2000 + digits, years=10)


def _century(number: int) -> Era | None:
    return Era(first=100 * (number - 1), years=100) if 2 <= number <= 21 else None


_BY_NAME = (
    Production("monthday", "<month> <daynum> ,? <year>", _month_day, "date"),
    Production("monthday", "<month> <daynum>", _month_day, "day of a month"),
    Production("monthday", "<daynum> of? <month> ,? <year>", _day_month, "date"),
    Production("monthday", "the? <daynum> of? <month>", _day_month, "day of a month"),
    Production("monthday", "the? <ordinal> of <month>", _day_month, "day of a month"),
    Production("monthday", "the? <ordinal> of <month> ,? <year>", _day_month, "date"),
    Production("monthday", "<month> the? <ordinal>", _month_day, "day of a month"),
    Production("day", "FOUR - TWO - TWO", lambda y, m, d: Named(year=y, part=m, day=d), "date"),
    Production("day", "<monthday>", lambda day: day),
    Production("day", "WEEKDAY ,? the? <monthday>", _weekday_date),
    Production("day", "<feast>", _feast, "feast"),
    Production("day", "<feast> ,? <year>", _feast, "feast"),
    Production("day", "WEEKDAY", lambda day: Named(weekday=day), "weekday"),
    Production("day", "<side> WEEKDAY", lambda side, day: Named(weekday=day, side=side), "weekday"),
    Production("monthly", "<month>", lambda month: Named(part=month), "month"),
    Production("monthly", "the month of <month>", lambda month: Named(part=month), "month"),
    Production("monthly", "<side> <month>", lambda side, month: Named(part=month, side=side), "month"),
    Production("monthly", "<month> ,? <year>", _month_year, "month and year"),
    Production("monthly", "<month> of <year>", _month_year, "month and year"),
    Production("yearly", "<year>", lambda year: Named(year=year), "year"),
    Production("yearly", "fiscal|financial year? <year>", lambda year: Named(year=year), "year"),
    Production("yearly", "the year <year>", lambda year: Named(year=year), "year"),
    Production("seasonal", "SEASON ,? of? <year>", _season, "season"),
    Production("seasonal", "the SEASON of <year>", _season, "season"),
    Production("seasonal", "<side> SEASON", lambda side, s: Named(part=s, side=side), "season"),
    Production("season", "the SEASON", _season, "season"),
    Production("quarterly", "the? <ordinal> -? fiscal|financial? quarter", _quarter, "quarter"),
    Production("quarterly", "the? <ordinal> quarter of <year>", _quarter, "quarter"),
    Production("quarterly", "the? fiscal? <ordinal> quarter ,? <year>", _quarter, "quarter"),
    Production("quarterly", "q SHORT ,? of? <year>", _quarter, "quarter"),
    Production("quarterly", "the? <ordinal> quarter of <shifted>", _quarter_of, "quarter"),
    Production("era", "the? FOUR '|’? s", _decade, "decade"),
    Production("era", "the '|’|‘ TWO s", _short_decade, "decade"),
    Production("era", "the TWO s", _short_decade, "decade"),
    Production("era", "the DECADE", lambda ten: Era(first=1900 + 10 * ten, years=10), "decade"),
    Production("era", "the? <ordinal> -? century", _century, "century"),
)


# -- counted -----------------------------------------------------------------------------------


def _now(unit: str, by: int) -> Shift:
    return Shift(unit=_NIGHTLY.get(unit, unit), least=by, most=by)


def _overnight() -> Between:
    return Between(first=_daily(_now("day", -1), "night"), last=_daily(_now("day", 0), "morning"))


def _one(side: int, unit: str) -> Reading | None:
    if unit == "weekend":
        return Weekend(side=side)
    return _now(unit, side) if unit not in _NO_UNITS else None


def _side_of_day(side: int, word: str) -> Daily | None:
    """“Last night”, “this morning”."""
    return Daily(of=_now("day", side), word=word) if side <= 0 else None


def _text(unit: str, by: int) -> Reading | None:
    if unit == "weekend" or unit in ("second", "minute"):
        return None
    return Shift(unit=_NIGHTLY.get(unit, unit), least=by, most=by, origin=Origin.TEXT)


def _many(count: Count, unit: str, sign: int, origin: Origin) -> Shift | None:
    if unit in ("weekend", "second"):
        return None
    by = (_TWICE if unit == "fortnight" else 1) * sign
    ends = sorted((count.least * by, count.most * by))
    return Shift(unit=_NIGHTLY.get(unit, unit), least=ends[0], most=ends[1], origin=origin, vague=count.vague)


def _ago(count: Count, unit: str) -> Reading | None:
    shift = _many(count, unit, -1, Origin.NOW)
    return Vague(when="past") if shift is not None and count.vague and count.most > count.least else shift


def _before(count: Count | None, unit: str, sign: int) -> Reading | None:
    return _many(count or Count(2, 9, True), unit, sign, Origin.TEXT)


def _around(count: Count | None, unit: str, sign: int) -> Shift | None:
    """Counted from an event that follows; its words are found by `expressions`."""
    return _many(count or Count(2, 9, True), unit, sign, Origin.EVENT)


def _soon(sign: int) -> Shift:
    return Shift(unit="day", least=min(0, 7 * sign), most=max(0, 7 * sign), origin=Origin.EVENT, vague=True)


def _eve(by: int) -> Shift:
    return Shift(unit="day", least=by, most=by, origin=Origin.EVENT)


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


_COUNTED = (
    Production("today", "today", lambda: _now("day", 0), "today"),
    Production("today", "yesterday", lambda: _now("day", -1), "today"),
    Production("today", "tomorrow", lambda: _now("day", 1), "today"),
    Production("today", "the day before yesterday", lambda: _now("day", -2), "today"),
    Production("today", "the day after tomorrow", lambda: _now("day", 2), "today"),
    Production("overnight", "overnight", _overnight, "overnight"),
    Production("shifted", "<side> UNIT", _one, "unit"),
    Production("shifted", "the? current|present UNIT", lambda unit: _one(0, unit), "unit"),
    Production("shifted", "the coming UNIT", lambda unit: _one(1, unit), "unit"),
    Production("shifted", "<count> UNITS from now|today", lambda c, u: _many(c, u, 1, Origin.NOW), "unit"),
    Production("shifted", "<count> UNIT from now|today", lambda c, u: _many(c, u, 1, Origin.NOW), "unit"),
    Production("shifted", "the weekend", lambda: Weekend(), "weekend"),
    Production("shifted", "the? <figured> ago", lambda shift: shift, "ago"),
    Production("figured", "<count> UNITS", _ago),
    Production("figured", "<count> UNIT", _ago),
    Production("vague", "UNITS ago", lambda _: Vague(when="past"), "past"),
    Production("narrated", "<count> UNITS earlier|before|previously", lambda c, u: _before(c, u, -1), "text"),
    Production("narrated", "<count> UNIT earlier|before|previously", lambda c, u: _before(c, u, -1), "text"),
    Production("narrated", "<count> UNITS later|after|afterwards", lambda c, u: _before(c, u, 1), "text"),
    Production("narrated", "<count> UNIT later|after|afterwards", lambda c, u: _before(c, u, 1), "text"),
    Production("narrated", "<count> UNITS afterward", lambda c, u: _before(c, u, 1), "text"),
    Production("narrated", "UNITS earlier|before", lambda u: _before(None, u, -1), "text"),
    Production("narrated", "UNITS later|afterward|afterwards", lambda u: _before(None, u, 1), "text"),
    Production("narrated", "the following|next UNIT", lambda u: _text(u, 1), "text"),
    Production("narrated", "the previous|preceding|prior UNIT", lambda u: _text(u, -1), "text"),
    Production("narrated", "the UNIT before|earlier", lambda u: _text(u, -1), "text"),
    Production("narrated", "the UNIT after", lambda u: _text(u, 1), "text"),
    Production("narrated", "that same? UNIT", lambda u: _text(u, 0), "text"),
    Production("narrated", "the same UNIT", lambda u: _text(u, 0), "text"),
    Production(
        "narrated", "the following|next WEEKDAY",
        lambda d: Named(weekday=d, side=1, origin=Origin.TEXT), "text",
    ),
    Production(
        "narrated", "the previous|preceding WEEKDAY",
        lambda d: Named(weekday=d, side=-1, origin=Origin.TEXT), "text",
    ),
    Production(
        "narrated", "that same? WEEKDAY",
        lambda d: Named(weekday=d, side=0, origin=Origin.TEXT), "text",
    ),
    Production(
        "narrated", "the following|next <month>",
        lambda m: Named(part=m, side=1, origin=Origin.TEXT), "text",
    ),
)  # fmt: skip

_TOLD_FROM_EVENTS = (
    Production("counted", "<count> UNITS before|prior|ahead to|of?", lambda c, u: _around(c, u, -1), "event"),
    Production("counted", "<count> UNIT before|prior|ahead to|of?", lambda c, u: _around(c, u, -1), "event"),
    Production("counted", "<count> UNITS after|following", lambda c, u: _around(c, u, 1), "event"),
    Production("counted", "<count> UNIT after|following", lambda c, u: _around(c, u, 1), "event"),
    Production("event", "just|only? <counted>", lambda shift: shift, "event"),
    Production("counted", "UNITS before|prior|ahead to|of?", lambda u: _around(None, u, -1), "event"),
    Production("counted", "UNITS after|following", lambda u: _around(None, u, 1), "event"),
    Production("counted", "the UNIT before", lambda u: _around(Count(1, 1), u, -1), "event"),
    Production("counted", "the UNIT after", lambda u: _around(Count(1, 1), u, 1), "event"),
    Production("event", "the eve of", lambda: _eve(-1), "event"),
    Production("event", "the day of", lambda: _eve(0), "event"),
    Production("event", "shortly|just|immediately|right|soon before", lambda: _soon(-1), "event"),
    Production("event", "shortly|just|immediately|right|soon after", lambda: _soon(1), "event"),
)

# -- parts, times of day, stretches --------------------------------------------------------------


def _part(portion: Portion, of: Reading) -> Part | None:
    return None if isinstance(of, Part | Vague) else Part(portion=portion, of=of)


def _clocked(clock: tuple[int, int], of: Reading | None = None) -> Daily:
    return Daily(of=of, clock=clock)


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
    Production("dayish", "<day>", lambda day: day),
    Production("dayish", "<today>", lambda day: day),
    Production("dayish", "<daily>", lambda day: day),
    Production("daily", "tonight", lambda: _daily(_now("day", 0), "night"), "part of a day"),
    Production("daily", "<day> DAYPART", _daily, "part of a day"),
    Production("daily", "<today> DAYPART", _daily, "part of a day"),
    Production("daily", "<side> DAYPART", _side_of_day, "part of a day"),
    Production("daily", "the early|small hours of <day>", lambda day: _daily(day, "night"), "part of a day"),
    Production("daily", "early|late on <day>", lambda day: _daily(day, "part"), "part of a day"),
    Production("daily", "before|after|around|at|near? DAYPART on <day>", _day_behind, "part of a day"),
    Production("time", "the night to|before? <day>", _night_to, "part of a day"),
    Production("daily", "the DAYPART of <day>", lambda word, day: _daily(day, word), "part of a day"),
    *(Production("time", f"the? <portion> <{symbol}>", _part, "part") for symbol in _OF),
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
    *_BY_NAME,
    *_COUNTED,
    *_TOLD_FROM_EVENTS,
    *_PUT_TOGETHER,
    *_UNSIZED,
)
