"""What may be a contradiction, though nobody can rely on it: the likeliest of a story, to be checked.

In real reports hardly any two units contradict each other, so that of those that may the most likely ones
mostly do not.  They are not told as conflicts and change no stance; but a person who is to find where reports
differ begins with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.corroboration.comparing import turn
from rashomon.corroboration.contrastread import (
    Settled,
    disagrees,
    in_order,
    likeliest_first,
    likeliest_kind,
    pieces_of,
)
from rashomon.corroboration.differences import Difference
from rashomon.corroboration.likeness import Lot, Pair
from rashomon.corroboration.suspectmix import DATES, UNITS, likelihood
from rashomon.corroboration.valueread import Valued
from rashomon.model import ConflictKind, Evidence, Policy, Relation

__all__ = ["SUSPECTED_REASONS", "Suspect", "suspects"]

SUSPECTED_REASONS = {
    "suspected_values": "two values of what may be one thing differ; too unlikely to be told as a conflict",
    "suspected_units": "a reader of pairs suspects a contradiction; too unlikely to be told as a conflict",
}
"""The rules, by their labels."""

Suspect = tuple[Pair, Difference]


def suspects(lot: Lot, found: Settled, policy: Policy) -> tuple[Suspect, ...]:
    """The likeliest contradictions that are not told, likeliest first; of each unit and report one at most.

    As many as `suspected_most` for each report but one, none less likely than `suspected_least`; none of a
    unit and a report between which a conflict is told.
    """
    most = policy.suspected_most * (len(set(lot.reports)) - 1)
    taken = {end for pair, told in found.findings.items() if disagrees(told) for end in _ends(lot, pair)}
    out: list[Suspect] = []
    for pair, told in sorted(_all(lot, found, policy), key=lambda one: -round(one[1].evidence.score, 9)):
        ends = _ends(lot, pair)
        if len(out) < most and taken.isdisjoint(ends):
            taken |= ends
            out.append((pair, told))
    return tuple(out)


def _ends(lot: Lot, pair: Pair) -> set[tuple[int, str]]:
    return {(mine, lot.reports[theirs]) for mine, theirs in (pair, pair[::-1])}


def _all(lot: Lot, found: Settled, policy: Policy) -> Iterator[Suspect]:
    """All that are likely enough, values before units, each told from the first unit of its pair."""
    of_values, of_units = SUSPECTED_REASONS
    for value in sorted(found.values, key=lambda one: (_ids(lot, one.pair), repr(one.contrast))):
        likely = _likely(value)
        if value.contrast.relation is Relation.CONFLICT and likely >= policy.suspected_least:
            told = value.contrast.told(likely, of_values)
            yield value.pair, told if in_order(lot, value.pair) else turn(told)
    weighed = {pair: likelihood(UNITS, features) for pair, features in found.weighed.items()}
    for pair in likeliest_first(lot, weighed):
        if weighed[pair] < policy.suspected_least:
            break
        kind = likeliest_kind((lot.readings or {})[pair])
        first, second = pieces_of(lot.units[pair[0]], lot.units[pair[1]], kind)
        evidence = Evidence(score=round(weighed[pair], 4), reason=of_units, spans=first.spans)
        yield (
            pair,
            Difference(kind=kind, relation=Relation.CONFLICT, first=first, second=second, evidence=evidence),
        )


def _likely(value: Valued) -> float:
    return likelihood(DATES, value.features) if value.contrast.kind is ConflictKind.DATE else value.likely


def _ids(lot: Lot, pair: Pair) -> list[str]:
    return sorted(lot.ids[at] for at in pair)
