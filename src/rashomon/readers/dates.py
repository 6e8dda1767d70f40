"""Dates as bylines and page metadata write them, to ISO 8601.

Only what stands there: a date without a year is none, nor is one whose day
and month cannot be told apart; a time keeps its zone where the zone is one of
fixed offset and stays without one otherwise.
"""

from __future__ import annotations

import re
from datetime import date, datetime

__all__ = ["DATE", "MONTH", "iso_date", "iso_in"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES = dict.fromkeys(("gmt", "utc", "z"), "+00:00") | {
    "est": "-05:00",
    "edt": "-04:00",
    "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "cet": "+01:00",
    "cest": "+02:00",
}
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)

DATE = re.compile(
    rf"""\b(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{{4}})
    | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{MONTH}),?\s+(?P<y2>\d{{4}})
    | (?P<n1>\d{{1,2}})[/.](?P<n2>\d{{1,2}})[/.](?P<y3>\d{{4}})
    )(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_TIME = re.compile(
    r"(?P<h>\d{1,2})[:.](?P<m>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>[A-Za-z]{1,4}\b)?",
    re.IGNORECASE,
)


def iso_date(raw: str) -> str | None:
    """The moment that machine-readable metadata gives, in ISO 8601; None if it is no date.

    >>> iso_date("2021-05-03T10:15:00Z"), iso_date("2021-05-03"), iso_date("soon")
    ('2021-05-03T10:15:00+00:00', '2021-05-03', None)
    """
    words = raw.strip()
    try:
        return (
            date.fromisoformat(words).isoformat()
            if len(words) <= 10
            else datetime.fromisoformat(words).isoformat()
        )
    except ValueError:
        return iso_in(words)


def iso_in(words: str) -> str | None:
    """The first whole date within the words, with the time that follows or precedes it.

    >>> iso_in("Published: May 3, 2021 10:15 GMT"), iso_in("4/5/2021"), iso_in("25/5/2021")
    ('2021-05-03T10:15:00+00:00', None, '2021-05-25')
    """
    match = DATE.search(words)
    day = _day(match) if match else None
    if match is None or day is None:
        return None
    time = _time(words[match.end() : match.end() + 30]) or _time(
        words[max(0, match.start() - 24) : match.start()]
    )
    return day.isoformat() + (f"T{time}" if time else "")


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["y3"]:
            return _numeric(int(match["n1"]), int(match["n2"]), int(match["y3"]))
        month, day, year = (
            (match["m1"], match["d1"], match["y1"])
            if match["y1"]
            else (match["m2"], match["d2"], match["y2"])
        )
        return date(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day))
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int) -> date | None:
    """Day and month where only one order makes a date."""
    if first > 12 >= second:
        return date(year, second, first)
    if second > 12 >= first or first == second:
        return date(year, first, second)
    return None


def _time(words: str) -> str | None:
    match = _TIME.search(words)
    if match is None:
        return None
    hour, minute = int(match["h"]), int(match["m"])
    half = (match["half"] or "").lower().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}:00{_ZONES.get((match['zone'] or '').lower(), '')}"
