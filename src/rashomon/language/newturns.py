"""What stands between two quotations of one speaker and tells that he said them at different points."""

from __future__ import annotations

import re

from rashomon.language.tokens import Token, TokenKind, tokenize

__all__ = ["new_turn"]

# In a sentence that leads to the second quotation, at its head or after its cue.
_TOPICS = frozenset("of on about to regarding concerning turning for when after before as over".split())
_CUES = frozenset("said says told replied answered spoke added remarked declared".split())
# Wherever they stand between the two.
_MOMENTS = frozenset(
    """asked pressed questioned question questions later earlier meanwhile separately elsewhere afterwards
    answering replying interviewer heckler turning""".split()
)
_QUOTES = frozenset('“”„«»"')
_MARKS = 2
"""Quotation marks that the two quotations have between them; more show a third."""
_SENTENCE_END = re.compile(r"[.!?]")


def new_turn(between: str) -> bool:
    """Whether the words between two quotations introduce the second by another topic, question or time.

    >>> new_turn(",” Quill said. She added: “"), new_turn(",” Quill said. Asked about the dock, she said: “")
    (False, True)
    >>> new_turn(",” Quill said. On the dock she said: “"), new_turn(",” she said. “No,” he said. “")
    (True, True)
    """
    tokens = tokenize(between)
    if sum(token.text in _QUOTES for token in tokens) > _MARKS:
        return True
    if any(token.low in _MOMENTS for token in tokens):
        return True
    return any(token.low in _TOPICS and _leads(tokens, at) for at, token in enumerate(tokens))


def _leads(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word opens a sentence, or follows right upon a cue of a later sentence."""
    before = tokens[at - 1] if at else None
    if before is None or tokens[at].capital:
        return True
    later = any(_SENTENCE_END.match(token.text) for token in tokens[:at] if token.kind is TokenKind.MARK)
    return later and before.low in _CUES
