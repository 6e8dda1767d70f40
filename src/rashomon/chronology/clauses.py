"""The clause that a time dates: a stretch of its sentence, cut at contents of statements and at conjunctions.

“The mayor said on Monday” is dated by Monday, and not what she said; so the
contents of statements, found elsewhere, are the first cuts.  All cuts of a
sentence are found once and looked up by place, since one line can hold
thousands of times.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rashomon.model import Span, Statement, merge

__all__ = ["Clauses", "Contents"]

_CUT = re.compile(
    r"[;:—]|\s–\s|\s--\s"
    r"|,\s+(?=(?:and|but|while|which|who|whose|when|where|after|before|as|although|though|because|so|or)\b)"
    r"|\s(?=(?:while|which|who|whose|when|where|because|although|though)\s)"
)
_EDGES = frozenset(" \t\r\n,;:—–-“”\"‘’'`.!?()[]")
_FEWEST = 3  # words a clause has beside the time
_REACH = 500  # code points on either side beyond which nothing belongs to a time


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


class Clauses:
    """The clauses of one sentence.

    >>> text = "The council will vote on Friday, the mayor said on Monday."
    >>> clauses = Clauses(text, Span(0, 58), [Span(0, 31)])
    >>> [clauses.around(Span(*at)).of(text) for at in ((25, 31), (51, 57))]
    ['The council will vote on Friday', 'the mayor said on Monday']
    >>> [clauses.quoted(Span(*at)) for at in ((25, 31), (51, 57))]
    [True, False]
    """

    def __init__(self, text: str, sentence: Span, contents: Sequence[Span]) -> None:
        self._text = text
        edges = {sentence.start, sentence.end}.union(*contents) if contents else set(sentence)
        self._edges = sorted(edge for edge in edges if sentence.start <= edge <= sentence.end)
        self._said = merge(contents)
        cuts = [match.span() for match in _CUT.finditer(text, sentence.start, sentence.end)]
        self._starts = [start for start, _ in cuts]
        self._ends = [end for _, end in cuts]

    def quoted(self, time: Span) -> bool:
        """Whether the time stands in what somebody else said."""
        at = bisect_right(self._said, time.start, key=lambda span: span.start)
        return at > 0 and self._said[at - 1].contains(time)

    def around(self, time: Span) -> Span:
        """The clause that holds the time; more of the sentence where the clause has hardly another word."""
        start = self._edges[bisect_right(self._edges, time.start) - 1]
        end = self._edges[min(bisect_left(self._edges, time.end), len(self._edges) - 1)]
        region = Span(max(start, self._near(time.start, -1)), min(end, self._near(time.end, 1)))
        before = bisect_right(self._ends, time.start)
        behind = bisect_left(self._starts, time.end)
        cut = Span(
            max(region.start, self._ends[before - 1] if before else 0),
            min(region.end, self._starts[behind] if behind < len(self._starts) else region.end),
        )
        found = self._trimmed(cut, time)
        rest = self._text[found.start : time.start] + " " + self._text[time.end : found.end]
        return found if len(rest.split()) >= _FEWEST else self._trimmed(region, time)

    def _near(self, at: int, side: int) -> int:
        """As far from here as a clause may reach, at a blank."""
        if side < 0:
            low = max(0, at - _REACH)
            blank = self._text.find(" ", low, at)
            return low if low == 0 or blank < 0 else blank + 1
        high = min(len(self._text), at + _REACH)
        blank = self._text.rfind(" ", at, high)
        return high if high == len(self._text) or blank < 0 else blank

    def _trimmed(self, span: Span, time: Span) -> Span:
        """Without marks at the ends, but never without the time."""
        start, end = min(span.start, time.start), max(span.end, time.end)
        while start < time.start and self._text[start] in _EDGES:
            start += 1
        while end > time.end and self._text[end - 1] in _EDGES:
            end -= 1
        return Span(start, end)
