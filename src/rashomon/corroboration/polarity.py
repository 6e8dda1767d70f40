"""It happened, and it did not: the same event told and denied, or contrary events of one thing.

Looked at are events of one concept (`kinwords`) about the same people and things (`matching`).
One is denied by a word in its group ("did not sign"), by its subject ("nobody was
hurt"), by what governs its clause ("denied that", "no evidence that"), or by the cue of the
statement that the unit is the content of ("denied").  What is neither done nor coming, and what
is only planned or refused, is for `modality`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.corroboration.denials import DENYING_VERBS
from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.kinwords import contrary
from rashomon.corroboration.laterness import later_report
from rashomon.corroboration.matching import about_one, may_be_one, pairs
from rashomon.corroboration.moods import Mood
from rashomon.corroboration.turning import found, symmetrical
from rashomon.corroboration.units import Unit
from rashomon.language.negations import DENYING, opposite
from rashomon.language.tokens import tokenize
from rashomon.language.verbs import verb_base
from rashomon.model import ConflictKind, Relation

__all__ = ["REASONS", "compare_polarity", "denied_whole", "may_be_contrary", "of_one_act", "turned"]

REASONS = {
    "one_denied": "one report tells an event that the other tells did not happen",
    "denied_by_source": "one report tells an event, the other that somebody denies it",
    "contrary_words": "two words that cannot both be true of one thing",
    "undecided": "one report tells a thing as done that is not decided in the other",
    "no_longer": "the later report tells that it is no longer so",
}
"""Labels of the rules, and what each means."""

_FACTS = frozenset({Mood.DONE, Mood.PRESENT})
_AHEAD = frozenset({Mood.COMING, Mood.PLANNED, Mood.PRESENT})
_UP_AND_DOWN = frozenset({"increase", "decrease"})
_NEUTRAL = frozenset("say tell add ask report believe think know claim mention note".split())


def _compare_polarity(first: Unit, second: Unit) -> Iterator[Difference]:
    """Where one unit tells what the other denies; nothing for most pairs."""
    whole = denied_whole(first), denied_whole(second)
    for one, other in _differing(events_of(first), events_of(second), whole):
        contrary_words = one.concept != other.concept
        if _bare(one) or _bare(other):
            continue
        denied = _denied(one, other.mood) ^ whole[0], _denied(other, one.mood) ^ whole[1]
        if (denied[0] == denied[1]) is not contrary_words:
            continue
        yield _difference((first, second), (one, other), _reason(one, other, whole))
        return


compare_polarity = symmetrical(_compare_polarity)


def _differing(
    first: tuple[Event, ...], second: tuple[Event, ...], whole: tuple[bool, bool]
) -> Iterator[tuple[Event, Event]]:
    """The pairs of events of one thing that can stand against each other, the likeliest first."""
    for one, other in pairs(first, second):
        if one.lemma not in _NEUTRAL and _comparable(one, other) and may_be_one(one, other):
            yield one, other
    for one in first:
        for other in second:
            if (
                _contrary(one, other)
                and not _of_each_other(one, other)
                and _comparable(one, other)
                and about_one(one, other)
            ):
                yield one, other


def _of_each_other(one: Event, other: Event) -> bool:
    """Whether one is done to the other ("allowed the ban"), or governs another event."""
    return one.concept in other.about or other.concept in one.about or one.governs or other.governs


def _bare(event: Event) -> bool:
    """Whether nothing is told by it: a noun in passing, or a verb that only governs what is told."""
    if event.noun:
        return not (event.denied or event.told)
    return event.governs


def _denied(event: Event, against: Mood) -> bool:
    """Whether it is told not to be; what is undecided is not yet, held against what is done."""
    return event.denied or (event.mood is Mood.UNDECIDED and against is Mood.DONE)


def _contrary(one: Event, other: Event) -> bool:
    if not may_be_contrary(one, other):
        return False
    if contrary(one.concept, other.concept):
        return True
    return one.state and other.state and opposite(one.lemma, other.lemma)


def may_be_contrary(one: Event, other: Event) -> bool:
    """Whether what rises can be what falls: a coach falls, the number of the dead in it rises.

    What only tells which thing is meant (“limits imposed by the council”) is contrary to nothing.
    """
    if one.which or other.which:
        return False
    if {one.concept, other.concept} != _UP_AND_DOWN:
        return True
    most = max(len(one.subject), len(other.subject))
    return 2 * len(one.subject & other.subject) >= most > 0


def _comparable(one: Event, other: Event) -> bool:
    """Whether both are told as facts, or both as coming; or one as done that is undecided in the other."""
    moods = {one.mood, other.mood}
    if one.state and other.state:
        return len(moods) == 1
    if moods == {Mood.PRESENT, Mood.COMING} and not about_one(one, other):
        return False
    if moods == {Mood.DONE, Mood.UNDECIDED}:
        return True
    if any(e.universal and e.mood is Mood.DONE for e in (one, other)) and moods <= _FACTS | _AHEAD:
        return True
    return moods <= _FACTS or moods <= _AHEAD


def denied_whole(unit: Unit) -> bool:
    """Whether the unit is what somebody denies: "denied" is the cue of its statement."""
    if unit.statement is None or any(s.overlaps(c) for s in unit.wording.spans for c in unit.statement.cue):
        return False
    return any(verb_base(low) in DENYING_VERBS for low in _cue(unit))


def of_one_act(first: Unit, second: Unit) -> bool:
    """Whether both tell one act of speech, and neither denies what the other affirms: "said that it was
    shut" and "denied that it was shut" are of one act by their words, but not by what they tell.
    """
    if first.utterance is None or first.utterance != second.utterance:
        return False
    return turned(first) == turned(second)


def turned(unit: Unit) -> tuple[bool, bool]:
    """Whether its cue denies the unit, and whether the cue is denied itself."""
    return denied_whole(unit), not DENYING.isdisjoint(_cue(unit))


def _cue(unit: Unit) -> list[str]:
    cue = unit.statement.cue if unit.statement else ()
    return [token.low for span in cue for token in tokenize(unit.article.text, span)]


def _reason(one: Event, other: Event, whole: tuple[bool, bool]) -> str:
    if one.concept != other.concept:
        return "contrary_words"
    if Mood.UNDECIDED in (one.mood, other.mood):
        return "undecided"
    return "denied_by_source" if any(whole) or one.reported or other.reported else "one_denied"


def _difference(units: tuple[Unit, Unit], events: tuple[Event, Event], reason: str) -> Difference:
    pieces = Piece(spans=events[0].spans), Piece(spans=events[1].spans)
    later = _changed(units, events)
    relation = Relation.UPDATE if later else Relation.CONFLICT
    return found(ConflictKind.POLARITY, relation, pieces, reason, 0.8, later)


def _changed(units: tuple[Unit, Unit], events: tuple[Event, Event]) -> str | None:
    """The id of the later report, where what it tells has changed since, not been told otherwise."""
    later = later_report(units[0].article, units[1].article)
    if later is None:
        return None
    event = events[0] if later is units[0].article else events[1]
    other = events[1] if event is events[0] else events[0]
    settled = event.mood is Mood.DONE and other.mood is Mood.UNDECIDED
    return later.id if settled or event.ceased else None
