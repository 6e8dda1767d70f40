"""A shared utterance as a card: its versions, the apparatus as notes, and the alignment table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.exports.apparatusnotes import Note, NotedReading, notes
from rashomon.exports.apparatusterms import (
    KINSHIPS,
    attested_label,
    edit_label,
    independent_label,
    kind_label,
    shown_label,
    sigla_label,
)
from rashomon.exports.collated import Collated
from rashomon.exports.display import NOT_STATED, visible
from rashomon.exports.html.alignment import Alignment, alignment
from rashomon.exports.html.prose import Anchors
from rashomon.exports.html.running import NOTHING, Running, drawn, note_anchor, panels
from rashomon.exports.overview import Overview, source_label
from rashomon.model import Severity, Statement, Utterance

__all__ = ["Card", "NoteView", "ReadingView", "block_kind", "card"]

READINGS = 12
"""Readings of a note that are open; more are folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """A reading: its words linked to their place, who has it, and its own class where that is told.

    `counted` says at most how many independent witnesses have it; `best` that no other has more.
    """

    markup: Markup
    sigla: str
    counted: str
    best: bool
    label: str
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note: what differs, what the base has, what others have, and who is shown to have altered it."""

    number: int
    anchor: str
    place: str | None
    kind: str
    severity: str
    reason: str
    before: Markup
    lemma: ReadingView
    others: tuple[ReadingView, ...]
    folded: tuple[ReadingView, ...]
    also: str
    who: str
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A shared utterance.

    Attributes:
        panels: the versions, seen from the base and from others that may be chosen.
        otherwise: who else is named as having said it, and by which witnesses.
        independent: at most how many independent witnesses there are, as a label.
        families: who counts once, with the reason.
        tally: the severities that there are, with how many variants have each.
    """

    number: int
    anchor: str
    speaker: str | None
    kind: str | None
    witnesses: tuple[tuple[str, str, str], ...]
    more: int
    base: str
    otherwise: tuple[tuple[str, str], ...]
    independent: str
    families: tuple[tuple[str, str], ...]
    tally: tuple[tuple[str, int], ...]
    panels: tuple[Running, ...]
    notes: tuple[NoteView, ...]
    table: Alignment


def card(number: int, utterance: Utterance, of: Overview, anchors: Anchors) -> Card:
    """The card of an utterance; the spans it links to are kept in `anchors`."""
    collated = Collated(utterance, of)
    speaker = source_label(utterance.source)
    table = alignment(collated, anchors) if utterance.apparatus.variants else Alignment(blocks=(), hidden=0)
    return Card(
        number=number,
        anchor=utterance.id,
        speaker=visible(speaker) if speaker else None,
        kind=utterance.source.kind.value if utterance.source else None,
        witnesses=tuple(_badges(collated, anchors)),
        more=max(len(collated.witnesses) - READINGS, 0),
        base=collated.sigla[collated.base.statement],
        otherwise=tuple((sigla_label(having), name) for name, having in collated.named_otherwise.items()),
        independent=independent_label(collated.independent),
        families=tuple(
            (sigla_label(collated.sigla_of(set(family.witnesses))), KINSHIPS[family.kinship])
            for family in utterance.apparatus.families
        ),
        tally=tuple(_tally(utterance)),
        panels=tuple(panels(collated, anchors)),
        notes=tuple(_note(note, collated, anchors, table) for note in notes(collated)),
        table=table,
    )


def _badges(collated: Collated, anchors: Anchors) -> Iterator[tuple[str, str, str]]:
    for witness in collated.witnesses[:READINGS]:
        statement = collated.of.statements[witness.statement]
        href = "#" + anchors.of(witness.article, witness.spans[0])
        yield collated.sigla[witness.statement], href, block_kind(statement, collated.of)


def _tally(utterance: Utterance) -> Iterator[tuple[str, int]]:
    found = [variant.severity for variant in utterance.apparatus.variants]
    for severity in reversed(Severity):
        if number := found.count(severity):
            yield severity.value, number


def _note(note: Note, collated: Collated, anchors: Anchors, table: Alignment) -> NoteView:
    heads = {number: head.anchor for b in table.blocks for head in b.heads for number, *_ in head.labels}
    place = heads.get(note.number)
    several = len(note.others) > 1 or bool(note.classes)
    others = [_reading(r, note, collated, anchors, classed=several) for r in note.others]
    return NoteView(
        number=note.number,
        anchor=note_anchor(collated, note.number),
        place=f"#{place}" if place else None,
        kind=kind_label(note.kind),
        severity=note.severity.value,
        reason=edit_label(note.reason),
        before=drawn(note.before),
        lemma=_reading(note.lemma, note, collated, anchors, classed=False),
        others=tuple(others[:READINGS]),
        folded=tuple(others[READINGS:]),
        also=sigla_label(note.also),
        who=shown_label(note.altered, note.shown_by),
        shown=bool(note.altered),
    )


def _reading(
    reading: NotedReading, note: Note, collated: Collated, anchors: Anchors, *, classed: bool
) -> ReadingView:
    return ReadingView(
        markup=_words(reading, collated, anchors),
        sigla=sigla_label(reading.sigla),
        counted="" if note.whole else attested_label(reading.attested, note.of),
        best=reading.best and not note.whole,
        label=f"{kind_label(reading.kind)}, {edit_label(reading.reason)}" if classed and reading.kind else "",
        severity=reading.severity.value if classed and reading.severity else "",
    )


def _words(reading: NotedReading, collated: Collated, anchors: Anchors) -> Markup:
    """The words as a link to their first place; the sign for none."""
    if not reading.words:
        return NOTHING
    words = drawn(reading.words)
    if len(reading.places) != 1:
        return words
    at = reading.places[0]
    text = at.span.of(collated.of.articles[at.article].text)
    if "".join(text.split()) != "".join(reading.words.split()):
        return words
    return Markup('<a class="place" href="#{}">{}</a>').format(anchors.of(at.article, at.span), words)


def block_kind(statement: Statement, of: Overview) -> str:
    """The kind of the block that a statement begins in."""
    start = statement.content[0].start
    blocks = of.articles[statement.article].blocks
    at = bisect_right(blocks, start, key=lambda block: block.span.start) - 1
    return blocks[at].kind.value if at >= 0 and start < blocks[at].span.end else NOT_STATED
