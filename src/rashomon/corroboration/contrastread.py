"""What a reader of pairs takes for a contradiction where no rule found one.

Numbers and dates are compared by rules alone, who said it as well; of the other kinds the reader may tell
one.  The words shown are the names or places that only one side has, else the unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.likeness import Lot, Pair
from rashomon.corroboration.reasons import Reason, reasons_of
from rashomon.corroboration.units import Unit
from rashomon.language.names import Name, NameKind, find_names
from rashomon.model import ConflictKind, Evidence, Policy, Relation, Span
from rashomon.ports import Reading

__all__ = ["READ_REASONS", "contrary_read"]

READ_REASONS = {
    "read_as_contrary": "a reader of pairs takes the units to tell one thing and to contradict each other"
}
"""The rule, by its label."""

_KINDS = {
    kind.value: kind
    for kind in (
        ConflictKind.PLACE,
        ConflictKind.NAME,
        ConflictKind.REASON,
        ConflictKind.POLARITY,
        ConflictKind.MODALITY,
    )
}


def contrary_read(lot: Lot, policy: Policy) -> Iterator[tuple[Pair, Difference]]:
    """What the reader found, told from the pair's first unit; the surest of a unit in each report."""
    found = [
        (reading.contrary * reading.kinds[kind], pair, _KINDS[kind])
        for pair, reading in (lot.readings or {}).items()
        for kind in [_likeliest(reading)]
        if kind in _KINDS
    ]
    taken: set[tuple[int, str]] = set()
    for score, (one, other), kind in sorted(
        found, key=lambda item: (-item[0], sorted(lot.ids[at] for at in item[1]))
    ):
        first, second = lot.units[one], lot.units[other]
        same_act = first.utterance is not None and first.utterance == second.utterance
        ends = {(one, lot.reports[other]), (other, lot.reports[one])}
        if score >= policy.pair_contrary and not same_act and taken.isdisjoint(ends):
            taken |= ends
            yield (one, other), _difference(first, second, kind, score)


def _likeliest(reading: Reading) -> str:
    return max(reading.kinds, key=lambda kind: (reading.kinds[kind], kind))


def _difference(first: Unit, second: Unit, kind: ConflictKind, score: float) -> Difference:
    [reason] = READ_REASONS
    pieces = _pieces(first, second, kind)
    return Difference(
        kind=kind,
        relation=Relation.CONFLICT,
        first=pieces[0],
        second=pieces[1],
        evidence=Evidence(score=round(score, 4), reason=reason, spans=pieces[0].spans),
    )


def _pieces(first: Unit, second: Unit, kind: ConflictKind) -> tuple[Piece, Piece]:
    """The words of either side that are not the other's, where each has one such; else all its words."""
    if kind in (ConflictKind.NAME, ConflictKind.PLACE):
        ours, theirs = _names(first, kind), _names(second, kind)
        own = _without(ours, theirs), _without(theirs, ours)
        if all(len(names) == 1 for names in own):
            return Piece(spans=(own[0][0].span,)), Piece(spans=(own[1][0].span,))
    if kind is ConflictKind.REASON:
        given = reasons_of(first), reasons_of(second)
        if all(given):
            return _reason(given[0][0]), _reason(given[1][0])
    return Piece(spans=first.wording.spans), Piece(spans=second.wording.spans)


def _reason(given: Reason) -> Piece:
    return Piece(spans=(Span(start=given.words[0].start, end=given.words[-1].end),))


def _names(unit: Unit, kind: ConflictKind) -> Sequence[Name]:
    found = [name for span in unit.wording.spans for name in find_names(unit.article.text, span)]
    return [name for name in found if kind is ConflictKind.NAME or name.kind is not NameKind.PERSON]


def _without(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """The names of which no word is in one of the others."""
    known = {word for other in others for word in other.name.casefold().split()}
    return [name for name in names if known.isdisjoint(name.name.casefold().split())]
