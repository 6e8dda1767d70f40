"""How likely two values of two units are of one thing: what speaks for it and against it, weighed.

The features are those of `contrasts` and `contrasting`.  The weights are those of a ridge logistic
regression over the contrasts of the invented stories of the open parts of ``evaluation/invented/events``;
``python -m training.contrasts`` fits them anew and prints this table.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from rashomon.model import ConflictKind

__all__ = ["WEIGHTS", "likelihood"]

WEIGHTS: Mapping[ConflictKind, Mapping[str, float]] = {
    ConflictKind.NUMBER: {
        "bias": -5.24,
        "ratio": 4.19,
        "same_fate": 2.69,
        "aspect": 4.91,
        "gap": 5.24,
        "alone": 1.59,
        "one": -1.78,
        "finer": 0.68,
    },
    ConflictKind.DATE: {
        "bias": -4.63,
        "gap": 4.77,
        "same_grain": 2.41,
        "one_event": 4.64,
        "uncertain": 1.85,
        "ahead": 0.41,
    },
    ConflictKind.REASON: {
        "bias": -4.60,
        "same_event": 2.57,
        "meaning": 7.84,
        "own": -2.03,
    },
    ConflictKind.POLARITY: {
        "bias": -4.13,
        "words": 3.09,
        "focus": 2.30,
        "done": 0.80,
        "gap": 4.44,
        "own": -3.14,
        "turned": 2.65,
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
