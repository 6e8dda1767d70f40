"""``rashomon compare`` told what is one origin of a claim and what is two."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.builders.command import Runner

import rashomon as package
from rashomon.model import OriginRuling

ONE = """\
Quay shut

The quay was shut because of a cracked pile, harbour master Adda Holdt said on Monday.
"""
OTHER = """\
Tarn quay closed

The quay was shut because of a cracked pile, Tom Rask, a diver, said in an interview on Monday.
"""
MERGE = "Adda Holdt = Tom Rask"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    return folder


def compared(rashomon: Runner, *words: str) -> dict[str, Any]:
    done = rashomon("compare", "papers", "--tagger", "rules", "--format", "json", *words)
    assert done.code == 0, done.err
    dossier: dict[str, Any] = json.loads(done.out)
    return dossier


def pile(dossier: dict[str, Any]) -> dict[str, Any]:
    """What stands behind the claim that both reports have."""
    [claim] = [
        claim
        for claim in dossier["claims"]
        if len({wording["article"] for wording in claim["wordings"]}) == 2
        and "cracked pile" in " ".join(claim["head_text"])
    ]
    origins: dict[str, Any] = claim["origins"]
    return origins


def test_two_speakers_are_two_until_a_person_says_otherwise(rashomon: Runner, papers: Path) -> None:
    before = compared(rashomon)
    assert pile(before)["at_most"] == 2
    assert before["origin_rulings"] == []
    after = compared(rashomon, "--merge-origins", MERGE)
    [group] = pile(after)["groups"]
    assert group["reason"] == "ruled"
    assert after["origin_rulings"] == [{"first": "Adda Holdt", "second": "Tom Rask", "same": True}]


def test_what_is_one_is_parted(rashomon: Runner, papers: Path) -> None:
    (papers / "other.txt").write_text(ONE.replace("Quay shut\n", "Quay is shut\n"), encoding="utf-8")
    assert [group["root"] for group in pile(compared(rashomon))["groups"]] == ["Adda Holdt"]
    after = compared(rashomon, "--split-origins", "Adda Holdt = papers/other.txt")
    assert [group["root"] for group in pile(after)["groups"]] == ["Adda Holdt", "papers/other.txt"]


def test_a_ruling_is_kept_in_the_file_beside_those_on_names(rashomon: Runner, papers: Path) -> None:
    words = ["--rulings", "kept.txt", "--merge-origins", MERGE, "--same", "Adda Holdt = Tom Rask"]
    compared(rashomon, *words)
    kept = (papers.parent / "kept.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(kept) == ["Adda Holdt = Tom Rask", "origins: Adda Holdt = Tom Rask"]
    (papers.parent / "kept.txt").write_text("origins: Adda Holdt = Tom Rask\n", encoding="utf-8")
    assert pile(compared(rashomon, "--rulings", "kept.txt"))["at_most"] == 1


def test_a_ruling_that_changes_nothing_is_a_warning(rashomon: Runner, papers: Path) -> None:
    done = rashomon("compare", "papers", "--tagger", "rules", "--merge-origins", "Oda Pell = Tom Rask")
    assert done.code == 0
    assert "'origins: Oda Pell = Tom Rask': no two such origins" in done.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--merge-origins", "Tom != Ada"], "says that they differ; use --split-origins"),
        (["--merge-origins", "Tom @ one.txt = Ada"], "names an input"),
        (["--split-origins", "Tom"], "has no '=' between two names"),
    ],
)
def test_a_wrong_ruling_is_said_in_a_line(
    rashomon: Runner, papers: Path, words: list[str], told: str
) -> None:
    done = rashomon("compare", "papers", "--tagger", "rules", *words)
    assert done.code == 2
    assert told in done.err


def test_rulings_on_origins_reach_the_public_function(papers: Path) -> None:
    ruling = OriginRuling(first="Adda Holdt", second="Tom Rask", same=True)
    dossier = package.compare(str(papers), tagger="rules", rulings=[ruling])
    assert dossier.origin_rulings == (ruling,)
