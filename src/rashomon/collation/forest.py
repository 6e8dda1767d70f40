"""Which quotations stand together: trees that grow by links, unless speakers or occasions forbid it.

Each tree knows by which names its speaker goes, what he is called where he is
not named, and what is told of the occasion, so that two that cannot be one are
not brought together by way of a third either.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from rashomon.collation.gather import Link
from rashomon.collation.occasions import Circumstances, apart, far_apart
from rashomon.collation.rules import NAMED_OTHERWISE
from rashomon.collation.speakers import Match, compatible, match
from rashomon.model import Policy, Source

__all__ = ["Forest"]

_K = TypeVar("_K")
_V = TypeVar("_V")

_SEVERAL = 16
"""Occasions, or words for one without a name, that are looked at in a tree: their square is the cost."""


class Forest:
    """Union-find over quotations (or parts of them), each in a tree of its own at first."""

    def __init__(
        self, sources: Sequence[Source | None], told: Sequence[Circumstances], policy: Policy
    ) -> None:
        self.rule: dict[int, tuple[str, float]] = {}
        self._parent = list(range(len(sources)))
        self._named = [{s.id: s} if s and s.name else {} for s in sources]
        self._unnamed = [
            {(s.scope, s.descriptor): s} if s and s.descriptor and not s.name else {} for s in sources
        ]
        self._told = [{each: None} if each.told else {} for each in told]
        self._policy = policy

    def root(self, index: int) -> int:
        """The one that stands for the tree of this one."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, one: int, other: int, link: Link) -> None:
        """Make one tree of two, unless their speakers cannot be one, or nowhere their occasions."""
        low, high = sorted((self.root(one), self.root(other)))
        if low == high or (link.rule != NAMED_OTHERWISE and self._strangers(low, high)):
            return
        if self._occasions(low, high, many=link.shared.run >= self._policy.collation_act_run):
            return
        self._parent[high] = low
        _pour(self._named, low, high)
        _pour(self._unnamed, low, high)
        _pour(self._told, low, high)
        rules = [self.rule[tree] for tree in (low, high) if tree in self.rule]
        self.rule[low] = min([*rules, (link.rule, link.score)], key=lambda rule: (rule[1], rule[0]))

    def _strangers(self, low: int, high: int) -> bool:
        named = {match(a, b) for a in self._named[low].values() for b in self._named[high].values()}
        if named & {Match.NO, Match.SAME}:
            return Match.SAME not in named
        short, long = sorted((self._unnamed[low], self._unnamed[high]), key=len)
        few = list(islice(long.values(), _SEVERAL))
        return any(not compatible(a, b) for a in islice(short.values(), _SEVERAL) for b in few)

    def _occasions(self, low: int, high: int, many: bool) -> bool:
        """Whether no occasion told of the one can be one told of the other; of many words no week."""
        one, other = (list(islice(self._told[tree], _SEVERAL)) for tree in (low, high))
        if not one or not other:
            return False
        if many:
            return all(far_apart(a, b, self._policy) for a in one for b in other)
        return all(apart(a, b) for a in one for b in other)


def _pour(known: list[dict[_K, _V]], low: int, high: int) -> None:
    """Put what is known of both trees together, the smaller into the larger."""
    small, large = sorted((known[low], known[high]), key=len)
    large.update(small)
    known[low], known[high] = large, {}
