"""Units: what a report says that can be checked, in its own words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders.claims import dossier, report, units

from rashomon.corroboration.clauses import clauses, relatives
from rashomon.corroboration.cutting import units_of
from rashomon.language.tokens import Tokens
from rashomon.model import Evidence, Mention, Mode, Source, SourceKind, Span, Statement


def cut(text: str) -> list[str]:
    found = clauses(Tokens(text), [Span(0, len(text))])
    return [" | ".join(span.of(text) for span in clause) for clause in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The harbour was closed at noon but opened again in the evening",
            ["The harbour was closed at noon", "The harbour | opened again in the evening"],
        ),
        (
            "The tower came down on Monday, killing two painters and injuring five",
            [
                "The tower came down on Monday",
                "The tower came | killing two painters",
                "The tower came | injuring five",
            ],
        ),
        (
            "Mara Oll took no questions, citing the inquiry into the fund",
            [
                "Mara Oll took no questions",
                "Mara Oll took no questions | citing the inquiry into the fund",
            ],
        ),
        (
            "Mara Oll, who was chosen in May, has left the board",
            ["Mara Oll | has left the board", "Mara Oll | was chosen in May"],
        ),
        (
            "The bill, which was written by Sen. Mara Oll, comes to a vote in May",
            ["The bill | comes to a vote in May", "The bill | was written by Sen. Mara Oll"],
        ),
        (
            "The mill burnt down on Friday, and the owner was taken to hospital",
            ["The mill burnt down on Friday", "the owner was taken to hospital"],
        ),
        (
            "The council met on Monday; the mayor was not there",
            ["The council met on Monday", "the mayor was not there"],
        ),
        (
            "Although the ferry was late, it reached Skell before the storm",
            ["Although the ferry was late", "it reached Skell before the storm"],
        ),
        (
            "On Tuesday, the guild rejected the offer and called a strike",
            ["On Tuesday, the guild rejected the offer", "the guild | called a strike"],
        ),
    ],
)
def test_a_sentence_is_cut_where_either_side_tells_something(text: str, expected: list[str]) -> None:
    assert sorted(cut(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The baker and the miller were heard on Monday",
        "They sold bread, cheese and ale at the gate",
        "The train that left Orrin at noon and stopped in Fell was empty",
        "He met the mayor and the head of the guild",
        "According to the plan the quay will be rebuilt by May",
        "The fire, including that in the shed, was out by dawn",
    ],
)
def test_what_is_one_clause_stays_whole(text: str) -> None:
    assert cut(text) == [text]


def test_a_sentence_without_end_is_left_whole() -> None:
    text = "and the mill stood and " * 200
    assert len(cut(text)) == 1


def test_the_act_of_saying_is_no_claim_but_what_was_said_is() -> None:
    found = units(
        'The dam at Brack held all night, mayor Jo Wend said. "We slept badly," she told reporters.'
    )
    assert found == ["The dam at Brack held all night", "We slept badly"]


def test_a_lead_with_a_circumstance_before_its_cue() -> None:
    found = units(
        "In a talk with the Fell Gazette on Sunday, Jo Wend said that the dam had been checked in May."
    )
    assert found == ["the dam had been checked in May"]


def test_a_long_quotation_gives_a_unit_a_sentence() -> None:
    found = units(
        '"The gate stuck. Two men freed it with a crowbar. Nobody was hurt," foreman Ivo Lamm said.'
    )
    assert found == ["The gate stuck.", "Two men freed it with a crowbar.", "Nobody was hurt"]


def test_a_quotation_that_its_cue_parts_is_one_unit() -> None:
    found = units('"The gate stuck for an hour," foreman Ivo Lamm said, "before two men freed it."')
    assert found == ["The gate stuck for an hour | before two men freed it."]


def test_questions_and_greetings_are_no_units() -> None:
    found = units('"Who closed the gate on Monday?" asked Ivo Lamm.', "Good morning.", "The gate was rusty.")
    assert found == ["The gate was rusty."]


def test_a_quotation_may_leave_out_who() -> None:
    found = units('"He was a bad king. Sold half of our ships. Sold all of our salt," Ivo Lamm said.')
    assert found == ["He was a bad king.", "Sold half of our ships.", "Sold all of our salt"]


def test_a_phrase_in_quotation_marks_stays_in_its_sentence() -> None:
    found = units("Foreman Ivo Lamm called the new gate “a toy for rich towns”.")
    assert found == ["Foreman Ivo Lamm called the new gate “a toy for rich towns”."]


def test_what_somebody_promised_keeps_who_promised_it() -> None:
    found = units("Foreman Ivo Lamm promised to repair the gate by Friday.")
    assert found == ["Foreman Ivo Lamm promised to repair the gate by Friday."]


def test_that_as_a_subject_is_kept() -> None:
    found = units("The mill burnt in 1950. That fire was caused by a lamp, the town archive says.")
    assert "That fire was caused by a lamp" in found


def test_a_headline_needs_no_verb() -> None:
    assert units("The gate was rusty.", headline="Rust on the Brack gate") == [
        "Rust on the Brack gate",
        "The gate was rusty.",
    ]


def test_a_report_in_another_language_has_no_units() -> None:
    from dataclasses import replace  # noqa: PLC0415

    foreign = replace(report("Tarn Post", "Le barrage a tenu toute la nuit."), language="fr")
    assert units_of(dossier(foreign)) == ()


def test_a_unit_knows_its_sentence_and_who_says_it() -> None:
    found = units_of(dossier(report("Tarn Post", "The dam held all night, mayor Jo Wend said. It is old.")))
    said, own = found
    assert said.sentence.of(said.article.text) == "The dam held all night, mayor Jo Wend said."
    assert said.statement is not None
    assert said.wording.statement == said.statement.id
    assert said.utterance is not None
    assert own.statement is None
    assert own.utterance is None
    assert said.around == own.around == Span(0, len(own.article.text))


def test_what_is_told_of_a_speaker_is_cut_out_of_the_source() -> None:
    source = "Mara Oll, who lost a ski when she fell on 17 January,"
    found = relatives(Tokens(source), Span(0, len(source)))
    told = [" | ".join(span.of(source) for span in clause) for clause in found]
    assert told == ["Mara Oll | lost a ski when she fell on 17 January"]
    assert relatives(Tokens("Mara Oll of Tarn"), Span(0, 16)) == []


def _told_by(text: str, content: str, cue: str, source: str | None = None) -> list[str]:
    """The units of a report in which somebody else found this statement."""
    article = report("Tarn Post", text)
    story = dossier(article)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    statement = Statement(
        article=article.id,
        content=(span(content),),
        cue=(span(cue),),
        source=None if source is None else _mention(source, span(source)),
        mode=Mode.INDIRECT,
        evidence=Evidence(score=0.9, reason="tagged", spans=(span(content),)),
    )
    found = units_of(replace(story, statements=(statement,)))
    return [" | ".join(span.of(text) for span in unit.wording.spans) for unit in found]


def _mention(words: str, span: Span) -> Mention:
    evidence = Evidence(score=0.9, reason="tagged", spans=(span,))
    return Mention(
        source=Source(name=None, kind=SourceKind.UNNAMED, descriptor=words), span=span, evidence=evidence
    )


def test_the_subject_of_a_cue_is_told_with_it() -> None:
    text = "Salt prices for May and June were revised down by a tenth."
    assert _told_by(text, "Salt prices for May and June", "were revised") == [text]


def test_what_was_said_and_then_who_said_it_stays_apart() -> None:
    text = "The gate was shut on Monday, the guild warned."
    assert _told_by(text, "The gate was shut on Monday", "warned", "the guild") == [
        "The gate was shut on Monday"
    ]


def test_a_clause_that_leads_to_a_speaker_is_kept_without_what_leads() -> None:
    text = "The toll was lifted last August, with a panel of three ruling that it was no tax."
    found = _told_by(text, "that it was no tax", "ruling", "a panel of three")
    assert found == ["The toll was lifted last August", "it was no tax"]


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        (
            "Marr denied the ministry's request to drop the case brought by the crews.",
            "denied",
            "the ministry's request to drop the case brought by the crews",
        ),
        (
            "Marr will stop short of saying that the mayor told him to lie.",
            "will stop short of saying",
            "that the mayor told him to lie",
        ),
        (
            "Marr did not say that the mayor told him to lie.",
            "did not say",
            "that the mayor told him to lie",
        ),
    ],
)
def test_what_is_unsaid_or_only_named_stays_with_its_cue(sentence: str, cue: str, content: str) -> None:
    assert _told_by(sentence, content, cue, "Marr") == [sentence]
