"""Finds the verbs of a clause without a tagger: by table, and by what stands before and behind.

A form that can be a noun as well ("plans", "strike") is a verb only where its
neighbours say so.  What is found wrong is found in both wordings alike, since the rules
look at few words.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.corroboration.kinwords import EVENT_NOUNS, PHRASAL
from rashomon.corroboration.wording import is_adverb, is_mark
from rashomon.language import functionwords as fw
from rashomon.language.tokens import Token, TokenKind
from rashomon.language.verbs import is_past, verb_base
from rashomon.language.wordforms import AUXILIARIES

__all__ = ["before", "group_start", "is_noun", "is_verb", "lemma_at"]

_AUX = AUXILIARIES | {"'s", "to", "cannot", "get", "got", "gets"}
_ANY_FORM = frozenset({"base", "past", "ing", "third"})
_BEHIND = (
    dict.fromkeys("have has had having 've".split(), frozenset({"past"}))
    | dict.fromkeys("be is are was were been being am 's 're 'm".split(), frozenset({"past", "ing"}))
    | {"to": frozenset({"base", "past"})}
)
"""The forms of a verb that may stand behind an auxiliary."""
_SUBJECTS = fw.SUBJECT_PRONOUNS | {
    "who",
    "which",
    "that",
    "there",
    "nobody",
    "none",
    "nothing",
    "everyone",
    "one",
}
_LOOSE = frozenset(
    "this that these those all both some many most few more one none each any either neither".split()
)
_NOMINAL = fw.DETERMINERS - _LOOSE
_PARTICLE_WITHIN = 4
_PARTICLES = frozenset("up out off down over away back".split())


def before(words: Sequence[Token], at: int) -> int:
    """The nearest word left of `at` that is no adverb and does not deny; -1 where there is none."""
    at -= 1
    while at >= 0 and _passed_over(words, at):
        at -= 1
    return at


def _passed_over(words: Sequence[Token], at: int) -> bool:
    """An adverb, or the "no" of "no longer"."""
    longer = words[at].low == "no" and at + 1 < len(words) and words[at + 1].low == "longer"
    return longer or is_adverb(words[at])


def is_verb(words: Sequence[Token], at: int) -> bool:
    """Whether the word is the head of a verb group."""
    token = words[at]
    if token.kind is not TokenKind.WORD or token.low in AUXILIARIES or verb_base(token.low) is None:
        return False
    left = before(words, at)
    prior = words[left] if left >= 0 and not is_mark(words[left]) else None
    if token.capital and left >= 0:
        return False
    if prior is None:
        return _starts(words, at)
    if prior.low in _AUX:
        return _form(token.low) in _BEHIND.get(prior.low, _ANY_FORM)
    if prior.low in _SUBJECTS and prior.low not in {"that", "this", "one"}:
        return True
    if prior.low in _NOMINAL or prior.low.endswith(("'s", "s'")):
        return False
    if prior.low in fw.DETERMINERS and token.low.endswith("ing"):
        return False
    return _by_form(words, at, prior)


def _by_form(words: Sequence[Token], at: int, prior: Token) -> bool:
    form = _form(words[at].low)
    behind = words[at + 1] if at + 1 < len(words) else None
    preposition = prior.low in fw.PREPOSITIONS
    if form == "past":
        return not preposition or prior.low in {"after", "before", "since", "like"}
    opens = behind is None or is_mark(behind) or behind.low in _OPENERS or behind.capital or is_adverb(behind)
    if form == "ing":
        return preposition or verb_base(prior.low) is not None or (opens and behind is not None)
    if preposition:
        return False
    if form == "third":
        return (opens or prior.capital) and not (behind is not None and behind.low in {"of", "and"})
    if words[at - 1] is not prior and prior.low.endswith("s"):
        return True
    takes = behind is not None and (behind.low in _OBJECTS or behind.capital)
    return takes and (prior.low.endswith("s") or prior.capital or prior.low in fw.CONJUNCTIONS)


_OPENERS = fw.DETERMINERS | fw.PREPOSITIONS | fw.OBJECT_PRONOUNS | {"to", "that", "not"}
_OBJECTS = (fw.DETERMINERS | fw.OBJECT_PRONOUNS | {"to", "that", "up", "out", "down"}) - {"no"}


def _starts(words: Sequence[Token], at: int) -> bool:
    """Whether a word with nothing before it is a verb: "backed out", not "plans for"."""
    form = _form(words[at].low)
    behind = words[at + 1] if at + 1 < len(words) else None
    if form == "past":
        return True
    if form == "ing":
        return behind is None or behind.low in _OPENERS or behind.capital or is_mark(behind)
    return form == "third" and behind is not None and (behind.low in _OPENERS or behind.capital)


def _form(low: str) -> str:
    if low.endswith("ing") and verb_base(low) != low:
        return "ing"
    if is_past(low):
        return "past"
    return "third" if low.endswith("s") and verb_base(low) != low else "base"


def is_noun(words: Sequence[Token], at: int) -> bool:
    """Whether the word is a noun that tells of an act; asked of what is no verb."""
    return words[at].low in EVENT_NOUNS and not (words[at].capital and at > 0)


def lemma_at(words: Sequence[Token], at: int) -> tuple[str, int]:
    """The bare verb with its particle, and the place of the particle (of the verb where it has none).

    The particle may stand behind a short object ("called the strike off").
    """
    base = verb_base(words[at].low) or words[at].low
    for place in range(at + 1, min(len(words), at + 1 + _PARTICLE_WITHIN)):
        if is_mark(words[place]):
            break
        if (base, words[place].low) in PHRASAL:
            return f"{base}_{words[place].low}", place
    place = at + 1
    if [word.low for word in words[place : place + 2]] == ["in", "on"]:
        return f"{base}_in", place
    if place < len(words) and words[place].low in _PARTICLES and not _goes_with(words, place):
        return f"{base}_{words[place].low}", place
    return base, at


def _goes_with(words: Sequence[Token], place: int) -> bool:
    """Whether the word is a preposition here: a noun phrase follows it that no object would be."""
    behind = words[place + 1].low if place + 1 < len(words) else ""
    return words[place].low in {"off", "down", "over"} and behind in {"the", "a", "an"}


def group_start(words: Sequence[Token], at: int) -> int:
    """Where the verb group begins that `at` is the head of: at its first auxiliary or adverb."""
    start = at
    while start > 0 and (_passed_over(words, start - 1) or words[start - 1].low in _AUX):
        start -= 1
    return start
