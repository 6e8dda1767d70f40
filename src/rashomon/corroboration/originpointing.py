"""Whether a sentence says of the one before it who told that: “That is the account given by the Courier.”

Read from its structure: a pointing word or a noun for what was told as its subject and
the name behind a preposition; or a verb of telling whose object points back (“made this
known”, “got it out of”); or a bare acknowledgement (“Hats off to”).
"""

from __future__ import annotations

import re
from itertools import pairwise

from rashomon.language.telling import KNOWS, PUBLISHED, TELLING_NOUNS, TELLS, verb_in
from rashomon.language.tokens import fold

__all__ = ["points_back"]

_LONG = 140
"""Code points between the sentence and the name."""
_WORD = re.compile(r"[\w’'/-]+")
_ENDS = re.compile(r"[.!?][”\"’')\]]*\s+(?=[A-Z“\"‘(\[])|\n")
_CLAUSE = re.compile(r"[;:.!?\n]")
_APPOSED = re.compile(r"\A,[^,;.\n]{1,80},")
_ASIDE = re.compile(r", [^,]{1,24},(?= )")
_OWNED = re.compile(r"\A['’]s?(?: ([\w-]+))?(?: ([\w-]+))?")
_POINTING = frozenset("that this so such it thus these those".split())
_AMOUNTS = frozenset("all most much some part both".split())
_DEFINITE = frozenset("the these those that this its their his her".split())
_OBJECTS = frozenset("that this it so such much same these those them".split())
_PLACING = frozenset("by in from to of at on via through with per for into over".split())
_LEADING = _PLACING | frozenset("what how as where".split())
_BE = frozenset("is was are were be been being has have had".split())
_LIGHT = _BE | frozenset(
    "what how as at least also too all there here down set out much even just only already now then first "
    "according given made contained found comes came come goes went runs ran known put the an a according "
    "entirely straight word view which who we i they one us".split()
)
_THANKING = frozenset("hats hat h/t credit kudos thanks props source sources via per words more".split())
_AFTER_OBJECT = _PLACING | frozenset(
    "as first when while yesterday today earlier last this that out known public clear up down off about "
    "after before during and but too also later here there already again even much news thing story".split()
)
"""What stands behind “it” or “that” where these are objects: not “said it would”."""
_CONTRARY = frozenset(
    "deny dispute contradict reject question refute correct doubt challenge condemn ignore withdraw retract "
    "please surprise anger upset worry".split()
)
_VERBS = TELLS | KNOWS
_MAKES = frozenset("make get have bring break give hand pass let owe".split())
_MOST = 18
_NEAR = 4


def points_back(before: str, behind: str = "") -> bool:
    """Whether the sentence around a name says that the name told what stands before the sentence.

    Args:
        before: what stands between the sentence that was told and the name.
        behind: what stands behind the name.

    >>> points_back(" That is what the "), points_back(" So said "), points_back(" This pleased the ")
    (True, True, False)
    >>> points_back(" That, for now, is what the ")
    True
    >>> points_back(" The ", " brought this to light."), points_back(" The ", " denied this.")
    (True, False)
    """
    lead = before.lstrip(" ”\"’')]([“") if "\n" not in before else None
    if lead is None or len(before) > _LONG or _ENDS.search(lead):
        return False
    words = [fold(word) for word in _WORD.findall(_ASIDE.sub("", lead))]
    placed = words[:-1] if words[-1:] in (["the"], ["a"], ["an"]) else words
    after = [fold(word) for word in _WORD.findall(_CLAUSE.split(_APPOSED.sub("", behind), maxsplit=1)[0])]
    if any(verb_in(word, _CONTRARY) for word in (*words, *after[:_NEAR])) or len(words) > _MOST:
        return False
    return _pointed(placed, behind) or _thanked(placed) or _handed(placed) or _did_tell(placed, after)


def is_told(word: str) -> bool:
    """Whether a word is for what somebody told, or for the telling.

    >>> is_told("findings"), is_told("published"), is_told("harbour")
    (True, True, False)
    """
    return word in TELLING_NOUNS or word in PUBLISHED or verb_in(word, _VERBS) is not None


def _pointed(words: list[str], behind: str) -> bool:
    """``That is the account given by``, ``The report, which appeared in``, ``The scoop is the Courier's``."""
    if words[:1] and words[0] in _AMOUNTS:
        words = words[2:] if words[1:2] == ["of"] else words[1:]
    if not words:
        return False
    first = words[0].removesuffix("'s").removesuffix("’s")
    owned = _OWNED.match(behind)
    if first in _POINTING and all(word in _LIGHT or word in _PLACING or is_told(word) for word in words[1:]):
        its = owned is not None and any(is_told(fold(word)) for word in owned.groups() if word)
        return (len(words) > 1 and (words[-1] in _LEADING or is_told(words[-1]))) or (its and _copula(words))
    named = words[0] in _DEFINITE and any(_is_noun(word) for word in words[1:_NEAR])
    if not named:
        return False
    return words[-1] in _PLACING or (words[-1] in _BE and (owned is not None or _sources(words)))


def _copula(words: list[str]) -> bool:
    return words[-1] in _BE or words[-1].endswith(("'s", "’s"))


def _is_noun(word: str) -> bool:
    return word in TELLING_NOUNS or word in PUBLISHED


def _sources(words: list[str]) -> bool:
    return "source" in words or "sources" in words


def _thanked(words: list[str]) -> bool:
    """``Hats off to``, ``Source:``."""
    return (
        bool(words)
        and words[0] in _THANKING
        and (len(words) == 1 or words[-1] in _PLACING or words[0] == "source")
    )


def _handed(words: list[str]) -> bool:
    """``We have it from``, ``The mayor made this known to``: a verb of telling, its object, a preposition."""
    if not words or words[-1] not in _PLACING:
        return False
    return _tells_it(words)


def _did_tell(words: list[str], after: list[str]) -> bool:
    """``The Courier brought this to light``: the name is the subject."""
    return len(words) <= _NEAR and not any(_is_noun(word) for word in words) and _tells_it(after[: 2 * _NEAR])


def _tells_it(words: list[str]) -> bool:
    """Whether a verb of telling has an object here that points back."""
    for at, word in enumerate(words):
        verb = verb_in(word, _VERBS) or verb_in(word, _MAKES)
        behind = words[at + 1 : at + 1 + _NEAR]
        if verb is None or not behind:
            continue
        goes_on = len(behind) > 1 and behind[1] not in _AFTER_OBJECT and not behind[1].endswith("ly")
        if (behind[0] in _OBJECTS and not goes_on) or behind[:2] == ["as", "much"]:
            return True
        if any(one == "the" and (two == "same" or _is_noun(two)) for one, two in pairwise(behind)):
            return True
    return False
