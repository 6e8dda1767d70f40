"""Whether the words around a time look ahead or back.

The nearest verb before the time in its clause decides, else the nearest behind
it: “will”, “due to”, “plans to” look ahead, a past form looks back, anything
else does neither.  A verb of an occasion in the present, close by, looks ahead (“the
fair opens on Friday”), but not in a headline, where the present tells the past.
Words alone, no parser: a reach of some words, and tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.chronology.words import Word
from rashomon.language import functionwords as fw
from rashomon.language.wordforms import base_form

__all__ = ["direction", "is_past"]

_REACH = 32
_CLOSE = 6  # words within which a past form is surely of the time
_NEAR = 8  # and within which an occasion in the present is

_PLANS = frozenset("due scheduled slated expected poised planned".split())
_AHEAD = _PLANS | frozenset(
    "will shall wo ll can upcoming would must until unless deadline tomorrow forthcoming next".split()
)
_AHEAD_BEHIND = (_PLANS | frozenset("will shall wo ll".split())) - {"planned"}
"""Of the words that look ahead those that do so behind a time as well."""
_DROPPED = frozenset("originally previously initially first had as".split())
"""Before a plan: it was to be, and may not have been."""
_LEANING = frozenset(
    "plan plans planned planning offer offers offered agree agrees agreed hope hopes hoped intend "
    "intends intended want wants wanted vow vows vowed promise promises promised pledge pledges pledged "
    "set going about ready likely supposed prepare prepares prepared preparing aim aims aimed is are am "
    "was were s seek seeks sought bid effort need needs trying hoping ".split()
)
_PUT_OFF = frozenset("postponed delayed moved pushed rescheduled deferred adjourned brought extended".split())
_BETWEEN = frozenset("now also still then not only back".split())
_OCCASIONS = frozenset(
    "open close begin start end meet play face vote leave return resume take go visit travel arrive air "
    "run hold host kick expire fly sail launch debut premiere speak testify head gather".split()
)
_OPENS = frozenset(
    "opens closes begins ends resumes expires arrives airs speaks debuts takes kicks goes hosts meets".split()
)
"""Their forms that are hardly ever the plural of a noun."""
_OBJECTS = frozenset("a an the its their his her no to".split())
_AT = frozenset("on in for at this next".split())
_PAST = frozenset("was were had did been said told began".split())
_NO_PAST = frozenset(
    "united hundred need indeed speed feed bed red shed wed breed seed deed exceed proceed succeed "
    "unwed aged are been being is am have has do be cost put let set cut hit shut".split()
)
_OPENERS = frozenset("he she they who which as while because after".split())
"""Before them another clause ends: what looks ahead or back there is not of this time."""
_BEFORE_NOUNS = frozenset("a an the his her its their our this these those".split())
_BREAKS = frozenset(';:“”"')


def direction(words: Sequence[Word], first: int, after: int, *, headline: bool = False) -> int:
    """1 where the words around ``first`` to ``after`` look ahead, -1 where they look back, else 0.

    A past form close by, or one behind the time, gives -2.

    >>> from rashomon.chronology.words import words_of
    >>> words = words_of("The council will meet on Friday, the mayor said on Monday", 0, 57)
    >>> direction(words, 5, 6), direction(words, 11, 12)
    (1, -2)
    """
    low = max(0, first - _REACH)
    for at in _until(words, range(first - 1, low - 1, -1), _OPENERS):
        found = _of_word(words, at, _AHEAD) or (0 if headline else _of_present(words, at, first - at))
        if found:
            return 2 * found if found < 0 and first - at <= _CLOSE else found
    for at in _until(words, range(after, min(len(words), after + _REACH)), frozenset()):
        found = _of_word(words, at, _AHEAD_BEHIND) or (0 if headline else _of_occasion(words, at, at - after))
        if found:
            return 2 * found if found < 0 else found
    return 0


def _until(words: Sequence[Word], places: Iterable[int], more: frozenset[str]) -> Iterable[int]:
    """The places up to a break in the sentence."""
    for at in places:
        if words[at].low in _BREAKS:
            return
        if words[at].low in more and not (words[at].low == "as" and is_past(_low(words, at + 1))):
            return
        yield at


def _of_word(words: Sequence[Word], at: int, ahead: frozenset[str]) -> int:
    low = words[at].low
    if low in ahead and not (low == "planned" and _low(words, at - 1) == "as"):
        given_up = low in _PLANS and any(word.low in _DROPPED for word in words[max(0, at - 2) : at])
        return -1 if given_up else 1
    if low == "to" and _leaning(words, at) and not _noun_behind(words, at):
        return 1
    if low in ("plan", "plans") and _low(words, at + 1) in _OBJECTS:
        return 1
    if (low == "set" and _low(words, at + 1) == "for") or (low == "may" and words[at].text == low):
        return 1
    if low in _PUT_OFF and "to" in (_low(words, at + 1), _low(words, at + 2), _low(words, at + 3)):
        return 1
    if low in _PAST or (is_past(low) and not _adjective(words, at)):
        return -1
    return 0


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _leaning(words: Sequence[Word], at: int) -> bool:
    """Whether “to” follows what looks ahead, small words between them left out."""
    before = at - 1
    while _low(words, before) in _BETWEEN:
        before -= 1
    return _low(words, before) in _LEANING


def _noun_behind(words: Sequence[Word], at: int) -> bool:
    if at + 1 >= len(words):
        return True
    behind = words[at + 1]
    return behind.low in _BEFORE_NOUNS or behind.text[0].isupper()


def _of_present(words: Sequence[Word], at: int, away: int) -> int:
    """1 for “is” or “are” right before the time, and for an occasion in the present close before it."""
    if words[at].low in ("is", "are"):
        return int(_stands_before(words, at, away))
    return _of_occasion(words, at, away)


def _of_occasion(words: Sequence[Word], at: int, away: int) -> int:
    """1 for a verb in the present that tells of an occasion, no further off than a few words."""
    low, before = words[at].low, _low(words, at - 1)
    if away > _NEAR or not words[at].text.islower():
        return 0
    if low in _OPENS:
        return int(before not in _BEFORE_NOUNS | fw.PREPOSITIONS)
    plural = before.endswith("s") and before not in fw.DETERMINERS | fw.AUXILIARIES | {"this", "s"}
    return int(low in _OCCASIONS and (plural or before in fw.SUBJECT_PRONOUNS))


def _stands_before(words: Sequence[Word], at: int, away: int) -> bool:
    """“The vote is on Friday”: nothing but a preposition between the verb and the time."""
    return all(_low(words, place) in _AT for place in range(at + 1, at + away))


def _adjective(words: Sequence[Word], at: int) -> bool:
    """A participle that is no past: “a closed-door session”, “the planned talks”, “to be held”."""
    behind, before = _low(words, at + 1), _low(words, at - 1)
    if before in ("be", "as"):
        return True
    return "-" in (behind, before) or (before in _BEFORE_NOUNS and words[at].low.endswith("ed"))


def is_past(low: str) -> bool:
    """Whether the word has the form of a past or a participle."""
    if low in _NO_PAST or not low.isalpha():
        return False
    if low.endswith("ed") and len(low) > len("bred"):
        return True
    return base_form(low) != low and not low.endswith(("s", "ing"))
