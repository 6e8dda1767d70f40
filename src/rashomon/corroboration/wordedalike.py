"""Wordings in the same words: one claim, whatever the measured mix makes of what stands around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rashomon.corroboration.likeness import Lot, Pair
from rashomon.corroboration.polarity import turned
from rashomon.corroboration.units import Unit
from rashomon.language.negations import DENYING
from rashomon.model import Mode

__all__ = ["Held", "within", "worded_alike"]

_INSERTED = re.compile(r"\[[^\]]*\]|\((?:sic|emphasis added)\)", re.IGNORECASE)
_WORD = re.compile(r"[-−]?\d+(?:[.,:]\d+)*%?|\w+(?:['-]\w+)*")
_QUOTES = str.maketrans("’‘ʼ", "'''")
_LEAST = 4  # words that two wordings must have in common to be one by them alone
_FEWEST = 3  # where one act of speech is told
_OPEN = frozenset("if whether unless until perhaps may might could would should".split())
_NEARLY = 0.8  # of the words, in their order, within one act of speech


def worded_alike(lot: Lot) -> Mapping[Pair, float]:
    """The pairs whose words are the same but for case and signs (1), and those of one act of speech whose
    words are nearly so: how nearly (twice the words in common, in order, of the words of both).

    >>> _folded("“They’d [the crew] gone”") == _folded("they'd gone."), _folded("1,200 men [not]")
    (True, ('1,200', 'men', 'not'))
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
    """Which units of a story have all words of another one that the same speaker said, in one stretch.

    One act of speech may be cut into quotations in several ways: so it is asked who is quoted.
    """

    def __init__(self, lot: Lot) -> None:
        self._lot = lot
        self._words = [_folded(told) for told in lot.words]
        self._said: dict[str, list[int]] = defaultdict(list)
        for at, unit in enumerate(lot.units):
            for voice in _voices(unit):
                self._said[voice].append(at)

    def beside(self, members: Sequence[int]) -> Mapping[str, int]:
        """By report (its id), of those without one of these units, its first unit that has the words of one.

        None is had in words that deny it, or by a cue that does.
        """
        lot, out = self._lot, dict[str, int]()
        having = {lot.reports[at] for at in members}
        for member in members:
            short = self._words[member]
            voices = _voices(lot.units[member]) if len(short) >= _LEAST else ()
            for at in {at for voice in voices for at in self._said[voice]}:
                first = lot.reports[at] not in having and at < out.get(lot.reports[at], at + 1)
                one = first and turned(lot.units[at]) == turned(lot.units[member])
                if one and _holds(self._words[at], short):
                    out[lot.reports[at]] = at
        return out


def _voices(unit: Unit) -> tuple[str, ...]:
    """The act of speech that a unit is of, and who is quoted in it."""
    statement, voices = unit.statement, [unit.utterance] if unit.utterance else []
    if statement is not None and statement.mode is not Mode.INDIRECT and statement.source is not None:
        voices.append(statement.source.source.id)
    return tuple(voices)


def _by_utterance(lot: Lot) -> Mapping[str, list[int]]:
    told: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(lot.units):
        if unit.utterance is not None:
            told[unit.utterance].append(at)
    return told


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
    return tuple(_WORD.findall(_INSERTED.sub(_kept, words.casefold().translate(_QUOTES))))


def _kept(inserted: re.Match[str]) -> str:
    """An editor's "[the crew]" tells who is meant; "[not]" turns what is said."""
    return inserted[0] if any(map(_turns, _WORD.findall(inserted[0]))) else " "


def _same(words: Sequence[tuple[str, ...]]) -> Iterator[Pair]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, folded in enumerate(words):
        if len(folded) >= _LEAST:
            places[folded].append(at)
    for alike in places.values():
        yield from combinations(alike, 2)


def _spoken_together(lot: Lot) -> Iterator[Pair]:
    """Pairs of two reports' units of one act of speech."""
    for units in _by_utterance(lot).values():
        yield from (
            (one, other) for one, other in combinations(units, 2) if lot.reports[one] != lot.reports[other]
        )
