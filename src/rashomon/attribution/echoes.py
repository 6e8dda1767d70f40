"""Quotations over the text: whose they are is told where the body quotes the same words.

A headline, a deck or a subheading may quote without naming anybody.  If the
same words stand in a quotation of the body, in a row or with some dropped
between them, the speaker is taken from there; if they stand in quotations of two people, from neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rashomon.attribution.labels import SpeakerRule
from rashomon.language.tokens import TokenKind, fold, tokenize
from rashomon.model import Evidence, Mention, Mode, Span, Statement

__all__ = ["echoed"]

_FEWEST, _LOOSE = 5, 2  # a heading drops words: so many left, in at most twice the room
_TRIED = 20
_MOST = 50  # an article with more unnamed headings that quote is none; keeps the work linear


def echoed(
    text: str, statements: Sequence[Statement], over: Callable[[Statement], bool]
) -> tuple[Statement, ...]:
    """The statements, those without a speaker that stand `over` the body with the speaker of the same words.

    Args:
        text: the article's text.
        statements: all of them, in order.
        over: whether a statement stands in a headline, deck or subheading.
    """
    bare = [n for n, s in enumerate(statements) if _bare(s) and over(s)][:_MOST]
    if not bare:
        return tuple(statements)
    body = [
        (statement, _words(text, statement.content))
        for statement in statements
        if statement.source is not None and statement.mode is not Mode.INDIRECT and not over(statement)
    ]
    found = list(statements)
    for number in bare:
        found[number] = _named(text, statements[number], body)
    return tuple(found)


def _bare(statement: Statement) -> bool:
    """Whether its own sentence names no speaker; whoever spoke before is only a guess."""
    guessed = statement.source is None or statement.source.span is None
    return guessed and statement.parent is None and statement.mode is Mode.DIRECT


def _named(text: str, bare: Statement, body: Iterable[tuple[Statement, str]]) -> Statement:
    words = _words(text, bare.content)
    same = [s for s, said in body if words.strip() and words in said] or [
        s for s, said in body if _shortened(words.split(), said.split())
    ]
    mentions = {s.source.source.id: (s.source, s) for s in same if s.source is not None}
    if len(mentions) != 1:
        return bare
    [(mention, statement)] = mentions.values()
    rule = SpeakerRule.SAME_WORDS
    score = min(rule.score, mention.evidence.score) if mention.candidates else rule.score
    evidence = Evidence(score=score, reason=rule.label, spans=statement.content[:1])
    named = Mention(source=mention.source, span=None, evidence=evidence, candidates=mention.candidates)
    return replace(bare, source=named)


def _shortened(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether these words stand in `said` in their order, not far apart."""
    if len(words) < _FEWEST:
        return False
    starts = [at for at, word in enumerate(said) if word == words[0]][:_TRIED]
    rooms = (iter(said[at : at + _LOOSE * len(words)]) for at in starts)
    return any(all(word in room for word in words) for room in rooms)


def _words(text: str, spans: Iterable[Span]) -> str:
    """The folded words of these spans, a blank around each."""
    tokens = (token for span in spans for token in tokenize(text, span) if token.kind is not TokenKind.MARK)
    return f" {' '.join(fold(token.text) for token in tokens)} "
