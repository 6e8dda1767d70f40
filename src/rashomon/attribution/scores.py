"""How sure a statement is: the tagger's and the linker's doubts, and the rules' word, in one probability.

A logistic regression over a handful of values, fitted on annotated articles
that the tagger was not trained on; right is a statement whose content shares
at least 80 % of the letters with that of an annotated one.  The weights come with the tagger
(keys ``P|...``).  Without any, the score is that of the rule.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from rashomon.attribution.labels import StatementRule
from rashomon.attribution.linking import Attribution

__all__ = ["probability", "values"]

_LEAST = 1e-4
_DIGITS = 3


def values(attribution: Attribution | None, rule: StatementRule) -> dict[str, float]:
    """What speaks for and against a statement, by the key of its weight.

    Args:
        attribution: what the tagger found, None if only the rules did.
        rule: the rule that found the same, `StatementRule.TAGGED` if none did.
    """
    if attribution is None:
        return {"P|rules": 1.0, f"P|rules|{rule.label}": 1.0}
    contents = min(piece.score for piece in attribution.content)
    out = {
        "P|tagger": 1.0,
        "P|content": _logit(contents),
        "P|links": _logit(attribution.score),
        "P|pieces": float(len(attribution.content) > 1),
        "P|alone": float(attribution.cue is None),
        "P|both": float(rule is not StatementRule.TAGGED),
    }
    if attribution.cue is not None:
        out["P|cue"] = _logit(attribution.cue.score)
    if attribution.source is not None:
        out["P|source"] = _logit(attribution.source.score)
    return out


def probability(attribution: Attribution | None, rule: StatementRule, weights: Mapping[str, float]) -> float:
    """That the content of a statement is right; arguments as for `values`."""
    found = values(attribution, rule)
    if not any(key in weights for key in found):
        return rule.score
    return round(1 / (1 + math.exp(-sum(v * weights.get(key, 0.0) for key, v in found.items()))), _DIGITS)


def _logit(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(share / (1 - share))
