"""What *it* stands for: the body or the writing that the words before it are about.

The first phrase of such a kind in its own sentence, else in the one before, and
at last in the one before that; what stands inside quotation marks is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.attribution.cast import Cast
from rashomon.attribution.kinds import kind_of
from rashomon.language import functionwords as fw
from rashomon.language.names import NameKind
from rashomon.language.titles import role_base
from rashomon.language.tokens import Token, TokenKind
from rashomon.model import Source, SourceKind, Span

__all__ = ["thing_before"]

_SENTENCES = 2  # before its own
_LOOKED_AT = 500  # code points of a sentence
_LONGEST = 6  # tokens from the article to the noun
_ENDS = fw.PREPOSITIONS | fw.AUXILIARIES | fw.RELATIVES | fw.SUBORDINATORS | fw.CONJUNCTIONS | fw.DETERMINERS
_NEUTER = (SourceKind.ORGANISATION, SourceKind.DOCUMENT)


def thing_before(cast: Cast, pronoun: Span, article: str) -> Source | None:
    """The body or document that the pronoun stands for; None if no such words are near.

    Args:
        cast: of the article.
        pronoun: where *it* stands.
        article: the article's id, for a source without a name.
    """
    here = cast.sentence_of(pronoun.start)
    for number in range(here, max(-1, here - 1 - _SENTENCES), -1):
        passage = cast.passages[number]
        span = passage.span.intersection(_reach(cast, number, here, pronoun.start))
        if span is None:
            continue
        for source, where in _candidates(cast, span, article):
            if not passage.quotes(where):
                return source
    return None


def _reach(cast: Cast, number: int, here: int, at: int) -> Span:
    """The part of a sentence that is looked at: its own before the pronoun, the beginning of another."""
    begin = cast.passages[number].span.start
    return Span(max(begin, at - _LOOKED_AT), at) if number == here else Span(begin, begin + _LOOKED_AT)


def _candidates(cast: Cast, span: Span, article: str) -> Iterator[tuple[Source, Span]]:
    """The named bodies and the phrases without names in a stretch of text, in order."""
    found = [
        (name.span.start, Source(kind=SourceKind.ORGANISATION, name=name.name), name.span)
        for name in cast.names_in(span)
        if name.kind is NameKind.BODY and cast.key_of(name) is None
    ]
    for where in _phrases(cast.tokens.within(span)):
        kind = kind_of(cast.tokens.within(where))
        if kind in _NEUTER:
            words = " ".join(where.of(cast.text).split())
            found.append((where.start, Source(kind=kind, descriptor=words, scope=article), where))
    yield from ((source, where) for _, source, where in sorted(found, key=lambda one: one[0]))


def _phrases(tokens: Sequence[Token]) -> Iterator[Span]:
    """From each article to the last of a few words that make a body or a writing of the phrase."""
    for first, token in enumerate(tokens):
        if token.low not in fw.DETERMINERS:
            continue
        last = first
        for at in range(first + 1, min(first + 1 + _LONGEST, len(tokens))):
            if tokens[at].kind is not TokenKind.WORD or tokens[at].low in _ENDS:
                break
            if kind_of(tokens[first : at + 1]) in _NEUTER:
                last = at
        after = tokens[last + 1].low if last + 1 < len(tokens) else ""
        if last > first and tokens[last].text[0].islower() and role_base(after) is None:
            yield Span(token.start, tokens[last].end)
