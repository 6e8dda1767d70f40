"""The words of all witnesses in columns: one word of each in a column, or none.

The longest witness begins; each of the others, in an order that depends on the
words alone, is aligned with the columns so far, a column being worth the best
of its words.  What was aligned early did not know what came later: so every
witness that does not fit the others everywhere is then taken out and aligned
once more, and stays where it was unless that is worth more.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.collation.compounds import joined, one_of
from rashomon.collation.overlap import gaps_of, worths
from rashomon.collation.units import Unit
from rashomon.language.align import Gaps, Pair, Scores, align, anchors, value
from rashomon.model import Policy

__all__ = ["Columns", "columns_of"]

Columns = list[list[Unit | None]]
"""For each column the unit of each witness, by its number."""

_Heads = list[dict[str, tuple[Unit, int]]]
"""For each column its distinct words by their keys, each with how many rows have it."""

_TORN = 4
"""Columns that a row has nothing in between two of its words; fewer words than that are torn off."""

_BY_FEW = 0.1
"""What it is worth less to stand beside a word that next to nobody has than beside one that all have."""


def columns_of(bodies: Sequence[Sequence[Unit]], order: Sequence[int], policy: Policy) -> Columns:
    """The columns of these witnesses, each column with at least one word.

    Args:
        bodies: the units of each witness.
        order: the numbers of the witnesses, in the order in which they are taken in.
        policy: costs and limits of aligning.
    """
    twins: dict[tuple[str, ...], list[int]] = {}
    for row in order:
        twins.setdefault(tuple([unit.key for unit in bodies[row]]), []).append(row)
    first = [rows[0] for rows in twins.values()]
    distinct = joined([bodies[row] for row in first])
    grid = _refined(*_grown(distinct, gaps_of(policy)), distinct, policy)
    return _spread(grid, list(twins.values()), bodies)


def _grown(rows: Sequence[Sequence[Unit]], gaps: Gaps) -> tuple[Columns, _Heads]:
    """The columns of different rows and their words, one row after the other taken in."""
    columns: Columns = []
    heads: _Heads = []
    for number, row in enumerate(rows):
        path = _path(heads, row, gaps, number, _spine(columns, row, gaps))
        columns, heads = _with_row(columns, heads, row, number, path)
    return columns, heads


def _spine(columns: Columns, row: Sequence[Unit], gaps: Gaps) -> list[tuple[int, int]]:
    """Where the row stands opposite the first one, if it is nearly the same.

    What the others have beyond the first one does not get in the way, so that hundreds of copies of one
    text cost no more each than the first few.
    """
    first = [(at, unit.key) for at, column in enumerate(columns) if (unit := column[0]) is not None]
    if len(first) == len(columns):
        return []
    found = anchors([key for _, key in first], [unit.key for unit in row], gaps)
    return [(first[at][0], i) for at, i in found]


def _heads(columns: Columns) -> _Heads:
    """The distinct words of each column, those of earlier rows first."""
    heads: _Heads = [{} for _ in columns]
    for head, column in zip(heads, columns, strict=True):
        for unit in column:
            if unit is not None:
                known = head.get(unit.key)
                head[unit.key] = (known[0], known[1] + 1) if known else (unit, 1)
    return heads


def _path(
    heads: _Heads, row: Sequence[Unit], gaps: Gaps, rows: int, fixed: Sequence[tuple[int, int]] = ()
) -> list[Pair]:
    """The best way to set the row beside the columns of so many rows with these words."""
    one, other = [next(iter(head)) for head in heads], [unit.key for unit in row]
    if one == other:
        return [(at, at) for at in range(len(one))]
    return align(one, other, _scores(heads, row, rows), gaps, fixed)


def _scores(heads: _Heads, row: Sequence[Unit], rows: int) -> Scores:
    """What it is worth to set units of the row in a column: as much as opposite the best of its words."""

    def scores(at: int, where: range) -> Sequence[float]:
        units = row[where.start : where.stop]
        found = [
            worths(known, units) if count == rows else _lowered(worths(known, units), 1 - count / rows)
            for known, count in heads[at].values()
        ]
        return found[0] if len(found) == 1 else [max(worth) for worth in zip(*found, strict=True)]

    return scores


def _lowered(worth: list[float], lacking: float) -> list[float]:
    """What a word is worth that this share of the others has not."""
    less = _BY_FEW * lacking
    return [value - less if value > less else value for value in worth]


def _with_row(
    columns: Columns, heads: _Heads, row: Sequence[Unit], number: int, path: Sequence[Pair]
) -> tuple[Columns, _Heads]:
    """Columns and their words with one more row, of this number, set beside them as the path says."""
    wider: Columns = []
    words: _Heads = []
    for at, i in path:
        column: list[Unit | None] = columns[at] if at is not None else [None] * number
        head = heads[at] if at is not None else {}
        if i is None:
            column.append(None)
        else:
            unit = row[i]
            column.append(unit)
            known = head.get(unit.key)
            head[unit.key] = (known[0], known[1] + 1) if known else (unit, 1)
        wider.append(column)
        words.append(head)
    return wider, words


def _refined(columns: Columns, heads: _Heads, rows: Sequence[Sequence[Unit]], policy: Policy) -> Columns:
    """The columns after every row that may fit elsewhere was aligned with all others once more."""
    if not 2 < len(rows) <= policy.alignment_refined:
        return columns
    open_ones = _open(columns, heads)
    for number, row in enumerate(rows):
        if _may_move(open_ones, number, len(row)):
            columns = _again(columns, row, number, gaps_of(policy))
            open_ones = _open(columns, _heads(columns))
    return columns


def _again(columns: Columns, row: Sequence[Unit], number: int, gaps: Gaps) -> Columns:
    """The columns after this row was taken out and aligned again, or as they were if that is no better."""
    rows = len(columns[0])
    kept = [at for at, column in enumerate(columns) if any([*column[:number], *column[number + 1 :]])]
    others = [[*columns[at][:number], None, *columns[at][number + 1 :]] for at in kept]
    heads = _heads(others)
    path, known = _path(heads, row, gaps, rows - 1), _known(columns, kept, number)
    if path == known:
        return columns
    same = next((at for at, (a, b) in enumerate(zip(path, known, strict=False)) if a != b), 0)
    while same and None in path[same - 1]:
        same -= 1
    before = sum(at is not None for at, _ in path[:same]), sum(i is not None for _, i in path[:same])
    scores, sizes = _scores(heads, row, rows - 1), (len(heads), len(row))
    new, old = (value(way[same:], scores, gaps, sizes, before) for way in (path, known))
    return _replaced(others, row, number, rows, path) if new > old else columns


_Open = list[tuple[Sequence[Unit | None], dict[str, tuple[Unit, int]]]]
"""Columns with their words."""


def _open(columns: Columns, heads: _Heads) -> _Open:
    """The columns in which not all have the same word; an empty one for telling words that all have."""
    out: _Open = []
    for column, head in zip(columns, heads, strict=True):
        if len(head) > 1 or None in column:
            out.append((column, head))
        elif column[0] and column[0].is_content and out and out[-1][0]:
            out.append(((), {}))
    return out


def _may_move(open_ones: _Open, number: int, size: int) -> bool:
    """Whether the row, of so many words, may stand better elsewhere.

    So it may if it is torn apart, or has words by itself that others have where it has another or none.
    In a row that mostly fits, both must be near: up to the next telling word it has in common.
    """
    lone: set[str] = set()
    missing: set[str] = set()
    stretches = [(lone, missing)]
    gap = longest = 0
    for column, head in open_ones:
        unit = column[number] if column else None
        if unit is None and column:
            missing.update(head)
            gap += 1
            longest = max(gap, longest)
            continue
        gap = 0
        if unit and head[unit.key][1] == 1:
            missing.update([key for key in head if key != unit.key])
            lone.add(unit.key)
        elif not unit or unit.is_content:
            lone, missing = set(), set()
            stretches.append((lone, missing))
    alone = set().union(*[own for own, _ in stretches])
    if 2 * len(alone) > size:
        return not alone.isdisjoint(set().union(*[there for _, there in stretches]))
    near = any(not own.isdisjoint(there) for own, there in stretches)
    return near or (longest >= _TORN and _torn(open_ones, number))


def _torn(open_ones: _Open, number: int) -> bool:
    """Whether a long gap parts the first few words of the row, or the last few, from the others."""
    runs, gap = [0], 0
    for column, _ in open_ones:
        if column and column[number] is None:
            gap += 1
            continue
        if gap >= _TORN and runs[-1]:
            runs.append(0)
        gap = 0
        runs[-1] += 1 if column else _TORN
    return len(runs) > 1 and min(runs[0], runs[-1]) < _TORN


def _known(columns: Columns, kept: Sequence[int], number: int) -> list[Pair]:
    """How the row stands beside the columns of the others now."""
    place = {at: new for new, at in enumerate(kept)}
    out: list[Pair] = []
    count = 0
    for at, column in enumerate(columns):
        here = column[number] is not None
        out.append((place.get(at), count if here else None))
        count += here
    return out


def _replaced(others: Columns, row: Sequence[Unit], number: int, rows: int, path: Sequence[Pair]) -> Columns:
    """The columns of the others with the row set beside them as the path says."""
    out: Columns = []
    for at, i in path:
        column: list[Unit | None] = others[at] if at is not None else [None] * rows
        column[number] = row[i] if i is not None else None
        out.append(column)
    return out


def _spread(grid: Columns, twins: Sequence[Sequence[int]], bodies: Sequence[Sequence[Unit]]) -> Columns:
    """The columns of all witnesses from those of the different ones; twins have the same words."""
    if len(twins) == len(bodies):
        number_of = {rows[0]: number for number, rows in enumerate(twins)}
        places = [number_of[row] for row in range(len(bodies))]
        return [[column[place] for place in places] for column in grid]
    out: Columns = [[None] * len(bodies) for _ in grid]
    for number, rows in enumerate(twins):
        held = [(at, unit) for at, column in enumerate(grid) if (unit := column[number]) is not None]
        for at, unit in held:
            out[at][rows[0]] = unit
        for row in rows[1:]:
            start = 0
            for at, unit in held:
                size = len(unit.parts) or 1
                out[at][row] = _like(unit, bodies[row][start : start + size])
                start += size
    return out


def _like(unit: Unit, units: Sequence[Unit]) -> Unit:
    """The units of another witness joined as this one is."""
    if not unit.parts:
        return units[0]
    return one_of(units, unit.key)
