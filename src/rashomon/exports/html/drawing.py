"""The graph of transmission as a picture (SVG): speakers left, reports right, an arrow for each step.

Two layers of one size lie on each other.  The picture is one image to whoever cannot
see it, with the table below as its twin; the spots over it are links that the mouse
and the keyboard reach: from a box to the source or the report, from an arrow to the
statement that came this way, or to the row that lists them.  All colours come from
the page's style sheet, so that the picture follows light, dark and print.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from rashomon.exports.html.diagram import BADGE, LINE, Diagram, diagram
from rashomon.exports.html.layering import Box, Layout, Placed, layered, spread
from rashomon.exports.html.lettering import cut, width_of
from rashomon.exports.html.shapes import outline
from rashomon.exports.routes import Routes
from rashomon.model import Transmission

__all__ = ["Drawing", "Spot", "drawing"]

GAP, WIDEST_GAP, SMALL = 64.0, 136.0, 11.0
"""Pixels: the room between two columns without words and at most, letters on arrows."""

_MARGIN, _PORT, _BESIDE = 10.0, 9.0, 34.0
_LOOP = 46.0
"""How deep an arrow that leads back sags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A link over the picture: a box or an arrow, with its words in full."""

    kind: str
    path: str
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The picture and its spots; width and height in pixels."""

    width: int
    height: int
    picture: Markup
    spots: tuple[Spot, ...]


def drawing(
    graph: Transmission,
    routes: Routes,
    sigla: Mapping[str, str],
    hrefs: Mapping[str, str],
    roots: frozenset[str] = frozenset(),
) -> Drawing:
    """The picture of a graph.

    Args:
        graph: as found.
        routes: the ways through it; the speakers they fold are one box a report.
        sigla: the letter of each report by the article's id.
        hrefs: where the boxes and arrows lead, by the ids of nodes and steps and the keys of folds.
        roots: ids of nodes that are marked as roots.
    """
    shown = diagram(graph, routes, sigla, hrefs, roots)
    boxes = [Box(layer=place.layer, height=place.height) for place in shown.places]
    return _Easel(shown, layered(boxes, [(arrow.tail, arrow.head) for arrow in shown.arrows])).drawn()


# --- drawing it


