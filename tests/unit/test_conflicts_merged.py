"""Pairs of units that differ become conflicts of all reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations, permutations

from tests.builders.comparing import unit_of
from tests.builders.sayings import person, saying_of

from rashomon.corroboration.attributions import compare_attributions
from rashomon.corroboration.conflicts import merge_differences
from rashomon.corroboration.differences import Compare, Difference
from rashomon.corroboration.numbers import compare_numbers
from rashomon.corroboration.pairing import told_apart
from rashomon.corroboration.polarity import compare_polarity
from rashomon.corroboration.reasons import compare_reasons
from rashomon.corroboration.units import Unit
from rashomon.model import Article, Claim, ClaimKind, Conflict, ConflictKind, Policy, Relation, Span, Wording

BY = (compare_numbers, compare_polarity, compare_reasons)


def unit_at(text: str) -> Unit:
    """The text as one unit, no times looked for."""
    article = Article(input=text[-9:], text=text)
    whole = Span(0, len(text))
    return Unit(wording=Wording(article=article.id, spans=(whole,)), article=article, sentence=whole)


def _found(units: Iterable[Unit], by: tuple[Compare, ...] = BY) -> list[tuple[Unit, Unit, Difference]]:
    pairs = combinations(units, 2)
    return [(one, other, found) for one, other in pairs for compare in by for found in compare(one, other)]


def _claim(units: Iterable[Unit]) -> Claim:
    wordings = tuple(unit.wording for unit in units)
    return Claim(kind=ClaimKind.ASSERTION, head=wordings[0].id, wordings=wordings, joins=(), positions=())


def _merged(units: list[Unit]) -> tuple[Conflict, ...]:
    return merge_differences(_found(units), [_claim(units)])


def _values(conflict: Conflict) -> list[tuple[int, str | None]]:
    return sorted((side.party, side.value) for side in conflict.sides)


def _spoken(unit: Unit) -> Unit:
    """The same as one report of an act of speech."""
    return replace(unit, utterance="ut-1")


def test_three_reports_with_two_values_are_one_conflict() -> None:
    texts = [
        "The blast in Tarn killed 12 people.",
        "In Tarn a blast killed twelve.",
        "The Tarn blast killed 14 people.",
    ]
    units = [unit_of(text) for text in texts]
    conflicts = [c for c in _merged(units) if c.relation is Relation.CONFLICT]
    assert len(conflicts) == 1
    assert _values(conflicts[0]) == [(0, "12"), (0, "12"), (1, "14")]


def test_the_larger_party_comes_first() -> None:
    texts = ("Nobody was hurt in Gorse.", "Nobody was hurt at Gorse.", "Nine were hurt in Gorse.")
    units = [unit_of(text) for text in texts]
    (conflict,) = [c for c in _merged(units) if c.kind is ConflictKind.POLARITY]
    assert [side.party for side in conflict.sides] == [0, 0, 1]
    assert conflict.sides[2].article == units[2].article.id


def test_the_order_of_reports_and_of_findings_changes_nothing() -> None:
    texts = (
        "The dam leaked on Friday.",
        "The dam did not leak on Friday.",
        "The dam leaked because a gate stuck.",
        "The dam leaked inexplicably.",
    )
    units = [unit_of(text) for text in texts]
    first = _merged(units)
    assert {conflict.kind for conflict in first} >= {ConflictKind.POLARITY, ConflictKind.REASON}
    for order in permutations(units):
        assert merge_differences(_found(order), [_claim(order)]) == first
        assert merge_differences(reversed(_found(order)), [_claim(units)]) == first


def test_wordings_of_one_act_of_speech_make_no_conflict() -> None:
    units = [unit_of("The dam killed 12 people."), unit_of("The dam killed 14 people.")]
    assert _merged(units)
    assert _merged([_spoken(unit) for unit in units]) == ()


def test_who_said_it_is_told_by_the_report_though_the_act_is_one() -> None:
    quoted = "“Salt eats the quays of Tarn,”"
    names = ("Arvid Moe", "Tora Lie")
    spoken = [_spoken(saying_of(f"{quoted} said {name}.", quoted, name, person(name))) for name in names]
    (conflict,) = merge_differences(_found(spoken, (compare_attributions,)), [_claim(spoken)])
    assert {side.value for side in conflict.sides} == set(names)


def test_one_report_that_has_both_values_does_not_disagree() -> None:
    text = "The blast killed 12 people, a nurse said. The blast killed 14 people, a guard said."
    both = unit_of(text)
    cut = text.index(" The blast killed 14")
    halves = [
        replace(both, wording=Wording(article=both.article.id, spans=(span,)), sentence=span)
        for span in (Span(0, cut), Span(cut + 1, len(text)))
    ]
    units = [*halves, unit_of("The blast killed 12 people.")]
    assert [found for _, _, found in _found(units) if found.relation is Relation.CONFLICT]
    assert _merged(units) == ()


def test_nothing_found_is_no_conflict() -> None:
    assert merge_differences([], []) == ()


def test_a_text_of_one_endless_line_is_compared_in_no_time() -> None:
    line = "The dam leaked because a gate stuck and nobody denied that it had not closed in Tarn, " * 20_000
    units = [unit_at(f"{line}{end}.") for end in ("so it is", "so it was")]
    assert list(told_apart(units, Policy())) == []
