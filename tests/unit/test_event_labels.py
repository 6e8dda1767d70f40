"""What the gold of an invented event tells about the units of its reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation.eventgold import Event, read_event
from evaluation.facts import APART, CONTRARY, DIFFERING, NOT_APART, SAME
from training.eventlabels import LEARNT, WEIGHED, against, events_in, labels_of
from training.eventpairs import event_examples

from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.units import Unit
from rashomon.inference import has_embedder
from rashomon.model import Policy, Relation
from rashomon.wiring import dossier_of

FIRST = "A crane fell in Tarn on Monday. Twelve men were hurt. Rain had loosened the ground."
SECOND = "In Tarn harbour a crane came down. Fourteen men were hurt. Nobody was hurt in Ost. A fair was held."
GOLD = {
    "claims": [
        {
            "id": "fell",
            "positions": {
                "a": {"stance": "says", "at": ["A crane fell in Tarn on Monday"]},
                "b": {"stance": "says", "at": ["In Tarn harbour a crane came down"]},
            },
        },
        {
            "id": "hurt",
            "positions": {
                "a": {"stance": "says", "at": ["Twelve men were hurt"]},
                "b": {"stance": "differs", "at": ["Fourteen men were hurt"]},
            },
        },
        {
            "id": "rain",
            "positions": {
                "a": {"stance": "says", "at": ["Rain had loosened the ground"]},
                "b": {"stance": "silent"},
            },
        },
    ],
    "conflicts": [
        {
            "kind": "number",
            "relation": "conflict",
            "sides": [
                {"report": "a", "at": "Twelve", "party": 0, "value": "12"},
                {"report": "b", "at": "Fourteen", "party": 1, "value": "14"},
            ],
        }
    ],
    "times": [],
}


def _event(folder: Path, gold: object = GOLD) -> Event:
    reports: list[dict[str, object]] = [
        {"id": id_, "publisher": name, "headline": None, "byline": [], "published": None, "text": text}
        for id_, name, text in (("a", "Tarn Post", FIRST), ("b", "Ost Echo", SECOND))
    ]
    folder.mkdir(exist_ok=True)
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return read_event(folder)


def _units(event: Event) -> tuple[Unit, ...]:
    return units_of(dossier_of(list(event.articles.values()), Policy()))


def _at(units: tuple[Unit, ...], words: str) -> int:
    [at] = [
        at
        for at, unit in enumerate(units)
        if words in " ".join(s.of(unit.article.text) for s in unit.wording.spans)
    ]
    return at


def test_units_are_one_claim_apart_or_unknown(tmp_path: Path) -> None:
    event = _event(tmp_path)
    units = _units(event)
    told = labels_of(event, units)
    fell, down, rain, fair = (_at(units, words) for words in ("crane fell", "came down", "Rain", "fair"))
    assert told[fell, down] is True
    assert told[rain, down] is False
    assert told[fell, fair] is False  # the gold's claim has no word there
    assert all(units[one].article != units[other].article for one, other in told)


def test_the_gold_sets_units_against_each_other_whichever_comes_first(tmp_path: Path) -> None:
    event = _event(tmp_path)
    units = _units(event)
    twelve, fourteen, nobody = (units[_at(units, words)] for words in ("Twelve", "Fourteen", "Nobody"))
    for pair in ((twelve, fourteen), (fourteen, twelve)):
        assert [one.relation for one in against(event, pair)] == [Relation.CONFLICT]
    assert against(event, (twelve, nobody)) == []


def test_events_are_found_below_a_folder_in_order(tmp_path: Path) -> None:
    for name in ("two", "one"):
        _event(tmp_path / name)
    assert [event.name for event in events_in(tmp_path)] == ["one", "two"]


@pytest.mark.parametrize("folder", [LEARNT, WEIGHED], ids=["learnt", "weighed"])
def test_every_event_for_training_is_whole(folder: Path) -> None:
    events = list(events_in(folder))
    assert len(events) > 20
    for event in events:
        assert event.claims, event.name
        assert len(event.articles) > 1, event.name
        names = set(event.articles)
        assert all(set(claim.positions) == names for claim in event.claims), event.name


@pytest.mark.skipif(not has_embedder(), reason="needs the embedder's weights")
@pytest.mark.parametrize(
    ("relation", "expected"), [("conflict", CONTRARY), ("update", DIFFERING), ("attribution", NOT_APART)]
)
def test_pairs_are_labelled_with_what_the_gold_leaves(tmp_path: Path, relation: str, expected: int) -> None:
    gold = json.loads(json.dumps(GOLD))
    if relation == "attribution":
        gold["conflicts"][0]["kind"] = relation
    else:
        gold["conflicts"][0]["relation"] = relation
    found = {
        frozenset((one.first.words, one.second.words)): one.relation
        for one in event_examples([_event(tmp_path, gold)])
    }
    told = {
        name: next(
            relation for pair, relation in found.items() if all(any(w in s for s in pair) for w in words)
        )
        for name, words in {
            "crane": ("crane fell", "came down"),
            "men": ("Twelve", "Fourteen"),
            "rain": ("Rain", "came down"),
        }.items()
    }
    assert told == {"crane": SAME, "men": expected, "rain": APART}
