"""The curve over the threshold, and the gold that it is measured on."""

from __future__ import annotations

import json

import pytest
from evaluation import speakers
from evaluation.gold import locate
from tests.functional.conftest import ROOT

from rashomon.attribution.labels import SpeakerRule
from rashomon.model import Policy

DOCS = (ROOT / "docs" / "speakers.md").read_text(encoding="utf-8")


def row(name: str | None, score: float, *, right: bool = False) -> speakers.Judged:
    return speakers.Judged(where="-", words="-", wanted="Ada Holt", name=name, score=score, right=right)


def test_the_curve_trades_coverage_for_precision() -> None:
    rows = [
        row("Ada Holt", 0.9, right=True),
        row("Tom Rask", 0.5),
        row(None, 0.9),
        row("Ada Holt", 1.0, right=True),
    ]
    coverage, precision = speakers.curve(rows, 0.0)
    assert coverage == 75.0
    assert precision == pytest.approx(200 / 3)
    assert speakers.curve(rows, 0.6) == (50.0, 100.0)
    assert speakers.curve(rows, 1.1) == (0.0, 100.0)


def test_what_is_left_open_has_no_name_that_sure() -> None:
    assert speakers.left_open([row("Ada Holt", 0.5), row(None, 0.9)], 0.6) == 100.0
    assert speakers.left_open([row("Ada Holt", 0.5), row(None, 0.9)], 0.5) == 50.0


@pytest.mark.parametrize("half", speakers.HALVES)
def test_the_gold_quotes_its_reports(half: str) -> None:
    told = open_ended = 0
    for path in sorted((speakers.INVENTED / half).glob("*.json")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        for one in json.loads(path.read_text(encoding="utf-8"))["statements"]:
            assert locate(text, one["content"])
            assert all(name.split()[-1] in text for name in one.get("candidates", ()))
            told, open_ended = told + (one["who"] is not None), open_ended + (one["who"] is None)
    assert told >= open_ended > 10


def test_every_rule_is_described_with_its_score() -> None:
    for rule in SpeakerRule:
        [line] = [line for line in DOCS.splitlines() if line.startswith(f"| `{rule.label}` |")]
        assert f"| {rule.score} |" in line or "| its share |" in line


def test_the_curve_that_is_shown_holds_the_default() -> None:
    assert any(line.startswith(f"| {Policy().speaker_certain:.2f} |") for line in DOCS.splitlines())
