"""Invented facts in many wordings, and the pairs of wordings that a network learns from.

A file holds stories; a story, facts; a fact, groups of lines.  Those of ``training/invented/facts`` are
learnt from, those of ``evaluation/invented/facts`` measured on:

    # Bakers' strike in Lindal      a story
    =                               wordings that all tell one thing
    ! date                          wordings that contradict them, and in what
    ~ refinement                    wordings that tell it finer, coarser, of a part, or later
    -                               wordings of something else that looks like it

Two lines of two facts of one story tell two things.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from rashomon.inference.pairs import KINDS, RELATIONS
from rashomon.ports import InContext

__all__ = [
    "AGREEING",
    "ALLOWED",
    "APART",
    "COMPATIBLE",
    "CONTRARY",
    "DIFFERING",
    "FACTS",
    "HELD",
    "NOT_APART",
    "NOT_CONTRARY",
    "SAME",
    "Example",
    "Fact",
    "Group",
    "MalformedFacts",
    "Story",
    "examples",
    "read_facts",
    "turned",
]

FACTS = Path(__file__).parents[1] / "training" / "invented" / "facts"
HELD = Path(__file__).parent / "invented" / "facts"

SAME, COMPATIBLE, CONTRARY, APART = range(len(RELATIONS))
NOT_APART, NOT_CONTRARY, DIFFERING, AGREEING = range(len(RELATIONS), len(RELATIONS) + 4)
"""What is known of a pair whose relation is not."""
ALLOWED = (
    *((relation,) for relation in range(len(RELATIONS))),
    (SAME, COMPATIBLE, CONTRARY),
    (SAME, COMPATIBLE, APART),
    (COMPATIBLE, CONTRARY),
    (SAME, COMPATIBLE),
)
"""The relations that each of them leaves."""
_FINER = ("refinement", "rounding", "scope", "update")
_MOST = {SAME: 10, COMPATIBLE: 6, CONTRARY: 14, APART: 12}
"""The most pairs of a relation that one fact gives in one epoch."""
_OTHERS, _STRANGERS = 5, 2
"""Pairs of a fact with other facts of its story and with lines of other stories, in one epoch."""


class MalformedFacts(ValueError):
    """A line that is not in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines in one relation (index of `RELATIONS`) to their fact, and in what kind they contradict it."""

    relation: int
    kind: str | None = None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing, told, contradicted, told otherwise, and what only looks like it."""

    groups: tuple[Group, ...]

    def lines(self, relation: int) -> list[str]:
        """All lines of that relation."""
        return [line for group in self.groups if group.relation == relation for line in group.lines]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Facts of one affair."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Two wordings, their relation (index of `ALLOWED`), and in what they contradict each other.

    `kind` is an index of `KINDS`, -1 where there is none.
    """

    first: InContext
    second: InContext
    relation: int
    kind: int = -1


def read_facts(paths: Iterable[Path]) -> list[Story]:
    """The stories of the files.

    Raises:
        MalformedFacts: with file and line.
    """
    return [story for path in sorted(paths) for story in _stories(path)]


def _stories(path: Path) -> Iterator[Story]:
    title = ""
    facts: list[list[tuple[int, str | None, list[str]]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        words = line.strip()
        try:
            if words.startswith("# "):
                if facts:
                    yield _story(title, facts)
                title, facts = words[2:], []
            elif words == "=":
                facts.append([(SAME, None, [])])
            elif words and words[0] in "!~-" and (group := _group(words)):
                facts[-1].append((*group, []))
            elif words:
                facts[-1][-1][2].append(words)
        except (IndexError, MalformedFacts) as fault:
            raise MalformedFacts(f"{path.name}, line {number}: {fault}") from fault
    if facts:
        yield _story(title, facts)


def _group(words: str) -> tuple[int, str | None] | None:
    """What a line that begins a group says; None for a line of words."""
    sign, name = words[0], words[1:].strip()
    if sign == "-":
        return None if name else (APART, None)
    known = KINDS if sign == "!" else _FINER
    if name not in known:
        raise MalformedFacts(f"“{name}” is none of {', '.join(known)}")
    return (CONTRARY, name) if sign == "!" else (COMPATIBLE, None)


def _story(title: str, facts: Sequence[Sequence[tuple[int, str | None, list[str]]]]) -> Story:
    return Story(
        title=title,
        facts=tuple(
            Fact(
                groups=tuple(
                    Group(relation=relation, kind=kind, lines=tuple(lines))
                    for relation, kind, lines in groups
                )
            )
            for groups in facts
        ),
    )


def examples(stories: Iterable[Story], draw: random.Random) -> list[Example]:
    """Pairs of one epoch, drawn anew each time; which of two comes first is drawn as well."""
    told = list(stories)
    found: list[Example] = []
    for story in told:
        strange = [other for other in draw.sample(told, min(3, len(told))) if other is not story]
        for fact in story.facts:
            found += _within(fact, draw)
            found += _between(fact, [other for other in story.facts if other is not fact], _OTHERS, draw)
            found += _between(fact, [other for one in strange for other in one.facts], _STRANGERS, draw)
    return [turned(one) if draw.random() < 0.5 else one for one in found]


def turned(one: Example) -> Example:
    """The pair the other way round."""
    return Example(first=one.second, second=one.first, relation=one.relation, kind=one.kind)


def _within(fact: Fact, draw: random.Random) -> Iterator[Example]:
    told = fact.lines(SAME)
    pools: dict[int, list[Example]] = {relation: [] for relation in _MOST}
    for group in fact.groups:
        kind = KINDS.index(group.kind) if group.kind else -1
        if group.relation in (SAME, CONTRARY):
            pools[SAME] += [_example(pair, SAME) for pair in combinations(group.lines, 2)]
        if group.relation != SAME:
            pools[group.relation] += [
                _example(pair, group.relation, kind) for pair in product(told, group.lines)
            ]
        if group.relation == CONTRARY:
            pools[APART] += [_example(pair, APART) for pair in product(group.lines, fact.lines(APART))]
    for relation, pool in pools.items():
        yield from draw.sample(pool, min(_MOST[relation], len(pool)))


def _between(fact: Fact, others: Sequence[Fact], count: int, draw: random.Random) -> Iterator[Example]:
    mine = [line for group in fact.groups if group.relation != APART for line in group.lines]
    theirs = [line for other in others for group in other.groups for line in group.lines]
    for _ in range(count if theirs else 0):
        yield _example((draw.choice(mine), draw.choice(theirs)), APART)


def _example(pair: tuple[str, str], relation: int, kind: int = -1) -> Example:
    return Example(first=InContext(pair[0]), second=InContext(pair[1]), relation=relation, kind=kind)
