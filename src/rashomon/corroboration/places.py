"""Where it happened: place phrases of the same event that cannot both hold.

A phrase belongs to the nearest verb before it.  Phrases with the same head that
differ in a direction, side or number disagree; so do two names of one kind of place ("the
Stell pass", "the Karn pass"), unless a report tells that one lies in the other.  A phrase
that has all that the other has, and more, tells it finer.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.kinwords import NEAR, root
from rashomon.corroboration.matching import at_odds, may_be_one, share
from rashomon.corroboration.otherplaces import other_places
from rashomon.corroboration.placephrases import SITES, PlacePhrase, contained, place_phrases
from rashomon.corroboration.turning import found, symmetrical
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys, words_of
from rashomon.language import functionwords as fw
from rashomon.model import ConflictKind, Relation

__all__ = ["REASONS", "compare_places"]

REASONS = {
    "same_place": "both tell the same place",
    "finer_place": "one place is the other told finer",
    "lies_in": "a report tells that one of the places lies in the other, or it is a state of that country",
    "other_direction": "one kind of place, and directions, sides or numbers that cannot both hold",
    "other_place": "two places of one kind for the same event",
    "told_elsewhere": "the same is told to have happened at a place which the other report does not know",
}
"""Labels of the rules, and what each means."""

_NEAR = frozenset("near outside close off by beside".split())
_LEAST_SHARE = 0.6
_WAYS = frozenset(map(root, "street road lane avenue square gate".split()))
_SITES = frozenset(map(root, SITES))
_ASIDE = fw.AUXILIARIES | {"over", "about", "against"}  # behind these, the place is of something else
_MOTION = frozenset({"from", "to", "into", "through", "towards", "toward"})


def _compare_places(first: Unit, second: Unit) -> Iterator[Difference]:
    """How the places that two units tell for one event stand to each other."""
    findings = []
    for one, other in _events(first, second):
        for here in _places_of(first, one):
            for there in _places_of(second, other):
                told = _held(here, there, (first.article.text, second.article.text))
                if told is not None:
                    pieces = Piece(spans=here.spans), Piece(spans=there.spans)
                    findings.append(found(ConflictKind.PLACE, told[0], pieces, told[1], 0.7))
    if not findings:
        findings = [
            found(ConflictKind.PLACE, Relation.CONFLICT, pieces, "told_elsewhere", 0.6)
            for pieces in other_places(first, second)
        ]
    agreed = [d for d in findings if d.relation is not Relation.CONFLICT]
    yield from (agreed or findings)[:1]


compare_places = symmetrical(_compare_places)


def _events(first: Unit, second: Unit) -> Iterator[tuple[Event, Event]]:
    for one in events_of(first):
        for other in events_of(second):
            same = one.concept == other.concept or frozenset((one.concept, other.concept)) in NEAR
            if not same or one.denied != other.denied or at_odds(one, other):
                continue
            if may_be_one(one, other) or _but_for_places((first, one), (second, other)):
                yield one, other


def _but_for_places(*told: tuple[Unit, Event]) -> bool:
    """Whether half of what is told of the two events is shared when the places themselves are left out."""
    keys = []
    for unit, event in told:
        words = words_of(unit)
        where = [w for p in _places_of(unit, event) for w in words[p.at : p.end]]
        keys.append(event.about - content_keys(where) - {told[0][1].concept, told[1][1].concept})
    return share(*keys) >= _LEAST_SHARE


def _places_of(unit: Unit, event: Event) -> list[PlacePhrase]:
    words = words_of(unit)
    behind = [p for p in place_phrases(words, unit.article.text) if event.last < p.at < event.clause[1]]
    return [p for p in behind if not any(w.low in _ASIDE for w in words[event.last + 1 : p.at])]


def _held(one: PlacePhrase, other: PlacePhrase, texts: tuple[str, str]) -> tuple[Relation | None, str] | None:
    if (one.preposition in _MOTION or other.preposition in _MOTION) and one.preposition != other.preposition:
        return None
    ours, theirs = set(one.names) | set(one.nouns), set(other.names) | set(other.nouns)
    if one.marks != other.marks and _stand_against(one, other):
        return Relation.CONFLICT, "other_direction"
    if ours == theirs and one.marks == other.marks:
        return None, "same_place"
    if ours <= theirs or theirs <= ours or set(one.names) & set(other.names):
        return Relation.REFINEMENT, "finer_place"
    if any(_inside(a, b, texts) for a in one.names for b in other.names) or _in_its_country(one, other):
        return Relation.REFINEMENT, "lies_in"
    if one.preposition in _NEAR or other.preposition in _NEAR:
        return None
    if (one.names or one.nouns) and (other.names or other.nouns) and _of_one_kind(one, other):
        return Relation.CONFLICT, "other_place"
    return None


def _of_one_kind(one: PlacePhrase, other: PlacePhrase) -> bool:
    """Whether both are ways, say, or towns: what lies in what is not to be thought of."""
    if not (one.nouns or other.nouns):
        return one.preposition == other.preposition
    if set(one.nouns) & set(other.nouns):
        return bool(one.names and other.names)
    return any(table & set(one.nouns) and table & set(other.nouns) for table in (_WAYS, _SITES))


def _stand_against(one: PlacePhrase, other: PlacePhrase) -> bool:
    """Whether both have a mark of one sort, beside the same head, that the other has not."""
    if not (one.marks - other.marks and other.marks - one.marks):
        return False
    heads = set(one.nouns) & set(other.nouns) or set(one.names) & set(other.names)
    compass = all(
        any(mark in {"n", "s", "e", "w", "ne", "nw", "se", "sw"} for mark in p.marks) for p in (one, other)
    )
    return bool(heads) or compass


def _in_its_country(one: PlacePhrase, other: PlacePhrase) -> bool:
    """Whether one is a state of the United States, and the other these."""
    names = " ".join(one.names), " ".join(other.names)
    return any(a in _THE_STATES and b in _STATES for a, b in (names, names[::-1]))


_THE_STATES = frozenset({"us", "usa", "america", "united states"})
_STATES = frozenset(
    """alaska arkansas colorado delaware hawaii illinois iowa kentucky maine massachusetts minnesota
    missouri nebraska ohio oregon tennessee utah virginia wyoming wisconsin vermont texas
    pennsylvania oklahoma nevada montana mississippi michigan maryland louisiana kansas indiana
    idaho florida connecticut california arizona alabama""".split()
) | {
    *("new hampshire", "new jersey", "new mexico", "new york", "north carolina", "north dakota"),
    *("rhode island", "south carolina", "south dakota", "west virginia"),
}
"""But for Georgia and Washington, which are also other places."""


def _inside(one: str, other: str, texts: tuple[str, str]) -> bool:
    return any(contained(a, b, text) for a, b in ((one, other), (other, one)) for text in texts)
