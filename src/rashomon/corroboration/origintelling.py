"""Whether the source of a statement tells what is said, or only does, holds or suffers it.

A reader of sources finds people beside all that is theirs: what they fear, sign, are
told.  A root of a claim is only who tells it; read from the statement's cue.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rashomon.corroboration.originphrases import body_called
from rashomon.language.telling import (
    HOLDS,
    NO_TELLING,
    PERFORMS,
    PUT_SO,
    SHOWS,
    TAKEN_AS,
    TELLING_NOUNS,
    TELLS,
    TELLS_THAT,
    TURNS,
    verb_in,
)
from rashomon.language.tokens import TokenKind, tokenize
from rashomon.model import Mode, SourceKind, Span, Statement

__all__ = ["holds", "is_told", "performs", "tells"]

_NOT = frozenset("not n't never cannot can't won't nor neither nobody hardly without yet".split())
_HOLDS_BACK = frozenset("decline refuse fail avoid stop hesitate".split())
_BETWEEN = 80
_RESPONSE = re.compile(
    r"\b(?:in response to|responding to|reacting to|after|following|amid|about|on|over)\b[^.;]*"
    r"\b(?:reports?|claims?|allegations?|news|rumou?rs|accusations?|suggestions?)(?: that)?\W*\Z",
    re.IGNORECASE,
)
_AHEAD_OF = frozenset("set slated due expected scheduled poised likely about ready prepared".split())
_TRIES = frozenset("try attempt want plan hope prepare need".split())
"""What is only ahead, or tried, nobody has told yet."""
_BE = frozenset("be is are was were been being get gets got".split())
_DEFINES = (["refers", "to"], ["refer", "to"])
"""“STEM refers to science”."""
_STANDS_UNDENIED = frozenset("deny dispute object rule exclude contest contradict refute confirm".split())
"""Not to do this is to tell something, too."""
_AHEAD = 20
_OTHER = frozenset(NO_TELLING)
_BESIDE = 3
"""Code points between a subject and its verb."""
_TURNING = frozenset(TURNS)
_IN = frozenset("in from by per via under on with".split())


def tells(statement: Statement, text: str) -> bool:
    """Whether whoever the statement is given to tells its words.

    Words in quotation marks were said, and what has no cue is given to somebody as a
    quotation.  Else the cue must be one of telling, not denied, and not one by which
    the source is told.
    """
    if statement.mode is Mode.DIRECT or not statement.cue:
        return True
    words = _words(statement.cue, text)
    quoted = statement.mode is Mode.MIXED and _is_person(statement)
    if _answers(statement, text):
        return False
    if not words or _IN.issuperset(words):
        return True
    if _is_held_back(words):
        return quoted
    return quoted or (_has_telling(words, statement, text) and not _is_told(statement, words, text))


def performs(statement: Statement, text: str) -> bool:
    """Whether the source does what is told by saying it: who vows, denies or accuses is who tells that."""
    source = statement.source.source if statement.source is not None else None
    if source is None or not (source.name or body_called(source.descriptor or "")):
        return False
    words = _words(statement.cue, text)
    return not _is_held_back(words) and any(verb_in(word, PERFORMS) for word in words)


def _answers(statement: Statement, text: str) -> bool:
    """``tweeted in response to a report that``: what follows is the report's."""
    if not statement.cue or not statement.content or statement.content[0].start < statement.cue[-1].end:
        return False
    between = text[statement.cue[-1].end : statement.content[0].start]
    return len(between) < _BETWEEN and _RESPONSE.search(between) is not None


def holds(statement: Statement, text: str) -> bool:
    """Whether the source is only said to believe, want or back it, which nobody knows who was not told."""
    words = _words(statement.cue, text)
    return not _is_held_back(words) and any(verb_in(word, HOLDS) for word in words)


def is_told(statement: Statement, text: str) -> bool:
    """Whether the source is who was told: ``our reporter was told by``."""
    return bool(statement.cue) and _is_told(statement, _words(statement.cue, text), text)


def _words(spans: tuple[Span, ...], text: str) -> list[str]:
    """The folded words of a cue, “didn't” as two."""
    out: list[str] = []
    for span in spans:
        for token in tokenize(text, span):
            if token.kind is TokenKind.MARK:
                continue
            low = token.low.replace("’", "'")
            out += [low.removesuffix("n't"), "n't"] if low.endswith("n't") else [low]
    return out


def _is_person(statement: Statement) -> bool:
    source = statement.source.source if statement.source else None
    return source is not None and source.kind is not SourceKind.DOCUMENT


def _is_held_back(words: list[str]) -> bool:
    """``has not answered``, ``declined to say``, ``is set to announce``, ``stops short of saying``."""
    if any(verb_in(word, _HOLDS_BACK) for word in words):
        return True
    if any(two == "to" and (one in _AHEAD_OF or verb_in(one, _TRIES)) for one, two in pairwise(words)):
        return True
    return not _NOT.isdisjoint(words) and not any(verb_in(word, _STANDS_UNDENIED) for word in words)


def _is_other(words: list[str], statement: Statement, text: str) -> bool:
    """``wrote off``, ``recalled 40 cars``: what stands behind the verb makes it another."""
    verb = verb_in(words[-1], _OTHER)
    if verb is None:
        return False
    end = statement.cue[-1].end
    behind = [token.low for token in tokenize(text, Span(end, min(len(text), end + _AHEAD)))]
    return bool(behind) and (behind[0] in NO_TELLING[verb] or (verb == "recall" and behind[0].isdigit()))


def _has_telling(words: list[str], statement: Statement, text: str) -> bool:
    if _is_other(words, statement, text):
        return False
    if words in _DEFINES or _is_of_another(words, statement, text):
        return False
    if any(word in TELLING_NOUNS or verb_in(word, TELLS) for word in words):
        return True
    if any(two in TURNS.get(verb_in(one, _TURNING) or "", ()) for one, two in pairwise(words)):
        return True
    source = statement.source.source if statement.source else None
    if source is not None and source.kind is SourceKind.DOCUMENT:
        return any(verb_in(word, SHOWS) for word in words)
    behind = text[statement.cue[-1].end : statement.cue[-1].end + len(" that ")]
    if any(verb_in(word, TELLS_THAT) for word in words):
        return behind.startswith(" that ")
    return statement.mode is Mode.MIXED and any(verb_in(word, PUT_SO) for word in words)


def _is_of_another(words: list[str], statement: Statement, text: str) -> bool:
    """``After the rule was announced, Holt``: a passive before somebody whom no “by” makes its agent."""
    mention = statement.source
    if mention is None or mention.span is None or mention.span.start < statement.cue[-1].end:
        return False
    passive = any(one in _BE and two.endswith(("ed", "wn", "told")) for one, two in pairwise(words))
    between = text[statement.cue[-1].end : mention.span.start].split()
    return passive and "by" not in (*words, *between)


def _is_told(statement: Statement, words: list[str], text: str) -> bool:
    """``Holt was told``: the source stands before a passive, and others tell it."""
    mention = statement.source
    if mention is None or mention.span is None or mention.source.kind is SourceKind.DOCUMENT:
        return False
    if not 0 <= statement.cue[0].start - mention.span.end <= _BESIDE:
        return False
    at = max((n for n, word in enumerate(words) if verb_in(word, TELLS)), default=0)
    passive = at > 0 and words[at - 1] in _BE and not words[at].endswith("ing")
    return passive and verb_in(words[at], TAKEN_AS) is None
