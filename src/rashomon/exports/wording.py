"""The words of witnesses and readings as the articles have them.

Where a statement stands in several spans and the report's own words between
them ("..., he said, ..."), the sign `GAP` says so: what is shown in one run
stands in one run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.exports.display import GAP
from rashomon.model import Apparatus, Reading, Span, Variant, Witness

__all__ = ["Piece", "joined", "pieces_of", "readings_by_siglum", "separator", "separators"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one witness has in one column.

    Attributes:
        column: the index of the column.
        spans: its place in the witness's article; empty where it has nothing.
        words: verbatim, joined with the sign for a gap if there are several spans.
    """

    column: int
    spans: tuple[Span, ...]
    words: str


def joined(text: str, spans: Iterable[Span]) -> str:
    """The words at these spans in one line, a sign between them where other words stand there.

    >>> text = "“Go,” he said, “now.”"
    >>> joined(text, [Span(0, 5), Span(15, 21)])
    '“Go,” ⋯ “now.”'
    """
    return "".join(
        separator + span.of(text) for separator, span in zip(separators(text, spans), spans, strict=True)
    )


def separators(text: str, spans: Iterable[Span]) -> list[str]:
    """What goes before each span: nothing, a blank, or the sign for a gap between blanks."""
    out: list[str] = []
    end: int | None = None
    for span in spans:
        out.append("" if end is None else separator(text, end, span.start))
        end = span.end
    return out


def separator(text: str, end: int, start: int) -> str:
    """The same for words that end at `end` and words that begin at `start`."""
    between = text[end:start]
    if between.strip():
        return f" {GAP} "
    return " " if between or end > start else ""


def pieces_of(witness: Witness, apparatus: Apparatus, text: str) -> Iterator[Piece]:
    """What this witness has in each column, in the order of the columns."""
    for index, column in enumerate(apparatus.columns):
        reading = next((r for r in column.readings if witness.statement in r.witnesses), None)
        spans = own_spans(reading, witness) if reading else ()
        yield Piece(column=index, spans=spans, words=joined(text, spans))


def own_spans(reading: Reading, witness: Witness) -> tuple[Span, ...]:
    """The spans of a reading that are this witness's."""
    return tuple(
        at.span
        for at in reading.spans
        if at.article == witness.article and any(span.contains(at.span) for span in witness.spans)
    )


def readings_by_siglum(variant: Variant, sigla: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each reading of a variant with the sigla that have it, in the order of the sigla."""
    order = list(sigla)
    found = [([w for w in order if w in reading.witnesses], reading.text) for reading in variant.readings]
    found.sort(key=lambda item: order.index(item[0][0]) if item[0] else len(order))
    return [(" ".join(sigla[w] for w in witnesses), text) for witnesses, text in found]
