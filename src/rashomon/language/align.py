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

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.language.fixedpoints import Keys, Run, common, extended
from rashomon.language.gotoh import FORBIDDEN, Box, Gaps, Pair, Scores, apart, filled

__all__ = ["FORBIDDEN", "Gaps", "Pair", "Scores", "align", "anchors", "value"]

_DEEPEST = 12
_TAKE_BOTH, _TAKE_ONE, _TAKE_OTHER = 0, 1, 2


def align(
    one: Keys,
    other: Keys,
    scores: Scores,
    gaps: Gaps,
    fixed: Sequence[tuple[int, int]] = (),
) -> list[Pair]:
    """Each position of both sequences once, in order, opposite its counterpart or a gap.

    Args:
        one: keys of the first sequence; equal keys are what long stretches are anchored on.
        other: keys of the second.
        scores: what it is worth to set each of a range of the first opposite each of a range of the second.
        gaps: costs and limits.
        fixed: positions that stand opposite each other whatever they are worth, both rising.

    >>> gaps = Gaps(open=1, extend=0.2, sure=100, cells=100, common_cells=100)
    >>> def worth(places, others):
    ...     return [[1.0 if "abd"[i] == "abcd"[j] else -1.0 for j in others] for i in places]
    >>> align("abd", "abcd", worth, gaps)
    [(0, 0), (1, 1), (None, 2), (2, 3)]
    """
    out: list[Pair] = []
    task = _Task(one, other, scores, gaps, out)
    whole = Box(0, len(one), 0, len(other), first=True, last=True)
    if fixed:
        _between(whole, [(i, j, 1) for i, j in fixed], task, lambda box: _solve(box, task))
    elif one and other:
        _solve(whole, task)
    else:
        out.extend(apart(whole))
    return out


def anchors(one: Keys, other: Keys, gaps: Gaps) -> list[tuple[int, int]]:
    """What of two sequences is fixed without a table if they are nearly the same; nothing otherwise.

    >>> gaps = Gaps(open=1, extend=0.2, sure=100, cells=100, common_cells=100)
    >>> anchors("abcdef", "abcxef", gaps), anchors("abcdef", "ghijkl", gaps)
    ([(0, 0), (1, 1), (2, 2), (4, 4), (5, 5)], [])
    """
    whole = Box(0, len(one), 0, len(other), first=True, last=True)
    return [(i + step, j + step) for i, j, size in common(one, other, whole, gaps) for step in range(size)]


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
    >>> value([(0, 0), (None, 1), (None, 2), (1, 3)], lambda i, j: [[1.0]], gaps, (2, 4))
    0.8
    """
    total, last = 0.0, _TAKE_BOTH
    for i, j in path:
        if i is not None and j is not None:
            total, last = total + scores(range(i, i + 1), range(j, j + 1))[0][0], _TAKE_BOTH
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

    one: Keys
    other: Keys
    scores: Scores
    gaps: Gaps
    out: list[Pair]


def _solve(box: Box, task: _Task, depth: int = 0) -> None:
    """Align the box, cut at its fixed points if it is too large to be filled as it is."""
    one, one_stop, other, other_stop, _, _ = box
    cells = (one_stop - one) * (other_stop - other)
    gaps = task.gaps
    if cells <= gaps.sure:
        task.out.extend(filled(box, task.scores, gaps))
        return
    keys = task.one, task.other
    found = common(*keys, box, gaps) or extended(*keys, box) if depth < _DEEPEST else []
    if found:
        _between(box, found, task, lambda piece: _solve(piece, task, depth + 1))
        return
    if gaps.cells < cells:
        found = common(*keys, box, gaps, faint=True)
    _between(box, found, task, lambda piece: task.out.extend(filled(piece, task.scores, gaps)))


def _between(box: Box, runs: Sequence[Run], task: _Task, solve: Callable[[Box], None]) -> None:
    """Put out the runs, and solve the boxes before, between and behind them, in order."""
    out = task.out
    at_one, one_stop, at_other, other_stop, first, last = box
    for i, j, size in runs:
        if i > at_one and j > at_other:
            solve(Box(at_one, i, at_other, j, first, last=False))
        elif i > at_one:
            out.extend([(at, None) for at in range(at_one, i)])
        elif j > at_other:
            out.extend([(None, at) for at in range(at_other, j)])
        at_one, at_other, first = i + size, j + size, False
        out.extend(zip(range(i, at_one), range(j, at_other), strict=True))
    rest = Box(at_one, one_stop, at_other, other_stop, first, last)
    if at_one < one_stop and at_other < other_stop:
        solve(rest)
    else:
        out.extend(apart(rest))
