"""Which quotation marks belong together.

One pass over the marks of each paragraph with a stack.  What a mark *may* be
follows from its neighbours (a mark after a blank may open, a mark before one
may close); what it *is* follows from that, from its typed shape, and from
what stands open.  Where shape and place disagree, or a partner is missing,
the place wins and a `Repair` is kept.

A quotation that a paragraph leaves open goes on in the next one if that
re-opens it with a mark of the same family; otherwise the paragraph's end
closes it.  Work is linear in the length of the text: what lies ahead is
looked up in tables filled from right to left, and the stack has a fixed depth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from rashomon.model import Repair, RepairKind, Span

__all__ = ["MARKS", "Quotation", "find_quotations"]

Family = Literal["double", "single"]

_DOUBLE = '“”„‟"«»＂'
_SINGLE = "‘’‚‛'‹›"
MARKS = frozenset(_DOUBLE + _SINGLE)
"""Every character that is read as a quotation mark (backticks are, too, though not in this set)."""

_OPENING = frozenset("“„‟«‘‚‛‹`") | {"``"}
_CLOSING = frozenset("”»’›")
# Pairs that are regular in some house style although the shapes look wrong or unlike: no repair.
_REGULAR = frozenset(
    {
        "“”",
        "„“",
        "„”",
        "‟”",
        '""',
        "«»",
        "»«",
        "‘’",
        "‚‘",
        "‚’",
        "‛’",
        "''",
        "‹›",
        "›‹",
        "``''",
        "`'",
        "`’",
        "''''",
        "＂＂",
        "’’",
    }
) | {"””"}
_DEPTH = 8
"""Quotations deeper than this are not opened: no writer nests so, only damaged text."""

_MARK = re.compile(rf"``|`|''|[{_DOUBLE}{_SINGLE}]")
_ELISION = re.compile(
    r"(?:\d0s|\d\d\b|(?:tis|twas|twere|til|till|em|cause|bout|round|n|cos|scuse|sup|nuff|neath)\b)", re.I
)
_CLIPPED = re.compile(r"\b(?:an|o|th|ol|wi|\w+in)\Z", re.I)
_OPENERS_AROUND = frozenset("([{—–-/…") | MARKS | {"`"}
_CLOSERS_AROUND = frozenset(".,;:!?)]}—–-/…") | MARKS
_SENTENCE_START = re.compile(r"[.!?][”’\"')\]]*\s+(?=[^\s\W\d_])|:\s+")
_WORDS = re.compile(r"\w+\W+\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Quoted words.

    Attributes:
        spans: marks included, without surrounding blanks; one a paragraph.
        words: the same without the marks.
        parent: index of the quotation this one stands in, among those returned.
        repairs: what was wrong with its marks.
    """

    spans: tuple[Span, ...]
    words: tuple[Span, ...]
    parent: int | None = None
    repairs: tuple[Repair, ...] = ()


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    shape: str
    family: Family
    may_open: bool
    may_close: bool
    inside_word: bool


