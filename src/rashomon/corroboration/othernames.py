"""Who it was, told of one person in one report and of another in the other, neither of which knows both.

Most names are of different people.  Two speak against each other where they are told to have done the
same, or are named beside the same office, and where neither report names the other's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rashomon.corroboration.differences import Piece
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys, words_of
from rashomon.language.names import Name, NameKind, find_names, surname
from rashomon.language.similarity import MISSPELT, likeness
from rashomon.language.titles import role_base
from rashomon.language.tokens import fold
from rashomon.language.verbs import verb_base
from rashomon.model import Span

__all__ = ["other_people"]

_MOST = 4
_LONGEST = 300
_LONGEST_NAME = 3
_EMPTY = frozenset(
    """be have do say tell add become remain ask speak talk meet believe think know die kill injure arrest
    vote attend live work stay call want see hear help join visit sign support oppose leave go come take
    make get play score run""".split()
)
_NOT_NOW = frozenset("former vice acting next late assistant previous retired another".split())
_SINGLE = frozenset("successor winner culprit heir buyer owner driver killer gunman thief finder".split())
_FILLING = frozenset(
    "appoint choose make name nominate pick select elect install propose promote hire succeed replace".split()
)
_MANY_HOLD = frozenset(
    "member official officer senator representative congressman lawmaker spokesman spokeswoman leader".split()
)


def other_people(first: Unit, second: Unit) -> Iterator[tuple[Piece, Piece]]:
    """People of two units who have one part in one thing, and of whom neither report knows both."""
    if max(len(first.words), len(second.words)) > _LONGEST:
        return
    ours, theirs = _people(first), _people(second)
    if any(_one_person(a, b) for a in ours for b in theirs):
        return
    if not _rest(first, ours) & _rest(second, theirs) or _ranked(first) or _ranked(second):
        return
    offices = _offices(first, ours) & _offices(second, theirs)
    for one in ours:
        for other in theirs:
            known = _known(one, second) or _known(other, first)
            if not known and (offices or _one_part((first, one), (second, other))):
                yield _piece(one), _piece(other)


def _ranked(unit: Unit) -> bool:
    """Whether an office is told of another time or rank ("the former mayor", "the deputy captain")."""
    words = words_of(unit)
    return any(
        word.low in _NOT_NOW or (word.low == "deputy" and role_base(after.low) is not None)
        for word, after in pairwise(words)
    )


def _piece(name: Name) -> Piece:
    return Piece(spans=(name.span,), value=name.name)


def _people(unit: Unit) -> Sequence[Name]:
    """The people whom the unit's own words name, none where they are many."""
    text = unit.article.text
    found = [name for span in unit.wording.spans for name in find_names(text, span)]
    people = [name for name in found if name.kind is NameKind.PERSON]
    return (
        [name for name in people if len(name.name.split()) <= _LONGEST_NAME] if len(people) <= _MOST else []
    )


def _one_person(one: Name, other: Name) -> bool:
    ours, theirs = ({fold(word) for word in name.name.split()} for name in (one, other))
    return bool(ours & theirs) or likeness(surname(one.name), surname(other.name)) >= MISSPELT


def _rest(unit: Unit, people: Sequence[Name]) -> frozenset[str]:
    """What the unit is about but for the people that it names."""
    return content_keys([w for w in words_of(unit) if not any(p.span.contains(w.span) for p in people)])


def _offices(unit: Unit, people: Sequence[Name]) -> frozenset[str]:
    """The offices that the unit tells to be filled, besides those that title a name in it."""
    lows = {word.low for word in words_of(unit)}
    if not any(low in _SINGLE or verb_base(low) in _FILLING for low in lows):
        return frozenset()
    titled = frozenset(role for person in people for role in person.roles)
    told = {role_base(word.low) or "" for word in words_of(unit)} | (
        _SINGLE & {w.low for w in words_of(unit)}
    )
    return frozenset(told - titled - {""} - _MANY_HOLD)


def _one_part(one: tuple[Unit, Name], other: tuple[Unit, Name]) -> bool:
    """Whether both are told to have done the same, or the same to have been done to both."""
    events = _event(*one), _event(*other)
    if events[0] is None or events[1] is None or events[0].concept != events[1].concept:
        return False
    if events[0].denied != events[1].denied or events[0].mood is not events[1].mood:
        return False
    ours, theirs = _done_to(one, events[0]), _done_to(other, events[1])
    return _did(one, events[0]) == _did(other, events[1]) and bool(ours & theirs)


def _done_to(part: tuple[Unit, Name], event: Event) -> frozenset[str]:
    """What the event is about but for who is named."""
    unit, name = part
    return event.about - content_keys([w for w in words_of(unit) if name.span.contains(w.span)])


def _event(unit: Unit, name: Name) -> Event | None:
    """The event nearest to the name, that of its clause before others."""
    words = words_of(unit)
    place = next((at for at, word in enumerate(words) if name.span.contains(word.span)), None)
    if place is None:
        return None
    events = [event for event in events_of(unit) if event.lemma not in _EMPTY]
    return min(
        events,
        key=lambda e: (not e.clause[0] <= place <= e.clause[1], abs(e.at - place), e.at),
        default=None,
    )


def _did(part: tuple[Unit, Name], event: Event) -> bool:
    """Whether the name stands where the one stands who did it."""
    unit, name = part
    before = name.span.start < words_of(unit)[event.at].start
    return before != (event.passive or (event.noun and not before))


def _known(name: Name, unit: Unit) -> bool:
    """Whether the other report names this person, too."""
    return surname(name.name) in _surnames(unit.article.text)


@lru_cache(maxsize=256)
def _surnames(text: str) -> frozenset[str]:
    return frozenset(surname(name.name) for name in find_names(text, Span(0, len(text))))
