"""Of whom something is told: the people named in a unit, or meant by "he"; and who says "I"."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from rashomon.corroboration.units import Unit
from rashomon.language.names import Name, NameKind, find_names, surname
from rashomon.language.similarity import MISSPELT, likeness
from rashomon.language.tokens import tokenize
from rashomon.model import SourceKind, Span

__all__ = ["of_two_persons", "of_two_selves"]

_BACK = 300
"""How many letters before a pronoun a name may stand."""
_PRONOUNS = frozenset({"he", "she"})
_SELF = frozenset({"i", "i'm", "i’m", "i've", "i’ve", "i'll", "i’ll", "i'd", "i’d", "me", "my", "myself"})


def of_two_persons(first: Unit, second: Unit) -> bool:
    """Whether both units tell of people by name, or by a pronoun for one, and of none in common."""
    ours, theirs = _people_of(first), _people_of(second)
    if not (ours and theirs) or ours & _words(second) or theirs & _words(first):
        return False
    return not any(likeness(a, b) >= MISSPELT for a in ours for b in theirs)


def of_two_selves(first: Unit, second: Unit) -> bool:
    """Whether in both somebody speaks of himself, and by name these are two people."""
    ours, theirs = _speaker(first), _speaker(second)
    return bool(ours and theirs) and likeness(ours, theirs) < MISSPELT


def _people_of(unit: Unit) -> frozenset[str]:
    """The folded surnames of those named in the unit; of who was named before it if it begins with "he"."""
    text = unit.article.text
    people = _people(text)
    first, last = (
        bisect_left(people, place, key=lambda one: one.span.start)
        for place in (unit.wording.spans[0].start, unit.wording.spans[-1].end)
    )
    if first < last:
        return frozenset(surname(one.name) for one in people[first:last])
    begins = next((word.low for word in tokenize(text, unit.wording.spans[0])), "")
    if begins not in _PRONOUNS or not first:
        return frozenset()
    near = people[first - 1].span.start >= unit.wording.spans[0].start - _BACK
    return frozenset({surname(people[first - 1].name)}) if near else frozenset()


def _words(unit: Unit) -> frozenset[str]:
    return frozenset(word.low for span in unit.wording.spans for word in tokenize(unit.article.text, span))


def _speaker(unit: Unit) -> str:
    """The surname of whoever says "I" here, folded; "" where nobody does, or nothing tells who it is."""
    told = unit.statement.source if unit.statement is not None else None
    if told is None or told.source.kind is not SourceKind.PERSON or told.source.name is None:
        return ""
    return surname(told.source.name) if _SELF & _words(unit) else ""


@lru_cache(maxsize=256)
def _people(text: str) -> tuple[Name, ...]:
    return tuple(one for one in find_names(text, Span(0, len(text))) if one.kind is NameKind.PERSON)
