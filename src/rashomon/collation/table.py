"""The witnesses to one utterance side by side: places where they agree and places where they differ.

Words are aligned one witness after the other against all before it, in an
order that depends on the words alone.  The columns of that alignment are then
drawn together into places: as long a stretch as possible over which all
witnesses agree, or over which they do not.  A witness that stops early or
starts late is outside beyond its ends and does not make others disagree.
Marks ride with their words: where only marks differ, the place is the word
with its marks, and no place begins inside a written word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.collation.cells import Cell, cells_of, mark_differences, runs
from rashomon.collation.groups import Part
from rashomon.collation.overlap import gaps_of, worth
from rashomon.collation.units import Unit, text_of
from rashomon.language.align import align
from rashomon.model import Column, Located, Policy, Reading, Span

__all__ = ["Place", "Table", "tabulate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the table.

    Attributes:
        column: the readings.
        words: what each witness has there, in units whose heart lies in the place.
        inside: the witnesses (by number) that have not ended there nor begin later.
        differs: whether those inside have different readings.
        joining: whether it holds words that only join what other reports quote apart.
        reading_of: for each witness the number of its reading.
    """

    column: Column
    words: tuple[tuple[Unit, ...], ...]
    inside: frozenset[int]
    differs: bool
    joining: bool
    reading_of: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The witnesses in the order of articles and places, which of them is the base, and the places."""

    parts: tuple[Part, ...]
    base: int
    places: tuple[Place, ...]


def tabulate(parts: Sequence[Part], policy: Policy) -> Table:
    """The table of these parts; the base is the one of most units."""
    rows = tuple(sorted(parts, key=lambda part: part.passage.place))
    order = sorted(range(len(rows)), key=lambda row: _precedence(rows[row]))
    body = [rows[row].passage.units[: _body(rows[row])] for row in range(len(rows))]
    columns = _aligned(body, order, policy)
    inside = _inside(rows, columns, policy)
    cells = [cell for at, column in enumerate(columns) for cell in cells_of(at, column, inside[at])]
    mark_differences(cells)
    joins = _joining_cells(rows, len(columns))
    return Table(parts=rows, base=order[0], places=tuple(_places(rows, cells, joins)))


def _body(part: Part) -> int:
    return len(part.passage.units) - part.joining


def _precedence(part: Part) -> tuple[int, str, tuple[str, int, str]]:
    """Longest first, then by words; the place decides only between equal texts."""
    words = " ".join(unit.text for unit in part.passage.units)
    return -len(part.passage.units), words, part.passage.place


_Columns = list[list[Unit | None]]


def _aligned(body: Sequence[Sequence[Unit]], order: Sequence[int], policy: Policy) -> _Columns:
    """Columns of units, one a witness or None."""
    columns: _Columns = []
    heads: list[list[Unit]] = []
    done: dict[tuple[str, ...], int] = {}
    for row in order:
        words = tuple(unit.key for unit in body[row])
        twin = done.setdefault(words, row)
        if twin != row:
            fill = iter(body[row])
            for column in columns:
                column[row] = next(fill) if column[twin] is not None else None
            continue
        columns, heads = _with_row(columns, heads, body[row], (row, len(body)), policy)
    return columns


def _with_row(
    columns: _Columns, heads: list[list[Unit]], units: Sequence[Unit], where: tuple[int, int], policy: Policy
) -> tuple[_Columns, list[list[Unit]]]:
    """The columns with one witness more; heads are the distinct words of each column."""
    row, rows = where
    path = align(
        [head[0].key for head in heads],
        [unit.key for unit in units],
        lambda at, i: max(worth(unit, units[i]) for unit in heads[at]),
        gaps_of(policy),
    )
    wider: _Columns = []
    wider_heads: list[list[Unit]] = []
    for at, i in path:
        column: list[Unit | None] = columns[at] if at is not None else [None] * rows
        head = heads[at] if at is not None else []
        if i is not None:
            column[row] = units[i]
            if all((unit.kind, unit.key) != (units[i].kind, units[i].key) for unit in head):
                head.append(units[i])
        wider.append(column)
        wider_heads.append(head)
    return wider, wider_heads


def _inside(rows: Sequence[Part], columns: _Columns, policy: Policy) -> list[frozenset[int]]:
    """Which witnesses are under way at each column."""
    out: list[set[int]] = [set() for _ in columns]
    for row, part in enumerate(rows):
        own = [at for at, column in enumerate(columns) if column[row] is not None]
        start, end = (own[0], own[-1] + 1) if own else (0, len(columns))
        if part.after or _speech(columns[:start]) < policy.collation_truncation:
            start = 0
        if part.before or _speech(columns[end:]) < policy.collation_truncation:
            end = len(columns)
        for at in range(start, end):
            out[at].add(row)
    return [frozenset(rows_inside) for rows_inside in out]


def _speech(columns: Sequence[Sequence[Unit | None]]) -> int:
    """How many columns hold a spoken word."""
    return sum(any(unit is not None and unit.is_speech for unit in column) for column in columns)


def _joining_cells(rows: Sequence[Part], at: int) -> list[Cell]:
    """The joining words of each witness, each in cells of their own."""
    out: list[Cell] = []
    for row, part in enumerate(rows):
        for unit in part.passage.units[_body(part) :]:
            column: list[Unit | None] = [None] * len(rows)
            column[row] = unit
            out.extend(cells_of(at, column, frozenset(range(len(rows)))))
    return out


def _places(rows: Sequence[Part], cells: Sequence[Cell], joins: Sequence[Cell]) -> list[Place]:
    stretches = [(cells[start:end], False) for start, end in runs(cells)]
    if joins:
        stretches.append((joins, True))
    return [_place(rows, run, joining) for run, joining in stretches]


def _place(rows: Sequence[Part], run: Sequence[Cell], joining: bool) -> Place:
    """The readings of one run of cells: witnesses with the same words and marks share one."""
    groups: dict[str, list[int]] = {}
    for row in range(len(rows)):
        key = "\x1f".join(cell.keys[row] for cell in run if cell.spans[row])
        groups.setdefault(key, []).append(row)
    readings = [_reading(rows, run, members) for members in groups.values()]
    order = sorted(range(len(readings)), key=lambda n: (not readings[n].spans, readings[n].witnesses))
    reading_of = {row: order.index(old) for old, members in enumerate(groups.values()) for row in members}
    return Place(
        column=Column(readings=tuple(readings[old] for old in order)),
        words=tuple(tuple(u for c in run if c.heart and (u := c.units[row])) for row in range(len(rows))),
        inside=run[0].inside,
        differs=len({reading_of[row] for row in run[0].inside}) > 1,
        joining=joining,
        reading_of=tuple(reading_of[row] for row in range(len(rows))),
    )


def _reading(rows: Sequence[Part], run: Sequence[Cell], members: Sequence[int]) -> Reading:
    """The reading these witnesses share; its words are those of the first of them by statement id."""
    ordered = sorted(members, key=lambda row: rows[row].passage.statement.id)
    spans = {row: _spans(run, row) for row in ordered}
    first = rows[ordered[0]].passage
    return Reading(
        witnesses=tuple(rows[row].passage.statement.id for row in ordered),
        text=text_of(first.text, spans[ordered[0]]),
        spans=tuple(Located(rows[row].passage.statement.article, s) for row in ordered for s in spans[row]),
    )


def _spans(run: Sequence[Cell], row: int) -> list[Span]:
    """The stretches of the article the witness has here, one a piece of content."""
    ends: dict[int, Span] = {}
    for cell in run:
        span, unit = cell.spans[row], cell.units[row]
        if span is not None and unit is not None:
            ends[unit.piece] = Span(ends.get(unit.piece, span).start, span.end)
    return list(ends.values())
