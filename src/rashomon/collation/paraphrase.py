"""Which reports tell in their own words what others quote: direct speech found again in indirect speech.

Of the quotations of the same speaker the one is taken that holds most of the
statement's senses close together.  How much must be found again falls with how
many senses agree; names alone agree too easily to count.  The thresholds were
set by reading real pairs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.collation.contents import Agreement, Content, Index, content_of, longest_direct
from rashomon.collation.groups import Group
from rashomon.collation.occasions import contradict
from rashomon.collation.overlap import overlap
from rashomon.collation.quoted import quoted_pieces
from rashomon.collation.speakers import Match, match
from rashomon.collation.units import Passage, Unit
from rashomon.language.wordforms import AUXILIARIES, NEGATIONS, PERSONAL
from rashomon.model import Mode, Policy

__all__ = ["Retelling", "retellings"]

_PLAIN = 3
"""Senses that must agree beside names."""
_FEW_MARKED = 3
"""Words in one pair of marks; so few are looked for in no order."""
_CLAUSE = PERSONAL | AUXILIARIES | NEGATIONS | {"that", "to"}
"""Words of which one stands in each statement that is more than a bare phrase."""
_JUDGING = frozenset(
    """accused accuses accusing blamed blames blaming criticized criticised criticizes criticises slammed
    condemned condemns denounced denounces praised praises thanked thanks""".split()
)
"""Cues that tell what somebody did by speaking, of whom; their content need not have been said at all."""
_SHIFTED = PERSONAL | {"that"}
"""Words that indirect speech has for others or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """That a statement tells what is quoted.

    Attributes:
        quoted: place of the quotation's group among those given.
        told: place of the statement's group likewise.
        closely: whether it follows the quotation's words so closely that they can be set side by side.
    """

    quoted: int
    told: int
    closely: bool


def retellings(quoted: Sequence[Group], told: Sequence[Group], policy: Policy) -> tuple[Retelling, ...]:
    """For each statement told in a reporter's words the quotation that it tells, where there is one.

    Args:
        quoted: groups of quotations, lone ones too; the longest direct one stands for each.
        told: groups of statements told in the same words, lone ones too; the first stands for each.
        policy: the thresholds.
    """
    statements = [content_of(one.parts[0].passage, one) for one in told]
    index = Index([content_of(longest_direct(one), one) for one in quoted], statements)
    out: list[Retelling] = []
    for number, statement in enumerate(statements):
        judging = statement is not None and _judges(statement.passage)
        best = _best(statement, index, policy) if statement and not judging else None
        if statement and best:
            short = len(best[2].passage.units) <= policy.paraphrase_beside
            closely = short and _closely(statement.passage, best[1], policy)
            out.append(Retelling(quoted=best[0], told=number, closely=closely))
    return tuple(out)


def _judges(told: Passage) -> bool:
    cues = (cue.of(told.text).casefold() for cue in told.statement.cue)
    return any(not _JUDGING.isdisjoint(cue.split()) for cue in cues)


def _best(statement: Content, index: Index, policy: Policy) -> tuple[int, Agreement, Content] | None:
    """The quotation of which the statement tells most, if it tells enough, and what of it agrees."""
    found: list[tuple[float, float, int, Agreement, Content]] = []
    for number, quotation in index.near(statement):
        if match(statement.source, quotation.source) is Match.SAME:
            agreed = index.agreement(statement, quotation)
            if _enough(agreed, policy) and _fits(statement, quotation, agreed, policy):
                found.append((-agreed.of_one, -agreed.of_other, number, agreed, quotation))
    return min(found, key=lambda one: one[:3])[2:] if found else None


def _enough(agreed: Agreement, policy: Policy) -> bool:
    """Whether so many senses agree that the statement must tell the quotation, or part of it."""
    if agreed.plain < _PLAIN:
        whole = agreed.of_one >= policy.paraphrase_named and agreed.of_other >= policy.paraphrase_named_quoted
        return agreed.alike or (whole and agreed.plain == _PLAIN - 1 and agreed.all >= _PLAIN)
    least = policy.paraphrase_few if agreed.all <= _PLAIN else policy.paraphrase_many
    if agreed.of_one >= least and agreed.of_other >= policy.paraphrase_quoted:
        return True
    return agreed.of_other >= policy.paraphrase_whole and agreed.all > _PLAIN


def _fits(statement: Content, quotation: Content, agreed: Agreement, policy: Policy) -> bool:
    """Whether nothing speaks against it: a bare phrase, other words in its marks, another occasion."""
    told = statement.passage
    if agreed.all <= _PLAIN and not any(unit.key in _CLAUSE for unit in told.units):
        return False
    if _other_marked(told, agreed.around, policy):
        return False
    shared = overlap(told.units, agreed.around, policy)
    return not contradict(told, quotation.passage, shared, policy)


def _other_marked(told: Passage, quoted: Sequence[Unit], policy: Policy) -> bool:
    """Whether the statement is mostly quoted itself, with words that the quotation has not."""
    pieces = _marked(told)
    total = sum(len(piece) for piece in pieces)
    if 2 * total < len(told.units):
        return False
    keys = {unit.key for unit in quoted}
    found = sum(
        overlap(piece, quoted, policy).words
        if len(piece) > _FEW_MARKED
        else sum(unit.key in keys for unit in piece)
        for piece in pieces
    )
    return found < policy.collation_coverage * total


def _marked(told: Passage) -> list[tuple[Unit, ...]]:
    """The words of the statement in each pair of its quotation marks."""
    if told.statement.mode is not Mode.MIXED:
        return []
    pieces = [p for span in told.statement.content for p in quoted_pieces(told.text, span)]
    starts = [unit.start for unit in told.units]
    return [told.units[bisect_left(starts, p.start) : bisect_left(starts, p.end)] for p in pieces]


def _closely(statement: Passage, agreed: Agreement, policy: Policy) -> bool:
    """Whether most of the statement's words stand in the quotation too, in their order."""
    shared = overlap(statement.units, agreed.around, policy)
    found = sum(statement.units[at].key not in _SHIFTED for at, _ in shared.pairs)
    return found >= policy.paraphrase_close * sum(unit.key not in _SHIFTED for unit in statement.speech)
