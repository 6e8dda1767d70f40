"""The entry: every classed difference, and every note on an unnamed source, against every house style.

A style is looked up by the kind and reason of each edit.  Deletion and insertion
are two sides of one difference: which it was is known only where the text shows
who altered the words.  Elsewhere the milder of the two rules is the one that holds,
so that the choice of a base text never makes a breach.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import (
    Apparatus,
    Finding,
    HouseRule,
    HouseStyle,
    UnnamedSource,
    Utterance,
    Variant,
    VariantKind,
    Verdict,
)

__all__ = ["hold"]

_TURNED = {
    VariantKind.DELETION: VariantKind.INSERTION,
    VariantKind.INSERTION: VariantKind.DELETION,
}
_MILDNESS = (
    Verdict.ALLOWED,
    Verdict.IF_MARKED,
    Verdict.EDITOR_DECIDES,
    Verdict.NOT_STATED,
    Verdict.NOT_ALLOWED,
)


@dataclass(frozen=True, slots=True)
class _Edit:
    """One edit of a variant: the reading it is of, its class, and who is shown to have made it."""

    reading: int | None
    kind: VariantKind
    reason: str
    altered: tuple[str, ...]
    by_base: bool


def hold(
    utterances: Sequence[Utterance], styles: Sequence[HouseStyle], unnamed: Sequence[UnnamedSource] = ()
) -> tuple[Finding, ...]:
    """What each style says of each difference.

    Args:
        utterances: with their apparatus.
        styles: the house styles asked for.
        unnamed: the audit of unnamed sources; only notes that a style has a rule on are findings.

    Returns:
        Findings in the order of the utterances, their variants and readings, then of the
        unnamed sources; for each of them in the order of the styles.  A finding names a
        statement as the altering one only if the variant does.
    """
    if not styles:
        return ()
    out = [found for utterance in utterances for found in _of_utterance(utterance, styles)]
    out.extend(_of_unnamed(unnamed, styles))
    return tuple(out)


def _of_utterance(utterance: Utterance, styles: Sequence[HouseStyle]) -> Iterator[Finding]:
    identity = utterance.id if utterance.apparatus.variants else ""
    for index, variant in enumerate(utterance.apparatus.variants):
        for edit in _edits(utterance.apparatus, variant):
            for style in styles:
                rule, kind = _rule(style, edit)
                yield Finding(
                    style=style.id,
                    rule=rule.id if rule else None,
                    verdict=rule.verdict if rule else Verdict.NOT_STATED,
                    utterance=identity,
                    variant=index,
                    reading=edit.reading,
                    kind=kind,
                    reason=edit.reason,
                    altered=edit.altered,
                    shown_by=variant.shown_by if edit.altered else None,
                )


def _edits(apparatus: Apparatus, variant: Variant) -> Iterator[_Edit]:
    """The edits of single readings, or the variant itself if it is one of whole witnesses."""
    if not variant.edits:
        yield _Edit(None, variant.kind, variant.evidence.reason, variant.altered, False)
        return
    base = next((r.witnesses for r in variant.readings if apparatus.base in r.witnesses), ())
    shown = frozenset(variant.altered)
    for edit in variant.edits:
        own = shown.intersection(variant.readings[edit.reading].witnesses)
        altered = tuple(sorted(own or shown.intersection(base)))
        yield _Edit(edit.reading, edit.kind, edit.evidence.reason, altered, bool(altered) and not own)


def _rule(style: HouseStyle, edit: _Edit) -> tuple[HouseRule | None, VariantKind]:
    """The rule that speaks of the edit, and the kind it was looked up by."""
    rule, turned = style.rule_for(edit.kind, edit.reason), _TURNED.get(edit.kind)
    if turned is None:
        return rule, edit.kind
    other = style.rule_for(turned, edit.reason)
    if edit.altered:
        return (other, turned) if edit.by_base else (rule, edit.kind)
    return min(rule, other, key=_severity), edit.kind


def _severity(rule: HouseRule | None) -> int:
    return _MILDNESS.index(rule.verdict if rule else Verdict.NOT_STATED)


def _of_unnamed(unnamed: Sequence[UnnamedSource], styles: Sequence[HouseStyle]) -> Iterator[Finding]:
    for index, source in enumerate(unnamed):
        for flag in source.flags:
            for style in styles:
                rule = style.rule_on(flag)
                if rule is not None:
                    yield Finding(
                        style=style.id, rule=rule.id, verdict=rule.verdict, unnamed=index, flag=flag
                    )
