"""Laws of the exporters, over any dossier the types allow."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders.bridge_story import bridge_story
from tests.builders.claim_story import claim_story
from tests.builders.claiming import dossiers
from tests.builders.relay_story import relay_story
from tests.builders.strategies import articles

from rashomon.errors import MalformedInput
from rashomon.exports import (
    EXPORTERS,
    article_record,
    exporter_for,
    json_line,
    parse_article,
    parse_dossier,
    parse_statement,
    statement_record,
    verify,
)
from rashomon.model import Article, Dossier

slow = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@slow
@given(dossiers())
def test_parsing_an_export_gives_the_dossier_back(dossier: Dossier) -> None:
    assert parse_dossier(exporter_for("json").export(dossier)) == dossier


@slow
@given(articles())
def test_parsing_an_article_record_gives_the_article_back(article: Article) -> None:
    line = json_line(article_record(article))
    assert line.count(b"\n") == 1
    assert parse_article(json.loads(line)) == article


@slow
@given(dossiers())
def test_parsing_a_statement_record_gives_the_statement_back(dossier: Dossier) -> None:
    for statement in dossier.statements:
        record = statement_record(statement, dossier.article(statement.article))
        assert parse_statement(json.loads(json_line(record))) == statement


@slow
@given(dossiers())
def test_verify_finds_no_false_words_or_ids_in_articles_and_statements(dossier: Dossier) -> None:
    record = json.loads(exporter_for("json").export(dossier))
    texts = {article.id: article.text for article in dossier.articles}
    found = [
        d
        for d in verify(record, texts)
        if d.where.startswith(("articles", "statements", "sources")) and d.what != "reference"
    ]
    assert found == []


@slow
@given(dossiers())
def test_verify_finds_no_false_words_counts_or_ids_in_claims_and_times(dossier: Dossier) -> None:
    record = json.loads(exporter_for("json").export(dossier))
    keys = ("claims", "conflicts", "timeline", "copies", "coverage")
    found = [d for d in verify(record) if d.where.startswith(keys) and d.what in ("id", "span", "count")]
    words = [d for d in verify(record) if d.where.startswith(keys) and not d.where.endswith("root")]
    assert found == []
    assert [d for d in words if d.what == "text"] == []


@slow
@given(dossiers(), st.sampled_from(sorted(EXPORTERS)))
def test_any_dossier_can_be_exported_and_twice_the_same(dossier: Dossier, name: str) -> None:
    exporter = exporter_for(name)
    assert exporter.export(dossier) == exporter.export(dossier)


@slow
@given(st.binary() | json_values.map(lambda value: json.dumps(value).encode()))
def test_arbitrary_bytes_parse_to_a_fault(data: bytes) -> None:
    with pytest.raises(MalformedInput):
        parse_dossier(data, name="x.json")


@slow
@given(json_values)
def test_verify_reports_any_other_json_and_never_crashes(value: object) -> None:
    assert verify(value) != ()


_STORIES = [
    json.loads(exporter_for("json").export(story)) for story in (bridge_story(), relay_story(), claim_story())
]


def _paths(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        found += _paths(inner, (*path, key))
    return found


_PLACES = [(story, path) for story in _STORIES for path in _paths(story)]


@slow
@given(st.sampled_from(_PLACES), json_values)
def test_verify_survives_any_value_put_anywhere(
    place: tuple[object, tuple[str | int, ...]], value: object
) -> None:
    story, path = place
    changed = json.loads(json.dumps(story))
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    found = verify(changed, {})
    assert {d.what for d in found} <= {"shape", "id", "span", "text", "reference", "count", "time", "input"}
    assert all(d.where for d in found)
