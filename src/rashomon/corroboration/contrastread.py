"""Contradictions, as a reader of pairs and the rules see them together.

Of each pair that was read it is weighed how likely its units contradict each other (`contrarymix`):

`contrary`  how surely the reader says so, from -1 to 1
`one`       how surely it takes the units to be about one thing
`around`, `words`, `depth`, `gap`   as in `likeness`
`behind`    how far it is surer of another pair of either unit with the same report
`found`     1 where a rule found that something stands against something
`said`      how many of the two are given to sources: these contradict each other more than reports do
`modality`  how likely, were it a contradiction, it is one of planned, done or refused
`crowd`     the logarithm of how many pairs of the two reports were read, 20 at least: of more, fewer are
            contradictions

What is too unlikely to be told (`suspecting`) is weighed by these as well:

`compatible`   how surely the reader takes one to tell more than the other
`near`      as in `likeness`
`date`, `place`, `polarity`   as `modality`

What rules found on an unlikely pair is dropped.  On a likely one where they found nothing, the
reader's word stands, for the names or places that each side has alone, or for the units.  Numbers and dates
are compared by rules; whether two of them are of one thing is weighed by itself (`valueread`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rashomon.corroboration.comparing import Findings, turn
from rashomon.corroboration.contrarymix import likelihood
from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.likeness import Lot, Pair, surety
from rashomon.corroboration.modality import gone_on_since
from rashomon.corroboration.placephrases import tells_place
from rashomon.corroboration.polarity import of_one_act, turned
from rashomon.corroboration.reasons import Reason, reasons_of
from rashomon.corroboration.units import Unit
from rashomon.corroboration.valueread import VALUES, Valued, likely_values, valued
from rashomon.corroboration.waiting import wait_alike
from rashomon.corroboration.wordedalike import within
from rashomon.corroboration.wording import spans_of, words_of
from rashomon.language.bodies import initials_of
from rashomon.language.functionwords import TEMPORAL
from rashomon.language.names import Name, NameKind, find_names
from rashomon.model import ConflictKind, Evidence, Policy, Relation
from rashomon.ports import Reading

__all__ = [
    "READ_REASONS",
    "Settled",
    "agreeing",
    "disagrees",
    "in_order",
    "likeliest_first",
    "likeliest_kind",
    "pieces_of",
    "settled",
    "weighable_pairs",
]

READ_REASONS = {
    "read_as_contrary": "a reader of pairs takes the units to tell one thing and to contradict each other"
}
"""The rule, by its label."""

Features = Mapping[str, float]

_NAMED = frozenset({ConflictKind.NAME, ConflictKind.PLACE})
_DISAGREEING = frozenset({Relation.CONFLICT, Relation.UPDATE})
_CLAUSES = frozenset({ConflictKind.POLARITY, ConflictKind.MODALITY, ConflictKind.REASON})
_TELLING_KINDS = (ConflictKind.MODALITY, ConflictKind.DATE, ConflictKind.PLACE, ConflictKind.POLARITY)
_UNLIKELY, _LIKELY = 0.15, 0.6
_FEWEST = 20  # pairs; two reports of a sentence each have fewer than any that the weights were fitted on
_ONE_ACT = 0.5  # cosine of the events that two units tell


class Settled(NamedTuple):
    """What reader and rules come to.

    Attributes:
        findings: those that stand.
        added: the pairs of which only the reader told one.
        weighed: the features of each pair that was weighed.
        values: the pairs of values in them.
    """

    findings: Findings
    added: frozenset[Pair]
    weighed: Mapping[Pair, Features]
    values: Sequence[Valued]


def settled(
    lot: Lot,
    found: Mapping[Pair, Features],
    differences: Findings,
    alike: Mapping[Pair, float],
    policy: Policy,
) -> Settled:
    """The findings with those dropped that nobody can rely on and the reader's added; and what they rest on.

    Args:
        lot: with readings.
        found: the features of the pairs (`likeness.measured`).
        differences: what rules found; wherever something stands against something, the pair was read.
        alike: the pairs in the same words (1) or nearly so: what a report tells in a unit's very words it
            does not contradict elsewhere, as far as a reader of two sentences can see.
        policy: how likely a pair must be.
    """
    weighed = dict(weighable_pairs(lot, found, differences))
    likely = {pair: likelihood(told) for pair, told in weighed.items()}
    values = list(valued(lot, weighed, found, differences, policy))
    out = _of_rules(
        differences,
        found,
        likely,
        {_ends(one.pair, one.contrast): one.likely >= one.kept_from(policy) for one in values},
        policy,
    )
    for pair in [pair for pair in out if likely.get(pair, 0.0) >= policy.contrary_added]:
        out[pair] = tuple(one for one in out[pair] if not _mistyped(one, (lot.readings or {})[pair]))
    added: set[Pair] = set()
    for pair, told in likely_values(lot, values, policy):
        known = out.get(pair, ())
        if all(told.kind is not other.kind for other in known):
            out[pair] = (*known, told if in_order(lot, pair) else turn(told))
            added.add(pair)
    same = [pair for pair, share in alike.items() if share == 1 and _told_alike(lot, pair)]
    taken = {(mine, lot.reports[theirs]) for pair in same for mine, theirs in (pair, pair[::-1])}
    for pair in likeliest_first(lot, likely):
        ends = {(mine, lot.reports[theirs]) for mine, theirs in (pair, pair[::-1])}
        if likely[pair] < policy.contrary_added or not taken.isdisjoint(ends) or _tells_the_same(lot, pair):
            continue
        read = _told(lot, pair, likely[pair])
        known = out.get(pair, ())
        if disagrees(known) or (read is not None and all(read.kind is not other.kind for other in known)):
            taken |= ends
        if read is not None and not disagrees(known) and all(read.kind is not other.kind for other in known):
            out[pair] = (*known, read)
            added.add(pair)
    return Settled(out, frozenset(added), weighed, values)


def _of_rules(
    differences: Findings,
    found: Mapping[Pair, Features],
    likely: Mapping[Pair, float],
    of_values: Mapping[tuple[object, ...], bool],
    policy: Policy,
) -> Findings:
    """What rules found, without what stands against something where that is unlikely."""
    out: Findings = {}
    for pair, others in differences.items():
        stays = likely.get(pair, 1.0) >= policy.contrary_kept
        left = agreeing(others)
        kept = []
        for one in others:
            here = _ends(pair, one)
            stands = of_values.get(here, stays)
            if stands or one in left or _of_one_act(one, found[pair]):
                kept.append(one)
        if kept:
            out[pair] = tuple(kept)
    return out


def _of_one_act(told: Difference, found: Features) -> bool:
    """Whether rules found a reason beside none for one act: no reader needs to see a contradiction there."""
    return told.evidence.reason == "reason_or_none" and found["acts"] >= _ONE_ACT


def _mistyped(found: Difference, reading: Reading) -> bool:
    """Whether rules told a contradiction of clauses in a kind that the reader holds for quite unlikely."""
    if found.kind not in _CLAUSES or found.relation is not Relation.CONFLICT:
        return False
    return reading.kinds[found.kind.value] < _UNLIKELY and max(reading.kinds.values()) > _LIKELY


def _told_alike(lot: Lot, pair: Pair) -> bool:
    """Whether the two are not said by the one and denied by the other."""
    return turned(lot.units[pair[0]]) == turned(lot.units[pair[1]])


def _tells_the_same(lot: Lot, pair: Pair) -> bool:
    """Whether the reader takes the two rather to tell the same, however much else stands around them, or they
    tell it as what stays and as what does not change.
    """
    reading = (lot.readings or {})[pair]
    return reading.same > reading.contrary or wait_alike(lot.units[pair[0]], lot.units[pair[1]])


def likeliest_first(lot: Lot, likely: Mapping[Pair, float]) -> list[Pair]:
    """The pairs by how likely they are, then by the ids of their units."""
    return sorted(likely, key=lambda pair: (-round(likely[pair], 9), sorted(lot.ids[at] for at in pair)))


def agreeing(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """What is left of findings on units that hardly tell of one thing: nothing stands against anything.

    Whoever else is said to have spoken the same words stays: the words are what is one there.
    """
    kept = ConflictKind.ATTRIBUTION
    return tuple(one for one in differences if one.relation not in _DISAGREEING or one.kind is kept)


def disagrees(differences: Sequence[Difference]) -> bool:
    """Whether any of them stands against something."""
    return any(one.relation in _DISAGREEING for one in differences)


def weighable_pairs(
    lot: Lot, found: Mapping[Pair, Features], differences: Findings
) -> Iterator[tuple[Pair, Features]]:
    """Every pair that was read, but for wordings of one act of speech, with what it is weighed by."""
    readings = lot.readings or {}
    best: dict[tuple[int, str], float] = {}
    crowd = Counter(_reports(lot, pair) for pair in readings)
    for pair, reading in readings.items():
        for mine, theirs in (pair, pair[::-1]):
            end = mine, lot.reports[theirs]
            best[end] = max(best.get(end, 0.0), reading.contrary)
    for pair, reading in readings.items():
        first, second = (lot.units[at] for at in pair)
        if of_one_act(first, second):
            continue
        if within(lot.words[pair[0]], lot.words[pair[1]]):
            continue
        rival = max(best[mine, lot.reports[theirs]] for mine, theirs in (pair, pair[::-1]))
        features = found[pair]
        yield (
            pair,
            {
                "contrary": surety(reading.contrary),
                "one": surety(reading.about_one),
                "around": features["around"],
                "words": features["words"],
                "depth": features["depth"],
                "gap": features["gap"],
                "behind": rival - reading.contrary,
                "found": float(disagrees(differences.get(pair, ()))),
                "said": float(sum(unit.statement is not None for unit in (first, second))),
                "crowd": math.log(max(crowd[_reports(lot, pair)], _FEWEST)),
                "compatible": surety(reading.compatible),
                "near": features["near"],
                **{kind.value: reading.kinds.get(kind.value, 0.0) for kind in _TELLING_KINDS},
            },
        )


def _reports(lot: Lot, pair: Pair) -> frozenset[str]:
    return frozenset(lot.reports[at] for at in pair)


def _told(lot: Lot, pair: Pair, score: float) -> Difference | None:
    """What the reader says of a pair, in the likeliest kind; None for values, which rules compare."""
    kind = likeliest_kind((lot.readings or {})[pair])
    one, other = sorted(pair, key=lambda at: lot.ids[at])
    first, second = lot.units[one], lot.units[other]
    if kind in VALUES or (kind is ConflictKind.NAME and not _other_names(first, second)):
        return None
    if kind is ConflictKind.PLACE and not all(_placed(unit) for unit in (first, second)):
        return None
    pieces = pieces_of(first, second, kind)
    [reason] = READ_REASONS
    later = gone_on_since(first, second) if kind is ConflictKind.MODALITY else None
    told = Difference(
        kind=kind,
        relation=Relation.UPDATE if later else Relation.CONFLICT,
        first=pieces[0],
        second=pieces[1],
        evidence=Evidence(score=round(score, 4), reason=reason, spans=pieces[0].spans),
        later=later,
    )
    return told if in_order(lot, pair) else turn(told)


def in_order(lot: Lot, pair: Pair) -> bool:
    """Whether the first unit of the pair has the smaller id."""
    return lot.ids[pair[0]] <= lot.ids[pair[1]]


def _ends(pair: Pair, told: Difference | Contrast) -> tuple[object, ...]:
    """Two values of two units, whichever is told first."""
    return pair, told.kind, frozenset({told.first.spans, told.second.spans})


def likeliest_kind(reading: Reading) -> ConflictKind:
    """In what the two most likely contradict each other, if they do."""
    return ConflictKind(max(reading.kinds, key=lambda kind: (reading.kinds[kind], kind)))


def _other_names(first: Unit, second: Unit) -> bool:
    """Whether each has a name that the other has not: else nobody is set against anybody."""
    ours, theirs = (_names(unit, ConflictKind.NAME) for unit in (first, second))
    return bool(_without(ours, theirs) and _without(theirs, ours))


def _placed(unit: Unit) -> bool:
    """Whether the unit tells a place at all: else nothing is set against anywhere."""
    return tells_place(words_of(unit), unit.article.text)


def pieces_of(first: Unit, second: Unit, kind: ConflictKind) -> tuple[Piece, Piece]:
    """The words of either side that are not the other's, where each has one such; else all its words."""
    if kind in _NAMED:
        ours, theirs = _names(first, kind), _names(second, kind)
        own = _without(ours, theirs), _without(theirs, ours)
        if all(len(names) == 1 for names in own) and own[0][0].kind is own[1][0].kind:
            return Piece(spans=(own[0][0].span,)), Piece(spans=(own[1][0].span,))
    if kind is ConflictKind.REASON:
        given = reasons_of(first), reasons_of(second)
        if all(given):
            return _reason(first, given[0][0]), _reason(second, given[1][0])
    return Piece(spans=first.wording.spans), Piece(spans=second.wording.spans)


def _reason(unit: Unit, given: Reason) -> Piece:
    return Piece(spans=spans_of(given.words, unit.article.text))


def _names(unit: Unit, kind: ConflictKind) -> Sequence[Name]:
    found = [name for span in unit.wording.spans for name in find_names(unit.article.text, span)]
    if kind is ConflictKind.NAME:
        return found
    times = [name for name in found if TEMPORAL.issuperset(name.name.casefold().split())]
    return [name for name in found if name.kind is not NameKind.PERSON and name not in times]


def _without(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """The names of which no word is in one of the others, and that are not their initials, nor they its."""
    known = {word for other in others for word in other.name.casefold().split()}
    return [
        name
        for name in names
        if known.isdisjoint(name.name.casefold().split())
        and not any(
            initials_of(name.name, other.name) or initials_of(other.name, name.name) for other in others
        )
    ]
