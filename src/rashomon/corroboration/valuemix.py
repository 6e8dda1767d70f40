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
        "bias": -4.49,
        "ratio": 1.43,
        "log_ratio": 0.44,
        "alone": 0.93,
        "one": -0.85,
        "same_fate": 1.31,
        "of_kind": 0.55,
        "units": 0.40,
        "behind": -1.11,
        "around": 3.71,
        "gap": 2.63,
        "said": 0.38,
        "crowd": 0.48,
    },
    "date": {
        "bias": -3.60,
        "same_grain": 0.70,
        "one_event": 1.56,
        "contrary": 2.62,
        "about": 2.52,
        "of_kind": 2.48,
        "others": -0.82,
        "gap": 0.50,
        "depth": -0.37,
    },
    "finer": {
        "bias": -6.98,
        "ratio": 3.85,
        "of_kind": 5.14,
        "gap": 1.70,
        "around": 1.81,
        "others": -0.93,
        "tells": 4.92,
    },
}


def likelihood(table: str, features: Mapping[str, float]) -> float:
    """How likely two values with these features are of one thing, from 0 to 1."""
    weights = WEIGHTS[table]
    mixed = weights["bias"] + math.fsum(
        weight * features.get(name, 0.0) for name, weight in weights.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
