"""The apparatus of an utterance that some reports quote and others tell, in their own words or language.

A report that keeps close to the quotation is aligned with it like any witness;
where it begins and ends is no truncation, since nobody claims to quote.  Words
that keep no such order stand in one column of their own, behind all others, so
that every witness is in every column once.  One variant holds what is quoted
against what is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.collation.groups import Group, Part
from rashomon.collation.paraphrase import retellings
from rashomon.collation.reclassing import with_edits
from rashomon.collation.units import Passage, text_of
from rashomon.model import (
    Apparatus,
    Column,
    Edit,
    Evidence,
    Located,
    Policy,
    Reading,
    Severity,
    Variant,
    VariantKind,
    Witness,
)

__all__ = ["Act", "acts_of", "base_of", "in_languages", "with_retellings"]

_ANY = "und"
_RULE = ("told_and_quoted", 0.95)
"""Of 96 pairs from real reports that were read, 93 told what was quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act of speech: a group, and the reports that tell it in their own words.

    Attributes:
        group: the quotations; or statements told in the same words, then there are no others.
        close: what is told in nearly the words of the quotation.
        apart: what is told otherwise.
        kind: what sets these apart: that they tell and do not quote, or that they are in another language.
    """

    group: Group
    close: tuple[Part, ...] = ()
    apart: tuple[Part, ...] = ()
    kind: VariantKind = VariantKind.QUOTE_VS_PARAPHRASE

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that can be set side by side."""
        return (*self.group.parts, *self.close)

    @property
    def is_single(self) -> bool:
        """Whether one report alone has it, whole."""
        first = self.group.parts[0]
        return len(self.group.parts) == 1 and not (self.retold or first.before or first.after)

    @property
    def retold(self) -> tuple[Part, ...]:
        """All that is told, not quoted."""
        return (*self.close, *self.apart)


def in_languages(group: Group, languages: Mapping[str, str], base: str | None) -> Act:
    """The act of this group; whoever is in another language than the base stands apart.

    Args:
        group: of versions of one quotation.
        languages: of the articles, by id; ``und`` may be any.
        base: id of a statement or article, None for the longest.
    """
    asked = [p.passage for p in group.parts if base in (p.passage.statement.id, p.passage.statement.article)]
    first = (asked or sorted((part.passage for part in group.parts), key=_length))[0]
    language = languages[first.statement.article]
    alike = {language, _ANY} if language != _ANY else set(languages.values())
    beside = tuple(p for p in group.parts if languages[p.passage.statement.article] in alike)
    apart = tuple(p for p in group.parts if languages[p.passage.statement.article] not in alike)
    return Act(group=replace(group, parts=beside), apart=apart, kind=VariantKind.TRANSLATION)


def acts_of(quoted: Sequence[Group], told: Sequence[Group], policy: Policy) -> tuple[list[Act], list[Group]]:
    """The quotations with the statements that tell them, and the statements that tell none."""
    close: dict[int, list[Part]] = defaultdict(list)
    apart: dict[int, list[Part]] = defaultdict(list)
    joined = retellings(quoted, told, policy)
    for one in joined:
        (close if one.closely else apart)[one.quoted].extend(told[one.told].parts)
    taken = {one.told for one in joined}
    acts = [
        Act(
            group=_less_sure(group, told_too=at in close or at in apart),
            close=tuple(close[at]),
            apart=tuple(apart[at]),
        )
        for at, group in enumerate(quoted)
    ]
    return acts, [group for at, group in enumerate(told) if at not in taken]


def _less_sure(group: Group, *, told_too: bool) -> Group:
    return replace(group, rule=_RULE[0], score=min(group.score, _RULE[1])) if told_too else group


def base_of(act: Act, base: str | None) -> str | None:
    """The base that was asked for, if it is among those side by side; else the longest quotation."""
    ids = {i for part in act.parts for i in (part.passage.statement.id, part.passage.statement.article)}
    if base in ids or not act.close:
        return base
    return min((part.passage for part in act.group.parts), key=_length).statement.id


def _length(passage: Passage) -> tuple[int, str, tuple[str, int, str]]:
    return -len(passage.units), " ".join(unit.text for unit in passage.units), passage.place


def with_retellings(apparatus: Apparatus, act: Act) -> Apparatus:
    """The apparatus of the parts side by side, with what is told otherwise, and the variant of both."""
    if not act.retold:
        return apparatus
    others = tuple(sorted(part.passage.statement.id for part in act.apart))
    close = {part.passage.statement.id for part in act.close}
    kept = _without_ends(apparatus.variants, close)
    variants = [_with_silent(_told(variant, close), others, act.kind) for variant in kept]
    columns = [Column(readings=_silent(column.readings, others)) for column in apparatus.columns]
    if act.apart:
        columns.append(Column(readings=_own_column(act)))
    places = {p.passage.statement.id: p.passage.place for p in (*act.parts, *act.apart)}
    witnesses = [*apparatus.witnesses, *(_witness(part.passage) for part in act.apart)]
    return replace(
        apparatus,
        witnesses=tuple(sorted(witnesses, key=lambda w: places[w.statement])),
        columns=tuple(columns),
        variants=(*variants, _variant(act)),
    )


