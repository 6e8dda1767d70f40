"""The alignment table: a row for each version, a column for each place, in blocks that fit the card.

Where rows one under the other agree one cell stands for them.  Witnesses that only retell
have no row: they have no words at these places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from rashomon.exports.apparatusterms import kind_label
from rashomon.exports.blocks import blocks
from rashomon.exports.collated import Collated, Version
from rashomon.exports.html.prose import Anchors
from rashomon.exports.html.running import NOTHING, drawn, note_anchor
from rashomon.exports.wording import Piece, separators
from rashomon.model import Variant, Witness

__all__ = ["Alignment", "Block", "Cell", "Head", "Row", "alignment"]

ROWS = 24
"""Versions that are set; notes have the readings of all."""

ROOM, LINE, LONG, LABEL, PADDING = 128, 22, 70, 9, 3
"""Characters: of a block, of a line in a cell, of words that get a line twice as long, of a heading."""

BEYOND = Markup('<span class="none" title="has ended or not begun">·</span>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A column: its variants with number, kind, severity and anchor of the note; none where all agree."""

    anchor: str
    labels: tuple[tuple[int, str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one version has at one place; `rows` is more than one where those below have the same."""

    markup: Markup
    kind: str
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A version in one block."""

    sigla: tuple[tuple[str, str], ...]
    more: int
    base: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of the table."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The table; `hidden` versions are not set."""

    blocks: tuple[Block, ...]
    hidden: int


def alignment(collated: Collated, anchors: Anchors) -> Alignment:
    """The table of an utterance."""
    versions = [v for v in collated.versions if v.first.statement not in collated.retold]
    shown = versions[:ROWS]
    table = _Table(collated, anchors, shown)
    places = [at for at in range(len(collated.apparatus.columns)) if table.filled(at)]
    cut = blocks([table.width(at) for at in places], ROOM)
    return Alignment(
        blocks=tuple(table.block([places[at] for at in part]) for part in cut),
        hidden=len(versions) - len(shown),
    )


class _Table:
    """The apparatus as cells."""

    def __init__(self, collated: Collated, anchors: Anchors, versions: Sequence[Version]) -> None:
        self.of, self.anchors, self.versions = collated, anchors, versions

    def _piece(self, version: Version, at: int) -> Piece:
        return self.of.pieces[self._witness(version).statement][at]

    def _witness(self, version: Version) -> Witness:
        return self.of.base if version.base else version.first

    def filled(self, at: int) -> bool:
        """Whether any row has words there."""
        return any(self._piece(version, at).words for version in self.versions)

    def width(self, at: int) -> int:
        """How many characters the column takes."""
        longest = max(len(self._piece(version, at).words) for version in self.versions)
        labels = max((len(label) for _, label, _, _ in self._head(at).labels), default=0)
        line = 2 * LINE if longest > LONG else LINE
        return PADDING + max(min(longest, line), min(labels + 3, LABEL))

    def _head(self, at: int) -> Head:
        variants = self.of.apparatus.variants
        return Head(
            anchor=f"{self.of.id}-c{at}",
            labels=tuple(
                (
                    number,
                    kind_label(variants[number - 1].kind),
                    variants[number - 1].severity.value,
                    note_anchor(self.of, number),
                )
                for number in self.of.numbers.get(at, ())
            ),
        )

    def block(self, places: Sequence[int]) -> Block:
        """The part of the table at these places."""
        return Block(
            heads=tuple(self._head(at) for at in places),
            rows=tuple(self._row(row, places) for row in range(len(self.versions))),
        )

    def _row(self, row: int, places: Sequence[int]) -> Row:
        version = self.versions[row]
        few = version.witnesses[:3]
        return Row(
            sigla=tuple(
                (self.of.sigla[w.statement], "#" + self.anchors.of(w.article, w.spans[0])) for w in few
            ),
            more=len(version.witnesses) - len(few),
            base=version.base,
            cells=tuple(self._cells(row, places)),
        )

    def _cells(self, row: int, places: Sequence[int]) -> Iterator[Cell]:
        """The cells that begin in this row."""
        version = self.versions[row]
        for at in places:
            if row and self._alike(row - 1, row, at):
                continue
            end = row + 1
            while end < len(self.versions) and self._alike(row, end, at):
                end += 1
            cell = self._cell(version, at)
            agreed = end - row == len(self.versions) and not self.of.numbers.get(at)
            kind = "agreed" if agreed else cell.kind
            wide = " wide" if len(self._piece(version, at).words) > LONG else ""
            yield replace(cell, rows=end - row, kind=kind + wide)

    def _alike(self, one: int, other: int, at: int) -> bool:
        """Whether two versions have one reading there, and for the same reason none."""
        first, second = (self._witness(self.versions[row]) for row in (one, other))
        if self.of.readings[first.statement][at] != self.of.readings[second.statement][at]:
            return False
        return self._out(first, at) == self._out(second, at)

    def _out(self, witness: Witness, at: int) -> bool:
        return not self.of.pieces[witness.statement][at].words and self.of.lacks_nothing(witness, at)

    def _cell(self, version: Version, at: int) -> Cell:
        piece, witness = self._piece(version, at), self._witness(version)
        reading = self.of.readings[witness.statement][at]
        same = reading == self.of.readings[self.of.base.statement][at]
        if self._out(witness, at):
            return Cell(markup=BEYOND, kind="beyond")
        kind = "same" if same else self._severity(at, reading)
        return Cell(markup=self._linked(witness, piece) if piece.words else NOTHING, kind=kind)

    def _severity(self, at: int, reading: int) -> str:
        """Of the edit of this reading; of the variant, if it has none of its own."""
        variants: list[Variant] = [self.of.apparatus.variants[n - 1] for n in self.of.numbers.get(at, ())]
        for variant in variants:
            for edit in variant.edits:
                if edit.reading == reading:
                    return f"differs {edit.severity.value}"
        return f"differs {variants[0].severity.value}" if variants else "differs"

    def _linked(self, witness: Witness, piece: Piece) -> Markup:
        """The words of a piece, each span a link to its place in the report's text."""
        text = self.of.of.articles[witness.article].text
        spans = [span for span in piece.spans if span.of(text).strip()]
        links = (
            between
            + Markup('<a href="#{}">{}</a>').format(
                self.anchors.of(witness.article, span), drawn(span.of(text))
            )
            for between, span in zip(separators(text, spans), spans, strict=True)
        )
        return Markup("").join(links) if spans else drawn(piece.words)
