"""What may stand against what in two units that tell of one thing in unlike words.

The comparers ask for words that both units have.  Reporters write in their own words, and the
unit of another report that is nearest in meaning mostly tells of the same thing.  So each
value of one unit (a number, a time, a reason, a denial) is put beside the value of
its kind in the other, with what speaks for and against the two being values of one thing.  How
much of that is enough `contrastmix` weighs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.contrastdenials import contrary_told, denials, steps
from rashomon.corroboration.countwords import CHANGING
from rashomon.corroboration.datedevents import Dated, dated_in, one_event
from rashomon.corroboration.differences import Piece
from rashomon.corroboration.laterness import later_report
from rashomon.corroboration.pieces import quantities_of, span_of
from rashomon.corroboration.quantity import Quantity
from rashomon.corroboration.ranges import Sort, relate
from rashomon.corroboration.reasons import Reason, reasons_of
from rashomon.corroboration.timespans import relate_times, stretch
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys, spans_of, words_of
from rashomon.model import ConflictKind, Policy, Relation, Span

__all__ = ["Contrast", "contrasts"]

_MOST = 6  # values of one kind in a unit that are looked at; more are a table


def contrasts(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    """All contrasts of two units of two reports."""
    for read in _READERS:
        yield from read(first, second, policy)


def _later(first: Unit, second: Unit) -> str | None:
    """The id of the later report, where both say when they came out."""
    found = later_report(first.article, second.article)
    return found.id if found is not None else None


# -- numbers -------------------------------------------------------------------------------


def _numbers(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    ours, theirs = (quantities_of(unit)[:_MOST] for unit in (first, second))
    related = [(a, b, _related(a, b, policy)) for a in ours for b in theirs if _one_sort(a, b)]
    spent = {id(quantity) for a, b, relation in related if relation is None for quantity in (a, b)}
    alone = len(ours) == 1 and len(theirs) == 1
    for one, other, relation in related:
        if relation is None or id(one) in spent or id(other) in spent:
            continue
        later = _later(first, second) if relation is Relation.CONFLICT and _runs(one, other) else None
        yield Contrast(
            kind=ConflictKind.NUMBER,
            relation=Relation.UPDATE if later else relation,
            first=Piece(spans=(span_of(first, one),), value=_value(one)),
            second=Piece(spans=(span_of(second, other),), value=_value(other)),
            features=_of_numbers(one, other)
            | {"alone": float(alone), "finer": float(relation is Relation.REFINEMENT)},
            later=later,
        )


def _related(one: Quantity, other: Quantity, policy: Policy) -> Relation | None:
    if one.second is None or other.second is None:
        return relate(one.value, other.value, policy)
    results = [{quantity.value.told, quantity.second} for quantity in (one, other)]
    return None if results[0] == results[1] else Relation.CONFLICT


def _one_sort(one: Quantity, other: Quantity) -> bool:
    return one.what is other.what and one.dimension == other.dimension and not (one.old or other.old)


def _runs(one: Quantity, other: Quantity) -> bool:
    """Whether the count is of the kind that changes while news runs, or the words tell that it changed."""
    return bool({one.fate, other.fate} & CHANGING) or one.changed != other.changed


def _value(quantity: Quantity) -> str | None:
    return None if quantity.value.sort is Sort.VAGUE else quantity.label


def _of_numbers(one: Quantity, other: Quantity) -> dict[str, float]:
    low, high = sorted((abs(one.value.told), abs(other.value.told)))
    return {
        "ratio": low / high if high else 1.0,
        "same_fate": float(bool(one.fate) and one.fate == other.fate),
        "aspect": float(bool(one.aspect) and one.aspect == other.aspect),
        "one": float(low == 1.0),
    }


# -- times ---------------------------------------------------------------------------------


def _dates(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    ours, theirs = (dated_in(unit)[:_MOST] for unit in (first, second))
    for one in ours:
        for other in theirs:
            told = stretch(one.moment, first.article.text), stretch(other.moment, second.article.text)
            if told[0] is None or told[1] is None:
                continue
            if relate_times(told[0], told[1], policy) is not Relation.CONFLICT:
                continue
            later = _later(first, second) if _moves(one, other) else None
            yield Contrast(
                kind=ConflictKind.DATE,
                relation=Relation.UPDATE if later else Relation.CONFLICT,
                first=Piece(spans=(one.span,), value=one.moment.value),
                second=Piece(spans=(other.span,), value=other.moment.value),
                features=_of_dates(one, other),
                later=later,
            )


def _moves(one: Dated, other: Dated) -> bool:
    """Whether a thing to come was put off or brought forward."""
    return one.moved != other.moved or (one.ahead and other.ahead)


def _of_dates(one: Dated, other: Dated) -> dict[str, float]:
    return {
        "same_grain": float(one.moment.granularity is other.moment.granularity),
        "one_event": one_event(one, other),
        "uncertain": float(one.moment.uncertain or other.moment.uncertain),
        "ahead": float(one.ahead or other.ahead),
    }


# -- reasons -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Given:
    """A reason that a unit gives, or may give by its turn of phrase."""

    spans: tuple[Span, ...]
    keys: frozenset[str]
    of: str
    none: bool


def _reasons(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    for one in _given(first):
        for other in _given(second):
            if (one.none and other.none) or one.keys & other.keys:
                continue
            yield Contrast(
                kind=ConflictKind.REASON,
                relation=Relation.CONFLICT,
                first=Piece(spans=one.spans),
                second=Piece(spans=other.spans),
                features={"same_event": float(bool(one.of) and one.of == other.of)},
            )


def _given(unit: Unit) -> Sequence[_Given]:
    return [_stated(unit, reason) for reason in reasons_of(unit)[:_MOST]] or list(_turned(unit))


def _stated(unit: Unit, reason: Reason) -> _Given:
    return _Given(
        spans=spans_of(reason.words, unit.article.text),
        keys=reason.keys,
        of=reason.of.concept if reason.of else "",
        none=reason.none,
    )


_TURNS = re.compile(
    r"\b(?:after|when|under the weight of|from|blamed?|to blame|owed to|behind|sparked|caused?|triggered"
    r"|set off|set it off|did that|that is why|why|the reason|over|for \w+ing|to avoid|led to|brought)\b",
    re.IGNORECASE,
)


def _turned(unit: Unit) -> Iterator[_Given]:
    """What may be a reason: all of a unit that says "after", "when", "was to blame" and the like."""
    keys = content_keys(words_of(unit))
    told = _TURNS.search(unit.words)
    if told is not None and keys:
        none = told.group(0).casefold() == "why"
        yield _Given(unit.wording.spans, frozenset() if none else keys, "", none)


_READERS: Sequence[Callable[[Unit, Unit, Policy], Iterator[Contrast]]] = (
    _numbers,
    _dates,
    _reasons,
    denials,
    contrary_told,
    steps,
)
