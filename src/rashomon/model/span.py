"""Half-open ranges of code points, and the little algebra every room needs.

A span is a pair of offsets into one text, counted in Unicode code points
(what Python indexes by), the end not included.  It does not know its text;
functions that need it take it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["Span", "hull", "merge", "subtract"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points `start` to `end` of a text, `end` not included.

    The one value of the model that may be built by position: ``Span(3, 7)``.

    Raises:
        ValueError: if ``0 <= start <= end`` does not hold.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))

    def of(self, text: str) -> str:
        """The words themselves.

        >>> Span(4, 7).of("the law is")
        'law'
        """
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span (equal spans do)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def intersection(self, other: Span) -> Span | None:
        """What the two share, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def shift(self, by: int) -> Span:
        """The span moved by `by` code points."""
        return Span(self.start + by, self.end + by)

    def trim(self, text: str) -> Span:
        """The span without blanks at either end; empty at its start if it holds only blanks.

        >>> Span(0, 6).trim("  ab  ")
        Span(start=2, end=4)
        """
        piece = self.of(text)
        lead = len(piece) - len(piece.lstrip())
        body = piece.strip()
        return (
            Span(self.start + lead, self.start + lead + len(body)) if body else Span(self.start, self.start)
        )


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds them all.

    Raises:
        ValueError: if there are none.
    """
    items = list(spans)
    return Span(min(s.start for s in items), max(s.end for s in items))


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same code points as disjoint spans in order; touching spans become one.

    >>> merge([Span(4, 6), Span(0, 2), Span(1, 4)])
    (Span(start=0, end=6),)
    """
    out: list[Span] = []
    for span in sorted(s for s in spans if s):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def subtract(span: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of `span` without `holes`, in order.

    >>> subtract(Span(0, 10), [Span(2, 4), Span(8, 12)])
    (Span(start=0, end=2), Span(start=4, end=8))
    """
    out: list[Span] = []
    at = span.start
    for hole in merge(holes):
        if hole.end <= at or hole.start >= span.end:
            continue
        if hole.start > at:
            out.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < span.end:
        out.append(Span(at, span.end))
    return tuple(out)
