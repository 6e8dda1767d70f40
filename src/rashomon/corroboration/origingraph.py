"""The graph behind one claim: ways laid on each other, what is one taken for one, and the roots.

A root is where words begin: a node that nothing leads to, or several that lead to
each other and have nothing before them (reports that cite each other, texts of
which nothing tells which was first).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.corroboration.originnodes import Place
from rashomon.language.layers import Layers, layers
from rashomon.model import Located, Node, Step, Transmission

__all__ = ["Graph"]


@dataclass(slots=True)
class _Drawn:
    manners: set[str] = field(default_factory=set)
    statements: dict[str, bool] = field(default_factory=dict)
    places: dict[Located, None] = field(default_factory=dict)
    stated: bool = False
    told: bool = False
    """Whether more than shared text drew it; a citing step has no manner of its own that would tell."""


class Graph:
    """A graph that grows; nodes that are one are joined before it is read."""

    def __init__(self) -> None:
        self._same: dict[Place, Place] = {}
        self._nodes: dict[Place, None] = {}
        self._steps: dict[tuple[Place, Place], _Drawn] = {}

    def node(self, place: Place) -> None:
        """There is such a node."""
        self._nodes.setdefault(place)

    def join(self, place: Place, to: Place) -> bool:
        """Take the two for one, which `to` stands for.  Whether they were two."""
        place, to = self.one(place), self.one(to)
        if place == to:
            return False
        self._same[place] = to
        return True

    def one(self, place: Place) -> Place:
        """The node that stands for this one."""
        while place in self._same:
            place = self._same[place]
        return place

    def places(self) -> list[Place]:
        """All nodes, before any are taken for one."""
        return list(self._nodes)

    def joined(self, place: Place) -> list[Place]:
        """The nodes that this one stands for, itself left out."""
        return [other for other in self._same if self.one(other) == place]

    def step(
        self,
        tail: Place,
        head: Place,
        manners: Iterable[str],
        places: Iterable[Located],
        statement: str | None = None,
        *,
        stated: bool = True,
    ) -> None:
        """Words went from tail to head."""
        self.node(tail)
        self.node(head)
        drawn = self._steps.setdefault((tail, head), _Drawn())
        ways = set(manners)
        drawn.manners |= ways
        drawn.told = drawn.told or ways != {"copied"}
        drawn.places.update(dict.fromkeys(places))
        drawn.stated = drawn.stated or stated
        if statement is not None:
            drawn.statements[statement] = drawn.statements.get(statement, False) or stated

    def read(self) -> Read:
        """The graph with what is one taken for one."""
        nodes = list(dict.fromkeys(self.one(place) for place in self._nodes))
        number = {place: at for at, place in enumerate(nodes)}
        steps: dict[tuple[int, int], _Drawn] = {}
        for (tail, head), drawn in self._steps.items():
            ends = number[self.one(tail)], number[self.one(head)]
            if ends[0] != ends[1]:
                _add(steps.setdefault(ends, _Drawn()), drawn)
        return Read(nodes, steps)


def _add(to: _Drawn, drawn: _Drawn) -> None:
    to.manners |= drawn.manners
    to.places.update(drawn.places)
    to.stated = to.stated or drawn.stated
    to.told = to.told or drawn.told
    for statement, stated in drawn.statements.items():
        to.statements[statement] = to.statements.get(statement, False) or stated


class Read:
    """The finished graph: roots, who leans on them, the drawing."""

    def __init__(self, nodes: Sequence[Place], steps: Mapping[tuple[int, int], _Drawn]) -> None:
        self.nodes = nodes
        self._steps = steps
        self._number = {place: at for at, place in enumerate(nodes)}
        self._heads: list[list[int]] = [[] for _ in nodes]
        for tail, head in sorted(steps):
            self._heads[tail].append(head)
        self._laid: Layers = layers(self._heads)

    def circles(self) -> Iterator[tuple[Place, ...]]:
        """The nodes on one circle of citing, whatever they share; texts without a known first are none."""
        heads: list[list[int]] = [[] for _ in self.nodes]
        for (tail, head), drawn in sorted(self._steps.items()):
            if drawn.told:
                heads[tail].append(head)
        yield from (tuple(self.nodes[n] for n in part) for part in _parts(layers(heads)) if len(part) > 1)

    def roots(self) -> Iterator[tuple[Place, ...]]:
        """The nodes of each root, in the order in which they were met."""
        led_to = {
            self._laid.part[head]
            for tail, head in self._steps
            if self._laid.part[tail] != self._laid.part[head]
        }
        for part in _parts(self._laid):
            if self._laid.part[part[0]] not in led_to:
                yield tuple(self.nodes[n] for n in part)

    def reached(self, root: Sequence[Place]) -> list[Place]:
        """All nodes that words from these go to, themselves included."""
        waiting = [self._number[place] for place in root]
        met = dict.fromkeys(waiting)
        while waiting:
            for head in self._heads[waiting.pop()]:
                if head not in met:
                    met[head] = None
                    waiting.append(head)
        return [self.nodes[at] for at in met]

    def before(self, place: Place) -> list[tuple[Place, frozenset[str]]]:
        """The nodes from which words come straight to this one, and how."""
        at = self._number[place]
        return [
            (self.nodes[tail], frozenset(drawn.manners))
            for (tail, head), drawn in self._steps.items()
            if head == at
        ]

    def after(self, place: Place) -> list[tuple[Place, frozenset[str]]]:
        """The nodes to which words go straight from this one, and how."""
        at = self._number[place]
        return [
            (self.nodes[head], frozenset(drawn.manners))
            for (tail, head), drawn in self._steps.items()
            if tail == at
        ]

    def places(self, tail: Place, head: Place) -> tuple[Located, ...]:
        """The words of a step."""
        drawn = self._steps.get((self._number[tail], self._number[head]))
        return tuple(drawn.places) if drawn else ()

    def drawn(self, labels: Mapping[Place, str | None]) -> Transmission:
        """The graph as it is shown."""
        made = [
            Node(kind=place.kind, key=place.key, label=labels.get(place), layer=self._laid.column[at])
            for at, place in enumerate(self.nodes)
        ]
        order = sorted(range(len(made)), key=lambda at: (made[at].layer, at))
        rank = {at: n for n, at in enumerate(order)}
        steps = sorted(self._steps.items(), key=lambda item: (rank[item[0][0]], rank[item[0][1]]))
        return Transmission(
            nodes=tuple(made[at] for at in order),
            steps=tuple(
                Step(
                    tail=made[tail].id,
                    head=made[head].id,
                    manners=tuple(sorted(drawn.manners)),
                    stated=drawn.stated,
                    statements=tuple(drawn.statements),
                    inferred=tuple(s for s, stated in drawn.statements.items() if not stated),
                    places=tuple(drawn.places),
                    circular=self._laid.part[tail] == self._laid.part[head],
                )
                for (tail, head), drawn in steps
            ),
        )


def _parts(laid: Layers) -> Iterator[list[int]]:
    """The parts of a graph, each with its nodes in order, by their first node."""
    parts: dict[int, list[int]] = defaultdict(list)
    for at, part in enumerate(laid.part):
        parts[part].append(at)
    yield from parts.values()
