"""Proper names that differ: another name, a shorter form of the same, a pronoun in its place.

A capital shows a name inside a sentence.  Where a sentence opens it shows
nothing; a word there counts as a name if it is no form that opens sentences
by itself (a plural, an adverb) and what follows goes with a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.collation.contrast import Contrast, Words
from rashomon.collation.units import Unit
from rashomon.language.datewords import dates_in
from rashomon.language.givennames import one_given_name
from rashomon.language.titles import TITLES
from rashomon.language.wordforms import AUXILIARIES, IN_FULL, PERSONAL

__all__ = ["name_changed", "name_shortened", "pronoun_for_name"]

_NO_NAME_ENDINGS = ("s", "ly", "ing", "ed", "body", "thing", "one")
_AFTER_NAMES = AUXILIARIES | frozenset("and said says went goes came comes knew knows took made 's".split())
_SMALL = frozenset("of the and for".split())


def name_changed(c: Contrast) -> bool:
    """Another proper name in the same place."""
    sides = _named(c)
    return all(any(name for _, name in side) for side in sides) and all(
        name or not unit.is_content for side in sides for unit, name in side
    )


def name_shortened(c: Contrast) -> bool:
    """A shorter form of the same name: without given name or title, by initials, by a short given name."""
    one, two = c.rest
    if bool(one) != bool(two):
        return _part_left_out(c)
    if not one:
        return False
    return _initials(one, two) or _initials(two, one) or _one_person(c)


def pronoun_for_name(c: Contrast) -> bool:
    """A pronoun on one side, a name on the other."""
    sides = _named(c)
    pronouns = [
        bool(side) and all(unit.key in PERSONAL or _light(unit) for unit, _ in side) for side in sides
    ]
    holds = [any(unit.key in PERSONAL for unit, _ in side) for side in sides]
    names = [
        bool(side) and all(name or _light(unit) for unit, name in side) and any(name for _, name in side)
        for side in sides
    ]
    return (pronouns[0] and holds[0] and names[1]) or (pronouns[1] and holds[1] and names[0])


def _light(unit: Unit) -> bool:
    return unit.key in AUXILIARIES or unit.key in _SMALL


def _part_left_out(c: Contrast) -> bool:
    """One side has a title or name more, right beside a name that both have."""
    more = c.rest[0] or c.rest[1]
    spoken = [unit for unit in (c.base if c.rest[0] else c.other) if unit.is_speech]
    start = next(at for at, unit in enumerate(spoken) if unit is more[0])
    around = [*c.before[-1:], *spoken[:start]][-1:], [*spoken[start + len(more) :], *c.after[:1]][:1]
    pause = [bool(side) and _pauses(side[-1]) for side in (around[0], more)]
    beside = any(not pause[n] and any(_part(unit) for unit in side) for n, side in enumerate(around))
    return beside and all(_capital(unit) and (unit.is_content or _titled(unit)) for unit in more)


def _pauses(unit: Unit) -> bool:
    """Whether a mark parts the word from the next; the stop of "Mr." does not."""
    return bool(unit.trail_marks) and not (unit.trail_marks == "." and _titled(unit))


def _part(unit: Unit) -> bool:
    return _capital(unit) and unit.is_content and not _dated(unit)


def _one_person(c: Contrast) -> bool:
    """Titles and given names that differ before or after a part that stays: "Mr Quill" for "Mara Quill"."""
    one, two = c.rest
    if not all(_capital(unit) for unit in (*one, *two)):
        return False
    if len(one) == len(two) == 1 and one_given_name(one[0].text, two[0].text):
        return True
    shared = any(_capital(unit) and unit.is_content for unit in _shared(c))
    titled = [all(_titled(unit) for unit in side) for side in (one, two)]
    return shared and any(titled)


def _shared(c: Contrast) -> list[Unit]:
    """The word that both have right after those that differ."""
    spoken = [unit for unit in c.base if unit.is_speech]
    last = c.rest[0][-1]
    at = next(i for i, unit in enumerate(spoken) if unit is last)
    return [*spoken[at + 1 : at + 2], *c.after[:1]][:1]


def _initials(short: Words, full: Words) -> bool:
    """Whether one word holds the first letters of the others."""
    letters = short[0].key.replace(".", "") if len(short) == 1 else ""
    initials = [unit.key[0] for unit in full if unit.key not in _SMALL]
    return len(letters) > 1 and short[0].text.isupper() and list(letters) == initials


def _named(c: Contrast) -> tuple[list[tuple[Unit, bool]], list[tuple[Unit, bool]]]:
    """What each has apart, and which of it are names."""
    sides = []
    for words, apart in zip((c.base, c.other), c.apart, strict=True):
        line = [*c.before[-1:], *words, *c.after[:1]]
        first = len(c.before[-1:])
        opens = {
            id(unit): unit.is_speech and _is_name(line, at)
            for at, unit in enumerate(line[first : first + len(words)], start=first)
        }
        sides.append([(unit, opens[id(unit)]) for unit in apart])
    return sides[0], sides[1]


def _is_name(line: Sequence[Unit], at: int) -> bool:
    unit = line[at]
    if not _capital(unit) or not unit.is_content or _dated(unit):
        return False
    if at and not line[at - 1].ends_sentence and not unit.lead_marks.endswith('"'):
        return True
    behind = line[at + 1] if at + 1 < len(line) else None
    if behind is not None and _capital(behind) and behind.is_content:
        return True
    return behind is not None and behind.key in _AFTER_NAMES and not unit.key.endswith(_NO_NAME_ENDINGS)


def _capital(unit: Unit) -> bool:
    return unit.is_speech and unit.text[:1].isupper() and unit.key != "i"


def _titled(unit: Unit) -> bool:
    return unit.key in TITLES or unit.key in IN_FULL or unit.key.rstrip(".") in IN_FULL


def _dated(unit: Unit) -> bool:
    return bool(dates_in([unit.text]))
