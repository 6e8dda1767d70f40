"""The apparatus as notes in the field's manner: lemma, other readings, who has them, what the difference is.

A note is one variant.  Its lemma is what the base has; each other reading stands with
its witnesses, at most how many independent ones these are, and its own class.  Whoever
altered the words is named only where the variant names him.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rashomon.exports.attestation import best_attested
from rashomon.exports.collated import Collated
from rashomon.exports.display import on_one_line
from rashomon.exports.wording import joined
from rashomon.model import Edit, Located, Reading, Severity, ShownBy, Span, Variant, VariantKind

__all__ = ["Note", "NotedReading", "notes", "weightiest"]

_RETOLD = (VariantKind.QUOTE_VS_PARAPHRASE, VariantKind.TRANSLATION)

BEFORE = 3
"""Words of the base before a place where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedReading:
    """One reading of a variant.

    Attributes:
        witnesses: statement ids, by report and place; `sigla` are theirs.
        words: verbatim on one line, empty where they have nothing.
        places: where the words stand, in the first witness.
        attested: at most how many independent witnesses have it.
        best: whether no other reading has more, and it has two at least.
        kind, severity, reason: the class of its own edit; None and empty for the lemma, and where
            the variant as a whole has the class.
    """

    witnesses: tuple[str, ...]
    sigla: tuple[str, ...]
    words: str
    places: tuple[Located, ...]
    attested: int
    best: bool
    kind: VariantKind | None = None
    severity: Severity | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One variant as a note.

    Attributes:
        number: of the variant, from one.
        column: the index of its place, None for a variant of whole witnesses.
        lemma: the reading that the base has.
        before: the last words of the base before the place, where the lemma is empty.
        others: the other readings, by their first witness; whoever has ended there or not begun is left out.
        also: the sigla of those who have words there too, and whose own differences other notes tell.
        of: at most how many independent witnesses are under way there.
        altered: the sigla of those whom the text shows to have altered the words; empty: they differ.
    """

    number: int
    column: int | None
    kind: VariantKind
    severity: Severity
    reason: str
    lemma: NotedReading
    before: str
    others: tuple[NotedReading, ...]
    also: tuple[str, ...]
    of: int
    altered: tuple[str, ...]
    shown_by: ShownBy | None

    @property
    def whole(self) -> bool:
        """Whether it is about whole texts: who stops early, who retells or translates."""
        return self.kind is VariantKind.TRUNCATION or (self.kind in _RETOLD and self.column is None)

    @property
    def classes(self) -> tuple[tuple[VariantKind, Severity], ...]:
        """The classes of the single readings, each once; empty if all have the variant's own."""
        own = dict.fromkeys((r.kind, r.severity) for r in self.others if r.kind and r.severity)
        found = tuple((kind, severity) for kind, severity in own if kind and severity)
        return () if found in ((), ((self.kind, self.severity),)) else found


def notes(collated: Collated) -> Iterator[Note]:
    """A note for each variant, in their order."""
    for number, variant in enumerate(collated.apparatus.variants, 1):
        readings = _readings(variant, collated)
        if not readings:  # nobody is under way there: nothing to note
            continue
        lemma = next((r for r in readings if collated.base.statement in r.witnesses), readings[0])
        rest = [r for r in readings if r is not lemma]
        others = [r for r in rest if _tells(r, lemma, variant, collated)] or rest[:1]
        yield Note(
            number=number,
            column=variant.column,
            kind=variant.kind,
            severity=variant.severity,
            reason=variant.evidence.reason,
            lemma=lemma,
            before="" if lemma.words or variant.column is None else _before(variant.column, collated),
            others=tuple(others),
            also=collated.sigla_of({id_ for r in rest if r not in others for id_ in r.witnesses}),
            of=collated.count({id_ for r in readings for id_ in r.witnesses}),
            altered=collated.sigla_of(set(variant.altered)),
            shown_by=variant.shown_by,
        )


def _tells(reading: NotedReading, lemma: NotedReading, variant: Variant, collated: Collated) -> bool:
    """Whether a reading is what the variant is about: of whole texts, only who lacks or retells the words."""
    if variant.kind is VariantKind.TRUNCATION:
        return bool(reading.words) != bool(lemma.words)
    if variant.kind in _RETOLD and variant.column is None and collated.retold:
        return not collated.retold.isdisjoint(reading.witnesses)
    return True


def weightiest(found: Iterable[Note], most: int) -> tuple[tuple[Note, ...], int]:
    """At most so many notes, the gravest, in their own order; and how many are left out."""
    every = tuple(found)
    ranked = sorted(every, key=lambda note: -note.severity.rank)
    kept = {note.number for note in ranked[:most]}
    return tuple(note for note in every if note.number in kept), max(len(every) - most, 0)


def _readings(variant: Variant, collated: Collated) -> tuple[NotedReading, ...]:
    """The readings by their first witness."""
    edits = {edit.reading: edit for edit in variant.edits}
    order = {id_: at for at, id_ in enumerate(collated.sigla)}
    held = [_under_way(reading, variant, collated) for reading in variant.readings]
    counts = [collated.count(witnesses) for witnesses in held]
    best = best_attested(counts)
    out = [
        _reading(
            replace(reading, witnesses=held[index]),
            collated,
            edits.get(index),
            order,
            attested=counts[index],
            best=index in best,
        )
        for index, reading in enumerate(variant.readings)
        if held[index]
    ]
    return tuple(sorted(out, key=lambda reading: order.get(reading.witnesses[0], len(order))))


def _under_way(reading: Reading, variant: Variant, collated: Collated) -> tuple[str, ...]:
    """The witnesses of a reading; of an empty one at a single place, those that are not beyond it."""
    column = variant.column
    if reading.text:
        return reading.witnesses
    if column is None or variant.kind is VariantKind.TRUNCATION:
        return tuple(id_ for id_ in reading.witnesses if id_ not in collated.retold)
    return tuple(id_ for id_ in reading.witnesses if not collated.beyond(id_, column))


def _reading(
    reading: Reading,
    collated: Collated,
    edit: Edit | None,
    order: Mapping[str, int],
    *,
    attested: int,
    best: bool,
) -> NotedReading:
    witnesses = tuple(sorted(reading.witnesses, key=lambda id_: order.get(id_, len(order))))
    first = next((w for w in collated.witnesses if w.statement == witnesses[0]), None)
    places = tuple(
        at
        for at in reading.spans
        if first and at.article == first.article and any(span.contains(at.span) for span in first.spans)
    )
    return NotedReading(
        witnesses=witnesses,
        sigla=collated.sigla_of(set(witnesses)),
        words=on_one_line(reading.text),
        places=places,
        attested=attested,
        best=best,
        kind=edit.kind if edit else None,
        severity=edit.severity if edit else None,
        reason=edit.evidence.reason if edit else "",
    )


def _before(column: int, collated: Collated) -> str:
    """The last few words of the base before a column."""
    text = collated.of.articles[collated.base.article].text
    spans: list[Span] = []
    for piece in reversed(collated.pieces[collated.base.statement][:column]):
        spans = [*piece.spans, *spans]
        words = joined(text, spans).split()
        if len(words) > BEFORE:
            return on_one_line(" ".join(words[-BEFORE:]))
    return on_one_line(joined(text, spans))
