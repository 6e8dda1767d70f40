"""Words that deny a whole clause or act: "denied that", "dismissed claims that", "no evidence of"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.corroboration.kinwords import EVENT_NOUNS
from rashomon.corroboration.wording import is_adverb, is_mark
from rashomon.language import functionwords as fw
from rashomon.language.tokens import Token
from rashomon.language.verbs import verb_base

__all__ = ["DENYING_VERBS", "Scope", "denial_scopes"]

DENYING_VERBS = frozenset("deny dispute refute rebut contradict disown".split())
"""What is said with one of these is denied."""

_DISMISSING = frozenset("reject dismiss discredit debunk disprove".split())
_SAYINGS = frozenset(
    """claim claims report reports allegation allegations accusation accusations suggestion suggestions
    rumour rumours rumor rumors assertion assertions charge charges idea notion speculation""".split()
)
_SIGNS = frozenset("evidence sign signs indication indications proof truth suggestion question".split())
_FALSE = frozenset("false untrue wrong nonsense".split())
_LOOK = 7
_WHEN = frozenset("on in at during late early yesterday today again this last through to before".split())


class Scope(NamedTuple):
    """Words from `start` to before `end` are denied by the word at `word`."""

    word: int
    start: int
    end: int


def denial_scopes(words: Sequence[Token]) -> list[Scope]:
    """What is denied as a whole among these words, by places."""
    found = (_scope(words, at) for at in range(len(words)))
    return [scope for scope in found if scope is not None]


def _scope(words: Sequence[Token], at: int) -> Scope | None:
    base = verb_base(words[at].low)
    if base in DENYING_VERBS and not _itself_denied(words, at) and _of_what_is_said(words, at + 1):
        start = _told_from(words, at + 1)
        return Scope(at, start, _end(words, start))
    if base in _DISMISSING:
        opener = _sayings_behind(words, at)
        return None if opener is None else Scope(at, opener, _end(words, opener))
    behind = words[at + 1].low if at + 1 < len(words) else ""
    if (
        words[at].low in _SIGNS
        and behind in {"that", "of", "he", "she", "it", "they"}
        and _no_before(words, at)
    ):
        return Scope(at - 1, at + 1, _end(words, at + 1))
    if words[at].low in _FALSE and at + 1 < len(words) and words[at + 1].low == "that":
        return Scope(at, at + 1, _end(words, at + 1))
    if (
        words[at].low == "true"
        and at + 1 < len(words)
        and words[at + 1].low == "that"
        and _no_before(words, at)
    ):
        return Scope(at - 1, at + 1, _end(words, at + 1))
    return None


def _of_what_is_said(words: Sequence[Token], at: int) -> bool:
    """ "Denied that", "denied taking", "denied any leak"; not "denied him entry", "denied the lawsuit"."""
    while at < len(words) and is_adverb(words[at]):
        at += 1
    if at >= len(words):
        return False
    low = words[at].low
    if low in fw.SUBJECT_PRONOUNS | {"that", "any", "having", "being"} or low.endswith("ing"):
        return True
    if low in _WHEN and any(word.low == "that" for word in words[at + 1 : at + _LOOK]):
        return True
    if low not in fw.DETERMINERS:
        return False
    return any(word.low in EVENT_NOUNS or word.low in _SAYINGS for word in words[at + 1 : at + 4])


def _told_from(words: Sequence[Token], at: int) -> int:
    """Behind the time of it: "denied on Monday THAT"; "denied THIS claim" tells of no time."""
    if words[at].low not in _WHEN:
        return at
    behind = range(at, min(len(words), at + _LOOK))
    return next((place for place in behind if words[place].low == "that"), at)


def _sayings_behind(words: Sequence[Token], at: int) -> int | None:
    """Where what was said begins: "rejected claims THAT", "dismissed as false reports OF"."""
    said = False
    for place in range(at + 1, min(len(words), at + 1 + _LOOK)):
        low = words[place].low
        if is_mark(words[place]):
            return None
        said = said or low in _SAYINGS or low in _FALSE
        if said and low in {"that", "of", "he", "she", "it", "they"}:
            return place
    return None


def _itself_denied(words: Sequence[Token], at: int) -> bool:
    """ "Did not deny that": nothing is told."""
    while at > 0 and (
        is_adverb(words[at - 1]) or words[at - 1].low in fw.AUXILIARIES or words[at - 1].low == "to"
    ):
        at -= 1
        if words[at].low in {"not", "n't", "never", "cannot"}:
            return True
    return at > 0 and words[at - 1].low in {"nor", "neither", "nobody"}


def _no_before(words: Sequence[Token], at: int) -> bool:
    return any(w.low in {"no", "not", "n't", "without", "little"} for w in words[max(0, at - 2) : at])


def _end(words: Sequence[Token], start: int) -> int:
    """Where the denied words end: at a strong mark, or where "but" or "and said" goes on."""
    for at in range(start, len(words)):
        word = words[at]
        goes_on = word.low in {"but", "although", "though", "while"}
        if goes_on or (is_mark(word) and word.text in {";", ":", "—", "."}):
            return at
        if (
            word.text == ","
            and at + 1 < len(words)
            and words[at + 1].low in {"and", "saying", "but", "he", "she"}
        ):
            return at
    return len(words)
