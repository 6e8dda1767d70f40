"""The witnesses to one utterance side by side: places where they agree and places where they differ.

The words of all are aligned in columns (`rashomon.collation.columns`), which
are then drawn together into places: as long a stretch as possible over which all
witnesses agree, or over which they do not.  A witness that stops early or
starts late is outside beyond its ends and does not make others disagree.
Marks ride with their words: where only marks differ, the place is the word
with its marks, and no place begins inside a written word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.collation.cells import Cell, Facet, cells_of, joining_cells, mark_differences, runs
from rashomon.collation.columns import Columns, columns_of
from rashomon.collation.compounds import parts_of
from rashomon.collation.groups import Part
from rashomon.collation.units import Unit, text_of
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


def tabulate(parts: Sequence[Part], policy: Policy, base: str | None = None) -> Table:
    """The table of these parts, in any order.

    Args:
        parts: what each statement contributes.
        policy: costs and limits of aligning.
        base: id of a statement or article; the first witness of it is the base.  Otherwise, and where
            it has no part in this, the base is the witness of most units.
    """
    rows = tuple(sorted(parts, key=lambda part: part.passage.place))
    order = sorted(range(len(rows)), key=lambda row: _precedence(rows[row]))
    body = [rows[row].passage.units[: _body(rows[row])] for row in range(len(rows))]
    columns = columns_of(body, order, policy)
    cells = cells_of(columns, _inside(rows, columns, policy))
    mark_differences(cells)
    joins = [
        cell
        for row, part in enumerate(rows)
        for cell in joining_cells(len(columns), row, part.passage.units[_body(part) :], len(rows))
    ]
    chosen = [row for row, part in enumerate(rows) if base in _names(part)]
    places = _Places(rows, columns)
    return Table(
        parts=rows,
        base=(chosen or order)[0],
        places=tuple(places.of(cells[a:b]) for a, b in runs(cells))
        + tuple([places.of(joins, joining=True)] if joins else []),
    )


def _names(part: Part) -> tuple[str, str]:
    return part.passage.statement.id, part.passage.statement.article


def _body(part: Part) -> int:
    return len(part.passage.units) - part.joining


def _precedence(part: Part) -> tuple[int, str, tuple[str, int, str]]:
    """Longest first, then by words; the place decides only between equal texts."""
    words = " ".join(unit.text for unit in part.passage.units)
    return -len(part.passage.units), words, part.passage.place


def _inside(rows: Sequence[Part], columns: Columns, policy: Policy) -> list[frozenset[int]]:
    """Which witnesses are under way at each column."""
    spoken = [0]
    for column in columns:
        spoken.append(spoken[-1] + any(unit is not None and unit.is_speech for unit in column))
    reach = [_reach(part, row, columns, spoken, policy) for row, part in enumerate(rows)]
    edges = sorted({edge for ends in reach for edge in ends} | {0, len(columns)})
    out: list[frozenset[int]] = []
    for start, end in pairwise(edges):
        under_way = frozenset(row for row, ends in enumerate(reach) if ends[0] <= start < ends[1])
        out.extend([under_way] * (end - start))
    return out


def _reach(part: Part, row: int, columns: Columns, spoken: Sequence[int], policy: Policy) -> tuple[int, int]:
    """The columns from which and up to which the witness is under way; a word or two short is not late."""
    own = [at for at, column in enumerate(columns) if column[row] is not None]
    start, end = (own[0], own[-1] + 1) if own else (0, len(columns))
    if part.after or spoken[start] < policy.collation_truncation:
        start = 0
    if part.before or spoken[-1] - spoken[end] < policy.collation_truncation:
        end = len(columns)
    return start, end


class _Places:
    """Places are made of runs of cells; the ids of the witnesses are worked out once."""

    def __init__(self, rows: Sequence[Part], columns: Columns) -> None:
        self._columns = columns
        self._texts = [part.passage.text for part in rows]
        self._articles = [part.passage.statement.article for part in rows]
        self._ids = [part.passage.statement.id for part in rows]
        self._joined = any(unit.parts for column in columns for unit in column if unit is not None)
        self._by_id = sorted(range(len(rows)), key=self._ids.__getitem__)

    def of(self, run: Sequence[Cell], *, joining: bool = False) -> Place:
        """The place of this run: witnesses with the same words and marks share a reading."""
        groups: dict[object, list[int]] = {}
        for row in self._by_id:
            groups.setdefault(self._key(run, row), []).append(row)
        found = [self._reading(run, members) for members in groups.values()]
        order = sorted(range(len(found)), key=lambda n: (not found[n].spans, found[n].witnesses))
        number = {old: new for new, old in enumerate(order)}
        reading_of = {row: number[old] for old, members in enumerate(groups.values()) for row in members}
        return Place(
            column=Column(readings=tuple([found[old] for old in order])),
            words=tuple([self._words(run, row) for row in range(len(self._ids))]),
            inside=run[0].inside,
            differs=len({reading_of[row] for row in run[0].inside}) > 1,
            joining=joining,
            reading_of=tuple([reading_of[row] for row in range(len(self._ids))]),
        )

    def _key(self, run: Sequence[Cell], row: int) -> object:
        if not run[0].differs:
            return row in run[0].inside
        return tuple([key for cell in run if (key := cell.key(row))])

    def _columns_of(self, cell: Cell) -> Sequence[Sequence[Unit | None]]:
        return self._columns[cell.start : cell.end] if cell.facet is Facet.WHOLE else (cell.units,)

    def _words(self, run: Sequence[Cell], row: int) -> tuple[Unit, ...]:
        held = [
            unit
            for cell in run
            if cell.heart
            for column in self._columns_of(cell)
            if (unit := column[row]) is not None
        ]
        return parts_of(held) if self._joined else tuple(held)

    def _reading(self, run: Sequence[Cell], members: Sequence[int]) -> Reading:
        """The reading these witnesses share; its words are those of the first of them by statement id."""
        spans = [self._spans(run, row) for row in members]
        return Reading(
            witnesses=tuple([self._ids[row] for row in members]),
            text=text_of(self._texts[members[0]], spans[0]),
            spans=tuple(
                [
                    Located(self._articles[row], span)
                    for row, own in zip(members, spans, strict=True)
                    for span in own
                ]
            ),
        )

    def _spans(self, run: Sequence[Cell], row: int) -> list[Span]:
        """The stretches of the article the witness has here, one a piece of content."""
        whole = run[0] if len(run) == 1 and run[0].facet is Facet.WHOLE else None
        if whole and row in whole.inside:
            first, last = self._columns[whole.start][row], self._columns[whole.end - 1][row]
            if first and last and first.piece == last.piece:
                return [Span(first.lead_start, last.trail_end)]
        firsts: dict[int, int] = {}
        lasts: dict[int, int] = {}
        for cell in run:
            for column in self._columns_of(cell):
                unit = column[row]
                if unit is not None:
                    start, end = _edges(unit, cell.facet)
                    if start < end:
                        firsts.setdefault(unit.piece, start)
                        lasts[unit.piece] = end
        return [Span(start, lasts[piece]) for piece, start in firsts.items()]


def _edges(unit: Unit, facet: Facet) -> tuple[int, int]:
    """Where what a cell of this facet holds of the unit starts and ends."""
    if facet is Facet.WHOLE:
        return unit.lead_start, unit.trail_end
    if facet is Facet.HEART:
        return unit.start, unit.end
    return (unit.lead_start, unit.start) if facet is Facet.LEAD else (unit.end, unit.trail_end)
