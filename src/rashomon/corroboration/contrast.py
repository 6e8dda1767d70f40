"""Two values, one in each of two units, that may be of one thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.corroboration.differences import Piece
from rashomon.model import ConflictKind, Relation

__all__ = ["Contrast"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Two values of one kind, one in each unit.

    Attributes:
        relation: how the values by themselves stand to each other; values that are the same make none.
        features: what speaks for or against their being of one thing.
        later: id of the article that came later, for an update.
    """

    kind: ConflictKind
    relation: Relation
    first: Piece
    second: Piece
    features: Mapping[str, float]
    later: str | None = None
