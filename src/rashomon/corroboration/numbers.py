"""Numbers of two units held against each other.

Each quantity of one unit is paired with the one of the other that tells of the
same thing: the same dimension, the same noun or kin, the same fate, the same
words around.  Pairs whose values agree are taken first.  Values that no number
can fill both are a conflict only where more than their kind speaks for their
being of one thing; with less nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.corroboration.counting import CHANGING, GENERIC, PARTS, PEOPLE
from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.later import later_of
from rashomon.corroboration.pieces import span_of
from rashomon.corroboration.quantities import Quantity, What, quantities, topics
from rashomon.corroboration.ranges import relate
from rashomon.corroboration.units import Unit
from rashomon.model import Article, ConflictKind, Evidence, Policy, Relation

__all__ = ["REASONS", "compare_numbers"]

REASONS = {
    "same_value": "both tell the same value",
    "fits_within": "one value lies within the other",
    "rounded": "one value is the other, rounded",
    "other_fate": "what became of those counted is not the same",
    "part_of_whole": "one counts some of those that the other counts",
    "other_frame": "the values are told for different stretches of time",
    "told_as_changed": "the words tell that the value changed",
    "published_later": "the value changes while news runs, and one report came out later",
    "cannot_both_hold": "no value can fill both",
}
"""The rules by which two numbers are set apart, by label."""


def compare_numbers(first: Unit, second: Unit, policy: Policy | None = None) -> Iterable[Difference]:
    """How the numbers of two units about one thing stand to each other.

    The other way round it gives the same with sides turned.  Numbers of which
    nothing tells that they count the same thing give nothing.
    """
    rules = policy or Policy()
    if _key(second) < _key(first):
        return [_turned(found) for found in _compared(second, first, rules)]
    return _compared(first, second, rules)


def _key(unit: Unit) -> tuple[str, str]:
    return unit.article.id, unit.wording.id


def _turned(found: Difference) -> Difference:
    return Difference(
        kind=found.kind,
        relation=found.relation,
        first=found.second,
        second=found.first,
        evidence=found.evidence,
        later=found.later,
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two quantities that may be of one thing.

    Attributes:
        score: how much speaks for it.
        apart: the reason why they are not quite one thing, "" where nothing tells that.
    """

    one: int
    other: int
    score: float
    relation: Relation | None
    apart: str = ""


def _compared(first: Unit, second: Unit, policy: Policy) -> list[Difference]:
    ours, theirs = quantities(first.words), quantities(second.words)
    if not ours or not theirs:
        return []
    shared = topics(first.words) & topics(second.words)
    smaller = min(len(topics(first.words)), len(topics(second.words)))
    frame = len(shared) / smaller if smaller else 0.0
    out: list[Difference] = []
    for pair in _matched(ours, theirs, shared, policy):
        found = _difference(first, second, ours[pair.one], theirs[pair.other], pair, frame, policy)
        if found is not None:
            out.append(found)
    return out


