"""Fits what tells that two values are of one thing: the tables of `rashomon.corroboration.contrastmix`.

``python -m training.contrasts`` prints them.  Contrasts come from the invented stories of
``training/invented/weighed``, their labels from the gold: a contrast is right if the gold holds
its two places against each other in its kind, whatever their relation, but for `scope`.  A ridge
logistic regression (Newton's method) for each kind; the figures leave one story out at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from evaluation.eventgold import Event, GoldConflict, GoldSide
from evaluation.events import dossier

from rashomon.corroboration.contrasting import weighable
from rashomon.corroboration.contrasts import Contrast
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.differences import Piece
from rashomon.corroboration.likeness import lot_of
from rashomon.corroboration.units import Unit
from rashomon.inference import OnnxEmbedder
from rashomon.model import ConflictKind, Relation, Span
from training.eventlabels import WEIGHED, events_in
from training.ridge import Rows, average_precision, fitted, likely

__all__ = ["Row", "left_out", "main", "right_in", "rows_of", "say", "table"]

_WHOLE = frozenset({ConflictKind.POLARITY, ConflictKind.MODALITY, ConflictKind.REASON})
"""Kinds whose places are told by clauses: it is enough that the units are the right ones."""

FEATURES: Mapping[ConflictKind, tuple[str, ...]] = {
    ConflictKind.NUMBER: ("ratio", "same_fate", "aspect", "gap", "alone", "one", "finer"),
    ConflictKind.DATE: ("gap", "same_grain", "one_event", "acts", "uncertain"),
    ConflictKind.REASON: ("strong", "surer", "gap", "own", "other_event", "depth"),
    ConflictKind.PLACE: ("heads", "meaning"),
    ConflictKind.POLARITY: ("words", "focus", "done", "gap", "own", "turned"),
    ConflictKind.MODALITY: ("words", "same_event", "meaning", "field"),
}
"""What is weighed, chosen one by one while the average precision over stories left out rose."""


class Row(NamedTuple):
    """One contrast of a story: its features, and whether the gold has it."""

    story: str
    kind: ConflictKind
    features: dict[str, float]
    right: bool


def rows_of(event: Event) -> Iterator[Row]:
    """The contrasts of one story."""
    found = dossier(event)
    policy = found.engine.policy
    lot = lot_of(units_of(found), OnnxEmbedder())
    for (one, other), contrast, features in weighable(lot, policy):
        right = right_in(event, (lot.units[one], lot.units[other]), contrast)
        yield Row(event.name, contrast.kind, dict(features), right)


def right_in(event: Event, units: tuple[Unit, Unit], contrast: Contrast) -> bool:
    """Whether the gold holds the two places of a contrast against each other in its kind, but for `scope`."""
    return any(
        _meets(event, gold, units, contrast)
        for gold in event.conflicts
        if gold.kind is contrast.kind and gold.relation is not Relation.SCOPE
    )


def _meets(event: Event, gold: GoldConflict, units: tuple[Unit, Unit], contrast: Contrast) -> bool:
    return any(
        _has(event, gold, party, units[0], contrast.first, contrast.kind)
        and _has(event, gold, 1 - party, units[1], contrast.second, contrast.kind)
        for party in (0, 1)
    )


def _has(event: Event, gold: GoldConflict, party: int, unit: Unit, piece: Piece, kind: ConflictKind) -> bool:
    spans = unit.wording.spans if kind in _WHOLE else piece.spans
    return any(
        side.party == party and event.names[unit.article.id] == side.report and _overlap(side, spans)
        for side in gold.sides
    )


def _overlap(side: GoldSide, spans: Sequence[Span]) -> bool:
    return any(mine.overlaps(told) for mine in spans for told in side.spans)


def table(rows: Sequence[Row], names: Sequence[str]) -> dict[str, float]:
    """The weights of one kind, by feature, that of the bias first."""
    return dict(zip(("bias", *names), _fit(_matrix(rows, names), _right_of(rows)).tolist(), strict=True))


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> Rows:
    return np.array([[1.0, *(row.features.get(name, 0.0) for name in names)] for row in rows])


def _right_of(rows: Sequence[Row]) -> Rows:
    return np.array([float(row.right) for row in rows])


def _fit(matrix: Rows, right: Rows) -> Rows:
    """Weights of features as they are; the ridge is on features scaled to one spread."""
    spread = matrix.std(axis=0)
    spread[0], spread[spread == 0] = 1.0, 1.0
    scaled: Rows = fitted(matrix / spread, right) / spread
    return scaled


def left_out(rows: Sequence[Row], names: Sequence[str]) -> tuple[Rows, Rows]:
    """The likelihood of each contrast by the weights of all other stories, and whether it is right."""
    matrix, right = _matrix(rows, names), _right_of(rows)
    stories = np.array([row.story for row in rows])
    told = np.zeros(len(rows))
    for story in sorted(set(stories.tolist())):
        own = stories == story
        told[own] = likely(matrix[own], _fit(matrix[~own], right[~own]))
    return told, right


def main() -> int:
    """Print the tables, and what they are worth."""
    rows = [row for event in events_in(WEIGHED) for row in rows_of(event)]
    for kind in ConflictKind:
        own = [row for row in rows if row.kind is kind]
        if not any(row.right for row in own):
            continue
        say(f"ConflictKind.{kind.name}", own, FEATURES[kind])
    return 0


def say(key: str, rows: Sequence[Row], names: Sequence[str]) -> None:
    """Print one table under its key, and what it is worth on stories left out."""
    found, right = left_out(rows, names)
    print(f"# {key}: {len(rows)} contrasts, {right.sum():.0f} right")
    print(f"#   average precision {average_precision(found, right):.3f}")
    for least in (0.2, 0.3, 0.4, 0.5, 0.6):
        told = found >= least
        wrong = (told * (1 - right)).sum()
        print(f"#   from {least}: {(told * right).sum():.0f} right, {wrong:.0f} wrong")
    print(f"    {key}: {{")
    for name, weight in table(rows, names).items():
        print(f'        "{name}": {weight:.2f},')
    print("    },")


if __name__ == "__main__":
    raise SystemExit(main())
