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
    "bias": -3.56,
    "meaning": 0.76,
    "sentence": 3.14,
    "words": -0.2,
    "share": 0.32,
    "numbers": -0.08,
    "near": 0.61,
    "acts": 0.92,
    "around": 3.45,
    "times": 0.68,
    "depth": -3.29,
    "gap": 1.71,
    "alike": 2.79,
    "apart": 2.69,
}
WITHOUT_VECTORS: Mapping[str, float] = {
    "bias": -2.18,
    "words": 1.08,
    "share": 0.73,
    "numbers": -0.09,
    "near": 0.18,
    "acts": 0.94,
    "around": 3.71,
    "times": 0.71,
    "depth": -3.64,
    "gap": 0.87,
    "alike": 2.71,
    "apart": 2.79,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features tell the same, from 0 to 1."""
    weights = WITH_VECTORS if "meaning" in features else WITHOUT_VECTORS
    mixed = weights["bias"] + math.fsum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
