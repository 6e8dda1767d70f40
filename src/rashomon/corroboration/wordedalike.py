"""Wordings in the same words: one claim, whatever the measured mix makes of what stands around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rashomon.corroboration.likeness import Lot, Pair
from rashomon.language.negations import DENYING

__all__ = ["Held", "within", "worded_alike"]

_INSERTED = re.compile(r"\[[^\]]*\]|\((?:sic|emphasis added)\)", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:'\w+)*")
_QUOTES = str.maketrans("’‘ʼ", "'''")
_LEAST = 4  # words that two wordings must have in common to be one by them alone
_FEWEST = 3  # where one act of speech is told
_OPEN = frozenset("if whether unless until perhaps may might could would should".split())
_NEARLY = 0.8  # of the words, in their order, within one act of speech


def worded_alike(lot: Lot) -> Mapping[Pair, float]:
    """The pairs whose words are the same but for case and signs (1), and those of one act of speech whose
    words are nearly so: how nearly (twice the words in common, in order, of the words of both).

    >>> _folded("“They’d [the crew] gone”") == _folded("they'd gone.")
    True
    """
    words = [_folded(told) for told in lot.words]
    out = dict.fromkeys(_same(words), 1.0)
    for pair in _spoken_together(lot):
        one, other = (words[at] for at in pair)
        if pair not in out and min(len(one), len(other)) >= _FEWEST:
            first, second = sorted((one, other))
            share = SequenceMatcher(None, first, second, autojunk=False).ratio()
            if share >= _NEARLY:
                out[pair] = share
    return out


class Held:
    """Which units of a story have all words of another one, in one stretch."""

    def __init__(self, lot: Lot) -> None:
        self._reports = lot.reports
        self._words = [_folded(told) for told in lot.words]
        self._having: dict[str, list[int]] = defaultdict(list)
        for at, words in enumerate(self._words):
            for word in sorted(set(words)):
                self._having[word].append(at)

    def beside(self, members: Sequence[int]) -> Mapping[str, int]:
        """By report (its id), of those without one of these units, its first unit that has the words of one.

        None is had in words that deny it: "she never said that the gate was shut".
        """
        having = {self._reports[at] for at in members}
        out: dict[str, int] = {}
        for short in sorted({self._words[at] for at in members if len(self._words[at]) >= _LEAST}):
            for at in min((self._having[word] for word in short), key=len):
                report = self._reports[at]
                if report not in having and at < out.get(report, at + 1) and _holds(self._words[at], short):
                    out[report] = at
        return out


def within(one: str, other: str) -> bool:
    """Whether either wording holds the other, case and signs aside, and neither denies nor leaves it open.

    >>> within("“The gate was shut.”", "they say the gate was shut"), within("It shut", "it never shut")
    (True, False)
    """
    short, long = sorted((_folded(one), _folded(other)), key=len)
    return _holds(long, short)


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether one stretch of words is the other, and nothing around it and its repetitions turns it."""
    rest: list[str] = []
    at, found = 0, False
    while at < len(long):
        here = bool(short) and long[at : at + len(short)] == short
        rest += [] if here else [long[at]]
        found = found or here
        at += len(short) if here else 1
    return found and not any(map(_turns, rest))


def _turns(word: str) -> bool:
    return word in DENYING or word in _OPEN or word.endswith("n't")


def _folded(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_INSERTED.sub(" ", words).casefold().translate(_QUOTES)))


def _same(words: Sequence[tuple[str, ...]]) -> Iterator[Pair]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, folded in enumerate(words):
        if len(folded) >= _LEAST:
            places[folded].append(at)
    for alike in places.values():
        yield from combinations(alike, 2)


def _spoken_together(lot: Lot) -> Iterator[Pair]:
    """Pairs of two reports' units of one act of speech."""
    told: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(lot.units):
        if unit.utterance is not None:
            told[unit.utterance].append(at)
    for units in told.values():
        yield from (
            (one, other) for one, other in combinations(units, 2) if lot.reports[one] != lot.reports[other]
        )
