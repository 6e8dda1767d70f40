"""Names of the calendar in a year, and the nearest time that bears them.

“Tuesday”, “7 October” and “winter” recur: from the day of writing the last one
is taken, the next where the words or the tense look ahead.
"""

from __future__ import annotations

from datetime import date, timedelta

from rashomon.chronology import periods
from rashomon.chronology.periods import Period
from rashomon.chronology.readings import Named
from rashomon.model import Granularity

__all__ = ["in_year", "nearest", "told"]

_WEEK = 7
_FIRST_SEASON, _FIRST_QUARTER = 21, 33
_YEARS = 9  # a 29 February is never farther


def told(reading: Named) -> Granularity:
    """How fine the names are."""
    if reading.day is not None or reading.weekday is not None:
        return Granularity.DAY
    part = reading.part or 0
    if part >= _FIRST_QUARTER:
        return Granularity.QUARTER
    return Granularity.SEASON if part >= _FIRST_SEASON else Granularity.MONTH


def in_year(reading: Named, year: int) -> Period:
    """The time of these names in a year.

    Raises:
        ValueError: if the year has no such day.
    """
    if reading.part is None:
        return periods.year(year)
    if reading.day is not None:
        return periods.day(date(year, reading.part, reading.day))
    return periods.part_of(year, reading.part)


def _on_weekday(reading: Named, at: date) -> Period:
    """“Tuesday, June 30”: the nearest year in which they agree, before or after."""
    found: list[Period] = []
    for year in range(at.year - _YEARS, at.year + _YEARS):
        try:
            period = in_year(reading, year)
        except ValueError:  # 29 February
            continue
        if period.first.weekday() == reading.weekday:
            found.append(period)
    return min(found, key=lambda period: abs((period.first - at).days))


def nearest(reading: Named, at: date, side: int | None, ahead: int = 0) -> Period:
    """The nearest time of these names: before `at` unless the tense or “next” says after."""
    if reading.weekday is not None and reading.day is None:
        return periods.day(_weekday(reading.weekday, at, side, ahead))
    if reading.weekday is not None:
        return _on_weekday(reading, at)
    forward = side == 1 or (side is None and ahead > 0)
    if side == 0:
        return in_year(reading, at.year)
    years = range(at.year, at.year + _YEARS) if forward else range(at.year, at.year - _YEARS, -1)
    for year in years:
        try:
            period = in_year(reading, year)
        except ValueError:  # 29 February
            continue
        if _fits(reading, period, at, forward, strict=side is not None):
            return period
    raise ValueError("no such day")


def _fits(reading: Named, period: Period, at: date, forward: bool, *, strict: bool) -> bool:
    """Whether the period lies on the right side of the day; months and days may be the one of the day."""
    if forward:
        return period.first > at if strict else period.last >= at
    if strict or (reading.part or 0) >= _FIRST_SEASON:
        return period.last < at
    return period.first <= at


def _weekday(weekday: int, at: date, side: int | None, ahead: int) -> date:
    back = (at.weekday() - weekday) % _WEEK
    if side is None:
        forward = ahead > 0
        return at + timedelta(days=-back % _WEEK) if forward else at - timedelta(days=back)
    if side == 0:
        return at - timedelta(days=back) if ahead < 0 else at + timedelta(days=-back % _WEEK)
    return at + timedelta(days=-back % _WEEK or _WEEK) if side > 0 else at - timedelta(days=back or _WEEK)
