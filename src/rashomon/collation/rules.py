"""By which shared words two quotations report one act of speech: a table of rules.

Tried in order; the first that holds decides, and its label is the evidence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.collation.disagreement import Disagreement
from rashomon.collation.overlap import Overlap
from rashomon.collation.speakers import Match
from rashomon.collation.wordings import Wording
from rashomon.model import Policy

__all__ = ["NAMED_OTHERWISE", "REORDERED", "RULES", "TOLD", "Rule", "reordered"]

NAMED_OTHERWISE = "same_words_named_otherwise"
"""The very words, given to two speakers, of whom one at least was only worked out (from a pronoun ...)."""

_FEWEST_CONTENT = 2
_FEWEST_WORDS = 3
_PER_EDIT = 4


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason to take two quotations for reports of one act.

    `score` is about the share that was right of the pairs read by hand, 20 to
    110 for each rule, from news reports of one event.  `of_shorter` and
    `of_longer` are shares of the words of either side, and `content` one of the
    shorter side's meaning words, that must be found again in one order for the
    rule to be tried, or else so many in a `row`; they leave room for words that
    are alike but not the same.  A `telling` rule asks that hardly anybody else
    in the lot says the words, if they are few.
    """

    label: str
    score: float
    speaker: Match
    holds: Callable[[Overlap, Disagreement, Policy], bool]
    of_shorter: float
    of_longer: float
    content: float
    row: int
    telling: bool = False


