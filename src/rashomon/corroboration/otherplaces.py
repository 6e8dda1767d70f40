"""Places of one event told in two reports of which neither knows the other's place at all.

A report that tells of both places means two.  Where neither report has the other's, and what happened
there is told by one word or by kin, one place is told against the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.corroboration.differences import Piece
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.kinwords import NEAR, kind_of_thing, root
from rashomon.corroboration.matching import at_odds
from rashomon.corroboration.placephrases import SITES, PlacePhrase, contained, place_phrases
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import words_of
from rashomon.language import functionwords as fw
from rashomon.language.tokens import fold

__all__ = ["other_places"]

_MOST = 4
_FROM = frozenset("from to into through towards toward across along".split())
_LONGEST = 300
_SITES = frozenset(map(root, SITES))
_ASIDE = fw.AUXILIARIES | frozenset("over about for against with of".split())
_WHO = frozenset("by past of".split())
_EMPTY = frozenset("be have do say tell become remain".split())


def other_places(first: Unit, second: Unit) -> Iterator[tuple[Piece, Piece]]:
    """Places of two units that are told of one event, and of which neither report knows both."""
    ours, theirs = _placed(first), _placed(second)
    if any(_one_place(a, b, first, second) for a, _ in ours for b, _ in theirs):
        return
    for here, one in ours:
        for there, other in theirs:
            unknown = not (_known(here, second) or _known(there, first))
            if unknown and _of_one_sort(here, there) and _one_event(one, other):
                yield Piece(spans=here.spans), Piece(spans=there.spans)


def _placed(unit: Unit) -> Sequence[tuple[PlacePhrase, Event]]:
    """The place phrases of a unit, each with the nearest event before it."""
    words = words_of(unit)
    if len(words) > _LONGEST:
        return []
    events = events_of(unit)
    out: list[tuple[PlacePhrase, Event]] = []
    for place in list(place_phrases(words, unit.article.text))[:_MOST]:
        if place.preposition in _WHO:
            continue
        before = [event for event in events if event.last < place.at]
        if before and not any(word.low in _ASIDE for word in words[before[-1].last + 1 : place.at]):
            out.append((place, before[-1]))
    return out


def _one_place(one: PlacePhrase, other: PlacePhrase, first: Unit, second: Unit) -> bool:
    """Whether both share a word for the place and no mark tells them apart, or one lies in the other."""
    apart = one.marks - other.marks and other.marks - one.marks
    if {kind_of_thing(noun) for noun in one.nouns} & {kind_of_thing(noun) for noun in other.nouns} - {None}:
        return True
    if (set(one.names) & set(other.names) or set(one.nouns) & set(other.nouns)) and not apart:
        return not (one.names and other.names and not set(one.names) & set(other.names))
    texts = first.article.text, second.article.text
    return any(
        contained(a, b, text) or contained(b, a, text)
        for a in one.names
        for b in other.names
        for text in texts
    )


def _of_one_sort(one: PlacePhrase, other: PlacePhrase) -> bool:
    """Whether both tell where it was, or both where it went or came from; and both by name, or by a site."""
    if (one.preposition in _FROM) != (other.preposition in _FROM):
        return False
    sites = [bool(_SITES & set(place.nouns)) for place in (one, other)]
    return bool(one.names and other.names) or all(sites)


def _known(place: PlacePhrase, unit: Unit) -> bool:
    """Whether the other report has this place's name, or its noun where it has none."""
    text = _folded(unit.article.text)
    words = place.names or place.nouns
    return not words or all(word in text for word in words)


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return fold(text)


def _one_event(one: Event, other: Event) -> bool:
    """Whether both tell one thing, of people who can be the same, and done to what can be the same."""
    if one.concept in _EMPTY or one.denied != other.denied or at_odds(one, other):
        return False
    if one.concept != other.concept and frozenset((one.concept, other.concept)) not in NEAR:
        return False
    where = one.sites | other.sites
    ours, theirs = one.rest - where, other.rest - where
    if one.passive != other.passive:
        return bool(one.about & other.about) or one.vague or other.vague
    return bool(ours & theirs) or not (ours and theirs) or one.vague or other.vague
