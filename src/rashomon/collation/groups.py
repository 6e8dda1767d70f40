"""From linked quotations to utterances: cut at the seams, then joined by what they share.

Each node becomes segments; a link joins the segments between which enough of
its shared words lie.  Joining runs from the surest link down and stops where
it would bring two differently named speakers together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.collation.forest import Forest
from rashomon.collation.gather import Link, Node
from rashomon.collation.occasions import circumstances
from rashomon.collation.seams import Seam, seams, sentence_ends
from rashomon.collation.units import Passage, Unit
from rashomon.model import Policy

__all__ = ["Group", "Part", "group"]

_LEAST_SHARE = 0.5
_LONE = ("one_report", 1.0)
_SAME_WORDS = ("same_words_same_speaker", 0.99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A seam in a statement.

    Attributes:
        joins: the joining words; empty where one sentence simply follows another.
        sentence: whether a sentence ends at the seam.
        beyond: number of the group on the other side.
    """

    joins: tuple[Unit, ...]
    sentence: bool
    beyond: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one statement contributes to an utterance.

    Attributes:
        passage: its words there.
        joining: how many of the last of these only join it to what follows in the statement.
        after: the seam it begins after, None if nothing was cut off there.
        before: the seam it ends before, likewise.
    """

    passage: Passage
    joining: int = 0
    after: Cut | None = None
    before: Cut | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The parts that make one utterance, and the least sure of the links that hold it together."""

    number: int
    parts: tuple[Part, ...]
    rule: str
    score: float


@dataclass(slots=True)
class _Segment:
    """Units `start` to `end` of a node; `seam` is the one at its end."""

    node: int
    start: int
    end: int
    seam: Seam | None


def group(found: Sequence[Node], linked: Sequence[Link], policy: Policy) -> tuple[Group, ...]:
    """The utterances, a lone quotation being one too."""
    segments, of_node = _segments(found, seams(found, linked, policy))
    told = [circumstances(node.passages[0]) for node in found]
    forest = Forest(
        [found[segment.node].source for segment in segments],
        [told[segment.node] for segment in segments],
        policy,
    )
    for link in linked:
        for one, other in _joined(link, segments, of_node, policy):
            forest.join(one, other, link)
    members: dict[int, list[int]] = defaultdict(list)
    for index in range(len(segments)):
        members[forest.root(index)].append(index)
    numbers = {root: number for number, root in enumerate(members)}
    group_of = [numbers[forest.root(index)] for index in range(len(segments))]
    out: list[Group] = []
    for root, inside in members.items():
        parts = tuple(_parts(found, segments, group_of, inside))
        alone = _LONE if len(parts) == 1 else _SAME_WORDS
        rule, score = forest.rule.get(root, alone)
        out.append(Group(number=numbers[root], parts=parts, rule=rule, score=score))
    return tuple(out)


def _segments(
    found: Sequence[Node], cuts: Sequence[Sequence[Seam]]
) -> tuple[list[_Segment], list[list[int]]]:
    """All segments, and for each node which segment each of its units lies in."""
    segments: list[_Segment] = []
    of_node: list[list[int]] = []
    for number, node in enumerate(found):
        edges = [0, *(seam.at for seam in cuts[number]), len(node.units)]
        owner: list[int] = []
        for at, (start, end) in enumerate(pairwise(edges)):
            owner.extend([len(segments)] * (end - start))
            seam = cuts[number][at] if at < len(cuts[number]) else None
            segments.append(_Segment(number, start, end, seam))
        of_node.append(owner)
    return segments, of_node


def _joined(
    link: Link, segments: Sequence[_Segment], of_node: Sequence[Sequence[int]], policy: Policy
) -> Iterator[tuple[int, int]]:
    """The pairs of segments that the link's shared words join: the best, and all that share enough."""
    counts = Counter((of_node[link.one][i], of_node[link.other][j]) for i, j in link.shared.pairs)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for rank, ((one, other), shared) in enumerate(ranked):
        sizes = (segments[s].end - segments[s].start for s in (one, other))
        if rank == 0 or shared >= min(policy.collation_seam, _LEAST_SHARE * min(sizes)):
            yield one, other


def _parts(
    found: Sequence[Node], segments: Sequence[_Segment], group_of: Sequence[int], inside: Sequence[int]
) -> Iterator[Part]:
    """The parts of one group; neighbouring segments of one node that met again are one part."""
    by_node: dict[int, list[int]] = defaultdict(list)
    for index in inside:
        by_node[segments[index].node].append(index)
    for number, own in by_node.items():
        for passage in found[number].passages:
            units = [u for index in own for u in passage.units[segments[index].start : segments[index].end]]
            before = _cut(passage, segments[own[-1]], group_of, own[-1], own[-1] + 1)
            starts_inside = segments[own[0]].start > 0
            after = (
                _cut(passage, segments[own[0] - 1], group_of, own[0], own[0] - 1) if starts_inside else None
            )
            yield Part(
                passage=replace(passage, units=tuple(units)),
                joining=len(before.joins) if before else 0,
                after=after,
                before=before,
            )


def _cut(passage: Passage, earlier: _Segment, group_of: Sequence[int], here: int, there: int) -> Cut | None:
    """The seam at the end of the earlier segment; None if there is none or both sides are in one group."""
    if earlier.seam is None or group_of[here] == group_of[there]:
        return None
    return Cut(
        joins=tuple(passage.units[at] for at in earlier.seam.joins),
        sentence=sentence_ends(passage.units, earlier.seam.at),
        beyond=group_of[there],
    )