def _witness(passage: Passage) -> Witness:
    statement = passage.statement
    return Witness(statement=statement.id, article=statement.article, spans=passage.spans)


def _without_ends(variants: Iterable[Variant], close: set[str]) -> Iterator[Variant]:
    """Without truncations of reports that do not quote, and without seams that only they have."""
    for variant in variants:
        if variant.kind in _SEAMS and _worded(variant, close) < _SIDES <= _worded(variant, set()):
            continue
        cut = variant.kind is VariantKind.TRUNCATION and variant.altered
        if not cut or close.isdisjoint(variant.altered):
            yield variant
        elif not close.issuperset(variant.altered):
            yield replace(variant, altered=tuple(w for w in variant.altered if w not in close))


_WORDING = frozenset(
    {
        VariantKind.SUBSTITUTION,
        VariantKind.INSERTION,
        VariantKind.DELETION,
        VariantKind.CLEANUP,
        VariantKind.TENSE,
        VariantKind.PRONOUN,
    }
)
"""Classes of other words; reported speech shifts tense and person by itself."""
_KEPT = frozenset({"condition_dropped", "hedge_dropped", "modality_changed"})


def _told(variant: Variant, close: set[str]) -> Variant:
    """Other words of those who do not quote are no alteration; numbers, names and denials stay."""
    edits = tuple(
        _edit(edit.reading)
        if edit.kind in _WORDING
        and edit.evidence.reason not in _KEPT
        and close.issuperset(variant.readings[edit.reading].witnesses)
        else edit
        for edit in variant.edits
    )
    return with_edits(variant, edits)


_SEAMS = frozenset({VariantKind.SPLIT, VariantKind.SPLICE})
_SIDES = 2


def _worded(variant: Variant, without: set[str]) -> int:
    """How many readings have words, these witnesses left out."""
    return sum(bool(r.spans) and not without.issuperset(r.witnesses) for r in variant.readings)


def _silent(readings: tuple[Reading, ...], others: tuple[str, ...]) -> tuple[Reading, ...]:
    """The readings, with these witnesses among those that have nothing."""
    if not others:
        return readings
    if readings and not readings[-1].spans:
        last = replace(readings[-1], witnesses=tuple(sorted((*readings[-1].witnesses, *others))))
        return (*readings[:-1], last)
    return (*readings, Reading(witnesses=others, text="", spans=()))


def _with_silent(variant: Variant, others: tuple[str, ...], kind: VariantKind) -> Variant:
    readings = _silent(variant.readings, others)
    added = len(readings) > len(variant.readings) and bool(variant.edits)
    more = (_edit(len(readings) - 1, kind),) if added else ()
    return replace(variant, readings=readings, edits=(*variant.edits, *more))


def _own_column(act: Act) -> tuple[Reading, ...]:
    rest = tuple(sorted(part.passage.statement.id for part in act.parts))
    return (*_readings(act.apart), Reading(witnesses=rest, text="", spans=()))


def _readings(parts: Iterable[Part]) -> list[Reading]:
    """A reading for each wording of these parts."""
    groups: dict[tuple[tuple[str, str, str], ...], list[Passage]] = defaultdict(list)
    for part in sorted(parts, key=lambda part: part.passage.statement.id):
        words = tuple((u.lead_marks, u.text, u.trail_marks) for u in part.passage.units)
        groups[words].append(part.passage)
    return [
        Reading(
            witnesses=tuple(passage.statement.id for passage in members),
            text=text_of(members[0].text, members[0].spans),
            spans=tuple(Located(p.statement.article, span) for p in members for span in p.spans),
        )
        for members in sorted(groups.values(), key=lambda members: members[0].statement.id)
    ]


def _variant(act: Act) -> Variant:
    """What is quoted against what is told, or told in another language; an edit for each wording of it."""
    quoted, told = _readings(act.group.parts), _readings(act.retold)
    return Variant(
        kind=act.kind,
        severity=Severity.MINOR,
        readings=(*quoted, *told),
        evidence=_WHY[act.kind],
        edits=tuple(_edit(number, act.kind) for number in range(len(quoted), len(quoted) + len(told))),
    )


_WHY = {
    VariantKind.QUOTE_VS_PARAPHRASE: Evidence(score=_RULE[1], reason="told_not_quoted"),
    VariantKind.TRANSLATION: Evidence(score=1.0, reason="two_languages"),
}


def _edit(reading: int, kind: VariantKind = VariantKind.QUOTE_VS_PARAPHRASE) -> Edit:
    return Edit(reading=reading, kind=kind, severity=Severity.MINOR, evidence=_WHY[kind])
