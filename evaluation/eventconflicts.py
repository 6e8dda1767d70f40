"""Conflicts against the gold: which were found, of what kind, and what was wrongly called one.

The unit is a pair of reports on two sides.  A conflict of three reports (one says 12, two say 14) has
two such pairs, each with half its weight, so that it counts once whether a system shows it as
one conflict or as two; a pair is met once at most, so that showing it twice costs precision, but for
other places at which the gold has it, too, which count neither way.

A found pair meets a gold pair if both are of the same reports and on either side the words overlap, or
stand in one sentence.  *Typed*, the kind must be the same too, and the values of a number or a date
where both have one.  Only the relation ``conflict`` counts here.  In shares of 1:

- *conflict_precision*, *_recall*, *_f1*: typed; *untyped_…*: whatever the kind; *kind_…*: by kind;
- *no_alarm*: of the planted refinements, roundings, scopes and updates, those that are not called a conflict
  (words overlap on both sides, or the kind is the same in the same sentences) by a pair that meets no
  gold conflict; *relations*: how much of them got its relation, an update its later report too where both
  tell one; *relation_…*: by relation;
- *lost_…*: of all gold conflicts, those that are missed for one of the `CAUSES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from evaluation.eventgold import Event, GoldConflict
from evaluation.eventtally import Scores, near, overlapping, quoted

from rashomon.model import Claim, Conflict, ConflictKind, Relation, Span, Wording

__all__ = ["CAUSES", "Pair", "gold_pairs", "pairs_of", "same_value", "score_conflicts"]

_NUMBER = re.compile(
    r"(?:>=|<=|>|<|~)?\s*(?P<low>-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?)"
    r"(?:\.\.(?P<high>-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?))?(?:\s+.*)?",
    re.IGNORECASE,
)
_TOLERANCE = 1e-9
CAUSES = ("uncut", "apart", "unseen", "relation", "otherwise")
"""Why a conflict is missed: a side is in no claim; both are, but in no common one; they are in one, and
nothing was found; they were told to stand otherwise to each other, or again; kind or values are others."""
_WHOLLY = 3
"""What it is worth if the words overlap on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What one report has on its side of a conflict."""

    report: str
    spans: tuple[Span, ...]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two reports on two sides of one conflict, and the share of the conflict that they are."""

    kind: ConflictKind
    relation: Relation
    sides: tuple[Held, Held]
    weight: float
    later: str | None = None


def pairs_of(conflict: Conflict, names: Mapping[str, str]) -> tuple[Pair, ...]:
    """The pairs of a found conflict; `names` gives the report's name for an article's id."""
    told = [(s.party, names[s.article], s.spans, s.value) for s in conflict.sides]
    later = names.get(conflict.later or "")
    return _pairs(conflict.kind, conflict.relation, told, later)


def gold_pairs(conflict: GoldConflict) -> tuple[Pair, ...]:
    """The pairs of an annotated conflict."""
    told = [(s.party, s.report, s.spans, s.value) for s in conflict.sides]
    return _pairs(conflict.kind, conflict.relation, told, conflict.later)


def _pairs(
    kind: ConflictKind,
    relation: Relation,
    told: Iterable[tuple[int, str, tuple[Span, ...], str | None]],
    later: str | None,
) -> tuple[Pair, ...]:
    parties: dict[int, dict[str, Held]] = {}
    for party, report, spans, value in told:
        old = parties.setdefault(party, {}).get(report, Held(report=report, spans=()))
        values = (*old.values, value) if value is not None else old.values
        parties[party][report] = Held(report=report, spans=(*old.spans, *spans), values=values)
    both = [
        (one, other)
        for a, b in combinations(sorted(parties), 2)
        for one, other in product(parties[a].values(), parties[b].values())
    ]
    return tuple(
        Pair(kind=kind, relation=relation, sides=sides, weight=1 / len(both), later=later) for sides in both
    )


