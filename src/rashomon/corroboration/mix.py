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
    "bias": -3.76,
    "meaning": 0.92,
    "sentence": 3.72,
    "words": -0.2,
    "share": 0.27,
    "numbers": -0.32,
    "near": 0.83,
    "acts": 1.3,
    "around": 3.53,
    "times": 1.33,
    "depth": -3.34,
    "gap": 2.03,
    "alike": 2.53,
    "apart": 1.7,
}
WITHOUT_VECTORS: Mapping[str, float] = {
    "bias": -2.01,
    "words": 1.15,
    "share": 0.6,
    "numbers": -0.29,
    "near": 0.71,
    "acts": 1.34,
    "around": 3.68,
    "times": 1.16,
    "depth": -3.75,
    "gap": 0.93,
    "alike": 2.75,
    "apart": 1.53,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features tell the same, from 0 to 1."""
    weights = WITH_VECTORS if "meaning" in features else WITHOUT_VECTORS
    mixed = weights["bias"] + math.fsum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
