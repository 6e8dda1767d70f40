"""Fits what tells that two units of real reports may contradict each other: `corroboration.suspectmix`.

``python -m training.suspected --data FOLDER`` prints the tables.  Pairs of units and of values come from real
stories into which disagreements were planted that nothing else learns from (part `weighed` of
`evaluation.plantedreports`).  A ridge logistic regression (Newton's method) for each; the figures leave a
tenth of the stories out at a time, those of values one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from evaluation.plantedreports import Plant, Planted, planted

from rashomon.corroboration.claims import compared
from rashomon.corroboration.contrastread import weighable_pairs
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import Lot, Pair, lot_of
from rashomon.corroboration.readings import read
from rashomon.corroboration.suspectmix import UNITS, VALUES
from rashomon.corroboration.valueread import Valued, valued
from rashomon.inference import OnnxEmbedder
from rashomon.model import Policy, Relation, Span
from rashomon.wiring import dossier_of, models_for
from training.contrasts import Row, say
from training.plantedpairs import pairs_of
from training.readers import shipped
from training.ridge import Rows, average_precision, fitted, likely

__all__ = ["main", "rows_of", "value_rows_of"]

NAMES = tuple(name for name in UNITS if name != "bias")
OF_VALUES = {table: tuple(name for name in weights if name != "bias") for table, weights in VALUES.items()}
PARTS = 10

Features = Mapping[str, float]
End = tuple[str, tuple[Span, ...]]
"""The id of a report, and where a value stands in it."""


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


def value_rows_of(story: Planted, lot: Lot, values: Sequence[Valued]) -> Iterator[tuple[str, Row]]:
    """The values that differ, each with its table; right are those changed, with the other report's."""
    for value in values:
        if value.contrast.relation is not Relation.CONFLICT:
            continue
        one, other = sorted(value.pair, key=lambda at: lot.ids[at])
        ends = (
            (lot.units[one].article.id, value.contrast.first.spans),
            (lot.units[other].article.id, value.contrast.second.spans),
        )
        right = any(
            _changed(story, plant, *turned)
            for plant in story.plants
            if plant.kind is value.contrast.kind and plant.relation is Relation.CONFLICT
            for turned in (ends, ends[::-1])
        )
        yield value.table, Row(story.name, value.contrast.kind, dict(value.features), right)


def _changed(story: Planted, plant: Plant, here: End, there: End) -> bool:
    """Whether the first value is what was changed, and the second stands where the other report tells it."""
    return (
        here[0] == story.after[plant.report].id
        and there[0] == story.after[plant.other].id
        and any(span.overlaps(now) for span in here[1] for now in plant.now)
        and any(span.overlaps(plant.other_now) for span in there[1])
    )


def _read(story: Planted) -> tuple[Lot, dict[Pair, Features], list[Valued]]:
    policy = Policy()
    found = dossier_of(story.after, policy, models=models_for("auto"))
    lot = read(lot_of(units_of(found), OnnxEmbedder()), shipped(), policy)
    lot, features, differences, _ = compared(lot, policy)
    weighed = dict(weighable_pairs(lot, features, differences))
    return lot, weighed, list(valued(lot, weighed, features, differences, policy))


def main(words: Sequence[str] | None = None) -> int:
    """Print the tables, and what they are worth."""
    parser = argparse.ArgumentParser(prog="python -m training.suspected", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with stories/")
    stories: list[tuple[Rows, Rows]] = []
    values: list[tuple[str, Row]] = []
    for story in planted(parser.parse_args(words).data, "weighed"):
        lot, weighed, found = _read(story)
        kept = list(rows_of(story, lot, weighed))
        rows = np.array([[1.0, *features] for features, _ in kept]).reshape(-1, 1 + len(NAMES))
        stories.append((rows, np.array([float(contradicts) for _, contradicts in kept])))
        values += value_rows_of(story, lot, found)
    _say(stories)
    for name, names in OF_VALUES.items():
        say(f'"{name}"', [row for table, row in values if table == name], names)
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
