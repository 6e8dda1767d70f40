"""The same verb in another form, the same thing said of another person."""

from __future__ import annotations

from rashomon.collation.contrast import Contrast
from rashomon.language.similarity import MISSPELT, likeness
from rashomon.language.tidying import agree
from rashomon.language.wordforms import AUXILIARIES, FUNCTION_WORDS, PERSONAL, same_verb

__all__ = [
    "auxiliary",
    "function_words_dropped",
    "light_words",
    "pronoun_changed",
    "pronoun_dropped",
    "verb_form",
    "verb_phrase",
    "word_form",
]

_MODALS = frozenset("can could may might must shall should ought".split())
_WEIGHTY = frozenset("again only still even most many few".split())
_CARRIERS = (AUXILIARIES - _MODALS) | frozenset("going to get got gotten".split())


def auxiliary(c: Contrast) -> bool:
    """One side has an auxiliary more, and nothing else."""
    return bool(c.alone) and _CARRIERS.issuperset(c.alone or ()) and not {"to"}.issuperset(c.alone or ())


def verb_form(c: Contrast) -> bool:
    """The same verbs in the same order but for form and auxiliaries."""
    one, two = c.keys
    if not one or not two or not c.spoken_only:
        return False
    short, long = sorted((one, two), key=len)
    at, changed = 0, False
    for key in long:
        if at < len(short) and (key == short[at] or same_verb(key, short[at])):
            changed = changed or key != short[at]
            at += 1
        elif key not in _CARRIERS:
            return False
    return at == len(short) and (changed or len(short) < len(long))


def verb_phrase(c: Contrast) -> bool:
    """The same verb with other auxiliaries ("was raining", "had rained")."""
    one, two = ([key for key in keys if key not in _CARRIERS] for keys in c.rest_keys)
    differ = bool(c.rest[0]) and bool(c.rest[1])
    return c.spoken_only and differ and len(one) == len(two) and all(map(same_verb, one, two))


def pronoun_changed(c: Contrast) -> bool:
    """Another person, with the verb that goes with it."""
    one, two = c.rest_keys
    if len(one) == len(two) and any(_persons(a, b) for a, b in zip(one, two, strict=True)):
        return all(_persons(a, b) or agree(a, b) for a, b in zip(one, two, strict=True))
    sides = [{unit.key for unit in side} for side in c.apart]
    return all(sides) and all(side <= PERSONAL for side in sides)


def pronoun_dropped(c: Contrast) -> bool:
    """One side has a pronoun more."""
    return bool(c.alone) and PERSONAL.issuperset(c.alone or ())


def function_words_dropped(c: Contrast) -> bool:
    """One side has words more that carry no meaning by themselves."""
    return bool(c.alone) and (FUNCTION_WORDS - _WEIGHTY).issuperset(c.alone or ())


def word_form(c: Contrast) -> bool:
    """Word by word another form of the same."""
    one, two = c.keys
    same_length = len(one) == len(two) > 0 and c.spoken_only
    return same_length and all(likeness(a, b) >= MISSPELT for a, b in zip(one, two, strict=True))


def light_words(c: Contrast) -> bool:
    """Only words that carry no meaning by themselves differ."""
    return all(not unit.is_content for side in c.apart for unit in side)


def _persons(one: str, other: str) -> bool:
    return one != other and one in PERSONAL and other in PERSONAL
