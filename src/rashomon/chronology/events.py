"""Events that times are counted from: “two days before the vote”, and when the vote was.

The words of an event are the noun phrase behind “before” or “after”, or the
clause if a pronoun or a verb shows one.  When it was, the text may tell beside
the same noun elsewhere: “the vote on 3 March”, “Tuesday's vote”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.chronology.tense import is_past
from rashomon.chronology.words import Word
from rashomon.language import functionwords as fw

__all__ = ["event_words", "head_noun", "nouns_beside"]

_LONGEST_PHRASE, _LONGEST_CLAUSE = 7, 14
_BEFORE, _BEHIND = 4, 3
_ENDS = (
    fw.CONJUNCTIONS | fw.SUBORDINATORS | fw.AUXILIARIES | fw.RELATIVES | fw.FINITE_VERBS | fw.SUBJECT_PRONOUNS
)
_NO_EVENTS = frozenset("time schedule last".split())
_LINKS = fw.PREPOSITIONS | frozenset(["the", ","])


def event_words(words: Sequence[Word], at: int) -> int | None:
    """The number of the word after the event whose words begin here; None where none do.

    >>> from rashomon.chronology.words import words_of
    >>> text = "two days before the vote in Tarn, and before he resigned, she left"
    >>> words = words_of(text, 0, len(text))
    >>> [text[words[at].start : words[event_words(words, at) - 1].end] for at in (3, 10)]
    ['the vote', 'he resigned']
    """
    if at >= len(words) or not _may_begin(words[at]):
        return None
    if words[at].low in fw.SUBJECT_PRONOUNS:
        return _clause_end(words, at + 1)
    end = _phrase_end(words, at)
    if end == at or words[end - 1].low in _NO_EVENTS:
        return None
    verb = end < len(words) and (
        words[end].low in fw.AUXILIARIES | fw.FINITE_VERBS or is_past(words[end].low)
    )
    return _clause_end(words, end) if verb else end


def _may_begin(word: Word) -> bool:
    return word.text[0].isalpha() and word.low not in (_ENDS | fw.PREPOSITIONS) - fw.SUBJECT_PRONOUNS - {
        "that"
    }


def _phrase_end(words: Sequence[Word], at: int) -> int:
    """Where the noun phrase ends: at a mark, a verb, or a preposition but “of”."""
    end = at
    while end < min(len(words), at + _LONGEST_PHRASE) and _goes_on(words, at, end):
        end += 1
    return _without_tail(words, at, end)


def _goes_on(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a noun phrase that begins at ``at`` has this word."""
    low = words[end].low
    if end == at and low == "that":
        return True
    if _inner_mark(words, end) or (end > at and _inner_mark(words, end - 1)):
        return True
    if not low[0].isalnum():
        return False
    if end > at and words[end - 1].low in fw.DETERMINERS:
        return True
    if low in _ENDS or (low in fw.PREPOSITIONS and low != "of"):
        return False
    return end <= at + 1 or not is_past(low)


def _inner_mark(words: Sequence[Word], at: int) -> bool:
    """A mark inside a word, a number or behind an abbreviation: “take-out”, “4,000”, “Sen. Holt”."""
    if not 0 < at < len(words) - 1:
        return False
    low, before, behind = words[at].low, words[at - 1], words[at + 1]
    if low == "." and before.low in fw.ABBREVIATIONS:
        return behind.text[0].isalnum()
    glued = before.end == words[at].start and words[at].end == behind.start
    digits = before.text[-1].isdigit() and behind.text[0].isdigit()
    return glued and behind.text[0].isalnum() and (low in "-'’" or (low in ".," and digits))


def _without_tail(words: Sequence[Word], at: int, end: int) -> int:
    """The end without what cannot close a phrase: marks, “of”, “the”."""
    while end > at and (words[end - 1].low in fw.DETERMINERS | {"of"} or not words[end - 1].low[0].isalnum()):
        end -= 1
    return end


def _clause_end(words: Sequence[Word], at: int) -> int:
    """Where the clause ends whose verb stands here: at a mark, a conjunction or a preposition."""
    end = at + 1
    while end < min(len(words), at + _LONGEST_CLAUSE):
        low = words[end].low
        if not (low[0].isalnum() or _inner_mark(words, end)):
            break
        if low in fw.CONJUNCTIONS | fw.PREPOSITIONS | fw.SUBORDINATORS:
            break
        end += 1
    return _without_tail(words, at + 1, min(end, len(words)))


def head_noun(words: Sequence[Word]) -> str | None:
    """The noun that a phrase is about: the last word before its first preposition; None for a clause.

    >>> from rashomon.chronology.words import words_of
    >>> head_noun(words_of("the long siege of Tarn", 0, 22))
    'siege'
    """
    head: str | None = None
    for word in words:
        if word.low in fw.PREPOSITIONS:
            break
        if word.low in _ENDS or is_past(word.low):
            return None
        if word.low[0].isalpha() and word.low not in fw.DETERMINERS:
            head = word.low
    return head


def nouns_beside(words: Sequence[Word], first: int, after: int) -> Iterator[str]:
    """The nouns that a time stands beside: “the vote on Tuesday”, “Tuesday's vote”, “the 3 March vote”."""
    at = first - 1
    while at >= max(0, first - _BEFORE) and words[at].low in _LINKS:
        at -= 1
    if at >= 0 and first - at <= _BEFORE and words[at].low[0].isalpha():
        yield words[at].low
    behind = [word for word in words[after : after + _BEHIND] if word.low not in ("'", "’", "s")]
    for word in behind:
        if not word.low[0].isalpha() or word.low in _ENDS | _LINKS:
            break
        yield word.low
