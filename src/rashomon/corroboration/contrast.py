"""Two values, one in each of two units, that may be of one thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.corroboration.differences import Difference, Piece
from rashomon.model import ConflictKind, Evidence, Relation

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

    def told(self, score: float, reason: str) -> Difference:
        """The difference that it is, as likely as `score` tells, by the rule of this label."""
        return Difference(
            kind=self.kind,
            relation=self.relation,
            first=self.first,
            second=self.second,
            evidence=Evidence(score=round(score, 4), reason=reason, spans=self.first.spans),
            later=self.later,
        )
