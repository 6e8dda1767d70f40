"""How likely two units tell the same: what they share, weighed.

The features are those of `likeness` and `comparing`.  The weights are those of a
logistic regression over pairs of units of the invented stories of
``training/invented/weighed``; ``python -m training.claims`` fits them anew and prints
these tables.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["WITHOUT_VECTORS", "WITH_READER", "WITH_VECTORS", "likelihood"]

WITH_VECTORS: Mapping[str, float] = {
    "bias": -2.60,
    "meaning": 0.97,
    "sentence": 2.19,
    "words": -1.11,
    "share": 0.31,
    "numbers": 0.72,
    "near": 0.52,
    "acts": 0.83,
    "around": 4.63,
    "times": 1.28,
    "depth": -1.76,
    "gap": 2.25,
    "alike": 2.25,
    "apart": 1.05,
}
WITH_READER: Mapping[str, float] = {
    "bias": -0.31,
    "meaning": -1.83,
    "sentence": 0.25,
    "words": -1.35,
    "share": 0.53,
    "numbers": 1.06,
    "near": -0.06,
    "acts": 0.35,
    "around": 3.83,
    "times": 1.54,
    "depth": -1.36,
    "gap": 2.43,
    "one": 4.60,
    "same": 0.67,
    "alike": 1.44,
    "apart": 1.10,
}
WITHOUT_VECTORS: Mapping[str, float] = {
    "bias": -1.58,
    "words": 0.86,
    "share": -0.16,
    "numbers": 0.10,
    "near": 0.88,
    "acts": -0.23,
    "around": 5.67,
    "times": 1.08,
    "depth": -1.93,
    "gap": 1.58,
    "alike": 2.21,
    "apart": 1.23,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features tell the same, from 0 to 1."""
    weights = WITH_READER if "one" in features else WITH_VECTORS if "meaning" in features else WITHOUT_VECTORS
    mixed = weights["bias"] + math.fsum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
