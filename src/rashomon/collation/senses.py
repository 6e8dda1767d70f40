"""What a statement tells, whoever tells it: its meaning words, person and tense folded away.

“I will sign the bills” and “that he would sign the bill” have the same senses.
A sense is a form for comparing, not a correct word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.collation.units import Unit
from rashomon.language.wordforms import base_form, number_value, spelling

__all__ = ["sense", "senses"]

_ENDINGS = ("ings", "ing", "edly", "ed", "es", "s", "ly", "er")
_SHORTEST = 4


@lru_cache(maxsize=65_536)
def sense(key: str) -> str:
    """What stands for a folded word and its forms.

    >>> sense("signed") == sense("signing"), sense("took") == sense("taken"), sense("three")
    (True, True, '#3')
    """
    value = number_value(key)
    if value is not None:
        return f"#{value[1]:g}"
    word = spelling(base_form(key))
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word.endswith("e"):
        word = word[:-1]
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "y" if word.endswith("i") and len(word) >= _SHORTEST else word


def senses(units: Sequence[Unit]) -> Iterator[tuple[str, int]]:
    """The senses of the words that carry meaning, in order, each with the place of its word."""
    return ((sense(unit.key), at) for at, unit in enumerate(units) if unit.is_content)
