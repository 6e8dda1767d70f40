"""Words for days, as far as they can be told: “on Sunday”, “last March”, “in 2019”, “two years ago”.

One pass of one expression finds the words; a table of readings turns each into a
partial day: the first and last day that can be meant, counted from the day of
publication where that is known, else the days before it, and the weekday and
month that it must be.  Nothing is guessed: a word that can be read in two ways
keeps both, and two partial days are apart only by the days that surely lie
between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date

from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.language.wordforms import number_value
from rashomon.model import Span

__all__ = ["DAY_WORDS", "Day", "days_apart", "days_in", "published_day"]

_SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11,
                 "dec": 12, "jun": 6, "jul": 7}  # fmt: skip
_MONTH_OF = {name: number for number, name in enumerate(MONTHS, start=1)} | _SHORT_MONTHS
_UNITS = {"day": (1, 1), "week": (7, 5), "month": (30, 20), "year": (365, 240), "decade": (3650, 1800)}
"""Days in a unit, and by how many of them “two of these ago” may be out, for one of them."""
_MANY = 100_000
_YEAR = 366

_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(_SHORT_MONTHS)})\.?)"
_NUMBERS = "a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_YEARS = r"(?:1[89]|20)\d\d"
_DATED = (
    "interview|speech|letter|tweet|post|statement|rally|debate|memo|email|e-mail|essay|article|book|address"
    "|lecture|hearing|testimony|deposition|campaign|podcast|video"
)
_PATTERN = re.compile(
    rf"""(?<![\w’'-])(?:
      (?P<iso>{_YEARS}-\d\d-\d\d)
    | (?P<this>earlier\ this|later\ this|this|(?<!the\ )last|the\ previous)\ +
      (?P<unit>weekend|week|month|year|summer|winter|spring|autumn|fall|{"|".join(WEEKDAYS)}|{_MONTH})
    | (?P<day_first>\d\d?)(?:st|nd|rd|th)?\ +(?:of\ +)?(?P<month_after>{_MONTH})(?:,?\ +(?P<year_a>{_YEARS}))?
    | (?P<month>{_MONTH})\ +(?P<day>\d\d?)(?:st|nd|rd|th)?(?!\d|[.,]\d|\ *(?:%|percent|per\ cent))
      (?:,?\ +(?P<year_b>{_YEARS}))?
    | (?:of\ +)?(?P<month_of>{_MONTH}),?\ +(?:of\ +)?(?P<year_c>{_YEARS})
    | (?P<weekday>{"|".join(WEEKDAYS)})
    | (?P<now>yesterday|today|tonight|this\ morning|this\ afternoon|this\ evening|last\ night|overnight
      |over\ the\ weekend|at\ the\ weekend|on\ the\ weekend)
    | (?P<count>{_NUMBERS}|\d\d?|several|many|a\ few|a\ couple\ of)\ +
      (?P<of>day|week|month|year|decade)s?\ +(?P<ago>ago|earlier|before)
    | (?P<vague>months|years|decades)\ +ago
    | (?P<decade>the\ +(?:1[89]|20)\d0s)
    | (?:in|during|early|late|mid|from|(?:spring|summer|autumn|fall|winter)\ of)[\ -]+
      (?P<lone_year>{_YEARS})(?![\d,.]\d|\ *-)
    | (?P<year_noun>{_YEARS})(?=\ +(?:[a-z]+\ +){{0,2}}(?:{_DATED}))
    | (?:in|during)\ +(?P<lone_month>{_MONTH})(?!,?\ +(?:of\ +)?(?:\d|last|this))
    )(?![\w’'-])""",
    re.VERBOSE | re.IGNORECASE,
)
DAY_WORDS = frozenset([*WEEKDAYS, *_MONTH_OF, "today", "yesterday", "tomorrow", "tonight"])
"""Folded words that name a day or a month by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What words tell of a day.

    Attributes:
        first: the first day that can be meant, in days since the year 1; None where nothing anchors it.
        last: the last one; both are given or neither.
        ago: the fewest and the most days before publication, where the words count from there.
        weekday: which it must be, from 0 for Monday; None where the words do not tell.
        month: which it must be, from 1; `day`, of the month, likewise.
    """

    first: int | None = None
    last: int | None = None
    ago: tuple[int, int] | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None


def published_day(published: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None where there is none.

    >>> published_day("2024-10-06T08:00:00Z")
    datetime.date(2024, 10, 6)
    >>> published_day("2024-13-06"), published_day(None)
    (None, None)
    """
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def days_in(text: str, span: Span, published: date | None) -> Iterator[tuple[Span, Day]]:
    """The words for days in this stretch of the text with their spans, in order; future ones are none.

    >>> text = "Quill said on Sunday, and wrote in March 2019."
    >>> [(s.of(text), d.weekday, d.month) for s, d in days_in(text, Span(0, len(text)), None)]
    [('Sunday', 6, None), ('March 2019', None, 3)]
    """
    for match in _PATTERN.finditer(text, span.start, span.end):
        found = next(read(match) for name, read in _READINGS if match[name] is not None)
        if found is None:
            continue
        start = next(match.start(name) for name, _ in _READINGS if match[name] is not None)
        yield Span(start, match.end()), _anchored(found, published)


def days_apart(one: Day, other: Day) -> int:
    """The fewest days that lie between the two; 0 where they can be the same.

    >>> text = "on Sunday, on Tuesday, in 2019, two years ago, Oct. 6"
    >>> sunday, tuesday, year, ago, sixth = (d for _, d in days_in(text, Span(0, len(text)), None))
    >>> days_apart(sunday, tuesday), days_apart(year, sixth), days_apart(sunday, ago) > 100
    (2, 0, True)
    """
    if one.first is not None and one.last is not None and other.first is not None and other.last is not None:
        gap = max(one.first - other.last, other.first - one.last, 0)
        return gap or _of_parts(one, other)
    if one.ago is not None and other.ago is not None:
        gap = max(one.ago[0] - other.ago[1], other.ago[0] - one.ago[1], 0)
        if gap > _UNDATED:
            return gap
    return _of_parts(one, other)


_UNDATED = 60
"""Days by which reports of unknown date can themselves lie apart; what is told from there is as vague."""


def _of_parts(one: Day, other: Day) -> int:
    """The fewest days between two days of which weekday, month or day of the month are known."""
    if one.weekday is not None and other.weekday is not None:
        apart = abs(one.weekday - other.weekday)
        return min(apart, 7 - apart)
    if one.month is not None and other.month is not None:
        starts, ends = zip(_of_year(one), _of_year(other), strict=True)
        gaps = [max(starts[0] + turn - ends[1], starts[1] - ends[0] - turn, 0) for turn in (-365, 0, 365)]
        return min(gaps)
    return 0


def _of_year(day: Day) -> tuple[int, int]:
    """The first and last day of a common year that month and day of the month allow."""
    month = day.month or 1
    start = date(2001, month, 1).toordinal()
    end = date(2001 + month // 12, month % 12 + 1, 1).toordinal() - 1
    return (start + day.day - 1, start + day.day - 1) if day.day is not None else (start, end)


# -- one reading for each group of the expression ------------------------------------------


def _iso(match: re.Match[str]) -> Day | None:
    found = published_day(match["iso"])
    return None if found is None else _exactly(found)


def _exactly(day: date) -> Day:
    at = day.toordinal()
    return Day(first=at, last=at, month=day.month, day=day.day, weekday=day.weekday())


def _weekday(match: re.Match[str]) -> Day | None:
    return Day(ago=(-1, 6), weekday=WEEKDAYS.index(match["weekday"].lower()))


_NOW = {"yesterday": (1, 1), "last night": (0, 1), "overnight": (0, 1), "over the weekend": (0, 9),
        "at the weekend": (0, 9), "on the weekend": (0, 9)}  # fmt: skip


def _now(match: re.Match[str]) -> Day | None:
    return Day(ago=_NOW.get(" ".join(match["now"].lower().split()), (0, 0)))


_THIS = {"week": (0, 7), "weekend": (0, 9), "month": (0, 31), "year": (0, _YEAR)}
_LAST = {"week": (1, 14), "weekend": (1, 16), "month": (1, 62), "year": (1, 2 * _YEAR)}


def _this(match: re.Match[str]) -> Day | None:
    which, unit = match["this"].lower().split()[-1], match["unit"].lower().rstrip(".")
    if match["this"].lower().startswith("later"):
        return None
    if unit in WEEKDAYS:
        return Day(ago=(0, 14), weekday=WEEKDAYS.index(unit))
    if unit in _MONTH_OF:
        return Day(ago=(0, 2 * _YEAR), month=_MONTH_OF[unit])
    table = _THIS if which == "this" else _LAST
    return Day(ago=table.get(unit, (0, 2 * _YEAR)))


def _ago(match: re.Match[str]) -> Day | None:
    if match["ago"].lower() != "ago":
        return None  # told from another day than that of the report
    days, slack = _UNITS[match["of"].lower()]
    words = match["count"].lower()
    value = {"a": 1.0, "an": 1.0, "several": 5.0, "many": 20.0, "a few": 4.0, "a couple of": 2.5}.get(words)
    vague = words in ("several", "many", "a few", "a couple of")
    if value is None:
        number = number_value(words)
        value = number[1] if number else 1.0
    leeway = (value * days * 0.8 if vague else max(slack, value * days * 0.2)) + 1
    return Day(ago=(max(0, int(value * days - leeway)), int(value * days + leeway)))


def _vague(match: re.Match[str]) -> Day | None:
    least = {"months": 40, "years": 500, "decades": 5000}[match["vague"].lower()]
    return Day(ago=(least, _MANY))


def _month_day(match: re.Match[str]) -> Day | None:
    month = _MONTH_OF[(match["month"] or match["month_after"]).lower().rstrip(".")]
    day, year = int(match["day"] or match["day_first"]), match["year_a"] or match["year_b"]
    try:
        found = date(int(year) if year else 2000, month, day)
    except ValueError:
        return None
    return _exactly(found) if year else Day(ago=(-1, _YEAR), month=month, day=day)


def _month_of_year(match: re.Match[str]) -> Day | None:
    month, year = _MONTH_OF[match["month_of"].lower().rstrip(".")], int(match["year_c"])
    after = date(year + month // 12, month % 12 + 1, 1).toordinal()
    return Day(first=date(year, month, 1).toordinal(), last=after - 1, month=month)


def _lone_year(match: re.Match[str]) -> Day | None:
    year = int(match["lone_year"] or match["year_noun"])
    past = (_PAST, _MANY)
    return Day(first=date(year, 1, 1).toordinal(), last=date(year, 12, 31).toordinal(), ago=past)


_PAST = 75
"""Days: a report that tells of a day by the year alone is not of that day's week, nor of its month."""


def _decade(match: re.Match[str]) -> Day | None:
    year = int(match["decade"].split()[-1][:4])
    last = date(min(year + 9, MAXYEAR), 12, 31).toordinal()
    return Day(first=date(year, 1, 1).toordinal(), last=last, ago=(_PAST, _MANY))


def _lone_month(match: re.Match[str]) -> Day | None:
    month = _MONTH_OF[match["lone_month"].lower().rstrip(".")]
    return Day(ago=(0, _YEAR + 31), month=month)


_READINGS: tuple[tuple[str, Callable[[re.Match[str]], Day | None]], ...] = (
    ("iso", _iso),
    ("unit", _this),
    ("month_after", _month_day),
    ("month", _month_day),
    ("month_of", _month_of_year),
    ("weekday", _weekday),
    ("now", _now),
    ("count", _ago),
    ("vague", _vague),
    ("decade", _decade),
    ("lone_year", _lone_year),
    ("year_noun", _lone_year),
    ("lone_month", _lone_month),
)


# -- counting from the day of publication --------------------------------------------------


def _anchored(day: Day, published: date | None) -> Day:
    """The day with first and last, where the words count from the day of publication and that is known."""
    if published is None or day.ago is None or day.first is not None:
        return day
    least, most = day.ago
    now = published.toordinal()
    first, last = max(1, now - most), now - least
    if day.weekday is not None:
        fitting = [at for at in range(first, last + 1) if (at - 1) % 7 == day.weekday]
        return replace(day, first=fitting[0], last=fitting[-1]) if fitting else day
    if day.month is not None:
        fitting = [at for at in range(first, last + 1) if _fits(at, day)]
        return replace(day, first=fitting[0], last=fitting[-1]) if fitting else day
    return replace(day, first=first, last=last)


def _fits(ordinal: int, day: Day) -> bool:
    at = date.fromordinal(ordinal)
    return at.month == day.month and (day.day is None or at.day == day.day)
