"""Brings the wordings of one claim together: the likeliest pairs first, none against its group.

Two groups become one where their closest wordings tell the same and the rest of
them at least do not speak against it: the mean over all pairs must be likely
enough as well, so that no chain of half-alike sentences swallows a story.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.corroboration.alikeness import compare_alike
from rashomon.corroboration.candidates import candidates
from rashomon.corroboration.closerlook import look_at_values
from rashomon.corroboration.comparing import Findings, differences_of, found_in, turn
from rashomon.corroboration.contrasting import contrasted
from rashomon.corroboration.contrastread import agreeing, disagrees, settled
from rashomon.corroboration.differences import Difference
from rashomon.corroboration.likeness import Lot, Pair, measured, read_features
from rashomon.corroboration.mix import likelihood
from rashomon.corroboration.noanswers import other_parties
from rashomon.corroboration.pairing import told_apart
from rashomon.corroboration.readings import read_more
from rashomon.corroboration.reasons import reasons_of
from rashomon.corroboration.suspecting import Suspect, suspects
from rashomon.corroboration.wordedalike import worded_alike
from rashomon.model import Evidence, Join, Policy

__all__ = ["Group", "Nearness", "compared", "group_units", "nearness_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """How likely the candidates tell the same, by pairs.

    Attributes:
        features: what they share, weighed in `likely`.
        beside: the candidates of each unit, by the report they stand in.
        differences: what the comparers found between two units.
        told: the pairs that tell of one event by what they say happened.
        alike: those in the same words, or nearly so: how nearly.
        suspected: what may be a contradiction and is not told as one, likeliest first.
    """

    likely: Mapping[Pair, float]
    features: Mapping[Pair, Mapping[str, float]]
    beside: Mapping[tuple[int, str], Sequence[int]]
    differences: Findings
    told: frozenset[Pair]
    alike: Mapping[Pair, float] = field(default_factory=dict)
    suspected: tuple[Suspect, ...] = ()

    def of(self, one: int, other: int) -> float:
        """Of any two units; 0 where they are no candidates."""
        return self.likely.get((min(one, other), max(one, other)), 0.0)

    def nearest(self, lot: Lot, members: Sequence[int], report: str) -> tuple[int, float] | None:
        """The unit of a report (its id) that comes nearest to these members, and how near.

        None where none of its units is a candidate.
        """
        found: dict[int, float] = {}
        for member in members:
            for other in self.beside.get((member, report), ()):
                found[other] = max(found.get(other, 0.0), self.of(member, other))
        return min(found.items(), key=lambda item: (-round(item[1], 9), lot.ids[item[0]]), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Units (indices, in order) of one claim, and what joined them."""

    members: tuple[int, ...]
    joins: tuple[Join, ...] = ()


def nearness_of(lot: Lot, policy: Policy) -> Nearness:
    """All candidates, measured and compared; those that are told apart by what they tell are among them."""
    lot, found, differences, told = compared(lot, policy)
    plain = {pair: likelihood(features) for pair, features in found.items()}
    alike = worded_alike(lot)
    suspected: tuple[Suspect, ...] = ()
    if lot.readings is None:
        differences = _likely_enough(differences, plain, policy)
    else:
        weighed = settled(lot, found, differences, alike, policy)
        differences, suspected = weighed.findings, suspects(lot, weighed, policy)
        told |= weighed.added
    for pair, features in found.items():
        features.update(found_in(differences.get(pair, ())))
    likely = plain | {pair: likelihood(found[pair]) for pair in differences}
    for pair in likely:
        if not _near_enough(lot, pair, found[pair], policy):
            likely[pair] = 0.0
    for pair, share in alike.items():
        likely[pair] = max(likely[pair], share)
    likely |= dict.fromkeys(other_parties(lot, list(likely)), 0.0)
    return Nearness(
        likely=likely,
        features=found,
        beside=_beside(lot, found),
        differences=differences,
        told=frozenset(told & differences.keys()),
        alike=alike,
        suspected=suspected,
    )


