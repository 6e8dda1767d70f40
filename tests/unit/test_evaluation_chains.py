"""The gold of chains says what it means, and each figure of the measure can come out wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from evaluation import chaingold, chains
from evaluation.chaingold import GoldReport, GoldSpoken, GoldUnnamed, bare, read_half, read_report
from evaluation.gold import GoldNotFound

from rashomon.model import Evidence, Mode, Occasion, Relay, Span, Statement

QUOTED = "“It hums,”"
LATER = "“It sings,”"
TEXT = (
    f"{QUOTED} a clerk told Mab Orr of Radio Fen in an interview, the Fen Echo said, "
    "since clerks may not talk.\n\n"
    f"{LATER} the clerk said.\n"
)
HOPS = ["Mab Orr", "Radio Fen|Fen", "the Fen Echo|Echo"]
SOURCE = {"descriptor": "a clerk|the clerk", "count": 1, "reason": "clerks may not talk", "flags": []}


def gold_of(tmp_path: Path, *statements: Mapping[str, object]) -> GoldReport:
    filled = [{"content": [QUOTED], "who": "a clerk", "hops": []} | dict(s) for s in statements]
    (tmp_path / "hum.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "hum.json"
    path.write_text(json.dumps({"story": None, "statements": filled}), encoding="utf-8")
    return read_report(path)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def relay(words: str, *, stated: bool = True) -> Relay:
    return Relay(name=words, manner="told", span=span(words), stated=stated)


def said(content: str, *chain: Relay, occasion: Occasion | None = None) -> Statement:
    return Statement(
        article="hum",
        mode=Mode.DIRECT,
        content=(span(content),),
        chain=chain,
        occasion=occasion,
        evidence=Evidence(score=1.0, reason="marks"),
    )


def figures(
    gold: GoldReport, statements: Sequence[Statement], audit: Sequence[Mapping[str, Any]] = ()
) -> dict[str, float]:
    score = chains.Score()
    chains.score_report(score, gold, TEXT, statements, audit)
    return chains.figures(score)


def test_each_half_can_be_read_and_hold_chains_of_every_length() -> None:
    spoken = {
        half: [s for r in read_half(half) for s in r.statements if not s.optional]
        for half in chaingold.HALVES
    }
    for statements in spoken.values():
        assert {len(s.hops) for s in statements} == {0, 1, 2, 3, 4}
        assert sum(not s.hops for s in statements) >= 60
        assert sum(bool(s.hops) for s in statements) >= 60
        assert {flag for s in statements if s.unnamed for flag in s.unnamed.flags} == chaingold.FLAGS


def test_no_statement_of_the_gold_is_annotated_twice() -> None:
    for half in chaingold.HALVES:
        for report in read_half(half):
            contents = [s.content for s in report.statements]
            assert len(set(contents)) == len(contents), report.path.stem


def test_no_report_stands_in_two_halves() -> None:
    halves = [{r.path.read_text(encoding="utf-8") for r in read_half(half)} for half in chaingold.HALVES]
    assert all(halves)
    assert not any(one & other for one, other in combinations(halves, 2))


def test_no_story_reaches_over_two_halves() -> None:
    halves = [{r.story for r in read_half(half) if r.story} for half in chaingold.HALVES]
    assert not any(one & other for one, other in combinations(halves, 2))


def test_names_are_compared_without_article_case_and_marks() -> None:
    assert bare("The “Fen Echo”") == bare("fen echo")
    assert bare("Echo") != bare("Fen Echo")


def test_an_inferred_hop_leaves_the_occasion_unasked(tmp_path: Path) -> None:
    stated, inferred = gold_of(tmp_path, {"hops": ["Echo"]}, {"hops": ["~Echo"]}).statements
    assert stated.hops[0].stated
    assert stated.occasion_asked
    assert not inferred.hops[0].stated
    assert not inferred.occasion_asked


def test_words_that_are_not_there_name_their_file(tmp_path: Path) -> None:
    with pytest.raises(GoldNotFound, match=r"hum\.json: 'Radio Moor'"):
        gold_of(tmp_path, {"hops": ["Radio Moor"]})


@pytest.mark.parametrize(
    "wrong", [{"occasion": ["picnic", "interview"]}, {"unnamed": SOURCE | {"flags": ["shy"]}}, {"hop": []}]
)
def test_what_the_guideline_does_not_know_is_refused(tmp_path: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"hum\.json: not known"):
        gold_of(tmp_path, wrong)


def test_a_chain_is_exact_if_all_hops_match_in_order(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, {"hops": HOPS})
    mab, radio, echo = relay("Mab Orr"), relay("Radio Fen"), relay("Fen Echo")
    assert figures(gold, [said(QUOTED, mab, radio, echo)])["exact"] == 100
    swapped = figures(gold, [said(QUOTED, radio, mab, echo)])
    assert (swapped["exact"], swapped["any"]) == (0, 100)
    assert swapped["hop"] == pytest.approx(100 * 2 / 3)
    short = figures(gold, [said(QUOTED, mab, radio)])
    assert (short["exact"], short["any"], short["hop"]) == (0, 100, 80)


def test_a_hop_matches_by_its_name_or_by_its_place(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, {"hops": ["the Fen Echo"]})
    place = Relay(name="a paper", manner="told", span=span("Echo"))
    name = Relay(name="Fen Echo", manner="told", span=span("interview"))
    neither = Relay(name="a paper", manner="told", span=span("interview"))
    assert [figures(gold, [said(QUOTED, hop)])["exact"] for hop in (place, name, neither)] == [100, 100, 0]


def test_a_chain_of_a_statement_not_found_is_missed_and_a_stray_one_is_false(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, {"hops": ["Echo"]})
    assert figures(gold, [])["exact"] == 0
    both = figures(gold, [said(QUOTED, relay("Echo")), said(LATER, relay("Echo"))])
    assert both["exact"] == pytest.approx(100 * 2 / 3)
    assert both["exact_paired"] == 100


def test_a_chain_where_none_belongs_is_a_false_alarm(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, {})
    assert figures(gold, [said(QUOTED)])["clean"] == 100
    assert figures(gold, [said(QUOTED, relay("Echo"))])["clean"] == 0


def test_an_open_hop_may_stand_or_not(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, {"hops": ["Mab Orr"], "open": ["Echo"]})
    for chain in ([relay("Mab Orr")], [relay("Mab Orr"), relay("Echo")]):
        assert figures(gold, [said(QUOTED, *chain)])["exact"] == 100
    assert figures(gold, [said(QUOTED, relay("Mab Orr"), relay("Radio Fen"))])["exact"] == 0


def test_an_optional_statement_counts_for_nothing(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, {"hops": ["Echo"], "optional": True, "unnamed": SOURCE})
    assert set(figures(gold, [said(QUOTED, relay("Mab Orr"))]).values()) == {0}


def test_stated_and_inferred_are_told_apart(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, {"hops": ["Echo"]})
    assert figures(gold, [said(QUOTED, relay("Echo"))])["stated"] == 100
    assert figures(gold, [said(QUOTED, relay("Echo", stated=False))])["stated"] == 0


def test_an_occasion_is_right_by_kind_and_place(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, {"occasion": ["interview", "an interview"]})
    right = Occasion(kind="interview", span=span("interview"))
    kind = Occasion(kind="press", span=span("interview"))
    place = Occasion(kind="interview", span=span("clerks"))
    for occasion, share in ((right, 100), (kind, 0), (place, 0), (None, 0)):
        found = figures(gold, [said(QUOTED, occasion=occasion)])
        assert (found["occasion"], found["occasion_told"]) == (share, share)
    none_told = gold_of(tmp_path, {})
    assert figures(none_told, [said(QUOTED, occasion=right)])["occasion"] == 0


def entry(statement: Statement, **changes: object) -> dict[str, object]:
    reason = {"span": list(span("since clerks"))}
    fields: dict[str, object] = {"descriptor": "A clerk", "stated_count": 1, "reason_for_anonymity": reason}
    return {"statements": [statement.id], "flags": []} | fields | changes


def test_the_fields_of_an_unnamed_source_are_judged_one_by_one(tmp_path: Path) -> None:
    gold, found = gold_of(tmp_path, {"unnamed": SOURCE}), said(QUOTED)
    names = ("audited", "descriptor", "count", "reason")
    for changes, wrong in (
        ({}, None),
        ({"descriptor": "a cleric"}, "descriptor"),
        ({"stated_count": None}, "count"),
        ({"reason_for_anonymity": None}, "reason"),
    ):
        told = figures(gold, [found], [entry(found, **changes)])
        assert [told[name] for name in names] == [0 if name == wrong else 100 for name in names]
    assert figures(gold, [found])["audited"] == 0


def test_a_named_speaker_in_the_audit_is_false(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, {"unnamed": SOURCE}, {"content": [LATER]})
    one, other = said(QUOTED), said(LATER)
    assert figures(gold, [one, other], [entry(one), entry(other)])["audited"] == pytest.approx(100 * 2 / 3)


def test_flags_are_wanted_unwanted_or_open(tmp_path: Path) -> None:
    found = said(QUOTED)
    source = SOURCE | {"flags": ["no_reason_stated"], "maybe": ["plural_for_one"]}
    gold = gold_of(tmp_path, {"unnamed": source})
    for flags, share in (
        (["no_reason_stated"], 100),
        (["no_reason_stated", "plural_for_one"], 100),
        (["no_reason_stated", "descriptor_differs"], 100 * 2 / 3),
        ([], 0),
    ):
        assert figures(gold, [found], [entry(found, flags=flags)])["flags"] == pytest.approx(share)


@pytest.mark.parametrize("half", chaingold.HALVES)
def test_what_the_gold_says_scores_full_marks(half: str) -> None:
    score = chains.Score()
    for report in read_half(half):
        asked = [one for one in report.statements if not one.optional]
        statements = [as_told(one, number) for number, one in enumerate(asked)]
        audit = [
            as_audited(one.unnamed, statement)
            for one, statement in zip(asked, statements, strict=True)
            if one.unnamed
        ]
        text = report.path.read_text(encoding="utf-8")
        chains.score_report(score, report, text, statements, audit)
    speaker = {"speaker": pytest.approx(0)}  # who speaks is not built here
    assert chains.figures(score) == dict.fromkeys(chains.figures(score), pytest.approx(100)) | speaker


def as_told(one: GoldSpoken, number: int) -> Statement:
    hops = [Relay(name=min(h.names), manner="told", span=h.spans[0], stated=h.stated) for h in one.hops]
    told = Occasion(kind=one.occasion[0], span=one.occasion[1][0]) if one.occasion else None
    return Statement(
        article="hum",
        mode=Mode.DIRECT,
        content=one.content,
        chain=tuple(hops),
        occasion=told,
        parent=f"st-{number}" if one.nested else None,
        evidence=Evidence(score=1.0, reason="gold"),
    )


def as_audited(unnamed: GoldUnnamed, statement: Statement) -> dict[str, object]:
    return {
        "statements": [statement.id],
        "descriptor": min(unnamed.descriptors),
        "stated_count": next(iter(unnamed.counts)),
        "reason_for_anonymity": {"span": list(unnamed.reason)} if unnamed.reason else None,
        "flags": sorted(unnamed.flags),
    }
