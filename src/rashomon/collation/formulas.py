"""Which short quotations are telling, and which are turns of speech that many use.

Nothing is known beforehand of what is common: the lot of statements tells it.
A few words are telling if hardly anybody else in the lot says them.  Only
absolute numbers of different wordings count, so that statements about something
else, and copies, change nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.collation.speakers import Speakers
from rashomon.collation.wordings import Wording
from rashomon.model import Policy

__all__ = ["Formulas"]

_Phrase = tuple[int, ...]
_ROW = 3
_LONE = 2


class Formulas:
    """How many say the words of the short quotations of a lot."""

    def __init__(self, wordings: Sequence[Wording], speakers: Speakers, policy: Policy) -> None:
        self._policy = policy
        short = (wording for wording in wordings if self._is_short(wording))
        self._named: dict[_Phrase, set[str]] = {phrase: set() for own in short for phrase in _phrases(own)}
        self._count = dict.fromkeys(self._named, 0)
        counted: set[tuple[int, ...]] = set()
        for number, wording in enumerate(wordings):
            phrases = {phrase for phrase in _all_phrases(wording) if phrase in self._named}
            for phrase in phrases:
                self._count[phrase] += wording.words not in counted
                if speaker := speakers.of(number):
                    self._named[phrase].add(speaker)
            if phrases:
                counted.add(wording.words)

    def telling(self, one: Wording, other: Wording) -> bool:
        """Whether the shorter is not short, or holds words that hardly anybody else says.

        Of two words each must be so, and one rare, of more a row of three.
        """
        short = min(one, other, key=lambda wording: len(wording.words))
        if not self._is_short(short):
            return True
        if len(short.words) > _LONE:
            return any(map(self._rare, _phrases(short)))
        spread = [self._count[phrase] for phrase in _phrases(short)]
        few = min(spread) <= self._policy.collation_rare and max(spread) <= self._policy.collation_postings
        return few and all(map(self._rare, _phrases(short)))

    def _is_short(self, wording: Wording) -> bool:
        return 1 < len(wording.words) < self._policy.collation_run

    def _rare(self, phrase: _Phrase) -> bool:
        """A row is one speaker's own; a lone word may be another's, too."""
        others = 1 if len(phrase) == 1 else 0
        few = self._count[phrase] <= self._policy.collation_formula
        return few and len(self._named[phrase]) <= 1 + others


def _phrases(wording: Wording) -> Iterator[_Phrase]:
    """What a short quotation is known by: its rows of three, or its words if it has but two."""
    words = wording.words
    if len(words) <= _LONE:
        yield from ((word,) for word in words)
    for at in range(len(words) - _ROW + 1):
        yield words[at : at + _ROW]


def _all_phrases(wording: Wording) -> Iterator[_Phrase]:
    words = wording.words
    yield from ((word,) for word in words)
    for at in range(len(words) - _ROW + 1):
        yield words[at : at + _ROW]
