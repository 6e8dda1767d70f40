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
    "bias": -1.33,
    "contrary": 3.37,
    "one": 0.91,
    "around": 2.36,
    "words": -1.06,
    "depth": -1.46,
    "gap": 1.33,
    "behind": -0.55,
    "found": 0.78,
    "said": 0.34,
    "modality": -1.26,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features contradict each other, from 0 to 1."""
    mixed = WEIGHTS["bias"] + math.fsum(WEIGHTS[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-mixed))