def compared(lot: Lot, policy: Policy) -> tuple[Lot, dict[Pair, dict[str, float]], Findings, set[Pair]]:
    """What rules find: the lot with all that was read, the features of all candidates, the findings by pairs,
    and the pairs that tell of one event by what they say happened.
    """
    told = _told_apart(lot, policy)
    found = measured(lot, sorted({*candidates(lot), *told, *worded_alike(lot)}))
    for pair, others in _told_alike(lot, found, policy).items():
        told[pair] = (*told.get(pair, ()), *others)
    plain = {pair: likelihood(features) for pair, features in found.items()}
    differences = differences_of(lot, _likeliest(lot, plain, policy))
    for pair, others in told.items():
        known = differences.get(pair, ())
        differences[pair] = (*known, *(other for other in others if other not in known))
    for pair, difference in list(contrasted(lot, differences, policy)):
        if difference not in differences.get(pair, ()):
            differences[pair] = (*differences.get(pair, ()), difference)
        told[pair] = (*told.get(pair, ()), difference)
    lot = read_more(lot, sorted(pair for pair, others in differences.items() if disagrees(others)))
    found |= measured(lot, sorted(told.keys() - found.keys()))
    lot = look_at_values(lot, found, differences, policy)
    for pair, features in found.items():
        features.update(read_features(lot, pair))
    return lot, found, differences, set(told)


def _likely_enough(differences: Findings, plain: Mapping[Pair, float], policy: Policy) -> Findings:
    """The findings, without those that stand against anything on units that hardly tell of one thing."""
    return {
        pair: kept
        for pair, others in differences.items()
        if (kept := others if plain[pair] >= policy.claim_told else agreeing(others))
    }


def _likeliest(lot: Lot, likely: Mapping[Pair, float], policy: Policy) -> list[Pair]:
    """The pairs worth comparing: the likeliest of each unit, so that it costs no more among fifty reports."""
    ranked: dict[int, list[tuple[float, str, Pair]]] = {}
    for pair, value in likely.items():
        if value >= policy.claim_compared and lot.reports[pair[0]] != lot.reports[pair[1]]:
            for mine, theirs in (pair, pair[::-1]):
                ranked.setdefault(mine, []).append((-round(value, 9), lot.ids[theirs], pair))
    return sorted(
        {pair for near in ranked.values() for _, _, pair in sorted(near)[: policy.claim_neighbours]}
    )


def _told_apart(lot: Lot, policy: Policy) -> Findings:
    """What is found between units that tell of one event in other words, however unlike they are."""
    at = {id_: index for index, id_ in enumerate(lot.ids)}
    out: dict[Pair, list[Difference]] = {}
    for first, second, difference in told_apart(lot.units, policy):
        one, other = at[first.wording.id], at[second.wording.id]
        turned = difference if one < other else turn(difference)
        found = out.setdefault((min(one, other), max(one, other)), [])
        if turned not in found:
            found.append(turned)
    return {pair: tuple(found) for pair, found in out.items()}


def _told_alike(lot: Lot, features: Mapping[Pair, Mapping[str, float]], policy: Policy) -> Findings:
    """What units that mean nearly the same differ in, in whatever words; without an embedder nothing."""
    out: Findings = {}
    for (one, other), found in features.items():
        if found.get("meaning", 0.0) < policy.event_alike or lot.reports[one] == lot.reports[other]:
            continue
        differences = compare_alike(lot.units[one], lot.units[other])
        if differences:
            out[one, other] = differences
    return out


def _beside(lot: Lot, pairs: Iterable[Pair]) -> dict[tuple[int, str], list[int]]:
    beside: dict[tuple[int, str], list[int]] = {}
    for one, other in pairs:
        beside.setdefault((one, lot.reports[other]), []).append(other)
        beside.setdefault((other, lot.reports[one]), []).append(one)
    return beside


