"""Differences that change no word: marks, case, spelling, numerals, contractions."""

from __future__ import annotations

from rashomon.collation.contrast import Contrast, Words
from rashomon.collation.units import UnitKind
from rashomon.language.datewords import dates_in
from rashomon.language.plainwords import Amount, plain
from rashomon.language.wordforms import CLITICS, spelling

__all__ = ["case_differs", "contracted", "marks_differ", "number_in_words", "spelling_differs"]

_ALSO_SHORT = ({"saint", "street"}, {"doctor", "drive"}, {"company", "county"})
_DROPPING = {"ai": "is"}


def marks_differ(c: Contrast) -> bool:
    """The same hearts, or the same but for round brackets or the capital of a new sentence."""
    one, two = _texts(c.base), _texts(c.other)
    if one == two:
        return True
    if None not in c.opens and c.opens[0] != c.opens[1] and one[1:] == two[1:] and case_differs(c):
        return True
    return _unbracketed(c.base) == _unbracketed(c.other) != ""


def case_differs(c: Contrast) -> bool:
    """The same words but for capitals."""
    return [t.casefold() for t in _texts(c.base)] == [t.casefold() for t in _texts(c.other)]


def spelling_differs(c: Contrast) -> bool:
    """The same words but for hyphens, blanks, British and American habits, titles written short."""
    if not c.spoken_only or not c.keys[0] or not c.keys[1] or _has_aint(c):
        return False
    if c.alone == ["'s"] and _possessive(c):
        return True
    one, two = plain(c.keys[0]), plain(c.keys[1])
    if len(one) == len(two) and all(a == b or {a, b} in _ALSO_SHORT for a, b in zip(one, two, strict=True)):
        return True
    return _joined(c.keys[0]) == _joined(c.keys[1])


def number_in_words(c: Contrast) -> bool:
    """Equal amounts, written otherwise."""
    if not c.spoken_only:
        return False
    one, two = plain(c.keys[0]), plain(c.keys[1])
    if not one or not all(isinstance(atom, Amount) for atom in (*one, *two)):
        return any(isinstance(atom, Amount) for atom in one) and one == two
    days = [[date for date in dates_in(texts) if date[0] == "day"] for texts in c.framed_texts()]
    return one == two or (days[0] == days[1] != [])


def contracted(c: Contrast) -> bool:
    """The same words, some of them contracted on one side."""
    one, two = c.keys
    if not one or len(one) != len(two) or not c.spoken_only or _has_aint(c):
        return False
    return all(
        spelling(a) == spelling(b) or b in CLITICS.get(a, ()) or a in CLITICS.get(b, ())
        for a, b in zip(one, two, strict=True)
    )


def _texts(words: Words) -> list[str]:
    return ["…" if unit.kind is UnitKind.ELLIPSIS else unit.text for unit in words]


def _joined(keys: list[str]) -> str:
    return spelling("".join(spelling(key) for key in keys))


def _possessive(c: Contrast) -> bool:
    """Whether the ending stands after an s, where a bare apostrophe would do."""
    keys = c.keys[0] if c.rest[0] else c.keys[1]
    at = keys.index("'s")
    return at > 0 and keys[at - 1].endswith("s")


def _has_aint(c: Contrast) -> bool:
    """Whether "ain't", which stands for several words, is on one side only."""
    one, two = (sum(u.text.casefold() in _DROPPING for u in side) for side in (c.base, c.other))
    return one != two


def _unbracketed(words: Words) -> str:
    """The words in one string, round brackets taken off; empty if there are none."""
    if not any(unit.kind is UnitKind.BRACKET and unit.text.startswith("(") for unit in words):
        return "".join(f"{unit.text} " for unit in words)
    return "".join(f"{unit.text.strip('()')} " for unit in words)
