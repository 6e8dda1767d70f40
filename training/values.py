"""Fits what tells that two values of units that were read are of one thing: `corroboration.valuemix`.

``python -m training.values --data FOLDER`` prints the tables.  Values come from the invented stories of
``training/invented/weighed``, their labels from the gold, as in `training.contrasts`; numbers that differ
also from real stories into which disagreements were planted (part `weighed` of
`evaluation.plantedreports`), where what was changed is right and all else is not.  A ridge logistic
regression (Newton's method) for each kind; the figures leave one story out at a time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.eventgold import Event
from evaluation.events import dossier
from evaluation.plantedreports import Plant, Planted, planted

from rashomon.corroboration.claims import compared
from rashomon.corroboration.contrastread import weighable_pairs
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import Lot, Pair, lot_of
from rashomon.corroboration.readings import read
from rashomon.corroboration.valuemix import WEIGHTS
from rashomon.corroboration.valueread import Valued, valued
from rashomon.inference import OnnxEmbedder
from rashomon.model import ConflictKind, Policy, Relation, Span
from rashomon.wiring import dossier_of, models_for
from training.contrasts import Row, right_in, say
from training.eventlabels import WEIGHED, events_in
from training.readers import shipped

__all__ = ["FEATURES", "FITTED", "lot_of_story", "main", "planted_rows_in", "rows_in"]

FEATURES = {table: tuple(name for name in weights if name != "bias") for table, weights in WEIGHTS.items()}
FITTED = ("weighed",)
"""Parts of the real stories with planted disagreements that the mixes are fitted on."""

Features = Mapping[str, float]
End = tuple[str, tuple[Span, ...]]
"""The id of a report, and where a value stands in it."""
_FINER = "finer"
_NUMBER = ConflictKind.NUMBER.value


def rows_in(event: Event, lot: Lot, policy: Policy) -> Iterator[tuple[str, Row]]:
    """The values of one story, whose pairs were read, each with the name of its table."""
    lot, features, differences, _ = compared(lot, policy)
    weighed = dict(weighable_pairs(lot, features, differences))
    for value in valued(lot, weighed, features, differences, policy):
        one, other = sorted(value.pair, key=lambda at: lot.ids[at])
        right = right_in(event, (lot.units[one], lot.units[other]), value.contrast)
        yield value.table, Row(event.name, value.contrast.kind, dict(value.features), right)


def planted_rows_in(story: Planted, lot: Lot, values: Sequence[Valued]) -> Iterator[tuple[str, Row]]:
    """The values that differ, each with its table; right are those changed, with the other report's."""
    for value in values:
        if value.table == _FINER:
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


def lot_of_story(story: Planted) -> tuple[Lot, dict[Pair, Features], list[Valued]]:
    """A story with its disagreements: its units, read, what pairs of them are weighed by, and the values."""
    policy = Policy()
    found = dossier_of(story.after, policy, models=models_for("auto"))
    lot = read(lot_of(units_of(found), OnnxEmbedder()), shipped(), policy)
    lot, features, differences, _ = compared(lot, policy)
    weighed = dict(weighable_pairs(lot, features, differences))
    return lot, weighed, list(valued(lot, weighed, features, differences, policy))


def _rows_of(event: Event) -> Iterator[tuple[str, Row]]:
    found = dossier(event)
    policy = found.engine.policy
    yield from rows_in(event, read(lot_of(units_of(found), OnnxEmbedder()), shipped(), policy), policy)


def main(words: Sequence[str] | None = None) -> int:
    """Print the tables, and what they are worth."""
    parser = argparse.ArgumentParser(prog="python -m training.values", description=__doc__)
    parser.add_argument(
        "--data", type=Path, help="folder with stories/; without it of invented stories alone"
    )
    data = parser.parse_args(words).data
    rows = [row for event in events_in(WEIGHED) for row in _rows_of(event)]
    for story in (one for part in FITTED if data for one in planted(data, part)):
        lot, _, values = lot_of_story(story)
        rows += (row for row in planted_rows_in(story, lot, values) if row[0] == _NUMBER)
    for name, names in FEATURES.items():
        say(f'"{name}"', [row for table, row in rows if table == name], names)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
