"""How likely units and dates of real reports contradict each other, where too little speaks for telling it.

What is told as a conflict is weighed by `contrarymix` and `valuemix`, which are fitted on invented stories;
there contradictions are common.  These tables are for what is only suspected (`suspecting`): the weights are
those of ridge logistic regressions over real stories into which disagreements were planted, four in a story;
``python -m training.suspected --data FOLDER`` fits them anew and prints them.  Unchanged reports disagree
more rarely, so of these the likelihoods are too high; their order is what counts.  Numbers are weighed by
`valuemix` here too, whose table for them is fitted on the same stories as well.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["DATES", "UNITS", "likelihood"]

UNITS: Mapping[str, float] = {
    "bias": 1.45,
    "contrary": 3.61,
    "one": -0.81,
    "around": 2.74,
    "words": 0.20,
    "depth": -0.52,
    "gap": 3.35,
    "behind": -1.21,
    "found": 1.12,
    "said": -0.04,
    "modality": 0.74,
    "crowd": -0.49,
    "compatible": 2.18,
    "near": 0.54,
    "date": 0.66,
    "place": 1.13,
    "polarity": -1.02,
}
"""Of units; the features are those of `contrastread`."""

DATES: Mapping[str, float] = {
    "bias": -3.43,
    "same_grain": 1.73,
    "acts": 1.66,
    "contrary": 4.08,
    "about": -0.04,
    "same": -1.15,
    "of_kind": 1.80,
    "gap": 4.04,
    "depth": -0.25,
}
"""Of two dates in them; the features are those of `valueread`."""


def likelihood(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """How likely units or dates with these features contradict each other, from 0 to 1."""
    mixed = weights["bias"] + math.fsum(
        weight * features.get(name, 0.0) for name, weight in weights.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
