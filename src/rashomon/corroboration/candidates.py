"""Which pairs of units are worth comparing: those that share rare words, and those that mean most alike.

An inverted index over terms; words that many units have lead nowhere, so that
the work grows with the number of units.  By meaning, every unit is held against all
others as long as there are no more of them than fifty reports have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.corroboration.likeness import Lot, Pair

__all__ = ["candidates", "nearest_by_meaning"]

_MOST = 400  # units that a term may lead to; where more have it, it tells too little
_KEPT = 40  # neighbours by words of one unit
_FEW = 6_000  # units up to which all are compared by meaning
_NEAREST = 3  # units of each report that mean most alike one unit
_LEAST = 0.5  # of the two cosines, added: below, no pair of the invented stories was one claim
_BLOCK = 512


def candidates(lot: Lot) -> list[Pair]:
    """Pairs, each once, in order."""
    pairs = set(_by_words(lot))
    if lot.vectors and len(lot.units) <= _FEW:
        pairs.update(_by_meaning(lot))
    pairs.update(lot.readings or ())
    return sorted(pairs)


def _by_words(lot: Lot) -> Iterator[Pair]:
    having: Mapping[str, list[int]] = defaultdict(list)
    for at, terms in enumerate(lot.terms.of):
        for term in terms:
            having[term].append(at)
    for at, terms in enumerate(lot.terms.of):
        near: Counter[int] = Counter()
        for term in terms:
            if len(having[term]) <= _MOST:
                for other in having[term]:
                    near[other] += round(1000 * lot.terms.rarity[term] ** 2)
        near.pop(at, None)
        ranked = sorted(near, key=lambda other: (-near[other], lot.ids[other]))
        yield from ((min(at, other), max(at, other)) for other in ranked[:_KEPT])


def _by_meaning(lot: Lot) -> Iterator[Pair]:
    """The nearest of each other report, for every unit."""
    import numpy as np  # noqa: PLC0415  (start-up stays fast for what compares nothing)

    rows = np.hstack([np.asarray(lot.vectors, np.float32), np.asarray(lot.sentences, np.float32)])
    reports = _reports(lot)
    for start in range(0, len(rows), _BLOCK):
        alike = (rows[start : start + _BLOCK] @ rows.T).round(5)
        for places in reports:
            if len(places) > _NEAREST:
                part = np.argpartition(-alike[:, places], _NEAREST - 1, axis=1)[:, :_NEAREST]
            else:
                part = np.tile(np.arange(len(places)), (len(alike), 1))
            chosen = np.asarray(places)[part]
            near = np.take_along_axis(alike, chosen, axis=1) >= _LEAST
            for row, column in zip(*np.nonzero(near), strict=True):
                one, other = start + int(row), int(chosen[row, column])
                if lot.reports[one] != lot.reports[other]:
                    yield min(one, other), max(one, other)


def _reports(lot: Lot) -> Sequence[list[int]]:
    found: dict[str, list[int]] = {}
    for at, report in enumerate(lot.reports):
        found.setdefault(report, []).append(at)
    return list(found.values())


def nearest_by_meaning(lot: Lot, units: Sequence[int]) -> list[dict[str, int]]:
    """For each of these units the unit of every report that means most alike it; nothing without vectors."""
    if not lot.vectors:
        return [{} for _ in units]
    import numpy as np  # noqa: PLC0415  (start-up stays fast for what compares nothing)

    rows = np.asarray(lot.vectors, np.float32)
    reports = [(lot.reports[places[0]], np.asarray(places)) for places in _reports(lot)]
    out: list[dict[str, int]] = []
    for start in range(0, len(units), _BLOCK):
        alike = (rows[list(units[start : start + _BLOCK])] @ rows.T).round(5)
        best = {report: places[alike[:, places].argmax(axis=1)].tolist() for report, places in reports}
        out += [{report: found[row] for report, found in best.items()} for row in range(len(alike))]
    return out
