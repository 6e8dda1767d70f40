"""In which language words were spoken, where the report tells it: “said in Polish”, “through an interpreter”.

A language counts behind *in* where nothing follows that it could describe
(“in French waters”), within reach of a word for speaking in the same clause;
interpreters and translations by the few ways they are brought in.  What stands
inside what was said tells nothing of how it was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.cutting import Page
from rashomon.language.tokens import TokenKind
from rashomon.language.tongues import (
    BESIDE,
    HELPERS,
    HELPING,
    LANGUAGES,
    SPEAKING,
    TRANSLATED,
    TRANSLATION,
    UTTERED,
)
from rashomon.model import Span, Statement, Tongue

__all__ = ["spoken_in"]

_REACH = 8
"""Items between the word for speaking and the language: “told a crowd of supporters there in Polish”."""
_ONWARD = frozenset("; — – : who whom which that when where while because before after but if until".split())
_ARTICLES = frozenset("a an the his her their its".split())
_MANY = 12
"""Statements and hints of one sentence that are looked at; keeps the work linear."""
_BEGINNINGS = HELPERS | TRANSLATION | TRANSLATED | {"in"}


@dataclass(frozen=True, slots=True)
class _Hint:
    """A place that tells a language, and whether that needs a word for speaking before it."""

    tongue: Tongue
    first: int
    bound: bool


def spoken_in(page: Page, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, those with their tongue of which the article tells it.

    A statement inside another has the tongue of its own sentence only if that
    is told inside the outer one.
    """
    at: dict[int, list[Statement]] = {}
    for statement in statements:
        for number in {page.sentence_at(s.start) for s in (*statement.cue[:2], statement.content[0])}:
            at.setdefault(number, []).append(statement)
    found: dict[str, Tongue] = {}
    for number, near in at.items():
        sentence = page.sentences[number]
        for hint in islice(_hints(sentence), _MANY):
            for statement in _told_of(sentence, hint, near[:_MANY]):
                found.setdefault(statement.id, hint.tongue)
    return tuple(replace(s, tongue=found[s.id]) if s.id in found else s for s in statements)


def _hints(sentence: Sentence) -> Iterator[_Hint]:
    for index, item in enumerate(sentence.items):
        if item.kind is not TokenKind.WORD:
            continue
        if item.low in _BEGINNINGS:
            yield from _hint_at(sentence, index)
        elif item.low.endswith("-language") and sentence.low(index + 1) in UTTERED:
            name = item.low.removesuffix("-language")
            if name in LANGUAGES:
                language = Span(item.start, item.start + len(name))
                yield _Hint(Tongue(item.text[: len(name)], language), index, bound=False)


def _hint_at(sentence: Sentence, index: int) -> Iterator[_Hint]:
    low = sentence.low
    if low(index) == "in":
        yield from _language(sentence, index)
    elif low(index) in HELPERS:
        first = (
            index - 1 if low(index - 1) in _ARTICLES else index - 2 if low(index - 2) in _ARTICLES else index
        )
        if low(first - 1) in HELPING or (low(first - 1) == "of" and low(first - 2) in ("help", "aid")):
            yield _Hint(Tongue(None, sentence.between(first - 1, index)), first - 1, bound=True)
    elif low(index) in TRANSLATION:
        for first in range(index - 1, max(-1, index - 6), -1):
            if low(first) == "per" or (low(first) == "according" and low(first + 1) == "to"):
                yield _Hint(Tongue(None, sentence.between(first, index)), first, bound=False)
                break
    elif low(index) in TRANSLATED and low(index + 1) in ("by", "from", "remarks", "into"):
        yield from _translated(sentence, index)


def _translated(sentence: Sentence, index: int) -> Iterator[_Hint]:
    """``in remarks translated by the Courier``, ``translated from Polish``; not ``translated into votes``."""
    low, after = sentence.low, index + (3 if sentence.low(index + 2) == "the" else 2)
    told = low(index + 1) == "from" and low(after) in LANGUAGES
    if told:
        language = sentence.items[after].text
        yield _Hint(Tongue(language, sentence.between(index, after)), index, bound=False)
    elif low(index + 1) == "remarks" and low(index - 1) == "in":
        yield _Hint(Tongue(None, sentence.between(index, index + 1)), index, bound=False)
    elif low(index + 1) == "by" and low(index - 1) in UTTERED:
        yield _Hint(Tongue(None, sentence.between(index - 1, index + 1)), index, bound=False)


def _language(sentence: Sentence, index: int) -> Iterator[_Hint]:
    """``in Polish``, ``in fluent Polish``, ``in both Polish and Dutch``, and nothing that they describe."""
    low = sentence.low
    at = next((i for i in range(index + 1, index + 4) if low(i) in LANGUAGES), None)
    if at is None or not sentence.items[at].capital:
        return
    if any(low(i) not in _MANNERS for i in range(index + 1, at)):
        return
    last = at + 2 if low(at + 1) == "and" and low(at + 2) in LANGUAGES else at
    after = sentence.items[last + 1] if last + 1 < len(sentence) else None
    if after is not None and after.kind in (TokenKind.WORD, TokenKind.NUMBER) and after.low not in BESIDE:
        return
    bracketed = low(index - 1) == "("
    bound = not (bracketed or low(index - 1) in UTTERED)
    yield _Hint(Tongue(sentence.items[at].text, sentence.between(index, last)), index, bound=bound)


_MANNERS = frozenset(
    "fluent broken perfect halting his her their native both mostly heavily accented accented good".split()
)


def _told_of(sentence: Sentence, hint: _Hint, near: Sequence[Statement]) -> Iterable[Statement]:
    """The statements of the sentence that the hint tells of."""
    outside = [s for s in near if not any(c.overlaps(hint.tongue.span) for c in s.content)]
    spoken = _word_for_speaking(sentence, hint, outside)
    if spoken is None:
        return ()
    owners = [s for s in outside if any(c.overlaps(spoken) for c in s.cue)]
    if owners or not outside:
        return owners
    near_by = min(outside, key=lambda s: min(_distance(c, hint.tongue.span) for c in (*s.cue, *s.content)))
    return [near_by]


def _word_for_speaking(sentence: Sentence, hint: _Hint, statements: Sequence[Statement]) -> Span | None:
    """The cue or other word for speaking in the clause before the hint; its own place if none is needed."""
    cues = [cue for s in statements for cue in s.cue]
    for index in range(hint.first - 1, max(-1, hint.first - 2 - _REACH), -1):
        item = sentence.items[index]
        if item.kind is TokenKind.QUOTE or item.low in _ONWARD:
            break
        if item.low in SPEAKING or any(cue.overlaps(item.span) for cue in cues):
            return item.span
    return None if hint.bound else hint.tongue.span


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
