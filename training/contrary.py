"""Fits what tells that two units contradict each other: the table of `rashomon.corroboration.contrarymix`.

``python -m training.contrary`` prints it.  The pairs are those that the reader of pairs read in
the invented stories of ``training/invented/weighed``, which neither the reader learnt from nor the rules
were made on; a pair is a contradiction if the gold has a conflict between its two units.  With ``--data``,
those of real stories too whose suspected contradictions were labelled and not learnt from
(`evaluation.realpairs`): long reports, of which hundreds of pairs are read and hardly one is a contradiction.
A pair that has no label is none if the reader hardly thinks so, and is left out otherwise.  A ridge logistic
regression (Newton's method); the figures leave a tenth of the stories out at a time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from evaluation.eventgold import Event
from evaluation.events import dossier
from evaluation.realpairs import Judged, held_back, judged, place

from rashomon.corroboration.claims import compared
from rashomon.corroboration.contrarymix import WEIGHTS
from rashomon.corroboration.contrastread import weighable_pairs
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import Lot, Pair, lot_of
from rashomon.corroboration.readings import read
from rashomon.corroboration.units import Unit
from rashomon.inference import OnnxEmbedder
from rashomon.model import Dossier, Policy, Relation
from rashomon.wiring import dossier_of, models_for
from training.eventlabels import WEIGHED, against, events_in
from training.readers import shipped
from training.ridge import Rows, average_precision, fitted, likely

__all__ = ["fit", "left_out", "main", "real_rows", "rows_of", "story_of"]

NAMES = tuple(name for name in WEIGHTS if name != "bias")
SUSPECTED = 0.08  # pairs that the reader held for likelier contradictions were picked to be labelled
PARTS = 10


def rows_of(event: Event) -> Iterator[tuple[list[float], bool]]:
    """The features of each pair that was read, in the table's order, and whether it is a contradiction."""
    lot, weighed = _weighed(dossier(event))
    for pair, told in weighed:
        yield [told[name] for name in NAMES], _contradicts(event, lot.units, pair)


def real_rows(story: Judged) -> Iterator[tuple[list[float], bool]]:
    """The same of a real story, without the pairs of which nobody knows."""
    lot, weighed = _weighed(dossier_of(story.articles, Policy(), models=models_for("auto")))
    number_of = {article.id: number for number, article in enumerate(story.articles)}
    for pair, told in weighed:
        places = frozenset(
            place(number_of[unit.article.id], unit.wording.spans) for unit in (lot.units[at] for at in pair)
        )
        contradicts = story.contrary.get(places)
        if contradicts is None and (lot.readings or {})[pair].contrary >= SUSPECTED:
            continue
        yield [told[name] for name in NAMES], bool(contradicts)


def _weighed(found: Dossier) -> tuple[Lot, Iterable[tuple[Pair, Mapping[str, float]]]]:
    policy = found.engine.policy
    lot = read(lot_of(units_of(found), OnnxEmbedder()), shipped(), policy)
    lot, features, differences, _ = compared(lot, policy)
    return lot, weighable_pairs(lot, features, differences)


def _contradicts(event: Event, units: Sequence[Unit], pair: Pair) -> bool:
    held = against(event, (units[pair[0]], units[pair[1]]))
    return any(conflict.relation is Relation.CONFLICT for conflict in held)


class Story(NamedTuple):
    """The pairs of one story: their features, and whether each is a contradiction."""

    rows: Rows
    right: Rows


def story_of(found: Iterable[tuple[list[float], bool]]) -> Story:
    """The pairs of one story."""
    kept = list(found)
    rows = np.array([[1.0, *features] for features, _ in kept]).reshape(-1, 1 + len(NAMES))
    return Story(rows=rows, right=np.array([float(contradicts) for _, contradicts in kept]))


def fit(stories: Sequence[Story]) -> Rows:
    """The weights, that of the bias first."""
    rows = np.concatenate([one.rows for one in stories])
    return fitted(rows, np.concatenate([one.right for one in stories]))


def left_out(stories: Sequence[Story]) -> list[Rows]:
    """By story the likelihood of each pair by the weights of nine tenths of the stories, without its own."""
    tables = [fit([one for at, one in enumerate(stories) if at % PARTS != part]) for part in range(PARTS)]
    return [likely(one.rows, tables[at % PARTS]) for at, one in enumerate(stories)]


def main(words: Sequence[str] | None = None) -> int:
    """Print the table, and what it is worth."""
    parser = argparse.ArgumentParser(prog="python -m training.contrary", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with stories/")
    data = parser.parse_args(words).data
    invented = [story_of(rows_of(event)) for event in events_in(WEIGHED)]
    real = [story_of(real_rows(story)) for story in judged(data) if held_back(story.name)] if data else []
    found = left_out([*invented, *real])
    _say("invented", invented, found[: len(invented)])
    if real:
        _say("real", real, found[len(invented) :])
    for name, weight in zip(("bias", *NAMES), fit([*invented, *real]), strict=True):
        print(f'    "{name}": {weight:.2f},')
    return 0


def _say(what: str, stories: Sequence[Story], found: Sequence[Rows]) -> None:
    told, right = np.concatenate(found), np.concatenate([one.right for one in stories])
    alone = np.concatenate([one.rows[:, 1 + NAMES.index("contrary")] for one in stories])
    print(f"# {what}: {len(stories)} stories, {len(right)} pairs, {right.sum():.0f} contradictions")
    print(
        f"# average precision of the reader alone {average_precision(alone, right):.3f}, "
        f"weighed {average_precision(told, right):.3f}"
    )
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
        kept = told >= least
        print(f"# from {least}: {(kept * right).sum():.0f} right, {(kept * (1 - right)).sum():.0f} wrong")


if __name__ == "__main__":
    raise SystemExit(main())
