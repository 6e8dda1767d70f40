"""What the places of a bare name show it to be: an outlet is met only where words are told, carried or cited.

“told Vantage” alone does not tell a newsroom from a person or a country.  A
name that an article never uses but as a hearer, as the subject of reporting, or
behind “according to” and its like is taken for an outlet's; one that acts, is
acted upon, is lived in or ends somebody's full name is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from rashomon.attribution.apposition import certainly_outlet
from rashomon.attribution.clauses import Sentence
from rashomon.attribution.mediaphrases import DAYS
from rashomon.language import functionwords as fw
from rashomon.language.titles import OFFICES, ORGANISATION_WORDS, TITLES
from rashomon.language.tokens import fold
from rashomon.language.transmission import (
    ADDRESSED,
    CARRIERS,
    CITING,
    HEARERS,
    INTERVIEWERS,
    MEDIA,
    NO_HEARERS,
    REPORTING,
    SHOWS,
    SPOKEN_TO,
    VOICES,
)

__all__ = ["Bearings"]

_PARTICIPLES = frozenset(first for first, _ in CARRIERS)
_PRINTS = frozenset("embedded reprinted republished reposted printed prints".split())
_TIMES = fw.TEMPORAL | frozenset("at in the day week weekend month year morning evening here".split())
_LINKS = frozenset("to with by in for on from".split())
_PIECES = frozenset("interview article column op-ed essay report piece story editorial profile".split())
_REPORT = frozenset(REPORTING) - {"report", "ran"}
_SAID = frozenset("said says added".split())  # anybody does
_NO_OUTLETS = NO_HEARERS | ORGANISATION_WORDS | TITLES | (frozenset(HEARERS) - {"forum"})
_LONGEST = 3  # words of a bare name
_NEAR = 6  # items before a preposition in which what was said to an outlet stands
_PEOPLES = ("ans", "ese", "ish", "ites", "ists", "crats", "icans")


class _Place(Enum):
    """Where a name stands."""

    CERTAIN = auto()
    """Where no person does either: ``per …``, ``…, a newsletter,``, ``…, which first printed``."""
    SURE = auto()
    """Where only an outlet does: ``according to …``, ``… reported``, ``obtained by …``."""
    TOLD = auto()
    """Where somebody is told."""
    SAID = auto()
    """Before “said”."""
    LIVED_IN = auto()
    """Behind “in”, as a place."""
    ELSEWHERE = auto()


class Bearings:
    """The bare names of one article, and whether they are met among media only."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._met: Counter[tuple[str, _Place]] = Counter()
        self._parts: set[str] = set()
        for sentence in sentences:
            for first, last in _names(sentence):
                self._learn(sentence, first, last)

    def _learn(self, sentence: Sentence, first: int, last: int) -> None:
        words = [_bare(sentence.low(i)) for i in range(first, last + 1)]
        if len(words) == 2 and sentence.low(first - 1) != "the":
            self._parts.update(words)
        if len(words) <= _LONGEST:
            titled = sentence.low(first - 1) in TITLES
            place = _Place.ELSEWHERE if titled else _place(sentence, first, last)
            self._met[" ".join(words), place] += 1

    def once(self, name: str) -> bool:
        """Whether a name of one word stands nowhere else in the article, and is no part of somebody's."""
        key = fold(name)
        return sum(self._met[key, place] for place in _Place) <= 1 and key not in self._parts

    def place(self, name: str) -> bool:
        """Whether the article has something happen there."""
        return bool(self._met[fold(name), _Place.LIVED_IN])

    def outlet(self, name: str, *, article: bool = False) -> bool:
        """Whether a name is an outlet's by every place where it stands.

        Args:
            name: as it stands; one of several words counts only with an article, or it may be a person's.
            article: whether “the” stands before it.
        """
        words = fold(name).split()
        key = " ".join(words)
        if not words or words[-1] in _NO_OUTLETS:
            return False
        if self._met[key, _Place.CERTAIN]:
            return True
        if len(words) > 1 and not article:
            return self._both(key, words)
        if len(words) == 1 and (key in self._parts or key.endswith(_PEOPLES)):
            return False
        if self._met[key, _Place.ELSEWHERE] or (not article and self._met[key, _Place.LIVED_IN]):
            return False
        sure, told, said = (self._met[key, p] for p in (_Place.SURE, _Place.TOLD, _Place.SAID))
        return sure > 0 or (told > 0 and not said)

    def _both(self, key: str, words: Sequence[str]) -> bool:
        """Whether a name of several words passes on and is told, or passes on twice, never shortened."""
        alone = any(self._met[word, place] for word in words for place in _Place)
        sure, told = self._met[key, _Place.SURE], self._met[key, _Place.TOLD]
        return sure > 0 and sure + told > 1 and not self._met[key, _Place.ELSEWHERE] and not alone


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