def _near_enough(lot: Lot, pair: Pair, features: Mapping[str, float], policy: Policy) -> bool:
    """Whether two units have so much in common themselves, whatever surrounds them.

    Two of one report stand in one context anyway: only their own words tell that they repeat each other.
    """
    if features.get("one", -1.0) >= 0.0:
        return True  # a reader of pairs takes them to be about one thing, in whatever words
    own = max(features["words"], features.get("meaning", 0.0))
    if lot.reports[pair[0]] == lot.reports[pair[1]]:
        return own >= policy.claim_repeated
    return own >= policy.claim_own if "meaning" in features else own > 0


def group_units(lot: Lot, near: Nearness, policy: Policy) -> tuple[Group, ...]:
    """The groups, by their first unit."""
    ids = lot.ids
    home = list(range(len(lot.units)))
    members: dict[int, list[int]] = {at: [at] for at in home}
    joins: dict[int, list[Join]] = {at: [] for at in home}
    ranked = sorted(
        (pair for pair, likely in near.likely.items() if likely >= _asked(lot, pair, policy)),
        key=lambda pair: (-round(near.likely[pair], 9), *sorted((ids[pair[0]], ids[pair[1]]))),
    )
    for one, other in ranked:
        to, from_ = sorted((home[one], home[other]))
        same = near.alike.get((one, other)) == 1
        if to == from_ or not (same or _may_join(lot, near, (members[to], members[from_]), policy)):
            continue
        joins[to] += [*joins.pop(from_), _join(ids, near, (one, other))]
        for moved in members[from_]:
            home[moved] = to
        members[to] = sorted(members[to] + members.pop(from_))
    return tuple(Group(members=tuple(members[at]), joins=tuple(joins[at])) for at in sorted(members))


def _asked(lot: Lot, pair: Pair, policy: Policy) -> float:
    """How likely two wordings must tell the same: more where only one of them gives a reason for it.

    Who tells the bare fact does not stand behind its reason.
    """
    given = [bool(reasons_of(lot.units[at])) for at in pair]
    least = policy.claim_read if pair in (lot.readings or {}) else policy.claim_joined
    return least if given[0] == given[1] else max(least, policy.claim_reasoned)


def _may_join(lot: Lot, near: Nearness, groups: tuple[list[int], list[int]], policy: Policy) -> bool:
    """Whether nothing speaks against two groups being one claim.

    Two places of one report are one claim only if they repeat each other.
    """
    for one in groups[0]:
        for other in groups[1]:
            if lot.reports[one] != lot.reports[other] or lot.words[one] == lot.words[other]:
                continue
            repeats = near.of(one, other) >= policy.claim_joined
            if lot.units[one].sentence == lot.units[other].sentence or not repeats:
                return False
    return _mean(lot, near, *groups) >= policy.claim_mean


def _mean(lot: Lot, near: Nearness, ones: Sequence[int], others: Sequence[int]) -> float:
    """The mean over what is worded differently: copies count once, as likely as the likeliest of them.

    Of many copies few are candidates for each other's rewordings, and the others would weigh as unlike.
    """
    best: dict[tuple[str, str], float] = {}
    for one in ones:
        for other in others:
            words = lot.words[one], lot.words[other]
            best[words] = max(best.get(words, 0.0), near.of(one, other))
    return sum(best.values()) / len(best)


def _join(ids: Sequence[str], near: Nearness, pair: tuple[int, int]) -> Join:
    first, second = sorted((ids[pair[0]], ids[pair[1]]))
    likely = near.likely[pair]
    in_words = near.alike.get(pair, 0.0) >= likely
    return Join(
        first=first,
        second=second,
        evidence=Evidence(score=round(likely, 4), reason="same_words" if in_words else "mixed_likeness"),
        features=_rounded(near.features[pair].items()),
    )


def _rounded(found: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    return tuple((name, round(value, 4)) for name, value in sorted(found))
