"""The words of all witnesses in columns: one word of each in a column, or none.

The longest witness begins; each of the others, in an order that depends on the
words alone, is aligned with the columns so far, a column being worth the best
of its words.  What was aligned early did not know what came later: so every
witness that does not fit the others everywhere is then taken out and aligned
once more, and stays where it was unless that is worth more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter, itemgetter

from rashomon.collation.compounds import joined, one_of
from rashomon.collation.overlap import Opposite, gaps_of
from rashomon.collation.units import Unit
from rashomon.language.align import Gaps, Pair, Scores, align, anchors, value
from rashomon.model import Policy

__all__ = ["Columns", "columns_of"]

Columns = list[list[Unit | None]]
"""For each column the unit of each witness, by its number."""

_Words = dict[str, tuple[Unit, int]]
"""The distinct words of a column by their keys, each with how many rows have it."""

_key = attrgetter("key")

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
        twins.setdefault(tuple(map(_key, bodies[row])), []).append(row)
    if len(twins) == 1:
        return [list(column) for column in zip(*bodies, strict=True)]
    distinct = joined([bodies[rows[0]] for rows in twins.values()])
    grid = _refined(_grown(distinct, gaps_of(policy)), distinct, policy)
    return _spread(grid, list(twins.values()), bodies)


def _grown(rows: Sequence[Sequence[Unit]], gaps: Gaps) -> Columns:
    """The columns of different rows, one row after the other taken in."""
    columns: Columns = [[unit] for unit in rows[0]]
    first = keys = list(map(_key, rows[0]))
    for number, row in enumerate(rows[1:], start=1):
        fixed = _spine(columns, first, row, gaps) if len(columns) > len(first) else ()
        path = _path(columns, keys, row, gaps, number, fixed)
        columns = _with_row(columns, row, number, path)
        if len(columns) > len(keys):
            keys = [keys[at] if at is not None else row[i or 0].key for at, i in path]
    return columns


def _spine(columns: Columns, first: Sequence[str], row: Sequence[Unit], gaps: Gaps) -> list[tuple[int, int]]:
    """Where the row stands opposite the first one, of these keys, if it is nearly the same.

    What the others have beyond the first one does not get in the way, so that hundreds of copies of one
    text cost no more each than the first few.
    """
    places = [at for at, column in enumerate(columns) if column[0] is not None]
    return [(places[at], i) for at, i in anchors(first, list(map(_key, row)), gaps)]


def _words(column: Sequence[Unit | None]) -> _Words:
    """The distinct words of a column, those of earlier rows first."""
    words: _Words = {}
    for unit in column:
        if unit is not None:
            known = words.get(unit.key)
            words[unit.key] = (known[0], known[1] + 1) if known else (unit, 1)
    return words


def _path(
    columns: Columns,
    keys: Sequence[str],
    row: Sequence[Unit],
    gaps: Gaps,
    rows: int,
    fixed: Sequence[tuple[int, int]] = (),
) -> list[Pair]:
    """The best way to set the row beside the columns of so many rows, whose first keys are given."""
    own = list(map(_key, row))
    if keys == own:
        return [(at, at) for at in range(len(own))]
    return align(keys, own, _scores(columns, row, rows), gaps, fixed)


def _scores(columns: Columns, row: Sequence[Unit], rows: int) -> Scores:
    """What it is worth to set units of the row in a column: as much as opposite the best of its words."""
    opposite = Opposite(row)

    def scores(places: range, where: range) -> Sequence[Sequence[float]]:
        if rows == 1:
            return opposite.worths([unit for (unit,) in columns[places.start : places.stop] if unit], where)
        held = [_words(column) for column in columns[places.start : places.stop]]
        found = iter(opposite.worths([unit for words in held for unit, _ in words.values()], where))
        return [_best(words, found, rows) for words in held]

    return scores


def _best(words: _Words, worths: Iterator[Sequence[float]], rows: int) -> Sequence[float]:
    """What it is worth to stand beside the best of these words, of which that of each is next."""
    found = [
        worth if count == rows else _lowered(worth, 1 - count / rows)
        for (_, count), worth in zip(words.values(), worths, strict=False)
    ]
    return found[0] if len(found) == 1 else list(map(max, *found))


def _lowered(worth: Sequence[float], lacking: float) -> Sequence[float]:
    """What a word is worth that this share of the others has not."""
    less = _BY_FEW * lacking
    return [value - less if value > less else value for value in worth]


def _with_row(columns: Columns, row: Sequence[Unit], number: int, path: Sequence[Pair]) -> Columns:
    """Columns with one more row, of this number, set beside them as the path says."""
    wider: Columns = []
    add = wider.append
    for at, i in path:
        column: list[Unit | None] = [None] * number if at is None else columns[at]
        column.append(None if i is None else row[i])
        add(column)
    return wider


def _refined(columns: Columns, rows: Sequence[Sequence[Unit]], policy: Policy) -> Columns:
    """The columns after every row that may fit elsewhere was aligned with all others once more."""
    if not 2 < len(rows) <= policy.alignment_refined:
        return columns
    open_ones = _open(columns)
    if not _any_may_move(open_ones):
        return columns
    for number, row in enumerate(rows):
        if _may_move(open_ones, number, len(row)):
            columns = _again(columns, row, number, gaps_of(policy))
            open_ones = _open(columns)
    return columns


def _again(columns: Columns, row: Sequence[Unit], number: int, gaps: Gaps) -> Columns:
    """The columns after this row was taken out and aligned again, or as they were if that is no better."""
    rows = len(columns[0])
    kept = [at for at, column in enumerate(columns) if any([*column[:number], *column[number + 1 :]])]
    others = [[*columns[at][:number], None, *columns[at][number + 1 :]] for at in kept]
    keys = [next(filter(None, column)).key for column in others]
    path = _path(others, keys, row, gaps, rows - 1)
    known = _known(columns, kept, number)
    if path == known:
        return columns
    same = next((at for at, (a, b) in enumerate(zip(path, known, strict=False)) if a != b), 0)
    while same and None in path[same - 1]:
        same -= 1
    before = sum(at is not None for at, _ in path[:same]), sum(i is not None for _, i in path[:same])
    scores, sizes = _scores(others, row, rows - 1), (len(others), len(row))
    new, old = (value(way[same:], scores, gaps, sizes, before) for way in (path, known))
    return _replaced(others, row, number, rows, path) if new > old else columns


_Open = list[tuple[Sequence[Unit | None], dict[str, tuple[Unit, int]]]]
"""Columns with their words."""


def _open(columns: Columns) -> _Open:
    """The columns in which not all have the same word; an empty one for telling words that all have."""
    out: _Open = []
    for column in columns:
        first = column[0]
        words = None if None in column else set(map(_key, column))
        if first is None or words is None or len(words) > 1:
            out.append((column, _words(column)))
        elif first.is_content and out and out[-1][0]:
            out.append(((), {}))
    return out


def _any_may_move(open_ones: _Open) -> bool:
    """Whether some word that one row has by itself stands in two columns, or a row may be torn apart."""
    if sum(None in column for column, _ in open_ones) >= _TORN:
        return True
    places = Counter([key for _, head in open_ones for key in head])
    return any(count == 1 and places[key] > 1 for _, head in open_ones for key, (_, count) in head.items())


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
        if places == sorted(places):
            return grid
        in_place = itemgetter(*places)
        return [list(in_place(column)) for column in grid]
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
