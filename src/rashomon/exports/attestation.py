"""Which reading of a place is best attested: counted by independent witnesses, never judged.

A family of witnesses (two places of one report, copies of one text) counts once, as
`rashomon.model.Apparatus.attested` says.  To lack words is a reading, too, but
only of a witness that could have had them: one that has ended before a place or
begins after it, or that tells all in other words, says nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from rashomon.model import Apparatus, Reading, VariantKind

__all__ = ["Attestation", "best_attested"]


class Attestation:
    """The counts of one utterance's apparatus."""

    def __init__(self, apparatus: Apparatus) -> None:
        self.apparatus = apparatus

    def counts(self, readings: Sequence[Reading], column: int | None) -> tuple[int, ...]:
        """At most how many independent witnesses have each reading, in their order.

        Args:
            readings: of one column or variant.
            column: the index of that place; None for a variant of the whole text.
        """
        return tuple(self.apparatus.attested(self._heard(reading, column)) for reading in readings)

    def _heard(self, reading: Reading, column: int | None) -> Reading:
        """The reading of those of its witnesses that could have other words there."""
        if reading.text or column is None or not self._partial:
            return reading
        inside = (w for w in reading.witnesses if w not in self._partial or self._spans(w, column))
        return replace(reading, witnesses=tuple(inside))

    def _spans(self, witness: str, column: int) -> bool:
        first, last = self._extent[witness]
        return first <= column <= last

    @cached_property
    def _extent(self) -> dict[str, tuple[int, int]]:
        """The first and the last column in which each witness has words; none where it has none."""
        found: dict[str, tuple[int, int]] = {w.statement: (0, -1) for w in self.apparatus.witnesses}
        for at, column in enumerate(self.apparatus.columns):
            for witness in (w for reading in column.readings if reading.text for w in reading.witnesses):
                first, last = found.get(witness, (0, -1))
                found[witness] = (first if last >= 0 else at, at)
        return found

    @cached_property
    def _partial(self) -> frozenset[str]:
        """The witnesses that stop early or start late, or share no reading with the base."""
        cut = {
            witness
            for variant in self.apparatus.variants
            if variant.kind is VariantKind.TRUNCATION
            for reading in variant.readings
            if not reading.text
            for witness in reading.witnesses
        }
        told = (r for column in self.apparatus.columns for r in column.readings if r.text)
        along = {w for r in told if self.apparatus.base in r.witnesses for w in r.witnesses}
        return frozenset(w for w in self._extent if w in cut or w not in along)


def best_attested(counts: Sequence[int]) -> tuple[int, ...]:
    """The indexes of the readings that the most independent witnesses have; several if they tie.

    None where no reading has two: one witness against another decides nothing.

    >>> best_attested([1, 3, 2]), best_attested([2, 2]), best_attested([1, 1])
    ((1,), (0, 1), ())
    """
    most = max(counts, default=0)
    return tuple(index for index, count in enumerate(counts) if count == most) if most > 1 else ()
