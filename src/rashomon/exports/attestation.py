"""Which reading of a place is best attested: counted by independent witnesses, never judged.

A family of witnesses (two places of one report, copies of one text) counts once, as
`rashomon.model.Apparatus.attested` says; what is counted are readings that stand in a report.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import Apparatus, Reading

__all__ = ["attestations", "best_attested"]


def attestations(apparatus: Apparatus, readings: Sequence[Reading]) -> tuple[int, ...]:
    """At most how many independent witnesses have each reading, in their order."""
    return tuple(apparatus.attested(reading) for reading in readings)


def best_attested(counts: Sequence[int]) -> tuple[int, ...]:
    """The indexes of the readings that the most independent witnesses have; several if they tie.

    None where no reading has two: one witness against another decides nothing.

    >>> best_attested([1, 3, 2]), best_attested([2, 2]), best_attested([1, 1])
    ((1,), (0, 1), ())
    """
    most = max(counts, default=0)
    return tuple(index for index, count in enumerate(counts) if count == most) if most > 1 else ()
