"""Times as EDTF (ISO 8601-2, levels 0 and 1): which instants a value can mean, and writing values.

One expression tells the forms apart; `bounds` then gives the widest stretch of
time that a value allows.  Read are years, months, days, times of day, seasons
(21 to 24), quarters (33 to 36, of level 2), decades and centuries (``199X``,
``19XX``), the marks ``?``, ``~`` and ``%`` at the end, and intervals of all
these, open (``..``) or unknown (nothing) at one end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

__all__ = ["bounds", "interval", "of_day", "of_month", "of_time", "valid"]

_ONE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<part>\d{2})(?:-(?P<day>\d{2})(?:T(?P<clock>\d{2}:\d{2}:\d{2})(?P<zone>Z|[+-]\d{2}(?::\d{2})?)?)?)?)?"
    r"(?P<mark>[?~%])?",
    re.ASCII,
)
_SEASONS = {21: ((3, 1), (6, 22)), 22: ((6, 1), (9, 24)), 23: ((9, 1), (12, 23))}
"""First day and the day after the last, as meteorologists or astronomers count, whichever is wider."""
_WINTER, _FIRST_QUARTER, _LAST_QUARTER = 24, 33, 36
_MONTHS = 12

_ABOUT = "~%"
_BLURRED = {4: timedelta(days=366), 7: timedelta(days=31), 10: timedelta(days=1)}
"""By how much “around” widens, at either end, by the length of the value: one unit of what is told."""


def bounds(value: str) -> tuple[datetime, datetime]:
    """The first instant that `value` can mean, and the first after the last; half-open, without a zone.

    The widest reading: winter of a year is the one that ends in it as well as the one that begins in it,
    ``~`` widens by a unit at either end, an open end reaches as far as dates go, a time of day
    lasts a minute.  A zone is left aside.

    >>> [str(at.date()) for at in bounds("2024-03-05")]
    ['2024-03-05', '2024-03-06']
    >>> [str(at.date()) for at in bounds("2024-12-21/2024-12-31")], [str(at.date()) for at in bounds("199X")]
    (['2024-12-21', '2025-01-01'], ['1990-01-01', '2000-01-01'])
    >>> [str(at.date()) for at in bounds("2020-35")], [str(at.date()) for at in bounds("2024-03-03~")]
    (['2020-07-01', '2020-10-01'], ['2024-03-02', '2024-03-05'])

    Raises:
        ValueError: if it is no value of these forms, or lies outside the years 1 to 9999.
    """
    start, slash, end = value.partition("/")
    if not slash:
        return _one(value)
    first = datetime.min if start in ("", "..") else _one(start)[0]
    last = datetime.max if end in ("", "..") else _one(end)[1]
    if first >= last or (start in ("", "..") and end in ("", "..")):
        raise ValueError(f"not an EDTF interval: {value!r}")
    return first, last


def valid(value: str) -> bool:
    """Whether `bounds` reads it.

    >>> valid("2021-22"), valid("2021-02-29"), valid("last week")
    (True, False, False)
    """
    try:
        bounds(value)
    except ValueError:
        return False
    return True


def of_day(day: date) -> str:
    """The day in full.

    >>> of_day(date(2024, 3, 5))
    '2024-03-05'
    """
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def of_month(year: int, month: int) -> str:
    """The month of a year; 21 to 24 are its seasons, 33 to 36 its quarters."""
    return f"{year:04}-{month:02}"


def of_time(day: date, hour: int, minute: int) -> str:
    """A time of day, to the second as EDTF has it.

    >>> of_time(date(2024, 3, 5), 9, 0)
    '2024-03-05T09:00:00'
    """
    return f"{of_day(day)}T{hour:02}:{minute:02}:00"


def interval(first: str, last: str) -> str:
    """From the one to the other, both included; the one alone if they are the same.

    >>> interval("2024-03-09", "2024-03-10"), interval("2024", "2024")
    ('2024-03-09/2024-03-10', '2024')
    """
    return first if first == last else f"{first}/{last}"


def _one(value: str) -> tuple[datetime, datetime]:
    match = _ONE.fullmatch(value)
    if match is None:
        raise ValueError(f"not an EDTF value: {value!r}")
    try:
        first, last = _stretch(match)
        if match["mark"] and match["mark"] in _ABOUT:
            blur = _BLURRED.get(len(value) - 1, timedelta(hours=1))
            return max(datetime.min + blur, first) - blur, min(datetime.max - blur, last) + blur
    except (ValueError, OverflowError) as fault:
        raise ValueError(f"not an EDTF value: {value!r}") from fault
    return first, last


def _stretch(match: re.Match[str]) -> tuple[datetime, datetime]:
    digits = match["year"]
    if "X" in digits:
        if match["part"]:
            raise ValueError("a decade or century has no months")
        low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
        return datetime(max(low, 1), 1, 1), _after_year(high)
    year = int(digits)
    if match["part"] is None:
        return datetime(year, 1, 1), _after_year(year)
    part = int(match["part"])
    if match["day"] is None:
        return _part(year, part)
    first = datetime(year, part, int(match["day"]))
    if match["clock"] is None:
        return first, _after(first.date())
    hour, minute, second = map(int, match["clock"].split(":"))
    first = first.replace(hour=hour, minute=minute, second=second)
    lasts = timedelta(seconds=1) if second else timedelta(minutes=1)
    return first, datetime.max if first > datetime.max - lasts else first + lasts


def _part(year: int, part: int) -> tuple[datetime, datetime]:
    """A month, season or quarter of a year."""
    if part in _SEASONS:
        (month, day), (after_month, after_day) = _SEASONS[part]
        return datetime(year, month, day), datetime(year, after_month, after_day)
    if part == _WINTER:
        return datetime(max(year - 1, 1), 12, 1), _after_months(year, 14, day=21)
    if _FIRST_QUARTER <= part <= _LAST_QUARTER:
        month = 3 * (part - _FIRST_QUARTER)
        return datetime(year, month + 1, 1), _after_months(year, month + 3)
    return datetime(year, part, 1), _after(date(year, part, monthrange(year, part)[1]))


def _after_months(year: int, months: int, day: int = 1) -> datetime:
    """The day of the month that begins so many months after the year does."""
    late = year + months // _MONTHS
    return datetime.max if late > date.max.year else datetime(late, months % _MONTHS + 1, day)


def _after(day: date) -> datetime:
    return datetime.max if day == date.max else datetime(*(day + timedelta(days=1)).timetuple()[:3])


def _after_year(year: int) -> datetime:
    return datetime.max if year >= date.max.year else datetime(year + 1, 1, 1)
