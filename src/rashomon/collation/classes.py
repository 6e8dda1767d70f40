"""What kind of difference two readings show: a table of rules, the first that holds decides.

From what a house style does by itself (marks, spelling, contractions) over
what an editor adds (brackets, ellipses) to what changes the words.  A rule
sees the words of the base and of the other reading and nothing else, so a
class says how the texts differ, never why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.collation.units import Unit, UnitKind
from rashomon.language.similarity import MISSPELT, likeness
from rashomon.language.wordforms import (
    AUXILIARIES,
    CLITICS,
    FILLERS,
    FUNCTION_WORDS,
    NEGATIONS,
    NUMBER_WORDS,
    PRONOUNS,
    number_value,
    same_verb,
    spelling,
)
from rashomon.model import Severity, VariantKind

__all__ = ["CLASSES", "Class", "classify"]

Words = Sequence[Unit]


@dataclass(frozen=True, slots=True)
class Class:
    """A row of the table: the label, what it says, how sure, and when it holds (base, other)."""

    reason: str
    kind: VariantKind
    severity: Severity
    score: float
    holds: Callable[[Words, Words], bool]


def classify(base: Words, other: Words) -> Class:
    """The first class of the table that holds for the two readings."""
    return next(row for row in CLASSES if row.holds(base, other))


def _texts(words: Words) -> list[str]:
    return [unit.text for unit in words]


def _keys(words: Words) -> list[str]:
    return [unit.key for unit in words if unit.is_speech]


def _has(words: Words, kind: UnitKind) -> bool:
    return any(unit.kind is kind for unit in words)


def _without(words: Words, kind: UnitKind) -> list[str]:
    return [unit.key for unit in words if unit.kind is not kind]


def _marks_only(base: Words, other: Words) -> bool:
    return _texts(base) == _texts(other)


def _case_only(base: Words, other: Words) -> bool:
    return [t.casefold() for t in _texts(base)] == [t.casefold() for t in _texts(other)]


def _spelt(base: Words, other: Words) -> bool:
    same_kind = not any(_has(w, k) for w in (base, other) for k in (UnitKind.BRACKET, UnitKind.ELLIPSIS))
    return same_kind and bool(base) and _spelt_as_one(base) == _spelt_as_one(other)


def _spelt_as_one(words: Words) -> str:
    return spelling("".join(spelling(unit.key) for unit in words))


def _spelt_word_by_word(base: Words, other: Words) -> bool:
    one, two = _keys(base), _keys(other)
    speech = len(one) == len(base) and len(two) == len(other)
    return speech and bool(one) and list(map(spelling, one)) == list(map(spelling, two))


def _contracted(base: Words, other: Words) -> bool:
    one, two = _keys(base), _keys(other)
    if not one or len(one) != len(two) or len(one) != len(base) or len(two) != len(other):
        return False
    return all(
        a == b or b in CLITICS.get(a, ()) or a in CLITICS.get(b, ()) for a, b in zip(one, two, strict=True)
    )


_BESIDE = 3
"""Words of its own a reading may have beside bracket or ellipsis; with more, they are the difference."""


def _ellipsis_only(base: Words, other: Words) -> bool:
    kind = UnitKind.ELLIPSIS
    return (_has(base, kind) or _has(other, kind)) and _without(base, kind) == _without(other, kind)


def _ellipsis(base: Words, other: Words) -> bool:
    sides = _apart(base, other)
    ends = [_has(base, UnitKind.ELLIPSIS), _has(other, UnitKind.ELLIPSIS)]
    return ends[0] != ends[1] and len(sides[ends.index(True)]) <= _BESIDE


def _bracket_only(base: Words, other: Words) -> bool:
    kind = UnitKind.BRACKET
    return (_has(base, kind) or _has(other, kind)) and _without(base, kind) == _without(other, kind)


def _bracket(base: Words, other: Words) -> bool:
    sides = zip((base, other), _apart(base, other), strict=True)
    return any(_has(words, UnitKind.BRACKET) and len(own) <= _BESIDE for words, own in sides)


def _numbers(words: Words) -> Counter[object]:
    return Counter(number_value(key) for key in _keys(words) if number_value(key) is not None)


_NUMBER_LEEWAY = 2
_HARDLY_NUMBERS = frozenset({"one", "first", "second", "dozen", "no-one"})


def _number_differs(base: Words, other: Words) -> bool:
    one, two = _numbers(base), _numbers(other)
    if one == two or not base or not other:
        return False
    if not one or not two:
        if abs(len(base) - len(other)) > _NUMBER_LEEWAY:
            return False
        alone = {u.key for u in (*base, *other) if number_value(u.key)}
        return not alone <= _HARDLY_NUMBERS
    return _value(base) != _value(other)


def _value(words: Words) -> tuple[str, ...]:
    """The numbers as one: scales multiply ("3 million"), the other words do not count."""
    total, parts = 0.0, []
    for key in _keys(words):
        value = number_value(key)
        if value is None:
            continue
        scale = key in NUMBER_WORDS and NUMBER_WORDS[key] >= 100
        total = total * value[1] if scale and total else total + value[1]
        parts.append(value[0])
    return (*sorted(set(parts)), repr(total))


def _number_in_words(base: Words, other: Words) -> bool:
    plain = ([k for k in _keys(w) if number_value(k) is None] for w in (base, other))
    one, two = plain
    return bool(_numbers(base)) and one == two and _value(base) == _value(other)


def _negated(words: Words) -> int:
    return sum(key in NEGATIONS or key == "n't" for key in _keys(words))


def _negation(base: Words, other: Words) -> bool:
    """Whether one side denies what the other does not; a clause that is missing as a whole denies nothing."""
    if _negated(base) % 2 == _negated(other) % 2:
        return False
    alone = next((rest for rest, none in (_rest(base, other), _rest(other, base)) if not none), None)
    return alone is None or all(u.key in NEGATIONS or u.key in _CARRIERS or u.key == "n't" for u in alone)


def _rest(one: Words, other: Words) -> tuple[Words, Words]:
    """Both without the words they begin and end with in common."""
    start = 0
    while start < min(len(one), len(other)) and one[start].key == other[start].key:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end].key == other[-1 - end].key:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def _one_side(test: Callable[[list[str]], bool]) -> tuple[Callable[[Words, Words], bool], ...]:
    """The test on what only the base has, and on what only the other has."""
    return (
        lambda base, other: not _rest(base, other)[1] and test(_keys(_rest(base, other)[0])),
        lambda base, other: not _rest(base, other)[0] and test(_keys(_rest(base, other)[1])),
    )


def _filler(keys: list[str]) -> bool:
    return " ".join(keys) in FILLERS or (bool(keys) and all(key in FILLERS for key in keys))


_filler_dropped, _filler_added = _one_side(_filler)
_pronoun_dropped, _pronoun_added = _one_side(lambda keys: bool(keys) and all(key in PRONOUNS for key in keys))
_auxiliary_dropped, _auxiliary_added = _one_side(lambda keys: bool(keys) and AUXILIARIES.issuperset(keys))
_light_dropped, _light_added = _one_side(lambda keys: all(key in FUNCTION_WORDS for key in keys))
_dropped, _added = _one_side(lambda keys: True)

_CARRIERS = frozenset(
    "have has had 've having will would 'll 'd do does did be been being going to get got".split()
)


def _tense(base: Words, other: Words) -> bool:
    """The same verbs in the same order but for form and auxiliaries."""
    one, two = _keys(base), _keys(other)
    if not one or not two or len(one) != len(base) or len(two) != len(other):
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


def _apart(base: Words, other: Words) -> tuple[list[Unit], list[Unit]]:
    """What each has that the other has not, by words."""
    one, two = Counter(_keys(base)), Counter(_keys(other))
    return [u for u in base if u.key in one - two], [u for u in other if u.key in two - one]


def _pronoun(base: Words, other: Words) -> bool:
    one, two = _apart(base, other)
    return bool(one) and bool(two) and all(u.key in PRONOUNS for u in (*one, *two))


def _pronoun_for_name(base: Words, other: Words) -> bool:
    sides = _apart(base, other)
    pronouns = [bool(side) and all(u.key in PRONOUNS for u in side) for side in sides]
    names = [bool(side) and all(_capital(u) for u in side) for side in sides]
    return (pronouns[0] and names[1]) or (pronouns[1] and names[0])


def _capital(unit: Unit) -> bool:
    return unit.text[:1].isupper() and unit.is_content


def _name(base: Words, other: Words) -> bool:
    sides = _apart(base, other)
    return all(any(_capital(u) for u in side) for side in sides) and all(
        _capital(u) or not u.is_content for side in sides for u in side
    )


def _alike(base: Words, other: Words) -> bool:
    one, two = _keys(base), _keys(other)
    same_length = len(one) == len(two) > 0 and len(one) == len(base) and len(two) == len(other)
    return same_length and all(likeness(a, b) >= MISSPELT for a, b in zip(one, two, strict=True))


def _light(base: Words, other: Words) -> bool:
    return all(not u.is_content for side in _apart(base, other) for u in side)


def _always(base: Words, other: Words) -> bool:
    return True


_K, _S = VariantKind, Severity
CLASSES = (
    Class("marks_differ", _K.PUNCTUATION, _S.TRIVIAL, 1.0, _marks_only),
    Class("case_differs", _K.ORTHOGRAPHY, _S.TRIVIAL, 1.0, _case_only),
    Class("spelling_differs", _K.ORTHOGRAPHY, _S.TRIVIAL, 1.0, _spelt),
    Class("spelling_differs", _K.ORTHOGRAPHY, _S.TRIVIAL, 1.0, _spelt_word_by_word),
    Class("contracted", _K.CONTRACTION, _S.TRIVIAL, 1.0, _contracted),
    Class("ellipsis_only", _K.ELLIPSIS, _S.TRIVIAL, 1.0, _ellipsis_only),
    Class("bracket_only", _K.BRACKET, _S.MINOR, 1.0, _bracket_only),
    Class("bracket_for_words", _K.BRACKET, _S.MINOR, 0.9, _bracket),
    Class("ellipsis_for_words", _K.ELLIPSIS, _S.MINOR, 0.9, _ellipsis),
    Class("number_in_words", _K.ORTHOGRAPHY, _S.TRIVIAL, 0.95, _number_in_words),
    Class("negation_on_one_side", _K.NEGATION, _S.MAJOR, 0.95, _negation),
    Class("number_differs", _K.NUMBER, _S.MAJOR, 0.95, _number_differs),
    Class("filler_words", _K.DELETION, _S.MINOR, 0.95, _filler_dropped),
    Class("filler_words", _K.INSERTION, _S.MINOR, 0.95, _filler_added),
    Class("pronoun_dropped", _K.DELETION, _S.MINOR, 0.95, _pronoun_dropped),
    Class("pronoun_added", _K.INSERTION, _S.MINOR, 0.95, _pronoun_added),
    Class("auxiliary", _K.TENSE, _S.MINOR, 0.9, _auxiliary_dropped),
    Class("auxiliary", _K.TENSE, _S.MINOR, 0.9, _auxiliary_added),
    Class("function_words", _K.DELETION, _S.MINOR, 0.95, _light_dropped),
    Class("function_words", _K.INSERTION, _S.MINOR, 0.95, _light_added),
    Class("content_words", _K.DELETION, _S.MAJOR, 0.95, _dropped),
    Class("content_words", _K.INSERTION, _S.MAJOR, 0.95, _added),
    Class("verb_form", _K.TENSE, _S.MINOR, 0.9, _tense),
    Class("pronoun_changed", _K.PRONOUN, _S.MINOR, 0.95, _pronoun),
    Class("pronoun_for_name", _K.PRONOUN, _S.MINOR, 0.8, _pronoun_for_name),
    Class("name_changed", _K.NAME, _S.MAJOR, 0.7, _name),
    Class("word_form", _K.SUBSTITUTION, _S.MINOR, 0.85, _alike),
    Class("function_words", _K.SUBSTITUTION, _S.MINOR, 0.95, _light),
    Class("content_words", _K.SUBSTITUTION, _S.MAJOR, 0.95, _always),
)
"""Kind, severity and score of every label that a difference between two readings can have."""
