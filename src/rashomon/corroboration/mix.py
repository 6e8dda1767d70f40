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
    "bias": -3.71,
    "meaning": 1.13,
    "sentence": 3.3,
    "words": -0.21,
    "share": 0.31,
    "numbers": 0.19,
    "near": 1.23,
    "acts": 1.56,
    "around": 4.16,
    "times": 1.07,
    "depth": -3.6,
    "gap": 1.85,
    "alike": 2.47,
    "apart": 2.34,
}
WITHOUT_VECTORS: Mapping[str, float] = {
    "bias": -2.11,
    "words": 1.5,
    "share": 0.43,
    "numbers": 0.13,
    "near": 0.83,
    "acts": 1.5,
    "around": 4.96,
    "times": 0.97,
    "depth": -4.06,
    "gap": 1.01,
    "alike": 2.35,
    "apart": 2.46,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features tell the same, from 0 to 1."""
    weights = WITH_VECTORS if "meaning" in features else WITHOUT_VECTORS
    mixed = weights["bias"] + math.fsum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
