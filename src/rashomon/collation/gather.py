"""Which quotations report one act of speech: shared words, and a speaker that can be one.

Quotations of the same words by the same speaker stand together at once.  For
the others an index of word n-grams names the candidates (n-grams that too
many share name none, so the work is linear); each pair is then measured by
its overlap and judged by the table of rules below.  Speakers known by
different names never meet, not even by way of a third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from rashomon.collation.candidates import candidates
from rashomon.collation.disagreement import Disagreement, disagreement
from rashomon.collation.formulas import Formulas
from rashomon.collation.occasions import circumstances, contradict
from rashomon.collation.overlap import Overlap, overlap
from rashomon.collation.rules import REORDERED, RULES, TOLD, Rule, reordered
from rashomon.collation.speakers import Match, Speakers
from rashomon.collation.units import Passage, Unit
from rashomon.collation.wordings import Wording, longest_row, wordings
from rashomon.language.days import published_day
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
    """Two nodes (by number, smaller first) that report one act, by which rule, and how surely.

    `edited` tells that numbers, days, names or words of meaning differ, so that one of the two may have a
    better counterpart in the report of the other.
    """

    one: int
    other: int
    shared: Overlap
    rule: str
    score: float
    edited: bool = False


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
    found = [Node(passages=own) for group in classes.values() for own in _seasons(group, policy)]
    return tuple(sorted(found, key=lambda node: node.passages[0].place))


def _seasons(passages: Sequence[Passage], policy: Policy) -> Iterator[tuple[Passage, ...]]:
    """The passages; the same few words in reports of another season are apart: they were said again."""
    days = [_published(passage) for passage in passages]
    known = sorted({day for day in days if day is not None})
    if len(known) < 2 or len(passages[0].units) >= policy.collation_run:
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


def links(found: Sequence[Node], policy: Policy, rules: Sequence[Rule] = RULES) -> tuple[Link, ...]:
    """The pairs of nodes that report one act by one of these rules, surest first."""
    out: list[Link] = []
    speakers = Speakers([node.source for node in found])
    words, vocabulary = wordings([node.units for node in found])
    formulas = Formulas(words, speakers, policy)
    for one, other in candidates(words, vocabulary, speakers, policy):
        if not _worth_aligning(words[one], words[other], rules, policy):
            continue
        speaker = speakers.match(one, other)
        telling = formulas.telling(words[one], words[other])
        fitting = [r for r in rules if speaker >= r.speaker and (telling or not r.telling)]
        if speaker is Match.SAME and reordered(words[one], words[other]):
            fitting.insert(0, REORDERED)
        link = _link((one, other), (found[one], found[other]), fitting, policy)
        if link is not None:
            out.append(link)
    return tuple(sorted(_nearest(found, out), key=lambda k: (-k.score, -k.shared.words, k.one, k.other)))


def _link(
    pair: tuple[int, int], both: tuple[Node, Node], rules: Sequence[Rule], policy: Policy
) -> Link | None:
    """By the first rule that holds, if neither the words nor the reports tell that it was said twice."""
    one, other = both
    shared = overlap(one.units, other.units, policy)
    beside = disagreement(one.units, other.units, shared)
    told_twice = REORDERED not in rules and beside.unlike * policy.collation_template > beside.agreeing
    if told_twice or (_one_article(one, other) and _two_of_one_report(shared, beside, policy)):
        return None
    rule = next((rule for rule in rules if rule is REORDERED or rule.holds(shared, beside, policy)), None)
    if rule is None or contradict(one.passages[0], other.passages[0], shared, policy):
        return None
    edited = rule is not REORDERED and bool(beside.unlike or beside.slots)
    return Link(one=pair[0], other=pair[1], shared=shared, rule=rule.label, score=rule.score, edited=edited)


def _two_of_one_report(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """One report does not give one act in two wordings, unless it quotes a part again."""
    return shared.coverage < policy.collation_containment or beside.slots > 0


def _nearest(found: Sequence[Node], linked: Sequence[Link]) -> Iterator[Link]:
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
