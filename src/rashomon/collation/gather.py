"""Which quotations report one act of speech: shared words, and a speaker that can be one.

Quotations of the same words by the same speaker stand together at once.  For
the others an index of word n-grams names the candidates (n-grams that too
many share name none, so the work is linear); each pair is then measured by
its overlap and judged by the table of rules below.  Speakers known by
different names never meet, not even by way of a third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from rashomon.collation.candidates import candidates
from rashomon.collation.disagreement import disagreement
from rashomon.collation.formulas import Formulas
from rashomon.collation.occasions import circumstances, contradict
from rashomon.collation.overlap import Overlap, overlap
from rashomon.collation.rules import REORDERED, RULES, TOLD, Rule, reordered
from rashomon.collation.speakers import Match, Speakers
from rashomon.collation.units import Passage, Unit
from rashomon.collation.wordings import Wording, longest_row, wordings
from rashomon.model import Policy, Source

__all__ = ["RULES", "TOLD", "Link", "Node", "Rule", "links", "nodes"]

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
    def source(self) -> Source | None:
        """The speaker."""
        mention = self.passages[0].statement.source
        return mention.source if mention else None

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles it stands in."""
        return frozenset(passage.statement.article for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two nodes (by number, smaller first) that report one act, by which rule, and how surely."""

    one: int
    other: int
    shared: Overlap
    rule: str
    score: float


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
        told = circumstances(passage) if len(words) < policy.collation_act_run else None
        when = (told.day, told.kind) if told else None
        classes[(speaker, words, when) if telling else passage.statement.id].append(passage)
    return tuple(Node(passages=tuple(group)) for group in classes.values())


def links(found: Sequence[Node], policy: Policy, rules: Sequence[Rule] = RULES) -> tuple[Link, ...]:
    """The pairs of nodes that report one act by one of these rules, surest first."""
    out: list[Link] = []
    speakers = Speakers([node.source for node in found])
    words, vocabulary = wordings([node.units for node in found])
    formulas = Formulas(words, speakers, policy)
    for one, other in candidates(words, vocabulary, speakers, policy):
        speaker = speakers.match(one, other)
        if not _worth_aligning(words[one], words[other], rules, policy):
            continue
        shared = overlap(found[one].units, found[other].units, policy)
        if speaker is Match.SAME and reordered(words[one], words[other]):
            rule: Rule | None = REORDERED
        else:
            telling = formulas.telling(words[one], words[other])
            fitting = [r for r in rules if speaker >= r.speaker and (telling or not r.telling)]
            rule = _rule(found[one], found[other], shared, fitting, policy)
        if rule is not None and not contradict(
            found[one].passages[0], found[other].passages[0], shared, policy
        ):
            out.append(Link(one=one, other=other, shared=shared, rule=rule.label, score=rule.score))
    return tuple(sorted(out, key=lambda k: (-k.score, -k.shared.words, k.one, k.other)))


def _rule(one: Node, other: Node, shared: Overlap, rules: Sequence[Rule], policy: Policy) -> Rule | None:
    """The first rule by which the two report one act, if their words do not tell that they are two."""
    beside = disagreement(one.units, other.units, shared)
    if beside.unlike * policy.collation_template > beside.agreeing:
        return None
    if _one_article(one, other) and (shared.coverage < policy.collation_containment or beside.slots):
        return None
    return next((rule for rule in rules if rule.holds(shared, beside, policy)), None)


def _worth_aligning(one: Wording, other: Wording, rules: Sequence[Rule], policy: Policy) -> bool:
    """Whether the two share as many words in one order as the least demanding rule asks for.

    Counting these is a hundred times as fast as aligning, and most candidates end here.
    """
    short, long = sorted((one, other), key=lambda wording: len(wording.words))
    if len(short.words) * len(long.words) > policy.alignment_common_cells:
        return True
    shared = LCSseq.similarity(short.words, long.words)
    telling = LCSseq.similarity(short.meaning, long.meaning)
    if any(
        shared >= rule.of_shorter * len(short.words)
        and telling >= rule.content * len(short.telling)
        and shared >= rule.of_longer * len(long.words)
        for rule in rules
    ):
        return True
    rows = [rule.row for rule in rules if rule.row <= shared]
    return bool(rows) and longest_row(short, long, policy) >= min(rows)


def _one_article(one: Node, other: Node) -> bool:
    return one.articles == other.articles and len(one.articles) == 1
