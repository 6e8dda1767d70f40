"""What is counted: nouns in the singular, stems, topics, and where a noun phrase ends."""

from __future__ import annotations

from rashomon.corroboration.countwords import FATES, KIN, TOPICS
from rashomon.corroboration.kinwords import concept, kind_of_thing
from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.language.functionwords import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_VERBS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from rashomon.language.sourcenouns import singular
from rashomon.language.wordforms import base_form, spelling

__all__ = ["IRREGULAR_PLURALS", "NO_NOUN", "kin", "plural", "stem", "topic"]

IRREGULAR_PLURALS = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "police": "police", "troops": "troop", "lives": "life", "bodies": "body", "feet": "foot",
    "teeth": "tooth",
    "others": "other", "wives": "wife", "crew": "crew", "staff": "staff", "aircraft": "aircraft",
    "sheep": "sheep",
    "cattle": "cattle", "fish": "fish", "schoolchildren": "schoolchild", "servicemen": "serviceman",
    "policemen": "policeman", "fishermen": "fisherman", "gunmen": "gunman", "crewmen": "crewman",
    "firemen": "firefighter", "firefighters": "firefighter", "kids": "child", "homes": "home",
    "houses": "house",
    "someone": "person", "anyone": "person", "nobody": "person", "youths": "youth", "everybody": "person",
    "one": "person",
}  # fmt: skip
_NO_PLURALS = frozenset(
    """this was is has does his its us yes as always perhaps across towards news series less unless means
    overseas whereas besides afterwards thus plus versus says""".split()
)
NO_NOUN = (
    (PREPOSITIONS - {"like"})
    | SUBORDINATORS
    | CONJUNCTIONS
    | RELATIVES
    | SUBJECT_PRONOUNS
    | OBJECT_PRONOUNS
    | POSSESSIVES
    | AUXILIARIES
    | (DETERMINERS - {"one"})
    | (ADVERBS - {"first", "early"})
    | FINITE_VERBS
    | frozenset(
        {
            *WEEKDAYS,
            *MONTHS,
            "said",
            "says",
            "told",
            "ago",
            "there",
            "here",
            "away",
            "off",
            "up",
            "down",
            "out",
        }
    )
)
"""Words at which the noun phrase behind a number ends."""


def plural(word: str) -> bool:
    """Whether the word looks like the plural of a noun."""
    if word in IRREGULAR_PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and word not in _NO_PLURALS
        and not word.endswith(("ss", "us", "is", "'s"))
    )


def kin(noun: str) -> str:
    """The noun in the singular; nouns for one thing are one.

    >>> kin("vessels"), kin("dwellings"), kin("children")
    ('ship', 'house', 'child')
    """
    one = IRREGULAR_PLURALS.get(noun) or singular(noun)
    return KIN.get(one, one)


def stem(word: str) -> str:
    """What forms of one word have in common, roughly; only for comparing.

    >>> stem("injured") == stem("injuries"), stem("derailed") == stem("derail"), stem("rose") == stem("risen")
    (True, True, True)
    """
    low = base_form(word.removesuffix("'s").removesuffix("’s"))
    low = kin(low) if low.endswith("s") or low in IRREGULAR_PLURALS else low
    for ending in ("ing", "ed", "ies", "y", "e"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    if len(low) > 4 and low[-1] == low[-2] and low[-1] not in "ls":
        low = low[:-1]
    return spelling(low)


def topic(word: str) -> str:
    """The topic that a word belongs to, the kind of thing or act that it tells, else its root."""
    return TOPICS.get(word) or FATES.get(word) or kind_of_thing(word) or concept(word)
