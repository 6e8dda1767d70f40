"""Fits what tells that two values of units that were read are of one thing: `corroboration.valuemix`.

``python -m training.values`` prints the tables.  Values come from the invented stories of
``training/invented/weighed``, their labels from the gold, as in `training.contrasts`.  A ridge logistic
regression (Newton's method) for each kind; the figures leave one story out at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.eventgold import Event
from evaluation.events import dossier

from rashomon.corroboration.claims import compared
from rashomon.corroboration.contrastread import weighable_pairs
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import Lot, lot_of
from rashomon.corroboration.readings import read
from rashomon.corroboration.valuemix import WEIGHTS
from rashomon.corroboration.valueread import valued
from rashomon.inference import OnnxEmbedder
from rashomon.model import Policy
from training.contrasts import Row, right_in, say
from training.eventlabels import WEIGHED, events_in
from training.readers import shipped

__all__ = ["FEATURES", "main", "rows_in"]

FEATURES = {table: tuple(name for name in weights if name != "bias") for table, weights in WEIGHTS.items()}


def rows_in(event: Event, lot: Lot, policy: Policy) -> Iterator[tuple[str, Row]]:
    """The values of one story, whose pairs were read, each with the name of its table."""
    lot, features, differences, _ = compared(lot, policy)
    weighed = dict(weighable_pairs(lot, features, differences))
    for value in valued(lot, weighed, features, differences, policy):
        one, other = sorted(value.pair, key=lambda at: lot.ids[at])
        right = right_in(event, (lot.units[one], lot.units[other]), value.contrast)
        yield value.table, Row(event.name, value.contrast.kind, dict(value.features), right)


def _rows_of(event: Event) -> Iterator[tuple[str, Row]]:
    found = dossier(event)
    policy = found.engine.policy
    yield from rows_in(event, read(lot_of(units_of(found), OnnxEmbedder()), shipped(), policy), policy)


def main() -> int:
    """Print the tables, and what they are worth."""
    rows = [row for event in events_in(WEIGHED) for row in _rows_of(event)]
    for name, names in FEATURES.items():
        say(f'"{name}"', [row for table, row in rows if table == name], names)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