def score_conflicts(
    scores: Scores, event: Event, conflicts: Iterable[Conflict], claims: Sequence[Claim] = ()
) -> None:
    """Count one story; the claims tell which of the missed conflicts stand in one."""
    found = [pair for conflict in conflicts for pair in pairs_of(conflict, event.names)]
    wanted = [pair for conflict in event.conflicts for pair in gold_pairs(conflict)]
    claimed = [pair for pair in found if pair.relation is Relation.CONFLICT]
    true = [pair for pair in wanted if pair.relation is Relation.CONFLICT]
    claimed = _once(event, true, claimed)
    typed = _matched(true, claimed, lambda gold, one: _meets(event, gold, one, typed=True))
    untyped = _matched(true, claimed, lambda gold, one: _meets(event, gold, one, typed=False))
    _count(scores, "conflict", true, claimed, typed)
    _count(scores, "untyped", true, claimed, untyped)
    for kind in ConflictKind:
        _count(scores, f"kind_{kind}", true, claimed, typed, kind)
    right = {*typed.values(), *untyped.values()}
    wrong = [pair for at, pair in enumerate(claimed) if at not in right]
    for conflict in event.conflicts:
        if conflict.relation is not Relation.CONFLICT:
            _score_planted(scores, event, conflict, wrong, found)
    for at, pair in enumerate(true):
        why = None if at in typed else _why(event, pair, at in untyped, found, claims)
        for cause in CAUSES:
            scores.add(f"lost_{cause}", pair.weight * (why == cause), pair.weight)
        if why:
            scores.lapses.append(f"missed ({why}) {_told(event, pair)}")
    met = set(typed.values())
    scores.lapses.extend(f"false {_told(event, p)}" for at, p in enumerate(claimed) if at not in met)


def _why(event: Event, gold: Pair, met: bool, found: Sequence[Pair], claims: Sequence[Claim]) -> str:
    """Which of the `CAUSES` a gold pair is not met for."""
    if met:
        return "otherwise"
    if any(_touches(event, gold, one) for one in found):
        return "relation"
    holding = [
        {claim.id for claim in claims if any(_holds(event, wording, side) for wording in claim.wordings)}
        for side in gold.sides
    ]
    if not all(holding):
        return "uncut"
    return "unseen" if holding[0] & holding[1] else "apart"


def _holds(event: Event, wording: Wording, side: Held) -> bool:
    return event.names[wording.article] == side.report and overlapping(wording.spans, side.spans)


def _once(event: Event, true: Sequence[Pair], claimed: Sequence[Pair]) -> list[Pair]:
    """The found pairs but for those that show a met gold pair again, at other places which the gold has."""
    typed = _matched(true, claimed, lambda gold, one: _meets(event, gold, one, typed=True))
    met = set(typed.values())
    return [
        one
        for at, one in enumerate(claimed)
        if at in met
        or not any(
            _meets(event, true[i], one, typed=True) == _WHOLLY
            and not _places(true[i], one) <= _places(true[i], claimed[j])
            for i, j in typed.items()
        )
    ]


def _places(gold: Pair, found: Pair) -> set[tuple[str, Span]]:
    """The places of the gold that are found, where their words overlap."""
    return {
        (g.report, span)
        for both in _turned(gold, found)
        for g, f in both
        for span in g.spans
        if overlapping((span,), f.spans)
    }


def _count(
    scores: Scores,
    name: str,
    true: Sequence[Pair],
    claimed: Sequence[Pair],
    matched: Mapping[int, int],
    kind: ConflictKind | None = None,
) -> None:
    met = set(matched.values())
    for at, pair in enumerate(true):
        if kind in (None, pair.kind):
            scores.add(f"{name}_recall", pair.weight * (at in matched), pair.weight)
    for at, pair in enumerate(claimed):
        if kind in (None, pair.kind):
            scores.add(f"{name}_precision", pair.weight * (at in met), pair.weight)


def _score_planted(
    scores: Scores, event: Event, conflict: GoldConflict, wrong: Sequence[Pair], found: Sequence[Pair]
) -> None:
    """A planted pair that is no conflict: is it called one, and is it told for what it is?"""
    wanted = gold_pairs(conflict)
    alarms = [(gold, one) for gold in wanted for one in wrong if _touches(event, gold, one)]
    scores.add("no_alarm", float(not alarms))
    scores.add(f"no_alarm_{conflict.relation}", float(not alarms))
    scores.lapses.extend(f"alarm ({gold.relation}) {_told(event, one)}" for gold, one in alarms)
    others = [pair for pair in found if pair.relation is not Relation.CONFLICT]
    told = _matched(wanted, others, lambda gold, one: _tells(event, gold, one))
    for at, gold in enumerate(wanted):
        right = at in told and _same_relation(gold, others[told[at]])
        scores.add("relations", gold.weight * right, gold.weight)
        scores.add(f"relation_{gold.relation}", gold.weight * right, gold.weight)
        if not right:
            instead = others[told[at]].relation.value if at in told else "nothing"
            scores.lapses.append(f"relation ({instead}) {_told(event, gold)}")


