"""A few words that go on where another report's quotation does.

Three words tell nothing by themselves: anybody may say them twice.  Where a
report gives them right beside a quotation that another report has, and that
other quotation goes on (or begins) with these very words, they are of the same act.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.collation.nodes import Link, Node
from rashomon.collation.occasions import contradict
from rashomon.collation.overlap import overlap
from rashomon.collation.speakers import Match, Speakers
from rashomon.model import Policy

__all__ = ["continued"]

_RULE, _SCORE = "goes_on_same_speaker", 0.97
_FEWEST = 3
_BETWEEN = 2
"""Units of the longer quotation between what the two parts have of it: a word that joins them."""


def continued(
    found: Sequence[Node], linked: Sequence[Link], speakers: Speakers, policy: Policy
) -> Iterator[Link]:
    """Links of quotations without a link to those that their neighbour in the report is linked to.

    Args:
        found: all quotations.
        linked: the links by what quotations share themselves.
        speakers: those of the quotations.
        policy: the thresholds of aligning.
    """
    beside = _neighbours(found)
    pairs = {(link.one, link.other) for link in linked}
    for link in linked:
        for near, whole, extent in _sides(link):
            for few in beside.get(near, ()):
                pair = (min(few, whole), max(few, whole))
                if pair in pairs or speakers.match(few, whole) is not Match.SAME:
                    continue
                if _beside(found[few], found[whole], extent, policy):
                    shared = overlap(found[pair[0]].units, found[pair[1]].units, policy)
                    if not contradict(found[few].passages[0], found[whole].passages[0], shared, policy):
                        pairs.add(pair)
                        yield Link(one=pair[0], other=pair[1], shared=shared, rule=_RULE, score=_SCORE)


def _sides(link: Link) -> Iterator[tuple[int, int, range]]:
    """Either node, the other one, and what the latter has of the former."""
    if link.shared.pairs:
        (i, j), (k, m) = link.shared.pairs[0], link.shared.pairs[-1]
        yield link.one, link.other, range(j, m + 1)
        yield link.other, link.one, range(i, k + 1)


def _neighbours(found: Sequence[Node]) -> dict[int, list[int]]:
    """For each quotation of one report those of its speaker right before and after it."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(found):
        for article in node.articles if len(node.articles) == 1 else ():
            by_article[article].append(number)
    out: dict[int, list[int]] = defaultdict(list)
    for numbers in by_article.values():
        numbers.sort(key=lambda number: found[number].passages[0].place)
        for one, other in pairwise(numbers):
            out[one].append(other)
            out[other].append(one)
    return out


def _beside(few: Node, whole: Node, extent: range, policy: Policy) -> bool:
    """Whether the few words stand in a row right beside the extent that their neighbour has."""
    words = [unit.key for unit in few.units if unit.is_speech]
    if not _FEWEST <= len(words) <= policy.collation_run or few.articles & whole.articles:
        return False
    return any(_has(whole, words, at) for at in _starts(extent, len(words)))


def _starts(extent: range, length: int) -> Iterator[int]:
    """Where the few words may begin: right after the extent, or so that they end right before it."""
    yield from range(extent.stop, extent.stop + _BETWEEN + 1)
    yield from range(extent.start - length - _BETWEEN, extent.start - length + 1)


def _has(node: Node, words: Sequence[str], at: int) -> bool:
    return at >= 0 and [unit.key for unit in node.units[at : at + len(words)]] == list(words)
