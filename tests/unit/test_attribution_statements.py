"""Who said what: each shape of statement, on invented text."""

from __future__ import annotations

import pytest
from tests.builders.reporting import Told, report, told

from rashomon.model import BlockKind, Mode, RepairKind, SourceKind

HEADLINE, DECK, PARAGRAPH = BlockKind.HEADLINE, BlockKind.DECK, BlockKind.PARAGRAPH


def only(text: str) -> Told:
    [statement] = told(text)
    return statement


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“It rained,” Ada Holt said.", "Ada Holt", "said", ["“It rained,”"]),
        ("“It rained,” said Ada Holt.", "Ada Holt", "said", ["“It rained,”"]),
        ("‘It rained’, said Ada Holt.", "Ada Holt", "said", ["‘It rained’"]),
        ("“Why?” asked Ada Holt.", "Ada Holt", "asked", ["“Why?”"]),
        ("“Why not?” Ada Holt asked.", "Ada Holt", "asked", ["“Why not?”"]),
        ("Ada Holt said, “It rained.”", "Ada Holt", "said", ["“It rained.”"]),
        ("Ada Holt said: “It rained.”", "Ada Holt", "said:", ["“It rained.”"]),
        ("Ada Holt told the Ostmark Herald on Sunday: “It rained.”", "Ada Holt", "told", ["“It rained.”"]),
        ("“It rained,” she said, “and it poured.”", "she", "said", ["“It rained,”", "“and it poured.”"]),
        ("“It rained,” she said. “It poured.”", "she", "said", ["“It rained,”", "“It poured.”"]),
        (
            "“It rained,” the source said. ”It poured.”",
            "the source",
            "said",
            ["“It rained,”", "”It poured.”"],
        ),
        (
            "“It rained,” said Ada Holt, a doctor in Ostmark.",
            "Ada Holt, a doctor in Ostmark",
            "said",
            ["“It rained,”"],
        ),
        (
            "“It rained,” Ada Holt, 22, of Ostmark, said.",
            "Ada Holt",
            "said",
            ["“It rained,”"],
        ),
    ],
)
def test_direct_speech(text: str, source: str, cue: str, content: list[str]) -> None:
    statement = only(text)
    assert statement.mode is Mode.DIRECT
    assert (statement.source, statement.cue, statement.content) == (source, [cue], content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ada Holt said that the sluice was shut.", "Ada Holt", "said", ["that the sluice was shut"]),
        ("Ada Holt said the sluice was shut.", "Ada Holt", "said", ["the sluice was shut"]),
        ("Ada Holt said on Sunday that it was shut.", "Ada Holt", "said", ["that it was shut"]),
        ("On Sunday Ada Holt also said it was shut.", "Ada Holt", "also said", ["it was shut"]),
        ("The council has vowed that it will build.", "The council", "has vowed", ["that it will build"]),
        ("The council vowed to build the bridge.", "The council", "vowed", ["to build the bridge"]),
        (
            "A harbour source confirmed to the Ostmark news site that the sluice was shut.",
            "A harbour source",
            "confirmed",
            ["that the sluice was shut"],
        ),
        ("The sluice was shut, Ada Holt said.", "Ada Holt", "said", ["The sluice was shut"]),
        ("The sluice, Ada Holt said, was shut.", "Ada Holt", "said", ["The sluice", "was shut"]),
        (
            "The sluice was shut, according to the harbour board.",
            "the harbour board",
            "according to",
            ["The sluice was shut"],
        ),
        (
            "According to the harbour board, the sluice was shut.",
            "the harbour board",
            "According to",
            ["the sluice was shut"],
        ),
        ("Ada Holt asked whether it was shut.", "Ada Holt", "asked", ["whether it was shut"]),
        (
            "Ada Holt told the court the sluice was shut.",
            "Ada Holt",
            "told",
            ["the sluice was shut"],
        ),
        (
            "Ada Holt told the paper they had asked for a meeting.",
            "Ada Holt",
            "told",
            ["they had asked for a meeting"],
        ),
    ],
)
def test_indirect_speech(text: str, source: str, cue: str, content: list[str]) -> None:
    statement = only(text)
    assert statement.mode is Mode.INDIRECT
    assert (statement.source, statement.cue, statement.content) == (source, [cue], content)


def test_a_fragment_in_quotation_marks_makes_the_clause_mixed() -> None:
    statement = only("Ada Holt said that the plan was “a disaster” for the town.")
    assert statement.mode is Mode.MIXED
    assert statement.content == ["that the plan was “a disaster” for the town"]


def test_participles_share_the_subject_and_cut_the_content() -> None:
    first, second = told("Ada Holt said the sluice was shut, adding that the key was lost.")
    assert (first.source, first.content) == ("Ada Holt", ["the sluice was shut"])
    assert (second.source, second.cue, second.content) == ("Ada Holt", ["adding"], ["that the key was lost"])


