"""A report's text as markup: every block, with marks on what was said.

Marks (statements, linked spans, cues, sources) may nest and may cross.  They
are opened and closed in one pass from left to right; a mark that would cross
the end of the one it began in is cut there and goes on as a second piece, so
the markup is always well nested and the words are always all there.  Anchors
are named after their span: ``B-120-148`` is report B, code points 120 to 148.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from rashomon.exports.display import visible
from rashomon.model import Article, Block, BlockKind, Span

__all__ = ["Anchors", "Mark", "ShownArticle", "ShownBlock", "shown", "shown_article"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of text that gets an element of its own.

    Attributes:
        anchor: its ``id``, None for a mark that nothing links to.
        classes: what it is, as CSS classes.
        before: markup, already escaped, set before its first piece (the label of a statement).
        statement: the id of the statement it is a part of.
        rank: outer before inner, where two marks have the same span.
    """

    span: Span
    classes: str
    anchor: str | None = None
    before: str = ""
    statement: str | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlock:
    """A block ready for the page: its kind's label and its markup."""

    kind: str
    markup: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArticle:
    """The blocks, and the statements and anchors that are shown in more than one piece."""

    blocks: tuple[ShownBlock, ...]
    split: frozenset[str]


@dataclass(slots=True)
class Anchors:
    """The spans that something on the page links to, by article; `of` names them and keeps them."""

    sigla: dict[str, str]
    kept: dict[str, dict[Span, str]] = field(default_factory=dict)

    def of(self, article: str, span: Span) -> str:
        """The anchor of this span."""
        name = f"{self.sigla[article]}-{span.start}-{span.end}"
        self.kept.setdefault(article, {})[span] = name
        return name


def shown(text: str) -> Markup:
    """Text as markup: escaped, control characters made visible, carriage returns kept."""
    return Markup(str(escape(visible(text))).replace("\r", "&#13;"))


def shown_article(article: Article, marks: Iterable[Mark]) -> ShownArticle:
    """The blocks of the article with these marks set; text outside any block is a block of its own."""
    waiting = sorted((m for m in marks if m.span), key=_order)
    current: list[Mark] = []
    pieces: Counter[str] = Counter()
    blocks: list[ShownBlock] = []
    at = 0
    for block in _whole(article):
        while at < len(waiting) and waiting[at].span.start < block.span.end:
            current.append(waiting[at])
            at += 1
        current = [m for m in current if m.span.end > block.span.start]
        markup = _marked(article.text, block.span, current, pieces)
        blocks.append(ShownBlock(kind=block.kind.value, markup=markup))
    return ShownArticle(blocks=tuple(blocks), split=frozenset(n for n, count in pieces.items() if count > 1))


def _whole(article: Article) -> Iterator[Block]:
    """The blocks, and what of the text lies in none of them and is not blank."""
    at = 0
    for block in (*article.blocks, None):
        end = block.span.start if block else len(article.text)
        if article.text[at:end].strip():
            yield Block(kind=BlockKind.PARAGRAPH, span=Span(at, end).trim(article.text))
        if block:
            yield block
            at = block.span.end


def _order(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.rank


def _marked(text: str, where: Span, marks: Iterable[Mark], pieces: Counter[str]) -> Markup:
    heap: list[tuple[tuple[int, int, int], int, Span, Mark]] = []
    for number, mark in enumerate(marks):
        part = where.intersection(mark.span)
        if part:
            heap.append(((part.start, -part.end, mark.rank), number, part, mark))
    heapq.heapify(heap)
    out: list[str] = []
    stack: list[tuple[int, str]] = []
    at = where.start
    while heap or stack:
        if stack and (not heap or stack[-1][0] <= heap[0][2].start):
            end, close = stack.pop()
            out += (shown(text[at:end]), close)
            at = end
            continue
        _, number, part, mark = heapq.heappop(heap)
        if stack and part.end > stack[-1][0]:
            cut = stack[-1][0]
            rest = Span(cut, part.end)
            heapq.heappush(heap, ((rest.start, -rest.end, mark.rank), number, rest, mark))
            part = Span(part.start, cut)
        out += (shown(text[at : part.start]), *_opened(mark, first=part.start == mark.span.start))
        pieces.update(name for name in (mark.anchor, mark.statement) if name)
        at = part.start
        stack.append((part.end, "</mark>" if mark.statement else "</span>"))
    out.append(shown(text[at : where.end]))
    return Markup("".join(out))


def _opened(mark: Mark, *, first: bool) -> tuple[str, str]:
    attributes = f' class="{escape(mark.classes)}"'
    if mark.anchor:
        attributes += f' id="{escape(mark.anchor)}"' if first else f' data-of="{escape(mark.anchor)}"'
    if mark.statement:
        attributes += f' data-st="{escape(mark.statement)}"'
    tag = "mark" if mark.statement else "span"
    return (mark.before if first else ""), f"<{tag}{attributes}>"
