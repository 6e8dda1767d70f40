"""Through whom the words came: speakers, carriers, reports, and the steps between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.identity import short_id
from rashomon.model.variant import Located

__all__ = ["Node", "NodeKind", "Step", "Transmission"]


class NodeKind(StrEnum):
    """What stands at a place of the graph."""

    NAMED = "named"
    """A speaker with a name: person, body."""
    UNNAMED = "unnamed"
    """A speaker without a name, described or not."""
    DOCUMENT = "document"
    """A paper that is quoted itself."""
    CARRIER = "carrier"
    """Who or what carried words: an interviewer, an outlet, a platform."""
    REPORT = "report"
    """One of the articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A place of the graph.

    Attributes:
        key: what makes it one: a source's id, a carrier's folded name, an article's id (of a report,
            and of all speakers of whom it tells nothing).
        label: verbatim words of a report, or an article's publisher or input; None where no report
            says who spoke.
        layer: columns from the left; every step leads to a greater one unless it is circular.
    """

    kind: NodeKind
    key: str
    label: str | None
    layer: int = 0

    @property
    def id(self) -> str:
        """``nd-`` and a hash of kind and key."""
        return short_id("nd", [self.kind.value, self.key])


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Words went from `tail` to `head`.

    Attributes:
        tail, head: ids of nodes.
        manners: how words came to `head` as a hop (see `Relay`), sorted; empty for the last step of
            a way, into the report that tells it.
        stated: whether at least one statement's own sentence states the step; else it is inferred.
        statements: ids of the statements that came this way, in the order of the dossier.
        inferred: those of them whose own sentences do not state the step.
        places: the words that state it, else those that it is inferred from.
        circular: whether it lies on a circle, as where two reports cite each other.
    """

    tail: str
    head: str
    manners: tuple[str, ...]
    stated: bool
    statements: tuple[str, ...]
    inferred: tuple[str, ...] = ()
    places: tuple[Located, ...] = ()
    circular: bool = False

    @property
    def id(self) -> str:
        """``sp-`` and a hash of both ends."""
        return short_id("sp", [self.tail, self.head])


@dataclass(frozen=True, slots=True, kw_only=True)
class Transmission:
    """The graph, left to right: nodes by layer, then by first place; steps by the nodes they leave."""

    nodes: tuple[Node, ...] = ()
    steps: tuple[Step, ...] = ()
