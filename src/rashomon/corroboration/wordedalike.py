"""Wordings in the same words: one claim, whatever the measured mix makes of what stands around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rashomon.corroboration.likeness import Lot, Pair

__all__ = ["worded_alike"]

_INSERTED = re.compile(r"\[[^\]]*\]|\((?:sic|emphasis added)\)", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:'\w+)*")
_QUOTES = str.maketrans("’‘ʼ", "'''")
_LEAST = 4  # words that two wordings must have in common to be one by them alone
_FEWEST = 3  # where one act of speech is told
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
