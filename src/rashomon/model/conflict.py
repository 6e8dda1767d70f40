"""Where reports disagree, typed, with the words of both sides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.evidence import Evidence
from rashomon.model.identity import short_id
from rashomon.model.span import Span

__all__ = ["Conflict", "ConflictKind", "Relation", "Side"]


class ConflictKind(StrEnum):
    """What the two sides disagree in."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    REASON = "reason"
    ATTRIBUTION = "attribution"
    POLARITY = "polarity"
    MODALITY = "modality"


class Relation(StrEnum):
    """How the two sides stand to each other; only `conflict` says that both cannot hold."""

    CONFLICT = "conflict"
    REFINEMENT = "refinement"
    ROUNDING = "rounding"
    SCOPE = "scope"
    UPDATE = "update"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One report's words in a conflict.

    Attributes:
        spans: the words that disagree, as short as they can be read alone ("at least 12 people").
        value: what they come to ("12", ">=10", EDTF), where a rule reads a value; else None.
        wording: id of the wording they stand in.
        party: 0 or 1, which of the two sides this report is on.
    """

    article: str
    spans: tuple[Span, ...]
    wording: str
    party: int
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two values of one thing, and who has which.

    Attributes:
        sides: those of party 0 first, then by article and place; both parties have one at least.
        claims: ids of the claims whose wordings they are.
        later: for an update, the id of the article that came later.
        evidence: its reason is a label of the room's table of rules.
    """

    kind: ConflictKind
    relation: Relation
    sides: tuple[Side, ...]
    claims: tuple[str, ...]
    evidence: Evidence
    later: str | None = None

    @property
    def id(self) -> str:
        """``cf-`` and a hash of kind, and the places of the two parties in either order."""
        parties: list[list[list[object]]] = [[], []]
        for side in self.sides:
            parties[side.party].append([side.article, [tuple(span) for span in side.spans]])
        return short_id("cf", [self.kind.value, sorted(sorted(p, key=repr) for p in parties)])
