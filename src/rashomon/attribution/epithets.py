"""Persons meant by words that no title gave them: an age, or a pronoun before its name.

*The 54-year-old* is whoever the article gives that age.  *In what he called a
shame, Holt …*: the pronoun of an opening phrase runs ahead to the name behind
the comma.  *When Holt left, he …*: the one behind the comma goes back to the
name in the opening clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.attribution.cast import Cast
from rashomon.language import functionwords as fw
from rashomon.language.names import NameKind
from rashomon.language.titles import role_base
from rashomon.language.tokens import Token, TokenKind
from rashomon.model import Span

__all__ = [
    "aged",
    "announced_after",
    "called_by_age",
    "first_pronoun",
    "newcomer",
    "of_age",
    "opened_with",
    "somebody_in",
]

_AGED = re.compile(r"(\d{1,3})-year-old")
_BEHIND = re.compile(r",? \(?(\d{1,3})\b(?:[,.;:)]| and\b|-year-old)")
_TEENS = frozenset({"teenager", "teen"})
_OPENS = fw.SUBORDINATORS | fw.PREPOSITIONS
_CLAUSES = fw.SUBORDINATORS | {"after", "before", "since", "until"}
_ENDS = fw.PREPOSITIONS | fw.AUXILIARIES | fw.RELATIVES | fw.FINITE_VERBS
_FEW = 5  # tokens from the article to the noun
_REACH = 200  # code points from a pronoun to the name that it runs ahead of
_WINDOW = 24  # code points beside a name in which an age stands


def aged(words: Span, cast: Cast) -> int | None:
    """The age in *the 54-year-old*, 0 for *the teenager*; None for words that tell no age."""
    told = _AGED.search(words.of(cast.text))
    if told is not None:
        return int(told[1])
    return 0 if _TEENS.intersection(token.low for token in cast.tokens.within(words)) else None


def called_by_age(cast: Cast, words: Span) -> list[str]:
    """The persons named before these words whose age they give (``the 54-year-old``)."""
    age = aged(words, cast)
    if age is None:
        return []
    wanted = {age} if age else set(range(13, 20))
    told = of_age(cast).items()
    return [key for key, found in told if found in wanted and cast.mentioned_before(key, words.start) >= 0]


def of_age(cast: Cast) -> dict[str, int]:
    """The ages that the article gives, by person."""
    return cast.ages(_age_beside)


def _age_beside(text: str, name: Span) -> int | None:
    """The age that stands right behind a name, or before it as an adjective."""
    behind = _BEHIND.match(text, name.end, name.end + _WINDOW)
    if behind is not None:
        return int(behind[1])
    before = list(_AGED.finditer(text, max(0, name.start - _WINDOW), name.start))
    joined = before and "," not in text[before[-1].end() : name.start]
    return int(before[-1][1]) if joined else None


def announced_after(cast: Cast, pronoun: Span) -> str | None:
    """The person that a pronoun in the opening phrase of a sentence runs ahead to; None if there is none."""
    passage = cast.passages[cast.sentence_of(pronoun.start)]
    opening = cast.tokens.within(Span(passage.span.start, pronoun.start))
    if not opening or opening[0].low not in _OPENS or any(t.text == "," for t in opening):
        return None
    rest = Span(pronoun.end, min(passage.span.end, pronoun.end + _REACH))
    for name in cast.names_in(rest):
        before = cast.tokens.within(Span(max(pronoun.end, name.titled - 2), name.titled))
        after_comma = bool(before) and before[-1].kind is TokenKind.MARK and before[-1].text in ',”"’'
        if passage.quotes(name.span) or name.kind is NameKind.BODY:
            continue
        return cast.key_of(name) if after_comma else None
    return None


def opened_with(cast: Cast, pronoun: Span) -> str | None:
    """The person named first in the opening clause that ends right before a pronoun."""
    passage = cast.passages[cast.sentence_of(pronoun.start)]
    start = max(passage.span.start, pronoun.start - _REACH)
    opening = cast.tokens.within(Span(start, pronoun.start))
    if start > passage.span.start or not opening or opening[-1].text != ",":
        return None
    if not any(token.low in _CLAUSES for token in opening[:2]):
        return None
    names = [n for n in cast.names_in(Span(start, pronoun.start)) if not passage.quotes(n.span)]
    return cast.key_of(names[0]) if names else None


def first_pronoun(cast: Cast, sentence: int) -> Span | None:
    """The *he* or *she* that a sentence begins with, small words before it passed over."""
    span = cast.passages[sentence].span
    for token in cast.tokens.within(Span(span.start, min(span.end, span.start + _WINDOW))):
        if token.low in ("he", "she"):
            return token.span
        if token.low not in fw.ADVERBS | fw.CONJUNCTIONS and token.text != ",":
            return None
    return None


def newcomer(cast: Cast, sentence: int) -> tuple[Span, str] | None:
    """Somebody without a name whom a sentence begins with (*A boy who had seen it …*), and the role noun."""
    span = cast.passages[sentence].span
    return _described(cast.tokens.within(Span(span.start, min(span.end, span.start + _REACH)))[:_FEW])


def somebody_in(cast: Cast, quotation: Span, pronoun: Span) -> tuple[Span, str] | None:
    """Of those without a name whom a quotation brings in, the last before a pronoun (*I had a mate …*)."""
    before = cast.tokens.within(Span(max(quotation.start, pronoun.start - _REACH), pronoun.start))
    found = (_described(before[at : at + _FEW]) for at in reversed(range(len(before))))
    return next(filter(None, found), None)


def _described(tokens: Sequence[Token]) -> tuple[Span, str] | None:
    """The words from an indefinite article to a role noun that these tokens begin with, and the noun."""
    if not tokens or tokens[0].low not in ("a", "an", "another"):
        return None
    for token in tokens[1:]:
        if token.kind is not TokenKind.WORD or token.text[0].isupper() or token.low in _ENDS:
            return None
        if role_base(token.low) == token.low:
            return Span(tokens[0].start, token.end), token.low
    return None
