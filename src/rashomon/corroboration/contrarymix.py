"""How likely two units contradict each other: what a reader of pairs says and what speaks for it, weighed.

The features are those of `contrastread`.  The weights are those of a logistic regression over the pairs
that the reader read in the invented stories of ``training/invented/weighed`` and in real ones whose
suspected contradictions were labelled; ``python -m training.contrary --data FOLDER`` fits them anew and
prints this table.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["WEIGHTS", "likelihood"]

WEIGHTS: Mapping[str, float] = {
    "bias": 2.79,
    "contrary": 4.77,
    "one": 1.02,
    "around": 1.39,
    "words": -0.22,
    "depth": -1.29,
    "gap": 0.95,
    "behind": -0.11,
    "found": 1.06,
    "said": 0.25,
    "modality": -1.10,
    "crowd": -1.05,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features contradict each other, from 0 to 1."""
    mixed = WEIGHTS["bias"] + math.fsum(
        weight * features[name] for name, weight in WEIGHTS.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
