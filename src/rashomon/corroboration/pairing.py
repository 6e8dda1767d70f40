"""Which units tell of one event by what they say happened, and what they are found to differ in.

Two reports that disagree often share few words: "walked out over night shifts", "downed tools in protest
at a dismissal".  What they share is what happened.  So units are looked up by their events' concepts, and
only those are held against each other that can differ: one denies what the other tells, the moods stand
against each other, both give a reason, a place, a doer, or quote the same words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, product
from math import log, sqrt

from rashomon.corroboration.attributions import compare_attributions
from rashomon.corroboration.differences import Compare, Difference
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.kinwords import LIGHT, NEAR, contraries
from rashomon.corroboration.modality import compare_modality
from rashomon.corroboration.moods import Mood
from rashomon.corroboration.names import bearers_of, compare_names
from rashomon.corroboration.places import compare_places
from rashomon.corroboration.polarity import compare_polarity
from rashomon.corroboration.reasons import compare_reasons, reasons_of
from rashomon.corroboration.turning import is_endless
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys, names_in, words_of
from rashomon.language.tokens import TokenKind
from rashomon.model import ConflictKind, Mode, Policy

__all__ = ["told_apart"]

_SHINGLE = 3
_OF_SELDOM = frozenset({ConflictKind.REASON, ConflictKind.MODALITY})

_Keys = Iterable[tuple[Hashable, bool]]


def told_apart(units: Sequence[Unit], policy: Policy) -> Iterator[tuple[Unit, Unit, Difference]]:
    """What the comparers of events find between units of two reports, each pair of units once for each.

    The work grows with the units that share an event, a reason or a quotation, not with all pairs.
    """
    units = [unit for unit in units if not is_endless(unit)]
    events = [events_of(unit) for unit in units]
    tables: Sequence[tuple[Compare, Sequence[_Keys]]] = (
        (compare_polarity, [_by_polarity(told) for told in events]),
        (compare_modality, [_by_mood(told) for told in events]),
        (compare_reasons, [_by_reason(unit) for unit in units]),
        (compare_places, [_by_place(unit, told) for unit, told in zip(units, events, strict=True)]),
        (compare_names, [_by_doer(unit, told) for unit, told in zip(units, events, strict=True)]),
        (compare_attributions, [_by_quotation(unit) for unit in units]),
    )
    near = _Nearness(units, events, policy)
    least = _least(policy)
    for compare, keys in tables:
        for one, other in sorted(_pairs(units, keys, policy.event_most)):
            for difference in compare(units[one], units[other]):
                seldom = difference.kind in _OF_SELDOM and near.seldom(one, other)
                if seldom or near.of(one, other) >= least[difference.kind]:
                    yield units[one], units[other], difference


def _least(policy: Policy) -> dict[ConflictKind, float]:
    """From what nearness on two units may tell of one event; who quotes the same words quotes the same."""
    return {
        ConflictKind.POLARITY: policy.event_denied,
        ConflictKind.MODALITY: policy.event_planned,
        ConflictKind.REASON: policy.event_explained,
        ConflictKind.PLACE: policy.event_explained,
        ConflictKind.NAME: policy.event_done_by,
        ConflictKind.ATTRIBUTION: 0.0,
    }


class _Nearness:
    """How much of what two units are about is shared, the rare words of the story counting most."""

    def __init__(self, units: Sequence[Unit], events: Sequence[Sequence[Event]], policy: Policy) -> None:
        self._seldom = policy.event_seldom
        self._told = [frozenset(key for e in told for key in _near(e.concept)) for told in events]
        self._times = Counter(key for told in self._told for key in told)
        self._keys = [content_keys(words_of(unit)) for unit in units]
        having = Counter(key for keys in self._keys for key in keys)
        self._rarity = {key: log(len(units) / count) for key, count in having.items()}

    def of(self, one: int, other: int) -> float:
        """From 0 to 1: shared rarity over the mean of both."""
        first, second = self._keys[one], self._keys[other]
        whole = sqrt(self._sum(first) * self._sum(second))
        return self._sum(first & second) / whole if whole else 0.0

    def seldom(self, one: int, other: int) -> bool:
        """Whether they tell of an event that few units of the story tell of."""
        return any(self._times[key] <= self._seldom for key in self._told[one] & self._told[other])

    def _sum(self, keys: Iterable[str]) -> float:
        return sum(self._rarity[key] for key in sorted(keys))


def _pairs(units: Sequence[Unit], keys: Sequence[_Keys], most: int) -> set[tuple[int, int]]:
    """Pairs of units of two reports that have a key in common, on two sides of it where it has sides.

    A key comes with a side; keys that end in None have none, and lead to all pairs.
    """
    sides: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for at, found in enumerate(keys):
        for key, side in set(found):
            sides[key][side].append(at)
    out: set[tuple[int, int]] = set()
    for key, (left, right) in sides.items():
        if max(len(left), len(right)) > most:
            continue
        pairs = combinations(left, 2) if _is_whole(key) else product(left, right)
        out.update((min(p), max(p)) for p in pairs if units[p[0]].article.id != units[p[1]].article.id)
    return out


def _is_whole(key: Hashable) -> bool:
    return isinstance(key, tuple) and key[-1] is None


def _by_polarity(events: Sequence[Event]) -> _Keys:
    """A concept, and whether it is denied; a pair of contrary concepts, and which of the two it is."""
    for event in events:
        yield (event.concept, "denied"), event.denied or event.mood is Mood.UNDECIDED
        for pair in contraries(event.concept):
            yield pair, min(pair) == event.concept


def _by_mood(events: Sequence[Event]) -> _Keys:
    """A concept, and whether it is told as done or refused, or else."""
    for event in events:
        for mood in (Mood.DONE, Mood.REFUSED, Mood.FAILED, Mood.CONSIDERED, Mood.UNDECIDED):
            if event.lemma not in LIGHT or event.mood is not Mood.PRESENT:
                yield (event.concept, mood), event.mood is mood


def _by_reason(unit: Unit) -> _Keys:
    for reason in reasons_of(unit):
        if reason.of is None:
            continue
        for concept in _near(reason.of.concept):
            yield (concept, None), False
        for key in reason.of.subject:
            yield ("of", key, None), False


def _by_place(unit: Unit, events: Sequence[Event]) -> _Keys:
    if not any(w.low in _WHERE for w in words_of(unit)):
        return
    for event in events:
        if event.lemma not in LIGHT:
            for concept in _near(event.concept):
                yield (concept, None), False


_WHERE = frozenset(
    "in at near outside off on over above below behind beside north south east west under".split()
)


def _by_doer(unit: Unit, events: Sequence[Event]) -> _Keys:
    if not names_in(words_of(unit)):
        return
    for role, of, _ in bearers_of(unit):
        for key in of:
            yield (role, key, None), False
    for event in events:
        if event.mood is Mood.DONE and event.lemma not in LIGHT:
            yield (event.concept, None), False


def _near(concept: str) -> Iterator[str]:
    """The concept itself and a key for each pair of concepts that are told of one event."""
    yield concept
    for pair in NEAR:
        if concept in pair:
            yield "/".join(sorted(pair))


def _by_quotation(unit: Unit) -> _Keys:
    """Every three words in a row of what is quoted."""
    statement = unit.statement
    if statement is None or statement.mode is Mode.INDIRECT:
        return
    lows = [t.low for t in words_of(unit) if t.kind is not TokenKind.MARK]
    for at in range(len(lows) - _SHINGLE + 1):
        yield (*lows[at : at + _SHINGLE], None), False
