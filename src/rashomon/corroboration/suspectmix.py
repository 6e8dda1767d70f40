"""How likely units of real reports contradict each other, where too little speaks for telling it.

What is told as a conflict is weighed by `contrarymix`, which is fitted on invented stories; there
contradictions are common.  This table is for what is only suspected (`suspecting`): the weights are those
of a ridge logistic regression over real stories into which disagreements were planted, four in a story;
``python -m training.suspected --data FOLDER`` fits it anew and prints it.  Unchanged reports disagree
more rarely, so of these the likelihoods are too high; their order is what counts.  Values are weighed by
`valuemix` here too.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["UNITS", "likelihood"]

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
"""The features are those of `contrastread`."""


def likelihood(features: Mapping[str, float]) -> float:
    """How likely units with these features contradict each other, from 0 to 1."""
    mixed = UNITS["bias"] + math.fsum(
        weight * features[name] for name, weight in UNITS.items() if name != "bias"
    )
    return 1 / (1 + math.exp(-mixed))
