"""Passages that two texts share word for word, or nearly.

Words in a row that stand in both are found by an index of short runs and
extended as far as the texts agree; agreeing stretches that only a few words
part belong to one passage.  Linear in the length of the two texts, but for
what repeats itself, of which a few places each are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Gram", "Grams", "Passage", "grams", "passages"]

_PLACES = 6
"""Places of one run of words that are tried; a text that repeats itself has many."""

Gram = tuple[int, ...]
"""The numbers of some words in a row."""
Grams = Mapping[Gram, Sequence[int]]
"""Where each run of words of one size starts in a text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words `one` to `one_end` of a text, and `other` to `other_end` of another, that are nearly the same.

    `equal` words agree, `longest` of them in a row, the first of these at `row`.
    """

    one: int
    one_end: int
    other: int
    other_end: int
    equal: int
    longest: int
    row: int

    @property
    def share(self) -> float:
        """The equal words, as a share of the longer side."""
        return self.equal / max(self.one_end - self.one, self.other_end - self.other)


def grams(words: Sequence[int], size: int) -> dict[Gram, list[int]]:
    """Where each run of `size` words starts; of one that is repeated the first few places."""
    found: dict[Gram, list[int]] = {}
    for at, gram in enumerate(_in_row(words, size)):
        places = found.setdefault(gram, [])
        if len(places) < _PLACES:
            places.append(at)
    return found


def _in_row(words: Sequence[int], size: int) -> Iterator[Gram]:
    """All runs of `size` words, in order."""
    return zip(*(words[step:] for step in range(size)), strict=False)


def passages(one: Sequence[int], other: Sequence[int], index: Grams, gap: int) -> Iterator[Passage]:
    """The passages of two texts, in the order of the first; they do not overlap in it.

    Args:
        one: numbers of the words of a text.
        other: of the other text.
        index: `grams` of the other text.
        gap: the most words on either side that part two stretches of one passage.

    >>> first, second = [1, 2, 3, 4, 5, 6, 7, 8], [9, 1, 2, 3, 4, 0, 6, 7, 8]
    >>> list(passages(first, second, grams(second, 3), gap=2))
    [Passage(one=0, one_end=8, other=1, other_end=9, equal=7, longest=4, row=0)]
    """
    open_: Passage | None = None
    for i, j, length in _runs(one, other, index):
        if open_ is not None and 0 <= i - open_.one_end <= gap and 0 <= j - open_.other_end <= gap:
            longest, row = max((open_.longest, open_.row), (length, i), key=lambda found: found[0])
            ends, equal = (i + length, j + length), open_.equal + length
            open_ = Passage(open_.one, ends[0], open_.other, ends[1], equal, longest, row)
            continue
        if open_ is not None:
            yield open_
        open_ = Passage(i, i + length, j, j + length, length, length, i)
    if open_ is not None:
        yield open_


def _runs(one: Sequence[int], other: Sequence[int], index: Grams) -> Iterator[tuple[int, int, int]]:
    """Where both agree, and how far; of several places the longest, then the next behind."""
    if not index:
        return
    size = len(next(iter(index)))
    at, behind = 0, 0
    for start, gram in enumerate(_in_row(one, size)):
        places = index.get(gram) if start >= at else None
        if places is None:
            continue
        at = start
        tried = [(_length(one, other, at, j), j) for j in places]
        length, j = max(tried, key=lambda found: (found[0], found[1] >= behind, -found[1]))
        yield at, j, length
        at, behind = at + length, j + length


def _length(one: Sequence[int], other: Sequence[int], i: int, j: int) -> int:
    """For how many words both agree from here."""
    most = min(len(one) - i, len(other) - j)
    step = 0
    while step < most and one[i + step] == other[j + step]:
        step += 1
    return step
