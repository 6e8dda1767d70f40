"""``rashomon compare --published``: when reports came out, as a user tells it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.builders.command import Runner

import rashomon as package

DATED = '{"headline": "Quay shut", "published": "2024-03-05", "text": "The quay was shut on Monday."}\n'
UNDATED = "Quay shut\n\nThe quay at Tarn was shut on Monday, its master said.\n"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "dated.jsonl").write_text(DATED, encoding="utf-8")
    (folder / "undated.txt").write_text(UNDATED, encoding="utf-8")
    return folder


def published(rashomon: Runner, *words: str) -> dict[str, Any]:
    done = rashomon("compare", "papers", "--tagger", "rules", "--format", "json", *words)
    assert done.code == 0, done.err
    return {Path(a["input"]).name: a["published"] for a in json.loads(done.out)["articles"]}


def test_a_date_is_of_all_that_state_none(rashomon: Runner, papers: Path) -> None:
    assert set(published(rashomon).values()) == {"2024-03-05", None}
    assert set(published(rashomon, "--published", "2024-04-01").values()) == {"2024-03-05", "2024-04-01"}


def test_a_name_means_one_report_whatever_it_states(rashomon: Runner, papers: Path) -> None:
    both = ["--published", "undated=2024-04-01", "--published", "dated.jsonl=2024-04-02T08:30:00"]
    found = published(rashomon, *both)
    assert set(found.values()) == {"2024-04-01", "2024-04-02T08:30:00"}


def test_what_was_given_is_told_in_the_result(rashomon: Runner, papers: Path) -> None:
    done = rashomon("compare", "papers", "--tagger", "rules", "-f", "json", "--published", "2024-04-01")
    given = [p for a in json.loads(done.out)["articles"] for p in a["provenance"] if p["origin"] == "given"]
    assert given == [{"field": "published", "origin": "given", "raw": "2024-04-01"}]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("1.4.2024", "'1.4.2024' has no date as 2024-02-05"),
        ("=2024-04-01", "has no report before '='"),
        ("nowhere=2024-04-01", "nothing is called 'nowhere'"),
        ("undated=20240401", "has no date"),
    ],
)
def test_a_wrong_date_is_said_in_a_line(rashomon: Runner, papers: Path, words: str, told: str) -> None:
    done = rashomon("compare", "papers", "--tagger", "rules", "--published", words)
    assert done.code == 2
    assert told in done.err
    assert done.err.count("\n") == 1


def test_from_python_too(papers: Path) -> None:
    dossier = package.compare(str(papers), tagger="rules", published=["2024-04-01"])
    assert {article.published for article in dossier.articles} == {"2024-03-05", "2024-04-01"}
