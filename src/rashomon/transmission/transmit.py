"""The graph of transmission: from each speaker by way of the carriers into the reports.

A statement is one way through the graph, as its chain tells it; ways that use the
same nodes are laid on each other, and a step keeps all statements that came along
it.  Nothing is added: a speaker without a chain leads straight into the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.language.layers import layers
from rashomon.model import (
    Article,
    Figure,
    Located,
    Node,
    NodeKind,
    Relay,
    Span,
    Statement,
    Step,
    Transmission,
    UnnamedSource,
)
from rashomon.transmission.places import Place, Places, report_label

__all__ = ["transmit"]


def transmit(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    figures: Sequence[Figure] = (),
    unnamed: Sequence[UnnamedSource] = (),
) -> Transmission:
    """Through whom the words of these reports came.

    Args:
        articles: every one becomes a node, with statements or without.
        statements: of these articles, in the order of the dossier; sources that are
            one figure have one id.
        figures: persons and bodies; a carrier who is one of the persons is one node over the reports.
        unnamed: who is one unnamed source in a report, however it is described there.

    Returns:
        nodes by column, then by first place; steps by the nodes they leave.  Columns run
        from speakers (0) to reports (the last); a report that another one cites stands
        before it; nodes on one circle share a column.
    """
    places = Places(articles, statements, figures, unnamed)
    graph = _Graph()
    for statement in statements:
        way = _way(statement, places)
        graph.lay(statement, way)
    for article in articles:
        graph.name(Place(NodeKind.REPORT, article.id), report_label(article))
    for place, label in places.labels.items():
        if place.kind is NodeKind.CARRIER and place in graph.numbers:
            graph.name(place, label)
        elif place in graph.numbers:
            graph.labels[place] = label
    return graph.drawn()


@dataclass(slots=True)
class _Leg:
    """Where a way goes on to: the node, how, whether that is stated, and by which words."""

    place: Place
    label: str | None
    manners: list[str] = field(default_factory=list)
    stated: bool = False
    spans: list[Span] = field(default_factory=list)


def _way(statement: Statement, places: Places) -> list[_Leg]:
    """The nodes of one statement, speaker first, its report last."""
    source = statement.source.source if statement.source else None
    speaker = places.speaker(statement)
    named = source is not None and speaker.kind is not NodeKind.REPORT
    legs = [_Leg(speaker, (source.name or source.descriptor or None) if source and named else None)]
    for relay in statement.chain:
        place = places.carrier(relay, statement.article)
        if place is None:
            continue
        if place == legs[-1].place:
            _again(legs[-1], relay)
            continue
        # speakers and reports are called as they are elsewhere, not as those who pass on call them
        label = relay.name if place.kind is NodeKind.CARRIER else None
        legs.append(_Leg(place, label, [relay.manner], relay.stated, [relay.span]))
    legs.append(_end(statement, legs[-1] if len(legs) > 1 else None))
    return legs


def _again(leg: _Leg, relay: Relay) -> None:
    """A second hop to where the words already are: “told the Courier in a talk on its site”."""
    leg.manners.append(relay.manner)
    leg.stated = leg.stated or relay.stated
    leg.spans.append(relay.span)


def _end(statement: Statement, before: _Leg | None) -> _Leg:
    """The step into the report: stated by the last hop's words, or by the cue, or by who is named."""
    place = Place(NodeKind.REPORT, statement.article)
    if before is not None:
        return _Leg(place, None, [], before.stated, list(before.spans))
    named = statement.source.span if statement.source else None
    spans = list(statement.cue) or ([named] if named is not None else [])
    return _Leg(place, None, [], bool(spans), spans)


@dataclass(slots=True)
class _Drawn:
    """A step as far as it is laid; of the places those that state it come first."""

    manners: set[str] = field(default_factory=set)
    stated: dict[Located, None] = field(default_factory=dict)
    inferred: dict[Located, None] = field(default_factory=dict)
    statements: dict[str, bool] = field(default_factory=dict)
    """Whether each states the step."""


@dataclass(slots=True)
class _Graph:
    numbers: dict[Place, int] = field(default_factory=dict)
    labels: dict[Place, str | None] = field(default_factory=dict)
    steps: dict[tuple[int, int], _Drawn] = field(default_factory=dict)

    def name(self, place: Place, label: str | None) -> int:
        """The node's number; its label is the fullest it is given, of two equal ones the first."""
        known = self.labels.setdefault(place, label)
        if label is not None and (known is None or _fullness(label) > _fullness(known)):
            self.labels[place] = label
        return self.numbers.setdefault(place, len(self.numbers))

    def lay(self, statement: Statement, way: Sequence[_Leg]) -> None:
        """Add the way of a statement."""
        numbers, id_ = [self.name(leg.place, leg.label) for leg in way], statement.id
        for tail, head, leg in zip(numbers, numbers[1:], way[1:], strict=False):
            drawn = self.steps.setdefault((tail, head), _Drawn())
            drawn.manners.update(leg.manners)
            drawn.statements[id_] = drawn.statements.get(id_, False) or leg.stated
            words = drawn.stated if leg.stated else drawn.inferred
            words.update(dict.fromkeys(Located(statement.article, span) for span in leg.spans))

    def drawn(self) -> Transmission:
        """The finished graph."""
        heads: list[list[int]] = [[] for _ in self.numbers]
        for tail, head in self.steps:
            heads[tail].append(head)
        reports = frozenset(n for place, n in self.numbers.items() if place.kind is NodeKind.REPORT)
        laid = layers(heads, late=reports)
        nodes = {
            number: Node(kind=place.kind, key=place.key, label=self.labels[place], layer=laid.column[number])
            for place, number in self.numbers.items()
        }
        order = {n: i for i, n in enumerate(sorted(nodes, key=lambda n: (nodes[n].layer, n)))}
        steps = sorted(self.steps.items(), key=lambda item: (order[item[0][0]], order[item[0][1]]))
        ids = {number: node.id for number, node in nodes.items()}
        return Transmission(
            nodes=tuple(nodes[number] for number in order),
            steps=tuple(_step(ids, ends, drawn, laid.part) for ends, drawn in steps),
        )


def _step(ids: dict[int, str], ends: tuple[int, int], drawn: _Drawn, part: Sequence[int]) -> Step:
    tail, head = ends
    return Step(
        tail=ids[tail],
        head=ids[head],
        manners=tuple(sorted(drawn.manners)),
        stated=any(drawn.statements.values()),
        statements=tuple(drawn.statements),
        inferred=tuple(id_ for id_, stated in drawn.statements.items() if not stated),
        places=tuple(drawn.stated or drawn.inferred),
        circular=part[tail] == part[head],
    )


def _fullness(label: str) -> tuple[int, int]:
    return len(label.split()), len(label)
