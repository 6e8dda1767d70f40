"""Pairs to learn from: what was changed in real reports, as units and as whole sentences."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from evaluation import plantedreports
from evaluation.facts import AGREEING, CONTRARY, NOT_CONTRARY, Example
from evaluation.plantedreports import part_of
from evaluation.realpairs import digest
from training.plantedpairs import planted_examples

from rashomon.inference.pairs import KINDS

NAME = "ferry"
FIRST = (
    "The harbour board of Tarn announced on Friday that the ferry Otter will stop running in March."
    " Some 340 people use the ferry every day. The bakers of Lindal won a prize."
)
SECOND = (
    "The ferry Otter will stop running in March, the harbour board said on Friday."
    " Every day 340 people use it. Bread is dear in Lindal."
)
EDITS = [
    (
        "Friday",
        "Monday",
        "date",
        "The ferry Otter will stop running in March, the harbour board said on Friday",
    ),
    ("340", "250", "number", "Every day 340 people use it"),
]


@pytest.fixture
def examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Example]:
    (tmp_path / "stories").mkdir()
    with gzip.open(tmp_path / "stories" / "stories.jsonl.gz", "wt", encoding="utf-8") as out:
        for text in (FIRST, SECOND):
            out.write(json.dumps({"story": NAME, "title": None, "text": text}) + "\n")
    path = tmp_path / "edits.jsonl"
    path.write_text("".join(json.dumps(_record(*edit)) + "\n" for edit in EDITS), encoding="utf-8")
    monkeypatch.setattr(plantedreports, "EDITS", path)
    return list(planted_examples(tmp_path, part_of(NAME)))


def _record(old: str, new: str, kind: str, against: str) -> dict[str, object]:
    at, there = FIRST.index(old), SECOND.index(against)
    return {
        "story": NAME,
        "relation": "conflict",
        "kind": kind,
        "report": 0,
        "edits": [[at, at + len(old), digest(old), new]],
        "against": {"report": 1, "span": [there, there + len(against)], "words": digest(against)},
    }


def _firsts(examples: list[Example], relation: int, *, whole: bool) -> set[str]:
    """What the changed report tells; whole sentences have nothing around them."""
    return {
        one.first.words.rstrip(".")
        for one in examples
        if one.relation == relation and whole is (not one.first.before and not one.first.after)
    }


def test_what_was_changed_contradicts_what_agreed_before(examples: list[Example]) -> None:
    contrary, agreeing = (_firsts(examples, one, whole=False) for one in (CONTRARY, AGREEING))
    assert any("250 people" in words for words in contrary)
    assert any("340 people" in words for words in agreeing)
    assert not any("250" in words for words in agreeing)


def test_a_day_that_stands_in_no_unit_is_learnt_from_the_sentence(examples: list[Example]) -> None:
    assert not any("Monday" in words for words in _firsts(examples, CONTRARY, whole=False))
    was = FIRST.partition(". ")[0]
    assert was.replace("Friday", "Monday") in _firsts(examples, CONTRARY, whole=True)
    assert was in _firsts(examples, AGREEING, whole=True)


def test_a_contradiction_has_its_kind_and_nothing_else_has_one(examples: list[Example]) -> None:
    kinds = {one.kind for one in examples if one.relation == CONTRARY}
    assert kinds == {KINDS.index("date"), KINDS.index("number")}
    assert {one.kind for one in examples if one.relation != CONTRARY} == {-1}


def test_of_what_nobody_changed_some_is_learnt_as_no_contradiction(examples: list[Example]) -> None:
    others = [one for one in examples if one.relation == NOT_CONTRARY]
    assert others
    assert not any(
        "250" in side.words or "Monday" in side.words for one in others for side in (one.first, one.second)
    )
