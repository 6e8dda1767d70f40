"""Finds what two reports tell otherwise in words of their own: contrasts of units that are near in meaning.

Of each unit the two units of every other report that are nearest in meaning are looked at.
Where the comparers, which go by words, said nothing on a kind of value, its contrasts
(`contrasts`) are weighed by `contrastmix`; of several for one value the likeliest counts.  Without
an embedder nothing is near in meaning, and nothing found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.corroboration.comparing import Findings, turn
from rashomon.corroboration.contrastdates import of_the_event, tells_when
from rashomon.corroboration.contrastmix import likelihood
from rashomon.corroboration.contrasts import Contrast, contrasts
from rashomon.corroboration.differences import Difference
from rashomon.corroboration.likeness import Lot, Pair
from rashomon.corroboration.polarity import of_one_act
from rashomon.corroboration.readings import near_in_meaning
from rashomon.model import ConflictKind, Policy

__all__ = ["CONTRAST_REASONS", "contrasted", "weighable"]

CONTRAST_REASONS = {
    "told_otherwise": "units nearest to each other in meaning give two values that are likely of one thing"
}
"""The rule, by its label."""

Features = Mapping[str, float]
_NEAREST = 2  # units of each other report, for every unit


def contrasted(lot: Lot, known: Findings, policy: Policy) -> Iterator[tuple[Pair, Difference]]:
    """The contrasts that are likely of one thing, the likeliest first, each told from the pair's first unit.

    Args:
        lot: the units; without vectors there are none.
        known: what the comparers found; of a kind of which they found something nothing is added, but
            what they found between the same two values is told again, since meaning speaks for it too.
        policy: how likely a contrast must be.
    """
    found = [
        (likelihood(contrast.kind, features), pair, contrast)
        for pair, contrast, features in weighable(lot, policy)
        if contrast.kind not in {d.kind for d in _known(known, pair)} or _again(contrast, _known(known, pair))
    ]
    likely = [item for item in found if item[0] >= _asked(item[2].kind, policy)]
    taken: set[object] = set()
    for score, (one, other), contrast in sorted(likely, key=lambda item: _order(lot, item)):
        ends = {
            (contrast.kind, lot.reports[one], contrast.first.spans, lot.reports[other]),
            (contrast.kind, lot.reports[other], contrast.second.spans, lot.reports[one]),
        }
        if taken.isdisjoint(ends):
            taken |= ends
            again = _again(contrast, _known(known, (one, other)))
            if again is not None:
                yield (min(one, other), max(one, other)), again
                continue
            [reason] = CONTRAST_REASONS
            told = contrast.told(score, reason)
            yield ((one, other), told) if one < other else ((other, one), turn(told))


def _asked(kind: ConflictKind, policy: Policy) -> float:
    """How likely a contrast of this kind must be: turns that may give a reason mostly give none."""
    return policy.contrast_reason if kind is ConflictKind.REASON else policy.contrast_certain


def _known(known: Findings, pair: Pair) -> Sequence[Difference]:
    return known.get((min(pair), max(pair)), ())


def _again(contrast: Contrast, known: Sequence[Difference]) -> Difference | None:
    """What a comparer found between the same two values, where it set them apart."""
    values = {contrast.first.spans, contrast.second.spans}
    return next(
        (
            found
            for found in known
            if (found.kind, found.relation) == (contrast.kind, contrast.relation)
            and {found.first.spans, found.second.spans} == values
        ),
        None,
    )


def _order(lot: Lot, item: tuple[float, Pair, Contrast]) -> tuple[float, list[str], str]:
    score, pair, contrast = item
    return -round(score, 9), [lot.ids[at] for at in pair], repr(contrast)


def weighable(lot: Lot, policy: Policy) -> Iterator[tuple[Pair, Contrast, Features]]:
    """All contrasts of units that are near in meaning, with everything that they are weighed by.

    The units of a pair stand in the order of their ids, whatever the order of the reports.
    """
    if not lot.vectors:
        return
    yield from _of_the_event(lot, policy)
    for one, other, told in near_in_meaning(lot, _NEAREST, policy.contrast_near):
        pair = (one, other) if lot.ids[one] <= lot.ids[other] else (other, one)
        first, second = (lot.units[at] for at in pair)
        if of_one_act(first, second):
            continue
        common = told | {
            "words": lot.terms.cosine(one, other),
            "own": float(first.statement is None and second.statement is None),
            "depth": abs(lot.depths[one] - lot.depths[other]),
        }
        for contrast in contrasts(first, second, policy):
            yield pair, contrast, common | dict(contrast.features)


_TOP = 0.3  # of a report; what it is about is told there


def _of_the_event(lot: Lot, policy: Policy) -> Iterator[tuple[Pair, Contrast, Features]]:
    """“It happened on Sunday”, held against what opens another report: no words need tell what "it" is."""
    telling = [at for at, unit in enumerate(lot.units) if tells_when(unit)]
    if not telling:
        return
    opening = _opening(lot)
    for one in telling:
        for other in opening:
            if lot.reports[one] != lot.reports[other]:
                pair = (one, other) if lot.ids[one] <= lot.ids[other] else (other, one)
                for contrast in of_the_event(lot.units[pair[0]], lot.units[pair[1]], policy):
                    yield pair, contrast, contrast.features


def _opening(lot: Lot) -> list[int]:
    """The units of the first sentence of each report that tells a time, if it stands near the top."""
    first: dict[str, int] = {}
    for at, unit in enumerate(lot.units):
        if unit.moments and lot.depths[at] <= _TOP:
            start = unit.sentence.start
            first[lot.reports[at]] = min(start, first.get(lot.reports[at], start))
    return [at for at, u in enumerate(lot.units) if u.sentence.start == first.get(lot.reports[at])]
