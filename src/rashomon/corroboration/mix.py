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
    "bias": -3.54,
    "meaning": 0.7,
    "sentence": 3.08,
    "words": -0.12,
    "share": 0.33,
    "numbers": -0.13,
    "near": 0.6,
    "acts": 0.77,
    "around": 3.51,
    "times": 0.61,
    "depth": -3.2,
    "gap": 1.63,
    "alike": 2.86,
    "apart": 2.72,
}
WITHOUT_VECTORS: Mapping[str, float] = {
    "bias": -2.2,
    "words": 1.1,
    "share": 0.73,
    "numbers": -0.14,
    "near": 0.17,
    "acts": 0.81,
    "around": 3.74,
    "times": 0.65,
    "depth": -3.57,
    "gap": 0.84,
    "alike": 2.83,
    "apart": 2.82,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features tell the same, from 0 to 1."""
    weights = WITH_VECTORS if "meaning" in features else WITHOUT_VECTORS
    mixed = weights["bias"] + math.fsum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
