"""Why it happened: two reasons given for one event, or a reason against the word that there is none.

A reason is what stands behind one of the connectives of `reasonwords`, up to the end of its
clause, and hangs on the nearest event before it (behind it, where the unit begins with the connective);
or it is the thing that a causing verb has for its subject ("a cracked bolt brought it
down").  Silence about reasons says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.corroboration import reasonwords as table
from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.kinwords import LIGHT, NEAR, concept, contrary, root
from rashomon.corroboration.matching import at_odds, share
from rashomon.corroboration.moods import Mood
from rashomon.corroboration.reasonturns import turns
from rashomon.corroboration.turning import found, symmetrical
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys, is_mark, spans_of, words_of
from rashomon.language import functionwords as fw
from rashomon.language.tokens import Token, tokenize
from rashomon.language.verbs import verb_base
from rashomon.model import ConflictKind, Relation, Span

__all__ = ["REASONS", "Reason", "akin", "compare_reasons", "hold_reasons", "reasons_of", "what_follows"]

REASONS = {
    "two_reasons": "two reasons are given for one event",
    "reason_or_none": "one report gives a reason, the other says that there is none or that none was given",
    "same_reason": "both give the same reason, in these or other words",
    "finer_reason": "one reason is the other told finer",
}
"""Labels of the rules, and what each means."""

_LONGEST = max(map(len, table.BEHIND | table.NO_REASON))
_ENDS = frozenset(
    "but although though while whereas who which when after before however he she they said says".split()
)
_EMPTY = frozenset(
    """concern fear worry reason response result possib potential risk problem issue difficult grounds
    caus serious bad high strong heav old new safet afraid""".split()
)
_OBJECTS = (fw.DETERMINERS | fw.OBJECT_PRONOUNS | fw.POSSESSIVES) - {"no", "both", "all"}
_GENERAL = frozenset(map(root, table.GENERAL))
_FOLLOWING = frozenset("after when following".split())
_SHORTEST = 4
_LEAST_SHARE = 0.5
_OVER = frozenset(map(concept, table.OVER_VERBS))
_ALIKE = tuple(frozenset(map(root, row)) for row in table.ALIKE)
_KINDS = {root(word): kind for word, kind in table.KINDS_OF_REASON.items()}
_TELLS = frozenset(
    "say tell add report announce confirm state insist claim believe give explain cite fear blame".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason, or the word that there is none.

    Attributes:
        words: the words that give it, with their connective; `keys` what they are about, empty for none.
        of: the event that it is the reason for; None where the unit tells no other.
    """

    words: tuple[Token, ...]
    keys: frozenset[str]
    of: Event | None
    none: bool = False
    cause: bool = False


@lru_cache(maxsize=8192)
def reasons_of(unit: Unit) -> tuple[Reason, ...]:
    """The reasons that a unit gives, in order, and its words that there is none."""
    words = words_of(unit)
    events = [event for event in events_of(unit) if event.lemma not in _TELLS]
    out = [
        *_by_connective(words, events),
        *_by_cause(words, events),
        *_by_over(words, events),
        *_by_fault(words, events),
        *_by_noun(words, events),
    ]
    taken = [span for reason in out for span in (reason.words[0].start, reason.words[-1].end)]
    out += [r for r in _by_turn(words, events) if not any(_within(at, r) for at in taken)]
    return tuple(sorted(out, key=lambda reason: reason.words[0].start))


def what_follows(unit: Unit) -> tuple[Reason, ...]:
    """What the unit tells to have come before its event ("after glass was found"); no reason by itself."""
    words = words_of(unit)
    events = [event for event in events_of(unit) if event.lemma not in _TELLS]
    out = []
    for at, word in enumerate(words[:-1]):
        if word.low not in _FOLLOWING:
            continue
        end = _reason_end(words, at + 1)
        inside = [event for event in events if at < event.at < end]
        owner = next((event for event in reversed(events) if event.last < at and not event.noun), None)
        keys = content_keys(words[at + 1 : end])
        if inside and keys and owner is not None:
            out.append(Reason(words=tuple(words[at:end]), keys=keys, of=owner))
    return tuple(out)


def _compare_reasons(first: Unit, second: Unit) -> Iterator[Difference]:
    """How the reasons of two units for one event stand to each other; nothing where one gives none."""
    findings: list[Difference] = []
    for one in reasons_of(first):
        for other in reasons_of(second):
            if _one_event(one, other):
                findings.extend(hold_reasons((first, second), one, other))
    agreed = [d for d in findings if d.relation is not Relation.CONFLICT]
    yield from (agreed or findings)[:1]


compare_reasons = symmetrical(_compare_reasons)


# -- reading -------------------------------------------------------------------------------


def _by_connective(words: Sequence[Token], events: Sequence[Event]) -> Iterator[Reason]:
    at = 0
    lows = [word.low for word in words]
    while at < len(words):
        none = _phrase(lows, at, table.NO_REASON)
        length = none or _phrase(lows, at, table.BEHIND)
        said_of = at > 0 and lows[at - 1] in (
            _BEING if lows[at] in table.FEELINGS else _GIVEN.get(lows[at], ())
        )
        if not length or said_of or _is_ahead(lows, at + 2, events):
            at += 1
            continue
        end = at + length if none else _reason_end(words, at + length)
        keys = frozenset() if none else content_keys(words[at + length : end])
        if none or keys:
            yield Reason(
                words=tuple(words[at:end]), keys=keys, of=_owner(words, events, at, end), none=bool(none)
            )
        at = end


