"""Times that are counted, from the day of writing, another time or an event: their productions."""

from __future__ import annotations

from rashomon.chronology.grammar import Production
from rashomon.chronology.pieces import Count
from rashomon.chronology.readings import (
    About,
    Between,
    Daily,
    Named,
    Origin,
    Reading,
    Shift,
    Vague,
    Weekend,
)

__all__ = ["COUNTED", "TOLD_FROM_EVENTS"]

_NIGHTLY = {"night": "day", "morning": "day", "evening": "day", "afternoon": "day", "fortnight": "week"}
_TWICE = 2
_NO_UNITS = frozenset("second minute hour morning afternoon evening night fortnight".split())


def _now(unit: str, by: int) -> Shift:
    return Shift(unit=_NIGHTLY.get(unit, unit), least=by, most=by)


def _overnight() -> Between:
    return Between(
        first=Daily(of=_now("day", -1), word="night"), last=Daily(of=_now("day", 0), word="morning")
    )


def _one(side: int, unit: str) -> Reading | None:
    if unit == "weekend":
        return Weekend(side=side)
    return _now(unit, side) if unit not in _NO_UNITS else None


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
    if unit == "decade":
        years = _ago(Count(10 * count.least, 10 * count.most, count.vague), "year")
        return About(of=years) if isinstance(years, Shift) else years
    shift = _many(count, unit, -1, Origin.NOW)
    return Vague(when="past") if shift is not None and count.vague and count.most > count.least else shift


def _before(count: Count | None, unit: str, sign: int) -> Reading | None:
    return _many(count or Count(2, 9, True), unit, sign, Origin.TEXT)


def _around(count: Count | None, unit: str, sign: int) -> Shift | None:
    """Counted from an event that follows; its words are found by `expressions`."""
    return _many(count or Count(2, 9, True), unit, sign, Origin.EVENT)


def _soon(sign: int) -> Shift:
    return Shift(unit="day", least=min(0, 7 * sign), most=max(0, 7 * sign), origin=Origin.EVENT, vague=True)


def _week_from(sign: int) -> Shift:
    """“The Monday after”: within a week."""
    return Shift(unit="day", least=min(sign, 7 * sign), most=max(sign, 7 * sign), origin=Origin.EVENT)


def _eve(by: int) -> Shift:
    return Shift(unit="day", least=by, most=by, origin=Origin.EVENT)


COUNTED: tuple[Production, ...] = (
    Production("today", "today", lambda: _now("day", 0), "today"),
    Production("today", "yesterday", lambda: _now("day", -1), "today"),
    Production("today", "tomorrow", lambda: _now("day", 1), "today"),
    Production("today", "the day before yesterday", lambda: _now("day", -2), "today"),
    Production("today", "the day after tomorrow", lambda: _now("day", 2), "today"),
    Production("overnight", "overnight", _overnight, "overnight"),
    Production("shifted", "<side> UNIT", _one, "unit"),
    Production("shifted", "the? current|present UNIT", lambda unit: _one(0, unit), "unit"),
    Production("shifted", "the UNIT before last", lambda unit: _one(-2, unit), "unit"),
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
    Production(
        "narrated", "that same? SEASON",
        lambda s: Named(part=s, side=0, origin=Origin.TEXT), "text",
    ),
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

TOLD_FROM_EVENTS: tuple[Production, ...] = (
    Production("counted", "<count> UNITS before|prior|ahead to|of?", lambda c, u: _around(c, u, -1), "event"),
    Production("counted", "<count> UNIT before|prior|ahead to|of?", lambda c, u: _around(c, u, -1), "event"),
    Production("counted", "<count> UNITS after|following", lambda c, u: _around(c, u, 1), "event"),
    Production("counted", "<count> UNIT after|following", lambda c, u: _around(c, u, 1), "event"),
    Production("event", "just|only? <counted>", lambda shift: shift, "event"),
    Production("counted", "UNITS before|prior|ahead to|of?", lambda u: _around(None, u, -1), "event"),
    Production("counted", "UNITS after|following", lambda u: _around(None, u, 1), "event"),
    Production("counted", "the UNIT before", lambda u: _around(Count(1, 1), u, -1), "event"),
    Production("counted", "the UNIT after", lambda u: _around(Count(1, 1), u, 1), "event"),
    Production("event", "the WEEKDAY before", lambda _: _week_from(-1), "event"),
    Production("event", "the WEEKDAY after", lambda _: _week_from(1), "event"),
    Production("event", "the eve of", lambda: _eve(-1), "event"),
    Production("event", "the day of", lambda: _eve(0), "event"),
    Production("event", "shortly|just|immediately|right|soon before", lambda: _soon(-1), "event"),
    Production("event", "shortly|just|immediately|right|soon after", lambda: _soon(1), "event"),
)
