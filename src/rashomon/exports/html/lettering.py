"""Words in a drawing: how wide they will be, about, and where they are broken and cut.

No font is at hand where the page is made, so widths are told by classes of letters,
a little on the broad side for the usual sans-serif faces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

__all__ = ["cut", "lines", "width_of"]

_NARROW = frozenset("iIjl.,:;'|!’‘·`")
_SLIM = frozenset('frt()[]{}-–/\\ “”"*°')
_BROAD = frozenset("mwMW@%&—…")
_WHOLE = 0.6  # of the letters that there is room for: so many must whole words fill
_ASIAN = frozenset("WF")


def width_of(words: str, size: float) -> float:
    """About how wide the words are, in the unit of the letters' size."""
    return size * sum(map(_em, words))


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.3
    if letter in _SLIM:
        return 0.4
    if letter in _BROAD:
        return 0.92
    if letter.isascii():
        return 0.7 if letter.isupper() else 0.57
    if unicodedata.combining(letter):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(letter) in _ASIAN else 0.68


def cut(words: str, room: float, size: float) -> str:
    """The words, or as many of them as there is room for, and ``…``; a long word is cut within.

    >>> cut("Ada Holt", 1000, 10), cut("Ada Holt of the harbour", 60, 10)
    ('Ada Holt', 'Ada Holt …')
    """
    if width_of(words, size) <= room:
        return words
    left = room - width_of(" …", size)
    kept = 0
    for letter in words:
        left -= size * _em(letter)
        if left < 0:
            break
        kept += 1
    blank = words.rfind(" ", 0, kept + 1)
    return f"{words[: blank if blank > kept * _WHOLE else kept].rstrip()} …"


def lines(words: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """The words in at most so many lines, broken at blanks, what is left over cut.

    >>> lines("the harbour master of Oldmere", 60, 10, 2)
    ('the harbour', 'master …')
    """
    out: list[str] = []
    parts = _parts(words, room, size)
    for part in parts:
        if out and width_of(f"{out[-1]} {part}", size) <= room:
            out[-1] += f" {part}"
        elif len(out) < most:
            out.append(part)
        else:
            out[-1] = cut(f"{out[-1]} {part} {' '.join(parts)}", room, size)
    return tuple(out)


def _parts(words: str, room: float, size: float) -> Iterator[str]:
    """The words one by one; one that is too long for a line in pieces."""
    for word in words.split():
        piece, wide = "", 0.0
        for letter in word:
            step = size * _em(letter)
            if piece and wide + step > room:
                yield piece
                piece, wide = "", 0.0
            piece, wide = piece + letter, wide + step
        yield piece
