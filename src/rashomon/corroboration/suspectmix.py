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
    "bias": 2.89,
    "contrary": 3.63,
    "one": -1.92,
    "around": 3.81,
    "words": 0.88,
    "depth": -0.46,
    "gap": 4.28,
    "behind": -0.36,
    "found": 1.15,
    "said": -0.08,
    "modality": 0.66,
    "crowd": -0.64,
    "compatible": 2.83,
    "near": 1.05,
    "date": 1.71,
    "place": 1.22,
    "polarity": -1.07,
}
"""Of units; the features are those of `contrastread`."""

DATES: Mapping[str, float] = {
    "bias": -3.03,
    "same_grain": 1.68,
    "acts": 1.66,
    "contrary": 2.38,
    "about": 1.14,
    "same": -0.71,
    "of_kind": 2.21,
    "gap": 3.84,
    "depth": -0.40,
}
"""Of two dates in them; the features are those of `valueread`."""


def likelihood(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """How likely units or dates with these features contradict each other, from 0 to 1."""
    mixed = weights["bias"] + math.fsum(
        weight * features.get(name, 0.0) for name, weight in weights.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
