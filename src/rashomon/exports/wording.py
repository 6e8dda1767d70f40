"""The words of witnesses and readings as the articles have them.

Where a statement stands in several spans and the report's own words between
them ("..., he said, ..."), the sign `GAP` says so: what is shown in one run
stands in one run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.exports.display import GAP
from rashomon.model import Reading, Span, Witness

__all__ = ["Piece", "joined", "separator", "separators"]


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


def own_spans(reading: Reading, witness: Witness) -> tuple[Span, ...]:
    """The spans of a reading that are this witness's."""
    return tuple(
        at.span
        for at in reading.spans
        if at.article == witness.article and any(span.contains(at.span) for span in witness.spans)
    )
