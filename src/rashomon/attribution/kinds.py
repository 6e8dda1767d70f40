"""What kind of source a phrase stands for that names nobody.

Its head noun decides.  That is the last word before a preposition, a comma or
a relative pronoun, once the words are taken off that only count (“a majority
of”) or that only follow (“familiar”, “surveyed”, “on Tuesday”).  People of any
description are unnamed, words on record a document, bodies that speak as one
an organisation; a noun that is none of these is a thing, and what it is said to
say is said by nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.language import functionwords as fw
from rashomon.language.sourcenouns import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    PEOPLES,
    QUANTITIES,
    THING_ENDINGS,
    THING_NOUNS,
    TRAILING,
    singular,
)
from rashomon.language.titles import COLLECTIVES, role_base
from rashomon.language.tokens import Token, TokenKind
from rashomon.model import SourceKind

__all__ = ["countable", "head_noun", "kind_of"]

_STOPS = fw.PREPOSITIONS | fw.RELATIVES | {"that"}
_CLAUSE_MARKS = frozenset(",;:(—–")
_SHORT = 4  # "red", "bed": too short for a participle


def kind_of(tokens: Sequence[Token]) -> SourceKind:
    """Which kind of source the words of a phrase stand for; ``unnamed`` for words of no known kind.

    >>> from rashomon.language.tokens import tokenize
    >>> [kind_of(tokenize(t)).value for t in ("one of the unions", "a leaked memo", "his candidacy")]
    ['organisation', 'document', 'impersonal']
    """
    noun = head_noun(tokens)
    for word in (noun, noun.rpartition("-")[2]):
        kind = _known(word)
        if kind is not None:
            return kind
    return SourceKind.IMPERSONAL if noun.endswith(THING_ENDINGS) else SourceKind.UNNAMED


def head_noun(tokens: Sequence[Token]) -> str:
    """The folded noun that a phrase turns on; empty where it has no word.

    >>> from rashomon.language.tokens import tokenize
    >>> head_noun(tokenize("two people familiar with the talks")), head_noun(tokenize("43% of voters"))
    ('people', 'voters')
    """
    words: list[str] = []
    for token in tokens:
        if token.low == "of" and words and _counts(words[-1]):
            words = []
            continue
        if words and (token.low in _STOPS or token.text in _CLAUSE_MARKS):
            break
        if token.kind is not TokenKind.MARK or token.text == "%":
            words.append("%" if token.kind is TokenKind.NUMBER else token.low)
    while len(words) > 1 and _follows(words[-1]):
        words.pop()
    return _bare(words[-1]) if words else ""


def countable(word: str) -> bool:
    """Whether a folded word is a common noun of a kind of source that is no body: capital or not, no name."""
    kind = _known(word)
    return word in QUANTITIES or (kind is not None and kind is not SourceKind.ORGANISATION)


def _known(word: str) -> SourceKind | None:
    if word in PEOPLES or word in COLLECTIVES or role_base(word) is not None:
        return SourceKind.UNNAMED
    one = singular(word)
    if word in DOCUMENT_NOUNS or one in DOCUMENT_NOUNS:
        return SourceKind.DOCUMENT
    if word in GROUP_NOUNS or one in GROUP_NOUNS:
        return SourceKind.ORGANISATION
    return SourceKind.IMPERSONAL if word in THING_NOUNS else None


def _counts(word: str) -> bool:
    return word in QUANTITIES or word.endswith("%")


def _follows(word: str) -> bool:
    """Whether a word only describes the noun before it."""
    participle = word.endswith("ed") and len(word) > _SHORT
    return participle or word in TRAILING or word in fw.TEMPORAL or word in fw.ADVERBS


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")
