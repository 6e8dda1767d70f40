"""What stands behind each claim of a story: the room's entry.

Reports are cut into units, units that tell the same become claims, what a claim's
wordings and their near neighbours differ in becomes conflicts, every report gets its
stance on every claim, and every claim its origins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from rashomon.corroboration.candidates import nearest_by_meaning
from rashomon.corroboration.claims import Group, Nearness, group_units, nearness_of
from rashomon.corroboration.conflicts import merge_differences
from rashomon.corroboration.coverage import Seen, Standing, head_of, positions
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.differences import Difference
from rashomon.corroboration.likeness import Lot, lot_of
from rashomon.corroboration.origins import OriginIndex, origins_of
from rashomon.corroboration.readings import read
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wordedalike import Held
from rashomon.model import (
    Claim,
    ClaimKind,
    Conflict,
    Dossier,
    OriginRuling,
    Policy,
    Position,
    Span,
    Stance,
    hull,
)
from rashomon.ports import Embedder, PairReader

__all__ = ["Corroboration", "corroborate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """The claims, by how many reports have them, most first, then by place; the conflicts; and what may be
    one, likeliest first.
    """

    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...] = ()
    suspected: tuple[Conflict, ...] = ()


def corroborate(
    dossier: Dossier,
    *,
    embedder: Embedder | None = None,
    reader: PairReader | None = None,
    rulings: Sequence[OriginRuling] = (),
) -> Corroboration:
    """The claims of a dossier's reports and what stands behind them.

    Args:
        dossier: with its articles, statements, utterances, figures, timeline and copies.
        embedder: tells how alike sentences mean; without one their words alone decide.
        reader: tells of sentences near in meaning whether they tell one thing; needs the embedder.
        rulings: what a person decided on origins.
    """
    policy = dossier.engine.policy
    lot = read(lot_of(units_of(dossier), embedder), reader, policy)
    near = nearness_of(lot, policy)
    groups = group_units(lot, near, policy)
    bare = [_claim(lot, group) for group in groups]
    conflicts = merge_differences(_found(lot, near, groups, policy), bare)
    suspected = _suspected(lot, near, bare, {conflict.id for conflict in conflicts})
    standing = Standing(conflicts)
    index = OriginIndex(dossier)
    heads = [head_of(lot, group, standing) for group in groups]
    words, places = Held(lot), {id_: at for at, id_ in enumerate(lot.ids)}
    passages = {(lot.reports[at], hull(unit.wording.spans)): at for at, unit in enumerate(lot.units)}
    claims: list[Claim] = []
    for at, alike in enumerate(nearest_by_meaning(lot, heads)):
        seen = Seen(
            group=groups[at],
            head=heads[at],
            alike=alike,
            held=words.beside(groups[at].members),
            places=places,
        )
        stances = positions(lot, near, seen, dossier.articles, standing, policy)
        behind = origins_of(_saying(lot, seen, stances, passages), index, rulings)
        head = lot.ids[heads[at]]
        claims.append(replace(bare[at], head=head, positions=stances, origins=behind))
    order = sorted(range(len(claims)), key=lambda at: (-_breadth(claims[at]), groups[at].members))
    return Corroboration(claims=tuple(claims[at] for at in order), conflicts=conflicts, suspected=suspected)


def _suspected(lot: Lot, near: Nearness, claims: Sequence[Claim], told: Set[str]) -> tuple[Conflict, ...]:
    """What may be a conflict and is not told as one, likeliest first."""
    found = [(lot.units[one], lot.units[other], difference) for (one, other), difference in near.suspected]
    made = [one for one in merge_differences(found, claims) if one.id not in told]
    return tuple(sorted(made, key=lambda one: -one.evidence.score))


def _claim(lot: Lot, group: Group) -> Claim:
    """The claim without stances, which take its conflicts, and without origins, which take its stances."""
    units = [lot.units[at] for at in group.members]
    return Claim(
        kind=_kind([unit.statement is not None for unit in units]),
        head=units[0].wording.id,
        wordings=tuple(unit.wording for unit in units),
        joins=group.joins,
        positions=(),
    )


def _kind(said: Sequence[bool]) -> ClaimKind:
    if all(said):
        return ClaimKind.STATEMENT
    return ClaimKind.MIXED if any(said) else ClaimKind.ASSERTION


def _found(
    lot: Lot, near: Nearness, groups: Sequence[Group], policy: Policy
) -> Iterator[tuple[Unit, Unit, Difference]]:
    """The findings that count: within a claim, and between wordings that are nearly likely enough for one."""
    home = {member: at for at, group in enumerate(groups) for member in group.members}
    for (one, other), differences in near.differences.items():
        near_enough = near.of(one, other) >= policy.claim_loose or (one, other) in near.told
        if home[one] == home[other] or near_enough:
            for difference in differences:
                yield lot.units[one], lot.units[other], difference


def _saying(
    lot: Lot, seen: Seen, stances: Sequence[Position], passages: Mapping[tuple[str, Span], int]
) -> list[Unit]:
    """The wordings of the reports that say the claim; who tells it otherwise stands behind something else.

    A report without a wording of it says it in the passage that came nearest.
    """
    saying = {position.article: position for position in stances if position.stance is Stance.SAYS}
    members = {*seen.group.members, *seen.held.values()}
    members |= {
        passages[article, told]
        for article, position in saying.items()
        for told in position.elsewhere
        if article not in seen.held
    }
    return [lot.units[at] for at in sorted(members) if lot.reports[at] in saying]


def _breadth(claim: Claim) -> int:
    return sum(position.stance is not Stance.SILENT for position in claim.positions)
