"""Shapes of sentences that need no speaking verb, or hide one: labels, impersonal reports, asides."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.matches import Match
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.phrases import phrase_before
from rashomon.attribution.reach import REACH, Reach
from rashomon.language import functionwords as fw
from rashomon.language.tokens import TokenKind

__all__ = ["asides", "bare_subject", "impersonal_parts", "speaker_colon"]

_HEADLINE_SPEAKER = 9
_HEADLINE_SUBJECT = 4
_LABEL = 5  # "Chairman Holt: “…”": a speaker's label is not longer than this
_IMPERSONAL = frozenset(
    "expect believe think report allege say know understand estimate suspect assume fear hope predict "
    "project".split()
)
_NOT_SPEAKERS = frozenset(
    "breaking exclusive opinion analysis editorial watch video live update updated explainer review "
    "poll report fact-check factcheck listen photos read interview podcast column commentary".split()
)


def speaker_colon(sentence: Sentence, matches: Sequence[Match], *, headline: bool) -> int | None:
    """The colon of ``Holt: Harbour will close`` in a headline, or of ``Holt: “Where is it?”`` anywhere."""
    near = range(1, min(_HEADLINE_SPEAKER, len(sentence) - 1))
    colon = next((i for i in near if sentence.low(i) == ":"), None)
    if colon is None or sentence.low(0) in _NOT_SPEAKERS or not sentence.items[0].capital:
        return None
    if any(sentence.is_quote(i) for i in range(colon)) or any(m.verb < colon for m in matches):
        return None
    quoted = sentence.is_quote(colon + 1) and colon < _LABEL
    return colon if headline or quoted else None


def impersonal_parts(reach: Reach, match: Match, floor: int) -> list[Phrase]:
    """What is held by nobody in particular: ``it is believed that …``, ``the bridge is expected to …``."""
    subject = phrase_before(reach.sentence, match.first, floor=floor)
    if subject is None or match.cues[0].verb not in _IMPERSONAL:
        return []
    after, low = match.last + 1, reach.sentence.low
    clause = (after, reach.clause_end(len(reach.matches), after))
    if clause[1] <= after:
        return []
    if low(after) == "that" and low(subject[1]) == "it":
        return [clause]
    return [subject, clause] if low(after) == "to" and low(subject[1]) not in fw.RELATIVES else []


def bare_subject(sentence: Sentence, end: int, floor: int) -> Phrase | None:
    """In a headline nouns go without articles: up to four words from where the clause began."""
    first = end
    while first > floor and sentence.items[first - 1].kind is TokenKind.WORD:
        first -= 1
    if sentence.low(first) in fw.PREPOSITIONS:
        return None
    return (first, end - 1) if 0 < end - first <= _HEADLINE_SUBJECT else None


def asides(sentence: Sentence, matches: Sequence[Match]) -> set[int]:
    """Items of a relative clause between a subject and its cue: ``one singer, who asked …, told``."""
    firsts = {m.first for m in matches}
    out: set[int] = set()
    for index, item in enumerate(sentence.items):
        if item.low in fw.RELATIVES and sentence.low(index - 1) == ",":
            reach = range(index, min(index + REACH, len(sentence)))
            close = next((i for i in reach if sentence.low(i) == ","), None)
            if close is not None and close + 1 in firsts:
                out |= set(range(index, close))
    return out
