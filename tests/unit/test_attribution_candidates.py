"""Who may be meant: shares, the threshold, and everybody who stays a candidate."""

from __future__ import annotations

import pytest
from tests.builders.reporting import article

from rashomon.attribution import attribute
from rashomon.model import BlockKind, Mention, Policy, SourceKind


def mentions(*paragraphs: str, certain: float | None = None) -> list[Mention]:
    """The sources of these paragraphs, in the order of the text."""
    one = article(*((BlockKind.PARAGRAPH, words) for words in paragraphs))
    policy = Policy() if certain is None else Policy(speaker_certain=certain)
    return [s.source for s in attribute(one, policy) if s.source is not None]


def named(*paragraphs: str) -> str | None:
    return mentions(*paragraphs)[-1].source.name


def candidates(*paragraphs: str) -> set[str]:
    return {c.name for c in mentions(*paragraphs)[-1].candidates}


def test_two_men_and_he_leave_both_as_candidates() -> None:
    [mention] = mentions("Tom Rask and Walter Lund met.", "“It rained,” he said.")
    assert (mention.source.name, mention.source.kind) == (None, SourceKind.PERSON)
    assert mention.source.descriptor == "he"
    assert [c.name for c in mention.candidates] == ["Tom Rask", "Walter Lund"]


def test_the_score_is_that_of_the_likeliest() -> None:
    mention = mentions("Tom Rask met Walter Lund.", "“It rained,” he said.")[-1]
    assert mention.evidence.score == max(c.score for c in mention.candidates)
    assert sum(c.score for c in mention.candidates) <= 1


def test_a_candidate_points_at_where_it_was_last_named() -> None:
    text = "Tom Rask met Walter Lund. Rask was late. “It rained,” he said."
    mention = mentions(text)[-1]
    places = {c.name: c.span.of(text) for c in mention.candidates}
    assert places["Tom Rask"] == "Rask"
    assert mention.candidates[0].span.start == text.index("Rask was")


def test_nobody_of_that_gender_is_nobody() -> None:
    mention = mentions("Mary Holt opened the sluice.", "“It rained,” he said.")[-1]
    assert (mention.source.name, mention.source.kind, mention.candidates) == (None, SourceKind.UNNAMED, ())


def test_no_threshold_names_the_likeliest_and_a_high_one_nobody() -> None:
    words = "Tom Rask met Walter Lund.", "“It rained,” he said."
    assert mentions(*words, certain=0.0)[-1].source.name == "Tom Rask"
    assert mentions(*words, certain=1.0)[-1].source.name is None
    assert mentions(*words, certain=1.0)[-1].candidates[0].name == "Tom Rask"


def test_a_surname_that_two_share_is_open() -> None:
    brothers = "The mill belongs to Tom Holt and Walter Holt."
    assert named(brothers, "Holt said it rained.") is None
    assert candidates(brothers, "Holt said it rained.") == {"Tom Holt", "Walter Holt"}
    assert (
        named(brothers, "Walter Holt left. “It rained,” Tom Holt said.", "Holt said it poured.") == "Tom Holt"
    )


def test_a_role_that_two_have_is_open() -> None:
    words = "Senator Ada Holt and Senator Tom Rask met."
    assert named(words, "The senator said it rained.") is None
    assert candidates(words, "The senator said it rained.") == {"Ada Holt", "Tom Rask"}


def test_whose_role_it_is_may_follow_it() -> None:
    words = "The governor of Ostmark, Ada Holt, met the governor of Freeland, Tom Rask."
    assert named(words, "The governor of Freeland said it rained.") == "Tom Rask"
    assert named(words, "The governor said it rained.") is None


def test_two_who_speak_together_are_both_told() -> None:
    mention = mentions("Tom Rask and Walter Lund said it rained.")[-1]
    assert (mention.source.name, mention.source.descriptor) == (None, "Tom Rask and Walter Lund")
    assert {c.name for c in mention.candidates} == {"Tom Rask", "Walter Lund"}
    assert named("Tom Rask, mayor of Ostmark, said it rained.") == "Tom Rask"


def test_a_standing_quotation_behind_two_is_open() -> None:
    words = "Tom Rask and Walter Lund quarrelled on the stairs.", "“You sold it.”"
    assert named(*words) is None
    assert candidates(*words) == {"Tom Rask", "Walter Lund"}


# -- turns


def test_question_and_answer_take_turns() -> None:
    found = mentions(
        "“Who had the key?” Mary Holt asked.", "“I had it,” Tom Rask said.", "“And at night?”", "“A nail.”"
    )
    assert [m.source.name for m in found] == ["Mary Holt", "Tom Rask", "Mary Holt", "Tom Rask"]


def test_without_a_question_the_last_speaker_goes_on() -> None:
    found = mentions("“It rained,” Tom Rask said.", "“It poured.”")
    assert [m.source.name for m in found] == ["Tom Rask", "Tom Rask"]


# -- gender


def test_a_given_name_tells_gender() -> None:
    words = "Mary Holt met Henry Lund at the sluice. “It rained,” {} said."
    assert named(words.format("she")) == "Mary Holt"
    assert named(words.format("he")) == "Henry Lund"


def test_a_title_outweighs_the_given_name() -> None:
    words = "Mr. Mary Holt opened the sluice.", "“It rained,” {} said."
    assert named(words[0], words[1].format("he")) == "Mary Holt"
    assert named(words[0], words[1].format("she")) is None


