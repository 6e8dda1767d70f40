"""Global alignment of two sequences with affine gaps, made safe for long ones.

Short sequences go through the three-state dynamic programme of Gotoh (1982).
Longer ones are cut at fixed points first, and the programme runs between them.
Where the two are nearly the same, these are the runs of the longest common
subsequence, found bit-parallel by rapidfuzz.  Otherwise they are n-grams that
are unique on both sides (the idea of patience diff) with all that is equal next
to them; and where even a stretch between two of those is too large, long runs
of the common subsequence again.  What is still too large then stays unaligned,
so that the work is bounded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

__all__ = ["FORBIDDEN", "Gaps", "Pair", "Scores", "align", "anchors", "value"]

Pair = tuple[int | None, int | None]
"""Positions that stand opposite each other; None is a gap."""

Scores = Callable[[int, range], Sequence[float]]
"""What it is worth to set a position of the one sequence opposite each of a range of the other."""

FORBIDDEN = -1e6
"""A score that no alignment takes."""

_ANCHOR = 4
_NEAR_ANCHOR = 2
_GOOD_PART = 0.7
_NEAR_CELLS = 1_000_000
_DEEPEST = 12
_TAKE_BOTH, _TAKE_ONE, _TAKE_OTHER = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """What gaps cost, and the sizes (cells of the table) up to which work is done.

    Attributes:
        open: cost of the first place of a gap; gaps at the two outer ends are free.
        extend: cost of each further place.
        sure: the largest table that is filled without looking for fixed points first.
        cells: the largest table for the dynamic programme.
        common_cells: the largest table for the longest common subsequence.
    """

    open: float
    extend: float
    sure: int
    cells: int
    common_cells: int


@dataclass(slots=True)
class _Box:
    """The stretch of both sequences still to be aligned, and whether it touches their outer ends."""

    one: range
    other: range
    first: bool
    last: bool

    @property
    def cells(self) -> int:
        return len(self.one) * len(self.other)


def align(
    one: Sequence[Hashable],
    other: Sequence[Hashable],
    scores: Scores,
    gaps: Gaps,
    fixed: Sequence[tuple[int, int]] = (),
) -> list[Pair]:
    """Each position of both sequences once, in order, opposite its counterpart or a gap.

    Args:
        one: keys of the first sequence; equal keys are what long stretches are anchored on.
        other: keys of the second.
        scores: what it is worth to set a position of the first opposite each of a range of the second.
        gaps: costs and limits.
        fixed: positions that stand opposite each other whatever they are worth, both rising.

    >>> gaps = Gaps(open=1, extend=0.2, sure=100, cells=100, common_cells=100)
    >>> align("abd", "abcd", lambda i, js: [1.0 if "abd"[i] == "abcd"[j] else -1.0 for j in js], gaps)
    [(0, 0), (1, 1), (None, 2), (2, 3)]
    """
    out: list[Pair] = []
    task = _Task(one, other, scores, gaps, out)
    for piece in _cut(task.whole, fixed):
        if isinstance(piece, _Box):
            _solve(piece, task)
        else:
            out.append(piece)
    return out


def anchors(one: Sequence[Hashable], other: Sequence[Hashable], gaps: Gaps) -> list[tuple[int, int]]:
    """What of two sequences is fixed without a table if they are nearly the same; nothing otherwise.

    >>> gaps = Gaps(open=1, extend=0.2, sure=100, cells=100, common_cells=100)
    >>> anchors("abcdef", "abcxef", gaps), anchors("abcdef", "ghijkl", gaps)
    ([(0, 0), (1, 1), (2, 2), (4, 4), (5, 5)], [])
    """
    task = _Task(one, other, lambda i, where: [0.0] * len(where), gaps, [])
    return _common_anchors(task.whole, task)


def value(
    path: Sequence[Pair], scores: Scores, gaps: Gaps, sizes: tuple[int, int], at: tuple[int, int] = (0, 0)
) -> float:
    """What the end of an alignment is worth; gaps at the outer ends of both sequences are free.

    Args:
        path: places in a row, up to the last.
        scores: as for `align`.
        gaps: likewise.
        sizes: of the two sequences.
        at: how many positions of each stand before this part of the path.

    >>> gaps = Gaps(open=1, extend=0.2, sure=100, cells=100, common_cells=100)
    >>> value([(0, 0), (None, 1), (None, 2), (1, 3)], lambda i, js: [1.0] * len(js), gaps, (2, 4))
    0.8
    """
    total, last = 0.0, _TAKE_BOTH
    for i, j in path:
        if i is not None and j is not None:
            total, last = total + scores(i, range(j, j + 1))[0], _TAKE_BOTH
            at = at[0] + 1, at[1] + 1
            continue
        way = _TAKE_ONE if j is None else _TAKE_OTHER
        inner = 0 < at[1] < sizes[1] if j is None else 0 < at[0] < sizes[0]
        total -= (gaps.extend if last == way else gaps.open) if inner else 0.0
        at, last = (at[0] + 1, at[1]) if j is None else (at[0], at[1] + 1), way
    return total


@dataclass(slots=True)
class _Task:
    """What `align` was given, and the pairs so far."""

    one: Sequence[Hashable]
    other: Sequence[Hashable]
    scores: Scores
    gaps: Gaps
    out: list[Pair]

    @property
    def whole(self) -> _Box:
        return _Box(range(len(self.one)), range(len(self.other)), first=True, last=True)


def _solve(box: _Box, task: _Task, depth: int = 0) -> None:
    """Align the box, cut at its fixed points if it is too large to be filled as it is."""
    if box.cells <= task.gaps.sure:
        task.out.extend(_fill(box, task.scores, task.gaps))
        return
    found = _common_anchors(box, task) or _extended(box, task) if depth < _DEEPEST else []
    last = not found
    if last and task.gaps.cells < box.cells:
        found = _common_anchors(box, task, faint=True)
    for piece in _cut(box, found):
        if not isinstance(piece, _Box):
            task.out.append(piece)
        elif last:
            task.out.extend(_fill(piece, task.scores, task.gaps))
        else:
            _solve(piece, task, depth + 1)


def _cut(box: _Box, anchors: Sequence[tuple[int, int]]) -> Iterator[Pair | _Box]:
    """Anchors and the boxes between them, in order."""
    at_one, at_other, first = box.one.start, box.other.start, box.first
    for i, j in anchors:
        if i > at_one or j > at_other:
            yield _Box(range(at_one, i), range(at_other, j), first=first, last=False)
        yield i, j
        at_one, at_other, first = i + 1, j + 1, False
    if at_one < box.one.stop or at_other < box.other.stop:
        yield _Box(range(at_one, box.one.stop), range(at_other, box.other.stop), first=first, last=box.last)


def _unique_anchors(box: _Box, task: _Task) -> list[tuple[int, int]]:
    """Positions covered by n-grams that occur once on each side, in one order on both."""
    here, there = _unique_grams(task.one, box.one), _unique_grams(task.other, box.other)
    meeting = sorted((i, there[gram]) for gram, i in here.items() if gram in there)
    out: list[tuple[int, int]] = []
    last = -1, -1
    for i, j in _rising(meeting):
        known = max(last[0] - i, last[1] - j, -1) + 1
        out.extend([(i + step, j + step) for step in range(known, _ANCHOR)])
        last = out[-1]
    return out


def _extended(box: _Box, task: _Task) -> list[tuple[int, int]]:
    """The unique anchors with the equal positions that touch them on either side."""
    one, other = task.one, task.other
    out: list[tuple[int, int]] = []
    for i, j in [*_unique_anchors(box, task), (box.one.stop, box.other.stop)]:
        at_one, at_other = out[-1] if out else (-1, -1)
        if out:
            while at_one + 1 < i and at_other + 1 < j and one[at_one + 1] == other[at_other + 1]:
                at_one, at_other = at_one + 1, at_other + 1
                out.append((at_one, at_other))
        if i == box.one.stop:
            break
        back = 1
        at_one, at_other = max(at_one + 1, box.one.start), max(at_other + 1, box.other.start)
        while i - back >= at_one and j - back >= at_other and one[i - back] == other[j - back]:
            back += 1
        out.extend((i - step, j - step) for step in range(back - 1, -1, -1))
    return out


def _unique_grams(keys: Sequence[Hashable], where: range) -> dict[tuple[Hashable, ...], int]:
    inner = keys[where.start : where.stop]
    grams = list(zip(*(inner[step:] for step in range(_ANCHOR)), strict=False))
    last = dict(zip(grams, range(where.start, where.stop), strict=False))
    if len(last) == len(grams):
        return last
    first = dict(zip(reversed(grams), range(where.start + len(grams) - 1, -1, -1), strict=False))
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


def _common_anchors(box: _Box, task: _Task, *, faint: bool = False) -> list[tuple[int, int]]:
    """The longest common subsequence, as far as it comes in runs.

    None where it has less than a good part of the longer side; then chance has a hand in it, and only
    runs of an anchor's length are trusted (`faint`).
    """
    if box.cells > task.gaps.common_cells or (box.cells > _NEAR_CELLS and not faint):
        return []
    left, right = task.one[box.one.start : box.one.stop], task.other[box.other.start : box.other.stop]
    found = LCSseq.opcodes(left, right)
    runs = [(op.src_start, op.src_end - op.src_start, op.dest_start) for op in found if op.tag == "equal"]
    if not faint and sum(size for _, size, _ in runs) < _GOOD_PART * max(len(left), len(right)):
        return []
    least = _ANCHOR if faint else _NEAR_ANCHOR
    runs = [run for run in _slid(runs, left, right, box) if run[1] >= least]
    at_one, at_other = box.one.start, box.other.start
    return [(at_one + i + step, at_other + j + step) for i, size, j in runs for step in range(size)]


def _slid(
    runs: list[tuple[int, int, int]], left: Sequence[Hashable], right: Sequence[Hashable], box: _Box
) -> list[tuple[int, int, int]]:
    """The runs (start, size, start), the outermost moved up to their neighbours where the same words stand.

    So the gap that parted them comes to lie at an outer end, where it says that one of the two starts
    later or ends earlier.
    """
    if box.first and len(runs) > 1:
        (i, size, j), (k, _, m) = runs[:2]
        if i == j == 0 and left[k - size : k] == right[m - size : m] == left[:size]:
            runs[0] = k - size, size, m - size
    if box.last and len(runs) > 1:
        (k, wide, m), (i, size, j) = runs[-2:]
        k, m = k + wide, m + wide
        whole = i + size == len(left) and j + size == len(right)
        if whole and left[k : k + size] == right[m : m + size] == left[i:]:
            runs[-1] = k, size, m
    return runs


def _fill(box: _Box, scores: Scores, gaps: Gaps) -> list[Pair]:
    """The best alignment of the box, or none of it where the box is too large."""
    if not box.cells or box.cells > gaps.cells:
        return [*[(i, None) for i in box.one], *[(None, j) for j in box.other]]
    if box.cells == 1 and not (box.first or box.last):
        i, j = box.one.start, box.other.start
        return [(i, j)] if scores(i, box.other)[0] >= -2 * gaps.open else [(i, None), (None, j)]
    moves, end = _table(box, scores, gaps)
    return _back(box, moves, end)


def _table(box: _Box, scores: Scores, gaps: Gaps) -> tuple[list[bytearray], tuple[int, int, int]]:
    """The moves of Gotoh's table, two bits a state, and the cell and state where the best way ends."""
    wide, tall = len(box.other), len(box.one)
    lead = 0.0 if box.first else 1.0
    top = [0.0, *[-lead * (gaps.open + gaps.extend * j) for j in range(wide)]]
    line = _Line(top, [FORBIDDEN] * (wide + 1), bytearray([0] + [_TAKE_OTHER] * wide))
    moves = [bytearray([_TAKE_OTHER << 4] * (wide + 1))]
    best = (FORBIDDEN, 0, wide, 0)
    for row, i in enumerate(box.one, start=1):
        edge = -lead * (gaps.open + gaps.extend * (row - 1))
        line, came = _row(scores(i, box.other), line, edge, gaps)
        moves.append(came)
        if box.last:
            best = max(best, (line.best[wide], row, wide, -line.state[wide]))
    if not box.last:
        best = line.best[wide], tall, wide, -line.state[wide]
    else:
        best = max(best, *((line.best[j], tall, j, -line.state[j]) for j in range(wide + 1)))
    return moves, (best[1], best[2], -best[3])


