"""What a noun phrase is made of: tests that the walks before and after a cue share."""

from __future__ import annotations

from rashomon.attribution.clauses import Sentence
from rashomon.language import functionwords as fw
from rashomon.language.titles import PARTICLES, ROLE_NOUNS, role_base
from rashomon.language.tokens import TokenKind

__all__ = ["ALONE", "JOINTS", "LONGEST", "Phrase", "is_appositive", "nominal"]

Phrase = tuple[int, int]
"""First and last item of a noun phrase, both included."""

LONGEST = 24  # items; longer subjects are misread sentences
ALONE = fw.SUBJECT_PRONOUNS | frozenset("who which others some many everyone somebody someone nobody".split())
_NO_HEAD = fw.PREPOSITIONS | fw.ADVERBS | (fw.DETERMINERS - {"one", "two", "three"})
JOINTS = frozenset("& - – / ’ ' .".split())


def is_appositive(sentence: Sentence, start: int) -> bool:
    """Whether a noun phrase begins here: an article, a possessive, a role noun within a few words."""
    low = sentence.low(start)
    if low in ("the", "a", "an", "his", "her", "their", "its", "one", "another"):
        return True
    if low in fw.RELATIVES or low in fw.PREPOSITIONS or low in fw.TEMPORAL:
        return False
    if full_name(sentence, start):
        return True
    near = range(start, min(start + 5, len(sentence)))
    for index in near:
        if sentence.low(index) == ",":
            return False
        if sentence.low(index) in ROLE_NOUNS:
            return True
    return False


def full_name(sentence: Sentence, start: int) -> bool:
    """Whether two or more capitalised words stand here, then a comma or the end: a name beside a role."""
    index = start
    while index < len(sentence) and _in_name(sentence, index):
        index += 1
    lower_head = start >= 2 and not sentence.items[start - 2].capital
    closed = sentence.low(index) in (",", ".", "", "of", "from", "at", "(")
    return index - start >= 2 and closed and (lower_head or _role_before(sentence, start - 1))


def _in_name(sentence: Sentence, index: int) -> bool:
    return sentence.items[index].capital or sentence.low(index) in PARTICLES or sentence.low(index) == "&"


def _role_before(sentence: Sentence, comma: int) -> bool:
    """Whether a role noun stands in the phrase that this comma closes (``The owner of the Golden Oar,``)."""
    for index in range(comma - 1, max(-1, comma - 9), -1):
        if sentence.items[index].kind is TokenKind.MARK and sentence.low(index) not in JOINTS:
            return False
        if not sentence.items[index].capital and role_base(sentence.low(index)):
            return True
    return False


def nominal(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase holds something that can speak."""
    first, last = phrase
    words = [sentence.items[i] for i in range(first, last + 1) if sentence.items[i].kind is TokenKind.WORD]
    if not words:
        return False
    if words[0].low in ALONE or words[-1].low in ("this", "that", "these", "those"):
        return words[0].low in ALONE
    if words[-1].low in _NO_HEAD:
        return False
    head_like = any(w.capital or w.low in ROLE_NOUNS for w in words)
    return head_like or words[0].low in fw.DETERMINERS or words[-1].low.endswith("s")
