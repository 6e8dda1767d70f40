"""Which links hold where a quotation has several: the nearer counterpart, and none that is one of two.

A report that has the very words holds apart what only comes near them.  A few
words that stand in two quotations which nothing else brings together decide
for neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.collation.nodes import Link, Node
from rashomon.model import Policy

__all__ = ["decided", "nearest"]


def nearest(found: Sequence[Node], linked: Sequence[Link]) -> Iterator[Link]:
    """The links but for those by an edit where a report has the very words, too: it holds two acts apart."""
    wanted = {number for link in linked if link.edited for number in (link.one, link.other)}
    articles = {number: found[number].articles for number in wanted}
    close: dict[tuple[int, str], list[range]] = defaultdict(list)
    for link in linked:
        for number, other, extent in () if link.edited else _sides(link):
            for article in found[other].articles if number in wanted else ():
                close[number, article].append(extent)
    for link in linked:
        if not link.edited:
            yield link
        elif articles[link.one].isdisjoint(articles[link.other]) or _one_report(articles, link):
            near = (
                _covers(there, extent)
                for number, other, extent in _sides(link)
                for article in articles[other]
                for there in close.get((number, article), ())
            )
            if not any(near):
                yield link


def _one_report(articles: Mapping[int, frozenset[str]], link: Link) -> bool:
    """Whether both stand in one report only: it repeats itself."""
    return articles[link.one] == articles[link.other] and len(articles[link.one]) == 1


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
