"""``rashomon explain``: every step behind one claim, from a dossier on disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.builders.command import Runner

HEATER = "gutted the signal box"
ALONE = "Two are in intensive care"
"""Words that one report alone has."""


@pytest.fixture
def dossier(rashomon: Runner, examples: Path, tmp_path: Path) -> Path:
    assert examples.exists()
    done = rashomon("compare", "examples/signal-box", "--tagger", "rules", "-o", "dossier.json")
    assert done.code == 0, done.err
    return tmp_path / "dossier.json"


def test_without_a_claim_all_are_listed(rashomon: Runner, dossier: Path) -> None:
    lines = rashomon("explain", "dossier.json").out.splitlines()
    ids = [claim["id"] for claim in json.loads(dossier.read_text(encoding="utf-8"))["claims"]]
    assert [line.split()[0] for line in lines] == ids
    assert max(map(len, lines)) <= 100


def test_a_claim_is_found_by_its_words_and_by_its_id(rashomon: Runner, dossier: Path) -> None:
    by_words = rashomon("explain", "dossier.json", HEATER)
    assert by_words.code == 0, by_words.err
    claims = json.loads(dossier.read_text(encoding="utf-8"))["claims"]
    [claim] = [c["id"] for c in claims if any(HEATER in " ".join(w["spans_text"]) for w in c["wordings"])]
    assert rashomon("explain", "dossier.json", claim).out == by_words.out
    assert rashomon("explain", "dossier.json", claim[:12]).out == by_words.out


@pytest.mark.usefixtures("dossier")
def test_each_step_is_told_with_its_place(rashomon: Runner) -> None:
    told = rashomon("explain", "dossier.json", HEATER).out
    assert "castern-courier.html:65" in told
    assert "lowland-examiner.txt:" in told
    for part in ("Wordings", "Taken for one", "Stances", "Origins"):
        assert part in told


@pytest.mark.usefixtures("dossier")
def test_a_silence_is_told_with_the_nearest_passage(rashomon: Runner) -> None:
    told = rashomon("explain", "dossier.json", ALONE).out
    assert told.count(" silent") == 3
    assert "nearest" in told


@pytest.mark.parametrize(
    ("claim", "told"), [("cl-", "'cl-' stands for"), ("no such words", "no claim has the id or the words")]
)
@pytest.mark.usefixtures("dossier")
def test_what_means_none_or_several_is_said_in_a_line(rashomon: Runner, claim: str, told: str) -> None:
    done = rashomon("explain", "dossier.json", claim)
    assert done.code == 2
    assert told in done.err
    assert done.err.count("\n") == 1


def test_a_dossier_without_claims_says_how_to_get_them(rashomon: Runner, examples: Path) -> None:
    assert examples.exists()
    rashomon("collate", "examples/versions", "-o", "versions.json")
    done = rashomon("explain", "versions.json")
    assert done.code == 2
    assert "make it anew with 'rashomon compare'" in done.err


def test_what_is_no_dossier_is_said_in_a_line(rashomon: Runner, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    for name in ("other.json", "missing.json"):
        done = rashomon("explain", name)
        assert done.code == 1
        assert name in done.err
        assert done.err.count("\n") == 1