def _names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words; a possessive ends one, and so does a title before a name."""
    begin = -1
    for index, item in enumerate(sentence.items):
        if not item.capital:
            if begin >= 0:
                yield (begin, index - 1)
            begin = -1
            continue
        titled = sentence.low(index - 1) in ADDRESSED or sentence.low(index - 1) == "the"
        inside = (titled or item.low not in DAYS) and (index > 0 or item.low not in _OPENING)
        if inside and begin < 0:
            begin = index
        ends = not inside or item.low.endswith("'s") or item.low in TITLES or item.low in OFFICES
        if begin >= 0 and ends:
            last = index if inside else index - 1
            if last >= begin:
                yield (begin, last)
            begin = -1
    if begin >= 0:
        yield (begin, len(sentence) - 1)


_OPENING = (
    fw.DETERMINERS
    | fw.PREPOSITIONS
    | fw.SUBORDINATORS
    | fw.CONJUNCTIONS
    | fw.ADVERBS
    | fw.SUBJECT_PRONOUNS
    | fw.TEMPORAL
)


def _place(sentence: Sentence, first: int, last: int) -> _Place:
    """How a name stands here."""
    low = sentence.low
    if certainly_outlet(sentence, first, last):
        return _Place.CERTAIN
    if low(last).endswith("'s"):
        own = low(last + 1) in INTERVIEWERS | MEDIA | SHOWS | VOICES or sentence.is_quote(last + 1)
        return _Place.SURE if own else _Place.ELSEWHERE
    return _place_behind(sentence, first) or _place_before(sentence, last + 1)


def _place_behind(sentence: Sentence, first: int) -> _Place | None:
    """What the words before a name tell of it."""
    low = sentence.low
    at = first - 2 if low(first - 1) == "the" else first - 1
    before = low(at)
    if before in ADDRESSED:
        return _Place.TOLD
    verb = at - 1
    while before == "by" and verb > at - _NEAR and low(verb) in _TIMES:
        verb -= 1
    if low(verb) in _PARTICIPLES | _PIECES and before in _LINKS:
        return _Place.SURE
    picked = before == "via" and low(at - 1) == ","
    if picked or before in CITING or (before == "to" and low(at - 1) == "according"):
        return _Place.SURE
    if before in ("to", "with") and any(low(i) in SPOKEN_TO for i in range(max(0, at - _NEAR), at)):
        return _Place.TOLD
    return _Place.LIVED_IN if before in ("in", "near", "across", "at") else None


def _place_before(sentence: Sentence, behind: int) -> _Place:
    """What the words behind a name tell of it."""
    low = sentence.low
    if low(behind) == "," and (
        low(behind + 1) in CITING or low(behind + 2) in ("cited", "quoted", "reported")
    ):
        return _Place.SURE
    while low(behind) in fw.ADVERBS or low(behind) in ("has", "had", "have"):
        behind += 1
    if low(behind) in _SAID:
        return _Place.SAID
    noun = low(behind) == "reports" and low(behind + 1) in ("of", "about", "on", "from")
    return (
        _Place.SURE if (low(behind) in _REPORT or low(behind) in _PRINTS) and not noun else _Place.ELSEWHERE
    )
