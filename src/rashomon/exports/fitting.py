"""Lines for a terminal that are never wider than it: words with styles, broken only between pieces.

How many cells words take is asked of `measure`, so that nothing here needs a console.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rashomon.exports.display import shortened

__all__ = ["Line", "Measure", "cut_to", "fitted"]

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