def _is_ahead(lows: Sequence[str], at: int, events: Sequence[Event]) -> bool:
    """Whether here begins what is due to happen: "is due to open" gives no reason."""
    return list(lows[max(0, at - 2) : at]) == ["due", "to"] and any(e.at == at and not e.noun for e in events)


def _phrase(lows: Sequence[str], at: int, phrases: frozenset[tuple[str, ...]]) -> int:
    for length in range(min(_LONGEST, len(lows) - at), 0, -1):
        if tuple(lows[at : at + length]) in phrases:
            return length
    return 0


def _reason_end(words: Sequence[Token], start: int) -> int:
    """Where the reason's words end: at a mark, or at the word that another clause begins with."""
    lows = [word.low for word in words]
    for at in range(start, len(words)):
        if is_mark(words[at]) and words[at].text not in "&-/":
            return at
        if at > start and (words[at].low in _ENDS or _phrase(lows, at, table.BEHIND)):
            return at
    return len(words)


def _owner(words: Sequence[Token], events: Sequence[Event], at: int, end: int) -> Event | None:
    """The event that the reason hangs on: the nearest verb before it, else the nearest behind it."""
    earlier = [e for e in events if e.last < at]
    verbs = [e for e in earlier if not e.noun] or earlier
    later = [e for e in events if e.at >= end]
    if verbs:
        return verbs[-1]
    return later[0] if later else None


def _by_cause(words: Sequence[Token], events: Sequence[Event]) -> Iterator[Reason]:
    """ "A cracked bolt brought it down": the subject of a causing verb, where it is a thing."""
    for event in events:
        if not _has_object(words, event):
            continue
        if (
            event.noun
            or event.passive
            or event.mood is not Mood.DONE
            or event.denied
            or not (event.lemma in table.CAUSING or event.concept in table.HAPPENINGS)
            or event.roles
            or event.named
        ):
            continue
        subject = _thing_before(words, event)
        keys = content_keys(subject)
        if keys:
            yield Reason(words=tuple(subject), keys=keys, of=event, cause=True)


def _has_object(words: Sequence[Token], event: Event) -> bool:
    behind = words[event.last + 1] if event.last + 1 < len(words) else None
    if event.last > event.at + 1:
        return True
    return behind is not None and (behind.capital or behind.low in _OBJECTS)


def _thing_before(words: Sequence[Token], event: Event) -> Sequence[Token]:
    start = event.clause[0]
    stop = event.at
    while stop > start and words[stop - 1].low in fw.AUXILIARIES | fw.ADVERBS:
        stop -= 1
    own = [w for w in words[start:stop] if not is_mark(w) and w.low not in fw.SUBORDINATORS | fw.CONJUNCTIONS]
    while own and own[0].low in fw.PREPOSITIONS:
        own = own[1:]
    return own


def _by_over(words: Sequence[Token], events: Sequence[Event]) -> Iterator[Reason]:
    """ "Resigned over the memo", "fined for speeding": after some acts a preposition gives the reason."""
    lows = [word.low for word in words]
    for event in events:
        if event.noun:
            continue
        places = (at for at in range(event.last + 1, event.clause[1] + 1) if _gives_reason(lows, at, event))
        at = next(places, None)
        if at is None or _phrase(lows, at, table.BEHIND | table.NO_REASON):
            continue
        end = _reason_end(words, at + 1)
        keys = content_keys(words[at + 1 : end])
        if keys:
            yield Reason(words=tuple(words[at:end]), keys=keys, of=event)


def _gives_reason(lows: Sequence[str], at: int, event: Event) -> bool:
    if at + 1 >= len(lows):
        return False
    if lows[at] == "after":
        return event.lemma in table.AFTER
    over = lows[at] == "over" or (lows[at] == "for" and lows[at + 1].endswith("ing"))
    return over and event.concept in _OVER


def _by_fault(words: Sequence[Token], events: Sequence[Event]) -> Iterator[Reason]:
    """ "Blamed a cigarette for the fire", "blamed the fire on a cigarette"."""
    for at, word in enumerate(words):
        if verb_base(word.low) not in table.FINDING_FAULT:
            continue
        end = _reason_end(words, at + 1)
        turn = next((i for i in range(at + 2, end) if words[i].low in {"for", "on"}), None)
        if turn is None:
            continue
        told, given = (at + 1, turn), (turn + 1, end)
        if words[turn].low == "for":
            told, given = given, told
        of = next((e for e in events if told[0] <= e.at < told[1]), None)
        keys = content_keys(words[slice(*given)])
        if of is not None and keys:
            yield Reason(words=tuple(words[slice(*given)]), keys=keys, of=of)


