"""Fits what tells that units or dates of real reports may contradict: `corroboration.suspectmix`.

``python -m training.suspected --data FOLDER`` prints the tables.  Pairs of units and of dates come from real
stories into which disagreements were planted (part `weighed` of `evaluation.plantedreports`; the
readers of pairs that ship have learnt from none of the changes).  A ridge logistic regression (Newton's
method) for each; the figures leave a tenth of the stories out at a time, those of dates one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from evaluation.plantedreports import Planted, planted

from rashomon.corroboration.likeness import Lot, Pair
from rashomon.corroboration.suspectmix import DATES, UNITS
from rashomon.model import ConflictKind, Relation
from training.contrasts import Row, say
from training.plantedpairs import pairs_of
from training.ridge import Rows, average_precision, fitted, likely
from training.values import FITTED, lot_of_story, planted_rows_in

__all__ = ["main", "rows_of"]

NAMES = tuple(name for name in UNITS if name != "bias")
OF_DATES = tuple(name for name in DATES if name != "bias")
PARTS = 10

Features = Mapping[str, float]


def rows_of(story: Planted, lot: Lot, weighed: Mapping[Pair, Features]) -> Iterator[tuple[list[float], bool]]:
    """The features of each pair that was read, in the table's order, and whether it was made a contradiction.

    Of a change the pair nearest in meaning counts; the other pairs of the two places are left out.
    """
    contrary: set[frozenset[int]] = set()
    unknown: set[frozenset[int]] = set()
    for plant in story.plants:
        if plant.relation is Relation.CONFLICT:
            pairs, nearest = pairs_of(story, plant, lot)
            unknown |= {frozenset(pair) for pair in pairs}
            contrary |= {frozenset(nearest)} if nearest else set()
    for pair, told in weighed.items():
        contradicts = frozenset(pair) in contrary
        if contradicts or frozenset(pair) not in unknown:
            yield [told[name] for name in NAMES], contradicts


def main(words: Sequence[str] | None = None) -> int:
    """Print the tables, and what they are worth."""
    parser = argparse.ArgumentParser(prog="python -m training.suspected", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with stories/")
    data = parser.parse_args(words).data
    stories: list[tuple[Rows, Rows]] = []
    dates: list[Row] = []
    for story in (one for part in FITTED for one in planted(data, part)):
        lot, weighed, values = lot_of_story(story)
        kept = list(rows_of(story, lot, weighed))
        rows = np.array([[1.0, *features] for features, _ in kept]).reshape(-1, 1 + len(NAMES))
        stories.append((rows, np.array([float(contradicts) for _, contradicts in kept])))
        dates += (
            row for table, row in planted_rows_in(story, lot, values) if table == ConflictKind.DATE.value
        )
    _say(stories)
    say("DATES", dates, OF_DATES)
    return 0


def _say(stories: Sequence[tuple[Rows, Rows]]) -> None:
    parts = [_fit([one for at, one in enumerate(stories) if at % PARTS != part]) for part in range(PARTS)]
    told = np.concatenate([likely(rows, parts[at % PARTS]) for at, (rows, _) in enumerate(stories)])
    right = np.concatenate([right for _, right in stories])
    print(f"# {len(stories)} stories, {len(right)} pairs, {right.sum():.0f} contradictions")
    print(f"# average precision {average_precision(told, right):.3f}")
    for least in (0.05, 0.1, 0.2, 0.3, 0.4, 0.5):
        kept = told >= least
        print(f"# from {least}: {(kept * right).sum():.0f} right, {(kept * (1 - right)).sum():.0f} others")
    for name, weight in zip(("bias", *NAMES), _fit(stories), strict=True):
        print(f'    "{name}": {weight:.2f},')


def _fit(stories: Sequence[tuple[Rows, Rows]]) -> Rows:
    return fitted(
        np.concatenate([rows for rows, _ in stories]), np.concatenate([right for _, right in stories])
    )


if __name__ == "__main__":
    raise SystemExit(main())
