"""Labelled pairs of real clauses: places in texts that are not kept here."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from evaluation import realpairs
from evaluation.facts import APART, CONTRARY, Example

from rashomon.inference.pairs import KINDS

FIRST = "The mill burnt down in May. It was never rebuilt, the mayor said."
SECOND = "A new mill stands there now. Flour is dear."


def _labels(
    folder: Path, monkeypatch: pytest.MonkeyPatch, second: str, label: str, picked: str | None = None
) -> None:
    sides = []
    for number, (text, words) in enumerate(((FIRST, "It was never rebuilt"), (SECOND, second))):
        at = text.index(words)
        spans = [[at, at + len(words)]]
        sides.append({"article": number, "spans": spans, "words": realpairs.digest(words)})
    path = folder / "labels.jsonl"
    record = {"story": "mill", "sides": sides, "label": label} | ({"picked": picked} if picked else {})
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    monkeypatch.setattr(realpairs, "LABELS", path)


def _stories(folder: Path, second: str = SECOND) -> Path:
    (folder / "stories").mkdir()
    with gzip.open(folder / "stories" / "stories.jsonl.gz", "wt", encoding="utf-8") as out:
        for text in (FIRST, second):
            out.write(json.dumps({"story": "mill", "title": None, "text": text}) + "\n")
    return folder


def _all(data: Path) -> list[Example]:
    return [*realpairs.labelled(data, "train"), *realpairs.labelled(data, "dev")]


def test_a_pair_has_its_words_and_what_stands_around_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _labels(tmp_path, monkeypatch, "A new mill stands there now", "polarity")
    [found] = _all(_stories(tmp_path))
    assert (found.relation, found.kind) == (CONTRARY, KINDS.index("polarity"))
    assert found.first.words == "It was never rebuilt"
    assert found.first.before == "The mill burnt down in May."
    assert found.first.after == ", the mayor said."
    assert found.second.before == ""


def test_a_label_without_a_contradiction_has_no_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _labels(tmp_path, monkeypatch, "Flour is dear", "apart")
    [found] = _all(_stories(tmp_path))
    assert (found.relation, found.kind) == (APART, -1)


def test_a_text_that_has_changed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _labels(tmp_path, monkeypatch, "Flour is dear", "apart")
    with pytest.raises(realpairs.Moved, match="mill"):
        _all(_stories(tmp_path, second=f"Late news. {SECOND}"))


def test_what_was_suspected_in_a_text_that_has_changed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _labels(tmp_path, monkeypatch, "Flour is dear", "place", picked="suspected")
    with pytest.raises(realpairs.Moved, match="mill"):
        list(realpairs.judged(_stories(tmp_path, second=f"Late news. {SECOND}")))


@pytest.mark.parametrize(("label", "contrary"), [("place", True), ("finer", False)])
def test_what_was_suspected_is_judged_by_its_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, label: str, contrary: bool
) -> None:
    _labels(tmp_path, monkeypatch, "A new mill stands there now", label, picked="suspected")
    [story] = realpairs.judged(_stories(tmp_path))
    assert [article.text for article in story.articles] == [FIRST, SECOND]
    assert story.contrary == {frozenset({(0, ((28, 48),)), (1, ((0, 27),))}): contrary}


def test_what_was_picked_by_chance_judges_no_suspicion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _labels(tmp_path, monkeypatch, "A new mill stands there now", "place")
    assert list(realpairs.judged(_stories(tmp_path))) == []
