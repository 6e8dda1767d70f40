"""Nodes in columns, left to right: the longest way from where words start, circles held together.

Nodes that lie on one circle share a column, whichever report was given first, and
every step between them is circular.  Strongly connected parts come from Tarjan's
algorithm (1972), without recursion; it hands them out with the last of a way
first, so that one pass back and one forth lay the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Layers", "layers"]


@dataclass(frozen=True, slots=True)
class Layers:
    """By node: its column, and the part (circle, or itself alone) that it belongs to."""

    column: tuple[int, ...]
    part: tuple[int, ...]


def layers(heads: Sequence[Sequence[int]], late: frozenset[int] = frozenset()) -> Layers:
    """The columns of a graph.

    Args:
        heads: for each node the nodes its steps lead to.
        late: nodes that stand as far right as their own steps allow; the others as far left.

    >>> layers([[1], [2, 3], [3], []]).column
    (0, 1, 2, 3)
    >>> layers([[1], [2], [1]]).column, layers([[3], [3], [], []], late=frozenset({2, 3})).column
    ((0, 1, 1), (0, 0, 1, 1))
    """
    parts = list(_parts(heads))
    part = [0] * len(heads)
    for number, members in enumerate(parts):
        for node in members:
            part[node] = number
    column = [0] * len(parts)
    for number in range(len(parts) - 1, -1, -1):
        for head in _outside(parts[number], number, heads, part):
            column[head] = max(column[head], column[number] + 1)
    last = max(column, default=0)
    for number, members in enumerate(parts):
        if late.intersection(members):
            column[number] = min(
                (column[head] - 1 for head in _outside(members, number, heads, part)), default=last
            )
    return Layers(tuple(column[number] for number in part), tuple(part))


def _outside(
    members: Sequence[int], number: int, heads: Sequence[Sequence[int]], part: Sequence[int]
) -> Iterator[int]:
    """The other parts that steps from these nodes lead to."""
    return (part[head] for node in members for head in heads[node] if part[head] != number)


def _parts(heads: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """The strongly connected parts, each after all that its steps lead to."""
    met: dict[int, int] = {}
    low: dict[int, int] = {}
    waiting: list[int] = []
    done: set[int] = set()
    for root in range(len(heads)):
        path = [] if root in met else [(root, iter(heads[root]))]
        while path:
            node, rest = path[-1]
            if node not in met:
                met[node] = low[node] = len(met)
                waiting.append(node)
            head = next((h for h in rest if h not in done), None)
            if head is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == met[node]:
                    part = _taken(waiting, node)
                    done.update(part)
                    yield part
            elif head in met:
                low[node] = min(low[node], met[head])
            else:
                path.append((head, iter(heads[head])))


def _taken(waiting: list[int], node: int) -> tuple[int, ...]:
    """The nodes from `node` to the end, taken off the list."""
    at = len(waiting) - 1
    while waiting[at] != node:
        at -= 1
    part = tuple(waiting[at:])
    del waiting[at:]
    return part
