"""A small reader of pairs that reads all, and a large one that reads again what the small one suspects.

Most pairs that are near in meaning are about two things, and the small network tells those well; what it
takes to be about one thing, or to contradict each other, is read by the large one too (a cascade: Viola and
Jones 2001), unless it is sure that the same is told.  There a mean of both stands, which on events from
which neither learnt ranked contradictions better than either alone (measured once): they err apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from rashomon.inference.files import WEIGHTS, has_large_pair_reader, has_pair_reader
from rashomon.inference.pairs import OnnxPairReader
from rashomon.ports import InContext, PairReader, Reading

__all__ = ["CascadedPairReader", "pair_reader"]

ABOUT_ONE, CONTRARY = 0.5, 0.2
"""How likely the small one has to take a pair to be about one thing, or to be a contradiction."""
SAME = 0.94
"""How likely the same has to be told for the large one not to be asked: 41 of 474 suspected pairs of twelve
real stories, of which the mean would have taken two for apart or contrary; real clauses were told as well."""
SHARE = 0.7
"""How much of the mean is the large one's; on events from which neither learnt .5 and 1 were worse, once."""


class CascadedPairReader:
    """A `rashomon.ports.CloseReader` made of two.

    Args:
        small: reads every pair.
        large: reads again those that the small one suspects, and those that are to be read closely.
    """

    def __init__(self, small: PairReader, large: PairReader) -> None:
        self.name = f"{small.name}+{large.name}"
        self._small, self._large = small, large

    def read(self, pairs: Sequence[tuple[InContext, InContext]]) -> list[Reading]:
        """Of each pair what the small one says; where that suspects something, a mean of both."""
        return self._again(pairs, suspected)

    def read_closely(self, pairs: Sequence[tuple[InContext, InContext]]) -> list[Reading]:
        """Of each pair a mean of what both say."""
        return self._again(pairs, lambda _: True)

    def _again(
        self, pairs: Sequence[tuple[InContext, InContext]], whether: Callable[[Reading], bool]
    ) -> list[Reading]:
        told = [replace(reading, closely=False) for reading in self._small.read(pairs)]
        again = [at for at, reading in enumerate(told) if whether(reading)]
        for at, reading in zip(again, self._large.read([pairs[at] for at in again]), strict=True):
            told[at] = mixed(told[at], reading)
        return told


def suspected(reading: Reading) -> bool:
    """Whether the large one is to read the pair of which the small one says this."""
    return reading.same < SAME and (reading.about_one >= ABOUT_ONE or reading.contrary >= CONTRARY)


def mixed(small: Reading, large: Reading) -> Reading:
    """What lies between the two readings of one pair."""
    return Reading(
        same=_between(small.same, large.same),
        compatible=_between(small.compatible, large.compatible),
        contrary=_between(small.contrary, large.contrary),
        kinds={name: _between(share, large.kinds[name]) for name, share in small.kinds.items()},
    )


def _between(small: float, large: float) -> float:
    return round((1 - SHARE) * small + SHARE * large, 6)


def pair_reader(
    folder: Path = WEIGHTS, *, threads: int | None = None, ahead: bool = False
) -> PairReader | None:
    """The reader that the weights in `folder` make: both, the small one alone, or None.

    Args:
        folder: where the weights are; those of the package if left out.
        threads: how many pairs are read at the same time; one a core if None.
        ahead: load them at once, while the caller does something else.

    Raises:
        WeightsMissing: if half of the large one is there.
    """
    if not has_pair_reader(folder):
        return None
    readers = [OnnxPairReader(folder, threads=threads)]
    if has_large_pair_reader(folder):
        readers.append(OnnxPairReader(folder, large=True, threads=threads))
    if ahead:
        for reader in readers:
            reader.begin()
    return CascadedPairReader(*readers) if len(readers) > 1 else readers[0]