@dataclass(slots=True)
class _Draft:
    shape: str
    family: Family
    start: int
    inner: int
    parent: _Draft | None
    spans: list[Span] = field(default_factory=list)
    words: list[Span] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    index: int = -1


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations in these paragraphs, in order, a parent before its children.

    `paragraphs` are disjoint and in order; a quotation may run from one into the next.

    >>> text = "‘I said “no”,’ she said."
    >>> [q.spans[0].of(text) for q in find_quotations(text, [Span(0, len(text))])]
    ['‘I said “no”,’', '“no”']
    """
    pairing = _Pairing(text)
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        pairing.paragraph(paragraph, following)
    return _freeze(pairing.drafts)


def _freeze(drafts: list[_Draft]) -> tuple[Quotation, ...]:
    kept = sorted((d for d in drafts if d.spans), key=lambda d: (d.spans[0].start, -d.spans[-1].end))
    for index, draft in enumerate(kept):
        draft.index = index
    return tuple(
        Quotation(
            spans=tuple(d.spans),
            words=tuple(d.words),
            parent=d.parent.index if d.parent is not None and d.parent.index >= 0 else None,
            repairs=tuple(d.repairs),
        )
        for d in kept
    )


def _marks_in(text: str, paragraph: Span) -> list[_Mark]:
    return [_mark(text, paragraph, m) for m in _MARK.finditer(text, paragraph.start, paragraph.end)]


def _mark(text: str, paragraph: Span, match: re.Match[str]) -> _Mark:
    start, end = match.span()
    left = text[start - 1] if start > paragraph.start else " "
    right = text[end] if end < paragraph.end else " "
    shape = match.group()
    return _Mark(
        start=start,
        end=end,
        shape=shape,
        family="double" if shape[0] in _DOUBLE or len(shape) == 2 else "single",
        may_open=not right.isspace() and (left.isspace() or left in _OPENERS_AROUND),
        may_close=not left.isspace() and (right.isspace() or right in _CLOSERS_AROUND),
        inside_word=left.isalnum() and right.isalnum(),
    )


class _Pairing:
    """The stack, and what it has produced so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[_Draft] = []
        self.stack: list[_Draft] = []
        self.left_open: _Draft | None = None
        """The quotation that the end of the paragraph before closed for want of a mark."""

    def paragraph(self, paragraph: Span, following: Span | None) -> None:
        self.span = paragraph
        self.following = following
        self.free = paragraph.start
        self.marks = _marks_in(self.text, paragraph)
        self.later_close, self.later_open = _lookahead(self.marks, self.text)
        first = 1 if self.stack and self._reopens() else 0
        for index in range(first, len(self.marks)):
            self._take(index, self.marks[index])
        self.left_open = None
        self._end_paragraph(following)

    # -- one mark -------------------------------------------------------------------

    def _take(self, index: int, mark: _Mark) -> None:
        role = self._double(index, mark) if mark.family == "double" else self._single(index, mark)
        if role == "open":
            self._open(index, mark)
        elif role == "close":
            self._close(mark)
        elif role == "orphan":
            self._open_missing(mark)

    def _double(self, index: int, mark: _Mark) -> str:
        opener = self._opened("double")
        only_open = mark.may_open and not mark.may_close
        only_close = mark.may_close and not mark.may_open
        if mark.shape in _OPENING:
            return "close" if opener and only_close else "open"
        if mark.shape in _CLOSING:
            if only_open and (opener is None or self._next_closes(index)):
                return "open"
            return "close" if opener else "orphan"
        if opener is not None:
            return "open" if only_open and self._next_closes(index) else "close"
        if mark.may_open and not mark.inside_word:
            return "open"
        measure = mark.start > self.span.start and self.text[mark.start - 1].isdigit()
        return "orphan" if only_close and not measure else "none"

    def _single(self, index: int, mark: _Mark) -> str:
        opener = self._opened("single")
        if mark.shape in "‹›":
            return "close" if opener else "open"
        if mark.inside_word or (_ELISION.match(self.text, mark.end, self.span.end) and not mark.may_close):
            return "none"
        if mark.shape in _OPENING:
            return "close" if opener and mark.may_close and not mark.may_open else "open"
        if opener is not None and mark.may_close and not self._possessive(index, mark):
            return "close"
        if mark.may_open and not mark.may_close and (opener is None or self._next_closes(index)):
            return "open" if self._single_has_end(index, mark) else "none"
        return "none"

    def _opened(self, family: Family) -> _Draft | None:
        return next((d for d in reversed(self.stack) if d.family == family), None)

    def _next_closes(self, index: int) -> bool:
        """Whether the next mark of this family in the paragraph can only close."""
        ahead = self.later_close[index]
        return ahead is not None and (self.later_open[index] is None or ahead < (self.later_open[index] or 0))

    def _possessive(self, index: int, mark: _Mark) -> bool:
        """An apostrophe after s, with a better end of the quotation still to come."""
        before = self.text[mark.start - 1]
        after = self.text[mark.end : mark.end + 2]
        following = self.marks[index + 1] if index + 1 < len(self.marks) else None
        clipped = _CLIPPED.search(self.text, max(self.span.start, mark.start - 12), mark.start)
        if clipped and following is not None and following.may_close and following.start <= mark.end + 1:
            return True
        if not (before in "sS" or clipped) or not (
            len(after) == 2 and after[0].isspace() and after[1].isalnum()
        ):
            return False
        return self._next_closes(index)

    def _goes_on(self, mark: _Mark) -> bool:
        """Whether a mark begins its paragraph and the next paragraph begins with one like it."""
        follows = self.following is not None and self.text.startswith(mark.shape, self.following.start)
        return follows and mark.start == self.span.start

    def _single_has_end(self, index: int, mark: _Mark) -> bool:
        if self.later_close[index] is not None or self._goes_on(mark):
            return True
        before = self.text[max(self.span.start, mark.start - 2) : mark.start].rstrip()
        return mark.shape != "’" and before[-1:] in (",", ":") and self._opened("double") is not None

    # -- opening and closing --------------------------------------------------------

    def _open(self, index: int, mark: _Mark) -> None:
        earlier = self._opened(mark.family)
        if earlier is not None and not self._nests(index, mark):
            self._unwind(earlier, mark.start)
        if len(self.stack) >= _DEPTH:
            return
        draft = _Draft(mark.shape, mark.family, mark.start, mark.end, self.stack[-1] if self.stack else None)
        if mark.shape in "”’":
            draft.repairs.append(
                Repair(kind=RepairKind.OPENED_BY_CLOSING_MARK, span=Span(mark.start, mark.end))
            )
        self.drafts.append(draft)
        self.stack.append(draft)

    def _nests(self, index: int, mark: _Mark) -> bool:
        """Whether a mark opens inside an open one of its own family: two closing marks come next."""
        after = [
            m for m in self.marks[index + 1 : index + 12] if m.family == mark.family and not m.inside_word
        ][:2]
        return len(after) == 2 and all(m.may_close and not m.may_open for m in after)

    def _close(self, mark: _Mark) -> None:
        draft = self._opened(mark.family)
        if draft is None:
            return
        while self.stack[-1] is not draft:
            self._missing(self.stack.pop(), mark.start)
        self.stack.pop()
        if draft.shape + mark.shape not in _REGULAR:
            wrong_way = mark.shape in _OPENING
            kind = RepairKind.CLOSED_BY_OPENING_MARK if wrong_way else RepairKind.CLOSED_BY_OTHER_MARK
            draft.repairs.append(Repair(kind=kind, span=Span(mark.start, mark.end)))
        self._fragment(draft, mark.start, mark.end)
        self.free = mark.end

    def _fragment(self, draft: _Draft, inner_end: int, end: int) -> None:
        words = Span(draft.inner, max(draft.inner, inner_end)).trim(self.text)
        if words:
            draft.words.append(words)
            draft.spans.append(Span(draft.start, end).trim(self.text))

    def _missing(self, draft: _Draft, at: int) -> None:
        """Close a quotation before `at`, where no mark closes it."""
        end = Span(draft.start, at).trim(self.text).end
        self._fragment(draft, end, end)
        draft.repairs.append(Repair(kind=RepairKind.CLOSE_MISSING, span=Span(end, end)))

    def _unwind(self, down_to: _Draft, at: int) -> None:
        while self.stack:
            draft = self.stack.pop()
            self._missing(draft, at)
            if draft is down_to:
                break
        self.free = at

    def _open_missing(self, mark: _Mark) -> None:
        """A closing mark with nothing open: the quotation began with its sentence, or a paragraph ago."""
        if self.left_open is not None and not self.stack and self.free == self.span.start:
            draft, begin = self.left_open, self.span.start
            draft.repairs.pop()
            draft.start = draft.inner = begin
        else:
            begin = self._sentence_start(mark.start)
            if not _WORDS.search(self.text, begin, mark.start):
                return
            draft = _Draft("", mark.family, begin, begin, self.stack[-1] if self.stack else None)
            self.drafts.append(draft)
        draft.repairs.append(Repair(kind=RepairKind.OPEN_MISSING, span=Span(begin, begin)))
        self._fragment(draft, mark.start, mark.end)
        self.free = mark.end
        self.left_open = None

    def _sentence_start(self, before: int) -> int:
        begin = max(self.free, self.stack[-1].inner) if self.stack else self.free
        for match in _SENTENCE_START.finditer(self.text, begin, before):
            if match.end() < before:
                begin = match.end()
        return begin + len(self.text[begin:before]) - len(self.text[begin:before].lstrip(" ,;:—–-\t\n\r"))

    # -- paragraphs -----------------------------------------------------------------

    def _reopens(self) -> bool:
        """Take the paragraph's first mark as the re-opening of the quotation that stands open."""
        draft = self.stack[0]
        mark = self.marks[0] if self.marks else None
        if mark is None or mark.start != self.span.start or mark.family != draft.family:
            return False
        draft.start, draft.inner = mark.start, mark.end
        return True

    def _end_paragraph(self, following: Span | None) -> None:
        end = self.span.end
        while len(self.stack) > 1:
            self._missing(self.stack.pop(), end)
        if not self.stack:
            return
        draft = self.stack[0]
        if following is not None and self._begins_like(following, draft):
            inner = Span(draft.inner, max(draft.inner, end)).trim(self.text).end
            self._fragment(draft, inner, inner)
            return
        self.stack.pop()
        self._missing(draft, end)
        self.left_open = draft

    def _begins_like(self, paragraph: Span, draft: _Draft) -> bool:
        match = _MARK.match(self.text, paragraph.start, paragraph.end)
        if match is None:
            return False
        mark = _mark(self.text, paragraph, match)
        elided = mark.family == "single" and _ELISION.match(self.text, mark.end, paragraph.end)
        return mark.family == draft.family and mark.may_open and not elided


def _lookahead(marks: list[_Mark], text: str) -> tuple[list[int | None], list[int | None]]:
    """For each mark the index of the next mark of its family that can only close, and only open."""
    closes: list[int | None] = [None] * len(marks)
    opens: list[int | None] = [None] * len(marks)
    next_close: dict[Family, int | None] = {"double": None, "single": None}
    next_open: dict[Family, int | None] = {"double": None, "single": None}
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        closes[index], opens[index] = next_close[mark.family], next_open[mark.family]
        if mark.inside_word:
            continue
        if mark.may_close and not mark.may_open:
            next_close[mark.family] = index
        elif mark.may_open and not mark.may_close and not _elided(mark, text):
            next_open[mark.family] = index
    return closes, opens


def _elided(mark: _Mark, text: str) -> bool:
    return mark.family == "single" and _ELISION.match(text, mark.end) is not None
