"""The persons and bodies of the reports, each once however the reports spell the name."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.evidence import Evidence
from rashomon.model.identity import short_id
from rashomon.model.source import SourceKind
from rashomon.model.span import Span
from rashomon.model.variant import Located

__all__ = ["Appearance", "Figure", "Link", "Ruling"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One person or body in one report.

    Attributes:
        article: the id of the report.
        kind: person or organisation.
        name: the fullest form that the report gives, verbatim.
        spans: where the report names it, in any form, in order.
        roles: titles and role nouns that the report gives to it ("president", "general"), sorted.
        gender: ``he``, ``she``, or empty where the report does not tell.
    """

    article: str
    kind: SourceKind
    name: str
    spans: tuple[Span, ...]
    roles: tuple[str, ...] = ()
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A person or body over all reports.

    Attributes:
        id: the same as `Source.id` of the statements it made.
        name: the fullest form that any report gives, verbatim.
        appearances: in the order of the reports, one or more a report.
    """

    id: str
    kind: SourceKind
    name: str
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two appearances taken for one figure, or kept apart though their names agree.

    Attributes:
        same: whether they are one.
        sides: article and name of each.
        evidence: its reason is a label of the room's table of rules; ``ruled`` where a person decided.
        places: the words that it rests on, in either report.
    """

    same: bool
    sides: tuple[tuple[str, str], tuple[str, str]]
    evidence: Evidence
    places: tuple[Located, ...] = ()

    @property
    def id(self) -> str:
        """``ln-`` and a hash of the two sides, the same in either order."""
        return short_id("ln", sorted(list(side) for side in self.sides))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a person decided: these two names mean one figure, or two.

    Attributes:
        first, second: names as any report writes them, compared without regard to case and accents.
        same: whether they are one.
        inputs: for each name the input it is meant in, None for any.
    """

    first: str
    second: str
    same: bool
    inputs: tuple[str | None, str | None] = (None, None)
