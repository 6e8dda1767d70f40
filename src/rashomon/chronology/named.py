"""Times by their names in the calendar: productions of days, months, seasons, years, decades."""

from __future__ import annotations

from rashomon.chronology.grammar import Production
from rashomon.chronology.readings import (
    Era,
    Inside,
    Named,
    Reading,
)

__all__ = ["BY_NAME"]

_QUARTERS = 4
_FIRST_QUARTER = 33
_MILLENNIUM = 1000


def _month_day(month: int, day: int, year: int | None = None) -> Named:
    return Named(year=year, part=month, day=day)


def _day_month(day: int, month: int, year: int | None = None) -> Named:
    return Named(year=year, part=month, day=day)


def _weekday_date(weekday: int, day: Named) -> Named:
    return Named(year=day.year, part=day.part, day=day.day, weekday=weekday)


def _month_year(month: int, year: int) -> Named:
    return Named(part=month, year=year)


def _month_short_year(month: int, digits: int) -> Named:
    """“March ’24”; from 30 on it is of the last century."""
    return Named(part=month, year=digits + (2000 if digits < 30 else 1900))


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


BY_NAME: tuple[Production, ...] = (
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
    Production("monthly", "<month> '|’ TWO", _month_short_year, "month and year"),
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
