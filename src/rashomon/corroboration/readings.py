"""Which units a reader of pairs is asked about, and what it says of them.

Reading a pair costs a run of a network, so only units that are near in meaning are read: of each unit
the nearest of every other report, and of many reports the nearest of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.corroboration.likeness import Lot, Pair
from rashomon.model import Policy
from rashomon.ports import CloseReader, InContext, PairReader

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["look_closer", "near_in_meaning", "read", "read_more", "worth_reading"]

_NEAREST = 4  # units of each other report that are read, for every unit
_MOST = 6_000  # units up to which all are held against each other, as in `candidates`


def read(lot: Lot, reader: PairReader | None, policy: Policy) -> Lot:
    """The lot with what the reader says of the pairs that are near in meaning; without one, as it was."""
    if reader is None or not lot.vectors:
        return lot
    return read_more(replace(lot, readings={}, reader=reader), worth_reading(lot, policy))


def read_more(lot: Lot, pairs: Iterable[Pair]) -> Lot:
    """The lot with readings of these pairs as well; without a reader, as it was."""
    if lot.reader is None or lot.readings is None:
        return lot
    unread = [pair for pair in pairs if pair not in lot.readings]
    if not unread:
        return lot
    asked = sorted({_words(lot, pair) for pair in unread})
    told = dict(zip(asked, lot.reader.read(asked), strict=True))
    return replace(lot, readings={**lot.readings, **{pair: told[_words(lot, pair)] for pair in unread}})


def look_closer(lot: Lot, pairs: Iterable[Pair]) -> Lot:
    """The lot with closer readings of these pairs, which were read; as it was if its reader has none."""
    if lot.readings is None or not isinstance(lot.reader, CloseReader):
        return lot
    asked = {pair: _words(lot, pair) for pair in pairs if not lot.readings[pair].closely}
    told = list(dict.fromkeys(sorted(asked.values())))
    closer = dict(zip(told, lot.reader.read_closely(told), strict=True))
    return replace(lot, readings={**lot.readings, **{pair: closer[words] for pair, words in asked.items()}})


def _words(lot: Lot, pair: Pair) -> tuple[InContext, InContext]:
    one, other = sorted(lot.units[at].in_context for at in pair)
    return one, other


def worth_reading(lot: Lot, policy: Policy) -> list[Pair]:
    """The pairs that are near in meaning, in order; of each unit at most so many as the policy says."""
    ranked: dict[int, list[tuple[float, str, Pair]]] = {}
    for one, other, told in near_in_meaning(lot, _NEAREST, policy.pairs_near):
        pair = (min(one, other), max(one, other))
        for mine, theirs in (pair, pair[::-1]):
            ranked.setdefault(mine, []).append((-told["alike"], lot.ids[theirs], pair))
    return sorted({pair for near in ranked.values() for _, _, pair in sorted(near)[: policy.pairs_read]})


def near_in_meaning(lot: Lot, nearest: int, least: float) -> Sequence[tuple[int, int, dict[str, float]]]:
    """Pairs of units of two reports, one of them among so many nearest of its report, and how near they are.

    `alike` is the mean of the cosines of the units (`meaning`) and of their sentences; `gap` is how far
    the pair lies above the next nearest on either side, below zero where it lies behind.
    """
    if not lot.vectors or len(lot.units) > _MOST:
        return []
    import numpy as np  # noqa: PLC0415  (start-up stays fast for what compares nothing)

    rows, wide = (np.asarray(vectors, dtype=np.float64) for vectors in (lot.vectors, lot.sentences))
    meaning = (rows @ rows.T).round(6)
    alike = ((meaning + (wide @ wide.T).round(6)) / 2).round(6)
    report = np.unique(np.asarray(lot.reports), return_inverse=True)[1]
    best = _best(alike, report, nearest + 1)
    least_of = best[:, :, nearest - 1][:, report]
    among = (alike >= least_of) | (alike >= least_of.T)
    apart = report[:, None] != report[None, :]
    found: list[tuple[int, int, dict[str, float]]] = []
    for one, other in np.argwhere(np.triu(among & apart & (alike >= least), 1)).tolist():
        value = float(alike[one, other])
        ranked = best[one, report[other]].tolist(), best[other, report[one]].tolist()
        gap = value - max(_next(value, near) for near in ranked)
        found.append((one, other, {"meaning": float(meaning[one, other]), "gap": gap, "alike": value}))
    return found


def _next(value: float, ranked: Sequence[float]) -> float:
    """The nearest that is not this one; none counts as 0."""
    if value < ranked[0]:
        return ranked[0]
    return next((v for v in ranked if 0.0 < v < value), 0.0)


def _best(alike: NDArray[np.float64], report: NDArray[np.intp], kept: int) -> NDArray[np.float64]:
    """For each unit and report how near its nearest units there are, the nearest first."""
    import numpy as np  # noqa: PLC0415  (as above)

    out = np.full((len(alike), int(report.max()) + 1, kept), -1.0)
    for number in range(out.shape[1]):
        top = -np.sort(-alike[:, report == number], axis=1)[:, :kept]
        out[:, number, : top.shape[1]] = top
    return out
