"""A shared utterance as a card: what each other report changes, and the alignment table.

The table stands upright: a row for each place of the apparatus, a column for
each witness, so that it reads from top to bottom and wraps on any screen.
Changes are seen from the base text: ``<ins>`` is what a witness has and the
base has not, ``<del>`` what the base has and the witness has not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from rashomon.exports.display import NOT_STATED, mode_label, visible
from rashomon.exports.html.prose import Anchors, shown
from rashomon.exports.html.telling import Telling, telling
from rashomon.exports.overview import Overview, source_label
from rashomon.exports.wording import Piece, pieces_of, separator, separators
from rashomon.model import Column, Reading, Statement, Utterance, Variant, VariantKind, Witness

__all__ = ["Card", "Change", "Label", "Row", "WitnessView", "card"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A numbered variant's kind and severity."""

    number: int
    kind: str
    severity: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessView:
    """A witness: its siglum, where it stands, and in what part of the report."""

    siglum: str
    href: str
    mode: str
    block: str
    base: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place: its variants' labels, and a cell per witness, or one cell for all where they agree.

    `note` stands below the labels, or for them where there are none.
    """

    labels: tuple[Label, ...]
    agreed: Markup | None
    cells: tuple[Markup, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One witness's words with its changes to the base text marked, and how they came to be told."""

    siglum: str
    href: str
    markup: Markup
    same: bool
    telling: Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A shared utterance; `base` is the base text with its siglum."""

    number: int
    anchor: str
    speaker: str | None
    kind: str | None
    witnesses: tuple[WitnessView, ...]
    base: Change
    changes: tuple[Change, ...]
    rows: tuple[Row, ...]
    variants: int


def card(number: int, utterance: Utterance, of: Overview, anchors: Anchors) -> Card:
    """The card of an utterance; the spans it links to are kept in `anchors`."""
    table = _Table(utterance, of, anchors)
    speaker = source_label(utterance.source)
    base, *changes = (table.change(witness) for witness in table.base_first())
    return Card(
        number=number,
        anchor=utterance.id,
        speaker=visible(speaker) if speaker else None,
        kind=utterance.source.kind.value if utterance.source else None,
        witnesses=tuple(table.witness_view(witness) for witness in table.witnesses),
        base=base,
        changes=tuple(changes),
        rows=tuple(table.rows()),
        variants=len(utterance.apparatus.variants),
    )


class _Table:
    """The apparatus of one utterance, read along its witnesses."""

    def __init__(self, utterance: Utterance, of: Overview, anchors: Anchors) -> None:
        self.utterance, self.of, self.anchors = utterance, of, anchors
        self.apparatus = utterance.apparatus
        self.witnesses = of.ordered(self.apparatus)
        self.sigla = of.witness_sigla(self.apparatus)
        self.base = next(w for w in self.witnesses if w.statement == self.apparatus.base)
        self.pieces = {
            w.statement: tuple(pieces_of(w, self.apparatus, of.articles[w.article].text))
            for w in self.witnesses
        }
        self.extent = {
            id_: (min(own), max(own)) if (own := [p.column for p in pieces if p.words]) else (0, 0)
            for id_, pieces in self.pieces.items()
        }
        self.truncated = {
            witness
            for variant in self.apparatus.variants
            if variant.kind is VariantKind.TRUNCATION
            for reading in variant.readings
            if not reading.text
            for witness in reading.witnesses
        }
        self.labels: dict[int | None, list[tuple[Label, Variant]]] = {}
        for at, variant in enumerate(self.apparatus.variants, 1):
            label = Label(
                number=at,
                kind=variant.kind.value.replace("_", " "),
                severity=variant.severity.value,
                anchor=f"{utterance.id}-v{at}",
            )
            self.labels.setdefault(variant.column, []).append((label, variant))

    def base_first(self) -> tuple[Witness, ...]:
        return (self.base, *(w for w in self.witnesses if w is not self.base))

    def witness_view(self, witness: Witness) -> WitnessView:
        statement = self.of.statements[witness.statement]
        return WitnessView(
            siglum=self.sigla[witness.statement],
            href=self._href(witness),
            mode=mode_label(statement),
            block=block_kind(statement, self.of),
            base=witness is self.base,
        )

    def _href(self, witness: Witness) -> str:
        return "#" + self.anchors.of(witness.article, witness.spans[0])

    # --- the running text

    def change(self, witness: Witness) -> Change:
        parts = list(self._parts(witness))
        out = Markup("")
        for part, before in parts:
            out += (before if out else "") + part
        same = not any("<ins>" in part or "<del>" in part or part == NOTHING for part, _ in parts)
        return Change(
            siglum=self.sigla[witness.statement],
            href=self._href(witness),
            markup=out,
            same=same,
            telling=telling(self.of.statements[witness.statement], self.of, self.anchors),
        )

    def _parts(self, witness: Witness) -> Iterator[tuple[Markup, str]]:
        """The words column by column, each with the blank or the sign for a gap that goes before them."""
        texts = self.of.articles[witness.article].text, self.of.articles[self.base.article].text
        own_end = base_end = None
        outside = False
        both = zip(self.pieces[self.base.statement], self.pieces[witness.statement], strict=True)
        for base, own in both:
            blanks = _before(texts[0], own_end, own), _before(texts[1], base_end, base)
            column = self.apparatus.columns[own.column]
            if self._together(column.readings, witness):
                if own.words:
                    yield shown(own.words), blanks[0]
            elif self._outside(witness, own.column, column):
                if not outside:
                    yield NOTHING, " "
                outside = True
            elif own.words or base.words:
                yield self._changed(base, own), blanks[0] if own.words else blanks[1]
            outside = outside and not own.words
            own_end = own.spans[-1].end if own.spans else own_end
            base_end = base.spans[-1].end if base.spans else base_end

    def _changed(self, base: Piece, own: Piece) -> Markup:
        """A change, as a link to the row of its first variant if it has one."""
        tagged = (Markup("<del>{}</del>"), base.words), (Markup("<ins>{}</ins>"), own.words)
        words = Markup(" ").join(tag.format(shown(words)) for tag, words in tagged if words)
        labels = [label for label, _ in self.labels.get(own.column, ())]
        if not labels:
            return words
        trivial = " trivial" if all(label.severity == "trivial" for label in labels) else ""
        return Markup('<a class="change{}" href="#{}" title="{}" data-n="{}">{}</a>').format(
            trivial,
            labels[0].anchor,
            "; ".join(f"{label.kind}, {label.severity}" for label in labels),
            ",".join(str(label.number) for label in labels),
            words,
        )

    def _together(self, readings: tuple[Reading, ...], witness: Witness) -> bool:
        return any(
            self.base.statement in reading.witnesses and witness.statement in reading.witnesses
            for reading in readings
        )

    # --- the rows

    def rows(self) -> Iterator[Row]:
        for index, column in enumerate(self.apparatus.columns):
            labels = tuple(label for label, _ in self.labels.get(index, ()))
            if len(column.readings) == 1 and not labels:
                agreed = self._linked(self.base, self.pieces[self.base.statement][index], "")
                yield Row(labels=(), agreed=agreed, cells=(), note="agree")
            else:
                cells = tuple(self._cell(witness, index, column) for witness in self.witnesses)
                note = "" if labels else "agree" if self._only_part(index, column) else "differ"
                yield Row(labels=labels, agreed=None, cells=cells, note=note)
        for label, variant in self.labels.get(None, ()):
            cells = tuple(self._whole_cell(witness, variant) for witness in self.witnesses)
            seam = variant.kind in (VariantKind.SPLICE, VariantKind.SPLIT)
            yield Row(labels=(label,), agreed=None, cells=cells, note="at the seam" if seam else "whole text")

    def _only_part(self, index: int, column: Column) -> bool:
        """Whether all who have words here agree, and who has none has ended or not begun."""
        return not self.labels.get(index) and sum(bool(r.text) for r in column.readings) == 1

    def _outside(self, witness: Witness, index: int, column: Column) -> bool:
        """Whether a witness without words here has ended before or begins after, and so lacks nothing."""
        if self.pieces[witness.statement][index].words:
            return False
        first, last = self.extent[witness.statement]
        beyond = not first <= index <= last and witness.statement in self.truncated
        return beyond or self._only_part(index, column)

    def _cell(self, witness: Witness, index: int, column: Column) -> Markup:
        piece = self.pieces[witness.statement][index]
        together = self._together(column.readings, witness)
        if piece.words:
            return self._linked(witness, piece, "" if together else "ins")
        if together or self._outside(witness, index, column):
            return NOTHING
        return Markup('<del><span class="vh">not here: </span>{}</del>').format(
            shown(self.pieces[self.base.statement][index].words)
        )

    def _whole_cell(self, witness: Witness, variant: Variant) -> Markup:
        reading = next((r for r in variant.readings if witness.statement in r.witnesses), None)
        if reading is None:
            return Markup("")
        if not reading.text:
            return NOTHING
        places = [at.span for at in reading.spans if at.article == witness.article]
        inside = [p for p in places if any(s.contains(p) for s in witness.spans)] or places
        return self._linked(witness, Piece(column=-1, spans=tuple(inside), words=reading.text), "")

    def _linked(self, witness: Witness, piece: Piece, tag: str) -> Markup:
        """The words of a piece, each span a link to its place in the report's text."""
        text = self.of.articles[witness.article].text
        spans = [span for span in piece.spans if span.of(text).strip()]
        links = [
            (
                between,
                Markup('<a href="#{}">{}</a>').format(
                    self.anchors.of(witness.article, span), shown(span.of(text))
                ),
            )
            for between, span in zip(separators(text, spans), spans, strict=True)
        ]
        words = Markup("").join(between + link for between, link in links) if links else shown(piece.words)
        return Markup("<{0}>{1}</{0}>").format(Markup(escape(tag)), words) if tag else words


NOTHING = Markup('<span class="none" title="no words here">—</span>')


def block_kind(statement: Statement, of: Overview) -> str:
    """The kind of the block that a statement begins in."""
    start = statement.content[0].start
    blocks = of.articles[statement.article].blocks
    at = bisect_right(blocks, start, key=lambda block: block.span.start) - 1
    return blocks[at].kind.value if at >= 0 and start < blocks[at].span.end else NOT_STATED


def _before(text: str, end: int | None, piece: Piece) -> str:
    """What goes before this piece, if the words before it in its own text end at `end`."""
    if end is None or not piece.spans:
        return " "
    return separator(text, end, piece.spans[0].start)
