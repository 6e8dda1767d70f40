"""The invented stories, through the installed command: what a reader of them must be shown.

The first story is held to the letter, since it has in it every trouble that the
first real input had; of the others, what makes each of them hard to read.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from tests.builders.command import Runner

from rashomon.exports import verify

EXAMPLES = Path(__file__).parents[2] / "examples"
COURIER = "harbour-interview/gannet-courier.txt"
POST = "harbour-interview/tidewater-post.txt"

Record = dict[str, Any]


@cache
def run(*words: str) -> str:
    """What the command prints; it must succeed."""
    result = Runner(EXAMPLES)(*words)
    assert result.code == 0, result.err
    return result.out


def article(name: str) -> Record:
    (line,) = run("read", name).splitlines()
    record: Record = json.loads(line)
    return record


def statements(name: str) -> list[Record]:
    return [json.loads(line) for line in run("statements", name).splitlines()]


def dossier(*names: str) -> Record:
    record: Record = json.loads(run("compare", "--format", "json", *names))
    return record


def blocks(name: str, kind: str) -> list[str]:
    """The lines of one kind."""
    record = article(name)
    found = [record["text"][b["start"] : b["end"]] for b in record["blocks"] if b["kind"] == kind]
    return [line.strip() for words in found for line in words.splitlines() if line.strip()]


def said(name: str, beginning: str) -> Record:
    """The one statement outside of others whose content begins with these words, "that" left aside."""
    found = [
        s
        for s in statements(name)
        if s["parent"] is None and s["content_text"][0].removeprefix("that ").startswith(beginning)
    ]
    assert len(found) == 1, f"{beginning!r} begins {len(found)} statements"
    return found[0]


def shared(record: Record) -> list[Record]:
    """The utterances that more than one report has."""
    article_of = {s["id"]: s["article"] for s in record["statements"]}
    return [u for u in record["utterances"] if len({article_of[s] for s in u["statements"]}) > 1]


def has_variant(record: Record, kinds: set[str], *texts: str) -> bool:
    """Whether a variant of such a kind has these texts, each in a reading of its own.

    An empty text asks for a reading that has nothing there.
    """

    def fits(reading: Record, text: str) -> bool:
        return text in reading["text"] if text else not reading["text"]

    return any(
        all(map(fits, readings, texts))
        for utterance in shared(record)
        for variant in utterance["apparatus"]["variants"]
        if variant["kind"] in kinds
        for readings in permutations(variant["readings"], len(texts))
    )


# --- harbour-interview: reading


def test_every_line_of_the_site_is_furniture_and_nothing_else_is() -> None:
    lines = (EXAMPLES / COURIER).read_text(encoding="utf-8").splitlines()
    tail = lines[lines.index("You have 2 free articles left this month.") :]
    assert blocks(COURIER, "furniture") == [line for line in tail if line.strip()]
    assert blocks(POST, "furniture") == ["Read  WATCH: Odile Marrash - 'A harbour is everybody's front room'"]


def test_the_head_of_the_first_report_is_told_apart() -> None:
    assert blocks(COURIER, "kicker") == ["coast deskHarbours & Shipping"]
    assert blocks(COURIER, "headline") == [
        "Hallbeck: Estmere ‘drew the lines’ for storm tow, kept tugs in port on the night"
    ]
    assert blocks(COURIER, "deck") == [
        "The tugs were held back because of worries about a second surge, according to Estmere media."
    ]
    captions, credits_ = blocks(COURIER, "caption"), blocks(COURIER, "credit")
    assert len(captions) == len(credits_) == 2
    assert all(c.endswith("at Port Hallam on Nov. 2, 2021.") for c in captions)
    assert set(credits_) == {"Credit: Sundary Harbour Office Photo by Tam Orrey."}


def test_the_head_of_the_second_report_is_told_apart() -> None:
    assert blocks(POST, "headline") == ["Hallbeck says Estmere left Port Hallam to shut its gates alone"]
    assert len(blocks(POST, "deck")) == 1
    assert blocks(POST, "deck")[0].startswith("‘The plan was made in Estmere")
    assert blocks(POST, "byline") == ["By Perrin Oake, Tidewater Post"]
    assert article(POST)["byline"] == ["Perrin Oake"]
    assert article(POST)["publisher"] == "Tidewater Post"


@pytest.mark.parametrize("name", [COURIER, POST])
def test_the_text_is_the_file_and_none_of_it_is_lost(name: str) -> None:
    record = article(name)
    assert record["text"] == (EXAMPLES / name).read_text(encoding="utf-8")
    held = "".join(record["text"][b["start"] : b["end"]] for b in record["blocks"])
    assert "".join(held.split()) == "".join(record["text"].split())


# --- harbour-interview: who said what


@pytest.mark.parametrize(
    ("name", "beginning", "speaker"),
    [
        (COURIER, "“The plan was made", "Corvin Hallbeck"),
        (COURIER, "“When the order went out", "Corvin Hallbeck"),
        (COURIER, "“Not one cellar", "Corvin Hallbeck"),
        (COURIER, "“The tow was one paper", "Joren Aldwater"),
        (COURIER, "the Estmere tugs were meant", "Corvin Hallbeck"),
        (COURIER, "Estmere ‘drew the lines’", "Corvin Hallbeck"),
        (POST, "‘The plan was made", "Corvin Hallbeck"),
        (POST, "“The plan was made", "Corvin Hallbeck"),
        (POST, "“When the order went out", "Corvin Hallbeck"),
        (POST, "“Then I asked a young pilot", "Corvin Hallbeck"),
        (POST, "“This town paid", "Corvin Hallbeck"),
        (POST, "“We will close the gates", "Edwin Tresk"),
        (POST, "“I don’t answer", "Edwin Tresk"),
        (POST, "“A gate that waits", "Edwin Tresk"),
    ],
)
def test_the_words_are_given_to_the_right_speaker(name: str, beginning: str, speaker: str) -> None:
    statement = said(name, beginning)
    assert statement["source"]["name"] == speaker
    assert statement["source"]["kind"] == "person"


def test_an_unnamed_source_stays_unnamed_and_its_two_halves_together() -> None:
    statement = said(COURIER, "“For six weeks")
    assert statement["source"]["name"] is None
    assert statement["source"]["kind"] == "unnamed"
    assert statement["source"]["descriptor"].lower().removeprefix("a ") == "port official"
    assert [words[:18] for words in statement["content_text"]] == ["“For six weeks the", "”Hallbeck then sen"]
    repairs = {repair["kind"] for repair in statement["evidence"]["repairs"]}
    assert "opened_by_closing_mark" in repairs


def test_a_deck_that_says_media_is_kept_to_its_words() -> None:
    statement = said(COURIER, "The tugs were held back")
    assert statement["mode"] == "indirect"
    assert statement["source"]["name"] is None
    assert statement["source"]["descriptor"] == "Estmere media"


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    statement = said(POST, "“When the order went out")
    assert statement["content_text"][-1].endswith("‘We are staying in.’")
    assert "close_missing" in {repair["kind"] for repair in statement["evidence"]["repairs"]}


def test_quotations_within_quotations_are_their_children() -> None:
    whole = said(COURIER, "“When the order went out")
    children = {s["content_text"][0]: s for s in statements(COURIER) if s["parent"] == whole["id"]}
    assert children.keys() >= {"‘We are staying in. We are staying in.’", "‘Who decided that?’"}
    assert children["‘Who decided that?’"]["source"]["name"] == "Corvin Hallbeck"


def test_the_name_of_a_programme_is_no_statement() -> None:
    assert not [s for s in statements(COURIER) if s["content_text"][0].startswith("“The Long Table")]


# --- harbour-interview: the same words in both


def test_four_stretches_of_speech_stand_in_both_reports() -> None:
    record = dossier(COURIER, POST)
    words = {s["id"]: " ".join(s["content_text"]) for s in record["statements"]}
    assert len(shared(record)) == 4
    for first, second in [
        ("The plan was made in Estmere", "The plan was made in Estmere"),
        ("has paid for that storm", "This town paid for that storm"),
        ("An hour before the lockdown", "An hour before the lock-down"),
        ("‘Can we do it with four boats?’", "‘so tell me, do we do it with four boats?’"),
    ]:
        together = [
            u
            for u in shared(record)
            if any(first in words[s] for s in u["statements"])
            and any(second in words[s] for s in u["statements"])
        ]
        assert together, f"{first!r} and {second!r} are not one utterance"


@pytest.mark.parametrize(
    ("kinds", "texts"),
    [
        ({"bracket"}, ("[coastguard chief Lene Strandvik]", "")),
        ({"cleanup"}, ("I mean", "")),
        ({"insertion", "deletion", "truncation"}, ("nine", "")),
        ({"cleanup"}, ("you understand", "")),
        ({"orthography"}, ("standby", "stand-by")),
        ({"orthography"}, ("lockdown", "lock-down")),
        ({"tense", "contraction", "substitution"}, ("was", "who’s")),
        ({"substitution"}, ("Can", "tell me")),
    ],
    ids=lambda value: "/".join(sorted(value)) if isinstance(value, set) else " – ".join(value),
)
def test_the_differences_are_shown_word_by_word(kinds: set[str], texts: tuple[str, ...]) -> None:
    assert has_variant(dossier(COURIER, POST), kinds, *texts)


def test_two_passages_run_together_are_a_splice_and_show_the_joining_word() -> None:
    splices = [
        reading["text"]
        for utterance in shared(dossier(COURIER, POST))
        for variant in utterance["apparatus"]["variants"]
        if variant["kind"] == "splice"
        for reading in variant["readings"]
    ]
    assert any("because" in text for text in splices)


# --- the other two stories


def test_a_saved_page_gives_its_metadata_and_keeps_its_bars_out_of_the_body() -> None:
    record = article("ropeworks-sale/skelderby-herald.html")
    assert record["publisher"] == "Skelderby Herald"
    assert record["byline"] == ["Tilda Brannock"]
    assert record["published"] == "2024-03-13T07:45:00+00:00"
    body = "\n".join(blocks("ropeworks-sale/skelderby-herald.html", "paragraph"))
    assert body.startswith("Skelderby town council voted")
    assert body.endswith("to move its collection.")
    for stray in ("cookies", "Share on", "Read also", "newsletter", "My grandfather", "More on this story"):
        assert stray not in body


def test_a_quotation_of_two_paragraphs_is_one_statement() -> None:
    statement = said("ropeworks-sale/skelderby-herald.html", "“Nobody on this council")
    assert len(statement["content"]) == 2
    assert statement["source"]["name"] == "Marjory Quillfeather"


def test_windows_text_is_decoded_and_its_newlines_kept() -> None:
    record = article("ropeworks-sale/valley-ledger.txt")
    assert record["text"].encode("cp1252") == (EXAMPLES / "ropeworks-sale/valley-ledger.txt").read_bytes()
    assert record["headline"] == "OLD ROPEWORKS TO BE SOLD FOR £4.25 MILLION"
    assert record["warnings"]


def test_single_marks_are_told_from_apostrophes() -> None:
    statement = said("ropeworks-sale/the-morning-plumb.txt", "‘It’s older’n the council")
    assert statement["content_text"] == ["‘It’s older’n the council,’", "‘an’ it’s held better.’"]


def test_the_leaders_words_are_one_utterance_in_all_three_reports() -> None:
    record = dossier("ropeworks-sale")
    articles = {s["id"]: s["article"] for s in record["statements"]}
    assert max(len({articles[s] for s in u["statements"]}) for u in shared(record)) == 3


def test_garbled_characters_are_mended_and_the_marks_left_curly() -> None:
    record = article("cable-car/upland-times.txt")
    assert "â€" not in record["text"]
    assert "“We lowered the last child" in record["text"]
    assert record["warnings"]


def test_the_ministers_words_are_one_utterance_in_wire_reprints_and_translation() -> None:
    record = dossier("cable-car")
    texts = {s["id"]: s["content_text"][0] for s in record["statements"]}
    (ride,) = [u for u in shared(record) if any("I will not ride in it" in texts[s] for s in u["statements"])]
    assert len(ride["statements"]) == 4
    (speaker,) = [source["name"] for source in record["sources"] if source["id"] == ride["source"]]
    assert speaker == "Ilse Varnhagen"
    assert has_variant(record, {"contraction", "substitution"}, "will not", "won’t")


# --- night-ferry: through whom


def steps(record: Record) -> set[tuple[str, str]]:
    """The steps of the graph by the labels of their ends."""
    labels = {node["id"]: node["label"] for node in record["transmission"]["nodes"]}
    return {(labels[s["tail"]], labels[s["head"]]) for s in record["transmission"]["steps"]}


def test_three_spellings_of_one_name_are_one_speaker_with_one_broadcaster_behind_him() -> None:
    record = dossier("night-ferry")
    (figure,) = [f for f in record["figures"] if f["name"] in ("Youssef Kaderi", "Yusuf Qaderi")]
    assert {a["name"] for a in figure["appearances"]} == {"Yusuf Qaderi", "Youssef Kaderi", "Yusuf Kaderi"}
    assert (figure["name"], "Delta FM") in steps(record)
    assert (figure["name"], "Hanne Ostrow") in steps(record)


def test_a_report_that_cites_another_is_drawn_behind_it() -> None:
    found = steps(dossier("night-ferry"))
    assert ("Veshti Courier", "Solmark Radio") in found
    assert ("port sources", "Veshti Courier") in found


def test_one_source_under_two_descriptions_and_a_plural_for_one_are_noted() -> None:
    flags = {
        (e["descriptor"], flag)
        for e in dossier("night-ferry")["audit"]["unnamed_sources"]
        for flag in e["flags"]
    }
    assert {
        ("A port engineer", "descriptor_differs"),
        ("A harbour official", "descriptor_differs"),
        ("port sources", "plural_for_one"),
    } <= flags


def test_the_summary_draws_the_ways() -> None:
    text = run("compare", "night-ferry")
    assert "⟨A port engineer⟩ ─told─▶ Skerry Line ──▶ C" in text
    assert "─told─▶ Hanne Ostrow ─show─▶ Delta FM’s programme “First Light.” ──▶ C" in text


@pytest.mark.parametrize("story", ["harbour-interview", "ropeworks-sale", "cable-car", "night-ferry"])
def test_every_span_of_a_dossier_holds(story: str) -> None:
    assert verify(dossier(story)) == ()
