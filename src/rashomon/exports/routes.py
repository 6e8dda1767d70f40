"""The graph of transmission, read as chains: which statements went through whom into which report.

A step of the graph is shared by many statements, so that a walk over the graph
could find ways that nothing took; each statement is therefore followed by itself,
along the steps that name it.  Speakers whom one report quotes itself, and who
are quoted nowhere else, are folded into one line a report, and so is who has no
name within one speaker's words: the picture is for the chains.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Node, NodeKind, Step, Transmission

__all__ = ["FOLD_FROM", "Fold", "Hop", "Route", "Routes", "routes_of"]

FOLD_FROM = 3
"""Fewer speakers than this are shown one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """A step and the node it leads to; `stated` if one of the way's own statements states it."""

    step: Step
    node: Node
    stated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way that words took: a speaker, then hop by hop; the last hop leads into the report.

    Attributes:
        statements: the ids of those that took it, in the order of the dossier.
    """

    speaker: Node
    hops: tuple[Hop, ...]
    statements: tuple[str, ...]

    @property
    def report(self) -> Node:
        """Where it ends."""
        return self.hops[-1].node

    @property
    def direct(self) -> bool:
        """Whether nobody is told of between speaker and report."""
        return len(self.hops) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """Speakers drawn as one.

    Either only this report quotes them, and itself; or they have no name and only this speaker
    quotes them (“they”, “he” within what somebody says).

    Attributes:
        head: the report, or the speaker who quotes them.
        unnamed: whether none of them has a name.
        statements: how many came this way.
        manners: of all their steps to `head`.
        stated: whether each of these is.
    """

    head: Node
    speakers: tuple[Node, ...]
    unnamed: bool
    statements: int
    manners: tuple[str, ...] = ()
    stated: bool = True

    @property
    def direct(self) -> bool:
        """Whether a report quotes them itself."""
        return self.head.kind is NodeKind.REPORT

    @property
    def key(self) -> str:
        """Its own name within one graph."""
        return f"{self.head.id}-{'unnamed' if self.unnamed else 'named'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """All ways, by speaker in the order of the graph, and what is folded of them in a drawing."""

    all: tuple[Route, ...]
    folds: tuple[Fold, ...]

    @property
    def folded(self) -> frozenset[str]:
        """The ids of the speakers that stand in a fold."""
        return frozenset(node.id for fold in self.folds for node in fold.speakers)

    def by_speaker(self) -> tuple[tuple[Route, ...], ...]:
        """The ways of each speaker together.

        First whose words a carrier brought, then who is quoted by somebody quoted, then who
        is quoted by the reports alone.
        """
        groups: dict[str, list[Route]] = {}
        for route in self.all:
            groups.setdefault(route.speaker.id, []).append(route)
        return tuple(map(tuple, sorted(groups.values(), key=_rank)))


def _rank(routes: Sequence[Route]) -> int:
    between = [route.hops[0].node.kind for route in routes if not route.direct]
    carried = any(kind not in (NodeKind.NAMED, NodeKind.UNNAMED) for kind in between)
    return 0 if carried else 1 if between else 2


def routes_of(graph: Transmission) -> Routes:
    """The ways through a graph; a step whose ends are not in it is passed over."""
    nodes = {node.id: node for node in graph.nodes}
    order = {node.id: n for n, node in enumerate(graph.nodes)}
    found: dict[tuple[str, ...], tuple[list[Step], list[str]]] = {}
    for statement, steps in _by_statement(graph.steps, nodes).items():
        way = _way(steps)
        found.setdefault(tuple(step.id for step in way), (way, []))[1].append(statement)
    routes = [
        Route(
            speaker=nodes[way[0].tail],
            hops=tuple(
                Hop(step=step, node=nodes[step.head], stated=_stated(step, statements)) for step in way
            ),
            statements=tuple(statements),
        )
        for way, statements in found.values()
    ]
    routes.sort(key=lambda r: [order[r.speaker.id], *(order[hop.node.id] for hop in r.hops)])
    return Routes(all=tuple(routes), folds=tuple(_folds(routes, order)))


def _stated(step: Step, statements: Sequence[str]) -> bool:
    return step.stated and not set(statements) <= set(step.inferred)


def _by_statement(steps: Iterable[Step], nodes: Mapping[str, Node]) -> dict[str, list[Step]]:
    out: dict[str, list[Step]] = {}
    for step in steps:
        if step.tail in nodes and step.head in nodes:
            for statement in step.statements:
                out.setdefault(statement, []).append(step)
    return out


def _way(steps: Sequence[Step]) -> list[Step]:
    """The steps of one statement, one behind the other; each once, so that a circle ends."""
    leaving: dict[str, Step] = {}
    for step in steps:
        leaving.setdefault(step.tail, step)
    entered = {step.head for step in steps}
    at = next((step.tail for step in steps if step.tail not in entered), steps[0].tail)
    way: list[Step] = []
    while at in leaving:
        way.append(leaving.pop(at))
        at = way[-1].head
    return way


def _folds(routes: Sequence[Route], order: Mapping[str, int]) -> Iterator[Fold]:
    ways = Counter(route.speaker.id for route in routes)
    passed = {hop.node.id for route in routes for hop in route.hops}
    groups: dict[tuple[int, bool], list[Route]] = {}
    for route in routes:
        if ways[route.speaker.id] == 1 and route.speaker.id not in passed and _foldable(route):
            key = order[route.hops[0].node.id], route.speaker.kind is NodeKind.UNNAMED
            groups.setdefault(key, []).append(route)
    for (_, unnamed), group in sorted(groups.items(), key=lambda item: item[0]):
        if len(group) >= FOLD_FROM:
            steps = [route.hops[0] for route in group]
            yield Fold(
                head=steps[0].node,
                speakers=tuple(route.speaker for route in group),
                unnamed=unnamed,
                statements=sum(len(route.statements) for route in group),
                manners=tuple(sorted({manner for hop in steps for manner in hop.step.manners})),
                stated=all(hop.stated for hop in steps),
            )


def _foldable(route: Route) -> bool:
    speaker, head = route.speaker, route.hops[0].node
    if route.direct:
        return speaker.label is not None and head.kind is NodeKind.REPORT
    return speaker.kind is NodeKind.UNNAMED and head.kind in (NodeKind.NAMED, NodeKind.UNNAMED)
