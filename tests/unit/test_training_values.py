"""What the mixes are fitted on: the values of units that were read, with their labels from the gold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from evaluation.eventgold import read_event
from tests.builders.claims import dossier
from training.contrasts import left_out, table
from training.values import FEATURES, rows_in

from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import lot_of
from rashomon.corroboration.readings import read
from rashomon.inference.pairs import KINDS
from rashomon.model import Policy
from rashomon.ports import InContext, Reading

TEXTS = {
    "post": "The hull lay 40 metres down. Twelve divers came.",
    "mail": "She rests at a depth of 60 metres. The shore is 900 metres off.",
}


class Alike:
    name = "alike"

    def embed(self, sentences: Sequence[str]) -> list[list[float]]:
        return [[1.0, 0.0] for _ in sentences]


class OfOneThing:
    name = "of one thing"

    def read(self, pairs: Sequence[tuple[InContext, InContext]]) -> list[Reading]:
        kinds = {name: 1 / len(KINDS) for name in KINDS}
        return [Reading(same=0.5, compatible=0.1, contrary=0.3, kinds=kinds) for _ in pairs]


def _story(folder: Path) -> None:
    nothing: dict[str, object] = {"headline": None, "byline": [], "published": None}
    reports = [{"id": name, "publisher": name, "text": text, **nothing} for name, text in TEXTS.items()]
    sides = [
        {"report": "post", "at": "40 metres", "value": "40 m", "party": 0},
        {"report": "mail", "at": "60 metres", "value": "60 m", "party": 1},
    ]
    gold = {
        "claims": [
            {
                "id": "c1",
                "positions": {
                    "post": {"stance": "says", "at": ["The hull lay 40 metres down"]},
                    "mail": {"stance": "differs", "at": ["She rests at a depth of 60 metres"]},
                },
                "origins": None,
                "groups": None,
                "stated": None,
            }
        ],
        "conflicts": [{"kind": "number", "relation": "conflict", "later": None, "sides": sides}],
        "times": [],
    }
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, reports)) + "\n", encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")


def test_the_values_that_the_gold_sets_against_each_other_are_right(tmp_path: Path) -> None:
    _story(tmp_path)
    event = read_event(tmp_path)
    policy = Policy()
    lot = read(lot_of(units_of(dossier(*event.articles.values())), Alike()), OfOneThing(), policy)
    rows = [row for name, row in rows_in(event, lot, policy) if name == "number"]
    right = [row for row in rows if row.right]
    assert len(right) == 1
    assert right[0].features["ratio"] == 40 / 60
    assert len(rows) > 1, "40 and 900 metres stand beside each other, too"
    assert all(set(FEATURES["number"]) <= set(row.features) for row in rows)


def test_each_story_is_weighed_by_the_others_alone(tmp_path: Path) -> None:
    _story(tmp_path)
    event = read_event(tmp_path)
    policy = Policy()
    lot = read(lot_of(units_of(dossier(*event.articles.values())), Alike()), OfOneThing(), policy)
    rows = [row._replace(story=str(n)) for n in range(3) for _, row in rows_in(event, lot, policy)]
    found, right = left_out(rows, ("ratio",))
    assert len(found) == len(right) == len(rows)
    assert np.all((found > 0) & (found < 1))
    assert set(table(rows, ("ratio",))) == {"bias", "ratio"}
