"""What one unit denies beside what the other has of it, contrary words, and two steps of one thing.

All are contrasts of whole clauses: what they share need not be the word for what happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.deniedclauses import DeniedClause, denied_clauses
from rashomon.corroboration.differences import Piece
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.kinfields import one_field
from rashomon.corroboration.kinwords import LIGHT, contrary
from rashomon.corroboration.modality import difference_of_moods, stand_against
from rashomon.corroboration.moods import Mood
from rashomon.corroboration.polarity import may_be_contrary
from rashomon.corroboration.units import Unit
from rashomon.corroboration.verbs import says_something
from rashomon.corroboration.wording import content_keys, spans_of, words_of
from rashomon.language.negations import opposite
from rashomon.language.tokens import Token
from rashomon.model import ConflictKind, Policy, Relation

__all__ = ["contrary_told", "denials", "steps"]

_MOST = 6
_WOULD = frozenset({"would", "'d"})
_UNDONE = frozenset({Mood.REFUSED, Mood.FAILED})
_FACTS = frozenset({Mood.DONE, Mood.PRESENT})
_AHEAD = frozenset({Mood.AGREED, Mood.OFFERED, Mood.PLANNED, Mood.CONSIDERED, Mood.THREATENED})
_TELLING = frozenset(
    "say tell add ask report believe think know claim mention note fear hope be have expect".split()
)


def denials(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    """What only one of the units denies, beside what the other has of it."""
    denied = denied_clauses(first)[:_MOST], denied_clauses(second)[:_MOST]
    for side, units in ((0, (first, second)), (1, (second, first))):
        for clause in denied[side]:
            found = _denial(clause, units[1], denied[1 - side])
            if found is not None:
                yield _contrast((first, second), side, clause, found)


def _denial(
    clause: DeniedClause, other: Unit, denied: tuple[DeniedClause, ...]
) -> tuple[Piece, Event | None, frozenset[str]] | None:
    """What the other unit has of what is denied; None where it denies the same."""
    if any(event.mood is Mood.UNDECIDED for event in clause.events):
        return None
    if any(clause.keys & also.keys or _concepts(clause) & _concepts(also) for also in denied):
        return None
    gone = {event.at for also in denied for event in also.events}
    told = [e for e in events_of(other) if e.at not in gone and not e.denied and e.lemma not in _TELLING]
    words = words_of(other)
    if not told and not says_something(words):
        return None
    keys = content_keys(words)
    best = max(told, key=lambda event: _alike(clause, event), default=None)
    if best is not None and best.mood in _UNDONE and _alike(clause, best)[0]:
        return None
    spans = best.spans if best is not None else spans_of(words, other.article.text)
    return Piece(spans=spans), best, keys


def _concepts(clause: DeniedClause) -> frozenset[str]:
    return frozenset(event.concept for event in clause.events if event.lemma not in _TELLING)


def _alike(clause: DeniedClause, event: Event) -> tuple[bool, bool, int]:
    concepts = _concepts(clause)
    return (
        event.concept in concepts,
        any(one_field(concept, event.concept) for concept in concepts),
        len(clause.keys & (event.about | {event.concept})),
    )


def _contrast(
    units: tuple[Unit, Unit],
    side: int,
    clause: DeniedClause,
    found: tuple[Piece, Event | None, frozenset[str]],
) -> Contrast:
    piece, event, keys = found
    pieces = [Piece(spans=clause.spans), piece]
    same, field, _ = _alike(clause, event) if event is not None else (False, False, 0)
    moods = {e.mood for e in clause.events if e.lemma not in _TELLING}
    ahead = event is not None and event.mood in _AHEAD and (clause.ahead or bool(moods & _AHEAD))
    return Contrast(
        kind=ConflictKind.MODALITY if ahead else ConflictKind.POLARITY,
        relation=Relation.CONFLICT,
        first=pieces[side],
        second=pieces[1 - side],
        features={
            "denied": 1.0,
            "same_event": float(same),
            "field": float(field and not same),
            "about": float(min(len(clause.keys & keys), 3)),
            "share": len(clause.keys & keys) / len(clause.keys) if clause.keys else 0.0,
            "done": float(
                event is not None and event.mood is Mood.DONE and bool(moods & _FACTS or not moods)
            ),
            "focus": _focus_shared(clause, keys, event),
            "point": clause.point,
            "flat": float(clause.flat),
            "said": float(clause.said),
        },
    )


def _focus_shared(clause: DeniedClause, keys: frozenset[str], event: Event | None) -> float:
    """What part of what is denied the other unit has, a verb of one field counting half."""
    if not clause.focus:
        return 0.0
    near = {key for key in clause.focus - keys if event is not None and one_field(key, event.concept)}
    return (len(clause.focus & keys) + len(near) / 2) / len(clause.focus)


def contrary_told(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    """Words that cannot both be true of one thing, told of what may be one."""
    for one in events_of(first):
        for other in events_of(second):
            turned = contrary(one.concept, other.concept) or (
                one.state and other.state and opposite(one.lemma, other.lemma)
            )
            if not turned or one.denied != other.denied or one.noun or other.noun:
                continue
            if not ({one.mood, other.mood} <= _FACTS or one.mood is other.mood):
                continue
            keys = one.about - {other.concept}, other.about - {one.concept}
            if not (keys[0] & keys[1] and may_be_contrary(one, other)):
                continue
            fewest = min(len(found) for found in keys)
            yield Contrast(
                kind=ConflictKind.POLARITY,
                relation=Relation.CONFLICT,
                first=Piece(spans=one.spans),
                second=Piece(spans=other.spans),
                features={
                    "turned": 1.0,
                    "about": float(min(len(keys[0] & keys[1]), 3)),
                    "share": len(keys[0] & keys[1]) / fewest if fewest else 0.0,
                    "subject": float(bool(one.subject & other.subject)),
                },
            )


def steps(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    """One thing told as planned, offered or refused in one unit and otherwise in the other."""
    for one in _main(first):
        for other in _main(second):
            reason = _against(one, other)
            if reason is None or one.denied != other.denied or not _of_one(one, other):
                continue
            told = difference_of_moods((first, second), (one, other), reason)
            if (
                told.relation is Relation.CONFLICT
                and Mood.DONE in (one.mood, other.mood)
                and _due(one, other)
            ):
                continue
            keys = one.about - {other.concept}, other.about - {one.concept}
            yield Contrast(
                kind=ConflictKind.MODALITY,
                relation=told.relation or Relation.CONFLICT,
                first=told.first,
                second=told.second,
                features={
                    "same_event": float(one.concept == other.concept),
                    "field": float(one.concept != other.concept and one_field(one.concept, other.concept)),
                    "about": float(min(len(keys[0] & keys[1]), 3)),
                    "refused": float(Mood.REFUSED in (one.mood, other.mood)),
                    "table": float(stand_against(one, other) is not None),
                },
                later=told.later,
            )


def _of_one(one: Event, other: Event) -> bool:
    """Whether the two can be one thing; verbs that are said of anything need more than likeness."""
    light = one.lemma in LIGHT or other.lemma in LIGHT
    if one.concept == other.concept:
        return not light or bool(one.about & other.about)
    return not light and one_field(one.concept, other.concept)


def _due(one: Event, other: Event) -> bool:
    """Whether one is told as coming: where nothing tells which report is the later, it may have come."""
    return bool({one.mood, other.mood} & {Mood.COMING, Mood.PLANNED, Mood.EXPECTED, Mood.CONSIDERED})


def _against(one: Event, other: Event) -> str | None:
    known = stand_against(one, other)
    if known is not None:
        return known
    moods = frozenset((one.mood, other.mood))
    return "maybe_or_coming" if moods in _UNLIKE else None


_UNLIKE = frozenset(
    frozenset(pair)
    for pair in (
        (Mood.AGREED, Mood.OFFERED),
        (Mood.AGREED, Mood.EXPECTED),
        (Mood.AGREED, Mood.UNDECIDED),
        (Mood.COMING, Mood.UNDECIDED),
        (Mood.COMING, Mood.CONSIDERED),
        (Mood.AGREED, Mood.CONSIDERED),
    )
)
"""Steps of which one tells less than the other; the table of `modality` has the plainer ones."""


def _main(unit: Unit) -> list[Event]:
    told = [e for e in events_of(unit) if e.lemma not in _TELLING and not e.noun and not e.governs]
    words = words_of(unit)
    return [_foretold(words, e) if unit.statement is not None else e for e in told[:_MOST]]


def _foretold(words: Sequence[Token], event: Event) -> Event:
    """What somebody said they "would" do is to come."""
    said = any(word.low in _WOULD for word in words[max(0, event.at - 3) : event.at])
    return replace(event, mood=Mood.COMING) if said and event.mood is Mood.OPEN else event
