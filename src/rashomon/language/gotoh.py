"""Gotoh's table: the best alignment of two short stretches, with affine gaps.

Three states a cell (Gotoh 1982), of which only the best value and that of the
best way from above are kept; the way back works out the rest again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["FORBIDDEN", "Box", "Gaps", "Pair", "Scores", "apart", "filled"]

Pair = tuple[int | None, int | None]
"""Positions that stand opposite each other; None is a gap."""

Scores = Callable[[range, range], Sequence[Sequence[float]]]
"""What it is worth to set each of a range of the one sequence opposite each of a range of the other."""

FORBIDDEN = -1e6
"""A score that no alignment takes."""

_TWO = 2
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


class Box(NamedTuple):
    """Where what is still to be aligned of both starts and stops; whether it touches their outer ends."""

    one: int
    one_stop: int
    other: int
    other_stop: int
    first: bool
    last: bool


def apart(box: Box) -> list[Pair]:
    """Nothing of the box opposite anything."""
    gaps: list[Pair] = [(i, None) for i in range(box.one, box.one_stop)]
    gaps.extend([(None, j) for j in range(box.other, box.other_stop)])
    return gaps


def filled(box: Box, scores: Scores, gaps: Gaps) -> list[Pair]:
    """The best alignment of the box, or none of it where the box is too large."""
    i, i_stop, j, j_stop, first, last = box
    cells = (i_stop - i) * (j_stop - j)
    if not cells or cells > gaps.cells:
        return apart(box)
    if cells == 1 and not (first or last):
        worth = scores(range(i, i_stop), range(j, j_stop))[0][0]
        return [(i, j)] if worth >= -2 * gaps.open else [(i, None), (None, j)]
    if cells == _TWO and not (first or last):
        found = _two(box, scores, gaps)
        if found:
            return found
    lines = _lines(box, scores, gaps)
    return _back(box, lines, _end(box, lines), gaps)


def _two(box: Box, scores: Scores, gaps: Gaps) -> list[Pair]:
    """One position opposite the better of two, the later one where they are equal; none if forbidden."""
    i, i_stop, j, j_stop, _, _ = box
    wide = j_stop - j == _TWO
    former, later = [worth for row in scores(range(i, i_stop), range(j, j_stop)) for worth in row]
    if max(former, later) < -gaps.open:
        return []
    if later >= former:
        return [(None, j), (i, j + 1)] if wide else [(i, None), (i + 1, j)]
    return [(i, j), (None, j + 1)] if wide else [(i, j), (i + 1, None)]


_Line = tuple[Sequence[float], list[float], list[float]]
"""Of each cell of a row its worth by itself, its best value, and that of the best way from above."""


def _lines(box: Box, scores: Scores, gaps: Gaps) -> list[_Line]:
    """Gotoh's table, row by row."""
    one, one_stop, other, other_stop, first, _ = box
    columns = range(other, other_stop)
    wide = other_stop - other
    opening, extending = (0.0, 0.0) if first else (gaps.open, gaps.extend)
    top = [0.0, *[-(opening + extending * at) for at in range(wide)]]
    line: _Line = (), top, [FORBIDDEN] * (wide + 1)
    lines = [line]
    for row, worths in enumerate(scores(range(one, one_stop), columns)):
        line = _row(worths, line, -(opening + extending * row), gaps)
        lines.append(line)
    return lines


def _row(worths: Sequence[float], above: _Line, edge: float, gaps: Gaps) -> _Line:
    """One row of the table from the row above it.

    A gap never costs less opened than drawn on, so that the best value of a cell is all that needs to be
    known of it where one opens.
    """
    opening, extending = gaps.open, gaps.extend
    best, lower = edge, FORBIDDEN
    values, uppers = [edge], [edge]
    add_value, add_upper = values.append, uppers.append
    _, over_all, upper_all = above
    for worth, corner, over, upper in zip(worths, over_all, over_all[1:], upper_all[1:], strict=False):
        lower -= extending
        best -= opening
        if best > lower:
            lower = best
        upper -= extending
        over -= opening
        if over > upper:
            upper = over
        best = corner + worth
        if upper > best:
            best = upper
        if lower > best:
            best = lower
        add_value(best)
        add_upper(upper)
    return worths, values, uppers


def _end(box: Box, lines: Sequence[_Line]) -> tuple[int, int]:
    """Row and column of the cell where the best way ends: the last one, or any at an outer end."""
    tall, wide = len(lines) - 1, box.other_stop - box.other
    if not box.last:
        return tall, wide
    _, row, column = max([(line[1][wide], row, wide) for row, line in enumerate(lines) if row])
    best = lines[row][1][column]
    for at, ends in enumerate(lines[tall][1]):
        if ends >= best:
            best, row, column = ends, tall, at
    return row, column


def _back(box: Box, lines: Sequence[_Line], end: tuple[int, int], gaps: Gaps) -> list[Pair]:
    """The way back from the end, read forwards."""
    row, column = end
    one, other = box.one - 1, box.other - 1
    out: list[Pair] = [(None, j) for j in range(box.other_stop - 1, other + column, -1)]
    out.extend([(i, None) for i in range(box.one_stop - 1, one + row, -1)])
    state = _state(lines, row, column)
    while row and column:
        if state == _TAKE_BOTH:
            out.append((one + row, other + column))
            row, column = row - 1, column - 1
            state = _state(lines, row, column)
        elif state == _TAKE_ONE:
            out.append((one + row, None))
            row -= 1
            _, bests, uppers = lines[row]
            drawn = uppers[column] - gaps.extend > bests[column] - gaps.open
            state = _TAKE_ONE if drawn else _state(lines, row, column)
        else:
            out.append((None, other + column))
            column -= 1
            best = lines[row][1][: column + 1]
            drawn = _lower(best, gaps) - gaps.extend > best[column] - gaps.open
            state = _TAKE_OTHER if drawn else _state(lines, row, column)
    out.extend([(one + at, None) for at in range(row, 0, -1)])
    out.extend([(None, other + at) for at in range(column, 0, -1)])
    return out[::-1]


def _state(lines: Sequence[_Line], row: int, column: int) -> int:
    """How the best way comes to a cell: a pair before a gap of the other, that before one of the first."""
    if not row or not column:
        return _TAKE_OTHER if column else _TAKE_ONE
    worths, bests, uppers = lines[row]
    best = bests[column]
    if best == lines[row - 1][1][column - 1] + worths[column - 1]:
        return _TAKE_BOTH
    return _TAKE_ONE if best == uppers[column] else _TAKE_OTHER


def _lower(best: Sequence[float], gaps: Gaps) -> float:
    """The value of the best way along a row that ends in a gap at its last cell."""
    lower = FORBIDDEN
    for value_before in best[:-1]:
        lower = max(value_before - gaps.open, lower - gaps.extend)
    return lower
