"""Where two sequences are sure to meet, without a table: the fixed points that long ones are cut at.

Either the runs of the longest common subsequence, found bit-parallel by
rapidfuzz, or n-grams that are unique on both sides (the idea of patience diff)
with all that is equal next to them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from rashomon.language.gotoh import Box, Gaps

__all__ = ["Keys", "Run", "common", "extended"]

_ANCHOR = 4
_NEAR_ANCHOR = 2
_GOOD_PART = 0.7
_NEAR_CELLS = 1_000_000

Keys = Sequence[Hashable]

Run = tuple[int, int, int]
"""Positions of both in a row that stand opposite each other: where they start, and how many."""


def _unique_anchors(one: Keys, other: Keys, box: Box) -> list[Run]:
    """Runs covered by n-grams that occur once on each side, in one order on both."""
    here, there = _grams(one, box.one, box.one_stop), _grams(other, box.other, box.other_stop)
    meeting = sorted([(here[gram], there[gram]) for gram in here.keys() & there.keys()])
    out: list[Run] = []
    at_one = at_other = -1
    for i, j in _rising(meeting):
        known = max(at_one - i, at_other - j, 0)
        out.append((i + known, j + known, _ANCHOR - known))
        at_one, at_other = i + _ANCHOR, j + _ANCHOR
    return [run for run in out if run[2] > 0]


def extended(one: Keys, other: Keys, box: Box) -> list[Run]:
    """The unique anchors with the equal positions that touch them on either side."""
    found = _unique_anchors(one, other, box)
    out: list[Run] = []
    at_one, at_other = box.one, box.other
    ends = [*found, (box.one_stop, box.other_stop, 0)]
    for number, (i, j, size) in enumerate(found):
        back = 0
        while i - back > at_one and j - back > at_other and one[i - back - 1] == other[j - back - 1]:
            back += 1
        end_one, end_other = i + size, j + size
        limit, other_limit, _ = ends[number + 1]
        while end_one < limit and end_other < other_limit and one[end_one] == other[end_other]:
            end_one, end_other = end_one + 1, end_other + 1
        out.append((i - back, j - back, end_one - i + back))
        at_one, at_other = end_one, end_other
    return out


_Gram = tuple[Hashable, ...]


def _grams(keys: Keys, start: int, stop: int) -> dict[_Gram, int]:
    """The n-grams that occur once, and where they begin."""
    inner = keys[start:stop]
    grams = list(zip(*(inner[step:] for step in range(_ANCHOR)), strict=False))
    last = dict(zip(grams, range(start, stop), strict=False))
    if len(last) == len(grams):
        return last
    first = dict(zip(reversed(grams), range(start + len(grams) - 1, -1, -1), strict=False))
    return {gram: at for gram, at in last.items() if first[gram] == at}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second members rise too (patience sorting)."""
    if all(a[1] < b[1] for a, b in pairwise(pairs)):
        return list(pairs)
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        slot = bisect_left(tails, j)
        before.append(ends[slot - 1] if slot else -1)
        tails[slot : slot + 1] = [j]
        ends[slot : slot + 1] = [index]
    out: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        out.append(pairs[at])
        at = before[at]
    return out[::-1]


def common(one: Keys, other: Keys, box: Box, gaps: Gaps, *, faint: bool = False) -> list[Run]:
    """The longest common subsequence, as far as it comes in runs.

    None where it has less than a good part of the longer side; then chance has a hand in it, and only
    runs of an anchor's length are trusted (`faint`).
    """
    short, long = sorted((box.one_stop - box.one, box.other_stop - box.other))
    cells = short * long
    if cells > gaps.common_cells or (cells > _NEAR_CELLS and not faint):
        return []
    if not faint and short < _GOOD_PART * long:
        return []
    left, right = one[box.one : box.one_stop], other[box.other : box.other_stop]
    found = LCSseq.opcodes(left, right).as_matching_blocks()
    runs = [(run.a, run.b, run.size) for run in found if run.size]
    if not faint and sum([size for _, _, size in runs]) < _GOOD_PART * long:
        return []
    least = _ANCHOR if faint else _NEAR_ANCHOR
    at_one, at_other = box.one, box.other
    return [(at_one + i, at_other + j, size) for i, j, size in _slid(runs, left, right, box) if size >= least]


def _slid(runs: list[Run], left: Keys, right: Keys, box: Box) -> list[Run]:
    """The runs, the outermost moved up to their neighbours where the same words stand.

    So the gap that parted them comes to lie at an outer end, where it says that one of the two starts
    later or ends earlier.
    """
    if box.first and len(runs) > 1:
        (i, j, size), (k, m, _) = runs[:2]
        if i == j == 0 and left[k - size : k] == right[m - size : m] == left[:size]:
            runs[0] = k - size, m - size, size
    if box.last and len(runs) > 1:
        (k, m, wide), (i, j, size) = runs[-2:]
        k, m = k + wide, m + wide
        whole = i + size == len(left) and j + size == len(right)
        if whole and left[k : k + size] == right[m : m + size] == left[i:]:
            runs[-1] = k, m, size
    return runs
