"""Disagreements planted into real reports: places in texts that are not here, and what is told of them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from evaluation import plantedreports
from evaluation.plantedreports import Edit, Planted, planted
from evaluation.realpairs import Moved, digest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import ConflictKind, Relation, Span

FIRST = "Two barges sank off Tarn on Monday, killing 11 people. The harbour stays shut."
SECOND = "Eleven people died. The harbour of Tarn is closed until further notice."
EDITS = [("Monday", "Tuesday"), ("11", "14 or 15")]


def _record(old: str, new: str, against: str) -> dict[str, object]:
    at, there = FIRST.index(old), SECOND.index(against)
    return {
        "story": "barges",
        "relation": "conflict",
        "kind": "number",
        "report": 0,
        "edits": [[at, at + len(old), digest(old), new]],
        "against": {"report": 1, "span": [there, there + len(against)], "words": digest(against)},
    }


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The two reports, and the number and the day of the first changed."""
    (tmp_path / "stories").mkdir()
    with gzip.open(tmp_path / "stories" / "stories.jsonl.gz", "wt", encoding="utf-8") as out:
        for text in (FIRST, SECOND):
            out.write(json.dumps({"story": "barges", "title": None, "text": text}) + "\n")
    path = tmp_path / "edits.jsonl"
    records = [_record(old, new, "Eleven people died") for old, new in EDITS]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    monkeypatch.setattr(plantedreports, "EDITS", path)
    return tmp_path


def _all(data: Path) -> list[Planted]:
    return [story for part in ("train", "weighed", "dev") for story in planted(data, part)]


def test_a_story_is_given_as_it_was_and_with_all_its_changes(data: Path) -> None:
    [story] = _all(data)
    assert story.before[0].text == FIRST
    assert story.after[0].text == FIRST.replace("Monday", "Tuesday").replace("11", "14 or 15")
    assert story.after[1].text == SECOND
    now = [plant.now[0].of(story.after[0].text) for plant in story.plants]
    assert now == [new for _, new in EDITS]
    assert [plant.was[0].of(FIRST) for plant in story.plants] == [old for old, _ in EDITS]
    assert {plant.other_now.of(SECOND) for plant in story.plants} == {"Eleven people died"}
    assert story.plants[0].relation is Relation.CONFLICT
    assert story.plants[0].kind is ConflictKind.NUMBER


def test_other_words_at_a_place_are_refused(data: Path) -> None:
    with gzip.open(data / "stories" / "stories.jsonl.gz", "wt", encoding="utf-8") as out:
        for text in (FIRST.replace("Two barges", "A barge"), SECOND):
            out.write(json.dumps({"story": "barges", "title": None, "text": text}) + "\n")
    with pytest.raises(Moved, match="barges"):
        _all(data)


def test_words_are_found_where_they_stood_before(data: Path) -> None:
    [story] = _all(data)
    text = story.after[0].text
    for words, was in (
        ("killing", "killing"),
        ("stays shut", "stays shut"),
        ("14 or 15 people", "11 people"),
    ):
        at = text.index(words)
        assert story.as_it_was(0, Span(at, at + len(words))).of(FIRST) == was
    inside = text.index("or 15")
    assert story.as_it_was(0, Span(inside, inside + 5)).of(FIRST) == "11"
    assert story.as_it_was(1, Span(3, 9)) == Span(3, 9)


@given(st.data())
def test_what_nobody_changed_reads_before_as_after(data: st.DataObject) -> None:
    text = "abcdefghijklmnopqrstuvwxyz"
    cuts = sorted(data.draw(st.sets(st.integers(0, 26), min_size=4, max_size=4)))
    edits = [
        Edit(Span(start, end), data.draw(st.text("0123456789", min_size=1, max_size=5)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=True)
    ]
    story = Planted("letters", [], [], [], {0: edits})
    changed = plantedreports._changed(text, edits)
    for at, letter in enumerate(changed):
        if letter.isalpha():
            assert story.as_it_was(0, Span(at, at + 1)).of(text) == letter
    for edit in edits:
        now = plantedreports._moved(edit.span, edits)
        assert now.of(changed) == edit.new
        assert story.as_it_was(0, now) == edit.span


def test_what_is_told_is_counted_by_how_it_is_told(data: Path) -> None:
    figures = plantedreports.measure(data, plantedreports.part_of("barges"), "rules")
    assert set(figures) == {"told", "kind", "shown", "suspected", "quiet", "planted"}
    assert all(0 <= figure <= 1 for figure in figures.values())
    assert figures["told"] >= figures["kind"]
    assert figures["quiet"] == 1  # nothing harmless was planted
