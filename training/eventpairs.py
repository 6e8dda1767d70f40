"""Pairs of units of invented events, with what the gold tells about them.

The pairs are those that the program would have read (`rashomon.corroboration.readings`), in the proportion
in which they come: nearly all of them are no contradiction.  The gold's list of conflicts is complete, its
list of claims is not, so of many pairs only some relations can be ruled out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evaluation.eventgold import Event
from evaluation.facts import APART, COMPATIBLE, CONTRARY, DIFFERING, NOT_APART, NOT_CONTRARY, SAME, Example

from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import lot_of
from rashomon.corroboration.readings import worth_reading
from rashomon.corroboration.units import Unit
from rashomon.inference import OnnxEmbedder
from rashomon.inference.pairs import KINDS
from rashomon.model import ConflictKind, Policy, Relation, Stance
from rashomon.ports import Models
from rashomon.wiring import dossier_of, models_for
from training.eventlabels import against, labels_of

__all__ = ["event_examples"]


def event_examples(events: Iterable[Event]) -> Iterator[Example]:
    """The pairs of each event that would be read, and those of the gold that would not."""
    embedder, policy = OnnxEmbedder(), Policy()
    models = Models(tagger=models_for("auto").tagger)
    for event in events:
        # neither embedder nor reader of pairs has a say in how reports are cut
        found = dossier_of(list(event.articles.values()), policy, models=models)
        lot = lot_of(units_of(found), embedder)
        one_claim = labels_of(event, lot.units)
        pairs = {*worth_reading(lot, policy), *(pair for pair, one in one_claim.items() if one)}
        says = _saying(event, lot.units)
        for one, other in sorted(pairs):
            relation, kind = _label(event, (lot.units[one], lot.units[other]), one_claim.get((one, other)))
            if relation == SAME and not (says[one] and says[other]):
                relation = NOT_APART
            first, second = (lot.units[at].in_context for at in (one, other))
            yield Example(first=first, second=second, relation=relation, kind=kind)


def _label(event: Event, units: tuple[Unit, Unit], one_claim: bool | None) -> tuple[int, int]:
    for conflict in against(event, units):
        if conflict.kind is ConflictKind.ATTRIBUTION:
            return NOT_APART, -1  # the words are one, whoever said them
        if conflict.relation is Relation.CONFLICT:
            return CONTRARY, KINDS.index(conflict.kind.value)
        if conflict.relation is Relation.UPDATE:
            return DIFFERING, -1  # when the reports came out tells which, and that is not in the words
        return COMPATIBLE, -1
    if one_claim is None:
        return NOT_CONTRARY, -1
    return (SAME if one_claim else APART), -1


def _saying(event: Event, units: Sequence[Unit]) -> list[bool]:
    """Of each unit whether it holds nothing that the gold says differs or is denied."""
    contrary = [
        (name, span)
        for claim in event.claims
        for name, position in claim.positions.items()
        if position.stance in (Stance.DIFFERS, Stance.DENIES)
        for span in position.spans
    ]
    return [
        not any(
            name == event.names[unit.article.id] and mine.overlaps(span)
            for mine in unit.wording.spans
            for name, span in contrary
        )
        for unit in units
    ]
