"""How likely two units contradict each other: what a reader of pairs says and what speaks for it, weighed.

The features are those of `contrastread`.  The weights are those of a logistic regression over the pairs
that the reader read in the invented stories of ``training/invented/weighed``;
``python -m training.contrary`` fits them anew and prints this table.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["WEIGHTS", "likelihood"]

WEIGHTS: Mapping[str, float] = {
    "bias": 0.27,
    "contrary": 3.44,
    "one": 0.84,
    "around": 2.16,
    "words": -0.93,
    "depth": -1.49,
    "gap": 1.23,
    "behind": -0.48,
    "found": 0.84,
    "said": 0.37,
    "modality": -1.24,
    "crowd": -0.44,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features contradict each other, from 0 to 1."""
    mixed = WEIGHTS["bias"] + math.fsum(WEIGHTS[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