def test_a_coordinated_speaker_has_a_statement_of_his_own() -> None:
    first, second = told("Ada Holt said the sluice was shut, but Bo Lund said it stood open.")
    assert (first.name, first.content) == ("Ada Holt", ["the sluice was shut"])
    assert (second.name, second.content) == ("Bo Lund", ["it stood open"])


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “harbour plan” cost too much.",
        "Robert “Bob” Holt walked home.",
        "The film “Three Tides” opened on Friday.",
        "They keep a ‘lucky’ cat on the quay.",
        "The dogs’ kennel burned in the ’90s.",
        "The report was read by Ada Holt.",
        "It rained all day in Ostmark.",
    ],
)
def test_not_statements(text: str) -> None:
    assert told(text) == []


def test_a_show_is_where_words_were_spoken_and_no_words() -> None:
    statement = only("“It rained,” Ada Holt told Bo Lund on his Harbour TV show “Early Tides.”")
    assert (statement.name, statement.content) == ("Ada Holt", ["“It rained,”"])


def test_a_paragraph_that_is_only_a_quotation_goes_to_the_last_speaker() -> None:
    _, floating = told("Ada Holt said the sluice was shut.", "“It rained. It poured.”")
    assert (floating.name, floating.source, floating.cue) == ("Ada Holt", None, [])
    assert floating.speaker_reason == "floating_continues"


def test_a_quotation_after_a_sentence_without_speech_goes_to_its_subject() -> None:
    *_, floating = told("Bo Lund said it rained. Ada Holt sighed at that. “It poured.”")
    assert floating.name == "Ada Holt"


def test_a_paragraph_that_ends_in_a_colon_announces_the_next() -> None:
    statement = only("Ada Holt tweeted on Sunday:\n\n“It rained.”")
    assert (statement.name, statement.cue, statement.content) == ("Ada Holt", ["tweeted"], ["“It rained.”"])


def test_a_speech_over_paragraphs_is_one_statement() -> None:
    statement = only("“One,\n\n“two,\n\n“three,” Ada Holt said.")
    assert (statement.name, statement.content) == ("Ada Holt", ["“One,", "“two,", "“three,”"])


def test_a_speech_that_a_cue_opens_keeps_all_its_paragraphs() -> None:
    statement = only("Ada Holt said, “One.\n\n“Two.\n\n“Three.”")
    assert statement.content == ["“One.", "“Two.", "“Three.”"]


def test_nested_speech_is_a_child_with_its_own_speaker() -> None:
    text = "“They said, ‘We can’t.’ I said, ‘Why?’ He said, ‘It’s late,’” Ada Holt said."
    parent, *children = told(text)
    assert [c.parent for c in children] == [parent.id] * 3
    assert [(c.source, c.name, c.content) for c in children] == [
        ("They", None, ["‘We can’t.’"]),
        ("I", "Ada Holt", ["‘Why?’"]),
        ("He", None, ["‘It’s late,’"]),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Holt said. ”It rained,” she added.", RepairKind.OPENED_BY_CLOSING_MARK),
        ("“It rained“ Ada Holt said.", RepairKind.CLOSED_BY_OPENING_MARK),
        ("Ada Holt said, “It rained.", RepairKind.CLOSE_MISSING),
        ("It rained all day,” Ada Holt said.", RepairKind.OPEN_MISSING),
    ],
)
def test_repairs_are_in_the_evidence(text: str, kind: RepairKind) -> None:
    assert kind in {repair for statement in told(text) for repair in statement.repairs}


def test_a_headline_with_a_colon_names_its_speaker() -> None:
    found = report((HEADLINE, "Holt: Sluice ‘was shut’ all winter"), (PARAGRAPH, "Mayor Ada Holt spoke."))
    [statement] = found
    assert (statement.name, statement.cue, statement.mode) == ("Ada Holt", [":"], Mode.MIXED)
    assert statement.content == ["Sluice ‘was shut’ all winter"]


def test_a_headline_label_is_no_speaker() -> None:
    assert report((HEADLINE, "Watch: Sluice breaks at Ostmark")) == []


def test_a_headline_verb_and_a_deck_that_is_only_a_quotation() -> None:
    headline, deck = report(
        (HEADLINE, "Holt claims council shut the sluice"),
        (DECK, "‘They shut it. They lost the key.’"),
        (PARAGRAPH, "Mayor Ada Holt walked home."),
    )
    assert (headline.name, headline.content) == ("Ada Holt", ["council shut the sluice"])
    assert (deck.name, deck.source) == ("Ada Holt", None)


