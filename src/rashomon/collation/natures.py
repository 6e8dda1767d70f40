"""Where one run of differences holds two edits of different kinds side by side.

"Grew 12 percent" for "rose 15 percent" is another word and another number.  A
column in which all witnesses have a number, a date or a form of one verb is an
edit by itself where other words that carry meaning differ beside it; so is a
denial that only some have, and a bracket beside a word that only its marks
part.  Words of a phrase that is put otherwise stay together.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from rashomon.collation.units import Unit, UnitKind
from rashomon.language.datewords import dates_in
from rashomon.language.negations import DENYING
from rashomon.language.similarity import CONTRACTED, INFLECTED, likeness
from rashomon.language.wordforms import number_value

__all__ = ["parted"]


class _Nature(Enum):
    """What differs in a column."""

    WORDS = auto()
    MISSING = auto()
    NUMBER = auto()
    DATE = auto()
    FORM = auto()
    DENIAL = auto()
    BRACKET = auto()
    MARKS = auto()


_BY_THEMSELVES = frozenset({_Nature.NUMBER, _Nature.DATE, _Nature.FORM})
_EDITED = frozenset({_Nature.BRACKET, _Nature.MARKS})
_BESIDE_DENIAL = frozenset({_Nature.WORDS, _Nature.NUMBER, _Nature.DATE})


def parted(one: Sequence[Unit | None], other: Sequence[Unit | None]) -> bool:
    """Whether two columns that follow each other hold different edits.

    Args:
        one: the unit of each witness that is under way there; `other` likewise.
    """
    natures = {_nature(one), _nature(other)}
    if None in natures or len(natures) == 1:
        return False
    if not natures.isdisjoint(_EDITED):
        return natures == _EDITED
    if _Nature.DENIAL in natures:
        return not natures.isdisjoint(_BESIDE_DENIAL)
    return not natures.isdisjoint(_BY_THEMSELVES)


def _nature(units: Sequence[Unit | None]) -> _Nature | None:
    """What the column is; None for small words, which go with what stands beside them."""
    words = [unit for unit in units if unit is not None]
    gap = len(words) < len(units)
    if not all(unit.is_speech for unit in words):
        added = gap and all(unit.kind is UnitKind.BRACKET for unit in words)
        return _Nature.BRACKET if added else None
    if not gap and len({unit.text for unit in words}) == 1:
        return _Nature.MARKS
    keys = sorted({unit.key for unit in words})
    if all(number_value(key) is not None for key in keys):
        return None if gap else _Nature.NUMBER
    if all(dates_in([unit.text]) for unit in words):
        return None if gap else _Nature.DATE
    if gap:
        if all(key in DENYING for key in keys):
            return _Nature.DENIAL
        return _Nature.MISSING if any(unit.is_content for unit in words) else None
    if len(keys) > 1 and all(INFLECTED <= likeness(keys[0], key) < CONTRACTED for key in keys[1:]):
        return _Nature.FORM
    return _Nature.WORDS if any(unit.is_content for unit in words) else None
