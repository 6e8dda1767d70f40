"""From places in the words of a unit back to spans of its article."""

from __future__ import annotations

from rashomon.corroboration.units import Unit
from rashomon.model import Span

__all__ = ["span_of"]


def span_of(unit: Unit, start: int, end: int) -> tuple[Span, ...]:
    """The spans of the article that these code points of ``unit.words`` stand for, in order."""
    out: list[Span] = []
    at = 0
    for span in unit.wording.spans:
        low, high = max(start - at, 0), min(end - at, len(span))
        if low < high:
            out.append(Span(span.start + low, span.start + high).trim(unit.article.text))
        at += len(span) + 1
    return tuple(out)
