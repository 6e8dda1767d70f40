"""What stands in a stretch of a text, looked up stretch after stretch from its beginning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.model import Span, Statement

__all__ = ["SpansByPlace", "StatementsByPlace"]


class SpansByPlace:
    """Spans in order, looked up by place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._at = 0

    def within(self, place: Span) -> list[Span]:
        """Those that overlap `place`; places are asked for in the order of the text."""
        while self._at < len(self._spans) and self._spans[self._at].end <= place.start:
            self._at += 1
        out = []
        for span in self._spans[self._at :]:
            if span.start >= place.end:
                break
            out.append(span)
        return out


class StatementsByPlace:
    """Which statements have content in a stretch of the text."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._pairs = sorted((span, rank) for rank, s in enumerate(statements) for span in s.content)
        self._first = 0

    def within(self, place: Span) -> list[Statement]:
        """The statements, as they were given; places are asked for in the order of the text."""
        while self._first < len(self._pairs) and self._pairs[self._first][0].end <= place.start:
            self._first += 1
        ranks = set()
        for span, rank in self._pairs[self._first :]:
            if span.start >= place.end:
                break
            ranks.add(rank)
        return [self._statements[rank] for rank in sorted(ranks)]
