"""Speech tidied for print: fillers and words said twice left out, dialect and slips of grammar mended."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collation.contrast import Contrast, Words, keys_of
from rashomon.language.negations import denied
from rashomon.language.tidying import CONCORD, is_filler, is_opener, same_in_dialect, tidied
from rashomon.language.wordforms import FUNCTION_WORDS, PERSONAL, bare_past

__all__ = [
    "dialect_spelling",
    "double_negative",
    "filler_words",
    "grammar_mended",
    "repeated_words",
    "verb_agreement",
]

_LONGEST_REPEAT = 4
_LONGEST_START = 6
_PAUSES = frozenset(",-;:")
_AINT = "ai"
_ONE_PERSON = frozenset("he she it this nobody somebody everybody".split())
_SUBJECTS = _ONE_PERSON | frozenset("i you we they".split())
_BETWEEN = frozenset("just then also never always only still even really all soon once ever".split())


def filler_words(c: Contrast) -> bool:
    """One side has fillers more; words like "so" and "well" only where a sentence or clause opens."""
    alone = c.alone
    if alone is None:
        return False
    return is_filler(alone) or (is_opener(alone) and _set_off(c))


def repeated_words(c: Contrast) -> bool:
    """One side has a word or two twice, or begins anew what it broke off."""
    words = c.rest[0] or c.rest[1]
    alone = c.alone
    if alone is None or any(unit.ends_sentence for unit in words):
        return False
    before, after = _around(c)
    plain = [key for key in alone if not is_filler([key]) and not is_opener([key])] or alone
    restarts = plain[:1] == after[:1] or plain[-1:] == before[-1:]
    if len(plain) < len(alone) and restarts and len(plain) <= _LONGEST_REPEAT:
        return True
    alone, length = plain, len(plain)
    line = [*before[-length:], *alone, *after[:length]]
    twice = any(line[at : at + length] == line[at + length :][:length] for at in range(len(line) - length))
    if length <= _LONGEST_REPEAT and twice:
        return True
    broken_off = "-" in words[-1].trail_marks and length <= _LONGEST_START
    return broken_off and (after[:1] == alone[:1] or PERSONAL.issuperset(alone))


def dialect_spelling(c: Contrast) -> bool:
    """The same words, on one side as they are spoken ("gonna", "comin")."""
    return c.spoken_only and any(same_in_dialect(*both) for both in _wordings(c))


def grammar_mended(c: Contrast) -> bool:
    """The same words once both are tidied."""
    return c.spoken_only and any(tidied(*both) for both in _wordings(c))


def double_negative(c: Contrast) -> bool:
    """ "Nothing" for "anything" where the sentence denies already."""
    one, two = c.rest_keys
    pairs = list(zip(one, two, strict=False))
    mended = [CONCORD.get(a) == b or CONCORD.get(b) == a for a, b in pairs]
    return len(one) == len(two) > 0 and all(mended) and denied(_around(c)[0]) > 0


def verb_agreement(c: Contrast) -> bool:
    """One verb with and without its -s after a pronoun; its bare form for its past ("the lake come up")."""
    one, two = c.rest_keys
    if len(one) != 1 or len(two) != 1:
        return False
    subject = next((key for key in reversed(_around(c)[0]) if key not in _BETWEEN), "")
    bare, long = sorted((one[0], two[0]), key=len)
    if subject in _SUBJECTS and long in {bare + "s", bare + "es", bare[:-1] + "ies"}:
        return True
    singular = subject in _ONE_PERSON or not (subject in FUNCTION_WORDS or subject.endswith("s"))
    return bool(subject) and singular and (bare_past(one[0], two[0]) or bare_past(two[0], one[0]))


def _around(c: Contrast) -> tuple[list[str], list[str]]:
    """The base's words before and after what is in neither reading's common beginning and end."""
    side, rest = (c.base, c.rest[0]) if c.rest[0] else (c.other, c.rest[1])
    keys = keys_of(side)
    start = next(
        (at for at, unit in enumerate(u for u in side if u.is_speech) if rest and unit is rest[0]), 0
    )
    return [*keys_of(c.before), *keys[:start]], [*keys[start + len(rest) :], *keys_of(c.after)]


def _set_off(c: Contrast) -> bool:
    """Whether the words open a sentence, or stand between pauses."""
    words = c.rest[0] or c.rest[1]
    side = c.base if c.rest[0] else c.other
    spoken = [unit for unit in side if unit.is_speech]
    at = next(i for i, unit in enumerate(spoken) if unit is words[0])
    before = [*c.before, *spoken[:at]]
    opens = not before or before[-1].ends_sentence or bool(words[0].lead_marks)
    return opens or not _PAUSES.isdisjoint(before[-1].trail_marks)


def _wordings(c: Contrast) -> Iterator[tuple[list[str], list[str]]]:
    """Both as they are, and with the base's words around them: "could of" is more than its "of"."""
    one, two = _spoken(c.base), _spoken(c.other)
    yield one, two
    before, after = _spoken(c.before[-1:]), _spoken(c.after[:2])
    yield [*before, *one, *after], [*before, *two, *after]


def _spoken(words: Words) -> list[str]:
    """The keys, with "ain't" as it is said."""
    return [_AINT if unit.text.casefold() == _AINT else unit.key for unit in words if unit.is_speech]
