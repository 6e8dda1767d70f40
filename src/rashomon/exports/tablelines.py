"""The alignment table for a terminal: versions as rows, places as columns, in blocks as wide as the screen.

What reads as the base does is a ditto; a dash stands for no words, nothing for a witness that
has ended or not begun.  Long words of a cell are cut, as the ``…`` shows: the notes have them whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.exports.apparatusterms import sigla_label
from rashomon.exports.blocks import blocks
from rashomon.exports.collated import Collated, Version
from rashomon.exports.display import on_one_line
from rashomon.exports.fitting import Line, Measure, cut_to
from rashomon.exports.heatlines import SEVERITY_STYLES, SIGNS
from rashomon.model import Severity

__all__ = ["DITTO", "NO_WORDS", "table_blocks"]

DITTO, NO_WORDS, BETWEEN = '"', "—", "  "
WIDEST, AGREED, SIGLA = 26, 16, 3
"""Cells of a column that differs and of one that does not; sigla of a row."""


def table_blocks(
    collated: Collated, *, room: int, measure: Measure, rows: int | None = None
) -> tuple[tuple[Line, ...], ...]:
    """The blocks of the table, each a line for the numbers of the notes and one for each version.

    No more than so many `rows` are drawn, if a number is given; the first are.
    """
    table = _Table(collated, measure, rows)
    left = max(measure(letters) for letters, _ in table.rows) + len(BETWEEN)
    widths = [table.width(at) + len(BETWEEN) for at in table.places]
    parts = blocks(widths, max(room - left, 1))
    return tuple(tuple(table.lines([table.places[at] for at in part], left, room)) for part in parts)


class _Table:
    def __init__(self, collated: Collated, measure: Measure, rows: int | None) -> None:
        self.of, self.measure = collated, measure
        versions = [v for v in collated.versions if v.first.statement not in collated.retold]
        self.rows = tuple((sigla_label(v.sigla, SIGLA), v) for v in versions[:rows])
        self.places = [
            at
            for at in range(len(collated.apparatus.columns))
            if any(self._words(version, at) for _, version in self.rows)
        ]

    def _words(self, version: Version, at: int) -> str:
        witness = self.of.base if version.base else version.first
        return on_one_line(self.of.pieces[witness.statement][at].words)

    def _numbers(self, at: int) -> tuple[str, Severity] | None:
        numbers = self.of.numbers.get(at)
        if not numbers:
            return None
        severity = self.of.apparatus.variants[numbers[0] - 1].severity
        return ",".join(map(str, numbers)) + SIGNS[severity], severity

    def width(self, at: int) -> int:
        """Cells of a column."""
        head = self._numbers(at)
        longest = max(self.measure(self._cell(version, at)) for _, version in self.rows)
        return max(min(longest, WIDEST if head else AGREED), self.measure(head[0]) if head else 1)

    def _cell(self, version: Version, at: int) -> str:
        words = self._words(version, at)
        own, base = (self.of.readings[s][at] for s in (version.first.statement, self.of.base.statement))
        witness = self.of.base if version.base else version.first
        if not words:
            return "" if self.of.lacks_nothing(witness, at) else NO_WORDS
        return DITTO if own == base and not version.base else words

    def lines(self, places: Sequence[int], left: int, room: int) -> Iterator[Line]:
        """The lines of one block."""
        widths = {at: min(self.width(at), max(room - left, 1)) for at in places}
        head: list[tuple[str, str]] = [(" " * left, "")]
        for at in places:
            label, severity = self._numbers(at) or ("", Severity.TRIVIAL)
            head.append((self._padded(label, widths[at]), SEVERITY_STYLES[severity]))
        yield tuple(head)
        for letters, version in self.rows:
            line = [(letters + " " * (left - self.measure(letters)), "cyan")]
            for at in places:
                cell = cut_to(self._cell(version, at), widths[at], self.measure)
                line.append((self._padded(cell, widths[at]), self._style(version, at, cell)))
            yield tuple(line)

    def _padded(self, words: str, width: int) -> str:
        return words + " " * (width - self.measure(words)) + BETWEEN

    def _style(self, version: Version, at: int, cell: str) -> str:
        found = self._numbers(at)
        if cell == DITTO or not found:
            return "dim"
        return "" if version.base else SEVERITY_STYLES[found[1]]