def test_a_deck_may_lean_on_media() -> None:
    [deck] = report((DECK, "The sluice broke because of rust, according to Ostmark media."))
    assert (deck.kind, deck.name, deck.descriptor) == (SourceKind.UNNAMED, None, "Ostmark media")


@pytest.mark.parametrize("kind", [BlockKind.FURNITURE, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BYLINE])
def test_other_blocks_never_make_statements(kind: BlockKind) -> None:
    assert report((kind, "“It rained,” Ada Holt said.")) == []


def test_a_quotation_does_not_run_on_through_furniture_into_other_words() -> None:
    found = report(
        (PARAGRAPH, "“It rained. They left."),
        (BlockKind.FURNITURE, "“Sign up,” our readers said."),
        (PARAGRAPH, "Ada Holt said “no”."),
    )
    assert all("Sign up" not in piece for statement in found for piece in statement.content)


def test_impersonal_report() -> None:
    statement = only("The bridge is expected to open in May.")
    assert (statement.kind, statement.name) == (SourceKind.IMPERSONAL, None)


def test_a_transcript_label_speaks() -> None:
    statement = only("Holt: “Where is the key?”")
    assert (statement.source, statement.content) == ("Holt", ["“Where is the key?”"])


def test_a_relative_clause_after_the_subject_takes_no_quotation_away() -> None:
    statement = only("“It rained,” one singer, who asked to be called only Bo, told the meeting.")
    assert (statement.source, statement.content) == ("one singer", ["“It rained,”"])


def test_a_show_that_was_told_something_is_no_content() -> None:
    statement = only("Ada Holt told “Harbour Today” that it rained.")
    assert (statement.mode, statement.content) == (Mode.INDIRECT, ["that it rained"])


def test_a_cue_at_the_end_governs_the_whole_sentence() -> None:
    statement = only("The board does not know how many sluices it owns, the auditor has found.")
    assert (statement.source, statement.cue) == ("the auditor", ["has found"])
    assert statement.content == ["The board does not know how many sluices it owns"]


def test_a_report_leading_up_to_own_words_does_not_take_them() -> None:
    statement = only("According to the Herald, Ada Holt had told colleagues in August: “She goes or I go.”")
    assert (statement.name, statement.content) == ("Ada Holt", ["“She goes or I go.”"])


def test_content_ends_where_the_report_goes_on_in_its_own_voice() -> None:
    statement = only("Neighbours say it should not: a petition has 212 names; a copy hangs in the hall.")
    assert statement.content == ["it should not"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to Ada Holt, the reef is dead.", "Ada Holt"),
        ("According to Ada Holt, a pilot who sailed there for years, the reef is dead.", None),
        ("According to the Ostmark Institute for Reefs and Rivers, the reef is dead.", None),
    ],
)
def test_what_stands_behind_a_source_that_opens_the_sentence(text: str, source: str | None) -> None:
    found = only(text)
    assert found.content == ["the reef is dead"]
    assert found.source == (source or text.removeprefix("According to ").rpartition(",")[0])


def test_a_second_cue_has_the_same_source() -> None:
    found = told("The reef was dying, Ada Holt said, adding that it would be gone by May.")
    assert [(f.name, f.content) for f in found] == [
        ("Ada Holt", ["The reef was dying"]),
        ("Ada Holt", ["that it would be gone by May"]),
    ]


@pytest.mark.parametrize(
    "text",
    ["Ada Holt denied that.", "She dismissed it.", "They rejected the claim.", "He mocked them on it."],
)
def test_words_that_say_nothing_by_themselves_are_no_statement(text: str) -> None:
    assert told(text) == []


def test_a_claim_that_is_spelt_out_is_kept() -> None:
    assert only("Ada Holt rejected the claim that it rained.").content == ["the claim that it rained"]


def test_the_day_is_no_part_of_what_was_rejected() -> None:
    assert only("Ada Holt rejected the sale of the reef on Tuesday.").content == ["the sale of the reef"]


def test_a_bare_object_in_a_headline_is_no_statement() -> None:
    assert report((HEADLINE, "Leader defends reef plan")) == []
    [quoted] = report((HEADLINE, "Leader defends ‘splendid’ reef plan"))
    assert (quoted.name, quoted.descriptor) == (None, "Leader")


def test_all_may_begin_a_clause() -> None:
    assert only("Ada Holt said all was well.").content == ["all was well"]


def test_a_deck_without_a_full_stop_leaves_articles_out() -> None:
    found = report((DECK, "Leader defends reef plan; trust says it saw no offer"))
    assert [(f.source, f.content) for f in found] == [("trust", ["it saw no offer"])]


def test_the_same_auxiliary_again_goes_on_with_the_clause() -> None:
    found = only("Ada Holt said that Bo Lund had seen the reef and had asked for no delay.")
    assert found.content == ["that Bo Lund had seen the reef and had asked for no delay"]
