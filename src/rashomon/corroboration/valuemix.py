"""How likely two values of two units that were read are of one thing: what speaks for it, weighed.

The features are those of `valueread`.  The weights are those of a ridge logistic regression over the
invented stories of ``training/invented/weighed``, for numbers that differ, dates that differ, and numbers
of which one is but a finer or rounded telling of the other; ``python -m training.values`` fits them anew and
prints these tables.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["WEIGHTS", "likelihood"]

WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "number": {
        "bias": -5.92,
        "ratio": 3.17,
        "alone": 1.03,
        "one": -2.25,
        "contrary": 2.52,
        "of_kind": 2.08,
        "gap": 3.28,
        "said": 0.85,
    },
    "date": {
        "bias": -3.01,
        "same_grain": 0.67,
        "one_event": 1.59,
        "contrary": 2.32,
        "about": 1.13,
        "of_kind": 2.06,
        "others": -1.16,
        "gap": 0.97,
        "depth": -1.31,
    },
    "finer": {
        "bias": -5.93,
        "ratio": 3.74,
        "of_kind": 3.84,
        "gap": 1.68,
        "around": 1.98,
        "others": -1.07,
        "tells": 4.86,
    },
}


def likelihood(table: str, features: Mapping[str, float]) -> float:
    """How likely two values with these features are of one thing, from 0 to 1."""
    weights = WEIGHTS[table]
    mixed = weights["bias"] + math.fsum(
        weight * features.get(name, 0.0) for name, weight in weights.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
