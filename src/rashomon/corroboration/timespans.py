"""The stretch of time that a moment's words allow, and how two such stretches stand to each other."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from rashomon.language.edtf import bounds
from rashomon.language.numerals import lexemes, number_at
from rashomon.language.tokens import tokenize
from rashomon.model import Granularity, Moment, Policy, Relation

__all__ = ["Told", "may_be_one", "one_clock", "relate_offsets", "relate_times", "stretch"]

Told = tuple[Moment, str]
"""A time and the text of its report."""

_HOURS = {
    "small hours": (0, 6), "dawn": (3, 8), "daybreak": (3, 8), "sunrise": (3, 9), "morning": (0, 12),
    "midday": (11, 14), "noon": (11, 14), "lunchtime": (11, 15), "afternoon": (12, 19), "dusk": (15, 23),
    "evening": (16, 24), "midnight": (22, 26), "overnight": (17, 33), "night": (17, 30), "tonight": (17, 30),
    "early": (0, 11), "late": (15, 27),
}  # fmt: skip
_PART = re.compile(rf"\b({'|'.join(_HOURS)})\b", re.IGNORECASE)
_DAY = timedelta(days=1)
_DAYLIKE = frozenset({Granularity.DAY, Granularity.PART_OF_DAY})


def stretch(moment: Moment, text: str) -> tuple[datetime, datetime] | None:
    """From when to when it can mean, half-open; None where it has no value.

    Parts of a day are hours of it, told generously; a night reaches into the next morning.
    """
    if moment.value is None:
        return None
    try:
        first, last = bounds(moment.value)
    except ValueError:
        return None
    if (slack := _slack(moment, text)) is not None:
        return first - slack, last + slack
    if moment.granularity not in _DAYLIKE or last - first != timedelta(days=1) or moment.span is None:
        return first, last
    part = _PART.search(moment.span.of(text))
    if part is None:
        return first, last
    low, high = _HOURS[part.group(1).lower()]
    return first + timedelta(hours=low), first + timedelta(hours=high)


def _slack(moment: Moment, text: str) -> timedelta | None:
    """By how much so many years ago may be off where words or figure tell that they are rounded: a tenth."""
    if moment.span is None or moment.granularity is not Granularity.YEAR:
        return None
    run = lexemes(moment.span.of(text))
    if run[-1:] == () or run[-1].low != "ago":
        return None
    for at in range(len(run) - 1):
        number = number_at(run, at)
        unit = run[number.after].low.removesuffix("s") if number and number.after < len(run) else ""
        if number is not None and unit in _YEARS:
            years = number.least * _YEARS[unit]
            rounded = _ROUGHLY & {word.low for word in run} or (years >= _MANY and years % 5 == 0)
            return max(0.1 * years, 1.0) * _YEAR if rounded or unit != "year" else None
    return None


_YEAR, _MANY = timedelta(days=365), 10
_ROUGHLY = frozenset("about almost nearly around roughly some approximately over".split())
_YEARS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}


def relate_times(
    one: tuple[datetime, datetime], other: tuple[datetime, datetime], policy: Policy
) -> Relation | None:
    """None where both are the same, a refinement where some instant fits both, else a conflict.

    Two times of day that are nearly the same are one of them rounded.  A night counts as that of its
    first day beside another day, and reaches into the next morning beside a part of that.
    """
    one, other = _beside(one, other), _beside(other, one)
    if one == other:
        return None
    if max(one[0], other[0]) < min(one[1], other[1]):
        return Relation.REFINEMENT
    gap = max(one[0], other[0]) - min(one[1], other[1])
    fine = max(one[1] - one[0], other[1] - other[0]) <= timedelta(hours=1)
    near = gap <= timedelta(minutes=policy.clock_rounding)
    return Relation.ROUNDING if fine and near else Relation.CONFLICT


def _beside(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> tuple[datetime, datetime]:
    """The stretch without what reaches over midnight, if the other is a day or more."""
    over = one[1].date() > one[0].date() and one[1] - one[0] < _DAY
    if not over or other[1] - other[0] < _DAY:
        return one
    return one[0], datetime.combine(one[0].date() + _DAY, datetime.min.time())


def relate_offsets(one: Moment, other: Moment) -> Relation | None:
    """How two distances from one event stand to each other; vague ones only exclude the other side of it.

    Raises:
        ValueError: if one of them has no offset.
    """
    if one.offset is None or other.offset is None:
        raise ValueError("a moment without an offset")
    mine, theirs = one.offset, other.offset
    if mine == theirs:
        return None
    if max(mine.least, theirs.least) <= min(mine.most, theirs.most):
        return Relation.REFINEMENT
    if mine.vague or theirs.vague:
        return Relation.REFINEMENT if (mine.most <= 0) == (theirs.most <= 0) else Relation.CONFLICT
    return Relation.CONFLICT


def may_be_one(one: Told, other: Told) -> bool:
    """Whether times differ by a year that one of them at least does not tell, or are both a bare "Friday".

    The year, or the week, is then a choice, made by the day of publication alone.
    """
    days = [moment.span and _WEEKDAY.fullmatch(moment.span.of(text)) for moment, text in (one, other)]
    if days[0] and days[1] and days[0][1].lower() == days[1][1].lower():
        return (one[0].value or "")[:_DATE] != (other[0].value or "")[:_DATE]
    return _but_for_the_year(one, other)


def _but_for_the_year(one: Told, other: Told) -> bool:
    values = [moment.value or "" for moment, _ in (one, other)]
    told = [
        moment.span is not None and (value[:4] in moment.span.of(text))
        for (moment, text), value in zip((one, other), values, strict=True)
    ]
    if not any(told) and values[0][:4] == values[1][:4]:
        return False
    if all(told) or not all(_DAY_OR_MONTH.fullmatch(value) for value in values):
        return False
    reach = min(map(len, values))
    return values[0][5:reach] == values[1][5:reach]


def one_clock(one: Told, other: Told) -> bool:
    """Whether two times (each with its text) are told without a zone, or in the same."""
    zones = []
    for moment, text in (one, other):
        span = moment.span
        near = text[span.start : span.end + _ZONE_REACH] if span else ""
        zones.append(frozenset(t.low for t in tokenize(near)) & _ZONES)
    return zones[0] == zones[1] or not (zones[0] and zones[1])


_ZONES = frozenset("gmt utc bst cet cest est edt et pst pdt pt cst cdt ct ist jst local".split())
_ZONE_REACH = 12
_DATE = len("2024-05-17")
_WEEKDAY = re.compile(
    r"(?:on |early (?:on )?|late (?:on )?)?((?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"(?: (?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_DAY_OR_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?")
