"""The reporter's own words around a quotation: what stands outside all quotation marks.

Two reports may quote one speech in the same words and know nothing of each
other; what their writers say around it in the same words, they have from one text.
A post that is set into a page has no marks and is nobody's own words: it is left
out, from its signature back as far as a post can reach.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.language.quotemarks import find_quotations
from rashomon.language.tokens import APOSTROPHES, fold
from rashomon.model import Article, BlockKind, Span, merge, subtract

__all__ = ["OwnWords", "Told", "Window"]

_NOT_TOLD = frozenset({BlockKind.FURNITURE, BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.CAPTION})
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(rf"\w++(?:[{APOSTROPHES}]\w++)*+")
_SIGNED = re.compile(r"\(@\w{1,20}\)(?: \w{3,9} \d{1,2}, \d{4})?|\bpic\.twitter\.com/\w+|\bt\.co/\w+")
_POST = 320
"""Code points: the longest post of the usual kind, and its author's name."""


@dataclass(frozen=True, slots=True)
class Window:
    """Own words near a statement, in the order of the text: a number for each word, and where it stands."""

    words: tuple[int, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """All own words of one article: a number for each, where it starts, and where it ends."""

    words: array[int]
    starts: array[int]
    ends: array[int]


class OwnWords:
    """The own words of these reports, found when they are first asked for.

    Words are numbered, the same word with the same number in every report.
    """

    def __init__(self, texts: Mapping[str, Article]) -> None:
        self._texts = texts
        self._told: dict[str, Told] = {}
        self._numbers: dict[str, int] = {}
        self._shapes: dict[str, int] = {}

    def article(self, id: str) -> Article:  # noqa: A002
        """The report of this id."""
        return self._texts[id]

    def told(self, article: str) -> Told:
        """All own words of the report of this id."""
        if article not in self._told:
            self._told[article] = self._tell(self._texts[article])
        return self._told[article]

    def near(self, article: str, content: Sequence[Span], reach: int) -> Window:
        """At most `reach` own words before the content, those between its pieces, and `reach` behind it."""
        told = self.told(article)
        first = bisect_left(told.starts, content[0].start)
        last = bisect_left(told.starts, content[-1].end, lo=first)
        within = slice(max(0, first - reach), last + reach)
        ends = zip(told.starts[within], told.ends[within], strict=True)
        return Window(tuple(told.words[within]), tuple(Span(start, end) for start, end in ends))

    def _tell(self, article: Article) -> Told:
        told = Told(array("q"), array("q"), array("q"))
        for stretch in _outside(article):
            words = list(_WORD.finditer(article.text, stretch.start, stretch.end))
            told.words.extend([self._number(word.group()) for word in words])
            told.starts.extend([word.start() for word in words])
            told.ends.extend([word.end() for word in words])
        return told

    def _number(self, word: str) -> int:
        """The number of a word, the same for all its shapes; each shape is folded once."""
        known = self._shapes.get(word)
        if known is None:
            known = self._shapes[word] = self._numbers.setdefault(fold(word), len(self._numbers))
        return known


def _outside(article: Article) -> Iterator[Span]:
    """The stretches outside quotation marks of what the reporter tells, in order."""
    text = article.text
    blocks = [block.span for block in article.blocks if block.kind not in _NOT_TOLD]
    paragraphs = blocks or [Span(*line.span()) for line in _LINE.finditer(text)]
    quoted = [span for one in find_quotations(text, paragraphs) for span in one.spans]
    foreign = merge([*quoted, *(post for paragraph in paragraphs for post in _posts(text, paragraph))])
    at = 0
    for paragraph in paragraphs:
        while at < len(foreign) and foreign[at].end <= paragraph.start:
            at += 1
        inside = at
        while inside < len(foreign) and foreign[inside].start < paragraph.end:
            inside += 1
        yield from subtract(paragraph, foreign[at:inside])


def _posts(text: str, paragraph: Span) -> Iterator[Span]:
    """Posts that are set into the paragraph, as far as they can reach."""
    for signed in _SIGNED.finditer(text, paragraph.start, paragraph.end):
        yield Span(max(paragraph.start, signed.start() - _POST), signed.end())
