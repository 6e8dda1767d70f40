"""The same words, another speaker: who is said to have said them.

Only quoted words show it: two people who are said to hold the same may both
hold it.  A quotation must have words enough not to be a formula, and they must be nearly all
the same.  A speaker without a name may be the one that another report names; a
body may be spoken for by a person: that is the same told finer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.turning import found, symmetrical
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import words_of
from rashomon.language.names import surname
from rashomon.language.similarity import MISSPELT, likeness
from rashomon.language.tokens import TokenKind
from rashomon.language.wordforms import FUNCTION_WORDS
from rashomon.model import ConflictKind, Mode, Relation, Source, SourceKind, Span

__all__ = ["REASONS", "compare_attributions"]

REASONS = {
    "other_speaker": "the same words are given to another person or body",
    "speaker_or_body": "the same words are given to a body in one report, to a person in the other",
    "speaker_unnamed": "the same words are given to a speaker whom only one of the reports names",
}
"""Labels of the rules, and what each means."""

_FEWEST = 4
_ALIKE = 0.8
_PAIR = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION})


def _compare_attributions(first: Unit, second: Unit) -> Iterator[Difference]:
    """Where two quotations of the same words have two speakers; nothing for most pairs."""
    sources = _speaker(first), _speaker(second)
    if sources[0] is None or sources[1] is None or first.article.id == second.article.id:
        return
    told = _told(sources[0], sources[1])
    if told is None or not _same_words(first, second):
        return
    relation, reason, score = told
    pieces = Piece(spans=_who(first), value=sources[0].name), Piece(spans=_who(second), value=sources[1].name)
    yield found(ConflictKind.ATTRIBUTION, relation, pieces, reason, score)


compare_attributions = symmetrical(_compare_attributions)


def _speaker(unit: Unit) -> Source | None:
    """Who is said to have said the quoted words; None where they are not quoted."""
    statement = unit.statement
    if statement is None or statement.source is None or statement.mode is Mode.INDIRECT:
        return None
    return statement.source.source


def _told(one: Source, other: Source) -> tuple[Relation, str, float] | None:
    """How two sources of the same words stand to each other; None where they are or may be one."""
    if one.id == other.id:
        return None
    if one.name is None or other.name is None:
        unnamed = SourceKind.UNNAMED in (one.kind, other.kind) and (one.name or other.name)
        return (Relation.REFINEMENT, "speaker_unnamed", 0.7) if unnamed else None
    if {one.kind, other.kind} == _PAIR:
        return Relation.REFINEMENT, "speaker_or_body", 0.6
    if one.kind is not other.kind or one.kind not in _PAIR or _one_name(one.name, other.name):
        return None
    return Relation.CONFLICT, "other_speaker", 0.9


def _one_name(one: str, other: str) -> bool:
    """Whether two names may be forms or spellings of one."""
    last = surname(one), surname(other)
    words = {w.casefold() for w in one.split()}, {w.casefold() for w in other.split()}
    return bool(words[0] & words[1]) or likeness(*last) >= MISSPELT


def _same_words(first: Unit, second: Unit) -> bool:
    """Whether nearly all words of content of the shorter stand in the longer, and they are enough."""
    counts = [
        Counter(t.low for t in words_of(u) if t.kind is not TokenKind.MARK and t.low not in FUNCTION_WORDS)
        for u in (first, second)
    ]
    common = (counts[0] & counts[1]).total()
    return common >= _FEWEST and common >= _ALIKE * min(c.total() for c in counts)


def _who(unit: Unit) -> tuple[Span, ...]:
    """The words that name the speaker, else those that say it was said, else the quotation."""
    statement = unit.statement
    if statement is None or statement.source is None:
        return unit.wording.spans
    if statement.source.span is not None:
        return (statement.source.span,)
    return statement.cue or unit.wording.spans