class _Easel:
    """Places and arrows with the coordinates of all."""

    def __init__(self, shown: Diagram, layout: Layout) -> None:
        self.places, self.arrows, self.layout = shown.places, shown.arrows, layout
        self.widths, self.gaps = self._widths(), self._gaps()
        self.lefts = [_MARGIN]
        for width, gap in zip(self.widths, self.gaps, strict=True):
            self.lefts.append(self.lefts[-1] + width + gap)
        self.leaves = self._ports(tail=True)
        self.enters = self._ports(tail=False)
        back = any(a.column != b.column for a, b in self._backward())
        beside = any(a.column == b.column for a, b in self._backward())
        self.width = self.lefts[-1] + _MARGIN + (_LOOP if beside else 0)
        self.height = 2 * _MARGIN + layout.height + (_LOOP if back else 0)

    def drawn(self) -> Drawing:
        order = sorted(range(len(self.arrows)), key=lambda n: (self.arrows[n].stated, n))
        paths = [self._path(n) for n in range(len(self.arrows))]
        parts = [self._drawn_arrow(n, paths[n]) for n in order]
        parts += [self._drawn_place(n) for n in range(len(self.places))]
        parts += self._words()
        spots = [
            Spot(kind="arrow", path=path, href=arrow.href, title=arrow.title)
            for arrow, path in zip(self.arrows, paths, strict=True)
            if arrow.href
        ]
        spots += [
            Spot(kind="box", path=self._outline(n), href=place.href, title=place.title)
            for n, place in enumerate(self.places)
            if place.href
        ]
        return Drawing(
            width=round(self.width),
            height=round(self.height),
            picture=Markup("\n").join(parts),
            spots=tuple(spots),
        )

    def _backward(self) -> Iterator[tuple[Placed, Placed]]:
        """The ends of the arrows that do not lead to the right."""
        for arrow, bends in zip(self.arrows, self.layout.bends, strict=True):
            if bends is None:
                yield self.layout.boxes[arrow.tail], self.layout.boxes[arrow.head]

    def _widths(self) -> list[float]:
        """Of each column: what its widest box needs."""
        out = [0.0] * self.layout.columns
        for place, at in zip(self.places, self.layout.boxes, strict=True):
            out[at.column] = max(out[at.column], place.width)
        return out

    def _gaps(self) -> list[float]:
        """The room behind each column: what the words on its arrows need; none behind the last."""
        out = [GAP] * max(self.layout.columns - 1, 0) + [0.0] * (self.layout.columns > 0)
        for arrow in self.arrows:
            column = self.layout.boxes[arrow.tail].column
            if arrow.words and column < self.layout.columns - 1:
                out[column] = max(out[column], min(width_of(arrow.words, SMALL) + _BESIDE, WIDEST_GAP))
        return out

    def _left(self, column: int) -> float:
        return self.lefts[column]

    def _right(self, column: int) -> float:
        return self.lefts[column] + self.widths[column]

    def _middle(self, place: int) -> float:
        return _MARGIN + self.layout.boxes[place].middle

    # boxes

    def _outline(self, number: int) -> str:
        place, at = self.places[number], self.layout.boxes[number]
        shape = place.kind.split(maxsplit=1)[0]
        left, width = self._left(at.column), self.widths[at.column]
        return outline(shape, left, self._middle(number), width, place.height)

    def _drawn_place(self, number: int) -> Markup:
        place = self.places[number]
        left, middle = self._left(self.layout.boxes[number].column), self._middle(number)
        path = self._outline(number)
        behind = Markup('<path class="shape" transform="translate(5 -5)" d="{}"/>').format(path)
        badge = Markup('<text class="letter" x="{}" y="{}">{}</text>').format(
            _n(left + BADGE / 2), _n(middle + 4.5), place.siglum
        )
        rule = Markup('<path class="rule" d="M{} {}v{}"/>').format(
            _n(left + BADGE), _n(middle - place.height / 2), _n(place.height)
        )
        return Markup('<g class="node {}">{}<path class="shape" d="{}"/>{}{}</g>').format(
            place.kind,
            behind if place.fold else "",
            path,
            badge + rule if place.siglum else "",
            self._label(number, left, middle),
        )

    def _label(self, number: int, left: float, middle: float) -> Markup:
        place, width = self.places[number], self.widths[self.layout.boxes[number].column]
        x = left + width / 2 + (BADGE / 2 if place.siglum else 0)
        top = middle - (len(place.lines) - 1) * LINE / 2 + 4.5
        return Markup("").join(
            Markup('<text x="{}" y="{}">{}</text>').format(_n(x), _n(top + n * LINE), words)
            for n, words in enumerate(place.lines)
        )

    # arrows

    def _ports(self, *, tail: bool) -> list[float]:
        """How far from the middle of its box each arrow leaves or enters, so that none lie on others."""
        ends: dict[int, list[int]] = {}
        for number, arrow in enumerate(self.arrows):
            if self.layout.bends[number] is not None:
                ends.setdefault(arrow.tail if tail else arrow.head, []).append(number)
        offsets = [0.0] * len(self.arrows)
        for box, found in ends.items():
            found.sort(key=lambda n: (self._next(n, tail=tail), n))
            room = min(_PORT, (self.places[box].height - 14) / max(len(found) - 1, 1))
            for index, number in enumerate(found):
                offsets[number] = (index - (len(found) - 1) / 2) * room
        return offsets

    def _next(self, number: int, *, tail: bool) -> float:
        """The height that an arrow comes from or goes to next, seen from one of its ends."""
        bends, arrow = self.layout.bends[number] or (), self.arrows[number]
        if bends:
            return bends[0] if tail else bends[-1]
        return self.layout.boxes[arrow.head if tail else arrow.tail].middle

    def _points(self, number: int) -> list[tuple[float, float]]:
        """Where an arrow leaves, passes and enters: left and right edge of each column on its way."""
        arrow, bends = self.arrows[number], self.layout.bends[number] or ()
        column = self.layout.boxes[arrow.tail].column
        points = [(self._right(column), self._middle(arrow.tail) + self.leaves[number])]
        for at, bend in enumerate(bends, column + 1):
            points += [(self._left(at), _MARGIN + bend), (self._right(at), _MARGIN + bend)]
        end = self.layout.boxes[arrow.head].column
        return [*points, (self._left(end) - 1, self._middle(arrow.head) + self.enters[number])]

    def _path(self, number: int) -> str:
        if self.layout.bends[number] is None:
            return self._loop(number)
        points = self._points(number)
        parts = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
        for n, ((x, y), (x2, y2)) in enumerate(pairwise(points)):
            reach = (x2 - x) * 0.45
            parts.append(
                f"C{_n(x + reach)} {_n(y)} {_n(x2 - reach)} {_n(y2)} {_n(x2)} {_n(y2)}"
                if n % 2 == 0
                else f"H{_n(x2)}"
            )
        return "".join(parts)

    def _loop(self, number: int) -> str:
        """From beside one box to beside another of its column, or from below to below."""
        arrow = self.arrows[number]
        tail, head = self.layout.boxes[arrow.tail], self.layout.boxes[arrow.head]
        y, y2 = self._middle(arrow.tail), self._middle(arrow.head)
        if tail.column == head.column:
            x = self._right(tail.column)
            y, y2 = (y + 6, y2 - 6) if y < y2 else (y - 6, y2 + 6)
            return f"M{_n(x)} {_n(y)}C{_n(x + _LOOP)} {_n(y)} {_n(x + _LOOP)} {_n(y2)} {_n(x + 1)} {_n(y2)}"
        x = self._left(tail.column) + self.widths[tail.column] / 2
        x2 = self._left(head.column) + self.widths[head.column] / 2
        y, y2 = y + self.places[arrow.tail].height / 2, y2 + self.places[arrow.head].height / 2 + 1
        low = max(y, y2) + _LOOP
        return f"M{_n(x)} {_n(y)}C{_n(x)} {_n(low)} {_n(x2)} {_n(low)} {_n(x2)} {_n(y2)}"

    def _drawn_arrow(self, number: int, path: str) -> Markup:
        arrow = self.arrows[number]
        known = "stated" if arrow.stated else "inferred"
        return Markup('<path class="step {}" d="{}" marker-end="url(#head-{})" stroke-width="{}"/>').format(
            known, path, known, _n(1.25 + min(arrow.statements - 1, 8) * 0.15)
        )

    def _words(self) -> Iterator[Markup]:
        """The words on the arrows, kept off each other where they begin at one height."""
        told = [n for n, arrow in enumerate(self.arrows) if arrow.words]
        leaving = Counter(self.arrows[n].tail for n in told)
        entering = Counter(self.arrows[n].head for n in told)
        groups: dict[tuple[int, str], list[tuple[float, str]]] = {}
        for n in told:
            arrow = self.arrows[n]
            side = "end" if leaving[arrow.tail] > entering[arrow.head] else "start"
            column = self.layout.boxes[arrow.tail].column
            groups.setdefault((column, side), []).append((self._word_height(n, side), arrow.words))
        for (column, side), found in sorted(groups.items()):
            found.sort()
            heights = spread([height for height, _ in found], [n * (SMALL + 3) for n in range(len(found))])
            room = self.gaps[column] or _LOOP
            x = self._right(column) + (6 if side == "start" else room - 14)
            for (_, words), y in zip(found, heights, strict=True):
                yield Markup('<text class="manner {}" x="{}" y="{}">{}</text>').format(
                    side, _n(x), _n(y + 3.5), cut(words, room - 26, SMALL)
                )

    def _word_height(self, number: int, side: str) -> float:
        """Where the arrow is in the middle of its words."""
        if self.layout.bends[number] is None:
            arrow = self.arrows[number]
            return (self._middle(arrow.tail) + self._middle(arrow.head)) / 2
        (_, begin), (_, end), *_ = self._points(number)
        along = 0.1 if side == "start" else 0.9
        return begin + (end - begin) * along


def _n(value: float) -> str:
    """A number as short as a tenth of a pixel allows.

    >>> _n(12.0), _n(3.14)
    ('12', '3.1')
    """
    return f"{value:.1f}".removesuffix(".0")
