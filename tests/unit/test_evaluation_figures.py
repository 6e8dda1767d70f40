"""The gold of figures says what it means, and each figure of the measure can come out wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation import figures

STORIES = sorted(p for half in figures.HALVES for p in (figures.STORIES / half).iterdir())
ONE = "“It rained,” Mayor Ada Holt said.\n\n“It did,” Mr. Tom Rask said.\n"
OTHER = "“It rained,” Ada Holt said.\n\n“It did,” Rask said.\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "first" / "rain"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    monkeypatch.setattr(figures, "STORIES", tmp_path)
    return folder


def measured(story: Path, *named: dict[str, list[str]]) -> dict[str, float]:
    gold = {"figures": [{"who": str(at), "named": names} for at, names in enumerate(named)]}
    (story / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return figures.figures("first")


HOLT = {"one.txt": ["Ada Holt"], "other.txt": ["Ada Holt"]}
RASK = {"one.txt": ["Tom Rask"], "other.txt": ["Rask"]}


def test_all_right(story: Path) -> None:
    found = measured(story, HOLT, RASK)
    assert (found["found"], found["precision"], found["recall"]) == (100, 100, 100)


def test_what_is_one_and_ought_to_be_two_costs_precision(story: Path) -> None:
    found = measured(story, HOLT, {"one.txt": ["Tom Rask"]}, {"other.txt": ["Rask"]})
    assert (found["precision"], found["recall"], found["apart"]) == (50, 100, 0)


def test_what_is_two_and_ought_to_be_one_costs_recall(story: Path) -> None:
    mixed = {"one.txt": ["Ada Holt", "Tom Rask"], "other.txt": ["Ada Holt", "Rask"]}
    found = measured(story, mixed)
    assert found["precision"] == 100
    assert found["recall"] == pytest.approx(100 * 2 / 6)


def test_a_name_that_no_figure_has_is_not_found(story: Path) -> None:
    found = measured(story, HOLT, {"one.txt": ["Tom Rask"], "other.txt": ["Oda Pell"]})
    assert found["found"] == 75
    assert found["recall"] == 50


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_every_name_of_the_gold_stands_in_its_report(story: Path) -> None:
    names = figures.names_of(story)
    assert names
    assert {name.report for name in names} <= {path.name for path in story.glob("*.txt")}
    for name in names:
        assert name.name in (story / name.report).read_text(encoding="utf-8")


def test_the_gold_has_traps_of_both_kinds() -> None:
    names = [name for path in STORIES for name in figures.names_of(path)]
    who = {(name.story, name.who) for name in names}
    assert len(STORIES) >= 8
    assert len(who) < len(names)
    like = {(n.story, n.name.split()[-1]) for n in names}
    assert any(len({n.who for n in names if (n.story, n.name.split()[-1]) == key}) > 1 for key in like)
