"""Whether two quantities are of one thing: how much speaks for it, and what speaks against."""

from __future__ import annotations

from rashomon.corroboration.counting import GENERIC, NEUTRAL, PARTS, PEOPLE
from rashomon.corroboration.quantity import Quantity, What

__all__ = ["same_thing"]

Likeness = tuple[float, str]
"""How much speaks for one thing, and the reason why it is not quite one ("" where nothing tells)."""

_TOPIC, _MOST_TOPICS = 0.5, 3
_ALONE = 0.5


def same_thing(one: Quantity, other: Quantity, shared: frozenset[str], *, alone: bool) -> Likeness | None:
    """How far two quantities of one dimension are of one thing; None where they cannot be.

    `shared` are the topics that both units have, `alone` whether either has no other such quantity.
    """
    found = _counts(one, other, shared) if one.what is What.COUNT else _measures(one, other, shared)
    if found is None:
        return None
    score, apart = found
    return score + (_ALONE if alone else 0.0), apart or _other_frame(one, other)


def _other_frame(one: Quantity, other: Quantity) -> str:
    """Whether the two are told for stretches of time of which one is open ("since"), or one is told of the whole."""
    frames = one.frame, other.frame
    if all(frames) and len({frame.startswith("since") for frame in frames}) > 1:
        return "other_frame"
    return ""


def _counts(one: Quantity, other: Quantity, shared: frozenset[str]) -> Likeness | None:
    heads = _heads(one, other)
    if heads is None:
        return None
    score, apart = heads
    score += _TOPIC * min(len(one.near & other.near & shared - {one.fate}), _MOST_TOPICS)
    if one.fate and other.fate:
        if one.fate != other.fate:
            return score, "other_fate"
        score += 2.0
    elif one.fate or other.fate:
        score -= 0.5
    if one.part != other.part or _narrower(one, other):
        apart = apart or "part_of_whole"
    if one.mods - other.mods - NEUTRAL and other.mods - one.mods - NEUTRAL:
        score -= 1.0
    return score, apart


def _heads(one: Quantity, other: Quantity) -> Likeness | None:
    """How far the nouns are one; None where they are not."""
    pair = {one.head, other.head}
    if len(pair) == 1:
        return (2.0 if one.head else 1.0), ""
    agree = bool(one.fate) and one.fate == other.fate
    if "" in pair:
        return (1.0, "") if agree else None
    if not pair <= PEOPLE:
        return None
    if pair & PARTS:
        return (1.0, "part_of_whole") if pair & GENERIC else None
    if pair & GENERIC:
        return 1.0, ""
    return (0.5, "") if agree or one.fate or other.fate else None


def _narrower(one: Quantity, other: Quantity) -> bool:
    """Whether the smaller number is told of a narrower thing: "17 league goals" beside "21 goals", "in all"."""
    small, large = sorted((one, other), key=lambda q: q.value.told)
    if large.overall and not small.overall:
        return True
    agree = bool(one.fate) and one.fate == other.fate
    return not agree and bool(small.mods - large.mods - NEUTRAL) and not large.mods - small.mods - NEUTRAL


def _measures(one: Quantity, other: Quantity, shared: frozenset[str]) -> Likeness | None:
    """The same for money, shares, measures, ages and results: the words around must be about one thing."""
    if one.aspect and other.aspect and one.aspect != other.aspect:
        return None
    near = one.near & other.near
    if one.fate != other.fate or not (near or shared):
        return None
    score = _TOPIC * min(len(near), _MOST_TOPICS)
    if one.what is What.AGE:
        return (score + 1.0, "") if near else None
    score += 1.0 if one.aspect and one.aspect == other.aspect else 0.0
    score += 0.5 if one.head and one.head == other.head else 0.0
    return score, "part_of_whole" if one.overall != other.overall and _narrower(one, other) else ""
