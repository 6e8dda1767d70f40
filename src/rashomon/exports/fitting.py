"""Lines for a terminal that are never wider than it: words with styles, broken only between pieces.

How many cells words take is asked of `measure`, so that nothing here needs a console.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rashomon.exports.display import shortened

__all__ = ["Line", "Measure", "cut_to", "fitted", "flowed"]

Line = tuple[tuple[str, str], ...]
"""Words with the style of each."""

Measure = Callable[[str], int]


def cut_to(words: str, room: int, measure: Measure) -> str:
    """At most `room` cells of the words, on one line.

    >>> cut_to("Ada Holt of the harbour", 12, len)
    'Ada Holt …'
    """
    length = room
    cut = shortened(words, length)
    while measure(cut) > room and length > 1:
        length -= max(1, (measure(cut) - room) // 2)
        cut = shortened(words, length)
    return cut


def fitted(
    head: Line, pieces: Iterable[Line], *, width: int, indent: int, measure: Measure, between: str = " "
) -> Iterator[Line]:
    """The head and the pieces, in as many lines as they need; later lines begin further in.

    Args:
        head: never broken; if it is blank the first piece follows at once.
        pieces: never broken; each fits a line of its own, or is the caller's fault.
        width: in cells.
        indent: blanks before each line but the first.
        measure: how many cells words take.
        between: what stands between a piece and what goes before it in its line.

    >>> [*fitted((("Ada", ""),), [(("one", ""),), (("two", ""),)], width=8, indent=2, measure=len)]
    [(('Ada', ''), (' ', 'dim'), ('one', '')), (('  ', ''), ('two', ''))]
    """
    line = list(head)
    bare = not "".join(words for words, _ in head).strip()
    for piece in pieces:
        wide = sum(measure(words) for words, _ in (*line, *piece)) + (0 if bare else measure(between))
        if wide > width and not bare:
            yield tuple(line)
            line, bare = [(" " * indent, "")], True
        line += piece if bare else [(between, "dim"), *piece]
        bare = False
    yield tuple(line)


def flowed(
    head: Line, parts: Iterable[tuple[str, str]], *, width: int, indent: int, measure: Measure
) -> Iterator[Line]:
    """The head and the parts as running text, broken at blanks; later lines begin further in.

    A word wider than the room has to itself is cut.

    >>> [*flowed((("1 ", ""),), [("one two", ""), (" three", "dim")], width=9, indent=2, measure=len)]
    [(('1 ', ''), ('one ', ''), ('two', '')), (('  ', ''), ('three', 'dim'))]
    """
    line, taken = list(head), sum(measure(words) for words, _ in head)
    fresh = True
    for word, style in _words(parts):
        piece = word.lstrip() if fresh else word
        if not fresh and taken + measure(piece.rstrip()) > width:
            yield _trimmed(line)
            line, taken, piece = [(" " * indent, "")], indent, word.lstrip()
        if taken + measure(piece.rstrip()) > width:
            piece = cut_to(piece, width - taken, measure)
        line.append((piece, style))
        taken += measure(piece)
        fresh = False
    yield _trimmed(line)


def _words(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The words with the blanks after them; those that begin a part keep the blank before, too."""
    for words, style in parts:
        yield from ((found, style) for found in re.findall(r"\s*\S+\s*", words))


def _trimmed(line: list[tuple[str, str]]) -> Line:
    while len(line) > 1 and not line[-1][0].strip():
        line.pop()
    return (*line[:-1], (line[-1][0].rstrip(), line[-1][1]))
