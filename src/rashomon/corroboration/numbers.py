"""Numbers of two units held against each other.

Each quantity of one unit is paired with the one of the other that tells of the
same thing: the same dimension, the same noun or kin, the same fate, the same
words around.  Pairs whose values agree are taken first.  Values that no number
can fill both are a conflict only where more than their kind speaks for their
being of one thing; with less nothing is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.corroboration.acts import of_another, of_another_year, same_acts
from rashomon.corroboration.counting import topic
from rashomon.corroboration.countwords import CHANGING
from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.laterness import later_report, tells_new_figure
from rashomon.corroboration.pieces import quantities_of, span_of
from rashomon.corroboration.quantity import Quantity, What
from rashomon.corroboration.ranges import Sort, relate
from rashomon.corroboration.samething import Likeness, Setting, same_thing
from rashomon.corroboration.surroundings import people_in, places, topics
from rashomon.corroboration.units import Unit
from rashomon.corroboration.whose import of_two_persons
from rashomon.model import ConflictKind, Evidence, Policy, Relation, Span

__all__ = ["REASONS", "compare_numbers"]

REASONS = {
    "same_value": "both tell the same value",
    "value_within": "one value lies within the other",
    "value_rounded": "one value is the other, rounded",
    "other_fate": "what became of those counted is not the same",
    "part_of_whole": "one counts some of those that the other counts",
    "other_basis": "one sum is told with, the other without something (fees, taxes)",
    "elsewhere": "all is alike but for the places that are named",
    "other_frame": "the values are told for different stretches of time",
    "told_as_changed": "the words tell that the value changed",
    "published_later": "the value changes while news runs, and one report came out later",
    "no_value_fits": "no value can fill both",
}
"""The rules by which two numbers are set apart, by label."""

_DEFAULT = Policy()


def compare_numbers(first: Unit, second: Unit, policy: Policy = _DEFAULT) -> Iterable[Difference]:
    """How the numbers of two units about one thing stand to each other.

    The other way round it gives the same with sides turned.  Numbers of which
    nothing tells that they count the same thing give nothing.
    """
    if _key(second) < _key(first):
        return [_turned(found) for found in _Comparison(second, first, policy).differences()]
    return list(_Comparison(first, second, policy).differences())


def _key(unit: Unit) -> tuple[str, tuple[Span, ...]]:
    return unit.article.id, unit.wording.spans


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
    """Two quantities that may be of one thing."""

    one: Quantity
    other: Quantity
    like: Likeness
    relation: Relation | None

    @property
    def order(self) -> tuple[bool, bool, bool, float]:
        """The best pairs first: those whose values agree, then those for which most speaks."""
        clash = self.relation is Relation.CONFLICT
        return clash and bool(self.like.apart), clash, self.relation is not None, -self.like.score


def _kind(quantity: Quantity) -> tuple[object, ...]:
    """What quantities have in common of which one only can be meant."""
    return quantity.what, quantity.dimension, quantity.fate, quantity.old


def _comparable(one: Quantity, other: Quantity, shared: frozenset[str]) -> bool:
    """Whether two quantities have one dimension, are told by the same rate, and neither is told as past."""
    if one.what is not other.what or one.dimension != other.dimension or one.old or other.old:
        return False
    if one.rate == other.rate:
        return True
    return not (one.rate and other.rate) and topic(one.rate or other.rate) in shared


_Judged = tuple[Relation | None, str, str | None]
"""The relation, the reason, and the id of the article that came later."""


class _Comparison:
    """Two units, in the order of their ids."""

    def __init__(self, first: Unit, second: Unit, policy: Policy) -> None:
        self.first, self.second, self.policy = first, second, policy
        most = policy.number_most
        self.ours, self.theirs = quantities_of(first)[:most], quantities_of(second)[:most]
        self.kinds = [Counter(map(_kind, side)) for side in (self.ours, self.theirs)]
        self.looked: list[bool | None] = []
        self.sorts = [Counter((q.what, q.dimension) for q in side) for side in (self.ours, self.theirs)]

    def differences(self) -> Iterator[Difference]:
        """What is found, in the order in which the pairs were made."""
        if not self.ours or not self.theirs:
            return
        told = [topics(unit.words) for unit in (self.first, self.second)]
        shared = told[0] & told[1]
        share = len(shared) / max(1, min(map(len, told)))
        for pair in self._matched(shared, share):
            judged = self._judged(pair, shared, share)
            if judged is not None:
                yield self._difference(pair, judged)

    def _matched(self, shared: frozenset[str], share: float) -> Iterator[_Pair]:
        """The pairs to look at, each quantity in one at most, those that agree first."""
        elsewhere = self._elsewhere(shared)
        groups = [people_in(unit.words) for unit in (self.first, self.second)]
        others = bool(groups[0] and groups[1]) and not groups[0] & groups[1]

        def setting(one: Quantity, other: Quantity) -> Setting:
            return Setting(shared, share, self._alone(one, other), self._acts, elsewhere, others)

        pairs = [
            (i, j, pair)
            for i, one in enumerate(self.ours)
            for j, other in enumerate(self.theirs)
            if _comparable(one, other, shared)
            and (pair := self._pair(one, other, setting(one, other))) is not None
        ]
        pairs.sort(key=lambda found: found[2].order)
        taken: tuple[set[int], set[int]] = (set(), set())
        for i, j, pair in pairs:
            if i not in taken[0] and j not in taken[1]:
                taken[0].add(i)
                taken[1].add(j)
                yield pair

    def _acts(self) -> bool | None:
        """What `same_acts` says, looked up once and only where it bears on a pair."""
        if not self.looked:
            self.looked.append(same_acts(self.first, self.second))
        return self.looked[0]

    def _elsewhere(self, shared: frozenset[str]) -> bool:
        """Whether the two units are alike but for the places that they name."""
        where = [places(unit.words) for unit in (self.first, self.second)]
        if not (where[0] and where[1]) or where[0] & where[1]:
            return False
        rest = [
            topics(u.words) - {topic(x) for x in named}
            for u, named in zip((self.first, self.second), where, strict=True)
        ]
        return len(shared) >= self.policy.scope_overlap * max(1, *map(len, rest))

    def _pair(self, one: Quantity, other: Quantity, setting: Setting) -> _Pair | None:
        like = same_thing(one, other, setting)
        return None if like is None else _Pair(one, other, like, self._relation(one, other))

    def _alone(self, one: Quantity, other: Quantity) -> bool:
        """Whether either side has one quantity only that could be meant."""
        if one.fate != other.fate:
            return all(side[one.what, one.dimension] == 1 for side in self.sorts)
        return all(side[_kind(one)] == 1 for side in self.kinds)

    def _relation(self, one: Quantity, other: Quantity) -> Relation | None:
        if one.second is None or other.second is None:
            return relate(one.value, other.value, self.policy)
        results = [{q.value.told, q.second} for q in (one, other)]
        return None if results[0] == results[1] else Relation.CONFLICT

    def _judged(self, pair: _Pair, shared: frozenset[str], share: float) -> _Judged | None:
        """The relation, why, and which article is later; None where nothing is to be said."""
        policy, relation, like = self.policy, pair.relation, pair.like
        if like.apart and relation is Relation.CONFLICT:
            close = like.sure or share >= policy.scope_overlap or len(shared) >= policy.scope_topics
            told = close and like.score >= policy.number_scope
            return (Relation.SCOPE, like.apart, None) if told else None
        if like.score < policy.number_agrees or like.apart == "other_fate":
            return None
        if relation is None or relation is Relation.ROUNDING:
            return relation, "value_rounded" if relation else "same_value", None
        if relation is Relation.REFINEMENT:
            outgrown = self._outgrown(pair)
            return outgrown or (None if self._far(pair) else (relation, "value_within", None))
        if like.score < policy.number_conflicts or not like.sure or self._another(pair):
            return None
        return self._update(pair) or (relation, "no_value_fits", None)

    def _far(self, pair: _Pair) -> bool:
        """Whether one is a bound so far from the other that both hardly are of one thing.

        Of counts and money only, and not of tolls, which grow while news runs.
        """
        if pair.one.what not in {What.COUNT, What.MONEY} or {pair.one.fate, pair.other.fate} & CHANGING:
            return False
        small, large = sorted(abs(q.value.told) for q in (pair.one, pair.other))
        bound = Sort.BOUND in (pair.one.value.sort, pair.other.value.sort)
        return bound and large >= self.policy.number_counted and large > self.policy.number_bound * small

    def _another(self, pair: _Pair) -> bool:
        """Whether one unit tells of another such thing, year or person; a person's age is of now."""
        years = pair.one.what is not What.AGE and of_another_year(self.first, self.second)
        return years or of_another(self.first, self.second) or of_two_persons(self.first, self.second)

    def _update(self, pair: _Pair) -> _Judged | None:
        """The later article, if the two values are an update, and what tells so."""
        ids = self.first.article.id, self.second.article.id
        if ids[0] == ids[1]:
            return None
        later = later_report(self.first.article, self.second.article)
        by_time = later.id if later else None
        runs = _runs(pair.one) or _runs(pair.other)
        if pair.one.changed != pair.other.changed and (runs or pair.one.what is not What.MEASURE):
            by_words = ids[0] if pair.one.changed else ids[1]
            if by_time in (None, by_words):
                return Relation.UPDATE, "told_as_changed", by_words
        if by_time and tells_new_figure(self.first if by_time == ids[0] else self.second):
            return Relation.UPDATE, "told_as_changed", by_time
        return (Relation.UPDATE, "published_later", by_time) if runs and by_time else None

    def _outgrown(self, pair: _Pair) -> _Judged | None:
        """An update whose later value lies above the bound that the earlier report told."""
        found = self._update(pair)
        if found is None or not any(q.fate in CHANGING for q in (pair.one, pair.other)):
            return None
        late, early = (pair.one, pair.other) if found[2] == self.first.article.id else (pair.other, pair.one)
        grown = early.value.sort is Sort.BOUND and late.value.told > early.value.told
        return found if grown and late.value.sort in {Sort.BOUND, Sort.EXACT} else None

    def _difference(self, pair: _Pair, judged: _Judged) -> Difference:
        relation, reason, later = judged
        one, other = pair.one, pair.other
        values = _values(one, other)
        return Difference(
            kind=ConflictKind.NUMBER,
            relation=relation,
            first=Piece(spans=(span_of(self.first, one),), value=values[0]),
            second=Piece(spans=(span_of(self.second, other),), value=values[1]),
            evidence=Evidence(score=min(1.0, max(0.0, pair.like.score / _SURE)), reason=reason),
            later=later,
        )


_SURE = 4.0


def _values(one: Quantity, other: Quantity) -> tuple[str | None, str | None]:
    """What the words come to; of two results of which one number agrees, the other number."""
    if one.second is None or other.second is None or one.value.told != other.value.told:
        return _value(one), _value(other)
    return f"{one.second:g}", f"{other.second:g}"


def _value(quantity: Quantity) -> str | None:
    """What the words come to; None where they set no figure ("dozens")."""
    return None if quantity.value.sort is Sort.VAGUE else quantity.label


_RUNNING = frozenset({"loss", "burn"})


def _runs(quantity: Quantity) -> bool:
    """Whether the thing is of the kind that changes while news runs."""
    if quantity.what is What.COUNT:
        return quantity.fate in CHANGING
    if quantity.what is What.PERCENT:
        return quantity.fate == "counted" or "vote" in quantity.near
    return bool(quantity.near & _RUNNING)
