"""Which quotations report one act of speech: shared words, and a speaker that can be one.

An index names the candidates, so that the work is linear; counting words in
one order throws most of them out, and what is left is aligned, held against
what the two say in each other's place, and judged by the table of rules.
Speakers known by different names never meet, not even by way of a third, unless one of the names was
only worked out and the words are the very same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from rashomon.collation.candidates import candidates
from rashomon.collation.choosing import decided, nearest
from rashomon.collation.continued import continued
from rashomon.collation.disagreement import Disagreement, disagreement
from rashomon.collation.formulas import Formulas
from rashomon.collation.nodes import Link, Node, nodes
from rashomon.collation.occasions import contradict
from rashomon.collation.overlap import Overlap, overlap
from rashomon.collation.rules import REORDERED, RULES, TOLD, Rule, reordered
from rashomon.collation.speakers import Match, Speakers, worked_out
from rashomon.collation.wordings import Wording, longest_row, wordings
from rashomon.model import Policy

__all__ = ["RULES", "TOLD", "Link", "Node", "Rule", "links", "nodes"]

_IN_ROW = 2
"""Words of meaning without which no row of words tells anything."""
_OPEN = 2
"""Times as many words must agree for each that is another where the speaker may be somebody else."""


def links(found: Sequence[Node], policy: Policy, rules: Sequence[Rule] = RULES) -> tuple[Link, ...]:
    """The pairs of nodes that report one act by one of these rules, surest first."""
    speakers = Speakers([node.source for node in found])
    words, vocabulary = wordings([node.units for node in found])
    lot = _Lot(found, words, speakers, Formulas(words, speakers, policy), rules, policy)
    pairs = candidates(words, vocabulary, speakers, policy)
    made = [link for one, other in pairs if (link := _link(one, other, lot)) is not None]
    made.extend(continued(found, made, speakers, policy))
    chosen = decided(found, tuple(nearest(found, made)), policy)
    return tuple(sorted(chosen, key=lambda k: (-k.score, -k.shared.words, k.one, k.other)))


@dataclass(frozen=True, slots=True)
class _Lot:
    """The quotations of one run, and all that is known of them together."""

    found: Sequence[Node]
    words: Sequence[Wording]
    speakers: Speakers
    formulas: Formulas
    rules: Sequence[Rule]
    policy: Policy


def _link(one: int, other: int, lot: _Lot) -> Link | None:
    """By the first rule that holds, if neither the words nor the reports tell that it was said twice."""
    speaker = lot.speakers.match(one, other)
    rules = [rule for rule in lot.rules if speaker >= rule.speaker]
    if not _worth_aligning(lot.words[one], lot.words[other], rules, lot.policy):
        return None
    left, right = lot.found[one], lot.found[other]
    shared = overlap(left.units, right.units, lot.policy)
    beside = disagreement(left.units, right.units, shared)
    rule = _rule(one, other, shared, beside, lot)
    if rule is None or contradict(left.passages[0], right.passages[0], shared, lot.policy):
        return None
    return Link(
        one=one,
        other=other,
        shared=shared,
        rule=rule.label,
        score=rule.score,
        edited=rule is not REORDERED and bool(beside.unlike or beside.slots),
        few=_shorter(one, other, lot)
        if rule.telling and shared.of_words < lot.policy.collation_run
        else None,
    )


def _rule(one: int, other: int, shared: Overlap, beside: Disagreement, lot: _Lot) -> Rule | None:
    """The first rule by which the two report one act."""
    speaker, policy = lot.speakers.match(one, other), lot.policy
    if speaker is Match.SAME and reordered(lot.words[one], lot.words[other]):
        return REORDERED
    asked = policy.collation_template * (1 if speaker is Match.SAME else _OPEN)
    if beside.unlike * asked > beside.agreeing:
        return None
    one_report = _one_article(lot.found[one], lot.found[other])
    if one_report and (speaker is Match.NO or shared.coverage < policy.collation_containment or beside.slots):
        return None
    telling = lot.formulas.telling(lot.words[one], lot.words[other])
    if speaker is Match.NO and not worked_out(lot.found[one].mention, lot.found[other].mention):
        return None
    fitting = (r for r in lot.rules if speaker >= r.speaker and (telling or not r.telling))
    return next((rule for rule in fitting if rule.holds(shared, beside, policy)), None)


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
    return bool(rows) and telling >= _IN_ROW and longest_row(short, long, policy) >= min(rows)


def _shorter(one: int, other: int, lot: _Lot) -> int:
    return min(one, other, key=lambda number: (len(lot.words[number].words), number))


def _one_article(one: Node, other: Node) -> bool:
    return one.articles == other.articles and len(one.articles) == 1
