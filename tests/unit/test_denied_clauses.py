"""What a unit denies, whatever its verb, and what stands against it in another report's words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders.comparing import unit_of as unit

from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.contrastdenials import contrary_told, denials, steps
from rashomon.corroboration.deniedclauses import denied_clauses
from rashomon.corroboration.events import events_of
from rashomon.corroboration.kinfields import one_field
from rashomon.corroboration.modality import compare_modality
from rashomon.corroboration.polarity import compare_polarity
from rashomon.model import ConflictKind, Policy, Relation, Span, Wording

POLICY = Policy()
DENIED = [
    ("There was no fence.", "There was no fence"),
    ("The pump had nothing to do with it.", "The pump had nothing to do with it"),
    ("The firm is not in talks with Holm.", "The firm is not in talks with Holm"),
    ("The skipper sailed, but nobody waved.", "nobody waved"),
    ("The guard has been heard but not charged.", "not charged"),
    ("The board knew of no such offer.", "The board knew of no such offer"),
    ("She acted without permission.", "She acted without permission"),
    ("The ministry denied on Friday that the dyke had cracked.", "that the dyke had cracked"),
    ("Reports of a strike are nonsense.", "Reports of a strike are nonsense."),
    ("The story about the loan was made up.", "The story about the loan was made up."),
    ("The baker called talk of a sale gossip.", "The baker called talk of a sale gossip."),
    ("The club rejected claims of a second bid.", "The club rejected claims of a second bid."),
    ("The clerk was unaware of the letter.", "The clerk was unaware of the letter."),
]
NOT_DENIED = [
    "The dyke cracked on Friday.",
    "Not only the pump failed.",
    "No fewer than nine boats sank.",
    "She would rather not be famous.",
    "They will march, rain or no rain.",
    "It is unclear whether or not the pump failed.",
    "The talks lasted no longer than an hour.",
    "Nobody has not heard of the dyke.",
]


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_a_clause_is_denied_whatever_its_verb(text: str, denied: str) -> None:
    [clause] = denied_clauses(unit(text))
    assert " ".join(span.of(text) for span in clause.spans).rstrip(".") == denied.rstrip(".")


@pytest.mark.parametrize("text", NOT_DENIED)
def test_words_that_look_like_denials(text: str) -> None:
    assert denied_clauses(unit(text)) == ()


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Nobody went into the wing of the jail housing the clerk.", {"enter"}),
        ("Nobody saw the guard opening the gate.", {"see", "open"}),
    ],
)
def test_a_participle_that_tells_which_is_not_denied_with_the_verb(text: str, denied: set[str]) -> None:
    assert {event.concept for event in events_of(unit(text)) if event.denied} == denied


def test_the_word_that_denies_may_stand_before_the_unit() -> None:
    text = "Nor would the port close its gate."
    whole = unit(text)
    wording = Wording(article=whole.article.id, spans=(Span(4, len(text)),))
    [clause] = denied_clauses(replace(whole, wording=wording))
    assert clause.said
    assert clause.ahead


def of(found: list[Contrast], kind: ConflictKind) -> list[Contrast]:
    return [contrast for contrast in found if contrast.kind is kind]


@pytest.mark.parametrize(
    ("one", "other", "focus"),
    [
        ("A fence stood along the road.", "There was no fence.", 1.0),
        ("The port had paid the bank back.", "The bank has received nothing from the port.", 0.75),
        ("The guards sounded the horn.", "No horn sounded.", 1.0),
        ("The firm is in talks with Holm.", "The firm is not in talks with Holm.", 1.0),
        ("A fence stood along the road.", "There was no fence and no gate.", 1.0),
        ("The coach will leave the club.", "The club denied on Friday that he was going.", 0.5),
        ("The baker telephoned Rask.", "The baker has not written to Rask.", 0.75),
    ],
)
def test_what_is_denied_is_looked_for_in_the_other_report(one: str, other: str, focus: float) -> None:
    for pair in ((one, other), (other, one)):
        found = of(list(denials(unit(pair[0]), unit(pair[1]), POLICY)), ConflictKind.POLARITY)
        assert found
        assert found[0].features["focus"] == pytest.approx(focus)
        assert found[0].relation is Relation.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There was no fence.", "Nobody saw a fence."),
        ("There was no fence.", "the fence on the road"),
        ("The baker had not decided whether to sell.", "The baker would sell."),
        ("A fence stood along the road.", "The road was closed."),
    ],
)
def test_what_both_deny_or_leave_open_is_no_contrast(one: str, other: str) -> None:
    assert list(denials(unit(one), unit(other), POLICY)) == []


def test_what_is_promised_and_denied_of_what_is_to_come_is_of_modality() -> None:
    found = list(denials(unit("Holt promised to shut the pier."), unit("The pier will not be shut."), POLICY))
    assert [contrast.kind for contrast in found] == [ConflictKind.MODALITY]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The gate jammed at noon.", "The gate worked at noon."),
        ("Owner Holt will retain the mill.", "Owner Holt will sell the mill."),
        (
            "The council will preserve the pier.",
            "The council will demolish the pier.",
        ),
    ],
)
def test_words_are_contrary_whatever_root_they_have(one: str, other: str) -> None:
    assert list(contrary_told(unit(one), unit(other), POLICY))


def test_contrary_words_are_a_contrast_whoever_they_are_told_of() -> None:
    [found] = contrary_told(unit("The gate was open."), unit("The gate had been closed."), POLICY)
    assert found.kind is ConflictKind.POLARITY
    assert found.features["subject"] == 1.0
    assert list(contrary_told(unit("The gate was open."), unit("The gate will be closed."), POLICY)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The port agreed to pull the cranes back.", "The port has offered to move the cranes back."),
        ("The port refused to recall its envoy.", "The port summoned its envoy home."),
        ("The club will sell the pitch.", "The club has not decided whether to sell the pitch."),
        ("The firm promised to shut the pier.", "The firm is weighing closing the pier."),
    ],
)
def test_two_steps_of_one_thing_are_a_contrast(one: str, other: str) -> None:
    assert of(list(steps(unit(one), unit(other), POLICY)), ConflictKind.MODALITY)
    assert of(list(steps(unit(other), unit(one), POLICY)), ConflictKind.MODALITY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The board will vote on the bill.", "The board voted on the bill."),
        ("The firm plans to shut the pier.", "The firm closed the pier."),
        ("Holt wants to give up.", "Rask gave a speech."),
    ],
)
def test_what_may_have_come_since_is_none_where_nobody_is_the_later(one: str, other: str) -> None:
    assert list(steps(unit(one), unit(other), POLICY)) == []


def test_what_was_refused_and_is_done_later_is_an_update() -> None:
    early = unit("The firm refused to sell the pitch.", published="2024-03-05")
    late = unit("The firm sold the pitch.", published="2024-03-07")
    [found] = compare_modality(early, late)
    assert (found.relation, found.later) == (Relation.UPDATE, late.article.id)
    early = unit("The firm sold the pitch.", published="2024-03-05")
    late = unit("The firm refused to sell the pitch.", published="2024-03-07")
    [found] = compare_modality(early, late)
    assert found.relation is Relation.CONFLICT


def test_a_coach_that_falls_is_no_number_that_rises() -> None:
    one = unit("The coach fell into the gorge at Tarn.")
    other = unit("The number of dead in the coach crash at Tarn has risen to 11.")
    assert list(compare_polarity(one, other)) == []
    rise, fall = unit("The price of bread rose in May."), unit("The price of bread fell in May.")
    assert len(list(compare_polarity(rise, fall))) == 1


def test_verbs_of_one_field_may_tell_one_event() -> None:
    assert one_field("pay", "pay")
    assert one_field("call", "speak")
    assert not one_field("call", "arrest")
