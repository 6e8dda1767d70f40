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
    "bias": 2.49,
    "contrary": 6.21,
    "one": 1.25,
    "around": 1.56,
    "words": -0.47,
    "depth": -1.35,
    "gap": 0.89,
    "behind": -0.34,
    "found": 0.75,
    "said": 0.28,
    "modality": -1.17,
    "crowd": -0.95,
}


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features contradict each other, from 0 to 1."""
    mixed = WEIGHTS["bias"] + math.fsum(
        weight * features[name] for name, weight in WEIGHTS.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
