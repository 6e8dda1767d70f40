"""Cuts a text into windows that overlap, and joins what the network says of each.

A window takes as many words as fit.  The next begins at a paragraph break if
there is one just before the part they have to share, so that it begins like a
text.  Of the windows that hold a word, the one speaks where it stands
farthest from a cut, so that no span is cut at a seam.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.inference.files import Settings
from rashomon.inference.words import Integers, Quote, Words

__all__ = ["Floats", "Window", "features", "join", "windows"]

Floats = NDArray[np.float32]
Window = tuple[int, int]
"""The number of the first word of a window, and of the first behind it."""

_FRAME = 2  # pieces of a window that hold no word: its beginning and its end
_UNCUT = 1 << 40  # farther from a cut than any word: the text itself begins or ends here


def windows(words: Words, settings: Settings) -> Iterator[Window]:
    """The windows of a text; together they hold each word.

    Each goes on at least half of its pieces, so there are at most four for a
    window's length of text.
    """
    room = settings.window - _FRAME
    breaks = np.flatnonzero(words.breaks)
    start = 0
    while start < len(words):
        end = _before(words, int(words.bounds[start]) + room)
        yield start, end
        if end == len(words):
            return
        shared = _before(words, int(words.bounds[end]) - settings.overlap)
        least = max(start + 1, _before(words, int(words.bounds[start]) + room // 2))
        fitting = int(np.searchsorted(breaks, shared, side="right")) - 1
        start = max(least, shared, start + 1) if fitting < 0 else _start(int(breaks[fitting]), least, shared)


def _start(at_break: int, least: int, shared: int) -> int:
    """At the break, unless that would make little headway."""
    return at_break if at_break >= least else max(least, shared)


def _before(words: Words, piece: int) -> int:
    """How many words end at or before this piece."""
    return int(np.searchsorted(words.bounds, piece, side="right")) - 1


def features(words: Words, window: Window, settings: Settings) -> tuple[Integers, Integers, Integers]:
    """Pieces and quote numbers of a window, framed, and where in them each word's first piece is."""
    begin, end = (int(words.bounds[word]) for word in window)
    pieces = np.empty(end - begin + _FRAME, np.int64)
    pieces[0], pieces[-1] = settings.cls, settings.sep
    pieces[1:-1] = words.pieces[begin:end]
    quotes = np.full(len(pieces), Quote.OUTSIDE, np.int64)
    quotes[1:-1] = words.quotes[begin:end]
    inside = slice(*window)
    return pieces, quotes, words.bounds[inside] - begin + 1 + words.breaks[inside]


def join(words: Words, parts: Sequence[tuple[Window, Floats]], tags: int) -> Floats:
    """A row of scores for each word of the text, from those of the windows."""
    scores = np.zeros((len(words), tags), np.float32)
    best = np.full(len(words), -1, np.int64)
    for (start, end), rows in parts:
        numbers = np.arange(start, end)
        behind = numbers - start if start else np.full(end - start, _UNCUT)
        ahead = end - 1 - numbers if end < len(words) else np.full(end - start, _UNCUT)
        distance = np.minimum(behind, ahead)
        better = distance > best[start:end]
        scores[start:end][better] = rows[better]
        best[start:end][better] = distance[better]
    return scores
