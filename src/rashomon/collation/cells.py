"""The cells of a table: each word over all witnesses, and the marks before and after it.

Where only marks differ, the word is drawn into the difference, so that no
place holds marks alone; and no difference begins or ends inside a written word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.collation.units import Unit, UnitKind
from rashomon.model import Span

__all__ = ["Cell", "cells_of", "mark_differences", "runs"]


@dataclass(slots=True)
class Cell:
    """One heart, or the marks before or after one, over all witnesses.

    Attributes:
        column: number of the column of the alignment.
        heart: whether it holds the hearts, not marks.
        units: the unit of each witness in that column.
        spans: what each witness has in this cell, None for nothing.
        keys: the same as compared: one shape of quotation marks and apostrophes.
        differs: whether the witnesses inside disagree here, or the cell belongs to a word where they do.
        inside: the witnesses under way at the column.
        last: whether a difference ends with it whatever follows.
    """

    column: int
    heart: bool
    units: list[Unit | None]
    spans: list[Span | None]
    keys: list[str]
    differs: bool = False
    inside: frozenset[int] = frozenset()
    last: bool = False


def cells_of(at: int, column: Sequence[Unit | None], inside: frozenset[int]) -> list[Cell]:
    """The column's marks before, hearts and marks after; marks that nobody has are left out."""
    units = list(column)
    lead = Cell(
        at,
        heart=False,
        units=units,
        spans=[unit.lead if unit and unit.lead else None for unit in units],
        keys=[unit.lead_marks if unit else "" for unit in units],
    )
    heart = Cell(
        at,
        heart=True,
        units=units,
        spans=[unit.core if unit else None for unit in units],
        keys=[unit.text if unit else "" for unit in units],
    )
    trail = Cell(
        at,
        heart=False,
        units=units,
        spans=[unit.trail if unit and unit.trail else None for unit in units],
        keys=[unit.trail_marks if unit else "" for unit in units],
    )
    cells = [cell for cell in (lead, heart, trail) if cell.heart or any(cell.spans)]
    for cell in cells:
        cell.inside = inside
        cell.differs = len({(units[row] is None, cell.keys[row]) for row in inside}) > 1
    return cells


def mark_differences(cells: list[Cell]) -> None:
    """Draw words into differences: those whose marks alone differ, and the rest of split words."""
    for start, end in runs(cells):
        if cells[start].differs and not any(cell.heart for cell in cells[start:end]):
            own = {cell.column for cell in cells[start:end]}
            for cell in cells[max(0, start - 2) : end + 2]:
                cell.differs = cell.differs or (cell.heart and cell.column in own)
    hearts = [at for at, cell in enumerate(cells) if cell.heart]
    for way in (1, -1):
        steps = hearts[::way]
        for here, there in pairwise(steps):
            if cells[here].differs and not cells[there].differs and _one_word(cells[here], cells[there]):
                for cell in cells[min(here, there) : max(here, there) + 1]:
                    cell.differs = True
    _draw_in_marks(cells)


def _draw_in_marks(cells: Sequence[Cell]) -> None:
    """Set marks that all have after a differing word with it, so that no place holds marks alone."""
    for before, cell in pairwise(cells):
        if not cell.heart and not cell.differs and before.differs and before.column == cell.column:
            cell.differs, cell.last = True, True


def _one_word(one: Cell, other: Cell) -> bool:
    """Whether some witness has one written word across both."""
    return any(
        a is not None and b is not None and (a.piece, a.word) == (b.piece, b.word)
        for a, b in zip(one.units, other.units, strict=True)
    )


def runs(cells: Sequence[Cell]) -> list[tuple[int, int]]:
    """Maximal stretches of cells that differ, or do not, with the same witnesses inside."""
    out: list[tuple[int, int]] = []
    for at, cell in enumerate(cells):
        before = cells[at - 1] if at else None
        if before and _goes_on(before, cell):
            out[-1] = (out[-1][0], at + 1)
        else:
            out.append((at, at + 1))
    return out


def _goes_on(before: Cell, cell: Cell) -> bool:
    """Whether the cell belongs to the stretch of the one before; a gloss in brackets ends a difference."""
    if before.last or (before.differs, before.inside) != (cell.differs, cell.inside):
        return False
    return cell.column == before.column or not _glossed(before)


def _glossed(cell: Cell) -> bool:
    """Whether it is a bracket that stands opposite a spoken word."""
    kinds = {unit.kind for unit in cell.units if unit}
    return cell.differs and UnitKind.BRACKET in kinds and UnitKind.WORD in kinds
