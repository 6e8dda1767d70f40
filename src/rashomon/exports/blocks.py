"""A wide table cut into blocks that stand one under the other, each as wide as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["blocks"]


def blocks(widths: Sequence[int], room: int) -> Iterator[range]:
    """Ranges of columns whose widths together fit the room; a wider column has a block of its own.

    >>> list(blocks([4, 4, 4, 20, 4], 9))
    [range(0, 2), range(2, 3), range(3, 4), range(4, 5)]
    """
    start = taken = 0
    for at, width in enumerate(widths):
        if at > start and taken + width > room:
            yield range(start, at)
            start, taken = at, 0
        taken += width
    if start < len(widths):
        yield range(start, len(widths))
