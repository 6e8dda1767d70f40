"""Words, numbers and marks with their offsets.

One pass of one regular expression.  A word keeps its inner apostrophes and
hyphens ("can't", "take-out", "U.S." is one word), so that joining tokens over
their spans and the blanks between them gives the text back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rashomon.model import Span

__all__ = ["APOSTROPHES", "Token", "TokenKind", "fold", "tokenize"]

APOSTROPHES = "'’ʼ＇"


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its text as it stands, its span, its kind."""

    text: str
    span: Span
    kind: TokenKind


_TOKEN = re.compile(
    rf"""
    (?P<number>[^\W\d_]*[$£€¥]?\d+(?:[.,:]\d+)*(?:[%‰]|[^\W\d_]+)?)
    | (?P<word>
        (?:[^\W\d_]\.){{2,}}                                    # U.S.
        | [^\W\d_]+ (?: [{APOSTROPHES}\-‐‑]  \w+ )*             # can't, take-out
      )
    | (?P<mark>\.{{3,}}|…|--+|\S)
    """,
    re.VERBOSE,
)


def tokenize(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """The tokens of `text`, or of the part of it that `span` covers; offsets are into `text`.

    >>> [t.text for t in tokenize("“They won’t sail,” she said.")]
    ['“', 'They', 'won’t', 'sail', ',', '”', 'she', 'said', '.']
    """
    where = Span(0, len(text)) if span is None else span
    return tuple(
        Token(m.group(), Span(m.start(), m.end()), TokenKind(str(m.lastgroup)))
        for m in _TOKEN.finditer(text, where.start, where.end)
    )


_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys("‐‑", "-"))


def fold(word: str) -> str:
    """The word for comparing: case folded, apostrophes and hyphens of one shape.

    >>> fold("Can’t")
    "can't"
    """
    return word.translate(_STRAIGHT).casefold()