def test_many_pronouns_outweigh_the_given_name() -> None:
    he = "Mary Holt said he was late. He came at noon. He left. " * 12
    assert named(he, "“It rained,” he said.") == "Mary Holt"


# -- who goes on being spoken of


def test_a_sentence_that_goes_on_with_he_keeps_its_subject() -> None:
    words = "Tom Rask fell into the race.", "He was helped out by Walter Lund. “It was cold,” he said."
    assert named(*words) == "Tom Rask"


def test_somebody_new_without_a_name_speaks_next() -> None:
    mention = mentions("Tom Rask left.", "A boy came running. He gave no name. “It rained,” he said.")[-1]
    assert (mention.source.name, mention.source.descriptor) == (None, "A boy")


def test_a_spokesman_is_who_goes_on_not_whose_spokesman_he_is() -> None:
    mention = mentions("The spokesman for Ostmark’s Mayor Tom Rask said it rained.", "“It poured,” he said.")[
        -1
    ]
    assert (mention.source.name, mention.source.kind) == (None, SourceKind.UNNAMED)


def test_whoever_is_spoken_of_in_the_words_is_not_who_speaks_them() -> None:
    words = "Tom Rask opened the hall.", "The ferry would be sold to Walter Lund and his brothers, he said."
    assert named(*words) == "Tom Rask"


def test_an_opening_clause_is_no_subject_and_shares_its_pronoun() -> None:
    assert named("When Tom Rask left, Walter Lund spoke. “It rained,” he said.") == "Walter Lund"
    assert named("Tom Rask spoke.", "When Walter Lund came, he said that it rained.") == "Walter Lund"


def test_a_pronoun_runs_ahead_to_its_name() -> None:
    found = mentions("Tom Rask left.", "In what he called “a shame,” Walter Lund closed the hall.")
    assert found[-1].source.name == "Walter Lund"


@pytest.mark.parametrize("words", ["the 54-year-old", "The 54-year-old"])
def test_an_age_means_whoever_has_it(words: str) -> None:
    who = "Mary Holt, 54, met Anna Lund, 31."
    assert named(who, f"“It rained,” {words} said.") == "Mary Holt"
    assert named(who, "“It rained,” the 77-year-old said.") is None


# -- names


def test_short_forms_of_a_given_name_are_one_person() -> None:
    found = mentions("Bob Holt left. Robert Holt came back.", "“It rained,” Holt said.")
    assert found[-1].source.name == "Robert Holt"


def test_words_of_a_line_run_together_are_no_full_name() -> None:
    found = mentions("Related Reading Holt, 1 of 9. Mary Holt opened the sluice.", "“It rained,” Holt said.")
    assert found[-1].source.name == "Mary Holt"
    assert named("More from LundThe Courier Lund. “It rained,” Walter Lund said.") == "Walter Lund"


def test_a_question_begins_with_a_verb_not_a_name() -> None:
    assert named("Will Holt resign? Mary Holt left.", "“It rained,” Holt said.") == "Mary Holt"


def test_a_surname_with_a_title_is_nobodys_given_name() -> None:
    assert named("They call it Rask Country.", "President Rask left. “It rained,” Rask said.") == "Rask"


def test_places_and_storms_are_no_persons() -> None:
    words = "Tom Rask left.", "At noon they reached Port Amber. Hurricane Una came. “It rained,” he said."
    assert named(*words) == "Tom Rask"
    assert named("The bell of St Orla’s fell.", "“It rained,” she said.") is None


def test_jr_is_no_name_of_its_own() -> None:
    assert named("Walter Bishop Jr. said it rained.") in ("Walter Bishop Jr", "Walter Bishop Jr.")


def test_a_full_name_behind_a_party_is_the_source() -> None:
    words = (
        "Tom Rask, leader of the Reeds, left.",
        "Leader of the Ostmark Conservatives Mary Holt said it rained.",
    )
    assert named(*words) == "Mary Holt"


def test_a_name_of_one_word_that_speaks_of_himself_is_a_person() -> None:
    words = "Rask said he would resign. Mary Holt came.", "“It rained,” he said."
    assert named(*words) == "Rask"


# -- inside quotations


def nested(*paragraphs: str) -> Mention:
    one = article(*((BlockKind.PARAGRAPH, words) for words in paragraphs))
    [source] = [s.source for s in attribute(one, Policy()) if s.parent is not None]
    assert source is not None
    return source


def test_i_inside_a_quotation_is_its_speaker() -> None:
    assert nested("“I told him, ‘Go home now,’” Mary Holt said.").source.name == "Mary Holt"


def test_he_inside_a_quotation_is_not_its_speaker() -> None:
    mention = nested("Tom Rask met Walter Lund.", "“He told me, ‘I will quit soon,’” Rask said.")
    assert mention.source.name == "Walter Lund"


def test_she_inside_a_quotation_is_who_was_asked() -> None:
    words = "Tom Rask had asked Mary Holt about the bar.", "“She told me, ‘Ask the tannery,’” he said."
    assert nested(*words).source.name == "Mary Holt"


def test_he_inside_a_quotation_with_nobody_else_is_open() -> None:
    assert nested("“He told me, ‘I will quit soon,’” Tom Rask said.").source.name is None
