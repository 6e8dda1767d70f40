"""Which pairs of units are worth comparing: those that share rare words, and those that mean most alike.

An inverted index over terms; words that many units have lead nowhere, so that
the work grows with the number of units.  By meaning, every unit is held against all
others as long as there are no more of them than fifty reports have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.corroboration.likeness import Lot, Pair

__all__ = ["candidates"]

_MOST = 400  # units that a term may lead to; where more have it, it tells too little
_KEPT = 60  # neighbours by words of one unit
_FEW = 6_000  # units up to which all are compared by meaning
_NEAREST = 3  # units of each report that mean most alike one unit
_BLOCK = 512


def candidates(lot: Lot) -> list[Pair]:
    """Pairs, each once, in order."""
    pairs = set(_by_words(lot))
    if lot.vectors and len(lot.units) <= _FEW:
        pairs.update(_by_meaning(lot))
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
        ranked = sorted(near, key=lambda other: (-near[other], lot.units[other].wording.id))
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
            for row, chosen in enumerate(np.asarray(places)[part].tolist(), start=start):
                yield from ((min(row, o), max(row, o)) for o in chosen if not _same(lot, row, o))


def _same(lot: Lot, one: int, other: int) -> bool:
    return lot.units[one].article.id == lot.units[other].article.id


def _reports(lot: Lot) -> Sequence[list[int]]:
    found: dict[str, list[int]] = {}
    for at, unit in enumerate(lot.units):
        found.setdefault(unit.article.id, []).append(at)
    return list(found.values())
