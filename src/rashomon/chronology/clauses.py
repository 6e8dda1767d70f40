"""The clause that a time dates: a stretch of its sentence, cut at contents of statements and at conjunctions.

“The mayor said on Monday” is dated by Monday, and not what she said; so the
contents of statements, found elsewhere, are the first cuts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.model import Span, Statement

__all__ = ["Contents", "clause_of"]

_CUT = re.compile(
    r"[;:—]|\s–\s|\s--\s"
    r"|,\s+(?=(?:and|but|while|which|who|whose|when|where|after|before|as|although|though|because|so|or)\b)"
    r"|\s(?=(?:while|which|who|whose|when|where|because|although|though)\s)"
)
_EDGES = " \t\r\n,;:—–-“”\"‘’'`.!?()[]"
_FEWEST = 3  # words a clause has beside the time


class Contents:
    """The contents of one article's statements, for sentences that are asked for in their order."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._rest = sorted((span for s in statements for span in s.content), reverse=True)
        self._active: list[Span] = []

    def within(self, sentence: Span) -> tuple[Span, ...]:
        """The contents that overlap the sentence; none of an earlier sentence may be asked for again."""
        while self._rest and self._rest[-1].start < sentence.end:
            self._active.append(self._rest.pop())
        self._active = [span for span in self._active if span.end > sentence.start]
        return tuple(span for span in self._active if span.overlaps(sentence))


def clause_of(text: str, sentence: Span, time: Span, contents: Sequence[Span]) -> Span:
    """The clause of the sentence that holds the time.

    >>> text = "The council will vote on Friday, the mayor said on Monday."
    >>> said = [Span(0, 31)]
    >>> [clause_of(text, Span(0, 58), Span(*at), said).of(text) for at in ((25, 31), (51, 57))]
    ['The council will vote on Friday', 'the mayor said on Monday']
    """
    region = _region(sentence, time, contents)
    best = _trimmed(text, region)
    for piece in _pieces(text, region, time):
        found = _trimmed(text, piece)
        rest = text[found.start : time.start] + " " + text[time.end : found.end]
        if found.contains(time) and len(rest.split()) >= _FEWEST:
            best = found
    return best if best.contains(time) else time


def _region(sentence: Span, time: Span, contents: Sequence[Span]) -> Span:
    """The innermost content that holds the time, else what lies between contents."""
    start, end = sentence
    for content in contents:
        if content.contains(time):
            start, end = max(start, content.start), min(end, content.end)
    for content in contents:
        if content.end <= time.start:
            start = max(start, content.end)
        elif content.start >= time.end:
            end = min(end, content.start)
    return Span(start, end)


def _pieces(text: str, region: Span, time: Span) -> Iterator[Span]:
    """The piece between two cuts that holds the time."""
    start, end = region
    for match in _CUT.finditer(text, region.start, region.end):
        if match.end() <= time.start:
            start = match.end()
        elif match.start() >= time.end:
            end = match.start()
            break
    yield Span(start, end)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
