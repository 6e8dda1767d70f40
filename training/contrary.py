"""Fits what tells that two units contradict each other: the table of `rashomon.corroboration.contrarymix`.

``python -m training.contrary`` prints it.  The pairs are those that the reader of pairs read in
the invented stories of ``training/invented/weighed``, which neither the reader learnt from nor the rules
were made on; a pair is a contradiction if the gold has a conflict between its two units.  A ridge
logistic regression (Newton's method); the figures leave one story out at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from evaluation.eventgold import Event
from evaluation.events import dossier

from rashomon.corroboration.claims import compared
from rashomon.corroboration.contrarymix import WEIGHTS
from rashomon.corroboration.contrastread import weighable_pairs
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import Pair, lot_of
from rashomon.corroboration.readings import read
from rashomon.corroboration.units import Unit
from rashomon.inference import OnnxEmbedder, OnnxPairReader
from rashomon.model import Relation
from training.eventlabels import WEIGHED, against, events_in
from training.ridge import Rows, average_precision, fitted, likely

__all__ = ["fit", "left_out", "main", "rows_of"]

NAMES = tuple(name for name in WEIGHTS if name != "bias")


def rows_of(event: Event) -> Iterator[tuple[list[float], bool]]:
    """The features of each pair that was read, in the table's order, and whether it is a contradiction."""
    found = dossier(event)
    policy = found.engine.policy
    lot = read(lot_of(units_of(found), OnnxEmbedder()), OnnxPairReader(), policy)
    lot, features, differences, _ = compared(lot, policy)
    for pair, told in weighable_pairs(lot, features, differences):
        yield [told[name] for name in NAMES], _contradicts(event, lot.units, pair)


def _contradicts(event: Event, units: Sequence[Unit], pair: Pair) -> bool:
    held = against(event, (units[pair[0]], units[pair[1]]))
    return any(conflict.relation is Relation.CONFLICT for conflict in held)


class Story(NamedTuple):
    """The pairs of one story: their features, and whether each is a contradiction."""

    rows: Rows
    right: Rows


def story_of(event: Event) -> Story:
    """The pairs of one story."""
    found = list(rows_of(event))
    rows = np.array([[1.0, *features] for features, _ in found]).reshape(-1, 1 + len(NAMES))
    return Story(rows=rows, right=np.array([float(contradicts) for _, contradicts in found]))


def fit(stories: Sequence[Story]) -> Rows:
    """The weights, that of the bias first."""
    rows = np.concatenate([one.rows for one in stories])
    return fitted(rows, np.concatenate([one.right for one in stories]))


def left_out(stories: Sequence[Story]) -> tuple[Rows, Rows]:
    """The likelihood of each pair by the weights of all other stories, and whether it is a contradiction."""
    told = [likely(one.rows, fit([*stories[:at], *stories[at + 1 :]])) for at, one in enumerate(stories)]
    return np.concatenate(told), np.concatenate([one.right for one in stories])


def main() -> int:
    """Print the table, and what it is worth."""
    stories = [story_of(event) for event in events_in(WEIGHED)]
    found, right = left_out(stories)
    alone = np.concatenate([one.rows[:, 1 + NAMES.index("contrary")] for one in stories])
    print(f"# {len(right)} pairs, {right.sum():.0f} contradictions")
    print(
        f"# average precision of the reader alone {average_precision(alone, right):.3f}, "
        f"weighed {average_precision(found, right):.3f}"
    )
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
        told = found >= least
        print(f"# from {least}: {(told * right).sum():.0f} right, {(told * (1 - right)).sum():.0f} wrong")
    for name, weight in zip(("bias", *NAMES), fit(stories), strict=True):
        print(f'    "{name}": {weight:.2f},')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
