"""Renderings of words that were spoken in another language: they meet, and their wording is no alteration.

Where a report says that it translates, its words are not the speaker's, so
another tense, another word for the same or another order is no alteration.
Numbers, names, days and what is denied are the same in every language and keep
their class.  Two renderings share fewer words than two quotations do: about
half of them are enough, if one speaker says both and nothing tells of two occasions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.collation.contents import Index, content_of, longest_direct
from rashomon.collation.groups import Group, Part
from rashomon.collation.occasions import contradict
from rashomon.collation.overlap import overlap
from rashomon.collation.reclassing import with_edits
from rashomon.collation.speakers import Match, match
from rashomon.language.negations import denied
from rashomon.model import Edit, Evidence, Policy, Severity, Span, Tongue, Variant, VariantKind

__all__ = ["foreign", "rendered", "translated"]

_WORDING = frozenset(
    {
        VariantKind.SUBSTITUTION,
        VariantKind.TENSE,
        VariantKind.PRONOUN,
        VariantKind.CLEANUP,
        VariantKind.CONTRACTION,
        VariantKind.REORDERING,
        VariantKind.INSERTION,
        VariantKind.DELETION,
    }
)
_LENGTHS = frozenset({VariantKind.INSERTION, VariantKind.DELETION})
_CONTENT = "content_words"
_DENIALS = frozenset({"negation_on_one_side", "negation_dropped"})
_CLAUSE = 6
"""Words; so many more are matter of their own, as between two passages."""
_ENGLISH = "english"
_REASON = "said_in_another_language"
_SCORE = 0.8
_RULE = "renderings_same_speaker"
_SENSES = 2
"""Senses in common, beside names, below which most words must be the same."""


def foreign(tongue: Tongue | None) -> bool:
    """Whether the words were spoken in another language than the reports'.

    >>> foreign(Tongue("Polish", Span(0, 6))), foreign(Tongue(None, Span(0, 6))), foreign(None)
    (True, True, False)
    """
    return tongue is not None and (tongue.language or "").casefold() != _ENGLISH


def translated(variants: Sequence[Variant], parts: Iterable[Part], base: str) -> tuple[Variant, ...]:
    """The variants; differences of wording between a witness that translates and the base are translation.

    Args:
        variants: of all parts.
        parts: the witnesses.
        base: id of the statement that the variants are seen from.
    """
    parts = list(parts)
    spans = {s.id: s.tongue.span for p in parts if foreign((s := p.passage.statement).tongue) and s.tongue}
    if not spans:
        return tuple(variants)
    denials = {p.passage.statement.id: denied([unit.key for unit in p.passage.speech]) for p in parts}
    alike = frozenset(one for one, count in denials.items() if count and count == denials.get(base))
    return tuple(_reclassed(variant, spans, base, alike) for variant in variants)


def rendered(groups: Sequence[Group], policy: Policy) -> list[Group]:
    """The groups of quotations, those joined that render one original; in their order.

    Args:
        groups: of quotations, lone ones too; a rendering joins the group that it shares most with.
        policy: the thresholds.
    """
    translating = [at for at, group in enumerate(groups) if _translates(group)]
    if not translating:
        return list(groups)
    index = Index([content_of(longest_direct(one), one) for one in groups])
    into: dict[int, int] = {}
    for at in translating:
        found = _original(at, groups, index, policy)
        if found is not None and into.get(found) != at:
            into[at] = into.get(found, found)
    joined: dict[int, list[Group]] = {}
    for at, group in enumerate(groups):
        joined.setdefault(_end(into, at), []).append(group)
    return [_one(members) for _, members in sorted(joined.items())]


def _end(into: Mapping[int, int], at: int) -> int:
    """The group that this one ends in."""
    seen: set[int] = set()
    while at in into and at not in seen:
        seen.add(at)
        at = into[at]
    return min(seen | {at}) if at in seen else at


def _translates(group: Group) -> bool:
    return any(foreign(part.passage.statement.tongue) for part in group.parts)


def _original(at: int, groups: Sequence[Group], index: Index, policy: Policy) -> int | None:
    """The other group that shares most words with this one, if these are enough."""
    own = index.contents[at]
    if own is None:
        return None
    reports = {part.passage.statement.article for part in groups[at].parts}
    found: list[tuple[float, int]] = []
    for number, other in index.near(own):
        same = number != at and match(own.source, other.source) is Match.SAME
        if not same or reports & {part.passage.statement.article for part in groups[number].parts}:
            continue
        shared = overlap(own.passage.units, other.passage.units, policy)
        agreed = index.agreement(own, other)
        least = policy.rendering_words if agreed.plain >= _SENSES else policy.collation_coverage
        close = shared.longer_coverage >= least and agreed.plain > 0
        if close and not contradict(own.passage, other.passage, shared, policy):
            found.append((-shared.longer_coverage, number))
    return min(found)[1] if found else None


def _one(members: Sequence[Group]) -> Group:
    if len(members) == 1:
        return members[0]
    parts = tuple(part for group in members for part in group.parts)
    score = min(_SCORE, *(group.score for group in members))
    return replace(members[0], parts=parts, rule=_RULE, score=score)


def _reclassed(variant: Variant, spans: Mapping[str, Span], base: str, alike: frozenset[str]) -> Variant:
    """The variant; `alike` are the witnesses that deny as often as the base, if they do."""
    edits = tuple(
        _edit(edit, told)
        if _is_wording(edit, variant, alike) and (told := _told(variant, edit, spans, base))
        else edit
        for edit in variant.edits
    )
    return with_edits(variant, edits)


def _told(variant: Variant, edit: Edit, spans: Mapping[str, Span], base: str) -> Span | None:
    """Where one of the reading's witnesses, or the base, tells that it translates."""
    return next((spans[w] for w in (*variant.readings[edit.reading].witnesses, base) if w in spans), None)


def _is_wording(edit: Edit, variant: Variant, alike: frozenset[str]) -> bool:
    """Whether it is a difference of wording, such as two translators of one text have.

    A few words more are; a clause more is not, nor a condition, a hedge or a denial,
    unless the other denies as often in other words ("had no key", "could not find the key").
    """
    if edit.evidence.reason in _DENIALS and _longest(variant) <= _CLAUSE:
        return alike.issuperset(variant.readings[edit.reading].witnesses)
    grave = edit.kind in _LENGTHS and edit.severity is Severity.MAJOR
    if grave and (edit.evidence.reason != _CONTENT or _longest(variant) > _CLAUSE):
        return False
    return edit.kind in _WORDING


def _longest(variant: Variant) -> int:
    return max(len(reading.text.split()) for reading in variant.readings)


def _edit(edit: Edit, told: Span) -> Edit:
    return replace(edit, kind=VariantKind.TRANSLATION, severity=Severity.MINOR, evidence=_evidence(told))


def _evidence(told: Span) -> Evidence:
    return Evidence(score=_SCORE, reason=_REASON, spans=(told,))
