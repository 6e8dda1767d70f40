"""How likely units and values of real reports contradict each other, where too little speaks for telling it.

What is told as a conflict is weighed by `contrarymix` and `valuemix`, which are fitted on invented stories;
there contradictions are common.  These tables are for what is only suspected (`suspecting`): the weights are
those of ridge logistic regressions over real stories into which disagreements were planted, four in a story;
``python -m training.suspected --data FOLDER`` fits them anew and prints them.  Unchanged reports disagree
more rarely, so of these the likelihoods are too high; their order is what counts.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["UNITS", "VALUES", "likelihood"]

UNITS: Mapping[str, float] = {
    "bias": 2.07,
    "contrary": 3.10,
    "one": 0.79,
    "around": 2.88,
    "words": -0.28,
    "depth": -0.49,
    "gap": 3.91,
    "behind": -0.63,
    "found": 1.54,
    "said": -0.13,
    "modality": -0.18,
    "crowd": -0.61,
}
"""Of units; the features are those of `contrastread`."""

VALUES: Mapping[str, Mapping[str, float]] = {
    "number": {
        "bias": -1.37,
        "ratio": 0.64,
        "alone": 1.16,
        "one": 0.72,
        "contrary": 3.68,
        "of_kind": 0.51,
        "gap": 8.74,
        "said": 0.22,
    },
    "date": {
        "bias": -2.70,
        "same_grain": 2.04,
        "one_event": -0.45,
        "contrary": 3.72,
        "about": 0.08,
        "of_kind": 3.97,
        "gap": 5.28,
    },
}
"""Of values, by their kind; the features are those of `valueread`."""


def likelihood(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """How likely units or values with these features contradict each other, from 0 to 1."""
    mixed = weights["bias"] + math.fsum(
        weight * features.get(name, 0.0) for name, weight in weights.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
