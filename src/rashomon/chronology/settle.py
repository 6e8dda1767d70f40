"""From what the words say to a time: readings settled against what they count from.

One function for each kind of reading.  A name of the calendar takes what it
does not tell from the day of writing: the nearest such time that the tense
allows, in news the last one unless the words look ahead.  A count goes from
the day of writing, from another time of the text, or from an event.  What is
counted from is always shown; where nothing tells it, there is no value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from rashomon.chronology import periods
from rashomon.chronology.nearest import in_year, nearest, told
from rashomon.chronology.periods import Period
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
from rashomon.chronology.situation import Found, Settled, Situation
from rashomon.language.edtf import interval, of_time
from rashomon.model import Anchor, AnchorKind, Granularity, Offset

__all__ = ["settle"]


_UNIT_SIZE = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30, "quarter": 91} | {
    "year": 365, "decade": 3652, "century": 36524
}  # fmt: skip
"""In days."""
_GRANULARITY = {"minute": Granularity.MOMENT, "hour": Granularity.MOMENT} | {
    unit: Granularity(unit) for unit in ("day", "week", "month", "quarter", "year", "decade", "century")
}
_WEEK = 7


def settle(reading: Reading, situation: Situation) -> Settled:
    """The time that a reading comes to in its situation; no value where nothing anchors it."""
    try:
        return _SETTLERS[type(reading)](reading, situation)
    except (ValueError, OverflowError):  # no such day, or beyond the calendar
        return Settled(granularity=told(reading) if isinstance(reading, Named) else Granularity.VAGUE)


def _of(period: Period, *, anchor: Anchor | None = None, uncertain: bool = False) -> Settled:
    return Settled(
        granularity=period.granularity,
        period=period,
        value=period.value,
        anchor=anchor,
        uncertain=uncertain,
    )


# -- names of the calendar ---------------------------------------------------------------------


def _named(reading: Named, situation: Situation) -> Settled:
    if reading.year is not None:
        return _of(in_year(reading, reading.year))
    if reading.origin is Origin.TEXT:
        found = situation.earlier("day" if reading.part is None else "year")
        if found is None:
            return Settled(granularity=told(reading))
        anchor = Anchor(kind=AnchorKind.EXPRESSION, span=found.span, value=found.period.value)
        side = reading.side or 0
        at = found.period.last if side > 0 else found.period.first
        return _of(nearest(reading, at, side), anchor=anchor, uncertain=not found.near)
    year = situation.opening
    if year is not None and reading.part is not None and reading.side is None:
        anchor = Anchor(kind=AnchorKind.EXPRESSION, span=year.span, value=year.period.value)
        return _of(in_year(reading, year.period.first.year), anchor=anchor)
    return _from_writing(reading, situation)


def _from_writing(reading: Named, situation: Situation) -> Settled:
    if situation.written is None:
        return Settled(granularity=told(reading))
    period = nearest(reading, situation.written, reading.side, situation.ahead)
    if reading.side is None and reading.weekday is None:
        other = nearest(reading, situation.written, None, 1 if situation.ahead <= 0 else -1)
        if other.value != period.value and _rather(other, period, situation.written, situation):
            return _of(other, anchor=situation.anchor, uncertain=True)
    return _of(period, anchor=situation.anchor, uncertain=_chosen(reading, period, situation))


def _rather(other: Period, found: Period, written: date, situation: Situation) -> bool:
    """Whether the one on the other side of the day of writing is meant, in spite of the words."""
    if situation.ahead > 0:
        return (written - other.last).days <= situation.just_days
    back, on = (written - found.last).days, (other.first - written).days
    if situation.ahead == 0:
        return on < situation.nearer * back
    return situation.ahead == -1 and back > situation.far_days and on <= situation.near_days


def _chosen(reading: Named, period: Period, situation: Situation) -> bool:
    """Whether the text leaves it open which one is meant."""
    written = situation.written
    if written is None:
        return False
    if reading.weekday is not None and reading.day is None:
        return reading.side == 1
    far = min(abs((period.first - written).days), abs((period.last - written).days))
    return reading.side is None and situation.ahead == 0 and far > situation.sure_days


def _era(reading: Era, situation: Situation) -> Settled:
    return _of(periods.era(reading.first, reading.years))


def _weekend(reading: Weekend, situation: Situation) -> Settled:
    if situation.written is None:
        return Settled(granularity=Granularity.WEEKEND)
    at = situation.written
    this = periods.weekend(at)
    if reading.side == 1 or situation.ahead > 0:
        period = this if this.last >= at else periods.weekend(at + timedelta(days=_WEEK))
    elif reading.side == 0 and situation.ahead == 0:
        period = this
    else:
        period = this if this.first <= at else periods.weekend(at - timedelta(days=_WEEK))
    return _of(period, anchor=situation.anchor)


# -- counts ------------------------------------------------------------------------------------


def _shift(reading: Shift, situation: Situation) -> Settled:
    size = _UNIT_SIZE[reading.unit]
    offset = Offset(least=reading.least * size, most=reading.most * size, vague=reading.vague)
    bare = Settled(granularity=_GRANULARITY[reading.unit], offset=offset)
    if reading.origin is Origin.EVENT:
        return _from_event(reading, situation, bare)
    if reading.origin is Origin.TEXT:
        found = situation.earlier(_day_at_least(reading.unit))
        if found is None:
            told = None if reading.least == reading.most == 0 else Anchor(kind=AnchorKind.EVENT)
            return replace(bare, anchor=told)
        return replace(_counted(reading, found, bare, situation), uncertain=not found.near)
    if situation.written is None or size < 1:
        return bare
    period = _span_of(reading, situation.written, situation.written)
    return replace(_of(period), anchor=situation.anchor, offset=offset)


def _day_at_least(unit: str) -> str:
    return "day" if _UNIT_SIZE[unit] < 1 else unit


def _counted(reading: Shift, found: Found, bare: Settled, situation: Situation) -> Settled:
    """Counted from another time of the text; hours later have no value, since days are all that is known."""
    anchor = Anchor(kind=AnchorKind.EXPRESSION, span=found.span, value=found.period.value)
    if reading.vague or _UNIT_SIZE[reading.unit] < 1:
        return replace(bare, anchor=anchor)
    period = _span_of(reading, found.period.first, found.period.last)
    if _later(period, situation):
        return replace(bare, anchor=Anchor(kind=AnchorKind.EVENT))  # not from that time, then
    return replace(_of(period), anchor=anchor, offset=bare.offset)


def _from_event(reading: Shift, situation: Situation, bare: Settled) -> Settled:
    found = situation.dated(reading.event) if reading.event is not None else None
    anchor = Anchor(
        kind=AnchorKind.EVENT, span=reading.event, value=None if found is None else found.period.value
    )
    if found is None or reading.vague or _UNIT_SIZE[reading.unit] < 1:
        return replace(bare, anchor=anchor)
    period = _span_of(reading, found.period.first, found.period.last)
    return replace(_of(period), anchor=anchor, offset=bare.offset)


def _span_of(reading: Shift, first: date, last: date) -> Period:
    """The unit so many units away; a stretch of them where least and most differ."""
    low = periods.stepped(reading.unit, round(reading.least), first)
    high = periods.stepped(reading.unit, round(reading.most), last)
    if low.value == high.value:
        return low
    return replace(low, last=high.last, value=_joined(low.value, high.value))


def _joined(low: str, high: str) -> str:
    """One interval of two values, each of which may be an interval."""
    return interval(low.partition("/")[0], high.rpartition("/")[2])


# -- parts and wholes --------------------------------------------------------------------------


def _inside(reading: Inside, situation: Situation) -> Settled:
    outer = settle(reading.outer, situation)
    if outer.period is None:
        return replace(outer, granularity=told(reading.inner))
    inner = reading.inner
    at = outer.period.first
    if inner.weekday is not None:
        period = periods.day(at + timedelta(days=(inner.weekday - at.weekday()) % _WEEK))
    else:
        period = in_year(inner, at.year)
    if not outer.period.first <= period.first <= outer.period.last:
        return replace(outer, period=None, value=None, granularity=told(inner))
    return replace(_of(period), anchor=outer.anchor, uncertain=outer.uncertain)


def _part(reading: Part, situation: Situation) -> Settled:
    whole = settle(reading.of, situation)
    if whole.period is None or reading.portion is Portion.SOME:
        return whole
    if whole.granularity is Granularity.DAY:
        return replace(whole, granularity=Granularity.PART_OF_DAY)
    period = periods.portion_of(whole.period, reading.portion.value)
    return replace(whole, period=period, value=period.value)


def _daily(reading: Daily, situation: Situation) -> Settled:
    granularity = Granularity.MOMENT if reading.clock is not None else Granularity.PART_OF_DAY
    if reading.of is not None:
        day = settle(reading.of, situation)
    else:
        found = situation.earlier("day")
        if found is not None and not _later(found.period, situation):
            anchor = Anchor(kind=AnchorKind.EXPRESSION, span=found.span, value=found.period.value)
            day = replace(_of(found.period), anchor=anchor, uncertain=not found.near)
        elif situation.written is not None and situation.ahead <= 0:
            day = replace(_of(periods.day(situation.written)), anchor=situation.anchor, uncertain=True)
        else:
            return Settled(granularity=granularity)
    if day.period is None or day.period.first != day.period.last:
        return replace(day, granularity=granularity, period=None, value=None, offset=None)
    value = day.period.value
    if reading.clock is not None:
        value = of_time(day.period.first, *reading.clock)
    return replace(day, granularity=granularity, value=value, offset=None)


def _later(period: Period, situation: Situation) -> bool:
    """Whether the period is still to come and the words do not look ahead (“updated at 5 p.m.”)."""
    return situation.written is not None and period.first > situation.written and situation.ahead <= 0


def _about(reading: About, situation: Situation) -> Settled:
    """Around a time: EDTF's ``~``, which single days, months and years can bear."""
    exact = settle(reading.of, situation)
    if exact.value is None or "/" in exact.value or "T" in exact.value or exact.value.endswith("X"):
        return exact
    return replace(exact, value=f"{exact.value}~")