def _by_noun(words: Sequence[Token], events: Sequence[Event]) -> Iterator[Reason]:
    """ "The cause of the fire was a cigarette", "a cigarette was the cause of the fire"."""
    for at, word in enumerate(words):
        if word.low not in table.CAUSES or at + 2 >= len(words) or words[at + 1].low not in {"of", "for"}:
            continue
        of = next((e for e in events if at < e.at <= at + _NEAR_CAUSE), None)
        if of is None:
            continue
        verb = next(
            (i for i in range(of.at + 1, len(words)) if words[i].low in _IS or is_mark(words[i])), None
        )
        if verb is not None and words[verb].low in _IS:
            given = (verb + 1, _reason_end(words, verb + 1))
        else:
            copula = next((i for i in range(at - 1, -1, -1) if words[i].low in _IS), None)
            given = (of.clause[0], copula) if copula is not None else (0, 0)
        keys = content_keys(words[slice(*given)]) - _UNKNOWN
        if keys and words[given[0]].low not in fw.SUBJECT_PRONOUNS:
            yield Reason(words=tuple(words[slice(*given)]), keys=keys, of=of)


def _by_turn(words: Sequence[Token], events: Sequence[Event]) -> Iterator[Reason]:
    """ "The rain was to blame for the flood", "the strike is about pay"."""
    for given, told in turns([word.low for word in words]):
        inside = [e for e in events if told[0] <= e.at < told[1]]
        keys = content_keys(words[slice(*given)]) - _UNKNOWN
        if _is_ahead([word.low for word in words], given[0], events):
            continue
        if keys and words[given[0]].low not in fw.SUBJECT_PRONOUNS:
            of = next((e for e in inside if e.noun), None) or next(iter(inside), None)
            yield Reason(words=tuple(words[slice(*given)]), keys=keys, of=of)


def _within(at: int, reason: Reason) -> bool:
    return reason.words[0].start <= at <= reason.words[-1].end


_GIVEN = {"thanks": frozenset("special many heartfelt our his her their my give gave given gives of".split())}
_BEING = frozenset("is was were are be been being feel feels felt".split())
_IS = frozenset("is was were are".split())
_NEAR_CAUSE = 4
_UNKNOWN = content_keys(tokenize("unclear unknown known investigated investigation being established"))


# -- holding against each other ------------------------------------------------------------


def _one_event(one: Reason, other: Reason) -> bool:
    """Whether two reasons are given for one event."""
    first, second = one.of, other.of
    if first is None or second is None or first.denied != second.denied:
        return False
    if contrary(first.concept, second.concept):
        return False
    same = first.concept == second.concept
    if same and len(one.keys & other.keys) > 1:
        return True
    if at_odds(first, second, crowds=True) or _is_habit(first) != _is_habit(second):
        return False
    ours, theirs = first.about - content_keys(one.words), second.about - content_keys(other.words)
    if same and first.lemma not in LIGHT:
        return True
    if same:
        return ours == theirs or (len(ours & theirs) > 1 and share(ours, theirs) >= _LEAST_SHARE)
    if frozenset((first.concept, second.concept)) in NEAR:
        return bool(ours & theirs) or not (ours and theirs)
    if first.concept in theirs or second.concept in ours:
        return True
    acting = first.roles or second.roles or first.named or second.named  # people do many things
    thing = first.subject & second.subject & ours & theirs
    return bool(thing and not acting) and share(ours, theirs) >= _LEAST_SHARE


def _is_habit(event: Event) -> bool:
    """Whether it is told in the present, which tells what always happens, or what a headline tells."""
    return event.mood is Mood.PRESENT and not event.noun


def hold_reasons(units: tuple[Unit, Unit], one: Reason, other: Reason) -> Iterator[Difference]:
    """How two reasons for one event stand to each other."""
    pieces = _piece(units[0], one), _piece(units[1], other)
    kind = ConflictKind.REASON
    if one.none and other.none:
        yield found(kind, None, pieces, "same_reason", 0.9)
    elif one.none or other.none:
        yield found(kind, Relation.CONFLICT, pieces, "reason_or_none", 0.8)
    elif one.keys == other.keys:
        yield found(kind, None, pieces, "same_reason", 0.9)
    elif akin(one.keys, other.keys):
        yield found(kind, Relation.REFINEMENT, pieces, "finer_reason", 0.7)
    else:
        yield found(kind, Relation.CONFLICT, pieces, "two_reasons", 0.7)


def _piece(unit: Unit, reason: Reason) -> Piece:
    spans: tuple[Span, ...] = spans_of(reason.words, unit.article.text)
    return Piece(spans=spans)


def _kin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST and long.startswith(short))


def akin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two reasons can be one: they share a word, or one names the kind that the other belongs to."""
    if any(_kin(a, b) for a in one - _EMPTY for b in other - _EMPTY):
        return True
    if any(row & one and row & other for row in _ALIKE):
        return True
    kinds = [{_KINDS[key] for key in keys if key in _KINDS} for keys in (one, other)]
    general = any(keys <= _GENERAL | _EMPTY for keys in (one, other))
    if general and kinds[0] & kinds[1]:
        return True
    return not one - _EMPTY or not other - _EMPTY
