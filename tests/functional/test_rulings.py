"""``rashomon compare`` told who is who, by options and by a file that later runs know."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.builders.command import Runner

import rashomon as package
from rashomon import Ruling

ONE = """\
Quay to open in May

“The quay will open in May,” harbour master Adda Holdt said on Monday.

“Nobody asked the boats,” Tom Rask, a skipper, said.
"""
OTHER = """\
Harbour to open its quay

“The quay will open in May,” said the Colonel, who runs the harbour.

“Nobody asked the boats,” Mr. Tom Rask said.
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    return folder


def compared(rashomon: Runner, *words: str, code: int = 0) -> dict[str, Any]:
    done = rashomon("compare", "papers", "--tagger", "rules", "--format", "json", *words)
    assert done.code == code, done.err
    dossier: dict[str, Any] = json.loads(done.out)
    return dossier


def joined(dossier: dict[str, Any]) -> set[frozenset[str]]:
    return {
        frozenset(a["name"] for a in figure["appearances"])
        for figure in dossier["figures"]
        if len(figure["appearances"]) > 1
    }


def test_names_are_joined_and_kept_apart(rashomon: Runner, papers: Path) -> None:
    assert joined(compared(rashomon)) == {frozenset({"Tom Rask"})}
    told = compared(
        rashomon,
        "--same",
        "the Colonel = Adda Holdt",
        "--different",
        "Tom Rask @ one.txt = Tom Rask @ other.txt",
    )
    assert joined(told) == {frozenset({"Adda Holdt", "the Colonel"})}
    assert [(r["first"], r["second"], r["same"]) for r in told["rulings"]] == [
        ("the Colonel", "Adda Holdt", True),
        ("Tom Rask", "Tom Rask", False),
    ]
    assert {link["evidence"]["reason"] for link in told["links"]} == {"ruled"}


def test_rulings_are_kept_in_a_file_that_the_next_run_knows(rashomon: Runner, papers: Path) -> None:
    who = papers.parent / "who.txt"
    who.write_text("# by hand\nTom Rask @ one.txt != Tom Rask @ other.txt", encoding="utf-8")
    first = compared(rashomon, "--rulings", "who.txt", "--same", "the Colonel = Adda Holdt")
    lines = ["# by hand", "Tom Rask @ one.txt != Tom Rask @ other.txt", "the Colonel = Adda Holdt"]
    assert who.read_text(encoding="utf-8").splitlines() == lines
    again = compared(rashomon, "--rulings", "who.txt", "--same", "the Colonel = Adda Holdt")
    assert who.read_text(encoding="utf-8").splitlines() == lines
    assert joined(first) == joined(again) == {frozenset({"Adda Holdt", "the Colonel"})}


def test_a_file_among_the_reports_is_begun_and_is_no_report(rashomon: Runner, papers: Path) -> None:
    for _ in range(2):
        dossier = compared(rashomon, "--rulings", "papers/who.txt", "--same", "the Colonel = Adda Holdt")
        assert len(dossier["articles"]) == 2
    assert (papers / "who.txt").read_text(encoding="utf-8") == "the Colonel = Adda Holdt\n"


def test_a_bad_line_is_named_and_the_rest_followed(rashomon: Runner, papers: Path) -> None:
    (papers.parent / "who.txt").write_text("Tom Rask\nthe Colonel = Adda Holdt\n", encoding="utf-8")
    done = rashomon("compare", "papers", "--tagger", "rules", "--format", "json", "--rulings", "who.txt")
    assert done.code == 1
    assert done.err.startswith("error: who.txt:1:1: has no '=' between two names; write it as")
    assert frozenset({"Adda Holdt", "the Colonel"}) in joined(json.loads(done.out))


def test_a_ruling_that_nobody_answers_to_is_a_warning(rashomon: Runner, papers: Path) -> None:
    done = rashomon("compare", "papers", "--tagger", "rules", "--same", "Oda Pell = Tom Rask")
    assert done.code == 0
    [line] = [line for line in done.err.splitlines() if line.startswith("warning:")]
    assert line.startswith("warning: 'Oda Pell = Tom Rask': no two such names in the reports")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--same", "Tom Rask"], "has no '=' between two names"),
        (["--same", "Tom != Ada"], "says that they differ; use --different"),
        (["--different", "Tom = "], "has no name behind"),
        (["--rulings", "nowhere.txt"], "nowhere.txt: is not there; give --same or --different to begin it"),
        (["--rulings", "papers/one.txt", "--same", "A = B"], "papers/one.txt: holds no ruling"),
        (["--rulings", "papers", "--same", "A = B"], "papers: the rulings cannot be read"),
    ],
)
def test_wrong_rulings_are_said_in_a_line(
    rashomon: Runner, papers: Path, words: list[str], told: str
) -> None:
    done = rashomon("compare", "papers", "--tagger", "rules", *words)
    assert done.code == 2
    assert told in done.err
    assert (papers / "one.txt").read_text(encoding="utf-8") == ONE


def test_rulings_reach_the_public_function(papers: Path) -> None:
    inputs = [str(path) for path in sorted(papers.iterdir())]
    rulings = (Ruling(first="Tom Rask", second="Tom Rask", same=False, inputs=("one.txt", "other.txt")),)
    dossier = package.compare(*inputs, tagger="rules", rulings=rulings)
    assert dossier.rulings == rulings
    assert len([f for f in dossier.figures if f.name == "Tom Rask"]) == 2
