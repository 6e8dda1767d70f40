"""Where a clause has its verb, told from the shapes of words: tables, endings, neighbours.

No parser and no tagger: good enough to see that there is a verb, and where the
subject before it ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.language import functionwords as fw
from rashomon.language.tokens import Token, TokenKind
from rashomon.language.verbs import is_past, verb_base
from rashomon.language.wordforms import FUNCTION_WORDS

__all__ = ["first_verb", "is_finite", "is_participle", "says_something"]

_FINITE = fw.AUXILIARIES - {"be", "been", "being", "having"}
_NO_PARTICIPLES = frozenset(
    """according barring beginning concerning considering counting depending during evening everything
    excluding failing following given having including king meaning meeting morning nothing notwithstanding
    pending regarding respecting ring rising spring something starting string surrounding thing wing
    building ceiling sterling""".split()
)
_NO_SUBJECTS = frozenset("to who which whose whether what how why where if".split())
_NOT_BEFORE_VERBS = fw.DETERMINERS | fw.PREPOSITIONS | fw.POSSESSIVES | {"to"}
_PASTS = frozenset("burnt learnt spelt spilt dreamt knelt leapt leant spoilt".split())
_AMONG_NOUNS = frozenset(["'s", "and", "or", ","])
_SHORTEST = 4


def is_finite(words: Sequence[Token], at: int) -> bool:
    """Whether this is plainly a finite verb: an auxiliary, or a past form that stands where one can."""
    low = words[at].low
    before = words[at - 1].low if at else ""
    if before == "to" or words[at].kind is not TokenKind.WORD:
        return False
    if low in _FINITE or low.endswith("n't"):
        return True
    return (
        (is_past(low) or low in _PASTS)
        and before not in _NOT_BEFORE_VERBS
        and (at == 0 or not words[at].capital)
    )


def is_participle(word: Token) -> bool:
    """Whether this may be the participle that opens a clause: "killing", "leaving"."""
    low = word.low
    return low.endswith("ing") and len(low) > _SHORTEST and low not in _NO_PARTICIPLES and not word.capital


def first_verb(words: Sequence[Token]) -> int | None:
    """The index of the first finite verb, or of what may be one in the present; never 0."""
    for at in range(1, len(words)):
        if is_finite(words, at) or _is_present(words, at):
            return at
    return None


def says_something(words: Sequence[Token]) -> bool:
    """Whether the words say something by themselves: a subject, a finite verb, a word of content."""
    if not words or words[0].low in _NO_SUBJECTS or is_participle(words[0]):
        return False
    return first_verb(words) is not None and any(w.low not in FUNCTION_WORDS for w in words)


def _is_present(words: Sequence[Token], at: int) -> bool:
    """Whether this may be a verb in the present: "warns of", "bakers want", "they blame"."""
    low, before = words[at].low, words[at - 1]
    base = verb_base(low)
    if base is None or words[at].capital or before.low in _NOT_BEFORE_VERBS or before.low in _AMONG_NOUNS:
        return False
    if low == base:
        return before.low in fw.SUBJECT_PRONOUNS or before.low.endswith("s")
    return low.endswith("s") and at + 1 < len(words) and not before.low.endswith("s")
