"""Quotations as gathering sees them: nodes, of the same words by the same speaker, and links between two.

Quotations of the same words by the same speaker stand together at once, but
for few words that were said again: on another day, or in another season.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.collation.occasions import circumstances
from rashomon.collation.overlap import Overlap
from rashomon.collation.units import Passage, Unit
from rashomon.language.days import published_day
from rashomon.model import Mention, Policy, Source

__all__ = ["Link", "Node", "nodes"]

_FEWEST_CONTENT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Passages of the same words and the same speaker; the first stands for all."""

    passages: tuple[Passage, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The words."""
        return self.passages[0].units

    @property
    def mention(self) -> Mention | None:
        """How the report of the first passage tells of the speaker."""
        return self.passages[0].statement.source

    @property
    def source(self) -> Source | None:
        """The speaker."""
        return self.mention.source if self.mention else None

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles it stands in."""
        return frozenset(passage.statement.article for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two nodes (by number, smaller first) that report one act, by which rule, and how surely.

    Attributes:
        edited: whether numbers, days, names or words of meaning differ, so that one of the two may have
            a better counterpart in the report of the other.
        few: which of the two is of so few words that these decide only if nothing else has them.
    """

    one: int
    other: int
    shared: Overlap
    rule: str
    score: float
    edited: bool = False
    few: int | None = None


def nodes(passages: Iterable[Passage], policy: Policy) -> tuple[Node, ...]:
    """The passages, those of the same words and speaker together, in an order that is theirs alone.

    A few words may have been said on several occasions, if reports tell of these.
    """
    classes: dict[object, list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: p.place):
        source = passage.statement.source
        speaker = source.source.id if source and source.source.name else None
        telling = sum(unit.is_content for unit in passage.units) >= _FEWEST_CONTENT and speaker
        words = tuple(unit.key for unit in passage.units)
        told = circumstances(passage)
        when = (told.day, told.kind)
        classes[(speaker, words, when) if telling else passage.statement.id].append(passage)
    found = [Node(passages=own) for group in classes.values() for own in _seasons(group, policy)]
    return tuple(sorted(found, key=lambda node: node.passages[0].place))


def _seasons(passages: Sequence[Passage], policy: Policy) -> Iterator[tuple[Passage, ...]]:
    """The passages; the same few words in reports of another season are apart: they were said again."""
    days = [_published(passage) for passage in passages]
    known = sorted({day for day in days if day is not None})
    if len(known) < 2 or len(passages[0].units) >= policy.collation_short:
        yield tuple(passages)
        return
    season, season_of = 0, {known[0]: 0}
    for before, day in pairwise(known):
        season += day - before > policy.collation_act_days
        season_of[day] = season
    out: dict[int, list[Passage]] = defaultdict(list)
    for passage, published in zip(passages, days, strict=True):
        undated = -1 if season else 0
        out[undated if published is None else season_of[published]].append(passage)
    yield from map(tuple, out.values())


def _published(passage: Passage) -> int | None:
    day = published_day(passage.published)
    return day.toordinal() if day else None
