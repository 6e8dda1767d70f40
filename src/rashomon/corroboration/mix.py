"""How likely two units tell the same: what they share, weighed.

The features are those of `likeness` and `comparing`.  The weights are those of a
logistic regression over pairs of units of the invented stories of
the open parts of ``evaluation/invented/events``; ``python -m training.claims`` fits them anew
and prints these tables.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["WITHOUT_VECTORS", "WITH_READER", "WITH_VECTORS", "likelihood"]

WITH_VECTORS: Mapping[str, float] = {
    "bias": -3.46,
    "meaning": 1.46,
    "sentence": 2.09,
    "words": 0.25,
    "share": 0.44,
    "numbers": 0.42,
    "near": 1.33,
    "acts": 1.23,
    "around": 3.48,
    "times": 0.89,
    "depth": -2.28,
    "gap": 1.61,
    "alike": 1.76,
    "apart": 1.77,
}
WITH_READER: Mapping[str, float] = {
    "bias": -3.06,
    "meaning": -0.45,
    "sentence": 2.44,
    "words": 0.31,
    "share": 0.39,
    "numbers": 0.46,
    "near": 1.55,
    "acts": 1.08,
    "around": 3.64,
    "times": 0.66,
    "depth": -2.33,
    "gap": 1.53,
    "one": 1.95,
    "same": -0.55,
    "alike": 1.27,
    "apart": 2.32,
}
WITHOUT_VECTORS: Mapping[str, float] = {
    "bias": -2.18,
    "words": 2.23,
    "share": -0.12,
    "numbers": 0.16,
    "near": 1.33,
    "acts": 0.94,
    "around": 4.54,
    "times": 0.74,
    "depth": -2.57,
    "gap": 1.45,
    "alike": 1.74,
    "apart": 2.07,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features tell the same, from 0 to 1."""
    weights = WITH_READER if "one" in features else WITH_VECTORS if "meaning" in features else WITHOUT_VECTORS
    mixed = weights["bias"] + math.fsum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
