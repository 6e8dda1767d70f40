"""Where the boxes of a layered graph stand, from left to right.

After Sugiyama, Tagawa and Toda (1981): an edge over several columns gets a small
box in each column that it passes; the order within the columns is taken from the
barycentre of the neighbours, sweep by sweep, and the one with the fewest crossings
is kept; heights are then the least-squares answer to "beside your neighbours"
under "in this order, this far apart" (isotonic regression, pool adjacent violators).
Edges that lead back or stay in their column take no part.

Everything is linear in the edges and the columns they pass, but for sorting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Box", "Layout", "Placed", "layered", "spread"]

SWEEPS, SETTLING = 12, 16
"""How often the columns are ordered and settled; graphs of 70 boxes stand still well before."""
APART, BEND = 14.0, 10.0
"""Pixels between two boxes, and what an edge that passes takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What is to be placed; `layer` says which boxes stand further right, by any numbers."""

    layer: int
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The column of a box and the height of its middle, from 0 at the top of the graph."""

    column: int
    middle: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where all stand.

    Attributes:
        boxes: in the order given.
        bends: for each edge, in the order given, the heights at which it passes the columns
            between its ends; None for an edge that leads back or stays in its column.
        height: of the whole.
        columns: how many there are.
        crossings: pairs of edges that cross, between one column and the next.
    """

    boxes: tuple[Placed, ...]
    bends: tuple[tuple[float, ...] | None, ...]
    height: float
    columns: int
    crossings: int


def layered(boxes: Sequence[Box], edges: Sequence[tuple[int, int]]) -> Layout:
    """The layout of these boxes and edges (indexes of tail and head); the same for the same input."""
    if not boxes:
        return Layout(boxes=(), bends=tuple(None for _ in edges), height=0.0, columns=0, crossings=0)
    graph = _Graph(boxes, edges)
    crossings = graph.uncross()
    middles = graph.settle()
    top = min(m - h / 2 for m, h in zip(middles, graph.heights, strict=True))
    bottom = max(m + h / 2 for m, h in zip(middles, graph.heights, strict=True))
    return Layout(
        boxes=tuple(Placed(column=graph.column[n], middle=middles[n] - top) for n in range(len(boxes))),
        bends=tuple(
            None if way is None else tuple(middles[vertex] - top for vertex in way) for way in graph.ways
        ),
        height=bottom - top,
        columns=len(graph.columns),
        crossings=crossings,
    )


class _Graph:
    """Boxes and the places where edges pass, as vertices by number."""

    def __init__(self, boxes: Sequence[Box], edges: Sequence[tuple[int, int]]) -> None:
        layers = sorted({box.layer for box in boxes})
        rank = {layer: n for n, layer in enumerate(layers)}
        self.column = [rank[box.layer] for box in boxes]
        self.heights = [box.height for box in boxes]
        self.before: list[list[int]] = [[] for _ in boxes]
        self.after: list[list[int]] = [[] for _ in boxes]
        self.ways = [self._way(tail, head) for tail, head in edges]
        self.columns: list[list[int]] = [[] for _ in layers]
        for vertex, column in enumerate(self.column):
            self.columns[column].append(vertex)

    def _way(self, tail: int, head: int) -> tuple[int, ...] | None:
        """The vertices that an edge passes; made here, and all neighbours told."""
        if self.column[tail] >= self.column[head]:
            return None
        passed = []
        at = tail
        for column in range(self.column[tail] + 1, self.column[head]):
            vertex = len(self.column)
            self.column.append(column)
            self.heights.append(BEND)
            self.before.append([])
            self.after.append([])
            self._join(at, vertex)
            passed.append(vertex)
            at = vertex
        self._join(at, head)
        return tuple(passed)

    def _join(self, left: int, right: int) -> None:
        self.after[left].append(right)
        self.before[right].append(left)

    # --- the order within the columns

    def uncross(self) -> int:
        """Leave the order with the fewest crossings that the sweeps came by; how many there are."""
        best = [list(column) for column in self.columns]
        fewest = self._crossings()
        for sweep in range(SWEEPS):
            if not fewest:
                break
            rightward = sweep % 2 == 0
            numbers = range(1, len(self.columns)) if rightward else range(len(self.columns) - 2, -1, -1)
            for number in numbers:
                self._sort(number, self.before if rightward else self.after)
            found = self._crossings()
            if found < fewest:
                best, fewest = [list(column) for column in self.columns], found
        self.columns = best
        return fewest

    def _sort(self, number: int, neighbours: list[list[int]]) -> None:
        """Each vertex to the mean place of its neighbours; who has none stays where he is."""
        place = self._places()
        self.columns[number].sort(
            key=lambda v: (
                sum(place[n] for n in neighbours[v]) / len(neighbours[v]) if neighbours[v] else place[v]
            )
        )

    def _places(self) -> list[float]:
        place = [0.0] * len(self.column)
        for column in self.columns:
            for index, vertex in enumerate(column):
                place[vertex] = (index + 0.5) / len(column)
        return place

    def _crossings(self) -> int:
        place = self._places()
        total = 0
        for column in self.columns[:-1]:
            ends = [
                place[right] for left in column for right in sorted(self.after[left], key=place.__getitem__)
            ]
            total += _inversions(ends)
        return total

    # --- heights

    def settle(self) -> list[float]:
        """The middle of each vertex, in the order of its column and beside its neighbours."""
        middles = [0.0] * len(self.column)
        for column in self.columns:
            self._place(column, middles, [0.0] * len(column))
        last = len(self.columns) - 1
        for turn in range(SETTLING):
            numbers = range(last + 1) if turn % 2 else range(last, -1, -1)
            for number in numbers:
                column = self.columns[number]
                self._place(column, middles, [self._wished(vertex, middles) for vertex in column])
        return middles

    def _wished(self, vertex: int, middles: Sequence[float]) -> float:
        around = self.before[vertex] + self.after[vertex]
        return sum(middles[n] for n in around) / len(around) if around else middles[vertex]

    def _place(self, column: Sequence[int], middles: list[float], wished: Sequence[float]) -> None:
        offsets = [0.0]
        for one, other in pairwise(column):
            offsets.append(offsets[-1] + (self.heights[one] + self.heights[other]) / 2 + APART)
        for vertex, middle in zip(column, spread(wished, offsets), strict=True):
            middles[vertex] = middle


def spread(wished: Sequence[float], offsets: Sequence[float]) -> list[float]:
    """The places nearest to those wished that stand in this order, as far apart as the offsets.

    >>> spread([5.0, 5.0, 30.0], [0.0, 10.0, 20.0])
    [0.0, 10.0, 30.0]
    """
    pools: list[tuple[float, int]] = []
    for wish, offset in zip(wished, offsets, strict=True):
        total, count = wish - offset, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    flat = [total / count for total, count in pools for _ in range(count)]
    return [base + offset for base, offset in zip(flat, offsets, strict=True)]


def _inversions(values: Sequence[float]) -> int:
    """Pairs that stand in falling order (Fenwick tree)."""
    ranks = sorted(set(values))
    tree = [0] * (len(ranks) + 1)
    total = 0
    for seen, value in enumerate(values):
        rank = at = bisect_left(ranks, value) + 1
        not_above = 0
        while at:
            not_above += tree[at]
            at -= at & -at
        total += seen - not_above
        while rank <= len(ranks):
            tree[rank] += 1
            rank += rank & -rank
    return total
