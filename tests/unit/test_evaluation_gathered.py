"""The sample of gathered pairs, on two invented reports in the shape of the corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation import gathered

_REPORTS = (
    ["The mayor spoke. “We rebuilt the harbour wall twice, and nobody thanked us,” she said.", "Rain fell."],
    ["“Nobody thanked us,” she said, after “we rebuilt the harbour wall twice” had been heard."],
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A corpus of one event."""
    folder = tmp_path / "basil" / "articles" / "2001"
    folder.mkdir(parents=True)
    for number, sentences in enumerate(_REPORTS):
        record = {"triplet-uuid": "one", "body-paragraphs": [sentences]}
        (folder / f"{number}.json").write_text(json.dumps(record), encoding="utf-8")
    return tmp_path


def test_pairs_stand_side_by_side_with_their_rule(data: Path) -> None:
    (pair,) = gathered.sample(data, bare=True)
    assert pair.rule == "contained_speaker_open"
    assert {pair.one[1], pair.other[1]} == {
        "We rebuilt the harbour wall twice, and nobody thanked us,",
        "we rebuilt the harbour wall twice",
    }
    assert (pair.words, pair.one[0]) == (6, "not stated")


@pytest.mark.parametrize(("longest", "shown"), [("5", 0), ("6", 1)])
def test_only_short_ones_if_asked(
    data: Path, capsys: pytest.CaptureFixture[str], longest: str, shown: int
) -> None:
    assert gathered.main(["--bare", "--longest", longest], data) == 0
    assert capsys.readouterr().out.startswith(f"{shown} of {shown} pairs")
