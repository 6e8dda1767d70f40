"""Which links hold where a quotation has several: the nearer counterpart, and none that is one of two.

A report that has the very words holds apart what only comes near them.  A few
words that stand in two quotations which nothing else brings together decide
for neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.collation.nodes import Link, Node
from rashomon.model import Policy

__all__ = ["decided", "nearest"]


def nearest(found: Sequence[Node], linked: Sequence[Link]) -> Iterator[Link]:
    """The links but for those by an edit where a report has the very words, too: it holds two acts apart."""
    wanted = {number for link in linked if link.edited for number in (link.one, link.other)}
    close: dict[tuple[int, str], list[range]] = defaultdict(list)
    for link in linked:
        if not link.edited:
            for number, other, extent in _sides(link):
                if number in wanted:
                    for article in found[other].articles:
                        close[number, article].append(extent)
    for link in linked:
        if not link.edited or not any(
            _covers(other_extent, extent)
            for number, other, extent in _sides(link)
            for article in found[other].articles
            for other_extent in close.get((number, article), ())
        ):
            yield link


def _sides(link: Link) -> Iterator[tuple[int, int, range]]:
    """Either node, the other one, and the extent of what they share in the former."""
    if link.shared.pairs:
        (i, j), (k, m) = link.shared.pairs[0], link.shared.pairs[-1]
        yield link.one, link.other, range(i, k + 1)
        yield link.other, link.one, range(j, m + 1)


def _covers(one: range, other: range) -> bool:
    """Whether the one has more than half of the other."""
    return 2 * (min(one.stop, other.stop) - max(one.start, other.start)) > len(other)


def decided(found: Sequence[Node], linked: Sequence[Link], policy: Policy) -> Iterator[Link]:
    """The links but for those of few words to quotations that are not of one act by other words."""
    parent = list(range(len(found)))
    for link in linked:
        if link.few is None:
            _join(parent, link.one, link.other)
    holding: dict[int, set[int]] = defaultdict(set)
    for link in linked:
        if link.few is not None and not _is_few(found[_other(link)], policy):
            holding[link.few].add(_root(parent, _other(link)))
    for link in linked:
        if link.few is None or len(holding[link.few]) < 2 or _is_few(found[_other(link)], policy):
            yield link


def _other(link: Link) -> int:
    return link.one if link.few == link.other else link.other


def _is_few(node: Node, policy: Policy) -> bool:
    return sum(unit.is_speech for unit in node.units) < policy.collation_run


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _join(parent: list[int], one: int, other: int) -> None:
    low, high = sorted((_root(parent, one), _root(parent, other)))
    parent[high] = low
