"""Words, numbers and marks with their offsets.

One pass of one regular expression.  A word keeps its inner apostrophes and
hyphens ("can't", "take-out", "U.S." is one word), so that joining tokens over
their spans and the blanks between them gives the text back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rashomon.model import Span

__all__ = ["APOSTROPHES", "Token", "TokenKind", "Tokens", "fold", "tokenize"]

APOSTROPHES = "'’ʼ＇"


class TokenKind(StrEnum):
    """What a token is; `tokenize` makes no quotations, who looks at what stands around them does."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    QUOTE = "quote"


class Token(NamedTuple):
    """A token: its text as it stands and folded, where it starts and ends, its kind.

    A named tuple, since a thousand of them are made for every article.  A
    quotation taken as one token has nothing folded; `quote` is its index.
    """

    text: str
    low: str
    start: int
    end: int
    kind: TokenKind
    quote: int = -1

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind is TokenKind.WORD and self.text[0].isupper()


_TOKEN = re.compile(
    rf"""
    (?P<word>
        (?:[^\W\d_]\.){{2,}}+                                     # U.S.
        | [^\W\d_]++ (?![$£€¥]?\d) (?: [{APOSTROPHES}\-‐‑] \w++ )*+  # can't, take-out; no part of a number
      )
    | (?P<number>[^\W\d_]*+[$£€¥]?+\d++(?:[.,:]\d++)*+(?:[%‰]|[^\W\d_]++)?+)
    | (?P<mark>\.{{3,}}|…|--+|\S)
    """,
    re.VERBOSE,
)
_KINDS = {kind.value: kind for kind in TokenKind}


def tokenize(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """The tokens of `text`, or of the part of it that `span` covers; offsets are into `text`.

    >>> [t.text for t in tokenize("“They won’t sail,” she said.")]
    ['“', 'They', 'won’t', 'sail', ',', '”', 'she', 'said', '.']
    """
    start, end = (0, len(text)) if span is None else span
    return tuple(
        [
            Token(word := m.group(), fold(word), m.start(), m.end(), _KINDS[m.lastgroup or ""])
            for m in _TOKEN.finditer(text, start, end)
        ]
    )


class Tokens:
    """The tokens of one text, cut once and looked up by place as often as need be.

    >>> tokens = Tokens("It rained. “They won’t sail,” she said.")
    >>> [t.text for t in tokens.within(Span(11, 28))]
    ['“', 'They', 'won’t', 'sail', ',']
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._all = tokenize(text)
        self._starts = [token.start for token in self._all]

    def within(self, span: Span) -> Sequence[Token]:
        """What ``tokenize(text, span)`` gives: a token that an edge of `span` cuts is cut anew."""
        first = bisect_left(self._starts, span.start)
        after = bisect_left(self._starts, span.end, lo=first)
        cut = first and self._all[first - 1].end > span.start
        if cut or (after and self._all[after - 1].end > span.end):
            return tokenize(self.text, span)
        return self._all[first:after]


_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys("‐‑", "-"))
_REMEMBERED = 24  # code points; longer words are rare, and would fill the memory


def fold(word: str) -> str:
    """The word for comparing: case folded, apostrophes and hyphens of one shape.

    >>> fold("Can’t")
    "can't"
    """
    return _folded(word) if len(word) <= _REMEMBERED else _folded.__wrapped__(word)


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    return word.translate(_STRAIGHT).casefold()
