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
    "bias": -3.79,
    "meaning": 1.05,
    "sentence": 3.39,
    "words": -0.31,
    "share": 0.34,
    "numbers": -0.0,
    "near": 0.59,
    "acts": 1.03,
    "around": 3.57,
    "times": 1.02,
    "depth": -3.17,
    "gap": 1.91,
    "alike": 2.55,
    "apart": 2.51,
}
WITHOUT_VECTORS: Mapping[str, float] = {
    "bias": -2.12,
    "words": 1.06,
    "share": 0.74,
    "numbers": -0.08,
    "near": 0.08,
    "acts": 0.89,
    "around": 3.62,
    "times": 0.93,
    "depth": -3.59,
    "gap": 0.95,
    "alike": 2.46,
    "apart": 2.7,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features tell the same, from 0 to 1."""
    weights = WITH_VECTORS if "meaning" in features else WITHOUT_VECTORS
    mixed = weights["bias"] + math.fsum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
