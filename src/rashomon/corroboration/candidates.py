"""Which pairs of units are worth comparing: those that share words few other units have.

An inverted index over terms; words that many units have are looked at only
where a unit has no rarer ones, so that the work grows with the number of units.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from rashomon.corroboration.likeness import Lot

__all__ = ["candidates"]

_MOST = 400  # units that a term may lead to; more have it, and it tells too little
_KEPT = 40  # neighbours of a unit that are looked at


def candidates(lot: Lot) -> Iterator[tuple[int, int]]:
    """Pairs of indices, the smaller first, in order, each once."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, terms in enumerate(lot.terms):
        for term in terms:
            having[term].append(at)
    pairs: set[tuple[int, int]] = set()
    for at, terms in enumerate(lot.terms):
        near: Counter[int] = Counter()
        for term in sorted(terms):
            if len(having[term]) <= _MOST:
                for other in having[term]:
                    near[other] += round(1000 * lot.rarity[term] ** 2)
        near.pop(at, None)
        ranked = sorted(near, key=lambda other: (-near[other], lot.units[other].wording.id))
        pairs.update((min(at, other), max(at, other)) for other in ranked[:_KEPT])
    yield from sorted(pairs)