def _matched(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], shared: frozenset[str], policy: Policy
) -> Iterator[_Pair]:
    """The pairs to look at, each quantity in one at most, those that agree first."""
    pairs = [
        pair
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if (pair := _pair(i, j, one, other, _alone(ours, theirs, one), shared, policy)) is not None
    ]
    pairs.sort(
        key=lambda p: (bool(p.apart), p.relation is not None, p.relation is Relation.CONFLICT, -p.score)
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for pair in pairs:
        if pair.one not in taken[0] and pair.other not in taken[1]:
            taken[0].add(pair.one)
            taken[1].add(pair.other)
            yield pair


def _alone(ours: Sequence[Quantity], theirs: Sequence[Quantity], one: Quantity) -> bool:
    """Whether either side has one quantity only that could be meant."""
    return all(
        sum(q.what is one.what and q.dimension == one.dimension and not q.old for q in side) == 1
        for side in (ours, theirs)
    )


def _pair(
    i: int, j: int, one: Quantity, other: Quantity, alone: bool, shared: frozenset[str], policy: Policy
) -> _Pair | None:
    if one.what is not other.what or one.dimension != other.dimension or one.old or other.old:
        return None
    judge = _of_counts if one.what is What.COUNT else _of_measures
    found = judge(one, other, alone, shared)
    if found is None:
        return None
    score, apart = found
    if (one.rate or other.rate) and one.rate != other.rate:
        return None
    if (
        one.frame
        and other.frame
        and one.frame != other.frame
        and ("since" in one.frame) != ("since" in other.frame)
    ):
        apart = apart or "other_frame"
    return _Pair(i, j, score, _relation(one, other, policy), apart)


def _relation(one: Quantity, other: Quantity, policy: Policy) -> Relation | None:
    if one.second is None or other.second is None:
        return relate(one.value, other.value, policy)
    results = [{q.value.told, q.second} for q in (one, other)]
    return None if results[0] == results[1] else Relation.CONFLICT


def _of_counts(
    one: Quantity, other: Quantity, alone: bool, shared: frozenset[str]
) -> tuple[float, str] | None:
    """How much speaks for two counts being of one thing, and what speaks for their being apart."""
    heads = _heads(one, other)
    if heads is None:
        return None
    score, apart = heads
    if one.fate and other.fate and one.fate != other.fate:
        return score, "other_fate"
    if one.fate and one.fate == other.fate:
        score += 2.0
    elif one.fate or other.fate:
        score -= 0.5
    if one.part != other.part:
        apart = apart or "part_of_whole"
    if one.mods - other.mods and other.mods - one.mods:
        score -= 1.0
    near = one.near & other.near & shared - {one.fate}
    return score + min(len(near), 3) * 0.5 + (0.5 if alone else 0.0), apart


def _heads(one: Quantity, other: Quantity) -> tuple[float, str] | None:
    """How far the nouns are one; None where they are not."""
    pair = {one.head, other.head}
    if len(pair) == 1:
        return (2.0 if one.head else 1.0), ""
    fates = bool(one.fate) and one.fate == other.fate
    if "" in pair:
        return (1.0, "") if fates else None
    if not pair <= PEOPLE:
        return None
    if pair & PARTS:
        return (0.5, "part_of_whole") if pair & GENERIC or not pair <= PARTS else None
    if pair & GENERIC:
        return 1.0, ""
    return (0.5, "") if fates or one.fate or other.fate else None


def _of_measures(
    one: Quantity, other: Quantity, alone: bool, shared: frozenset[str]
) -> tuple[float, str] | None:
    """The same for money, shares, measures, ages and results: the words around must be about one thing."""
    if one.aspect and other.aspect and one.aspect != other.aspect:
        return None
    if one.fate != other.fate:
        return None
    near = one.near & other.near
    if not near and not shared:
        return None
    score = min(len(near), 3) * 0.5 + (0.5 if alone else 0.0)
    score += 1.0 if one.aspect and one.what is What.MEASURE else 0.0
    score += 0.5 if one.head and one.head == other.head else 0.0
    if one.what is What.AGE and not near:
        return None
    return score, ""


def _difference(
    first: Unit, second: Unit, one: Quantity, other: Quantity, pair: _Pair, frame: float, policy: Policy
) -> Difference | None:
    found = _judged(first, second, one, other, pair, frame, policy)
    if found is None:
        return None
    relation, reason, later = found
    return Difference(
        kind=ConflictKind.NUMBER,
        relation=relation,
        first=Piece(spans=span_of(first, one.start, one.end), value=one.label),
        second=Piece(spans=span_of(second, other.start, other.end), value=other.label),
        evidence=Evidence(score=min(1.0, max(0.0, pair.score / 4.0)), reason=reason),
        later=later,
    )


def _judged(
    first: Unit, second: Unit, one: Quantity, other: Quantity, pair: _Pair, frame: float, policy: Policy
) -> tuple[Relation | None, str, str | None] | None:
    """The relation, why, and which article is later; None where nothing is to be said."""
    if pair.apart:
        clashes = pair.relation is Relation.CONFLICT
        close = frame >= policy.scope_overlap and pair.score >= policy.number_scope
        return (Relation.SCOPE, pair.apart, None) if clashes and close else None
    if pair.relation is None:
        return None if pair.score < policy.number_agrees else (None, "same_value", None)
    if pair.relation is not Relation.CONFLICT:
        if pair.score < policy.number_agrees:
            return None
        return pair.relation, "rounded" if pair.relation is Relation.ROUNDING else "fits_within", None
    if pair.score < policy.number_conflicts:
        return None
    later, reason = _update(first.article, second.article, one, other, policy)
    if later is not None:
        return Relation.UPDATE, reason, later
    return Relation.CONFLICT, "cannot_both_hold", None


_RUNNING = frozenset("vote loss burn".split())


def _update(
    first: Article, second: Article, one: Quantity, other: Quantity, policy: Policy
) -> tuple[str | None, str]:
    """Which article came later, if the two values are an update; and what tells so."""
    by_time = later_of(first, second, policy)
    if one.changed != other.changed:
        by_words = first.id if one.changed else second.id
        if by_time in (None, by_words) and first.id != second.id:
            return by_words, "told_as_changed"
    runs = one.fate in CHANGING or other.fate in CHANGING or bool((one.near | other.near) & _RUNNING)
    return (by_time, "published_later") if runs else (None, "")
