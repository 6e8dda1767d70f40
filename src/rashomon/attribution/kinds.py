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
    DOCUMENT_NAMES,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    PAPERS,
    PEOPLES,
    QUANTITIES,
    THING_ENDINGS,
    THING_NOUNS,
    TRAILING,
    WORKS,
    singular,
)
from rashomon.language.titles import COLLECTIVES, role_base
from rashomon.language.tokens import Token, TokenKind
from rashomon.model import SourceKind

__all__ = ["common", "head_noun", "kind_before", "kind_of", "names_writing", "titles_writing"]

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


def kind_before(tokens: Sequence[Token]) -> SourceKind:
    """Which kind of source a relative pronoun right behind these tokens stands for.

    >>> from rashomon.language.tokens import tokenize
    >>> [kind_before(tokenize(t)).value for t in ("two letters in 2014", "the open contests,", "She had")]
    ['document', 'impersonal', 'unnamed']
    """
    left = list(tokens)
    while left and (left[-1].text == "," or left[-1].kind is TokenKind.NUMBER or left[-1].low in fw.TEMPORAL):
        left.pop()
    if left and left[-1].low in fw.PREPOSITIONS:
        left.pop()
    noun = left[-1].low if left and left[-1].text[0].islower() else ""
    return _known(noun) or SourceKind.UNNAMED


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


def common(word: str) -> bool:
    """Whether a folded word names nobody, its capital notwithstanding: ``Poll finds …`` opens a sentence."""
    kind = None if word in PAPERS else _known(word)
    return word in QUANTITIES or (kind is not None and kind is not SourceKind.ORGANISATION)


def names_writing(name: str) -> bool:
    """Whether a name is by its last word that of something written.

    >>> names_writing("Ostmark Poll"), names_writing("Ostmark Poll Institute")
    (True, False)
    """
    return name.split()[-1].casefold() in DOCUMENT_NAMES


def titles_writing(before: Sequence[Token]) -> bool:
    """Whether the name behind these words is the title of a work (``her memoir “`` Low Tide)."""
    words = [token for token in before if token.kind is TokenKind.WORD]
    return bool(words) and words[-1].low in WORKS and words[-1].text[0].islower()


def _known(word: str) -> SourceKind | None:
    if word in PEOPLES or word in COLLECTIVES or role_base(word) is not None:
        return SourceKind.UNNAMED
    one = singular(word)
    if word in DOCUMENT_NOUNS or one in DOCUMENT_NOUNS:
        return SourceKind.DOCUMENT
    if word in GROUP_NOUNS or one in GROUP_NOUNS:
        return SourceKind.ORGANISATION
    return SourceKind.IMPERSONAL if word in THING_NOUNS or one in THING_NOUNS else None


def _counts(word: str) -> bool:
    return word in QUANTITIES or word.endswith("%")


def _follows(word: str) -> bool:
    """Whether a word only describes the noun before it."""
    participle = word.endswith("ed") and len(word) > _SHORT
    return participle or word in TRAILING or word in fw.TEMPORAL or word in fw.ADVERBS


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")
