"""Which units are held against each other, and by which comparers.

A comparer is called for every pair of units of two reports that may tell of one
thing: the pairs within a claim, and looser ones, since two wordings that disagree
are often less alike than two that agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.corroboration.attributions import compare_attributions
from rashomon.corroboration.dates import compare_dates
from rashomon.corroboration.differences import Compare, Difference
from rashomon.corroboration.likeness import Lot, Pair
from rashomon.corroboration.modality import compare_modality
from rashomon.corroboration.names import compare_names
from rashomon.corroboration.numbers import compare_numbers
from rashomon.corroboration.places import compare_places
from rashomon.corroboration.polarity import compare_polarity
from rashomon.corroboration.reasons import compare_reasons
from rashomon.model import Relation

__all__ = ["COMPARERS", "Findings", "differences_of", "found_in", "turn"]

COMPARERS: Sequence[Compare] = (
    compare_numbers,
    compare_dates,
    compare_reasons,
    compare_polarity,
    compare_modality,
    compare_places,
    compare_names,
    compare_attributions,
)

_AGREEING = frozenset([None, Relation.REFINEMENT, Relation.ROUNDING])
_DISAGREEING = frozenset([Relation.CONFLICT, Relation.UPDATE])

Findings = dict[Pair, tuple[Difference, ...]]


def differences_of(lot: Lot, pairs: Iterable[Pair]) -> Findings:
    """What the comparers find between the two units of each pair; pairs of one report are left out."""
    out: Findings = {}
    for one, other in pairs:
        first, second = lot.units[one], lot.units[other]
        if lot.reports[one] == lot.reports[other]:
            continue
        found = tuple(difference for compare in COMPARERS for difference in compare(first, second))
        if found:
            out[one, other] = found
    return out


def found_in(differences: Sequence[Difference]) -> dict[str, float]:
    """The features `alike` and `apart`: whether anything was found that agrees, or that does not."""
    return {
        "alike": float(any(d.relation in _AGREEING for d in differences)),
        "apart": float(any(d.relation in _DISAGREEING for d in differences)),
    }


def turn(difference: Difference) -> Difference:
    """The same finding with its sides turned."""
    return replace(difference, first=difference.second, second=difference.first)
