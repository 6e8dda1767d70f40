"""How likely two units tell the same: what they share, weighed.

The features are those of `likeness` and `comparing`.  The weights are those of a
logistic regression over pairs of units of the invented stories of
``evaluation/invented/events/tune``; ``python -m training.claims`` fits them anew
and prints these tables.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["WITHOUT_VECTORS", "WITH_VECTORS", "likelihood"]

WITH_VECTORS: Mapping[str, float] = {
    "bias": -3.77,
    "meaning": 0.71,
    "sentence": 4.62,
    "words": 0.6,
    "share": 1.16,
    "numbers": 0.96,
    "near": 1.35,
    "depth": -3.11,
    "gap": 2.32,
    "alike": 1.45,
    "apart": 1.08,
}
WITHOUT_VECTORS: Mapping[str, float] = {
    "bias": -1.72,
    "words": 2.49,
    "share": 1.58,
    "numbers": 0.63,
    "near": 1.19,
    "depth": -3.76,
    "gap": 1.16,
    "alike": 1.23,
    "apart": 1.23,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features tell the same, from 0 to 1."""
    weights = WITH_VECTORS if "meaning" in features else WITHOUT_VECTORS
    mixed = weights["bias"] + math.fsum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
