"""Whether two units tell of the same act, as far as that bears on what they count."""

from __future__ import annotations

import re

from rashomon.corroboration.events import events_of
from rashomon.corroboration.kinwords import LIGHT
from rashomon.corroboration.surroundings import topics
from rashomon.corroboration.units import Unit

__all__ = ["TELLING", "of_another", "same_acts"]

TELLING = frozenset(
    """say tell announce report add state claim believ argue insist declare warn confirm note explain think
    suggest write tweet post""".split()
)
"""Concepts of verbs that only tell who said so."""
_BEING = frozenset({"have", "be", "contain", "own", "number", "there", "compris"})


_ANOTHER = re.compile(
    r"\b(?:an? (?:second|third|fourth|earlier|similar|separate|previous|different|further)|another),? [a-z]",
    re.IGNORECASE,
)


def of_another(first: Unit, second: Unit) -> bool:
    """Whether one of two sentences alone tells that it is about another such thing ("a second vase")."""
    told = [_ANOTHER.search(unit.sentence.of(unit.article.text)) is not None for unit in (first, second)]
    return told[0] != told[1]


def same_acts(first: Unit, second: Unit) -> bool | None:
    """True where an act of one is told by the other, False where nothing excludes it, None where they differ.

    Verbs that tell little by themselves exclude nothing; but what somebody has is a whole, of which
    an act may concern some.
    """
    acts = [frozenset(event.concept for event in events_of(unit)) - TELLING for unit in (first, second)]
    told = [topics(unit.words) for unit in (first, second)]
    strong = [found - LIGHT - _BEING for found in acts]
    if strong[0] & (acts[1] | told[1]) or strong[1] & told[0]:
        return True
    if strong[0] and strong[1]:
        return None
    being = [bool(found & _BEING) and not strong[at] for at, found in enumerate(acts)]
    return None if (being[0] and strong[1]) or (being[1] and strong[0]) else False
