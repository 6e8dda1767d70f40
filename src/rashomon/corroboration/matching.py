"""Whether two events are one: what they tell, whom of, and how much of what stands around them is shared."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.corroboration.events import Event

__all__ = ["about_one", "pairs", "share"]

_LEAST_SHARE = 0.5
_FEW = 2


def pairs(first: tuple[Event, ...], second: tuple[Event, ...]) -> Iterator[tuple[Event, Event]]:
    """The events of one concept in both, each with each."""
    by_concept: dict[str, list[Event]] = {}
    for event in second:
        by_concept.setdefault(event.concept, []).append(event)
    for event in first:
        for other in by_concept.get(event.concept, ()):
            yield event, other


def share(first: frozenset[str], second: frozenset[str]) -> float:
    """What part of the smaller set both have; 0 where one is empty."""
    fewest = min(len(first), len(second))
    return len(first & second) / fewest if fewest else 0.0


def about_one(first: Event, second: Event) -> bool:
    """Whether the two events tell of the same people and things.

    Where both are told actively, those who did it must share a word if both are named; an object that
    both have must share one too.
    """
    one, other = first.about - {second.concept}, second.about - {first.concept}
    common = one & other
    if not common:
        return False
    turned = first.passive != second.passive or first.noun or second.noun
    if not turned and not _meet(first, second):
        return False
    return share(one, other) >= _LEAST_SHARE or len(common) > _FEW


def _meet(first: Event, second: Event) -> bool:
    """Whether those who act can be the same, and what it is done to."""
    for one, other in ((first.named, second.named), (first.roles, second.roles)):
        if one and other and not one & other:
            return False
    if first.subject and second.subject and not first.subject & second.subject:
        return bool(first.rest & second.rest) and not (first.named and second.named)
    return not (first.rest and second.rest) or bool(first.rest & second.rest) or _short(first, second)


def _short(first: Event, second: Event) -> bool:
    """Whether one of the two tells nothing but who."""
    return min(len(first.rest), len(second.rest)) <= 1 and bool(first.subject & second.subject)
