"""Planned, offered, threatened, refused, failed, done: how far one event has come in two reports.

Looked at are events of one concept about the same people and things whose moods (`moods`)
stand against each other in the table below.  What the later report tells as done that the
earlier one told as coming is an update.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.laterness import later_report
from rashomon.corroboration.matching import may_be_one, pairs
from rashomon.corroboration.moods import Mood
from rashomon.corroboration.turning import found, symmetrical
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import words_of
from rashomon.model import ConflictKind, Relation

__all__ = ["REASONS", "compare_modality", "difference_of_moods", "gone_on_since", "stand_against"]

REASONS = {
    "planned_or_done": "one report tells as planned or coming what the other tells as done",
    "offered_or_done": "one report tells as offered, threatened or tried what the other tells as done",
    "refused_or_done": "one tells that it was refused, ruled out or failed, the other that it was done",
    "refused_or_coming": "one report tells that it is refused or ruled out, the other that it is coming",
    "maybe_or_coming": "one report tells as only considered what the other tells as settled",
    "done_since": "the later report tells as done what the earlier one told as coming",
    "settled_since": "the later report tells as settled, or as given up, what the earlier one told as open",
}
"""Labels of the rules, and what each means."""

_M = Mood
_TABLE: dict[frozenset[Mood], str] = {
    frozenset(pair): reason
    for reason, rows in {
        "planned_or_done": [(_M.PLANNED, _M.DONE), (_M.COMING, _M.DONE), (_M.CONSIDERED, _M.DONE)],
        "offered_or_done": [(_M.OFFERED, _M.DONE), (_M.THREATENED, _M.DONE), (_M.TRIED, _M.DONE)],
        "refused_or_done": [(_M.REFUSED, _M.DONE), (_M.FAILED, _M.DONE)],
        "refused_or_coming": [
            (_M.REFUSED, other)
            for other in (_M.COMING, _M.PLANNED, _M.AGREED, _M.CONSIDERED, _M.OFFERED, _M.THREATENED)
        ]
        + [(_M.FAILED, _M.PLANNED), (_M.FAILED, _M.OFFERED)],
        "maybe_or_coming": [
            (_M.CONSIDERED, _M.COMING),
            (_M.CONSIDERED, _M.PLANNED),
            (_M.UNDECIDED, _M.PLANNED),
        ],
    }.items()
    for pair in rows
}
"""Moods that stand against each other; what is in no row says nothing of the other."""

_TURNS = frozenset(
    "initially first early earlier finally eventually later since until once originally still".split()
)
"""Words that tell that a thing came about by and by: both reports may be right, each of its time."""

_CHANGING = frozenset(
    {
        *(_M.PLANNED, _M.AGREED, _M.COMING, _M.EXPECTED, _M.CONSIDERED),
        *(_M.OFFERED, _M.THREATENED, _M.TRIED, _M.UNDECIDED),
    }
)
_STEPS: dict[Mood, int] = {
    **dict.fromkeys((_M.CONSIDERED, _M.OFFERED, _M.UNDECIDED, _M.THREATENED, _M.EXPECTED), 1),
    **dict.fromkeys((_M.AGREED, _M.PLANNED, _M.COMING), 2),
}
"""How far things have come that may yet go on; what stands not here is done, or given up."""
_NEUTRAL = frozenset(
    """say tell add ask report believe think know claim mention note be have do cost last weigh measure
    take amount""".split()
)


def _compare_modality(first: Unit, second: Unit) -> Iterator[Difference]:
    """Where one unit tells as planned, offered or refused what the other tells otherwise."""
    for one, other in pairs(events_of(first), events_of(second)):
        reason = stand_against(one, other) or _come_true((first, second), (one, other))
        if reason is None or one.lemma in _NEUTRAL or one.governs or other.governs:
            continue
        if not may_be_one(one, other):
            continue
        if _turned(first, one) or _turned(second, other):
            continue
        yield difference_of_moods((first, second), (one, other), reason)
        return


compare_modality = symmetrical(_compare_modality)


def stand_against(one: Event, other: Event) -> str | None:
    """The row of the table that holds both moods; what is denied by itself is none of them."""
    moods = [_mood(one), _mood(other)]
    if None in moods:
        return None
    return _TABLE.get(frozenset(mood for mood in moods if mood is not None))


def _come_true(units: tuple[Unit, Unit], events: tuple[Event, Event]) -> str | None:
    """What was expected, or agreed, and is told as done by the later report."""
    moods = {event.mood for event in events}
    if _M.DONE not in moods or not moods & {_M.EXPECTED, _M.AGREED} or any(event.denied for event in events):
        return None
    later = later_report(units[0].article, units[1].article)
    new = None if later is None else events[0] if later is units[0].article else events[1]
    return "done_since" if new is not None and new.mood is _M.DONE else None


def _turned(unit: Unit, event: Event) -> bool:
    start, end = event.clause
    return any(word.low in _TURNS for word in words_of(unit)[start:end])


def _mood(event: Event) -> Mood | None:
    if not event.denied:
        return event.mood
    return _M.OPEN if event.mood is _M.REFUSED else None


def _gone_on(old: Event, new: Event) -> bool:
    """Whether the later telling may be of what came of the earlier: no step back, but for giving up."""
    if old.mood is _M.REFUSED:
        return new.mood is _M.DONE
    back = _STEPS.get(new.mood, 3) < _STEPS.get(old.mood, 0)
    return old.mood in _CHANGING and not back


def gone_on_since(first: Unit, second: Unit) -> str | None:
    """Id of the later report, if the earlier tells of what was yet to come and the later refuses nothing."""
    later = later_report(first.article, second.article)
    if later is None:
        return None
    old, new = (first, second) if later is second.article else (second, first)
    ahead = any(event.mood in _CHANGING for event in events_of(old))
    given_up = any(event.denied or event.mood in (_M.REFUSED, _M.FAILED) for event in events_of(new))
    return later.id if ahead and not given_up else None


def difference_of_moods(units: tuple[Unit, Unit], events: tuple[Event, Event], reason: str) -> Difference:
    """The conflict of two moods, or the update where the later report has what was ahead in the earlier."""
    pieces = Piece(spans=events[0].spans), Piece(spans=events[1].spans)
    later = later_report(units[0].article, units[1].article)
    if later is not None:
        new, old = events if later is units[0].article else events[::-1]
        if _gone_on(old, new):
            since = "done_since" if new.mood is _M.DONE else "settled_since"
            return found(ConflictKind.MODALITY, Relation.UPDATE, pieces, since, 0.7, later.id)
    return found(ConflictKind.MODALITY, Relation.CONFLICT, pieces, reason, 0.8)
