"""Fits the mix that tells which units are one claim: the tables of `rashomon.corroboration.mix`.

``python -m training.claims`` prints them.  Pairs of units of two reports come
from the invented stories of the open parts of ``evaluation/invented/events``, their labels
from the gold: a pair is one claim if both units hold most of a wording of
it, and is not if one of them does and the other has no word of it.  A ridge
logistic regression (Newton's method), once with each set of
models; the figures beside them leave one story out at a time: average
precision, and the best F1 with the likelihood from which it comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from evaluation.eventgold import OPEN, Event, read_events
from evaluation.events import dossier
from evaluation.eventtally import points

from rashomon.corroboration.claims import nearness_of
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import Pair, lot_of
from rashomon.corroboration.mix import WITH_READER, WITH_VECTORS, WITHOUT_VECTORS
from rashomon.corroboration.readings import read
from rashomon.corroboration.units import Unit
from rashomon.inference import OnnxEmbedder, OnnxPairReader
from rashomon.model import Dossier
from rashomon.ports import Embedder, PairReader
from training.ridge import Rows, fitted, likely

__all__ = ["fit", "labels_of", "left_out", "main"]

_FOUND = ("alike", "apart")  # what comparers found; these features come last
MOST = 0.6
"""The part of a unit or of the gold's words that the two must share."""


class Story(NamedTuple):
    """Features of pairs of one story, and whether each is one claim."""

    rows: Rows
    same: Rows


def labels_of(event: Event, units: Sequence[Unit]) -> dict[Pair, bool]:
    """Of the pairs of two reports that the gold tells about: whether they are one claim."""
    held = [points(unit.wording.spans) for unit in units]
    names = [event.names[unit.article.id] for unit in units]
    has: list[set[str]] = [set() for _ in units]
    touches: list[set[str]] = [set() for _ in units]
    for claim, name, wanted in _wanted(event):
        near = [(len(held[at] & wanted), at) for at in range(len(units)) if names[at] == name]
        for shared, at in near:
            if shared:
                touches[at].add(claim)
            if shared >= MOST * len(wanted) or shared >= MOST * len(held[at]):
                has[at].add(claim)
        if near and max(near)[0]:
            has[max(near)[1]].add(claim)
    return {
        (one, other): bool(has[one] & has[other])
        for one, other in combinations(range(len(units)), 2)
        if names[one] != names[other]
        and (has[one] & has[other] or ((has[one] or has[other]) and not touches[one] & touches[other]))
    }


def _wanted(event: Event) -> Iterator[tuple[str, str, set[int]]]:
    for claim in event.claims:
        for name, position in claim.positions.items():
            for span in position.spans:
                yield claim.id, name, points((span,))


def story(event: Event, found: Dossier, embedder: Embedder | None, reader: PairReader | None) -> Story:
    """The pairs of one story that the program would compare."""
    lot = read(lot_of(units_of(found), embedder), reader, found.engine.policy)
    told = labels_of(event, lot.units)
    features = nearness_of(lot, found.engine.policy).features
    pairs = [pair for pair in features if pair in told]
    names = names_of(embedder, reader)
    return Story(
        rows=np.array([[features[pair][name] for name in names] for pair in pairs]),
        same=np.array([told[pair] for pair in pairs], np.float64),
    )


def names_of(embedder: Embedder | None, reader: PairReader | None) -> tuple[str, ...]:
    """The features that are there with these models."""
    table = WITH_READER if reader else WITH_VECTORS if embedder else WITHOUT_VECTORS
    return tuple(sorted((name for name in table if name != "bias"), key=_FOUND.__contains__))


def fit(stories: Sequence[Story]) -> Rows:
    """The weights, that of the bias first.

    Every pair counts twice, once as if no comparer had found anything in it: the comparers' tables know
    these very stories, and in others they find less.
    """
    rows, same = _together([*stories, *map(_unseen, stories)])
    return fitted(rows, same)


def _unseen(one: Story) -> Story:
    rows = one.rows.copy()
    rows[:, -len(_FOUND) :] = 0.0
    return Story(rows=rows, same=one.same)


def _together(stories: Sequence[Story]) -> tuple[Rows, Rows]:
    rows = np.concatenate([one.rows for one in stories])
    return np.hstack([np.ones((len(rows), 1)), rows]), np.concatenate([one.same for one in stories])


def left_out(stories: Sequence[Story]) -> tuple[float, float, float]:
    """Average precision, best F1 and its likelihood, each story told by the weights of the others."""
    found: list[Rows] = []
    for at, one in enumerate(stories):
        rows, _ = _together([one])
        found.append(likely(rows, fit([*stories[:at], *stories[at + 1 :]])))
    told, same = np.concatenate(found), np.concatenate([one.same for one in stories])
    order = np.argsort(-told, kind="stable")
    right = np.cumsum(same[order])
    ranks = np.arange(1, len(right) + 1)
    f1 = 2 * right / (ranks + right[-1])
    best = int(f1.argmax())
    return float((right / ranks * same[order]).sum() / right[-1]), float(f1[best]), float(told[order][best])


def main() -> int:
    """Print the tables, and what they are worth."""
    events = [(event, dossier(event)) for part in OPEN for event in read_events(part)]
    for embedder, reader in ((OnnxEmbedder(), OnnxPairReader()), (OnnxEmbedder(), None), (None, None)):
        stories = [story(event, found, embedder, reader) for event, found in events]
        precision, f1, from_ = left_out(stories)
        print(
            f"{sum(len(s.same) for s in stories)} pairs, {sum(s.same.sum() for s in stories):.0f} one claim"
        )
        print(f"left out: average precision {precision:.3f}, F1 {f1:.3f} from {from_:.2f}")
        for name, weight in zip(("bias", *names_of(embedder, reader)), fit(stories), strict=True):
            print(f'    "{name}": {weight:.2f},')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
