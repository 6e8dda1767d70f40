"""Which words of a statement stand inside quotation marks.

Attribution has already paired the marks and repaired them; here only the
outermost pair of a content span is taken off, and of a statement that is
quoted in part the quoted pieces are found again by their marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import Span

__all__ = ["quoted_pieces", "without_marks"]

_DOUBLE = frozenset('“”„"«»‹›')
_SINGLE = frozenset("‘’'`‚")
_FAMILIES = (_DOUBLE, _SINGLE)

_DOUBLE_MARK = re.compile("[“”„\"«»‹›]|``|''")
_SINGLE_OPEN = re.compile(r"(?<!\w)[‘'](?=[\w$£€])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")


def without_marks(text: str, span: Span) -> Span:
    """The content without its outermost quotation marks, or as it is if it has none.

    A mark at the end goes only if it is of the family (single, double) of the
    one at the start: the last mark of an unclosed quotation closes something nested.

    >>> without_marks("“We said ‘no.’", Span(0, 14))
    Span(start=1, end=14)
    >>> without_marks("‘We said no.’", Span(0, 13))
    Span(start=1, end=12)
    """
    start, end = span
    family = next((family for family in _FAMILIES if text[start : start + 1] in family), None)
    for pair in ("``", "''"):
        if text.startswith(pair, start) and end - start > len(pair):
            start, family = start + 1, _DOUBLE | _SINGLE
    if family is not None and end - start > 1:
        start += 1
    if end - start > 1 and text[end - 1] in (family or _DOUBLE):
        end -= 2 if text.endswith("''", start, end) and family is not _SINGLE else 1
    trimmed = Span(start, end).trim(text)
    return trimmed or span


def _single_marks(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Single marks that open, each followed by the first that closes; other apostrophes are none."""
    at, pattern = span.start, _SINGLE_OPEN
    while mark := pattern.search(text, at, span.end):
        yield mark
        at, pattern = mark.end(), _SINGLE_CLOSE if pattern is _SINGLE_OPEN else _SINGLE_OPEN


def quoted_pieces(text: str, span: Span) -> tuple[Span, ...]:
    """What stands between marks in the span: double marks if there are any, else single ones.

    A mark without a partner runs to the end of the span.

    >>> [s.of(text) for text in ["it was “a mess” and “a shame”"] for s in quoted_pieces(text, Span(0, 29))]
    ['a mess', 'a shame']
    """
    marks = [*_DOUBLE_MARK.finditer(text, span.start, span.end)] or list(_single_marks(text, span))
    edges = [(mark.start(), mark.end()) for mark in marks]
    if len(edges) % 2:
        edges.append((span.end, span.end))
    pairs = zip(edges[::2], edges[1::2], strict=True)
    pieces = (Span(opened[1], closed[0]).trim(text) for opened, closed in pairs)
    return tuple(piece for piece in pieces if piece)
