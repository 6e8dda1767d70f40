"""Whether two events are one: what they tell, whom of, and how much of what stands around them is shared."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.corroboration.events import Event
from rashomon.corroboration.kinwords import LIGHT

__all__ = ["about_one", "at_odds", "may_be_one", "pairs", "share"]

_LEAST_SHARE = 0.5
_LEAST_OF_OBJECT = 0.3
_CROWDS = frozenset({"staff", "people", "member", "resid", "striker", "protest", "support"})
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
    one, other = _about(first, second)
    common = one & other
    if not common or first.aside != second.aside:
        return False
    turned = first.passive != second.passive or first.noun or second.noun
    if not turned and not _meet(first, second):
        return False
    if share(one, other) >= _LEAST_SHARE or len(common) > _FEW:
        return True
    return bool(first.rest & second.rest - {first.concept}) and share(one, other) >= _LEAST_OF_OBJECT


def may_be_one(first: Event, second: Event) -> bool:
    """Whether nothing speaks against it, though little is told: a pronoun, everybody, nothing but the act."""
    if _tells_little(first) or _tells_little(second):
        one, other = _about(first, second)
        return about_one(first, second) and len(one & other) >= _FEW
    if about_one(first, second):
        return True
    if at_odds(first, second):
        return False
    one, other = _about(first, second)
    if first.universal or second.universal or not (one and other) or _name_and_role(first, second):
        return True
    return (first.vague or second.vague) and min(len(one), len(other)) <= _FEW


def _tells_little(event: Event) -> bool:
    """Whether its verb is said of anything, or governs what is told, or tells of whoever speaks."""
    return event.lemma in LIGHT or event.governs or event.spoken


def _name_and_role(first: Event, second: Event) -> bool:
    """ "Holt refused to resign", "the mayor resigned": only who is told, once by name and once by office."""
    if first.rest and second.rest:
        return False
    return bool(first.named and second.roles and not second.named) or bool(
        second.named and first.roles and not first.named
    )


def at_odds(first: Event, second: Event, *, crowds: bool = False) -> bool:
    """Whether those who act are named, or are people of two kinds, and are not the same.

    "A second bridge" is not the one that is told of.  With `crowds`, "staff" may be any people.
    """
    if first.named & second.named:
        return False
    if first.aside != second.aside or (first.sites and second.sites and not first.sites & second.sites):
        return True
    if first.passive != second.passive:
        return False  # the subjects are not of one sort
    if first.named and second.named:
        return True
    if crowds and _CROWDS & (first.roles | second.roles):
        return False
    return bool(first.roles and second.roles and not first.roles & second.roles)


def _about(first: Event, second: Event) -> tuple[frozenset[str], frozenset[str]]:
    told = {first.concept, second.concept, "people"}
    return first.about - told, second.about - told


def _meet(first: Event, second: Event) -> bool:
    """Whether those who act can be the same, and what it is done to."""
    if at_odds(first, second):
        return False
    if first.subject and second.subject and not first.subject & second.subject:
        return bool(first.rest & second.rest) and not (first.named and second.named)
    return not (first.rest and second.rest) or bool(first.rest & second.rest) or _short(first, second)


def _short(first: Event, second: Event) -> bool:
    """Whether one of the two tells nothing but who."""
    return min(len(first.rest), len(second.rest)) <= 1 and bool(first.subject & second.subject)
