"""What the picture of a graph shows: its boxes and arrows, with their words and where they lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.exports.display import NOT_STATED, on_one_line
from rashomon.exports.html.lettering import lines, width_of
from rashomon.exports.routes import Fold, Routes
from rashomon.exports.terms import counted, folded_label, manner_label, step_label
from rashomon.model import Node, NodeKind, Step, Transmission

__all__ = ["BADGE", "LINE", "NARROW", "SIZE", "WIDE", "Arrow", "Diagram", "Place", "diagram"]

WIDE, NARROW, LINE, SIZE, BADGE = 188.0, 84.0, 16.0, 13.0, 32.0
"""Pixels: the widest and the narrowest box, a line of words, letters, the field for a letter."""

_INSIDE, _LINES, _ARROW, _TALLEST = 13.0, 3, 8.0, 240.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A box to be drawn: a node of the graph, or speakers folded into one."""

    kind: str
    layer: int
    label: str
    title: str
    href: str
    siglum: str = ""
    fold: bool = False
    arrows: int = 0

    @property
    def room(self) -> float:
        """How wide its words may be."""
        return WIDE - 2 * _INSIDE - (BADGE - _INSIDE / 2 if self.siglum else 0)

    @property
    def lines(self) -> tuple[str, ...]:
        """Its words as they are set."""
        return lines(self.label, self.room, SIZE, _LINES)

    @property
    def width(self) -> float:
        """What the box needs."""
        words = max((width_of(line, SIZE) for line in self.lines), default=0.0)
        return max(NARROW, words + WIDE - self.room)

    @property
    def height(self) -> float:
        """What its words need, and the arrows at its side."""
        words = 18 + LINE * max(len(self.lines), 1) + (8 if self.fold else 0)
        return max(words, min(self.arrows * _ARROW + 10, _TALLEST))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A step, or the way of folded speakers: the numbers of its ends, and how it is drawn."""

    tail: int
    head: int
    words: str
    stated: bool
    circular: bool
    statements: int
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """The boxes, and the arrows by the numbers of the boxes at their ends."""

    places: tuple[Place, ...]
    arrows: tuple[Arrow, ...]


def diagram(
    graph: Transmission,
    routes: Routes,
    sigla: Mapping[str, str],
    hrefs: Mapping[str, str],
    roots: frozenset[str] = frozenset(),
) -> Diagram:
    """What is to be drawn of a graph.

    Args:
        graph: as found.
        routes: the ways through it; the speakers they fold are one box a report.
        sigla: the letter of each report by the article's id.
        hrefs: where the boxes and arrows lead, by the ids of nodes and steps and the keys of folds.
        roots: ids of nodes that are marked as roots.
    """
    places, numbers = _places(graph, routes, sigla, hrefs)
    marked = {numbers[id_] for id_ in roots if id_ in numbers}
    places = [_root(place) if number in marked else place for number, place in enumerate(places)]
    arrows = _arrows(graph, routes, places, numbers, hrefs)
    sides = Counter(arrow.tail for arrow in arrows), Counter(arrow.head for arrow in arrows)
    return Diagram(
        places=tuple(replace(p, arrows=max(side[n] for side in sides)) for n, p in enumerate(places)),
        arrows=tuple(arrows),
    )


def _places(
    graph: Transmission, routes: Routes, sigla: Mapping[str, str], hrefs: Mapping[str, str]
) -> tuple[list[Place], dict[str, int]]:
    places: list[Place] = []
    numbers: dict[str, int] = {}
    folded = routes.folded
    for node in graph.nodes:
        if node.id not in folded:
            numbers[node.id] = len(places)
            places.append(_place(node, sigla, hrefs))
    layers = {node.id: node.layer for node in graph.nodes}
    for fold in routes.folds:
        numbers[fold.key] = len(places)
        places.append(_fold(fold, min(layers[node.id] for node in fold.speakers), hrefs))
    return places, numbers


def _place(node: Node, sigla: Mapping[str, str], hrefs: Mapping[str, str]) -> Place:
    label = on_one_line(node.label) if node.label else NOT_STATED
    return Place(
        kind=node.kind.value if node.label else f"{node.kind.value} unknown",
        layer=node.layer,
        label=_last_part(label) if node.kind is NodeKind.REPORT else label,
        title=label,
        href=hrefs.get(node.id, ""),
        siglum=sigla.get(node.key, "") if node.kind is NodeKind.REPORT else "",
    )


def _root(place: Place) -> Place:
    return replace(place, kind=f"{place.kind} root", title=f"{place.title}, root")


def _last_part(label: str) -> str:
    """Of a path or an address what stands last.

    >>> _last_part("stories/storm/gannet-courier.txt"), _last_part("Gannet Courier"), _last_part("-")
    ('gannet-courier.txt', 'Gannet Courier', '-')
    """
    return label if " " in label else re.split(r"[/\\]", label.rstrip("/\\"))[-1] or label


def _fold(fold: Fold, layer: int, hrefs: Mapping[str, str]) -> Place:
    return Place(
        kind=(NodeKind.UNNAMED if fold.unnamed else NodeKind.NAMED).value,
        layer=layer,
        label=folded_label(len(fold.speakers), unnamed=fold.unnamed, direct=fold.direct),
        title=", ".join(on_one_line(node.label or NOT_STATED) for node in fold.speakers),
        href=hrefs.get(fold.key, ""),
        fold=True,
    )


def _arrows(
    graph: Transmission,
    routes: Routes,
    places: Sequence[Place],
    numbers: Mapping[str, int],
    hrefs: Mapping[str, str],
) -> list[Arrow]:
    found = [
        _arrow(numbers[step.tail], numbers[step.head], step, places, hrefs)
        for step in graph.steps
        if step.tail in numbers and step.head in numbers
    ]
    found += [_folded_arrow(fold, places, numbers, hrefs) for fold in routes.folds]
    return found


def _folded_arrow(
    fold: Fold, places: Sequence[Place], numbers: Mapping[str, int], hrefs: Mapping[str, str]
) -> Arrow:
    tail, head = numbers[fold.key], numbers[fold.head.id]
    words = manner_label(fold.manners)
    facts = [words, step_label(stated=fold.stated), counted(fold.statements, "statement")]
    return Arrow(
        tail=tail,
        head=head,
        words=words,
        stated=fold.stated,
        circular=False,
        statements=fold.statements,
        href=hrefs.get(fold.key, ""),
        title=f"{places[tail].label} → {places[head].title}: {', '.join(filter(None, facts))}",
    )


def _arrow(tail: int, head: int, step: Step, places: Sequence[Place], hrefs: Mapping[str, str]) -> Arrow:
    words = manner_label(step.manners)
    facts = [
        words,
        step_label(stated=step.stated, circular=step.circular),
        counted(len(step.statements), "statement"),
    ]
    return Arrow(
        tail=tail,
        head=head,
        words=words,
        stated=step.stated,
        circular=step.circular,
        statements=len(step.statements),
        href=hrefs.get(step.id, ""),
        title=f"{places[tail].title} → {places[head].title}: {', '.join(filter(None, facts))}",
    )
