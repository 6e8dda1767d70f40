"""Where a quotation must be cut because other reports quote its parts apart.

A report that gives in one quotation what another gives in two has a seam
between the two regions they share.  The seam falls where a sentence ends
between the regions, so that what begins the later sentence goes with it; if
none ends there, the words between go with the earlier part, and if no other
report has them they are the words that join.  Seams are carried over to other quotations that span them too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.collation.gather import Link, Node
from rashomon.collation.units import Unit
from rashomon.language.wordforms import ABBREVIATIONS
from rashomon.model import Policy

__all__ = ["Seam", "seams", "sentence_ends"]


@dataclass(frozen=True, slots=True, order=True)
class Seam:
    """A cut before unit `at`; the units from `joined` to there are joining words, often none."""

    at: int
    joined: int

    @property
    def joins(self) -> range:
        """The joining words."""
        return range(self.joined, self.at)


@dataclass(frozen=True, slots=True)
class _Side:
    """One link seen from one of its nodes: the other node, and the words they share."""

    other: int
    pairs: tuple[tuple[int, int], ...]

    @property
    def extent(self) -> range:
        return range(self.pairs[0][0], self.pairs[-1][0] + 1)


def seams(found: Sequence[Node], linked: Sequence[Link], policy: Policy) -> tuple[tuple[Seam, ...], ...]:
    """The seams of each node, in order."""
    sides = _sides(found, linked)
    out: list[list[Seam]] = [
        _thinned(sorted(_own(found, number, sides[number], policy)), policy) for number in range(len(found))
    ]
    waiting = deque(sorted((number, seam) for number, cuts in enumerate(out) for seam in cuts))
    while waiting:
        number, seam = waiting.popleft()
        for side in sides[number]:
            carried = _carried(found[side.other].units, seam, side, policy)
            apart = (abs(carried.at - known.at) for known in out[side.other]) if carried else ()
            if carried and min(apart, default=policy.collation_seam) >= policy.collation_seam:
                out[side.other].append(carried)
                waiting.append((side.other, carried))
    return tuple(tuple(sorted(cuts)) for cuts in out)


def _sides(found: Sequence[Node], linked: Sequence[Link]) -> list[list[_Side]]:
    out: list[list[_Side]] = [[] for _ in found]
    for link in linked:
        if link.shared.pairs:
            out[link.one].append(_Side(link.other, link.shared.pairs))
            turned = tuple((j, i) for i, j in link.shared.pairs)
            out[link.other].append(_Side(link.one, turned))
    return out


def _own(found: Sequence[Node], number: int, sides: Sequence[_Side], policy: Policy) -> Iterator[Seam]:
    """The seams between what single other articles quote apart."""
    by_article: dict[str, list[range]] = defaultdict(list)
    for side in sides:
        for article in found[side.other].articles - found[number].articles:
            by_article[article].append(side.extent)
    known = {i for side in sides for i, _ in side.pairs}
    for _, extents in sorted(by_article.items()):
        parts = [part for part in _together(extents) if len(part) >= policy.collation_seam]
        for earlier, later in pairwise(parts):
            seam = _between(found[number].units, earlier.stop, later.start)
            joint = known.isdisjoint(seam.joins) and len(seam.joins) <= policy.collation_joint
            yield seam if joint else Seam(seam.at, seam.at)


def _together(extents: Sequence[range]) -> list[range]:
    """Overlapping extents as one; a touch of less than half of the shorter does not count."""
    out: list[range] = []
    for extent in sorted(extents, key=lambda r: (r.start, r.stop)):
        if out and 2 * (out[-1].stop - extent.start) > min(len(out[-1]), len(extent)):
            out[-1] = range(out[-1].start, max(out[-1].stop, extent.stop))
        else:
            out.append(extent)
    return out


def _between(units: Sequence[Unit], end: int, start: int) -> Seam:
    """The seam in the gap between what ends before `end` and what starts at `start`."""
    for at in range(start, min(end, start) - 1, -1):
        if 0 < at < len(units) and sentence_ends(units, at):
            return Seam(at, at)
    return Seam(start, min(end, start))


def sentence_ends(units: Sequence[Unit], at: int) -> bool:
    """Whether a sentence can end before this unit; a quotation resumed after its cue counts."""
    before, after = units[at - 1], units[at]
    if after.text[:1].islower():
        return False
    return before.piece != after.piece or (before.ends_sentence and before.key not in ABBREVIATIONS)


def _thinned(cuts: Sequence[Seam], policy: Policy) -> list[Seam]:
    """Without those too near to the one before: the same seam as another report has it."""
    out: list[Seam] = []
    for seam in cuts:
        if not out or seam.at - out[-1].at >= policy.collation_seam:
            out.append(seam)
    return out


def _carried(units: Sequence[Unit], seam: Seam, side: _Side, policy: Policy) -> Seam | None:
    """The seam in the other node, if that spans it with enough words on either side."""
    cut = bisect_left(side.pairs, (seam.at, -1))
    if min(cut, len(side.pairs) - cut) < policy.collation_seam:
        return None
    return _between(units, side.pairs[cut - 1][1] + 1, side.pairs[cut][1])
