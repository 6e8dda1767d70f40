"""Pairwise differences become conflicts: one for two values of a thing, with every report on either side.

Places that hold one value are brought together first: what a comparer found equal, the same value
or the same words in one claim.  Then each pair of such values and each relation between
them is one conflict.  A report that has both values itself does not disagree with the others.
Nothing depends on the order in which the differences were found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.events import events_of
from rashomon.corroboration.kinwords import LIGHT
from rashomon.corroboration.pieces import quantities_of, span_of
from rashomon.corroboration.polarity import denied_whole, of_one_act
from rashomon.corroboration.units import Unit
from rashomon.corroboration.whose import of_two_selves
from rashomon.language.tokens import fold
from rashomon.model import Claim, Conflict, ConflictKind, Evidence, Relation, Side, Span

__all__ = ["merge_differences"]

Found = tuple[Unit, Unit, Difference]


class _Place(NamedTuple):
    """Words of one side: where they stand, in which wording, of which kind the difference is."""

    kind: ConflictKind
    article: str
    wording: str
    spans: tuple[Span, ...]


def merge_differences(found: Iterable[Found], claims: Sequence[Claim]) -> tuple[Conflict, ...]:
    """The conflicts that these differences come to, by relation, kind and place.

    Args:
        found: pairs of units and what a comparer found; those between two statements of one act
            of speech make none, nor do those within one report.
        claims: tell which wordings are of one claim.
    """
    claim_of = {wording.id: claim.id for claim in claims for wording in claim.wordings}
    kept = [one for one in found if _counts(one)]
    book = _Book(kept, claim_of)
    conflicts = (book.conflict(*group) for group in sorted(book.groups(), key=repr))
    made = {conflict.id: conflict for conflict in conflicts if conflict is not None}
    return tuple(sorted(made.values(), key=_order))


def _counts(one: Found) -> bool:
    first, second, difference = one
    spoken = of_one_act(first, second)
    if difference.kind is ConflictKind.ATTRIBUTION:
        spoken = False  # who spoke is told by the report
    elif difference.relation is Relation.CONFLICT and of_two_selves(first, second):
        return False
    return not spoken and first.article.id != second.article.id


_OF_EVENTS = frozenset({ConflictKind.POLARITY, ConflictKind.MODALITY})


def _tellings(unit: Unit, spans: tuple[Span, ...]) -> Iterator[tuple[object, ...]]:
    """What the event that these words tell is, and how far it has come."""
    for event in events_of(unit):
        if event.spans == spans and event.lemma not in LIGHT:
            yield event.concept, event.denied ^ denied_whole(unit), event.mood


def _counted(place: _Place, unit: Unit) -> tuple[object, ...] | None:
    """What a number of this place counts or measures; None for all that is no number, or of nothing told."""
    for quantity in quantities_of(unit) if place.kind is ConflictKind.NUMBER else ():
        if span_of(unit, quantity) in place.spans:
            told = quantity.dimension, quantity.head, quantity.fate
            return told if any(told) else None
    return None


_RELATIONS = {relation: at for at, relation in enumerate(Relation)}


def _order(conflict: Conflict) -> tuple[object, ...]:
    sides = [(side.article, side.spans) for side in conflict.sides]
    return _RELATIONS[conflict.relation], conflict.kind.value, sides


class _Book:
    """The places of all findings, the values they share, and what lies between two values."""

    def __init__(self, found: Sequence[Found], claim_of: dict[str, str]) -> None:
        self._claim_of = claim_of
        self._pieces: dict[_Place, Piece] = {}
        self._roots: dict[_Place, _Place] = {}
        self._between: dict[frozenset[_Place], list[tuple[_Place, _Place, Difference]]] = defaultdict(list)
        for first, second, difference in found:
            self._enter(first, second, difference)
        self._join_alike(found)
        self._join_opposed()
        self._join_repeated(found)

    def _enter(self, first: Unit, second: Unit, difference: Difference) -> None:
        places = tuple(
            _Place(difference.kind, unit.article.id, unit.wording.id, piece.spans)
            for unit, piece in ((first, difference.first), (second, difference.second))
        )
        for place, piece in zip(places, (difference.first, difference.second), strict=True):
            self._pieces[place] = piece
            self._roots.setdefault(place, place)
        if difference.relation is None:
            self._join(*places)
        else:
            self._between[frozenset(places)].append((places[0], places[1], difference))

    def _root(self, place: _Place) -> _Place:
        while self._roots[place] != place:
            self._roots[place] = self._roots[self._roots[place]]
            place = self._roots[place]
        return place

    def _join(self, one: _Place, other: _Place) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        self._roots[high] = low

    def _join_alike(self, found: Sequence[Found]) -> None:
        """Places of one claim and kind that have the same value, or the same words; tellings of one event."""
        units = {unit.wording.id: unit for pair in found for unit in pair[:2]}
        alike: dict[tuple[object, ...], _Place] = {}
        for place in sorted(self._roots):
            claim = self._claim_of.get(place.wording, place.wording)
            text = units[place.wording].article.text
            words = tuple(fold(" ".join(span.of(text).split())) for span in place.spans)
            turned = place.kind in _OF_EVENTS and denied_whole(units[place.wording])
            keys: list[tuple[object, ...]] = [
                (claim, "words", turned, words),
                (claim, "value", self._pieces[place].value),
            ]
            if place.kind in _OF_EVENTS:
                keys += [("event", told) for told in _tellings(units[place.wording], place.spans)]
            for key in keys:
                if key[-1] is not None:
                    self._join(place, alike.setdefault((place.kind, *key), place))

    def _join_opposed(self) -> None:
        """What denies one telling is one party, and so is what it denies: there are but two."""
        opposed: dict[_Place, _Place] = {}
        for pair in sorted(self._between, key=sorted):
            one, *other = sorted(pair)
            if one.kind is ConflictKind.POLARITY and other:
                for place, against in ((one, other[0]), (other[0], one)):
                    self._join(against, opposed.setdefault(self._root(place), against))

    def _join_repeated(self, found: Sequence[Found]) -> None:
        """Two counts of one thing stand against each other once, however often either report tells it."""
        units = {unit.wording.id: unit for pair in found for unit in pair[:2]}
        told: dict[tuple[object, ...], dict[str, _Place]] = {}
        for pair in sorted(self._between, key=sorted):
            by = {place.article: place for place in sorted(pair)}
            ends = [
                (article, self._pieces[place].value, _counted(place, units[place.wording]))
                for article, place in sorted(by.items())
            ]
            if len(by) == len(pair) and all(value and thing for _, value, thing in ends):
                before = told.setdefault(tuple(ends), by)
                for article, place in by.items():
                    self._join(before[article], place)

    def groups(self) -> Iterator[tuple[_Place, _Place, Relation]]:
        """Two values and a relation between them, each once."""
        out = set()
        for entries in self._between.values():
            for first, second, difference in entries:
                low, high = sorted((self._root(first), self._root(second)))
                if low != high and difference.relation is not None:
                    out.add((low, high, difference.relation))
        yield from out

    def conflict(self, low: _Place, high: _Place, relation: Relation) -> Conflict | None:
        """The conflict of this relation between the two values; None where no side is left."""
        entries = [
            entry
            for pair in self._between.values()
            for entry in pair
            if {self._root(entry[0]), self._root(entry[1])} == {low, high}
        ]
        held = [entry for entry in entries if entry[2].relation is relation]
        elsewhere = {p for e in entries for p in e[:2]} - {p for e in held for p in e[:2]}
        parties = [
            sorted(p for p in self._roots if self._root(p) == value and p not in elsewhere)
            for value in (low, high)
        ]
        parties = _without_both(parties)
        if not all(parties):
            return None
        parties.sort(key=lambda places: (-len({place.article for place in places}), places))
        return self._made(relation, parties, [difference for _, _, difference in held])

    def _made(self, relation: Relation, parties: list[list[_Place]], held: Sequence[Difference]) -> Conflict:
        best = min(held, key=lambda d: (-d.evidence.score, d.evidence.reason))
        shown = {(p.article, p.spans): self._side(p, party) for party, ps in enumerate(parties) for p in ps}
        sides = tuple(shown.values())
        claims = {self._claim_of[side.wording] for side in sides if side.wording in self._claim_of}
        later = sorted({d.later for d in held if d.later is not None})
        return Conflict(
            kind=parties[0][0].kind,
            relation=relation,
            sides=sides,
            claims=tuple(sorted(claims)),
            evidence=Evidence(score=best.evidence.score, reason=best.evidence.reason, spans=sides[0].spans),
            later=later[-1] if later else None,
        )

    def _side(self, place: _Place, party: int) -> Side:
        return Side(
            article=place.article,
            spans=place.spans,
            wording=place.wording,
            party=party,
            value=self._pieces[place].value,
        )


def _without_both(parties: list[list[_Place]]) -> list[list[_Place]]:
    """The parties without the reports that are on both."""
    both = {p.article for p in parties[0]} & {p.article for p in parties[1]}
    return [[place for place in places if place.article not in both] for places in parties]
