"""What `verify` finds in a dossier that was changed by hand."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.builders.bridge_story import bridge_story
from tests.builders.claim_story import claim_story
from tests.builders.relay_story import relay_story

from rashomon.analysis import held
from rashomon.exports import exporter_for, verification, verify
from rashomon.model import (
    Citation,
    Edit,
    Evidence,
    Family,
    Flag,
    HouseRule,
    HouseStyle,
    Kinship,
    Severity,
    ShownBy,
    Span,
    UnnamedSource,
    VariantKind,
    Verdict,
)

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def record() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exporter_for("json").export(bridge_story()))
    return found


def _texts(record: dict[str, Any]) -> dict[str, str]:
    return {article["id"]: article["text"] for article in record["articles"]}


def test_an_untouched_dossier_holds(record: dict[str, Any]) -> None:
    outcome = verification(record, _texts(record))
    assert outcome.differences == ()
    assert outcome.articles == 3
    blocks = sum(len(article["blocks"]) for article in record["articles"])
    assert outcome.spans > blocks + len(record["statements"])


def _letter(record: dict[str, Any]) -> None:
    record["articles"][0]["text"] = record["articles"][0]["text"].replace("March", "Match")


def _shift(record: dict[str, Any]) -> None:
    record["statements"][0]["content"][0][0] += 1


def _beyond(record: dict[str, Any]) -> None:
    record["statements"][0]["evidence"]["spans"] = [[0, 10**6]]


def _words(record: dict[str, Any]) -> None:
    record["statements"][3]["content_text"][0] += "!"


def _cue(record: dict[str, Any]) -> None:
    record["statements"][2]["cue_text"] = ["lied"]


def _speaker(record: dict[str, Any]) -> None:
    record["statements"][2]["source"]["name"] = "Tomas Reyl"


def _mention(record: dict[str, Any]) -> None:
    record["statements"][2]["source"]["text"] = "Tomas Reyl"


def _source(record: dict[str, Any]) -> None:
    record["sources"][0]["name"] = "Tomas Reyl"


def _reading(record: dict[str, Any]) -> None:
    record["utterances"][0]["apparatus"]["variants"][0]["readings"][1]["text"] = "You see,"


def _reading_of_other(record: dict[str, Any]) -> None:
    readings = record["utterances"][1]["apparatus"]["columns"][3]["readings"]
    readings[0]["witnesses"], readings[1]["witnesses"] = readings[1]["witnesses"], readings[0]["witnesses"]


def _lost_column(record: dict[str, Any]) -> None:
    del record["utterances"][0]["apparatus"]["columns"][2]


def _segment(record: dict[str, Any]) -> None:
    segments = record["utterances"][0]["apparatus"]["segments"]
    next(iter(segments.values()))[0][1] -= 3


def _utterance_id(record: dict[str, Any]) -> None:
    record["utterances"][0]["id"] = "ut-0000000000000000"


def _parent(record: dict[str, Any]) -> None:
    record["statements"][5]["parent"] = "st-0000000000000000"


def _base(record: dict[str, Any]) -> None:
    record["utterances"][0]["apparatus"]["base"] = "st-0000000000000000"


def _block(record: dict[str, Any]) -> None:
    record["articles"][2]["blocks"][-1]["end"] += 40


def _gone(record: dict[str, Any]) -> None:
    del record["statements"][1]["cue"]


def _candidate(record: dict[str, Any]) -> None:
    source = next(s["source"] for s in record["statements"] if s["source"]["name"])
    source["candidates"] = [{"name": source["name"], "score": 0.5, "span": [0, 10**9]}]


def _backwards(record: dict[str, Any]) -> None:
    record["statements"][1]["content"] = [[9, 3]]


@pytest.mark.parametrize(
    ("change", "what", "where"),
    [
        (_letter, "id", "articles[0].id"),
        (_shift, "id", "statements[0].id"),
        (_shift, "text", "statements[0].content_text"),
        (_beyond, "span", "statements[0].evidence.spans[0]"),
        (_words, "text", "statements[3].content_text"),
        (_cue, "text", "statements[2].cue_text"),
        (_speaker, "id", "statements[2].source.id"),
        (_mention, "text", "statements[2].source.text"),
        (_source, "id", "sources[0].id"),
        (_reading, "text", "utterances[0].apparatus.variants[0].readings[1].text"),
        (_reading_of_other, "span", "utterances[1].apparatus.columns[3].readings[0].spans[0]"),
        (_lost_column, "text", "utterances[0].apparatus.columns"),
        (_segment, "id", "utterances[0].id"),
        (_utterance_id, "id", "utterances[0].id"),
        (_parent, "reference", "statements[5].parent"),
        (_base, "reference", "utterances[0].apparatus.base"),
        (_block, "span", "articles[2].blocks[2]"),
        (_candidate, "span", "statements[0].source.candidates[0].span"),
        (_gone, "shape", "statements[1]"),
        (_backwards, "shape", "statements[1]"),
    ],
)
def test_a_change_is_found_where_it_is(record: dict[str, Any], change: Change, what: str, where: str) -> None:
    change(record)
    found = {(difference.what, difference.where) for difference in verify(record)}
    assert (what, where) in found


@pytest.fixture
def relayed() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exporter_for("json").export(relay_story()))
    return found


def test_figures_links_and_the_graph_hold_untouched(relayed: dict[str, Any]) -> None:
    assert verify(relayed, _texts(relayed)) == ()


def test_files_older_than_figures_and_the_graph_hold(record: dict[str, Any]) -> None:
    for key in ("figures", "links", "rulings", "transmission"):
        del record[key]
    assert verify(record) == ()


def test_the_graph_is_held_also_where_there_is_no_audit(relayed: dict[str, Any]) -> None:
    del relayed["audit"]
    assert verify(relayed) == ()
    relayed["transmission"]["nodes"][0]["label"] = "a liar"
    assert [difference.where for difference in verify(relayed)] == ["transmission.nodes[0].label"]


def _put(*path: str | int, value: object) -> Change:
    def change(record: dict[str, Any]) -> None:
        inner: Any = record
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "what", "where"),
    [
        (_put("statements", 0, "source", "identity", value="fg-other"), "id", "statements[0].source.id"),
        (
            _put("statements", 0, "source", "identity", value="fg-other"),
            "reference",
            "statements[0].source.identity",
        ),
        (_put("sources", 0, "identity", value=None), "id", "sources[0].id"),
        (_put("figures", value=[]), "reference", "sources[0].identity"),
        (_put("figures", 0, "name", value="Ada Malt"), "text", "figures[0].name"),
        (
            _put("figures", 0, "appearances", 0, "name", value="Malt"),
            "text",
            "figures[0].appearances[0].name",
        ),
        (
            _put("figures", 0, "appearances", 0, "spans_text", value=["Ada"]),
            "text",
            "figures[0].appearances[0].spans_text",
        ),
        (
            _put("figures", 0, "appearances", 0, "spans", 0, value=[0, 10**6]),
            "span",
            "figures[0].appearances[0].spans[0]",
        ),
        (
            _put("figures", 0, "appearances", 1, "article", value="sha256:0"),
            "reference",
            "figures[0].appearances[1].article",
        ),
        (_put("links", 0, "id", value="ln-0"), "id", "links[0].id"),
        (_put("links", 0, "sides", 0, "name", value="Ada"), "reference", "links[0].sides"),
        (_put("links", 0, "places", 0, 1, value=3), "text", "links[0].places_text"),
        (_put("rulings", 0, "first", value=3), "shape", "rulings[0]"),
        (_put("transmission", value=[]), "shape", "transmission"),
        (_put("transmission", "nodes", 0, "kind", value="saint"), "shape", "transmission.nodes[0]"),
        (_put("transmission", "nodes", 0, "key", value="x"), "id", "transmission.nodes[0].id"),
        (_put("transmission", "nodes", 0, "label", value="a liar"), "text", "transmission.nodes[0].label"),
        (_put("transmission", "nodes", -1, "key", value="x"), "reference", "transmission.nodes[12].key"),
        (_put("transmission", "steps", 0, "tail", value="x"), "reference", "transmission.steps[0].tail"),
        (_put("transmission", "steps", 0, "head", value="x"), "id", "transmission.steps[0].id"),
        (
            _put("transmission", "steps", 0, "statements", value=["x"]),
            "reference",
            "transmission.steps[0].statements[0]",
        ),
        (_put("transmission", "steps", 0, "stated", value=False), "text", "transmission.steps[0].stated"),
        (
            _put("transmission", "steps", 0, "inferred", value=["x"]),
            "reference",
            "transmission.steps[0].inferred[0]",
        ),
        (
            _put("transmission", "steps", 0, "places_text", value=["x"]),
            "text",
            "transmission.steps[0].places_text",
        ),
        (
            _put("transmission", "steps", 0, "places", 0, 2, value=10**6),
            "span",
            "transmission.steps[0].places[0]",
        ),
    ],
)
def test_a_change_of_figures_links_or_the_graph_is_found_where_it_is(
    relayed: dict[str, Any], change: Change, what: str, where: str
) -> None:
    change(relayed)
    assert (what, where) in {(difference.what, difference.where) for difference in verify(relayed)}


def test_every_changed_letter_of_an_article_is_found(record: dict[str, Any]) -> None:
    text = record["articles"][2]["text"]
    for at in range(0, len(text), 17):
        changed = copy.deepcopy(record)
        changed["articles"][2]["text"] = text[:at] + "¤" + text[at + 1 :]
        assert any(difference.what == "id" for difference in verify(changed))


def test_an_input_that_reads_otherwise_now_is_a_difference(record: dict[str, Any]) -> None:
    texts = _texts(record)
    del texts[record["articles"][1]["id"]]
    (difference,) = verify(record, texts)
    assert (difference.what, difference.where) == ("input", "articles[1].id")


def test_a_dossier_without_repeated_words_holds_by_its_spans(record: dict[str, Any]) -> None:
    for statement in record["statements"]:
        del statement["content_text"], statement["cue_text"], statement["source"]["text"]
    assert verify(record) == ()


@pytest.mark.parametrize("value", [None, 3, "x", [], {}, {"articles": 3}])
def test_what_is_no_dossier_is_a_difference_of_shape(value: object) -> None:
    assert {difference.what for difference in verify(value)} == {"shape"}


@pytest.fixture
def told() -> dict[str, Any]:
    """The record of an apparatus of which everything is told that can be."""
    story = bridge_story()
    first, *others = story.utterances
    evidence = Evidence(score=1.0, reason="made", spans=(Span(3, 9),))
    variant, *rest = first.apparatus.variants
    edit = Edit(reading=1, kind=VariantKind.CLEANUP, severity=Severity.MINOR, evidence=evidence)
    alone, two = first.apparatus.witnesses[2].statement, first.apparatus.witnesses[:2]
    changed = replace(variant, edits=(edit,), altered=(alone,), shown_by=ShownBy.BRACKET)
    family = Family(witnesses=tuple(w.statement for w in two), kinship=Kinship.ONE_REPORT, evidence=evidence)
    apparatus = replace(first.apparatus, variants=(changed, *rest), families=(family,))
    story = replace(story, utterances=(replace(first, apparatus=apparatus), *others))
    found: dict[str, Any] = json.loads(exporter_for("json").export(story))
    return found


def test_edits_alterers_and_families_hold_where_they_fit(told: dict[str, Any]) -> None:
    assert verify(told) == ()


@pytest.mark.parametrize(
    ("path", "value", "what", "where"),
    [
        (("variants", 0, "edits", 0, "reading"), 9, "reference", "variants[0].edits[0].reading"),
        (("variants", 0, "altered"), ["st-0"], "reference", "variants[0].altered[0]"),
        (("variants", 0, "altered"), [], "reference", "variants[0].shown_by"),
        (("variants", 0, "shown_by"), None, "reference", "variants[0].shown_by"),
        (("variants", 0, "evidence"), {"spans": [[0, 10**6]]}, "span", "variants[0].evidence.spans[0]"),
        (("columns", 0, "readings", 0, "attested"), 7, "count", "columns[0].readings[0].attested"),
        (("columns", 0, "best_attested"), [1], "count", "columns[0].best_attested"),
        (("families", 0, "witnesses", 0), "st-0", "reference", "families[0].witnesses[0]"),
        (("families",), [], "count", "columns[0].readings[0].attested"),
    ],
)
def test_a_change_of_edits_or_families_is_found_where_it_is(
    told: dict[str, Any], path: tuple[str | int, ...], value: object, what: str, where: str
) -> None:
    _put("utterances", 0, "apparatus", *path, value=value)(told)
    found = {(difference.what, difference.where) for difference in verify(told)}
    assert (what, f"utterances[0].apparatus.{where}") in found


@pytest.mark.parametrize(
    ("kind", "where"), [("kind", ".kind"), ("severity", ".severity"), ("shown_by", ".shown_by")]
)
def test_a_label_that_there_is_none_of_ends_the_check_of_the_utterance(
    told: dict[str, Any], kind: str, where: str
) -> None:
    told["utterances"][0]["apparatus"]["variants"][0][kind] = "saintly"
    (difference,) = verify(told)
    assert (difference.what, difference.where) == ("shape", "utterances[0]")
    assert where in difference.found


def test_witnesses_in_two_families_are_a_difference(told: dict[str, Any]) -> None:
    apparatus = told["utterances"][0]["apparatus"]
    apparatus["families"].append(apparatus["families"][0])
    where = "utterances[0].apparatus.families[1].witnesses[0]"
    assert ("reference", where) in {(difference.what, difference.where) for difference in verify(told)}


def test_the_words_that_tell_a_tongue_are_the_articles(record: dict[str, Any]) -> None:
    text = record["articles"][0]["text"]
    tongue: dict[str, Any] = {"language": text[4:8].strip(), "span": [2, 12], "text": text[2:12]}
    record["statements"][0]["spoken_in"] = tongue
    assert verify(record) == ()
    tongue["language"] = "Volapük"
    assert [difference.where for difference in verify(record)] == ["statements[0].spoken_in.language"]
    tongue["language"], tongue["text"] = None, "in Volapük"
    assert [difference.where for difference in verify(record)] == ["statements[0].spoken_in.text"]
    del record["statements"][0]["spoken_in"]
    assert verify(record) == ()


@pytest.fixture
def memo() -> dict[str, Any]:
    """The record of differences held against a house style."""
    rule = HouseRule(
        id="as-spoken",
        kinds=tuple(VariantKind),
        flags=(Flag.PLURAL_FOR_ONE,),
        verdict=Verdict.NOT_ALLOWED,
        gist="Leave it.",
        citation=Citation(document="The desk’s book"),
    )
    style = HouseStyle(id="desk", name="Our desk", rules=(rule,))
    story = bridge_story()
    article, words = story.articles[0], "An official at city hall"
    start = article.text.index(words)
    unnamed = UnnamedSource(
        article=article.id,
        statements=(),
        descriptor=words,
        span=Span(start, start + len(words)),
        stated_count=None,
        reason=None,
        flags=(Flag.PLURAL_FOR_ONE,),
    )
    story = held(replace(story, unnamed=(unnamed,)), [style])
    found: dict[str, Any] = json.loads(exporter_for("json").export(story))
    assert found["memo"][0]["utterance"] is not None
    assert found["memo"][-1]["unnamed"] is not None
    return found


def test_a_memo_holds_untouched_and_older_files_have_none(memo: dict[str, Any]) -> None:
    assert verify(memo) == ()
    del memo["memo"], memo["house_styles"]
    assert verify(memo) == ()


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("memo", 0, "style"), "ap", "memo[0].style"),
        (("memo", 0, "rule"), "no-such", "memo[0].rule"),
        (("memo", 0, "rule"), None, "memo[0].verdict"),
        (("memo", 0, "verdict"), "allowed", "memo[0].verdict"),
        (("memo", 0, "utterance"), "ut-0", "memo[0].utterance"),
        (("memo", 0, "variant"), 99, "memo[0].variant"),
        (("memo", 0, "variant"), -1, "memo[0].variant"),
        (("memo", 0, "reading"), 99, "memo[0].reading"),
        (("memo", 0, "altered"), ["st-0"], "memo[0].altered"),
        (("memo", -1, "unnamed"), 99, "memo[{last}].unnamed"),
        (("house_styles",), [], "memo[0].style"),
    ],
)
def test_a_change_of_the_memo_is_found_where_it_is(
    memo: dict[str, Any], path: tuple[str | int, ...], value: object, where: str
) -> None:
    _put(*path, value=value)(memo)
    found = {(difference.what, difference.where) for difference in verify(memo)}
    assert ("reference", where.format(last=len(memo["memo"]) - 1)) in found


@pytest.fixture
def claimed() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exporter_for("json").export(claim_story()))
    assert verify(found) == ()
    return found


@pytest.mark.parametrize("key", ["text", "id"])
def test_an_article_without_text_or_id_is_the_one_difference(claimed: dict[str, Any], key: str) -> None:
    del claimed["articles"][1][key]
    (difference,) = verify(claimed)
    assert (difference.what, difference.where) == ("shape", "articles[1]")
    assert f"has no '{key}'" in difference.found


@pytest.mark.parametrize("change", [_put("articles", 1, "id", value="sha256:0"), _put("articles", value=[])])
def test_claims_of_an_article_that_is_not_there_are_no_crash(claimed: dict[str, Any], change: Change) -> None:
    change(claimed)
    assert "reference" in {difference.what for difference in verify(claimed)}


@pytest.mark.parametrize(
    "value", ["2099-99-99", "2031-02-29", "2031-05-06T25:00:00", "May 2031", "2031-05/2031-04", ""]
)
def test_a_time_that_is_none_is_a_difference(claimed: dict[str, Any], value: str) -> None:
    claimed["timeline"][0]["value"] = value
    (difference,) = verify(claimed)
    assert (difference.what, difference.where) == ("time", "timeline[0].value")
    assert difference.found == value


def test_what_a_time_is_counted_from_is_a_time_too(claimed: dict[str, Any]) -> None:
    number = next(n for n, one in enumerate(claimed["timeline"]) if one["anchor"])
    claimed["timeline"][number]["anchor"]["value"] = "2099-99-99"
    (difference,) = verify(claimed)
    assert (difference.what, difference.where) == ("time", f"timeline[{number}].anchor.value")
