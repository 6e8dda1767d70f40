from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders.quoting import Told, kinds, report, shared

from rashomon.collation import collate_given
from rashomon.model import Policy, Severity, Span, Tongue, VariantKind

ONE = "They took the bread, the blankets and the radio, and they laughed about it."
OTHER = "They stole the bread, the blankets and the radio, and they thought it was funny."


def _in(language: str | None, told: Told) -> Told:
    article, statements = told
    return article, tuple(replace(s, tongue=Tongue(language, Span(0, 4))) for s in statements)


def test_two_renderings_of_one_original_meet_and_differ_as_translations() -> None:
    [utterance] = shared(report("Courier", ONE), _in("Tamil", report("Herald", OTHER)))
    variants = [v for v in utterance.apparatus.variants if v.kind is VariantKind.TRANSLATION]
    assert variants
    for variant in variants:
        assert variant.severity is Severity.MINOR
        assert variant.evidence.reason == "said_in_another_language"
        assert variant.evidence.spans == (Span(0, 4),)
    assert "substitution" not in kinds(utterance)


def test_without_a_tongue_the_same_words_are_two_sentences_or_altered_words() -> None:
    for utterance in shared(report("Courier", ONE), _in("English", report("Herald", OTHER))):
        assert VariantKind.TRANSLATION.value not in kinds(utterance)


def test_a_number_is_the_same_in_every_language() -> None:
    five = ONE.replace("the radio", "5 radios")
    three = OTHER.replace("the radio", "3 radios")
    [utterance] = shared(report("Courier", five), _in(None, report("Herald", three)))
    [number] = [v for v in utterance.apparatus.variants if v.kind is VariantKind.NUMBER]
    assert number.severity is Severity.MAJOR


def test_only_differences_that_a_translating_report_takes_part_in_are_translation() -> None:
    told = [
        report("Courier", ONE + " They went home before the rain came down on the town."),
        report(
            "Star", ONE.replace("bread", "loaves") + " They went home before the rain came down on the town."
        ),
        _in("Tamil", report("Herald", ONE)),
    ]
    [utterance] = shared(*told)
    assert "substitution" in kinds(utterance)


def test_what_one_says_in_a_foreign_language_of_other_things_stays_apart() -> None:
    other = "The bread is baked at four, and the radio plays until the bakers go home."
    assert shared(report("Courier", ONE), _in("Tamil", report("Herald", other))) == []


def test_renderings_in_one_report_are_two_sentences() -> None:
    article, statements = report("Courier", ONE, OTHER)
    assert shared(_in("Tamil", (article, statements))) == []


def test_three_renderings_are_one_act_in_any_order() -> None:
    third = "They took the bread, the blankets and the wireless, and went off laughing about it."
    told = [
        _in("Tamil", report("Courier", ONE)),
        _in("Tamil", report("Herald", OTHER)),
        _in("Tamil", report("Star", third)),
    ]
    first, second = shared(*told), shared(*reversed(told))
    assert first == second
    assert max(len(utterance.statements) for utterance in first) >= 2


GERMAN = "Sie nahmen das Brot, die Decken und das Radio, und sie lachten darüber."


def test_versions_in_two_languages_stand_side_by_side_as_wholes() -> None:
    english = [report("Courier", ONE), report("Herald", ONE.replace("bread", "loaves"))]
    (article, given) = report("Anzeiger", GERMAN)
    german = replace(article, language="de")
    articles = [*(a for a, _ in english), german]
    statements = [*(s for _, own in english for s in own), *given]
    utterance = collate_given(articles, statements, Policy())
    kinds_of = [(v.kind.value, v.evidence.reason) for v in utterance.apparatus.variants]
    assert kinds_of == [("substitution", "content_words"), ("translation", "two_languages")]
    for column in utterance.apparatus.columns:
        assert sorted(w for r in column.readings for w in r.witnesses) == sorted(s.id for s in statements)
    turned = collate_given(articles, statements, Policy(), base=german.id)
    assert turned.apparatus.base == given[0].id
    assert [v.kind.value for v in turned.apparatus.variants] == ["translation"]


def test_a_version_too_short_to_tell_its_language_is_set_beside_the_others() -> None:
    (article, given) = report("Courier", ONE)
    (other, short) = report("Herald", "They took the bread.")
    utterance = collate_given([article, replace(other, language="und")], [*given, *short], Policy())
    assert "translation" not in kinds(utterance)


def test_a_few_words_more_are_a_rendering_and_a_clause_or_a_condition_more_is_none() -> None:
    clause = ONE[:-1] + " while the baker stood behind the door and counted the loaves."
    condition = ONE[:-1] + " unless somebody cried."
    for other, kind in (
        (ONE.replace("the radio", "the old broken radio"), "translation"),
        (clause, None),
        (condition, None),
    ):
        found = {
            k for u in shared(report("Courier", ONE), _in("Tamil", report("Herald", other))) for k in kinds(u)
        }
        assert ("translation" in found) == (kind == "translation")


def test_who_renders_fewer_words_is_not_said_to_have_altered_them() -> None:
    shorter = _in("Tamil", report("Herald", ONE))
    [utterance] = shared(report("Courier", ONE.replace("the radio", "the old broken radio")), shorter)
    [variant] = [v for v in utterance.apparatus.variants if v.kind is VariantKind.TRANSLATION]
    assert (variant.altered, variant.shown_by) == ((), None)


_DENIED = [
    (
        "They set the nets by the mole and we had no boat.",
        "They set the nets by the mole and we couldn't find a boat.",
    ),
    (
        "The pilot is a friend, and a friend is not left on the rocks.",
        "The pilot is a friend, and you don't leave a friend on the rocks.",
    ),
]


@pytest.mark.parametrize(("one", "other"), _DENIED)
def test_a_denial_in_other_words_is_a_rendering(one: str, other: str) -> None:
    [utterance] = shared(report("Courier", one), _in("Tamil", report("Herald", other)))
    assert set(kinds(utterance)) <= {"translation", "punctuation"}


def test_a_denial_that_only_one_rendering_has_is_none() -> None:
    one = "They set the nets by the mole and we had a boat."
    other = "They set the nets by the mole and we had no boat."
    [utterance] = shared(report("Courier", one), _in("Tamil", report("Herald", other)))
    assert "negation" in kinds(utterance)
