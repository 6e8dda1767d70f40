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

_Heads = list[list[Unit]]


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
    grid = _refined(_grown(distinct, gaps_of(policy)), distinct, policy)
    return _spread(grid, list(twins.values()), bodies)


def _grown(rows: Sequence[Sequence[Unit]], gaps: Gaps) -> Columns:
    """The columns of different rows, one row after the other taken in."""
    columns: Columns = []
    heads: _Heads = []
    for number, row in enumerate(rows):
        path = _path(heads, row, gaps, _spine(columns, row, gaps))
        columns, heads = _with_row(columns, row, number, path), _with_words(heads, row, path)
    return columns


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


def _with_words(heads: _Heads, row: Sequence[Unit], path: Sequence[Pair]) -> _Heads:
    """The distinct words of each column after the row was set beside them."""
    out: _Heads = []
    for at, i in path:
        head = heads[at] if at is not None else []
        if i is not None:
            unit = row[i]
            known = (unit.key, unit.kind)
            if not head or (
                (head[0].key, head[0].kind) != known and known not in [(u.key, u.kind) for u in head]
            ):
                head = [*head, unit]
        out.append(head)
    return out


def _heads(columns: Columns) -> _Heads:
    """The distinct words of each column, those of earlier rows first."""
    return [
        list({(unit.kind, unit.key): unit for unit in reversed(column) if unit is not None}.values())[::-1]
        for column in columns
    ]


def _path(
    heads: _Heads, row: Sequence[Unit], gaps: Gaps, fixed: Sequence[tuple[int, int]] = ()
) -> list[Pair]:
    """The best way to set the row beside the columns with these words."""
    one, other = [head[0].key for head in heads], [unit.key for unit in row]
    if one == other:
        return [(at, at) for at in range(len(one))]
    return align(one, other, _scores(heads, row), gaps, fixed)


def _scores(heads: _Heads, row: Sequence[Unit]) -> Scores:
    """What it is worth to set units of the row in a column: as much as opposite the best of its words."""

    def scores(at: int, where: range) -> Sequence[float]:
        units = row[where.start : where.stop]
        head = heads[at]
        if len(head) == 1:
            return worths(head[0], units)
        return [max(column) for column in zip(*[worths(known, units) for known in head], strict=True)]

    return scores


def _with_row(columns: Columns, row: Sequence[Unit], number: int, path: Sequence[Pair]) -> Columns:
    """The columns with one more row, of this number, set beside them as the path says."""
    out: Columns = []
    for at, i in path:
        column: list[Unit | None] = columns[at] if at is not None else [None] * number
        column.append(row[i] if i is not None else None)
        out.append(column)
    return out


def _refined(columns: Columns, rows: Sequence[Sequence[Unit]], policy: Policy) -> Columns:
    """The columns after every row that may fit elsewhere was aligned with all others once more."""
    if not 2 < len(rows) <= policy.alignment_refined:
        return columns
    gaps = gaps_of(policy)
    open_ones = _open(columns)
    for number, row in enumerate(rows):
        if not _may_move(open_ones, number, len(row)):
            continue
        others = [[*column[:number], None, *column[number + 1 :]] for column in columns]
        kept = [at for at, column in enumerate(others) if any(column)]
        heads = _heads([others[at] for at in kept])
        path, known, scores = _path(heads, row, gaps), _known(columns, kept, number), _scores(heads, row)
        sizes = len(heads), len(row)
        if path != known and value(path, scores, gaps, sizes) > value(known, scores, gaps, sizes):
            columns = _replaced([others[at] for at in kept], row, number, len(rows), path)
            open_ones = _open(columns)
    return columns


def _open(columns: Columns) -> Columns:
    """The columns in which not all have the same word; one that all have stands for several in a row."""
    out: Columns = []
    for column in columns:
        same = None not in column and len({unit.key for unit in column if unit}) == 1
        if not same or (column[0] and column[0].is_content and out and out[-1]):
            out.append([] if same else column)
    return out


def _may_move(columns: Columns, number: int, words: int) -> bool:
    """Whether the row, of so many words, has some by itself that others have where it has another or none.

    In a row that mostly fits, both must be near: up to the next telling word it has in common.
    """
    lone: set[str] = set()
    missing: set[str] = set()
    stretches = []
    for column in columns:
        if not column:
            stretches.append((lone, missing))
            lone, missing = set(), set()
            continue
        unit = column[number]
        keys = {other.key for other in column if other is not None and other is not unit}
        if unit is None:
            missing |= keys
        elif unit.key not in keys:
            missing |= keys
            lone.add(unit.key)
        elif unit.is_content:
            stretches.append((lone, missing))
            lone, missing = set(), set()
    stretches.append((lone, missing))
    alone = set().union(*[words for words, _ in stretches])
    if 2 * len(alone) > words:
        return not alone.isdisjoint(set().union(*[words for _, words in stretches]))
    return any(not own.isdisjoint(there) for own, there in stretches)


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
