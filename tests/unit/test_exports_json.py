"""The JSON of a dossier: keys and order by the contract, hostile text, faults with their place."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from tests.builders.bridge_story import bridge_story

from rashomon.errors import MalformedInput, UsageError
from rashomon.exports import (
    EXPORTERS,
    article_record,
    dossier_record,
    exporter_for,
    exporter_for_path,
    json_line,
    load_json,
    parse_article,
    parse_dossier,
    statement_record,
)
from rashomon.model import Article, Policy

STORY = bridge_story()


def test_an_article_has_the_keys_of_the_contract_in_their_order() -> None:
    record = article_record(STORY.articles[1])
    assert list(record)[:10] == [
        *("id", "input", "publisher", "headline", "byline"),
        *("published", "language", "text", "blocks", "warnings"),
    ]
    assert record["publisher"] == "Tidewater Post"
    assert record["byline"] == ["Aino Feld"]
    assert record["blocks"][0] == {"kind": "headline", "start": 0, "end": 57, "rule": "made:headline"}  # type: ignore[index]


def test_a_statement_has_the_keys_of_the_contract_and_the_words_of_its_spans() -> None:
    statement = STORY.statements[2]
    record = statement_record(statement, STORY.articles[0])
    assert list(record)[:11] == [
        *("id", "article", "input", "mode", "content", "cue"),
        *("source", "occasion", "chain", "parent", "evidence"),
    ]
    source = record["source"]
    assert isinstance(source, dict)
    assert list(source)[:5] == ["span", "id", "name", "kind", "descriptor"]
    assert source["text"] == "Harbour Commissioner Ilse Markwart"
    assert record["cue_text"] == ["said"]
    assert record["input"] == "reports/courier.txt"


def test_a_statement_without_source_still_has_a_source_object() -> None:
    nested = next(s for s in STORY.statements if s.source is None)
    source = statement_record(nested, STORY.article(nested.article))["source"]
    assert isinstance(source, dict)
    assert set(source.values()) == {None}


def test_a_statement_record_wants_the_statements_own_article() -> None:
    with pytest.raises(ValueError, match="is not of article"):
        statement_record(STORY.statements[0], STORY.articles[1])


def test_a_dossier_has_all_keys_of_the_contract_also_those_not_looked_for() -> None:
    record = dossier_record(STORY)
    assert list(record) == [
        *("articles", "statements", "sources", "utterances"),
        *("claims", "conflicts", "timeline", "audit"),
        *("figures", "links", "rulings", "transmission"),
        *("house_styles", "memo"),
        *("coverage", "copies", "suspected", "origin_rulings", "engine"),
    ]
    assert record["audit"] == {"unnamed_sources": []}
    assert record["transmission"] == {"nodes": [], "steps": []}
    engine = record["engine"]
    assert isinstance(engine, dict)
    assert engine["rooms"] == ["attribution", "collation"]
    assert set(engine["policy"]) == {field.name for field in fields(Policy)}


def test_readings_locate_their_words_in_the_articles() -> None:
    record = json.loads(exporter_for("json").export(STORY))
    texts = {article["id"]: article["text"] for article in record["articles"]}
    (reading,) = [
        reading
        for variant in record["utterances"][1]["apparatus"]["variants"]
        for reading in variant["readings"]
        if reading["text"] == "road-block"
    ]
    ((article, start, end),) = reading["spans"]
    assert texts[article][start:end] == "road-block"


def test_lone_surrogates_and_nul_survive() -> None:
    article = Article(input="a\udce9.txt", text="one\x00 \ud800 two 😀\u2028")
    line = json_line(article_record(article))
    assert line.count(b"\n") == 1
    assert parse_article(json.loads(line)) == article


def test_text_is_written_as_it_is() -> None:
    assert "“Shall we".encode() not in exporter_for("json").export(STORY)
    assert "‘Shall we".encode() in exporter_for("json").export(STORY)


def test_every_item_of_a_list_stands_on_its_own_line() -> None:
    lines = exporter_for("json").export(STORY).decode().splitlines()
    statements = [line for line in lines if line.startswith('    {"id": "st-')]
    assert len(statements) == len(STORY.statements)
    assert all(json.loads(line.rstrip(",")) for line in statements)


def test_broken_json_is_told_with_its_place() -> None:
    with pytest.raises(MalformedInput) as caught:
        load_json(b'{"a": 1,\n "b" 2}', name="x.json")
    assert caught.value.line().startswith("x.json:2:6: is not JSON")
    assert caught.value.snippet() == ' "b" 2}\n     ^'


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff\xfe", "is not UTF-8"),
        (b"[" * 100_000, "is nested too deeply"),
        (b"[" + b"9" * 5000 + b"]", "is not JSON that can be read"),
        (b"[]", "the record is not an object"),
        (b'{"statements": 3}', "statements is not a list"),
        (b'{"statements": [{}]}', "statements[0] has no 'occasion'"),
    ],
)
def test_what_is_no_dossier_is_a_fault(data: bytes, problem: str) -> None:
    with pytest.raises(MalformedInput, match=r"x\.json") as caught:
        parse_dossier(data, name="x.json")
    assert problem in caught.value.problem


def test_a_label_outside_the_vocabulary_is_a_fault() -> None:
    data = exporter_for("json").export(STORY).replace(b'"mode": "mixed"', b'"mode": "sung"', 1)
    with pytest.raises(MalformedInput, match=r"statements\[0\].mode is none of: direct"):
        parse_dossier(data)


def test_a_threshold_of_another_version_is_a_fault() -> None:
    data = exporter_for("json").export(STORY).replace(b'"policy": {', b'"policy": {"mood": 3, ')
    with pytest.raises(MalformedInput, match=r"engine\.policy\.mood"):
        parse_dossier(data)


def test_changed_thresholds_come_back() -> None:
    engine = replace(STORY.engine, policy=replace(STORY.engine.policy, max_input_bytes=7))
    changed = replace(STORY, engine=engine)
    assert parse_dossier(exporter_for("json").export(changed)).engine.policy.max_input_bytes == 7


def test_exporters_are_found_by_name_and_by_ending() -> None:
    assert exporter_for("html") is EXPORTERS["html"]
    assert exporter_for_path("out/report.HTML").format == "html"
    assert exporter_for_path(".json").format == "json"
    with pytest.raises(UsageError, match="there are: json, text, html"):
        exporter_for("pdf")
    with pytest.raises(UsageError, match=r"known endings: \.json"):
        exporter_for_path("report.pdf")
