"""The words of a unit as comparers take them: no quotation marks, endings that lean on a word cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.corroboration.kinwords import concept, kind_of_thing, root
from rashomon.corroboration.units import Unit
from rashomon.language import functionwords as fw
from rashomon.language.quotemarks import MARKS
from rashomon.language.tokens import APOSTROPHES, Token, TokenKind, tokenize
from rashomon.language.wordforms import FUNCTION_WORDS, NUMBER_WORDS, base_form, split_clitic
from rashomon.model import Span

__all__ = ["content_keys", "is_adverb", "is_mark", "names_in", "spans_of", "words_of"]

_QUOTES = MARKS | {"'", "’", "`"}
_CUT = frozenset({"n't", "'re", "'ve", "'ll", "'d", "'m"})
_MANY = 4096
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_TITLE_CASE = 0.8
_FEW = 3
_NO_ADVERBS = frozenset(
    "family italy july reply supply apply ally rally fly bully assembly early only".split()
)
_MORE_ADVERBS = frozenset("yet longer actually not n't never".split())
_NOBODY = frozenset("nobody none nothing neither no-one".split())
_EMPTY = _NOBODY | (
    FUNCTION_WORDS | fw.TEMPORAL | fw.ADVERBS | fw.PREPOSITIONS | fw.DETERMINERS | frozenset(NUMBER_WORDS)
)


def words_of(unit: Unit) -> tuple[Token, ...]:
    """The words and marks of the unit, in order."""
    return _words(unit.article.text, unit.wording.spans)


@lru_cache(maxsize=_MANY)
def _words(text: str, spans: tuple[Span, ...]) -> tuple[Token, ...]:
    tokens = [t for span in spans for t in tokenize(text, span) if t.text not in _QUOTES]
    shouted = [t for t in tokens if t.kind is TokenKind.WORD and t.low not in FUNCTION_WORDS]
    title = len(shouted) > _FEW and sum(t.capital for t in shouted) > _TITLE_CASE * len(shouted)
    pieces = [piece for token in tokens for piece in _pieces(token)]
    return tuple(_small(t) for t in pieces) if title else tuple(pieces)


def _small(token: Token) -> Token:
    """A word of a headline that capitalises all: it shows nothing of being a name."""
    return token._replace(text=token.low) if token.capital else token


def _pieces(token: Token) -> Iterator[Token]:
    parted = split_clitic(token.low)
    if parted is None or not (parted[1] in _CUT or (parted[1] == "'s" and parted[0] in _HOSTS)):
        yield token
        return
    host, clitic = parted
    at = token.end - len(clitic)
    yield Token(token.text[: at - token.start], host, token.start, at, token.kind)
    yield Token(token.text[at - token.start :], clitic, at, token.end, token.kind)


_HOSTS = fw.SUBJECT_PRONOUNS | {"there", "that", "who", "what", "here", "this"}


def is_mark(token: Token) -> bool:
    """Whether it is a mark: no word, no number."""
    return token.kind is TokenKind.MARK


def is_adverb(token: Token) -> bool:
    """Whether it may stand inside a verb group without being part of it ("not" and "never" may)."""
    low = token.low
    if low in fw.ADVERBS or low in _MORE_ADVERBS:
        return True
    return low.endswith("ly") and low not in _NO_ADVERBS and len(low) > _FEW


def content_keys(words: Sequence[Token]) -> frozenset[str]:
    """What these words are about, as keys: no small words, no days, of numbers only years."""
    return frozenset(_key(t) for t in words if _tells(t))


def _tells(token: Token) -> bool:
    if token.kind is TokenKind.NUMBER:
        return _YEAR.fullmatch(token.low) is not None
    return token.kind is TokenKind.WORD and token.low not in _EMPTY and len(token.low) > 1


def _key(token: Token) -> str:
    low = token.low.removesuffix("'s")
    if token.capital and base_form(low) != low:
        return low  # the town of Fell did not fall
    return kind_of_thing(low) or concept(low)


def names_in(words: Sequence[Token]) -> frozenset[str]:
    """The keys of the capitalised words among these, but for the first word of a sentence that is none."""
    return frozenset(
        root(t.low.removesuffix("'s"))
        for t in words
        if t.capital and t.low not in _EMPTY and not t.text.endswith(tuple(f"{a}t" for a in APOSTROPHES))
    )


def spans_of(words: Sequence[Token], text: str) -> tuple[Span, ...]:
    """The words as spans: one for each run between which nothing but blanks and marks of quotation stands."""
    out: list[Span] = []
    for word in words:
        between = text[out[-1].end : word.start].strip() if out else ""
        if out and word.start >= out[-1].end and not between.strip("".join(_QUOTES)):
            out[-1] = Span(out[-1].start, word.end)
        else:
            out.append(word.span)
    return tuple(out)
