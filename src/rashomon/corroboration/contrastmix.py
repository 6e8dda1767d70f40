"""How likely two values of two units are of one thing: what speaks for it and against it, weighed.

The features are those of `contrasts` and `contrasting`.  The weights are those of a ridge logistic
regression over the contrasts of the invented stories of the open parts of ``evaluation/invented/events``.
Those of places are set by hand: the open parts have too few.  ``python -m training.contrasts`` fits such a
table on ``training/invented/weighed``; what it prints has not been taken over yet.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from rashomon.model import ConflictKind

__all__ = ["WEIGHTS", "likelihood"]

WEIGHTS: Mapping[ConflictKind, Mapping[str, float]] = {
    ConflictKind.NUMBER: {
        "bias": -5.17,
        "ratio": 4.98,
        "same_fate": 2.40,
        "aspect": 3.03,
        "gap": 6.00,
        "alone": 1.25,
        "one": -1.65,
        "finer": 0.31,
    },
    ConflictKind.DATE: {
        "bias": -4.04,
        "gap": 7.65,
        "same_grain": 1.28,
        "one_event": 3.30,
        "acts": 4.02,
        "uncertain": 1.07,
    },
    ConflictKind.REASON: {
        "bias": -6.56,
        "strong": 5.13,
        "surer": 2.91,
        "gap": 2.77,
        "own": -2.03,
        "other_event": -5.36,
        "depth": -3.33,
    },
    ConflictKind.PLACE: {
        "bias": -1.0,
        "heads": 2.0,
        "meaning": 2.0,
    },
    ConflictKind.POLARITY: {
        "bias": -4.21,
        "words": 3.02,
        "focus": 2.50,
        "done": 0.80,
        "gap": 4.27,
        "own": -3.24,
        "turned": 3.14,
    },
    ConflictKind.MODALITY: {
        "bias": -6.39,
        "words": 0.77,
        "same_event": 3.91,
        "meaning": 6.99,
        "field": 4.49,
    },
}


def likelihood(kind: ConflictKind, features: Mapping[str, float]) -> float:
    """How likely a contrast of this kind with these features is one, from 0 to 1."""
    weights = WEIGHTS[kind]
    mixed = weights["bias"] + math.fsum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
