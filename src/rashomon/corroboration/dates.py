"""Times of two units held against each other.

Each time of one unit is paired with the one of the other that dates the same
event.  Times that one instant can fill are one or a refinement; others are a
conflict, or an update where a thing to come was moved.  Times that are not
resolved are compared with each other only, by their distance from one event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from rashomon.corroboration.acts import of_another
from rashomon.corroboration.datedevents import COARSE, Dated, dated_in, one_event
from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.kinwords import concept
from rashomon.corroboration.laterness import later_report, tells_new_date
from rashomon.corroboration.timespans import may_be_one, one_clock, relate_offsets, relate_times, stretch
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys
from rashomon.language.days import published_day
from rashomon.language.tokens import tokenize
from rashomon.model import AnchorKind, ConflictKind, Evidence, Granularity, Moment, Policy, Relation

__all__ = ["REASONS", "compare_dates"]

REASONS = {
    "same_time": "both tell the same time",
    "time_within": "one time lies within the other",
    "time_rounded": "one time of day is the other, rounded",
    "told_as_moved": "the words tell that it was put off or brought forward",
    "was_to_come": "it was still to come when the earlier report appeared",
    "no_instant_fits": "no instant fits both",
}
"""The rules by which two times are set apart, by label."""

_DEFAULT = Policy()


def compare_dates(first: Unit, second: Unit, policy: Policy = _DEFAULT) -> Iterable[Difference]:
    """How the times of two units about one event stand to each other.

    The other way round it gives the same with sides turned.  Times that date two
    events give nothing, nor does a resolved time beside one that is not.
    """
    if not first.moments or not second.moments:
        return []
    turned = (second.article.id, second.wording.spans) < (first.article.id, first.wording.spans)
    one, other = (second, first) if turned else (first, second)
    pairs = _matched(one, other, policy)
    return [_difference(one, other, pair, turned=turned) for pair in pairs]


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Dated
    other: Dated
    score: float
    relation: Relation | None
    reason: str
    later: str | None = None


def _matched(first: Unit, second: Unit, policy: Policy) -> Iterator[_Pair]:
    """The pairs that something is to be said of, each time in one at most, those that agree first."""
    ours, theirs = (dated_in(unit)[: policy.number_most] for unit in (first, second))
    pairs = [
        (i, j, pair)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if (score := one_event(one, other)) >= policy.date_event
        and (pair := _judged(first, second, one, other, score, policy)) is not None
    ]
    pairs.sort(key=lambda p: (p[2].relation in _APART, p[2].relation is not None, -p[2].score))
    taken: tuple[set[int], set[int]] = (set(), set())
    for i, j, pair in pairs:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield pair


_APART = frozenset({Relation.CONFLICT, Relation.UPDATE})


def _judged(
    first: Unit, second: Unit, one: Dated, other: Dated, score: float, policy: Policy
) -> _Pair | None:
    found = _relation(first, second, one.moment, other.moment, policy)
    if found is None:
        return None
    relation = found[0]
    if relation is None or relation is Relation.ROUNDING:
        return _Pair(one, other, score, relation, "time_rounded" if relation else "same_time")
    if relation is Relation.REFINEMENT:
        return _Pair(one, other, score, relation, "time_within")
    if (moved := _moved(first, second, one, other)) is not None:
        return _Pair(one, other, score, Relation.UPDATE, *moved)
    if of_another(first, second):
        return None
    years = [dated.moment.granularity in COARSE for dated in (one, other)]
    if years[0] != years[1] and one.acts & other.acts & _ONCE:
        years = [True, True]
    told = (one.acts and other.acts) or score >= policy.date_alone
    if years[0] != years[1] or not told or _doubtful(one, first) or _doubtful(other, second):
        return None
    if may_be_one((one.moment, first.article.text), (other.moment, second.article.text)):
        return None
    if _may_agree(one.moment, other.moment, _gap(first, second, one, other)):
        return None
    return _Pair(one, other, score, relation, "no_instant_fits")


_ONCE = frozenset("bear born found build kill die set_up establish".split())
"""What happens once, so that a year excludes a day of another year."""


def _relation(
    first: Unit, second: Unit, one: Moment, other: Moment, policy: Policy
) -> tuple[Relation | None] | None:
    """How the two times stand to each other, in a tuple; None where they are not to be compared."""
    told = stretch(one, first.article.text), stretch(other, second.article.text)
    if told[0] is not None and told[1] is not None:
        timed = (one, first.article.text), (other, second.article.text)
        return (relate_times(told[0], told[1], policy),) if one_clock(*timed) else None
    if told[0] is not None or told[1] is not None or one.offset is None or other.offset is None:
        return None
    return (relate_offsets(one, other),) if _from_one_event(first, second, one, other) else None


def _from_one_event(first: Unit, second: Unit, one: Moment, other: Moment) -> bool:
    """Whether two unresolved times count from an event, and nothing tells that these are two."""
    if not all(m.anchor is not None and m.anchor.kind is AnchorKind.EVENT for m in (one, other)):
        return False
    told = [_counted_from(unit, moment) for unit, moment in ((first, one), (second, other))]
    return not (told[0] and told[1]) or _one_landmark(told[0], told[1])


def _counted_from(unit: Unit, moment: Moment) -> frozenset[str]:
    """What happened by the words behind "before" or "after" in or next to a time; empty where none tell."""
    span = moment.span
    if span is None:
        return frozenset()
    reach = min(unit.sentence.end, span.end + _LANDMARK)
    told = unit.article.text[span.start : reach]
    match = _FROM.search(told)
    if match is None or match.start() > span.end - span.start + 1:
        return frozenset()
    clause = _CLAUSE_END.split(told[match.end() :])[0]
    return content_keys([t for t in tokenize(clause) if t.low not in _WHICH])


_LANDMARK = 80
_FROM = re.compile(r"\b(?:before|after|since|following|ahead of|of|from|into)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.!?“”]|\b(?:and|but|when|where|which|who|that|in|at|on|near|by)\b")
_WHICH = frozenset("last first next previous earlier later second final that this".split())


def _one_landmark(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two events that times count from share a word, or what happened is kin."""
    if one & other:
        return True
    return bool({concept(key) for key in one} & {concept(key) for key in other})


