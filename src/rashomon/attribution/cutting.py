"""An article cut into blocks, quotations and sentences, ready for the rules.

Quotation marks are paired over the running text as one; headline, deck and
each subheading by themselves, since no quotation runs out of them.  Furniture,
captions, credits, bylines and kickers are left out from the start.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from rashomon.attribution.clauses import Sentence, itemise
from rashomon.attribution.rules import cue_only
from rashomon.language.quotemarks import Quotation, find_quotations
from rashomon.language.sentences import sentences
from rashomon.language.tokens import Token, TokenKind, Tokens, fold
from rashomon.model import Article, Block, BlockKind, Span

__all__ = ["Page", "cut", "read_blocks"]

_RUNNING = BlockKind.PARAGRAPH
_APART = (BlockKind.HEADLINE, BlockKind.DECK, BlockKind.SUBHEADING)


@dataclass(frozen=True, slots=True)
class Page:
    """An article, cut up; `tokens` are those of its text."""

    article: Article
    tokens: Tokens
    blocks: tuple[Block, ...]
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that begins at or before this offset."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1)

    def kind(self, sentence: int) -> BlockKind:
        """What the block of this sentence is."""
        return self.blocks[self.sentences[sentence].block].kind

    def naming(self, titles: Mapping[int, Sequence[Span]]) -> Page:
        """The page with these quotations, by sentence, taken for the names that they are."""
        if not any(titles.values()):
            return self
        out = list(self.sentences)
        for number, spans in titles.items():
            names = frozenset(spans)
            items = tuple(chain.from_iterable(_named(i, names) for i in out[number].items))
            out[number] = replace(out[number], items=items)
        return replace(self, sentences=tuple(out))


def _named(item: Token, titles: frozenset[Span]) -> Iterator[Token]:
    """The title of a programme as one word without its marks; a comma within them stands behind it."""
    if item.kind is not TokenKind.QUOTE or item.span not in titles:
        yield item
        return
    inside = item.text.strip("“”\"'‘’ ")
    word = inside.rstrip(" ,.")
    yield Token(word, fold(word), item.start, item.end - (1 if word != inside else 0), TokenKind.WORD)
    if word != inside:
        yield Token(inside[-1], inside[-1], item.end - 1, item.end, TokenKind.MARK)


def read_blocks(article: Article) -> tuple[Block, ...]:
    """The blocks in which statements are looked for, in order."""
    return tuple(b for b in article.blocks if (b.kind is _RUNNING or b.kind in _APART) and b.span)


def cut(article: Article) -> Page:
    """The headline, deck, subheadings and paragraphs of an article, cut into sentences."""
    blocks = read_blocks(article)
    quotations = _quotations(article.text, blocks)
    holes = _holes(blocks, quotations)
    tokens = Tokens(article.text)
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        spans = sentences(article.text, block.span, [s for _, s in holes[number]])
        found.extend(_rejoined(tokens, spans, holes[number], number))
    return Page(article, tokens, blocks, quotations, tuple(found))


def _rejoined(
    tokens: Tokens, spans: Sequence[Span], holes: Sequence[tuple[int, Span]], block: int
) -> Iterator[Sentence]:
    """The sentences; a cue behind a quoted question or exclamation goes with it (“Why?” Ada Holt asked.)."""
    ends = {hole.end for _, hole in holes if hole.of(tokens.text)[:-1].endswith(("?", "!"))}
    pending: Sentence | None = None
    for span in spans:
        sentence = Sentence(span=span, items=itemise(tokens, span, _inside(span, holes)), block=block)
        if pending is not None and pending.span.end in ends and cue_only(sentence):
            whole = Span(pending.span.start, span.end)
            pending = Sentence(span=whole, items=(*pending.items, *sentence.items), block=block)
            continue
        if pending is not None:
            yield pending
        pending = sentence
    if pending is not None:
        yield pending


def _quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """All quotations; each block that is no running text is paired by itself."""
    runs = [[b.span for b in blocks if b.kind is _RUNNING]] + [[b.span] for b in blocks if b.kind in _APART]
    out: list[Quotation] = []
    for run in runs:
        shift = len(out)
        for q in find_quotations(text, run):
            parent = None if q.parent is None else q.parent + shift
            out.append(Quotation(spans=q.spans, words=q.words, parent=parent, repairs=q.repairs))
    return tuple(out)


def _holes(blocks: Sequence[Block], quotations: Sequence[Quotation]) -> list[list[tuple[int, Span]]]:
    """For each block the outermost quotations (index and span) inside it, in order."""
    pieces = sorted(
        ((span, index) for index, q in enumerate(quotations) if q.parent is None for span in q.spans),
        key=lambda piece: piece[0],
    )
    out: list[list[tuple[int, Span]]] = [[] for _ in blocks]
    block = 0
    for span, index in pieces:
        while block < len(blocks) and blocks[block].span.end <= span.start:
            block += 1
        if block < len(blocks):
            out[block].append((index, span))
    return out


def _inside(sentence: Span, holes: Sequence[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """Those that the sentence touches; they are disjoint and in order, and there may be thousands."""
    first = bisect_right(holes, sentence.start, key=lambda hole: hole[1].end)
    after = bisect_left(holes, sentence.end, lo=first, key=lambda hole: hole[1].start)
    return [hole for hole in holes[first:after] if hole[1].overlaps(sentence)]
