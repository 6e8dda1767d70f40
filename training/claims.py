"""Fits the mix that tells which units are one claim: the tables of `rashomon.corroboration.mix`.

``python -m training.claims`` prints them.  Pairs of units of two reports come
from the invented stories of ``training/invented/weighed``, which neither the reader of pairs
learnt from nor the rules were made on, their labels
from the gold: a pair is one claim if both units hold most of a wording of
it, and is not if one of them does and the other has no word of it.  A ridge
logistic regression (Newton's method), once with each set of
models; the figures beside them leave one story out at a time: average
precision, and the best F1 with the likelihood from which it comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from evaluation.eventgold import Event
from evaluation.events import dossier

from rashomon.corroboration.claims import nearness_of
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import lot_of
from rashomon.corroboration.mix import WITH_READER, WITH_VECTORS, WITHOUT_VECTORS
from rashomon.corroboration.readings import read
from rashomon.inference import OnnxEmbedder
from rashomon.model import Dossier
from rashomon.ports import Embedder, PairReader
from training.eventlabels import WEIGHED, events_in, labels_of
from training.readers import shipped
from training.ridge import Rows, average_precision, fitted, likely

__all__ = ["fit", "left_out", "main"]

_FOUND = ("alike", "apart")  # what comparers found; these features come last


class Story(NamedTuple):
    """Features of pairs of one story, and whether each is one claim."""

    rows: Rows
    same: Rows


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
    """The weights, that of the bias first."""
    return fitted(*_together(stories))


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
    return average_precision(told, same), float(f1[best]), float(told[order][best])


def main() -> int:
    """Print the tables, and what they are worth."""
    events = [(event, dossier(event)) for event in events_in(WEIGHED)]
    for embedder, reader in ((OnnxEmbedder(), shipped()), (OnnxEmbedder(), None), (None, None)):
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
