"""Whether two quantities are of one thing: how much speaks for it, and what speaks against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.corroboration.counting import topic
from rashomon.corroboration.countwords import GENERIC, HUMAN, NEUTRAL, PARTS, PEOPLE, THINGS, TOPICS
from rashomon.corroboration.quantity import Quantity, What
from rashomon.language.calendar import MONTHS

__all__ = ["Likeness", "Setting", "same_thing"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two quantities being of one thing, and what against.

    Attributes:
        score: how much speaks for it.
        apart: the reason why they are not quite one thing, "" where nothing tells that.
        sure: whether enough speaks for it that two values which exclude each other are a conflict.
    """

    score: float
    apart: str = ""
    sure: bool = False


_TOPIC, _MOST_TOPICS = 0.5, 3
_ALONE = 0.5
_HALF_THE_TOPICS = 0.4
_FEWER_TOPICS = 0.3
_EVERYWHERE = frozenset({"duration", "temperature"})  # sentences of one story often hold several
_OF_TIMES = frozenset({"term", "wait"})
_SUBJECTS = frozenset(TOPICS.values())


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the two units that hold the quantities.

    Attributes:
        shared: the topics that both have.
        share: how many these are of the topics of the unit that has fewer.
        alone: whether either has no other quantity that could be meant.
        acts: tells whether both have the same act; None where they have two.
        others: whether they tell of two kinds of people ("adults", "children").
        elsewhere: whether all is alike but for the places that they name.
    """

    shared: frozenset[str]
    share: float
    alone: bool
    acts: Callable[[], bool | None]
    elsewhere: bool = False
    others: bool = False


def same_thing(one: Quantity, other: Quantity, setting: Setting) -> Likeness | None:
    """How far two quantities of one dimension are of one thing; None where they cannot be."""
    found = _counts if one.what is What.COUNT else _ages if one.what is What.AGE else _measures
    return found(one, other, setting)


def _counts(one: Quantity, other: Quantity, setting: Setting) -> Likeness | None:
    heads = _heads(one, other)
    if heads is None or (one.names and other.names and not one.names & other.names):
        return None
    score, apart = heads
    near = one.near & other.near & setting.shared - {one.fate, one.noun}
    score += _TOPIC * min(len(near), _MOST_TOPICS) + (_ALONE if setting.alone else 0.0)
    if one.fate and other.fate and one.fate != other.fate:
        return Likeness(score, "other_fate")
    agree = bool(one.fate) and one.fate == other.fate
    score += 2.0 if agree else -0.5 if one.fate or other.fate else 0.0
    apart = apart or _apart(one, other, setting, agree) or ("elsewhere" if setting.elsewhere else "")
    if one.mods - other.mods - NEUTRAL and other.mods - one.mods - NEUTRAL and not agree:
        return Likeness(score - 1.0, apart)
    sure = one.overall != other.overall if apart else _sure(one, other, near, agree, setting)
    return Likeness(score, apart, sure)


def _sure(one: Quantity, other: Quantity, near: frozenset[str], agree: bool, setting: Setting) -> bool:
    """Whether two counts are of one thing beyond doubt enough for a conflict."""
    if agree:
        return bool(near) or setting.alone
    beside = setting.shared - {one.noun, other.noun, one.fate, other.fate}
    alike = setting.alone and setting.share >= _HALF_THE_TOPICS and len(beside) > 1
    if one.fate or other.fate:
        near_enough = bool(beside) and setting.share >= _FEWER_TOPICS
        things = one.head == other.head and one.head not in PEOPLE
        return things and (alike or (setting.alone and near_enough and setting.acts() is not None))
    if one.head != other.head and not (one.head in PEOPLE and other.head in PEOPLE):
        return False
    if setting.alone and (acts := setting.acts()) is not None:
        return acts or (bool(beside) and setting.share >= _FEWER_TOPICS)
    close = bool(one.close & other.close - {one.noun}) and len(near) > 1
    return close or alike


def _apart(one: Quantity, other: Quantity, setting: Setting, agree: bool) -> str:
    """Why two counts of one noun are not quite of one thing."""
    if _other_frame(one, other) or (agree and _only_one_is_long(one.frame, other.frame)):
        return "other_frame"
    if setting.others and not agree:
        return "part_of_whole"
    if one.part != other.part or one.more != other.more or (one.some != other.some and not agree):
        return "part_of_whole"
    return "part_of_whole" if _narrower(one, other, agree) else ""


def _other_frame(one: Quantity, other: Quantity) -> bool:
    """Whether the two are told for two stretches of time."""
    return bool(one.frame and other.frame) and one.frame != other.frame


def _only_one_is_long(one: str, other: str) -> bool:
    """Whether one is told for a year or the like, and the other for no stretch of time."""
    told = one or other
    return bool(one) != bool(other) and told.removeprefix("in ") not in MONTHS


def _heads(one: Quantity, other: Quantity) -> tuple[float, str] | None:
    """How far the nouns are one; None where they are not."""
    pair = {one.head, other.head}
    if len(pair) == 1:
        return (2.0 if one.head else 1.0), ""
    agree = bool(one.fate) and one.fate == other.fate
    if agree and one.fate in HUMAN:
        known = PEOPLE if one.fate == "sacked" else PEOPLE | THINGS  # jobs are people here
        pair = {head if head in known else "person" for head in pair}
        if len(pair) == 1:
            return 1.0, ""
    if "" in pair:
        return (1.0, "") if agree and pair - {""} <= PEOPLE - PARTS else None
    if not pair <= PEOPLE:
        return None
    if pair & PARTS:
        return (1.0, "part_of_whole") if pair & GENERIC else None
    if pair & GENERIC:
        return 1.0, ""
    return (0.5, "") if agree or one.fate or other.fate else None


def _narrower(one: Quantity, other: Quantity, agree: bool) -> bool:
    """Whether the smaller number is of a narrower thing: "17 league goals" beside "21 goals", "in all"."""
    small, large = sorted((one, other), key=lambda q: q.value.told)
    if large.overall > small.overall or (small.names - large.names and not large.names):
        return True
    said = {mod for mod in small.mods if topic(mod) in large.near}  # "two masked men", "three men in masks"
    return (
        not agree and bool(small.mods - large.mods - NEUTRAL - said) and not large.mods - small.mods - NEUTRAL
    )


def _ages(one: Quantity, other: Quantity, setting: Setting) -> Likeness | None:
    """Ages are of one person where the words for the bearer agree."""
    if one.of_another(other):
        return None
    near = one.near & other.near
    pronouns = setting.alone and bool(setting.shared) and not (one.near or other.near)
    if not near and not pronouns:
        return None
    return Likeness(
        1.0 + _TOPIC * min(len(near), _MOST_TOPICS) + (_ALONE if setting.alone else 0.0), sure=True
    )


def _measures(one: Quantity, other: Quantity, setting: Setting) -> Likeness | None:
    """Money, shares, measures and results: the words around must be about one thing."""
    if one.aspect and other.aspect and one.aspect != other.aspect:
        return None
    near, close = one.near & other.near, one.close & other.close
    strict = one.what is What.PERCENT or (one.fate and other.fate)
    if (one.fate != other.fate and strict) or not (near or setting.shared):
        return None
    aspect = bool(one.aspect) and one.aspect == other.aspect
    score = (
        _TOPIC * min(len(near), _MOST_TOPICS) + (_ALONE if setting.alone else 0.0) + (1.0 if aspect else 0.0)
    )
    score += 0.5 if one.head and one.head == other.head else 0.0
    agree = bool(one.fate) and one.fate == other.fate
    subjects = _OF_TIMES if one.dimension in _EVERYWHERE else _SUBJECTS
    told = bool(setting.shared & subjects)
    alike = setting.share >= _HALF_THE_TOPICS and len(setting.shared) > 1
    subject = setting.alone and (agree or told or alike)
    score += 1.0 if subject else 0.0
    shares = one.what is What.PERCENT
    whole = one.overall != other.overall and (shares or _narrower(one, other, agree=False))
    whole = whole or setting.others
    apart = "part_of_whole" if whole else "other_basis" if one.basis != other.basis else ""
    frames = _other_frame(one, other) or one.spread != other.spread
    apart = apart or ("other_frame" if frames else "")
    apart = apart or ("elsewhere" if setting.elsewhere else "")
    sure = aspect or subject or bool(close and len(near) > 1)
    return Likeness(score + (1.0 if apart else 0.0), apart, sure)
