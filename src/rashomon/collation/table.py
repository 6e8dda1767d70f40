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
from itertools import chain, pairwise

from rashomon.collation.cells import Cell, Facet, cells_of, joining_cells, mark_differences, runs
from rashomon.collation.columns import Columns, columns_of
from rashomon.collation.compounds import parts_of
from rashomon.collation.groups import Part
from rashomon.collation.units import Unit, UnitKind, text_of
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
    placed = sorted([(part.passage.place, number) for number, part in enumerate(parts)])
    rows = tuple([parts[number] for _, number in placed])
    ids = [place[2] for place, _ in placed]
    order = sorted(range(len(rows)), key=lambda row: (*_precedence(rows[row]), placed[row]))
    body = [rows[row].passage.units[: _body(rows[row])] for row in range(len(rows))]
    columns = columns_of(body, order, policy)
    cells = cells_of(columns, _inside(rows, columns, policy))
    mark_differences(cells)
    joins = [
        cell
        for row, part in enumerate(rows)
        for cell in joining_cells(len(columns), row, part.passage.units[_body(part) :], len(rows))
    ]
    chosen = [row for row, (place, _) in enumerate(placed) if base in {place[0], place[2]}]
    places = _Places(rows, ids, columns)
    return Table(
        parts=rows,
        base=(chosen or order)[0],
        places=tuple(places.of(cells[a:b]) for a, b in runs(cells))
        + tuple([places.of(joins, joining=True)] if joins else []),
    )


def _body(part: Part) -> int:
    return len(part.passage.units) - part.joining


def _precedence(part: Part) -> tuple[int, str]:
    """Longest first, then by words; the place decides only between equal texts."""
    return -len(part.passage.units), " ".join([unit.text for unit in part.passage.units])


def _inside(rows: Sequence[Part], columns: Columns, policy: Policy) -> list[frozenset[int]]:
    """Which witnesses are under way at each column."""
    reach = [_reach(part, row, columns, policy) for row, part in enumerate(rows)]
    edges = sorted({0, len(columns), *chain(*reach)})
    out: list[frozenset[int]] = []
    for start, end in pairwise(edges):
        under_way = frozenset([row for row, ends in enumerate(reach) if ends[0] <= start < ends[1]])
        out.extend([under_way] * (end - start))
    return out


def _reach(part: Part, row: int, columns: Columns, policy: Policy) -> tuple[int, int]:
    """The columns from which and up to which the witness is under way.

    A word or two short is not late, nor is who owns to what is missing.
    """
    start, end = 0, len(columns)
    while start < end and columns[start][row] is None:
        start += 1
    if start == end:
        return 0, end
    while columns[end - 1][row] is None:
        end -= 1
    if start and (part.after or _is_under_way(columns[start][row], columns[:start], policy)):
        start = 0
    if end < len(columns) and (part.before or _is_under_way(columns[end - 1][row], columns[end:], policy)):
        end = len(columns)
    return start, end


def _is_under_way(edge: Unit | None, missing: Columns, policy: Policy) -> bool:
    """Whether a witness with this unit at its edge is not late for, or owns to, what is missing there."""
    count = sum(any(unit is not None and unit.is_speech for unit in column) for column in missing)
    return count < policy.collation_truncation or _owned(edge, count, policy)


def _owned(unit: Unit | None, missing: int, policy: Policy) -> bool:
    """Whether an ellipsis at the end, or a bracket for a few words, tells that words are missing."""
    if unit is None or unit.kind is UnitKind.WORD:
        return False
    return unit.kind is UnitKind.ELLIPSIS or missing <= policy.collation_joint


class _Places:
    """Places are made of runs of cells; the ids of the witnesses are worked out once."""

    def __init__(self, rows: Sequence[Part], ids: Sequence[str], columns: Columns) -> None:
        self._columns = columns
        self._texts = [part.passage.text for part in rows]
        self._articles = [part.passage.statement.article for part in rows]
        self._ids = ids
        self._joined = any(unit.parts for column in columns for unit in column if unit is not None)
        self._by_id = sorted(range(len(rows)), key=self._ids.__getitem__)

    def of(self, run: Sequence[Cell], *, joining: bool = False) -> Place:
        """The place of this run: witnesses with the same words and marks share a reading."""
        inside, rows = run[0].inside, len(self._ids)
        groups: dict[object, list[int]] = {}
        for row in self._by_id:
            key = tuple([key for cell in run if (key := cell.key(row))]) if run[0].differs else row in inside
            groups.setdefault(key, []).append(row)
        found = [(self._reading(run, members), members) for members in groups.values()]
        if len(found) > 1:
            found.sort(key=lambda one: (not one[0].spans, one[0].witnesses))
        reading_of = [0] * rows
        for number, (_, members) in enumerate(found):
            for row in members:
                reading_of[row] = number
        return Place(
            column=Column(readings=tuple([reading for reading, _ in found])),
            words=tuple([self._words(run, row) for row in range(rows)]),
            inside=inside,
            differs=len(found) > 1 and len({reading_of[row] for row in inside}) > 1,
            joining=joining,
            reading_of=tuple(reading_of),
        )

    def _columns_of(self, cell: Cell) -> Sequence[Sequence[Unit | None]]:
        return self._columns[cell.start : cell.end] if cell.facet is Facet.WHOLE else (cell.units,)

    def _words(self, run: Sequence[Cell], row: int) -> tuple[Unit, ...]:
        held: list[Unit] = []
        for cell in run:
            if cell.facet is Facet.HEART:
                held += [unit] if (unit := cell.units[row]) else ()
            elif cell.facet is Facet.WHOLE and row in cell.inside:
                held += [unit for column in self._columns_of(cell) if (unit := column[row]) is not None]
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
