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
        "bias": -5.34,
        "ratio": 2.37,
        "same_fate": 2.75,
        "alone": 1.17,
        "one": -2.53,
        "contrary": 1.44,
        "about": 0.33,
        "of_kind": 2.15,
        "gap": 4.68,
    },
    "date": {
        "bias": -4.78,
        "same_grain": 0.78,
        "one_event": 1.92,
        "contrary": 0.72,
        "about": 1.79,
        "of_kind": 1.96,
        "others": -1.84,
        "short": 1.71,
    },
    "finer": {
        "bias": -6.73,
        "ratio": 3.72,
        "of_kind": 4.57,
        "gap": 2.21,
        "around": -1.62,
    },
}


def likelihood(table: str, features: Mapping[str, float]) -> float:
    """How likely two values with these features are of one thing, from 0 to 1."""
    weights = WEIGHTS[table]
    mixed = weights["bias"] + math.fsum(
        weight * features.get(name, 0.0) for name, weight in weights.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