def _moved(first: Unit, second: Unit, one: Dated, other: Dated) -> tuple[str, str] | None:
    """The rule and the later article, where a thing to come was moved between two reports."""
    if first.article.id == second.article.id:
        return None
    later = later_report(first.article, second.article)
    if one.moved != other.moved:
        mover = first.article if one.moved else second.article
        if later is None or later.id == mover.id:
            return "told_as_moved", mover.id
    if later is None:
        return None
    if tells_new_date(first if later is first.article else second):
        return "told_as_moved", later.id
    early, unit = (one, first) if later is second.article else (other, second)
    return ("was_to_come", later.id) if _ahead(early, unit) else None


def _doubtful(dated: Dated, unit: Unit) -> bool:
    """Whether the value rests on a choice, or lies in the past though told as still to come."""
    day = published_day(unit.article.published)
    told = stretch(dated.moment, unit.article.text)
    past = told is not None and day is not None and told[1].date() <= day
    return dated.ahead and past


def _gap(first: Unit, second: Unit, one: Dated, other: Dated) -> timedelta:
    """How far the beginnings of two resolved times lie apart; nothing where one is not resolved."""
    told = stretch(one.moment, first.article.text), stretch(other.moment, second.article.text)
    if told[0] is None or told[1] is None:
        return timedelta(0)
    days = told[0][0].date() - told[1][0].date()
    return abs(days)


_WEEK = 7


def _may_agree(one: Moment, other: Moment, gap: timedelta) -> bool:
    """Whether another choice of week or year, where the words leave one, could make the two agree."""
    if not (one.uncertain or other.uncertain):
        return False
    days = {Granularity.DAY, Granularity.PART_OF_DAY, Granularity.MOMENT}
    if one.granularity not in days or other.granularity not in days:
        return True
    if "weekday" in (one.rule, other.rule):
        return gap.days % _WEEK == 0
    return (one.value or "")[5:10] == (other.value or "")[5:10]


def _ahead(dated: Dated, unit: Unit) -> bool:
    """Whether what is dated lay ahead when the report appeared."""
    day = published_day(unit.article.published)
    told = stretch(dated.moment, unit.article.text)
    return told is not None and day is not None and told[0].date() > day


def _difference(first: Unit, second: Unit, pair: _Pair, *, turned: bool) -> Difference:
    pieces = [Piece(spans=(dated.span,), value=dated.moment.value) for dated in (pair.one, pair.other)]
    if turned:
        pieces.reverse()
    return Difference(
        kind=ConflictKind.DATE,
        relation=pair.relation,
        first=pieces[0],
        second=pieces[1],
        evidence=Evidence(score=min(1.0, pair.score), reason=pair.reason),
        later=pair.later,
    )
