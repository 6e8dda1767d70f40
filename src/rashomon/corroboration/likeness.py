"""How likely two units tell the same: a weighed mix of what they share.

Each feature lies between 0 and 1.  `meaning` is the cosine of their sentence
vectors (0 without an embedder), `words` that of their terms, each weighed by
how rare it is in the story, `share` what part of the shorter unit's terms the
longer has.  A logistic function makes them a probability.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.corroboration.terms import terms_of
from rashomon.corroboration.units import Unit
from rashomon.ports import Embedder

__all__ = ["Lot", "Weights", "likelihood", "lot_of"]

Weights = Mapping[str, float]

WITH_MEANING: Weights = {"bias": -6.6, "meaning": 6.0, "words": 4.0, "share": 2.0, "numbers": 1.0}
WITHOUT_MEANING: Weights = {"bias": -4.2, "words": 6.0, "share": 3.0, "numbers": 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """The units of a story with what they are compared by.

    Attributes:
        units: in the order of the dossier.
        terms: of each unit.
        rarity: how much a term tells: the logarithm of how few units have it.
        weight: the sum of the squared rarities of a unit's terms.
        vectors: of each unit; empty without an embedder.
        first: index of the first unit of each report, by its id.
    """

    units: Sequence[Unit]
    terms: Sequence[frozenset[str]]
    rarity: Mapping[str, float]
    weight: Sequence[float]
    vectors: Sequence[Sequence[float]]
    first: Mapping[str, int]


def lot_of(units: Sequence[Unit], embedder: Embedder | None) -> Lot:
    """The units, ready to be compared."""
    terms = [terms_of(unit.article.text, unit.wording.spans) for unit in units]
    having = Counter(term for of_unit in terms for term in of_unit)
    rarity = {term: math.log(1 + len(units) / count) for term, count in having.items()}
    return Lot(
        units=units,
        terms=terms,
        rarity=rarity,
        weight=[math.fsum(rarity[term] ** 2 for term in sorted(of_unit)) for of_unit in terms],
        vectors=embedder.embed([unit.words for unit in units]) if embedder and units else (),
        first={units[at].article.id: at for at in reversed(range(len(units)))},
    )


def features(lot: Lot, one: int, other: int) -> dict[str, float]:
    """What two units of the lot (indices) share; symmetric."""
    mine, theirs = lot.terms[one], lot.terms[other]
    both = math.fsum(lot.rarity[term] ** 2 for term in sorted(mine & theirs))
    least = min(lot.weight[one], lot.weight[other])
    out = {
        "words": both / math.sqrt(lot.weight[one] * lot.weight[other]) if both else 0.0,
        "share": both / least if both else 0.0,
        "numbers": float(any(term.startswith("#") for term in mine & theirs)),
    }
    if lot.vectors:
        inner = math.fsum(a * b for a, b in zip(lot.vectors[one], lot.vectors[other], strict=True))
        out["meaning"] = max(0.0, min(1.0, inner))
    return out


def likelihood(found: Mapping[str, float]) -> float:
    """How likely units with these features tell the same."""
    weights = WITH_MEANING if "meaning" in found else WITHOUT_MEANING
    mixed = weights["bias"] + math.fsum(weights.get(name, 0.0) * found[name] for name in sorted(found))
    return 1 / (1 + math.exp(-mixed))
