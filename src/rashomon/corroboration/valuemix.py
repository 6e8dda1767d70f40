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
        "bias": -5.98,
        "ratio": 2.81,
        "alone": 0.96,
        "one": -2.13,
        "contrary": 3.00,
        "of_kind": 2.69,
        "gap": 2.69,
        "said": 0.84,
    },
    "date": {
        "bias": -3.94,
        "same_grain": 0.56,
        "one_event": 0.89,
        "contrary": 2.91,
        "about": 2.79,
        "of_kind": 2.71,
        "others": -1.09,
        "gap": 0.11,
        "depth": -0.39,
    },
    "finer": {
        "bias": -7.20,
        "ratio": 3.91,
        "of_kind": 5.24,
        "gap": 1.51,
        "around": 2.22,
        "others": -0.94,
        "tells": 4.46,
    },
}


def likelihood(table: str, features: Mapping[str, float]) -> float:
    """How likely two values with these features are of one thing, from 0 to 1."""
    weights = WEIGHTS[table]
    mixed = weights["bias"] + math.fsum(
        weight * features.get(name, 0.0) for name, weight in weights.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
