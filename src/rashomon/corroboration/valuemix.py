"""How likely two values of two units that were read are of one thing: what speaks for it, weighed.

The features are those of `valueread`.  The weights are those of ridge logistic regressions, for numbers that
differ, dates that differ, and numbers of which one is but a finer or rounded telling of the other: over the
invented stories of ``training/invented/weighed``, and for numbers that differ over real ones as well, into
which disagreements were planted.  ``python -m training.values --data FOLDER`` fits them anew and prints them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["WEIGHTS", "likelihood"]

WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "number": {
        "bias": -5.31,
        "ratio": 0.77,
        "log_ratio": 0.43,
        "alone": 1.09,
        "one": -0.25,
        "same_fate": 1.31,
        "of_kind": 1.39,
        "units": 0.60,
        "behind": -0.36,
        "around": 1.67,
        "gap": 2.48,
        "said": 0.29,
        "crowd": 0.69,
    },
    "date": {
        "bias": -3.59,
        "same_grain": 0.78,
        "one_event": 1.54,
        "contrary": 3.51,
        "about": 3.21,
        "of_kind": 2.31,
        "others": -0.95,
        "gap": 0.29,
        "depth": 0.02,
    },
    "finer": {
        "bias": -6.92,
        "ratio": 3.31,
        "of_kind": 5.50,
        "gap": 1.03,
        "around": 2.45,
        "others": -0.77,
        "tells": 4.67,
    },
}


def likelihood(table: str, features: Mapping[str, float]) -> float:
    """How likely two values with these features are of one thing, from 0 to 1."""
    weights = WEIGHTS[table]
    mixed = weights["bias"] + math.fsum(
        weight * features.get(name, 0.0) for name, weight in weights.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
