"""Laws of findings: nobody is accused whom the variant does not name; the choice of a base breaks no rule."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import (
    Apparatus,
    Edit,
    Evidence,
    HouseStyle,
    Reading,
    Severity,
    ShownBy,
    Utterance,
    Variant,
    VariantKind,
    Verdict,
)
from rashomon.readers import builtin_styles
from rashomon.standards import hold

_STYLES: Sequence[HouseStyle] = tuple(builtin_styles().values())
_REASONS = ("condition_dropped", "hedge_dropped", "bracket_for_words", "content_words", "never heard of")
_TURNED = {VariantKind.DELETION: VariantKind.INSERTION, VariantKind.INSERTION: VariantKind.DELETION}


@st.composite
def utterances(draw: st.DrawFn) -> Utterance:
    """Two to five witnesses, each with a reading of its own, and one variant of any kind."""
    names = "abcde"[: draw(st.integers(2, 5))]
    kinds = [draw(st.sampled_from(VariantKind)) for _ in names]
    evidence = [Evidence(score=1.0, reason=draw(st.sampled_from(_REASONS))) for _ in names]
    altered = tuple(sorted(draw(st.sets(st.sampled_from(names)))))
    variant = Variant(
        kind=kinds[0],
        severity=Severity.MAJOR,
        readings=tuple(Reading(witnesses=(name,), text=name, spans=()) for name in names),
        evidence=evidence[0],
        edits=tuple(
            Edit(reading=index, kind=kinds[index], severity=Severity.MAJOR, evidence=evidence[index])
            for index in range(1, len(names))
        )
        if draw(st.booleans())
        else (),
        altered=altered,
        shown_by=draw(st.sampled_from(ShownBy)) if altered else None,
    )
    apparatus = Apparatus(base="a", witnesses=(), columns=(), variants=(variant,))
    return Utterance(source=None, statements=tuple(names), apparatus=apparatus, evidence=evidence[0])


@given(utterances())
def test_nobody_is_accused_whom_the_variant_does_not_name(utterance: Utterance) -> None:
    (variant,) = utterance.apparatus.variants
    for found in hold([utterance], _STYLES):
        assert set(found.altered) <= set(variant.altered)
        assert (found.shown_by is None) == (not found.altered)


@given(utterances())
def test_a_verdict_has_its_rule_and_none_is_made_up(utterance: Utterance) -> None:
    rules = {(style.id, rule.id): rule for style in _STYLES for rule in style.rules}
    for found in hold([utterance], _STYLES):
        if found.rule is None:
            assert found.verdict is Verdict.NOT_STATED
        else:
            rule = rules[found.style, found.rule]
            assert rule.verdict is found.verdict
            assert found.kind in rule.kinds or _TURNED.get(found.kind or VariantKind.NAME) in rule.kinds


@given(utterances())
def test_every_edit_has_one_finding_a_style(utterance: Utterance) -> None:
    (variant,) = utterance.apparatus.variants
    assert len(hold([utterance], _STYLES)) == len(_STYLES) * max(1, len(variant.edits))


@given(st.sampled_from([VariantKind.DELETION, VariantKind.INSERTION]), st.sampled_from(_REASONS))
def test_a_base_of_ones_choice_breaks_no_rule(kind: VariantKind, reason: str) -> None:
    def verdicts(seen: VariantKind) -> list[Verdict]:
        evidence = Evidence(score=1.0, reason=reason)
        edit = Edit(reading=1, kind=seen, severity=Severity.MAJOR, evidence=evidence)
        variant = Variant(
            kind=seen,
            severity=Severity.MAJOR,
            readings=tuple(Reading(witnesses=(name,), text=name, spans=()) for name in "ab"),
            evidence=evidence,
            edits=(edit,),
        )
        apparatus = Apparatus(base="a", witnesses=(), columns=(), variants=(variant,))
        utterance = Utterance(source=None, statements=("a", "b"), apparatus=apparatus, evidence=evidence)
        return [found.verdict for found in hold([utterance], _STYLES)]

    assert verdicts(kind) == verdicts(_TURNED[kind])
