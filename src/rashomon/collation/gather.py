"""Which quotations report one act of speech: shared words, and a speaker that can be one.

Quotations of the same words by the same speaker stand together at once.  For
the others an index of word n-grams names the candidates (n-grams that too
many share name none, so the work is linear); each pair is then measured by
its overlap and judged by the table of rules below.  Speakers known by
different names never meet, not even by way of a third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from rashomon.collation.candidates import candidates
from rashomon.collation.occasions import circumstances, contradict
from rashomon.collation.overlap import Overlap, overlap
from rashomon.collation.speakers import Match, Speakers
from rashomon.collation.units import Passage, Unit
from rashomon.collation.wordings import Wording, longest_row, wordings
from rashomon.model import Policy, Source

__all__ = ["RULES", "TOLD", "Link", "Node", "Rule", "links", "nodes"]

_FEWEST_CONTENT = 2
_FEWEST_WORDS = 3


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


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason to take two quotations for reports of one act.

    `score` is about the share that was right of the pairs read by hand, 20 to
    110 for each rule, from news reports of one event.  `of_shorter` and
    `of_longer` are shares of the words of either side, and `telling` one of the
    shorter side's meaning words, that must be found again in one order for the
    rule to be tried, or else so many in a `row`; they leave room for words that
    are alike but not the same.
    """

    label: str
    score: float
    speaker: Match
    holds: Callable[[Overlap, Policy], bool]
    of_shorter: float
    of_longer: float
    telling: float
    row: int


def _contained(shared: Overlap, policy: Policy) -> bool:
    return (
        shared.content_coverage == 1.0
        and shared.coverage >= policy.collation_containment
        and shared.content >= _FEWEST_CONTENT
        and shared.words >= _FEWEST_WORDS
    )


def _contained_closely(shared: Overlap, policy: Policy) -> bool:
    """All words of the shorter found again, in a row, or most of them in a long row."""
    if shared.words < shared.of_words:
        return False
    in_a_row = shared.run == shared.words and shared.content >= _FEWEST_CONTENT
    telling = shared.words > _FEWEST_WORDS or shared.content == _FEWEST_WORDS
    return (in_a_row and telling) or (shared.run >= policy.collation_run and shared.content > 0)


def _nearly_contained(shared: Overlap, policy: Policy) -> bool:
    return (
        shared.of_words >= policy.collation_short
        and min(shared.coverage, shared.content_coverage) >= policy.collation_coverage
        and shared.content >= 2 * _FEWEST_CONTENT
        and shared.run > _FEWEST_WORDS
    )


def _long_run(shared: Overlap, policy: Policy) -> bool:
    """Many words in a row; in a short quotation nearly all must agree, in a long one a good part."""
    if shared.run >= policy.collation_long_run:
        return shared.run_content >= _FEWEST_CONTENT
    enough = shared.run >= policy.collation_run and shared.run_content > _FEWEST_CONTENT
    if shared.of_words < policy.collation_short:
        return enough and shared.content_coverage >= policy.collation_containment
    return enough and shared.coverage >= policy.collation_coverage / 2


def _same_wording(shared: Overlap, policy: Policy) -> bool:
    """Nearly all words of either side found again: the sentence was taken over, not told anew."""
    return (
        shared.run >= policy.collation_run
        and min(shared.coverage, shared.content_coverage) >= policy.collation_wording
        and shared.longer_coverage >= policy.collation_wording
        and shared.content >= 2 * _FEWEST_CONTENT
    )


_NEVER = 1 << 30

RULES = (
    Rule("contained_same_speaker", 0.98, Match.SAME, _contained, 0.5, 0.0, 0.5, _NEVER),
    Rule("contained_same_speaker", 0.98, Match.SAME, _contained_closely, 0.6, 0.0, 0.5, _NEVER),
    Rule("most_words_same_speaker", 0.97, Match.SAME, _nearly_contained, 0.5, 0.0, 0.5, _NEVER),
    Rule("long_run_same_speaker", 0.95, Match.SAME, _long_run, 1.0, 0.0, 1.0, 5),
    Rule("contained_speaker_open", 0.95, Match.PERHAPS, _contained_closely, 0.6, 0.0, 0.5, _NEVER),
    Rule("most_words_speaker_open", 0.92, Match.PERHAPS, _nearly_contained, 0.5, 0.0, 0.5, _NEVER),
    Rule("long_run_speaker_open", 0.8, Match.PERHAPS, _long_run, 1.0, 0.0, 1.0, 5),
)
"""For quoted words. Tried in order; the first that holds decides, and its label is the evidence."""

TOLD = (
    Rule("same_wording_same_speaker", 0.95, Match.SAME, _same_wording, 0.6, 0.6, 0.5, _NEVER),
    Rule("same_wording_speaker_open", 0.9, Match.PERHAPS, _same_wording, 0.6, 0.6, 0.5, _NEVER),
)
"""For the reporters' own words: only a sentence taken over shows that both report one act."""


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
    for one, other in candidates(words, vocabulary, speakers, policy):
        speaker = speakers.match(one, other)
        if not _worth_aligning(words[one], words[other], rules, policy):
            continue
        shared = overlap(found[one].units, found[other].units, policy)
        if _one_article(found[one], found[other]) and shared.coverage < policy.collation_containment:
            continue
        rule = next((r for r in rules if speaker >= r.speaker and r.holds(shared, policy)), None)
        if rule is not None and not contradict(
            found[one].passages[0], found[other].passages[0], shared, policy
        ):
            out.append(Link(one=one, other=other, shared=shared, rule=rule.label, score=rule.score))
    return tuple(sorted(out, key=lambda k: (-k.score, -k.shared.words, k.one, k.other)))


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
        and telling >= rule.telling * len(short.telling)
        and shared >= rule.of_longer * len(long.words)
        for rule in rules
    ):
        return True
    rows = [rule.row for rule in rules if rule.row <= shared]
    return bool(rows) and longest_row(short, long, policy) >= min(rows)


def _one_article(one: Node, other: Node) -> bool:
    return one.articles == other.articles and len(one.articles) == 1
