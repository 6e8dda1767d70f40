"""How alike two words are, in a few steps rather than one distance.

Equal, equal but for spelling, the same number, forms of one word, nearly the
same letters: each step has its own value, so that an alignment prefers the
plainer explanation.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Indel

from rashomon.language.wordforms import CLITICS, number_value, same_lexeme, spelling

__all__ = ["CONTRACTED", "EQUAL", "INFLECTED", "MISSPELT", "PART", "SPELT_OTHERWISE", "UNLIKE", "likeness"]

EQUAL = 1.0
SPELT_OTHERWISE = 0.95
CONTRACTED = 0.9
INFLECTED = 0.7
MISSPELT = 0.6
PART = 0.5
UNLIKE = 0.0

_MISSPELT_FROM = 0.8
_SHORTEST_MISSPELT = 5
_SHORTEST_PART = 4


@lru_cache(maxsize=262_144)
def likeness(one: str, other: str) -> float:
    """How alike two folded words are, from 0 to 1; symmetric, 1 only for equal words.

    >>> likeness("take-out", "takeout"), likeness("did", "done"), likeness("three", "3")
    (0.95, 0.7, 0.95)
    >>> likeness("budget", "taxes"), likeness("n't", "not")
    (0.0, 0.9)
    """
    if one == other:
        return EQUAL
    if spelling(one) == spelling(other):
        return SPELT_OTHERWISE
    if _contracted(one, other) or _contracted(other, one):
        return CONTRACTED
    value, against = number_value(one), number_value(other)
    if value is not None or against is not None:
        return SPELT_OTHERWISE if value == against else UNLIKE
    return INFLECTED if same_lexeme(one, other) else _by_letters(spelling(one), spelling(other))


def _contracted(clitic: str, word: str) -> bool:
    return word in CLITICS.get(clitic, ())


def _by_letters(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST_PART and (long.startswith(short) or long.endswith(short)):
        return PART
    if len(short) < _SHORTEST_MISSPELT:
        return UNLIKE
    return MISSPELT if Indel.normalized_similarity(short, long) >= _MISSPELT_FROM else UNLIKE
