"""The words of witnesses and readings as the articles have them.

A witness in several spans (a cue stands between them) is joined by a space
where its text has a blank or a gap there, and by nothing where the spans touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.model import Apparatus, Reading, Span, Variant, Witness

__all__ = ["Piece", "joined", "pieces_of", "readings_by_siglum", "witness_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one witness has in one column.

    Attributes:
        column: the index of the column.
        spans: its place in the witness's article; empty where it has nothing.
        words: verbatim, joined if there are several spans.
    """

    column: int
    spans: tuple[Span, ...]
    words: str


def joined(words: Iterable[str]) -> str:
    """The words of several spans in one line of text."""
    return " ".join(words)


def witness_words(witness: Witness, text: str) -> list[str]:
    """The verbatim words of each span of a witness."""
    return [span.of(text) for span in witness.spans]


def pieces_of(witness: Witness, apparatus: Apparatus, text: str) -> Iterator[Piece]:
    """What this witness has in each column, in the order of the columns."""
    for index, column in enumerate(apparatus.columns):
        reading = next((r for r in column.readings if witness.statement in r.witnesses), None)
        spans = own_spans(reading, witness) if reading else ()
        yield Piece(column=index, spans=spans, words=joined(span.of(text) for span in spans))


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
