"""Whether two units tell of the same act, as far as that bears on what they count."""

from __future__ import annotations

import re

from rashomon.corroboration.events import events_of
from rashomon.corroboration.kinwords import LIGHT
from rashomon.corroboration.surroundings import topics
from rashomon.corroboration.units import Unit

__all__ = ["TELLING", "of_another", "of_another_year", "same_acts"]

TELLING = frozenset(
    """say tell announce report add state claim believ argue insist declare warn confirm note explain think
    suggest write tweet post""".split()
)
"""Concepts of verbs that only tell who said so."""
_BEING = frozenset({"have", "be", "contain", "own", "number", "there", "compris"})


_ANOTHER = re.compile(
    r"(?<!\bof )\b(?:another|"
    r"an? (?:second|third|fourth|earlier|similar|separate|previous|different|further)),? [a-z]",
    re.IGNORECASE,
)


def of_another(first: Unit, second: Unit) -> bool:
    """Whether one of two sentences alone tells that it is about another such thing ("a second vase")."""
    told = [_ANOTHER.search(unit.sentence.of(unit.article.text)) is not None for unit in (first, second)]
    places = [frozenset(x.lower() for x in _PLACE.findall(unit.words)) for unit in (first, second)]
    return told[0] != told[1] or (all(places) and not places[0] & places[1])


_PLACE = re.compile(
    r"\bthe (first|second|third|fourth|fifth|last|final|next|other)\b"
    r"(?! (?:few |\w+ )?(?:minutes?|hours?|days?|weeks?|months?|years?|decades?"
    r"|nights?|time|evening|morning)\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b[Ii]n ((?:1[5-9]|20)[0-9]{2})\b")


def of_another_year(first: Unit, second: Unit) -> bool:
    """Whether one of them alone tells what was in a year which the other's report does not name."""
    years = [set(_YEAR.findall(unit.words)) for unit in (first, second)]
    if bool(years[0]) == bool(years[1]):
        return False
    other = second if years[0] else first
    text = f"{other.article.published or ''} {other.article.text}"
    return not any(year in text for year in (*years[0], *years[1]))


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
