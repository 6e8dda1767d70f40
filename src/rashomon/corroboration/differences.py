"""What a comparison of two units finds: a difference or an agreement, with the words of both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rashomon.corroboration.units import Unit
from rashomon.model import ConflictKind, Evidence, Relation, Span

__all__ = ["Compare", "Difference", "Piece"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The words of one side, and what they come to (None where no rule reads a value)."""

    spans: tuple[Span, ...]
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How two units stand to each other in one respect.

    Attributes:
        relation: None where both have the same value; such a finding makes no conflict but tells
            on which side of one the units stand.
        later: id of the article that came later, for an update.
    """

    kind: ConflictKind
    relation: Relation | None
    first: Piece
    second: Piece
    evidence: Evidence
    later: str | None = None


Compare = Callable[[Unit, Unit], Iterable[Difference]]
"""Holds two units about one thing against each other; the same, sides turned, the other way round."""