def _contained(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """All words of meaning found again; a short sentence is not the beginning of another that goes on."""
    sentence = beside.sentences and beside.goes_on and shared.of_words < policy.collation_run
    return (
        (not sentence or shared.content > _FEWEST_CONTENT)
        and shared.content_coverage == 1.0
        and shared.coverage >= policy.collation_containment
        and shared.content >= _FEWEST_CONTENT
        and shared.words >= _FEWEST_WORDS
    )


def _contained_closely(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """All words of the shorter found again, in a row, or most of them in a long row."""
    if shared.words < shared.of_words:
        return False
    in_a_row = shared.run == shared.words and shared.content >= _FEWEST_CONTENT
    telling = shared.words > _FEWEST_WORDS or shared.content == _FEWEST_WORDS
    return (in_a_row and telling) or (shared.run >= policy.collation_run and shared.content > 0)


def _nearly_contained(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    return (
        shared.of_words >= policy.collation_short
        and min(shared.coverage, shared.content_coverage) >= policy.collation_coverage
        and shared.content >= (2 * _FEWEST_CONTENT if beside.unlike else _FEWEST_WORDS)
        and shared.run > _FEWEST_WORDS
    )


def _long_run(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """Many words in a row; in a short quotation nearly all must agree, in a long one a good part."""
    if shared.run >= policy.collation_long_run:
        return shared.run_content >= _FEWEST_CONTENT
    enough = shared.run >= policy.collation_run and shared.run_content > _FEWEST_CONTENT
    if shared.of_words < policy.collation_short:
        return enough and shared.content_coverage >= policy.collation_containment
    return enough and shared.coverage >= policy.collation_coverage / 2


def _same_wording(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """Nearly all words of either side found again: the sentence was taken over, not told anew."""
    return (
        shared.run >= policy.collation_run
        and min(shared.coverage, shared.content_coverage) >= policy.collation_wording
        and shared.longer_coverage >= policy.collation_wording
        and shared.content >= 2 * _FEWEST_CONTENT
    )


def _whole(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """Nothing at either end that only one has, and between them at most one small edit."""
    return shared.content >= _FEWEST_CONTENT and _edited(shared, beside, policy)


def _little(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """The same with one word of meaning, of the same person: "very good" is nothing, unless it was all."""
    all_said = shared.words >= _FEWEST_WORDS or beside.sentences
    kept = not beside.goes_on and not beside.turned
    return all_said and kept and _edited(shared, beside, policy)


def _edited(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    if beside.unlike or beside.ends or shared.words < 2:
        return False
    edits = beside.slots + beside.small + beside.put_in
    if beside.exact and beside.agreeing:
        return (
            edits <= 1
            or (edits <= 2 and beside.agreeing >= _FEWEST_CONTENT)
            or edits * _PER_EDIT <= shared.words
        )
    return (
        edits <= 1
        and not beside.put_in
        and shared.words >= _FEWEST_WORDS
        and shared.longer_coverage >= policy.collation_wording
    )


def _in_a_row(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """All words of meaning of the shorter, nothing but small words beside them, in one row of the longer."""
    return (
        not beside.unlike
        and not (beside.sentences and beside.goes_on)
        and not beside.put_in
        and beside.exact
        and shared.content == shared.of_content == shared.run_content >= _FEWEST_CONTENT
    )


def _row_of_five(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    return shared.run == shared.of_words >= policy.collation_run - 1 and shared.content > 0


def _other_word(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """All agrees from end to end but for a word."""
    return (
        not beside.ends
        and beside.put_in + beside.slots <= 1
        and shared.content >= _FEWEST_WORDS
        and shared.longer_coverage >= policy.collation_wording
        and shared.content_coverage >= policy.collation_coverage
    )


def _most_of_few(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """A short quotation nearly all of which is found, and nothing else in its place."""
    return (
        not beside.unlike
        and beside.slots + beside.put_in <= 1
        and min(shared.coverage, shared.content_coverage) >= policy.collation_wording
        and shared.content >= _FEWEST_WORDS
        and shared.run >= _FEWEST_WORDS
    )


def _clause(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """The shorter is found word for word, and the longer goes on (or began) with another clause."""
    return (
        shared.run == shared.of_words >= _FEWEST_WORDS
        and shared.content >= 1
        and beside.exact
        and beside.clause
        and not beside.put_in
    )


def _very_words(shared: Overlap, beside: Disagreement, policy: Policy) -> bool:
    """Too many words, all of the shorter in one row of the longer, for two people to have hit on them."""
    whole = shared.run == shared.of_words >= policy.collation_run and shared.run_content >= _FEWEST_WORDS
    long = shared.run == shared.of_words >= policy.collation_long_run
    return (whole or long or shared.run >= policy.collation_act_run) and shared.run_content >= _FEWEST_CONTENT


_NEVER = 1 << 30

RULES = (
    Rule("whole_same_speaker", 0.97, Match.SAME, _whole, 0.5, 0.0, 0.0, _NEVER),
    Rule("contained_same_speaker", 0.98, Match.SAME, _contained, 0.5, 0.0, 0.5, _NEVER),
    Rule("contained_same_speaker", 0.98, Match.SAME, _contained_closely, 0.6, 0.0, 0.5, _NEVER),
    Rule("most_words_same_speaker", 0.97, Match.SAME, _nearly_contained, 0.5, 0.0, 0.5, _NEVER),
    Rule("other_word_same_speaker", 0.95, Match.SAME, _other_word, 0.7, 0.6, 0.5, _NEVER),
    Rule("most_words_same_speaker", 0.97, Match.SAME, _most_of_few, 0.6, 0.0, 0.6, _NEVER),
    Rule("long_run_same_speaker", 0.95, Match.SAME, _long_run, 1.0, 0.0, 1.0, 5),
    Rule("whole_same_speaker", 0.97, Match.SAME, _little, 0.5, 0.0, 0.0, _NEVER, telling=True),
    Rule("clause_same_speaker", 0.95, Match.SAME, _clause, 0.8, 0.0, 0.5, _NEVER, telling=True),
    Rule("rare_words_same_speaker", 0.86, Match.SAME, _in_a_row, 0.5, 0.0, 1.0, _NEVER, telling=True),
    Rule(
        "contained_speaker_open", 0.95, Match.PERHAPS, _contained_closely, 0.6, 0.0, 0.5, _NEVER, telling=True
    ),
    Rule("contained_speaker_open", 0.95, Match.PERHAPS, _row_of_five, 0.8, 0.0, 0.5, _NEVER, telling=True),
    Rule("most_words_speaker_open", 0.92, Match.PERHAPS, _nearly_contained, 0.5, 0.0, 0.5, _NEVER),
    Rule("long_run_speaker_open", 0.8, Match.PERHAPS, _long_run, 1.0, 0.0, 1.0, 5),
    Rule(NAMED_OTHERWISE, 0.79, Match.NO, _very_words, 0.9, 0.0, 1.0, 9),
)
"""For quoted words. Tried in order; the first that holds decides, and its label is the evidence."""

TOLD = (
    Rule("same_wording_same_speaker", 0.95, Match.SAME, _same_wording, 0.6, 0.6, 0.5, _NEVER),
    Rule("same_wording_speaker_open", 0.9, Match.PERHAPS, _same_wording, 0.6, 0.6, 0.5, _NEVER),
)
"""For the reporters' own words: only a sentence taken over shows that both report one act."""

REORDERED = Rule("same_words_reordered", 0.95, Match.SAME, _whole, 0.0, 0.0, 0.0, _NEVER)
"""For quotations that are told by their words, not by what an alignment finds of them."""


def reordered(one: Wording, other: Wording) -> bool:
    """Whether the two are of the very same words in another order."""
    again = one.words != other.words and sorted(one.words) == sorted(other.words)
    return again and len(one.words) > _FEWEST_WORDS and bool(one.telling)
