r"""A text as the tagger's network sees it: words, and the pieces of each.

Words are runs of letters and digits, or single marks (``\w+|[^\w\s]``).  Each
is cut by the tokenizer into pieces on its own.  A word behind a paragraph
break has one more piece before its first.  Each piece knows whether it stands
within quotation marks, by a small state machine that a break resets: a mark
that is not closed does harm to its own paragraph only.

Everything is kept in flat arrays, so that a window is a slice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.model import Passages

__all__ = ["Integers", "Lexicon", "Quote", "Words", "read_words"]

Integers = NDArray[np.int64]

_WORD = re.compile(r"\w+|[^\w\s]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTERS = 128  # of a word are looked at; the tokenizer gives up on words of over 100
_PIECES = 32  # of a word are read; only a run of Chinese or the like has more
_CACHE = 100_000  # words; a million words of news hold half as many different ones


class Quote:
    """Where a piece stands as to quotation marks: the numbers the network was trained with."""

    OUTSIDE = 0
    INSIDE = 1
    OPENING = 2
    CLOSING = 3
    BREAK = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one text (arrays of one number a word) and their pieces (flat, of all words in a row).

    Attributes:
        starts: offset of each word's first code point.
        ends: offset behind its last.
        breaks: whether a paragraph break stands before the word.
        lettered: how many words up to and with this one hold a letter or digit.
        pieces: the pieces, a break's among them, of the whole text.
        quotes: for each piece, a number of `Quote`.
        bounds: where the pieces of each word begin, its break's among them; one more for the end.
    """

    starts: Integers
    ends: Integers
    breaks: NDArray[np.bool_]
    lettered: Integers
    pieces: Integers
    quotes: Integers
    bounds: Integers

    def __len__(self) -> int:
        return len(self.starts)


class Lexicon:
    """The pieces of words, looked up once a word; of bounded size."""

    def __init__(self, tokenizer: Tokenizer, unknown: int) -> None:
        self._tokenizer = tokenizer
        self._unknown = [unknown]
        self._known: dict[str, list[int]] = {}

    def pieces(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word; at least one, at most 32."""
        if len(self._known) > _CACHE:
            self._known.clear()
        new = list({word for word in words if word not in self._known})
        cut = [_SURROGATE.sub("\ufffd", word[:_LETTERS]) for word in new]
        encoded = self._tokenizer.encode_batch(cut, add_special_tokens=False)
        for word, encoding in zip(new, encoded, strict=True):
            self._known[word] = encoding.ids[:_PIECES] or self._unknown
        return [self._known[word] for word in words]


def read_words(passages: Passages, lexicon: Lexicon, newline: int) -> Words:
    """The words within the spans; `newline` is the piece that stands for a paragraph break."""
    places: list[tuple[int, int]] = []
    breaks: list[bool] = []
    for span in passages.spans:
        found = [match.span() for match in _WORD.finditer(passages.text, span.start, span.end)]
        breaks += [bool(places), *[False] * (len(found) - 1)] if found else []
        places += found
    words = [passages.text[start:end] for start, end in places]
    pieces = lexicon.pieces(words)
    quotes = _quotes(words, breaks)
    spots = np.array(places, np.int64).reshape(-1, 2)
    return Words(
        starts=spots[:, 0],
        ends=spots[:, 1],
        breaks=np.array(breaks, np.bool_),
        lettered=np.cumsum([word[0].isalnum() for word in words], dtype=np.int64),
        **_flat(pieces, quotes, breaks, newline),
    )


def _quotes(words: Sequence[str], breaks: Sequence[bool]) -> list[int]:
    """The number of `Quote` of each word."""
    out: list[int] = []
    inside = False
    for word, fresh in zip(words, breaks, strict=True):
        inside = inside and not fresh
        if word == "“" or (word == '"' and not inside):
            inside = True
            out.append(Quote.OPENING)
        elif word in ("”", '"'):
            inside = False
            out.append(Quote.CLOSING)
        else:
            out.append(Quote.INSIDE if inside else Quote.OUTSIDE)
    return out


def _flat(
    pieces: Sequence[list[int]], quotes: Sequence[int], breaks: Sequence[bool], newline: int
) -> dict[str, Integers]:
    """Pieces, their quote numbers and the bounds of the words, breaks put in."""
    before = np.array(breaks, np.int64)
    counts = np.fromiter(map(len, pieces), np.int64, len(pieces)) + before
    bounds = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
    flat = np.empty(bounds[-1], np.int64)
    features = np.repeat(np.array(quotes, np.int64), counts)
    broken = np.zeros(bounds[-1], np.bool_)
    broken[bounds[:-1][before > 0]] = True
    flat[broken] = newline
    flat[~broken] = np.fromiter(chain.from_iterable(pieces), np.int64, int((~broken).sum()))
    features[broken] = Quote.BREAK
    return {"pieces": flat, "quotes": features, "bounds": bounds}
