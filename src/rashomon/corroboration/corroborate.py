"""What stands behind each claim of a story: the room's entry.

Reports are cut into units, units that tell the same become claims, what a claim's
wordings and their near neighbours differ in becomes conflicts, and every report
gets its stance on every claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.corroboration.claims import Group, Nearness, group_units, nearness_of
from rashomon.corroboration.coverage import head_of, positions
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import Lot, lot_of
from rashomon.model import Claim, ClaimKind, Conflict, Dossier, OriginRuling
from rashomon.ports import Embedder

__all__ = ["Corroboration", "corroborate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """The claims, by how many reports have them, most first, then by place; and the conflicts."""

    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...] = ()


def corroborate(
    dossier: Dossier, *, embedder: Embedder | None = None, rulings: Sequence[OriginRuling] = ()
) -> Corroboration:
    """The claims of a dossier's reports and what stands behind them.

    Args:
        dossier: with its articles, statements, utterances, figures, timeline and copies.
        embedder: tells how alike sentences mean; without one their words alone decide.
        rulings: what a person decided on origins.
    """
    lot = lot_of(units_of(dossier), embedder)
    near = nearness_of(lot)
    groups = group_units(lot, near)
    claims = [_claim(dossier, lot, near, group) for group in groups]
    order = sorted(range(len(claims)), key=lambda at: (-_breadth(claims[at]), groups[at].members))
    return Corroboration(claims=tuple(claims[at] for at in order))


def _claim(dossier: Dossier, lot: Lot, near: Nearness, group: Group) -> Claim:
    units = [lot.units[at] for at in group.members]
    head = head_of(lot, group)
    return Claim(
        kind=_kind([unit.statement is not None for unit in units]),
        head=lot.units[head].wording.id,
        wordings=tuple(unit.wording for unit in units),
        joins=group.joins,
        positions=positions(lot, near, group, dossier.articles, {}),
    )


def _kind(said: Sequence[bool]) -> ClaimKind:
    if all(said):
        return ClaimKind.STATEMENT
    return ClaimKind.MIXED if any(said) else ClaimKind.ASSERTION


def _breadth(claim: Claim) -> int:
    return sum(bool(position.wordings) for position in claim.positions)
