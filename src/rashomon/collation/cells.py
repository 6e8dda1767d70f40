"""The cells of a table: each word over all witnesses, and the marks before and after it.

Columns in a row over which all witnesses agree are one cell.  Where only marks
differ, the word is drawn into the difference, so that no place holds marks
alone; and no difference begins or ends inside a written word.  A word that is
only spelt otherwise is a difference by itself, whatever stands beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from operator import attrgetter

from rashomon.collation.natures import Nature, nature_of, parted
from rashomon.collation.units import Unit, UnitKind
from rashomon.language.similarity import CONTRACTED, likeness
from rashomon.language.wordforms import number_value

__all__ = ["Cell", "Facet", "cells_of", "joining_cells", "mark_differences", "runs"]


_TWO = 2  # witnesses, of which always the same one deviates


class Facet(IntEnum):
    """What of its columns a cell holds."""

    LEAD = 0
    HEART = 1
    TRAIL = 2
    WHOLE = 3


@dataclass(slots=True)
class Cell:
    """The hearts of one column, the marks before or after them, or several whole columns.

    Attributes:
        heart: whether it holds words.
        start: the first column; `end` the one after the last.
        units: of a single column the unit of each witness; nobody's where it is several.
        inside: the witnesses under way there.
        differs: whether these disagree here, or the cell belongs to a word where they do.
        spelt: whether all of them have the same word in this column, written in more than one way.
        last: whether a difference ends with it whatever follows.
    """

    facet: Facet
    heart: bool
    start: int
    end: int
    units: Sequence[Unit | None]
    inside: frozenset[int]
    differs: bool = False
    spelt: bool = False
    last: bool = False
    _nature: tuple[Nature | None] | None = None

    @property
    def nature(self) -> Nature | None:
        """What the witnesses under way differ in; worked out once."""
        if self._nature is None:
            self._nature = (nature_of([self.units[row] for row in self.inside]),)
        return self._nature[0]

    def key(self, row: int) -> str | None:
        """What the witness has here, as compared: one shape of quotation marks and apostrophes."""
        unit = self.units[row]
        return unit and _FACETS[self.facet][1](unit)


_Column = Sequence[Unit | None]


def cells_of(columns: Sequence[_Column], inside: Sequence[frozenset[int]]) -> list[Cell]:
    """The cells of these columns, the witnesses of each column under way there given."""
    agreed = _agreed(columns, inside)
    out: list[Cell] = []
    at = 0
    while at < len(columns):
        end = at
        while end < len(columns) and agreed[end] and inside[end] is inside[at]:
            end += 1
        if end > at:
            out.append(Cell(Facet.WHOLE, True, at, end, (None,) * len(columns[at]), inside[at]))
        else:
            end = at + 1
            out.extend(_cells(at, columns[at], inside[at]))
        at = end
    return out


def _agreed(columns: Sequence[_Column], inside: Sequence[frozenset[int]]) -> list[bool]:
    """Of each column, whether nothing in it differs and no written word runs over into one that does."""
    out = [_agree(column, rows) for column, rows in zip(columns, inside, strict=True)]
    for way in (range(1, len(columns)), range(len(columns) - 2, -1, -1)):
        for at in way:
            near = at - way.step
            if out[at] and not out[near] and _one_word(columns[near], columns[at]):
                out[at] = False
    return out


def _agree(column: _Column, inside: frozenset[int]) -> bool:
    """Whether all that are inside have the same word with the same marks."""
    units = [column[row] for row in inside] if len(inside) < len(column) else column
    return None not in units and len(set(map(_compared, units))) == 1


def _cells(at: int, column: _Column, inside: frozenset[int]) -> Iterator[Cell]:
    """The column's marks before, hearts and marks after; marks that nobody has are left out."""
    under_way = [column[row] for row in inside]
    spelt = _spelt(under_way)
    for facet, (heart, compared) in _FACETS.items():
        if heart or any(unit is not None and compared(unit) for unit in column):
            keys = {unit and compared(unit) for unit in under_way}
            yield Cell(facet, heart, at, at + 1, column, inside, len(keys) > 1, spelt)


_FACETS: dict[Facet, tuple[bool, Callable[[Unit], str]]] = {
    Facet.LEAD: (False, attrgetter("lead_marks")),
    Facet.HEART: (True, attrgetter("text")),
    Facet.TRAIL: (False, attrgetter("trail_marks")),
}
"""Whether it holds words, and what of a unit is compared."""