def _tells(event: Event, gold: Pair, found: Pair) -> int:
    """How well the one tells of the other; the right relation decides between equals."""
    close = _touches(event, gold, found)
    return 2 * close + _same_relation(gold, found) if close else 0


def _same_relation(gold: Pair, found: Pair) -> bool:
    same_later = None in (gold.later, found.later) or gold.later == found.later
    return gold.relation is found.relation and same_later


def _matched(
    wanted: Sequence[Pair], found: Sequence[Pair], worth: Callable[[Pair, Pair], int]
) -> dict[int, int]:
    """One to one, by place in either list: those worth most first, those worth nothing never."""
    ranked = sorted(
        ((worth(gold, one), -i, -j) for i, gold in enumerate(wanted) for j, one in enumerate(found)),
        reverse=True,
    )
    out: dict[int, int] = {}
    taken: set[int] = set()
    for value, i, j in ranked:
        if value and -i not in out and -j not in taken:
            out[-i] = -j
            taken.add(-j)
    return out


def _turned(gold: Pair, found: Pair) -> Iterator[tuple[tuple[Held, Held], tuple[Held, Held]]]:
    """Gold side and found side, twice, for every way in which the two pairs are of the same reports."""
    for one, other in (found.sides, found.sides[::-1]):
        if (one.report, other.report) == tuple(side.report for side in gold.sides):
            yield (gold.sides[0], one), (gold.sides[1], other)


def _meets(event: Event, gold: Pair, found: Pair, *, typed: bool) -> int:
    """0 if it does not; else 1, and 1 more for each side whose words overlap."""
    if typed and gold.kind is not found.kind:
        return 0
    best = 0
    for both in _turned(gold, found):
        if not all(near(g.spans, f.spans, event.sentences[g.report]) for g, f in both):
            continue
        if typed and not all(_values_agree(gold.kind, g, f) for g, f in both):
            continue
        best = max(best, 1 + sum(overlapping(g.spans, f.spans) for g, f in both))
    return best


def _touches(event: Event, gold: Pair, found: Pair) -> int:
    """3 if the words overlap on both sides, 1 if only kind and sentences are the same, else 0."""
    best = 0
    for both in _turned(gold, found):
        if all(overlapping(g.spans, f.spans) for g, f in both):
            return _WHOLLY
        close = all(near(g.spans, f.spans, event.sentences[g.report]) for g, f in both)
        best = max(best, int(close and gold.kind is found.kind))
    return best


def _values_agree(kind: ConflictKind, gold: Held, found: Held) -> bool:
    if kind not in (ConflictKind.NUMBER, ConflictKind.DATE) or not (gold.values and found.values):
        return True
    return any(same_value(kind, a, b) for a in gold.values for b in found.values)


def same_value(kind: ConflictKind, gold: str, found: str) -> bool:
    """Whether two values are one: numbers by their size, dates as written.

    What makes a number vague and what it counts is in the words; a date that is the other told finer passes.

    >>> same_value(ConflictKind.NUMBER, "12.3e6 USD", "12300000")
    True
    >>> same_value(ConflictKind.NUMBER, ">=10", "10"), same_value(ConflictKind.NUMBER, "10..20", "10")
    (True, False)
    >>> same_value(ConflictKind.DATE, "2024-03", "2024-03-05")
    True
    """
    one, other = _number(gold), _number(found)
    if kind is ConflictKind.NUMBER and one is not None and other is not None:
        return len(one) == len(other) and all(map(_equal, one, other))
    a, b = (value.translate(dict.fromkeys(map(ord, "~?%"))).strip().casefold() for value in (gold, found))
    return a.startswith(b) or b.startswith(a)


def _number(value: str) -> tuple[float, ...] | None:
    match = _NUMBER.fullmatch(value.strip())
    ends = (match[part] for part in ("low", "high") if match[part]) if match else ()
    return tuple(float(end.replace(",", "")) for end in ends) or None


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= _TOLERANCE * max(abs(one), abs(other), 1)


def _told(event: Event, pair: Pair) -> str:
    sides = " // ".join(
        f"{held.report}: {quoted(held.spans, event.articles[held.report])!r}"
        + (f" = {', '.join(held.values)}" if held.values else "")
        for held in pair.sides
    )
    return f"[{event.name}] {pair.kind} {pair.relation}: {sides}"
