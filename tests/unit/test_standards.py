"""Differences against house styles: which rule speaks, who altered, and what is never said."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.collation.classes import CLASSES, WHOLES
from rashomon.model import (
    Apparatus,
    Citation,
    Edit,
    Evidence,
    Finding,
    Flag,
    HouseRule,
    HouseStyle,
    Reading,
    Severity,
    ShownBy,
    Span,
    UnnamedSource,
    Utterance,
    Variant,
    VariantKind,
    Verdict,
    Witness,
)
from rashomon.readers import builtin_styles
from rashomon.standards import hold

_K = VariantKind


def _rule(id: str, verdict: Verdict, *kinds: VariantKind, **more: Any) -> HouseRule:  # noqa: A002
    return HouseRule(
        id=id, kinds=kinds, verdict=verdict, gist="As told.", citation=Citation(document="Book"), **more
    )


_STYLE = HouseStyle(
    id="desk",
    name="Our desk",
    rules=(
        _rule("marked", Verdict.IF_MARKED, _K.DELETION),
        _rule("sense", Verdict.NOT_ALLOWED, _K.DELETION, reasons=("condition_dropped",)),
        _rule("nothing-added", Verdict.NOT_ALLOWED, _K.INSERTION),
        _rule("brackets", Verdict.ALLOWED, _K.BRACKET),
        _rule("grammar", Verdict.EDITOR_DECIDES, _K.CLEANUP),
        _rule("stops-early", Verdict.EDITOR_DECIDES, _K.TRUNCATION),
        _rule("one-source", Verdict.NOT_ALLOWED, flags=(Flag.PLURAL_FOR_ONE,)),
    ),
)


def _utterance(
    kind: VariantKind,
    *,
    reason: str = "",
    altered: tuple[str, ...] = (),
    shown_by: ShownBy | None = None,
    edits: int = 1,
) -> Utterance:
    """Base ``a``; each other letter has another reading, each with an edit of this kind."""
    evidence = Evidence(score=1.0, reason=reason)
    names = "abcdef"[: max(edits, 1) + 1]
    readings = tuple(Reading(witnesses=(name,), text=name, spans=()) for name in names)
    variant = Variant(
        kind=kind,
        severity=Severity.MINOR,
        readings=readings,
        evidence=evidence,
        edits=tuple(
            Edit(reading=index, kind=kind, severity=Severity.MINOR, evidence=evidence)
            for index in range(1, edits + 1)
        ),
        altered=altered,
        shown_by=shown_by,
    )
    witnesses = tuple(Witness(statement=name, article=name, spans=(Span(0, 1),)) for name in names)
    apparatus = Apparatus(base="a", witnesses=witnesses, columns=(), variants=(variant,))
    return Utterance(source=None, statements=tuple(names), apparatus=apparatus, evidence=evidence)


def _only(utterance: Utterance, style: HouseStyle = _STYLE) -> Finding:
    (found,) = hold([utterance], [style])
    return found


def test_a_class_that_no_rule_speaks_of_is_not_stated() -> None:
    found = _only(_utterance(_K.PUNCTUATION))
    assert (found.rule, found.verdict) == (None, Verdict.NOT_STATED)


def test_the_rule_on_the_reason_stands_before_the_rule_on_the_kind() -> None:
    condition = _utterance(_K.DELETION, reason="condition_dropped", altered=("b",), shown_by=ShownBy.ELLIPSIS)
    plain = _utterance(_K.DELETION, reason="content_words", altered=("b",), shown_by=ShownBy.ELLIPSIS)
    assert [_only(condition).rule, _only(plain).rule] == ["sense", "marked"]


@pytest.mark.parametrize("kind", [_K.DELETION, _K.INSERTION])
def test_where_nobody_is_shown_to_have_altered_the_base_decides_nothing(kind: VariantKind) -> None:
    found = _only(_utterance(kind))
    assert (found.rule, found.verdict, found.kind) == ("marked", Verdict.IF_MARKED, kind)
    assert (found.altered, found.shown_by) == ((), None)


def test_words_that_the_base_is_shown_to_lack_are_its_deletion() -> None:
    found = _only(_utterance(_K.INSERTION, altered=("a",), shown_by=ShownBy.LONGER_WITNESS))
    assert (found.rule, found.kind, found.altered) == ("marked", _K.DELETION, ("a",))


def test_words_that_a_witness_is_shown_to_have_added_are_an_insertion() -> None:
    found = _only(_utterance(_K.INSERTION, altered=("b",), shown_by=ShownBy.JOINED))
    assert (found.rule, found.kind, found.altered) == ("nothing-added", _K.INSERTION, ("b",))


def test_who_bracketed_is_named_with_his_own_edit_only() -> None:
    utterance = _utterance(_K.BRACKET, altered=("c",), shown_by=ShownBy.BRACKET, edits=2)
    first, second = hold([utterance], [_STYLE])
    assert (first.reading, first.altered, first.shown_by) == (1, (), None)
    assert (second.reading, second.altered, second.shown_by) == (2, ("c",), ShownBy.BRACKET)


def test_a_variant_of_whole_witnesses_is_one_finding_a_style() -> None:
    other = HouseStyle(id="other", name="Other", rules=())
    found = hold([_utterance(_K.TRUNCATION, edits=0)], [_STYLE, other])
    assert [(f.style, f.rule, f.reading) for f in found] == [
        ("desk", "stops-early", None),
        ("other", None, None),
    ]


def test_notes_on_unnamed_sources_are_findings_where_a_rule_speaks_of_them() -> None:
    source = UnnamedSource(
        article="a",
        statements=("s",),
        descriptor="officials",
        span=Span(0, 9),
        stated_count=None,
        reason=None,
        flags=(Flag.PLURAL_FOR_ONE, Flag.NO_REASON_STATED),
    )
    (found,) = hold([], [_STYLE], [source])
    assert (found.rule, found.unnamed, found.flag) == ("one-source", 0, Flag.PLURAL_FOR_ONE)
    assert found.utterance is None


def test_without_a_style_nothing_is_held() -> None:
    assert hold([_utterance(_K.NEGATION)], []) == ()


@pytest.mark.parametrize(
    ("style", "kind", "reason", "verdict"),
    [
        ("reuters", _K.ELLIPSIS, "ellipsis_for_words", Verdict.ALLOWED),
        ("reuters", _K.CLEANUP, "", Verdict.EDITOR_DECIDES),
        ("reuters", _K.TRUNCATION, "condition_dropped", Verdict.NOT_ALLOWED),
        ("reuters", _K.TRUNCATION, "ends_apart", Verdict.NOT_STATED),
        ("ap", _K.CLEANUP, "", Verdict.NOT_ALLOWED),
        ("ap", _K.ORTHOGRAPHY, "spelling_differs", Verdict.ALLOWED),
        ("nyt", _K.CLEANUP, "", Verdict.NOT_ALLOWED),
        ("nyt", _K.CLEANUP, "filler_words", Verdict.EDITOR_DECIDES),
        ("nyt", _K.BRACKET, "bracket_inserted", Verdict.NOT_STATED),
        ("guardian", _K.CLEANUP, "grammar_mended", Verdict.ALLOWED),
        ("guardian", _K.CLEANUP, "dialect_spelling", Verdict.NOT_STATED),
        ("guardian", _K.BRACKET, "bracket_inserted", Verdict.ALLOWED),
        ("guardian", _K.NUMBER, "number_differs", Verdict.NOT_ALLOWED),
        ("bbc", _K.CLEANUP, "", Verdict.NOT_STATED),
        ("bbc", _K.NUMBER, "number_differs", Verdict.NOT_STATED),
    ],
)
def test_what_the_houses_say(style: str, kind: VariantKind, reason: str, verdict: Verdict) -> None:
    rule = builtin_styles()[style].rule_for(kind, reason)
    assert (rule.verdict if rule else Verdict.NOT_STATED) is verdict


def test_a_rule_names_reasons_that_differences_can_have() -> None:
    known = {(row.kind, row.reason) for row in (*CLASSES, *WHOLES)}
    for style in builtin_styles().values():
        for rule in style.rules:
            for reason in rule.reasons:
                assert any((kind, reason) in known for kind in rule.kinds), (style.id, rule.id, reason)


def test_only_reuters_is_known_to_forbid_the_plural_for_one_source() -> None:
    speaking = [name for name, style in builtin_styles().items() if style.rule_on(Flag.PLURAL_FOR_ONE)]
    assert speaking == ["reuters"]
