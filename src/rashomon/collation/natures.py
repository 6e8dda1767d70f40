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

__all__ = ["Nature", "nature_of", "parted"]


class Nature(Enum):
    """What differs in a column."""

    WORDS = auto()
    MISSING = auto()
    NUMBER = auto()
    DATE = auto()
    FORM = auto()
    DENIAL = auto()
    BRACKET = auto()
    MARKS = auto()


_BY_THEMSELVES = frozenset({Nature.NUMBER, Nature.DATE, Nature.FORM})
_EDITED = frozenset({Nature.BRACKET, Nature.MARKS})
_BESIDE_DENIAL = frozenset({Nature.WORDS, Nature.NUMBER, Nature.DATE})


def parted(one: Nature | None, other: Nature | None) -> bool:
    """Whether two columns of these natures that follow each other hold different edits."""
    natures = {one, other}
    if None in natures or len(natures) == 1:
        return False
    if not natures.isdisjoint(_EDITED):
        return natures == _EDITED
    if Nature.DENIAL in natures:
        return not natures.isdisjoint(_BESIDE_DENIAL)
    return not natures.isdisjoint(_BY_THEMSELVES)


def nature_of(units: Sequence[Unit | None]) -> Nature | None:
    """What the column is; None for small words, which go with what stands beside them."""
    words = [unit for unit in units if unit is not None]
    gap = len(words) < len(units)
    if not all(unit.is_speech for unit in words):
        added = gap and all(unit.kind is UnitKind.BRACKET for unit in words)
        return Nature.BRACKET if added else None
    if not gap and len({unit.text for unit in words}) == 1:
        return Nature.MARKS
    keys = sorted({unit.key for unit in words})
    if all(number_value(key) is not None for key in keys):
        return None if gap else Nature.NUMBER
    if all(dates_in([unit.text]) for unit in words):
        return None if gap else Nature.DATE
    if gap:
        if all(key in DENYING for key in keys):
            return Nature.DENIAL
        return Nature.MISSING if any(unit.is_content for unit in words) else None
    if len(keys) > 1 and all(INFLECTED <= likeness(keys[0], key) < CONTRACTED for key in keys[1:]):
        return Nature.FORM
    return Nature.WORDS if any(unit.is_content for unit in words) else None
