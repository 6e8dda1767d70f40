"""What an editor sets into quoted words and owns to: brackets and ellipses."""

from __future__ import annotations

from rashomon.collation.contrast import Contrast, Words
from rashomon.collation.units import UnitKind

__all__ = ["bracket_for_words", "bracket_in_word", "bracket_inserted", "ellipsis_for_words", "ellipsis_only"]

_BESIDE = 3
"""Words of its own a reading may have beside bracket or ellipsis; with more, they are the difference."""


def ellipsis_only(c: Contrast) -> bool:
    """An ellipsis on one side, the same words on both."""
    return _differ(c, UnitKind.ELLIPSIS) and _without(c.base, UnitKind.ELLIPSIS) == _without(
        c.other, UnitKind.ELLIPSIS
    )


def bracket_in_word(c: Contrast) -> bool:
    """The same words, the first letter of one set in brackets ("[W]e")."""
    one, two = (
        any(unit.is_speech and unit.text.startswith("[") for unit in side) for side in (c.base, c.other)
    )
    return one != two and c.spoken_only and c.keys[0] == c.keys[1]


def bracket_inserted(c: Contrast) -> bool:
    """A bracket on one side, the same words on both."""
    return _differ(c, UnitKind.BRACKET) and _without(c.base, UnitKind.BRACKET) == _without(
        c.other, UnitKind.BRACKET
    )


def bracket_for_words(c: Contrast) -> bool:
    """A bracket on one side where the other has words."""
    return _differ(c, UnitKind.BRACKET) and any(
        _has(words, UnitKind.BRACKET) and len(own) <= _BESIDE
        for words, own in zip((c.base, c.other), c.apart, strict=True)
    )


def ellipsis_for_words(c: Contrast) -> bool:
    """An ellipsis on one side where the other has words."""
    ends = [_has(c.base, UnitKind.ELLIPSIS), _has(c.other, UnitKind.ELLIPSIS)]
    return ends[0] != ends[1] and len(c.apart[ends.index(True)]) <= _BESIDE


def _has(words: Words, kind: UnitKind) -> bool:
    return any(unit.kind is kind for unit in words)


def _differ(c: Contrast, kind: UnitKind) -> bool:
    """Whether the two do not have the same units of the kind."""
    one, two = ([unit.key for unit in side if unit.kind is kind] for side in (c.base, c.other))
    return one != two


def _without(words: Words, kind: UnitKind) -> list[str]:
    return [unit.key for unit in words if unit.kind is not kind]
