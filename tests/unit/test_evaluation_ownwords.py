"""The check that our files are in words of our own."""

from __future__ import annotations

from pathlib import Path

from evaluation.ownwords import foreign_runs

_REPORT = "the keeper of the outer light said that no lamp had burned since the ferry ran aground"


def _corpora(data: Path) -> Path:
    (data / "seeds").mkdir()
    (data / "seeds" / "a.txt").write_text(_REPORT.capitalize())
    (data / "polnear" / "train" / "text").mkdir(parents=True)
    (data / "polnear" / "train" / "text" / "b.txt").write_text(_REPORT.replace("keeper", "warden"))
    return data


def test_seven_words_of_a_first_report_are_foreign(tmp_path: Path) -> None:
    data = _corpora(tmp_path)
    ours = {"taken": "... Keeper of the outer light said that ...", "own": "The outer light, said the keeper"}
    assert set(foreign_runs(ours, data)) == {"taken"}


def test_twelve_words_of_any_article_are_foreign_and_a_phrase_is_not(tmp_path: Path) -> None:
    data = _corpora(tmp_path)
    words = _REPORT.replace("keeper", "warden").split()
    ours = {"taken": " ".join(words[:12]), "phrase": "the warden of the outer light stood by"}
    assert set(foreign_runs(ours, data)) == {"taken"}
