"""What two wordings that mean nearly the same differ in, however differently they put it.

Where an embedder finds two units alike, they need not share the word for what happened: one that
is denied against one that is not, one that is refused against one that is ahead, two reasons.  Only
what each unit mainly tells is looked at: its first verb, but for those that say that something is said.
What merely follows ("after", "when") is taken for a reason here, where the other report gives one.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.kinwords import contrary
from rashomon.corroboration.matching import at_odds
from rashomon.corroboration.modality import compare_modality, difference_of_moods
from rashomon.corroboration.moods import Mood
from rashomon.corroboration.polarity import compare_polarity, denied_whole
from rashomon.corroboration.reasons import compare_reasons, hold_reasons, reasons_of, what_follows
from rashomon.corroboration.turning import found, symmetrical
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys, words_of
from rashomon.model import ConflictKind, Relation

__all__ = ["compare_alike"]

_TELLING = frozenset("say tell add ask report believe think know claim mention note fear hope expect".split())
_FACTS = frozenset({Mood.DONE, Mood.PRESENT})
_AHEAD = frozenset({Mood.COMING, Mood.PLANNED})
_WANTED = _AHEAD | {Mood.OFFERED, Mood.AGREED, Mood.CONSIDERED}
_REFUSING = frozenset({"reject", "refus", "declin", "veto", "rule_out", "abandon", "cancel", "drop"})
_MOST_EVENTS = 3
_FEW = 2


def _compare_alike(first: Unit, second: Unit) -> Iterator[Difference]:
    """Polarity, modality and reasons of two units that are known to mean nearly the same."""
    yield from _by_reason(first, second)
    one, other = _main(first), _main(second)
    if one is None or other is None or at_odds(one, other, crowds=True):
        return
    if len(content_keys(words_of(first)) & content_keys(words_of(second))) < _FEW:
        return
    yield from _by_polarity((first, second), (one, other))
    yield from _by_refusal((first, second), (one, other))


compare_alike = symmetrical(_compare_alike)


def _main(unit: Unit) -> Event | None:
    """What the unit mainly tells; None where it tells of too many things for one of them to be the point."""
    told = [e for e in events_of(unit) if e.lemma not in _TELLING and not e.noun and not e.governs]
    return told[0] if told and len(told) <= _MOST_EVENTS else None


def _by_polarity(units: tuple[Unit, Unit], events: tuple[Event, Event]) -> Iterator[Difference]:
    one, other = events
    moods = {one.mood, other.mood}
    if not (moods <= _FACTS or moods <= _AHEAD) or compare_polarity(*units):
        return
    denied = [event.denied ^ denied_whole(unit) for unit, event in zip(units, events, strict=True)]
    elsewhere = [e for unit in units for e in events_of(unit) if e.denied and e not in events]
    turned = contrary(one.concept, other.concept) and bool(one.subject & other.subject)
    if (denied[0] == denied[1]) is not turned or elsewhere:
        return
    if not turned and not (one.universal or other.universal):
        return  # what one denies may be but near to what the other tells
    pieces = Piece(spans=one.spans), Piece(spans=other.spans)
    reason = "contrary_words" if turned else "one_denied"
    yield found(ConflictKind.POLARITY, Relation.CONFLICT, pieces, reason, 0.6)


def _by_refusal(units: tuple[Unit, Unit], events: tuple[Event, Event]) -> Iterator[Difference]:
    """What one report tells as refused, and the other as ahead."""
    refused = [_refused(event) for event in events]
    wanted = [event.mood in _WANTED and not event.denied for event in events]
    ahead = (refused[0] and wanted[1] and not refused[1]) or (refused[1] and wanted[0] and not refused[0])
    if ahead and not compare_modality(*units):
        yield difference_of_moods(units, events, "refused_or_coming")


def _refused(event: Event) -> bool:
    return not event.denied and (event.mood is Mood.REFUSED or event.concept in _REFUSING)


def _by_reason(first: Unit, second: Unit) -> Iterator[Difference]:
    if compare_reasons(first, second):
        return
    given = reasons_of(first), reasons_of(second)
    if not given[0] and not given[1]:
        return
    ours = given[0] or what_follows(first)
    theirs = given[1] or what_follows(second)
    for one in ours[:1]:
        for other in theirs[:1]:
            if _may_explain(one.of, other.of, none=one.none or other.none):
                yield from hold_reasons((first, second), one, other)


def _may_explain(one: Event | None, other: Event | None, *, none: bool) -> bool:
    """Whether both reasons can be of one event: told of the same thing, unless there is no reason."""
    if one is None or other is None or one.denied != other.denied:
        return False
    if at_odds(one, other, crowds=True) or contrary(one.concept, other.concept):
        return False
    return none or bool(one.subject & other.subject)