class _Line(NamedTuple):
    """Of each cell of a row its value, that of the best way that ends in a gap of `other`, and its state."""

    best: list[float]
    upper: list[float]
    state: bytearray


def _row(scores: Sequence[float], above: _Line, edge: float, gaps: Gaps) -> tuple[_Line, bytearray]:
    """One row of the table from the row above it, and the moves to its cells.

    A gap never costs less opened than drawn on, so that the best state of a cell is all that needs to be
    known of it where one opens.
    """
    opening, extending = gaps.open, gaps.extend
    best, lower, came = edge, FORBIDDEN, _TAKE_ONE
    values, uppers, states, moves = [edge], [edge], bytearray([_TAKE_ONE]), bytearray([_TAKE_ONE << 2])
    corner, corner_state = above.best[0], above.state[0]
    for worth, over, upper, over_state in zip(
        scores, above.best[1:], above.upper[1:], above.state[1:], strict=True
    ):
        move = corner_state
        lower, drawn = best - opening, lower - extending
        if drawn > lower:
            lower, move = drawn, move | _TAKE_OTHER << 4
        else:
            move |= came << 4
        upper -= extending
        if upper > over - opening:
            move |= _TAKE_ONE << 2
        else:
            upper, move = over - opening, move | over_state << 2
        best, came = corner + worth, _TAKE_BOTH
        if upper > best:
            best, came = upper, _TAKE_ONE
        if lower > best:
            best, came = lower, _TAKE_OTHER
        values.append(best)
        uppers.append(upper)
        states.append(came)
        moves.append(move)
        corner, corner_state = over, over_state
    return _Line(values, uppers, states), moves


def _back(box: _Box, moves: list[bytearray], end: tuple[int, int, int]) -> list[Pair]:
    """The way back from the end, read forwards."""
    row, column, state = end
    out: list[Pair] = [(None, j) for j in reversed(box.other[column:])]
    out.extend((i, None) for i in reversed(box.one[row:]))
    while row or column:
        cell = moves[row][column]
        if state == _TAKE_BOTH:
            row, column, state = row - 1, column - 1, cell & 3
            out.append((box.one[row], box.other[column]))
        elif state == _TAKE_ONE:
            row, state = row - 1, (cell >> 2) & 3
            out.append((box.one[row], None))
        else:
            column, state = column - 1, (cell >> 4) & 3
            out.append((None, box.other[column]))
    return out[::-1]
