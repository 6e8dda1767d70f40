"""What a reader of pairs is asked to read closely: units whose values differ and may be of one thing.

A small network reads every pair, a larger one what that suspects (`inference.cascade`).  Two values that
differ are suspect as well, whatever the small one makes of the words around them.
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.corroboration.comparing import Findings
from rashomon.corroboration.contrastread import weighable_pairs
from rashomon.corroboration.likeness import Lot, Pair
from rashomon.corroboration.readings import look_closer
from rashomon.corroboration.valueread import valued
from rashomon.model import Policy

__all__ = ["look_at_values"]


def look_at_values(
    lot: Lot, found: Mapping[Pair, Mapping[str, float]], differences: Findings, policy: Policy
) -> Lot:
    """The lot with closer readings of all pairs with values that are of one thing at least that likely.

    Args:
        lot: with readings; without, it stays as it is.
        found: the features of the pairs (`likeness.measured`).
        differences: what rules found.
        policy: how likely (`value_closely`).
    """
    weighed = dict(weighable_pairs(lot, found, differences))
    values = valued(lot, weighed, found, differences, policy)
    return look_closer(lot, sorted({one.pair for one in values if one.likely >= policy.value_closely}))