def _before(reading: Before, situation: Situation) -> Settled:
    day = settle(reading.of, situation)
    if day.period is None:
        return day
    period = periods.day(day.period.first - timedelta(days=1))
    return replace(day, period=period, value=period.value)


def _between(reading: Between, situation: Situation) -> Settled:
    last = settle(reading.last, situation)
    first = settle(_completed(reading.first, reading.last), situation)
    if first.period is None or last.period is None:
        return replace(last, period=None, value=None)
    if first.period.first > last.period.first:
        first, last = _in_order(reading, first, last, situation)
    if first.period is None or last.period is None or first.value is None or last.value is None:
        return replace(last, period=None, value=None)
    period = replace(last.period, first=first.period.first, value=_joined(first.value, last.value))
    return replace(last, period=period, value=period.value, uncertain=first.uncertain or last.uncertain)


def _in_order(
    reading: Between, first: Settled, last: Settled, situation: Situation
) -> tuple[Settled, Settled]:
    """“Monday to Wednesday”, “November to February”: the one just before or behind the other."""
    if first.period is None or last.period is None or not isinstance(reading.first, Named):
        return first, replace(last, period=None)
    if reading.first.weekday is None:
        return settle(replace(reading.first, year=last.period.first.year - 1), situation), last
    days = (last.period.first.weekday() - first.period.first.weekday()) % _WEEK
    if situation.ahead > 0:
        return first, _moved(last, first.period.first + timedelta(days=days))
    return _moved(first, last.period.first - timedelta(days=days)), last


def _moved(settled: Settled, at: date) -> Settled:
    period = periods.day(at)
    return replace(settled, period=period, value=period.value)


def _completed(first: Reading, last: Reading) -> Reading:
    """“3 to 5 March 2020”, “May to July 2019”: the first takes the year of the last."""
    if isinstance(first, Named) and isinstance(last, Named) and first.year is None and first.weekday is None:
        return replace(first, year=last.year)
    return first


def _vague(reading: Vague, situation: Situation) -> Settled:
    return Settled(granularity=Granularity.VAGUE)


_SETTLERS: dict[type, Callable[..., Settled]] = {
    Named: _named,
    Era: _era,
    Weekend: _weekend,
    Shift: _shift,
    Inside: _inside,
    Part: _part,
    Daily: _daily,
    About: _about,
    Before: _before,
    Between: _between,
    Vague: _vague,
}
