"""Pairs of real stories that nobody labelled: of which stories, and how many."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest
from evaluation.facts import UNKNOWN
from evaluation.realpairs import held_back

from training import storypairs

_REPORTS = (
    "The ferry Otter ran aground off Tarn on Monday. Twelve passengers were hurt. A tug pulled it free.",
    "Off the port of Tarn the ferry Otter hit a bank on Monday. Fourteen people were injured.",
)


def _data(folder: Path, names: list[str]) -> Path:
    (folder / "stories").mkdir(parents=True)
    with gzip.open(folder / "stories" / "stories.jsonl.gz", "wt", encoding="utf-8") as lines:
        for name in names:
            for number, text in enumerate(_REPORTS):
                record = {
                    "story": name,
                    "publisher": f"Paper {number}",
                    "title": f"{name} aground",
                    "text": text,
                }
                lines.write(json.dumps(record) + "\n")
    return folder


def _names(*, held: bool) -> list[str]:
    return [name for name in (f"otter-{n}" for n in range(40)) if held_back(name) is held][:3]


def test_stories_held_back_give_no_pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storypairs, "OF_OTHERS", 1.0)
    monkeypatch.setattr(storypairs, "OF_ONE", 1.0)
    assert not list(storypairs.story_examples(_data(tmp_path, _names(held=True)), random.Random(1)))


def test_pairs_have_no_label_and_are_of_two_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storypairs, "OF_OTHERS", 1.0)
    monkeypatch.setattr(storypairs, "OF_ONE", 1.0)
    pairs = list(storypairs.story_examples(_data(tmp_path, _names(held=False)), random.Random(1)))
    assert {one.relation for one in pairs} == {UNKNOWN}
    words = [one.first.words + one.second.words for one in pairs]
    assert any("Twelve" in both and "Fourteen" in both for both in words)


def test_no_more_stories_are_read_than_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _data(tmp_path, _names(held=False))
    monkeypatch.setattr(storypairs, "OF_OTHERS", 1.0)
    monkeypatch.setattr(storypairs, "OF_ONE", 1.0)
    three = len(list(storypairs.story_examples(data, random.Random(1))))
    monkeypatch.setattr(storypairs, "STORIES", 1)
    assert 3 * len(list(storypairs.story_examples(data, random.Random(1)))) == three
