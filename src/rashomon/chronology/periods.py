"""Stretches of the calendar: days, weeks, months, seasons ... with their EDTF, and steps between them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from rashomon.language.edtf import interval, of_day, of_month
from rashomon.model import Granularity

__all__ = [
    "Period",
    "day",
    "era",
    "month",
    "part_of",
    "portion_of",
    "stepped",
    "stretch",
    "unit_of",
    "week",
    "weekend",
    "year",
]

_WEEK = 7
_SATURDAY = 5
_MONTHS = 12
_FIRST_SEASON, _WINTER, _FIRST_QUARTER, _LAST_QUARTER = 21, 24, 33, 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from `first` to `last`, both included, and how that is written and told."""

    first: date
    last: date
    value: str
    granularity: Granularity


def day(at: date, granularity: Granularity = Granularity.DAY) -> Period:
    """One day."""
    return Period(first=at, last=at, value=of_day(at), granularity=granularity)


def stretch(first: date, last: date, granularity: Granularity) -> Period:
    """From day to day."""
    return Period(
        first=first, last=last, value=interval(of_day(first), of_day(last)), granularity=granularity
    )


def week(at: date) -> Period:
    """From Monday to Sunday."""
    monday = at - timedelta(days=at.weekday())
    return stretch(monday, monday + timedelta(days=_WEEK - 1), Granularity.WEEK)


def weekend(at: date) -> Period:
    """Saturday and Sunday of the week that `at` lies in."""
    saturday = at + timedelta(days=_SATURDAY - at.weekday())
    return stretch(saturday, saturday + timedelta(days=1), Granularity.WEEKEND)


def month(of_year: int, number: int) -> Period:
    """A calendar month."""
    last = date(of_year, number, monthrange(of_year, number)[1])
    return Period(
        first=last.replace(day=1), last=last, value=of_month(of_year, number), granularity=Granularity.MONTH
    )


def season(of_year: int, number: int) -> Period:
    """A season of three months, numbered as EDTF does; winter begins in December of its year."""
    first = date(of_year, 3 * (number - _FIRST_SEASON) + 3, 1)
    after = _first_of(first.year * _MONTHS + first.month - 1 + 3)
    return Period(
        first=first,
        last=after - timedelta(days=1),
        value=of_month(of_year, number),
        granularity=Granularity.SEASON,
    )


def quarter(of_year: int, number: int) -> Period:
    """A quarter, 33 to 36."""
    first = date(of_year, 3 * (number - _FIRST_QUARTER) + 1, 1)
    after = month(of_year, first.month + 2).last
    return Period(first=first, last=after, value=of_month(of_year, number), granularity=Granularity.QUARTER)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(
        first=date(number, 1, 1),
        last=date(number, _MONTHS, 31),
        value=f"{number:04}",
        granularity=Granularity.YEAR,
    )


def era(first: int, years: int) -> Period:
    """A decade or a century, from its round year."""
    decade = years == 10
    last = min(first + years - 1, MAXYEAR)
    digits = f"{first:04}"
    return Period(
        first=date(max(first, 1), 1, 1),
        last=date(last, _MONTHS, 31),
        value=digits[:3] + "X" if decade else digits[:2] + "XX",
        granularity=Granularity.DECADE if decade else Granularity.CENTURY,
    )


def part_of(of_year: int, part: int) -> Period:
    """The month, season or quarter of a year, by its number in EDTF."""
    if part >= _FIRST_QUARTER:
        return quarter(of_year, part)
    return season(of_year, part) if part >= _FIRST_SEASON else month(of_year, part)


def unit_of(unit: str, at: date) -> Period:
    """The unit that this day lies in."""
    if unit == "day":
        return day(at)
    if unit == "week":
        return week(at)
    if unit == "month":
        return month(at.year, at.month)
    if unit == "quarter":
        return quarter(at.year, _FIRST_QUARTER + (at.month - 1) // 3)
    if unit == "decade":
        return era(at.year - at.year % 10, 10)
    if unit == "century":
        return era(at.year - at.year % 100, 100)
    return year(at.year)


_YEARS = {"year": 1, "decade": 10, "century": 100}


def stepped(unit: str, by: int, at: date) -> Period:
    """The unit that lies `by` units after the one of this day.

    Raises:
        OverflowError, ValueError: where no calendar reaches.
    """
    if unit in ("day", "week"):
        return unit_of(unit, at + timedelta(days=by * (_WEEK if unit == "week" else 1)))
    if unit in _YEARS:
        return unit_of(unit, date(at.year + by * _YEARS[unit], 1, 1))
    months = at.year * _MONTHS + at.month - 1 + by * (3 if unit == "quarter" else 1)
    return unit_of(unit, _first_of(months))


def _first_of(months: int) -> date:
    """The first day of a month, counted in months from year 0."""
    return date(months // _MONTHS, months % _MONTHS + 1, 1)


_SHARES = {
    Granularity.MONTH: {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "first half": (1, 15),
                        "second half": (16, 31)},
    Granularity.YEAR: {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first half": (1, 6),
                       "second half": (7, 12)},
    Granularity.DECADE: {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "first half": (0, 4),
                         "second half": (5, 9)},
    Granularity.CENTURY: {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "first half": (0, 49),
                          "second half": (50, 99)},
    Granularity.WEEK: {"early": (0, 1), "mid": (2, 2), "late": (3, 6), "first half": (0, 2),
                       "second half": (3, 6)},
}  # fmt: skip
"""Which days of a month or week, months of a year, years of a decade a part has."""


def portion_of(whole: Period, portion: str) -> Period:
    """“Early”, “mid” or “late” in a period; the period itself where it has no such parts."""
    share = _SHARES.get(whole.granularity, {}).get(portion)
    if share is None:
        return whole
    low, high = share
    start = whole.first
    if whole.granularity is Granularity.MONTH:
        return stretch(
            start.replace(day=low), start.replace(day=min(high, whole.last.day)), whole.granularity
        )
    if whole.granularity is Granularity.WEEK:
        return stretch(start + timedelta(days=low), start + timedelta(days=high), whole.granularity)
    if whole.granularity is Granularity.YEAR:
        parts = month(start.year, low), month(start.year, high)
    else:
        parts = year(start.year + low), year(start.year + high)
    return Period(
        first=parts[0].first,
        last=parts[1].last,
        value=interval(parts[0].value, parts[1].value),
        granularity=whole.granularity,
    )
