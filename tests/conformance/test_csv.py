"""The CSV export is what RFC 4180 asks for, and loses nothing of the words."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.builders.bridge_story import bridge_story
from tests.builders.chain_story import chain_story
from tests.builders.dossiers import alone_in
from tests.builders.relay_story import relay_story
from tests.builders.strategies import dossiers
from tests.conformance.test_exporters import hostile

from rashomon.exports import exporter_for
from rashomon.exports.spreadsheet import COLUMNS
from rashomon.model import Article, Dossier, Evidence, Mode, Span, Statement

_STORIES = {"bridge": bridge_story(), "relay": relay_story(), "chain": chain_story(), "hostile": hostile()}


def _rows(dossier: Dossier) -> list[dict[str, str]]:
    text = exporter_for("csv").export(dossier).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers())
def test_any_dossier_is_a_table(dossier: Dossier) -> None:
    for row in _rows(dossier):
        assert tuple(row) == COLUMNS
        assert None not in row.values()


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@pytest.mark.parametrize("story", _STORIES)
def test_read_along_one_witness_it_has_the_witnesses_words_verbatim(story: str) -> None:
    dossier = _STORIES[story]
    words: dict[tuple[str, str], str] = defaultdict(str)
    for row in _rows(dossier):
        if row["place"]:
            words[row["utterance"], row["witness"]] += row["text"]
    for utterance in dossier.utterances:
        for witness in utterance.apparatus.witnesses:
            text = dossier.article(witness.article).text
            expected = "".join(span.of(text) for span in witness.spans)
            assert _letters(words[utterance.id, witness.statement]) == _letters(expected)


@pytest.mark.parametrize("story", ["bridge", "relay", "chain"])
def test_the_offsets_lead_to_the_words(story: str) -> None:
    dossier = _STORIES[story]
    places = 0
    for row in _rows(dossier):
        spans = [tuple(map(int, span.split("-"))) for span in row["spans"].split()]
        text = dossier.article(row["article"]).text
        assert all(_letters(text[start:end]) in _letters(row["text"]) for start, end in spans)
        if spans:
            assert (int(row["start"]), int(row["end"])) == (spans[0][0], spans[-1][1])
        places += len(spans)
    assert places


def test_every_witness_is_in_every_place_once_and_one_of_them_is_the_base() -> None:
    at: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in _rows(_STORIES["bridge"]):
        if row["place"]:
            at[row["utterance"], row["place"]].append(row)
    for rows in at.values():
        assert len({row["witness"] for row in rows}) == len(rows)
        assert [row["base"] for row in rows].count("yes") == 1
    assert any(row["kind"] for rows in at.values() for row in rows)
    assert not any(row["kind"] for rows in at.values() for row in rows if row["base"] == "yes")


def test_words_that_look_like_a_formula_stay_as_they_are() -> None:
    text = "=1+1 boats, “-2” or @dawn\r\nsail"
    article = Article(input="-", text=text)
    evidence = Evidence(score=1.0, reason="made")
    whole = Span(0, len(text))
    one = Statement(article=article.id, mode=Mode.DIRECT, content=(whole,), evidence=evidence)
    story = replace(
        _STORIES["relay"], articles=(article,), statements=(one,), utterances=(alone_in(article, one),)
    )
    (row,) = _rows(story)
    assert row["text"] == text


def test_every_column_is_described() -> None:
    text = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in COLUMNS)