def _spelt(units: _Column) -> bool:
    """Whether all have a word here, and all have the same one in one spelling or another."""
    words = [unit for unit in units if unit is not None and unit.is_speech]
    if len(words) < len(units) or len({unit.text.casefold() for unit in words}) < 2:
        return False
    keys = sorted({unit.key for unit in words})
    return all(likeness(keys[0], key) >= CONTRACTED for key in keys[1:])


def joining_cells(at: int, row: int, units: Sequence[Unit], rows: int) -> list[Cell]:
    """Cells of these units of one witness, in columns of their own from `at`."""
    everyone = frozenset(range(rows))
    out: list[Cell] = []
    for unit in units:
        column = [unit if number == row else None for number in range(rows)]
        out.extend(_cells(at, column, everyone))
    return out


def mark_differences(cells: list[Cell]) -> None:
    """Draw words into differences: those whose marks alone differ, and the rest of split words."""
    for start, end in runs(cells):
        if cells[start].differs and not any(cell.heart for cell in cells[start:end]):
            own = {cell.start for cell in cells[start:end]}
            for cell in cells[max(0, start - 2) : end + 2]:
                cell.differs = cell.differs or (cell.facet is Facet.HEART and cell.start in own)
    hearts = [at for at, cell in enumerate(cells) if cell.heart]
    for way in (1, -1):
        steps = hearts[::way]
        for here, there in pairwise(steps):
            if not cells[here].differs or cells[there].differs:
                continue
            if _one_word(cells[here].units, cells[there].units):
                for cell in cells[min(here, there) : max(here, there) + 1]:
                    cell.differs = True
    _draw_in_marks(cells)


def _draw_in_marks(cells: Sequence[Cell]) -> None:
    """Set marks that all have after a differing word with it, so that no place holds marks alone."""
    for before, cell in pairwise(cells):
        if not cell.heart and not cell.differs and before.differs and before.start == cell.start:
            cell.differs, cell.last = True, True


def _one_word(one: _Column, other: _Column) -> bool:
    """Whether some witness has one written word across both."""
    for a, b in zip(one, other, strict=True):
        if a is not None and b is not None and a.word == b.word and a.piece == b.piece:
            return True
    return False


def runs(cells: Sequence[Cell]) -> list[tuple[int, int]]:
    """Maximal stretches of cells that differ, or do not, with the same witnesses inside."""
    out: list[tuple[int, int]] = []
    start = 0
    for at, (before, cell) in enumerate(pairwise(cells), start=1):
        if not _goes_on(before, cell):
            out.append((start, at))
            start = at
    return [*out, (start, len(cells))] if cells else []


def _goes_on(before: Cell, cell: Cell) -> bool:
    """Whether the cell belongs to the stretch of the one before; a gloss in brackets ends a difference."""
    if before.last or before.differs != cell.differs or before.inside != cell.inside:
        return False
    if not cell.differs or cell.start == before.start:
        return True
    if _one_word(before.units, cell.units):
        return True
    if len(cell.inside) > _TWO and _deviating(before).isdisjoint(_deviating(cell)):
        return False
    if _article_of_number(before, cell):
        return True
    if before.spelt or cell.spelt or parted(before.nature, cell.nature):
        return False
    return not _glossed(before) or _glossed_too(before, cell)


def _article_of_number(before: Cell, cell: Cell) -> bool:
    """Whether some have an "a" that belongs to a number in words ("a dozen", "12")."""
    small = all(unit is None or unit.key in {"a", "an"} for unit in before.units)
    return small and all(unit is None or number_value(unit.key) is not None for unit in cell.units)


def _deviating(cell: Cell) -> set[int]:
    """The witnesses that have not what most have in the column; of two, always the same one.

    Columns in which none deviates in both hold edits of different witnesses.
    """
    rows = sorted(cell.inside)
    found = [(unit := cell.units[row]) and _compared(unit) for row in rows]
    counts = Counter(found)
    usual = max(counts, key=counts.__getitem__)
    return {row for row, held in zip(rows, found, strict=True) if held != usual}


_compared = attrgetter("text", "lead_marks", "trail_marks")


def _glossed(cell: Cell) -> bool:
    """Whether it is a bracket that stands opposite a spoken word."""
    kinds = {unit.kind for unit in cell.units if unit}
    return cell.differs and UnitKind.BRACKET in kinds and UnitKind.WORD in kinds


def _glossed_too(before: Cell, cell: Cell) -> bool:
    """Whether the bracket of the column before holds the words of this one, which some have not."""
    brackets = " ".join(unit.key for unit in before.units if unit and unit.kind is UnitKind.BRACKET)
    return None in cell.units and all(unit.key in brackets for unit in cell.units if unit)
