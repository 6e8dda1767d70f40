"""Whether the words around a time look ahead or back.

The nearest verb before the time in its sentence decides, else the nearest
behind it: “will”, “due to”, “plans to” look ahead, a past form looks back.
Words alone, no parser: a reach of a dozen words and tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.chronology.words import Word
from rashomon.language.wordforms import base_form

__all__ = ["direction", "is_past"]

_REACH = 32
_AHEAD = frozenset(
    "will shall wo upcoming due scheduled slated expected poised would ll must until unless deadline "
    "tomorrow forthcoming next take takes begins starts expires".split()
)
_DROPPED = frozenset("originally previously initially first had".split())
"""Before a plan: it was to be, and may not have been."""
_LEANING = frozenset(
    "plan plans planned planning agree agrees agreed hope hopes hoped intend intends intended want wants "
    "wanted vow vows vowed promise promises promised pledge pledges pledged set going about ready likely "
    "supposed prepare prepares prepared preparing aim aims aimed is are am seek seeks sought bid effort "
    "decided decision need needs trying hoping continue".split()
)
_PAST = frozenset("was were had did been said told began".split())
_NO_PAST = frozenset(
    "united hundred need indeed speed feed bed red shed wed breed seed deed exceed proceed succeed unwed "
    "aged are been being is am have has do be cost put let set cut hit shut".split()
)
_AHEAD_BEHIND = frozenset("will shall wo ll due scheduled slated expected poised".split())
"""Of the words that look ahead those that do so behind a time as well."""
_OPENERS = frozenset("he she they who which as while because".split())
"""Before them another clause ends: what looks ahead or back there is not of this time."""
_BEFORE_NOUNS = frozenset("a an the his her their its our this these those".split())
_BREAKS = frozenset(';:“”"')


def direction(words: Sequence[Word], first: int, after: int) -> int:
    """1 where the words around ``first`` to ``after`` look ahead, -1 where they look back, else 0.

    >>> from rashomon.chronology.words import words_of
    >>> words = words_of("The council will meet on Friday, the mayor said on Monday", 0, 57)
    >>> direction(words, 5, 6), direction(words, 11, 12)
    (1, -1)
    """
    low = max(0, first - _REACH)
    for at in _until(words, range(first - 1, low - 1, -1), _OPENERS):
        found = _of_word(words, at, _AHEAD)
        if found:
            return found
    for at in _until(words, range(after, min(len(words), after + _REACH)), frozenset()):
        found = _of_word(words, at, _AHEAD_BEHIND)
        if found:
            return found
    return 0


def _until(words: Sequence[Word], places: Iterable[int], more: frozenset[str]) -> Iterable[int]:
    """The places up to a break in the sentence."""
    for at in places:
        if words[at].low in _BREAKS or words[at].low in more:
            return
        yield at


def _of_word(words: Sequence[Word], at: int, ahead: frozenset[str]) -> int:
    low = words[at].low
    if low in ahead:
        return -1 if any(word.low in _DROPPED for word in words[max(0, at - 2) : at]) else 1
    if low == "to" and at and words[at - 1].low in _LEANING and not _noun_behind(words, at):
        return 1
    if low in _PAST or (is_past(low) and not _adjective(words, at)):
        return -1
    return 0


def _adjective(words: Sequence[Word], at: int) -> bool:
    """“A closed-door session”, “the planned talks”: a participle before a noun."""
    behind = words[at + 1].low if at + 1 < len(words) else ""
    before = words[at - 1].low if at else ""
    return "-" in (behind, before) or (before in _BEFORE_NOUNS and words[at].low.endswith("ed"))


def _noun_behind(words: Sequence[Word], at: int) -> bool:
    if at + 1 >= len(words):
        return True
    behind = words[at + 1]
    return behind.low in ("the", "a", "an", "his", "her", "their", "its") or behind.text[0].isupper()


def is_past(low: str) -> bool:
    """Whether the word has the form of a past or a participle."""
    if low in _NO_PAST or not low.isalpha():
        return False
    if low.endswith("ed") and len(low) > len("bred"):
        return True
    return base_form(low) != low and not low.endswith(("s", "ing"))
