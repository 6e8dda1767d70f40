"""Places where people post, known by the noun beside their name: ``the messaging app Chirrup``.

A name alone does not tell a platform from a broadcaster or a person; a noun for
a service does, and so does a noun for what is posted behind it (“in a Chirrup
thread”).
"""

from __future__ import annotations

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.mediaphrases import capital
from rashomon.attribution.nouns import Phrase
from rashomon.language import functionwords as fw
from rashomon.language.transmission import PLATFORMS, POSTED, SERVICE_KINDS, SERVICES

__all__ = ["posted_in", "service_name"]

_PLACED = frozenset("in on to via".split())
_LONGEST = 3  # words of a platform's name
_OWN = frozenset("own personal official public private".split())
_OWNED = frozenset("his her their its my our".split()) | _OWN


def service_name(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """Where the name stands that a noun for a service explains, before it or behind; None without one."""
    for index in range(first, last + 1):
        if sentence.items[index].capital or not _is_service(sentence, index):
            continue
        end = index
        while end < last and capital(sentence, end + 1) and end - index < _LONGEST:
            end += 1
        if end > index and not sentence.low(end).endswith("'s"):
            return (index + 1, end)
        begin = _before(sentence, _kind_at(sentence, index), first)
        if begin is not None:
            return begin
    return None


def _is_service(sentence: Sentence, index: int) -> bool:
    low = sentence.low(index)
    return low in SERVICES or (low in SERVICE_KINDS and _kind_at(sentence, index) < index)


def _kind_at(sentence: Sentence, noun: int) -> int:
    """Where the words begin that tell what the service is for: ``social media``, ``messaging``."""
    at = noun
    while at > 0 and sentence.low(at - 1) in SERVICE_KINDS.get(sentence.low(noun), _ANY):
        at -= 1
    return at


_ANY = frozenset(word for kinds in SERVICE_KINDS.values() for word in kinds)


def _before(sentence: Sentence, end: int, first: int) -> Phrase | None:
    """The single capital before the noun: ``the Chirrup app``."""
    at = end - 1
    alone = at >= first and capital(sentence, at) and not capital(sentence, at - 1)
    return (at, at) if alone and not sentence.low(at).endswith("'s") else None


def posted_in(sentence: Sentence, noun: int) -> Phrase | None:
    """The platform before what is posted there: ``in a Chirrup post``, ``on the museum's Chirrup page``.

    Args:
        sentence: where it stands.
        noun: the item of the noun.
    """
    asked = sentence.low(noun) == "q" and sentence.low(noun + 1) == "&" and sentence.low(noun + 2) == "a"
    if (sentence.low(noun) not in POSTED and not asked) or not capital(sentence, noun - 1):
        return None
    if sentence.items[noun].capital and not asked:
        return None
    name = noun - 1
    known = sentence.low(name) in PLATFORMS
    if sentence.low(name).endswith("'s") or (capital(sentence, name - 1) and not known):
        return None
    begin = name - 1 if capital(sentence, name - 1) else name
    while begin > 0 and _describes(sentence, begin - 1) and name - begin < _LONGEST:
        begin -= 1
    opener = sentence.low(begin - 1)
    owner = opener in ("a", "an", "the", "this", "that") or opener in _OWNED or opener.endswith(("'s", "s'"))
    return (name, name) if owner and _placed(sentence, begin - 1) else None


def _placed(sentence: Sentence, index: int) -> bool:
    """Whether “in”, “on” or “to” stands before the phrase that begins about here, past whose page it is."""
    for at in range(index - 1, max(-1, index - 1 - _LONGEST), -1):
        if sentence.low(at) in _PLACED:
            return True
        if sentence.low(at) in fw.PREPOSITIONS:
            return False
    return False


def _describes(sentence: Sentence, index: int) -> bool:
    """Whether a word may stand between the article and the name: ``a since-deleted Chirrup post``."""
    item = sentence.items[index]
    return not item.capital and (item.low.endswith(("ed", "ly", "al", "ic", "ent", "ng")) or item.low in _OWN)
