"""Numbers and dates of two units, weighed by what rules see in them and by what a reader makes of the units.

Rules tell how two values stand to each other; that they are of one thing the words around them tell.
So each pair of values in units that were read is weighed (`valuemix`) by the features of its
contrast (`contrastnumbers`, `contrastdates`), by those of its units (`contrastread`) and by

`about`    how surely the reader takes the units to be about one thing, from -1 to 1
`same`     how surely to tell the same
`of_kind`  how likely, were they a contradiction, it is one of this kind
`known`    1 where rules set the same two values against each other
`others`   the logarithm of how many such pairs of values the two units have
`bare`     1 where nothing tells what one of the numbers counts
`later`    1 where the later report may have the newer figure
`tells`    the cosine of the events that the units tell (`acts` of `likeness`)
`short`    how long the shorter unit is, in hundreds of characters
`units`    the logarithm of the odds that the units contradict each other (`contrarymix`)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.corroboration import contrarymix
from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.contrastdates import dates
from rashomon.corroboration.contrastnumbers import numbers
from rashomon.corroboration.differences import Difference
from rashomon.corroboration.likeness import Lot, Pair, log_odds, surety
from rashomon.corroboration.units import Unit
from rashomon.corroboration.valuemix import likelihood
from rashomon.model import ConflictKind, Policy, Relation

__all__ = ["VALUES", "VALUE_REASONS", "Valued", "likely_values", "valued"]

VALUES = frozenset({ConflictKind.NUMBER, ConflictKind.DATE})
"""The kinds that rules compare by value."""

VALUE_REASONS = {
    "values_of_one_thing": "two values differ by rules, and of units so read they are likely of one thing"
}
"""The rule, by its label."""

Features = Mapping[str, float]
_NUMBER = ConflictKind.NUMBER.value
_FINER = frozenset({Relation.REFINEMENT, Relation.ROUNDING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """Two values of two units that were read, with all they are weighed by.

    Attributes:
        pair: the units; `contrast` is told from that with the smaller id.
    """

    pair: Pair
    contrast: Contrast
    features: Features

    @property
    def table(self) -> str:
        """By which table of `valuemix` they are weighed: that of the kind, or of what agrees."""
        return "finer" if self.contrast.relation in _FINER else self.contrast.kind.value

    def added_from(self, policy: Policy) -> float:
        """From what likelihood on they are told."""
        return policy.number_added if self.table == _NUMBER else policy.value_added

    def kept_from(self, policy: Policy) -> float:
        """From what likelihood on what a rule found stands."""
        return policy.number_kept if self.table == _NUMBER else policy.value_kept

    @property
    def likely(self) -> float:
        """How likely the two values are of one thing, from 0 to 1."""
        return likelihood(self.table, self.features)


def valued(
    lot: Lot,
    weighed: Mapping[Pair, Features],
    found: Mapping[Pair, Features],
    differences: Mapping[Pair, Sequence[Difference]],
    policy: Policy,
) -> Iterator[Valued]:
    """All pairs of values in the units of the pairs that were weighed.

    Args:
        lot: with readings.
        weighed: the features by which the pairs are weighed (`contrastread.weighable_pairs`).
        found: the features of the pairs (`likeness.measured`).
        differences: what rules found.
        policy: the thresholds.
    """
    for pair, told in weighed.items():
        one, other = sorted(pair, key=lambda at: lot.ids[at])
        first, second = lot.units[one], lot.units[other]
        common = _common(lot, pair, told, found[pair])
        known = [(d.kind, {d.first.spans, d.second.spans}) for d in differences.get(pair, ())]
        for contrasts in (_numbers(first, second, policy), [(c, 0.0) for c in dates(first, second, policy)]):
            for contrast, bare in contrasts:
                values = contrast.kind, {contrast.first.spans, contrast.second.spans}
                own = {
                    "of_kind": (lot.readings or {})[pair].kinds[contrast.kind.value],
                    "known": float(values in known),
                    "others": math.log(len(contrasts)),
                    "bare": bare,
                    "later": float(contrast.relation is Relation.UPDATE),
                }
                yield Valued(pair=pair, contrast=contrast, features={**common, **contrast.features, **own})


def _common(lot: Lot, pair: Pair, told: Features, found: Features) -> dict[str, float]:
    """What is one for all values of two units."""
    return {
        **{name: told[name] for name in _OF_UNITS},
        "about": told["one"],
        "same": surety((lot.readings or {})[pair].same),
        "tells": found.get("acts", 0.0),
        "short": min(len(lot.words[at]) for at in pair) / 100,
        "units": log_odds(contrarymix.likelihood(told)),
    }


_OF_UNITS = ("contrary", "around", "words", "depth", "gap", "said", "behind", "crowd")


def _numbers(first: Unit, second: Unit, policy: Policy) -> list[tuple[Contrast, float]]:
    """The contrasts of numbers, and of those that nothing is told to be counted by (with 1)."""
    sure = [(contrast, 0.0) for contrast in numbers(first, second, policy)]
    taken = [(contrast.first.spans, contrast.second.spans) for contrast, _ in sure]
    return sure + [
        (contrast, 1.0)
        for contrast in numbers(first, second, policy, bare=True)
        if (contrast.first.spans, contrast.second.spans) not in taken
    ]


def likely_values(lot: Lot, values: Iterable[Valued], policy: Policy) -> Iterator[tuple[Pair, Difference]]:
    """The pairs of values that are likely of one thing, the likeliest first; of several for one value that.

    Each is told from the unit with the smaller id.
    """
    [reason] = VALUE_REASONS
    ranked = sorted(
        (value for value in values if value.likely >= value.added_from(policy)),
        key=lambda one: _order(lot, one),
    )
    taken: set[object] = set()
    for value in ranked:
        one, other = sorted(value.pair, key=lambda at: lot.ids[at])
        contrast = value.contrast
        ends = {
            (contrast.kind, lot.reports[one], contrast.first.spans, lot.reports[other]),
            (contrast.kind, lot.reports[other], contrast.second.spans, lot.reports[one]),
        }
        if taken.isdisjoint(ends):
            taken |= ends
            yield value.pair, contrast.told(value.likely, reason)


def _order(lot: Lot, value: Valued) -> tuple[float, list[str], str]:
    return -round(value.likely, 9), sorted(lot.ids[at] for at in value.pair), repr(value.contrast)
