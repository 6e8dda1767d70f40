"""Of which grammatical gender the persons of an article are, where no title tells it.

Pronouns with one person named in their sentence or just before it tell it, and
lists of given names, which weigh as much as a few of those and decide where
the pronouns are divided.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rashomon.attribution.figures import Event, Figure, Passage
from rashomon.language.givennames import given_name
from rashomon.language.names import Gender
from rashomon.model import Span

__all__ = ["learn_genders", "listed"]

_LISTED, _FOREIGN = 8, 3
"""Pronouns near the name that a list outweighs, those of English-speaking countries and others; the first
gives likelier genders on 154 pronouns than 3 or 5, a foreign name is often of the other gender elsewhere."""
_TIMES, _TIMES_ALONE = 2, 4
"""How many times the votes of the other gender: who is known by a surname alone is mostly somebody whom
everybody knows, named beside many others whom pronouns mean."""
# Not *him* and *her*: they are as like to mean somebody else than the one named in the sentence.
_HE = frozenset({"he", "his", "himself"})
_SHE = frozenset({"she", "hers", "herself"})
_PRONOUN = re.compile(
    rf"(?<!\S)[.,;:!?()]*+({'|'.join(sorted(_HE | _SHE))})[.,;:!?()]*+(?!\S)", re.IGNORECASE
)


def learn_genders(
    text: str, passages: Sequence[Passage], events: Sequence[Event], figures: Mapping[str, Figure]
) -> None:
    """Give the figures of unknown gender the one that the text and the lists tell, if they do."""
    votes: dict[str, Counter[Gender]] = defaultdict(Counter)
    named: dict[int, set[str]] = defaultdict(set)
    for event in events:
        if not event.quoted:
            named[event.sentence].add(event.figure)
    for number, passage in enumerate(passages):
        around = named.get(number) or named.get(number - 1, set())
        if len(around) == 1:
            votes[next(iter(around))].update(_pronouns(text, passage))
    for key, figure in figures.items():
        if figure.gender is Gender.UNKNOWN:
            figure.gender = _told(votes[key], figure.name)


def _told(votes: Counter[Gender], name: str) -> Gender:
    """The gender with twice the votes of the other (a surname alone, four times); else the one that the
    English lists tell.
    """
    sure, told = listed(name, english=True), listed(name)
    counted = Counter(votes)
    if told is not None:
        counted[told] += _FOREIGN if sure is None else _LISTED
    he, she = counted[Gender.HE], counted[Gender.SHE]
    times = _TIMES if " " in name else _TIMES_ALONE
    if he == she or max(he, she) < times * min(he, she):
        return sure or Gender.UNKNOWN
    return Gender.HE if he > she else Gender.SHE


def _pronouns(text: str, passage: Passage) -> Counter[Gender]:
    """The votes of a sentence; its first pronoun, the likeliest to mean who is named, has two."""
    counted: Counter[Gender] = Counter()
    at = passage.span.start
    for piece in (*passage.quoted, Span(passage.span.end, passage.span.end)):
        for word in _PRONOUN.findall(text[at : max(at, piece.start)]):
            counted[Gender.HE if word.casefold() in _HE else Gender.SHE] += 1 if counted else 2
        at = max(at, piece.end)
    return counted


def listed(name: str, *, english: bool = False) -> Gender | None:
    """The gender of which the given name nearly always is, by lists; None for a name of one word."""
    words = name.split()
    told = given_name(words[0], english=english) if len(words) > 1 else None
    return Gender(told) if told is not None else None
