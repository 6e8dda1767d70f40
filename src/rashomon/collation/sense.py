"""Differences that change what was said: a denial, an amount, a date, a condition, a hedge, modality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from rashomon.collation.contrast import Contrast
from rashomon.language.datewords import dates_in
from rashomon.language.hedges import APPROXIMATORS, CERTAINTY, conditions_in, hedges_in, modality
from rashomon.language.negations import DENYING, STRENGTHENING, denied, opposite
from rashomon.language.plainwords import amounts
from rashomon.language.tidying import CONCORD
from rashomon.language.wordforms import (
    AUXILIARIES,
    FUNCTION_WORDS,
    PERSONAL,
    number_value,
    same_lexeme,
    same_verb,
)

__all__ = [
    "condition_changed",
    "condition_dropped",
    "date_differs",
    "hedge_changed",
    "hedge_dropped",
    "modality_changed",
    "modality_dropped",
    "negation_dropped",
    "negation_on_one_side",
    "number_differs",
    "opposite_word",
    "reason_for_loss",
]

_MORE_WORDS = 2
"""Words of another sense that may differ besides amounts or dates; with more, the phrase is another."""
_CONCORD_REACH = 2
_THINKING = frozenset("think believe know expect suppose want mean feel see".split())


def negation_on_one_side(c: Contrast) -> bool:
    """One side denies what the other does not; a clause missing as a whole denies nothing."""
    if _denials(c.keys[0]) % 2 == _denials(c.keys[1]) % 2:
        return False
    if c.alone is None:
        return _other_words(c) <= _MORE_WORDS
    return _denies_only(c.alone) and not _answers(c)


def opposite_word(c: Contrast) -> bool:
    """A word stands opposite its denial ("able", "unable")."""
    one, two = c.rest_keys
    return len(one) == len(two) and any(map(opposite, one, two))


def number_differs(c: Contrast) -> bool:
    """Another amount in the same place, or the same of something else."""
    one, two = (Counter(amounts(keys)) for keys in c.framed())
    return bool(one - two) and bool(two - one) and _counts_here(c) and _other_words(c) <= _MORE_WORDS


def date_differs(c: Contrast) -> bool:
    """Another day, month or year in the same place."""
    one, two = (Counter(dates_in(texts)) for texts in c.framed_texts())
    return bool(one - two) and bool(two - one) and _other_words(c) <= 2 * _MORE_WORDS


def condition_dropped(c: Contrast) -> bool:
    """One side has a condition that the other lacks altogether."""
    return c.alone is not None and _lost(c, conditions_in)


def condition_changed(c: Contrast) -> bool:
    """One side has a condition where the other has something else."""
    one, two = c.rest_keys
    return bool(one) and bool(two) and bool(conditions_in(one)) != bool(conditions_in(two))


def hedge_dropped(c: Contrast) -> bool:
    """One side has a hedge that the other lacks; "about" and the like hedge an amount beside them."""
    alone = c.alone
    return alone is not None and (_lost(c, hedges_in) or _approximates(alone, c))


def hedge_changed(c: Contrast) -> bool:
    """The same words, hedged on one side ("appears to reflect", "reflects")."""
    one, two = c.rest_keys
    if not one or not two or bool(hedges_in(one)) == bool(hedges_in(two)):
        return False
    short, long = sorted((one, two), key=len)
    return bool(short) and all(same_lexeme(a, b) for a, b in zip(short, long[-len(short) :], strict=True))


def negation_dropped(c: Contrast) -> bool:
    """One side has a clause more, and that clause denies."""
    return c.alone is not None and _denials(c.alone) > 0


def modality_dropped(c: Contrast) -> bool:
    """One side says that it may or must be, the other that it is."""
    alone = c.alone
    return (
        alone is not None and _firm(alone) != () and AUXILIARIES.issuperset(set(alone) - CERTAINTY - {"to"})
    )


def modality_changed(c: Contrast) -> bool:
    """The same verb, more or less firmly ("might", "will"), or the modal word alone."""
    one, two = c.rest_keys
    if not one or not two or modality(one) == modality(two):
        return False
    if not (_firm(one) or _firm(two)):
        return False
    left, right = _bare(one), _bare(two)
    return len(left) == len(right) and all(
        a == b or same_verb(a, b) for a, b in zip(left, right, strict=True)
    )


def reason_for_loss(keys: Sequence[str]) -> str | None:
    """What must not get lost of words that are missing: a condition, a hedge, a denial; None for neither."""
    if conditions_in(keys):
        return "condition_dropped"
    if hedges_in(keys) or _approximating(keys):
        return "hedge_dropped"
    return "negation_dropped" if _denials(keys) else None


def _lost(c: Contrast, count: Callable[[Sequence[str]], int]) -> bool:
    """Whether the longer side has more of these, wherever the cut falls ("it [seems it] fell")."""
    one, two = c.framed()
    long, short = (one, two) if c.rest[0] else (two, one)
    return count(long) > count(short)


def _denials(keys: Sequence[str]) -> int:
    """How often the words deny; what dialect denies twice over counts once."""
    doubled = sum(
        key in CONCORD and denied(keys[max(0, at - _CONCORD_REACH) : at]) > 0 for at, key in enumerate(keys)
    )
    return denied(keys) - doubled


def _denies_only(alone: Sequence[str]) -> bool:
    """Whether the words do no more than deny: small words, or "I don't think"."""
    if PERSONAL.isdisjoint(alone):
        return (FUNCTION_WORDS | DENYING | STRENGTHENING).issuperset(alone)
    rest = set(alone) - DENYING - AUXILIARIES - PERSONAL - {"that"}
    return bool(rest) and rest <= _THINKING


def _answers(c: Contrast) -> bool:
    """Whether it is a "no" by which a sentence answers, and does not deny itself."""
    words = c.rest[0] or c.rest[1]
    return c.alone == ["no"] and words[0].trail_marks.startswith((",", ".", "-"))


def _firm(keys: Sequence[str]) -> tuple[str, ...]:
    """The modality without what is only to come."""
    return tuple(strength for strength in modality(keys) if strength != "coming")


def _bare(keys: Sequence[str]) -> list[str]:
    """The words without auxiliaries and words of certainty."""
    return [key for key in keys if key not in AUXILIARIES and key not in CERTAINTY and key != "to"]


def _counts_here(c: Contrast) -> bool:
    """Whether an amount, or what it is counted in, is among the words that differ."""
    one, two = c.rest_keys
    return bool(amounts([*one, *two])) or any(key in _MEASURES for key in (*one, *two))


_HOURS = (["noon"], ["midday"], ["midnight"], ["dawn"], ["dusk"])
_MEASURES = frozenset("percent percentage per cent point points dollars pounds euros yen %".split())


def _other_words(c: Contrast) -> int:
    """How many words of another sense the two differ in, amounts and dates left out."""
    return max(_count(unit.key for unit in side if unit.is_content) for side in c.apart)


def _count(keys: Iterable[str]) -> int:
    return sum(
        number_value(key) is None and not dates_in([key.title()]) and key not in _MEASURES for key in keys
    )


def _approximates(alone: Sequence[str], c: Contrast) -> bool:
    """Whether the words only say how nearly, right beside an amount."""
    if tuple(alone) not in APPROXIMATORS:
        return False
    before, after = _beside(c)
    return bool(amounts(before[-1:]) or amounts(after[:1]) or amounts(after[:2])) or after[:1] in _HOURS


def _approximating(keys: Sequence[str]) -> bool:
    return any(
        tuple(keys[at : at + n]) in APPROXIMATORS and amounts(keys[at + n : at + n + 1])
        for at in range(len(keys))
        for n in (1, 2, 3)
    )


def _beside(c: Contrast) -> tuple[list[str], list[str]]:
    """The words of the longer reading, framed, before and after those it has more."""
    one, two = c.framed()
    long, alone = (one, c.rest_keys[0]) if c.rest[0] else (two, c.rest_keys[1])
    short = two if c.rest[0] else one
    start = 0
    while start < len(short) and long[start] == short[start]:
        start += 1
    return long[:start], long[start + len(alone) :]
