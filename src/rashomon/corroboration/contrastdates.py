"""Times of two units that tell of one thing in unlike words, side by side.

A year beside a day of another year is left out, since it mostly is of what went before; so are times
that count to or from different ends, and those of a first and a last, or of another such thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.corroboration.acts import of_another
from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.datedevents import COARSE, Dated, alike_acts, dated_in, one_event
from rashomon.corroboration.differences import Piece
from rashomon.corroboration.laterness import later_report, tells_new_date
from rashomon.corroboration.timespans import Told, may_be_one, one_clock, relate_times, stretch
from rashomon.corroboration.units import Unit
from rashomon.language.days import Day, days_apart, days_in
from rashomon.model import ConflictKind, Moment, Policy, Relation, Span

__all__ = ["dates", "of_the_event", "tells_when"]

_MOST = 6  # values of one kind in a unit that are looked at; more are a table


def dates(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    """Each time of one beside each of the other that excludes it.

    Where nothing resolves one of them, their words may do so: no day is a Friday and a Sunday.
    """
    ours, theirs = (dated_in(unit, unresolved=True)[:_MOST] for unit in (first, second))
    for one in ours:
        for other in theirs:
            if one.role != other.role and "aside" in (one.role, other.role):
                continue
            if of_another(first, second) or _coarser(one, other):
                continue
            told = (one.moment, first.article.text), (other.moment, second.article.text)
            if not _exclude(*told, policy):
                continue
            later = _later(first, second, moves=_moves(one, other))
            yield Contrast(
                kind=ConflictKind.DATE,
                relation=Relation.UPDATE if later else Relation.CONFLICT,
                first=Piece(spans=(one.span,), value=one.moment.value),
                second=Piece(spans=(other.span,), value=other.moment.value),
                features=_of_dates(one, other),
                later=later,
            )


def _exclude(one: Told, other: Told, policy: Policy) -> bool:
    """Whether no day can be both of two times; where nothing resolves one of them, their words may tell."""
    first, second = (stretch(moment, text) for moment, text in (one, other))
    if first is None or second is None:
        return _named_apart(one, other)
    if may_be_one(one, other) or not one_clock(one, other):
        return False
    return relate_times(first, second, policy) is Relation.CONFLICT


def _named_apart(one: Told, other: Told) -> bool:
    """Whether the words name two days ("Friday", "Jan. 28"), and no night reaches from one into the other."""
    days = _named(*one), _named(*other)
    if days[0] is None or days[1] is None:
        return False
    apart = days_apart(days[0], days[1])
    if apart != 1:
        return apart > 1
    words = [moment.span.of(text) for moment, text in (one, other) if moment.span is not None]
    if days[0].weekday is None or days[1].weekday is None:
        return not any(_NIGHT.search(told) or _MORNING.search(told) for told in words)
    before, after = words if (days[1].weekday - days[0].weekday) % 7 == 1 else words[::-1]
    return not (_NIGHT.search(before) or _MORNING.search(after))


_NIGHT = re.compile(r"night|evening|late", re.IGNORECASE)
_MORNING = re.compile(r"morning|early|hours|dawn|overnight|midnight", re.IGNORECASE)


def _named(moment: Moment, text: str) -> Day | None:
    """The day that the words name, whenever the report came out."""
    if moment.span is None:
        return None
    within, words = Span(max(0, moment.span.start - _IN), moment.span.end), moment.span
    return next((day for span, day in days_in(text, within, None) if span.overlaps(words)), None)


_IN = len("during ")


def _moves(one: Dated, other: Dated) -> bool:
    """Whether a thing to come was put off or brought forward."""
    return one.moved != other.moved or (one.ahead and other.ahead)


def _coarser(one: Dated, other: Dated) -> bool:
    """Whether one is told by its year, and the other by a day of another: the year is of what went before."""
    return (one.moment.granularity in COARSE) != (other.moment.granularity in COARSE)


def _of_dates(one: Dated, other: Dated) -> dict[str, float]:
    return {
        "same_grain": float(one.moment.granularity is other.moment.granularity),
        "one_event": one_event(one, other),
        "uncertain": float(one.moment.uncertain or other.moment.uncertain),
        "ahead": float(one.ahead or other.ahead),
        "acts": float(alike_acts(one, other)),
    }


_IT_HAPPENED = re.compile(
    r"(?:(?:it|this|that|all this|all of it)|(?:the|this) (?:\w+ )?(?:accident|crash|incident|robbery|theft"
    r"|attack|raid|fire|blaze|blast|explosion|shooting|stabbing|collision|derailment|avalanche|landslide|slide|flood|quake"
    r"|earthquake|tremor|storm|heist|break-in|hold-up|burglary|killing|murder|escape|kidnapping|sinking|collapse"
    r"|riot|clash|ambush|disaster|tragedy|drama|mishap|ceremony|meeting|race|vote|fall))"
    r" (?:is (?:said|thought|believed) to have |had |has |must have )?(?:all )?"
    r"(?:happened|occurred|took place|taken place|came about)\b",
    re.IGNORECASE,
)


def tells_when(unit: Unit) -> bool:
    """Whether the unit tells when the event of the story happened: "it happened on Sunday at six"."""
    return _IT_HAPPENED.match(unit.words.lstrip("“\"‘'")) is not None and bool(dated_in(unit))


def of_the_event(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    """When it happened by one unit, beside the first time in what opens the other's report."""
    for contrast in dates(first, second, policy):
        yield replace(contrast, features={**contrast.features, "one_event": 1.0, "acts": 1.0, "gap": 0.0})
        return


def _later(first: Unit, second: Unit, *, moves: bool) -> str | None:
    """The id of the later report, where both say when they came out and it may tell of another plan."""
    found = later_report(first.article, second.article)
    if found is None or not (moves or tells_new_date(first if found is first.article else second)):
        return None
    return found.id
