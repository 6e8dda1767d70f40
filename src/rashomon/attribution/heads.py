"""Which words of a source phrase name the source: its head, and the name that is the phrase's own."""

from __future__ import annotations

from rashomon.attribution.antecedents import leads_up
from rashomon.attribution.cast import Cast
from rashomon.attribution.naming import first_of_several
from rashomon.language import functionwords as fw
from rashomon.language.names import Name, NameKind
from rashomon.language.titles import PARTIES, TITLES, role_base
from rashomon.language.tokens import TokenKind, fold
from rashomon.model import Span

__all__ = ["core", "head_of", "modifiers", "name_of"]

_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_APOSTROPHE_S = ("’s", "'s")
_HEAD_ENDS = fw.PREPOSITIONS | {"who"}
_OPENING = fw.PREPOSITIONS | fw.DETERMINERS | fw.CONJUNCTIONS
_NO_MODIFIER = fw.DETERMINERS | (TITLES - PARTIES)


def core(cast: Cast, span: Span) -> Span:
    """Without *himself*, without the *’s* of ``Holt’s`` (*claim*)."""
    tokens = cast.tokens.within(span)
    if len(tokens) > 1 and tokens[-1].low in _REFLEXIVES:
        return Span(span.start, tokens[-1].start).trim(cast.text)
    possessive = bool(tokens) and tokens[-1].text.endswith(_APOSTROPHE_S)
    return Span(span.start, span.end - len(_APOSTROPHE_S[0])) if possessive else span


def head_of(cast: Cast, span: Span) -> Span:
    """The noun phrase without its appositive and without prepositional phrases."""
    end = span.end
    for token in cast.tokens.within(span):
        cut = token.kind is TokenKind.MARK and token.text in (",", "(", ";", "—", "–", "--")
        if token.start > span.start and (cut or token.low in _HEAD_ENDS):
            if token.low in ("of", "for", "on") and _inside_name(cast, span, token.span):
                continue
            end = token.start
            break
    return Span(span.start, end).trim(cast.text)


def _inside_name(cast: Cast, span: Span, word: Span) -> bool:
    return any(n.span.start < word.start and word.end < n.span.end for n in cast.names_in(span))


def name_of(cast: Cast, span: Span, head: Span) -> Name | None:
    """The name that is the phrase's own, not one that belongs to another noun in it.

    Args:
        cast: of the article.
        span: the phrase.
        head: what `head_of` makes of it.
    """
    names = cast.names_in(head)
    if names and names[-1].span.end >= head.end - 1:
        return names[-1]
    rest = cast.names_in(Span(head.end, span.end))
    beside = [n for n in rest if n.kind is NameKind.PERSON] or [
        n for n in rest if n.kind is NameKind.BODY and n.span.end >= span.end - 1
    ]
    comma = cast.text.find(",", span.start, span.end)
    segment = Span(span.start, comma if comma >= 0 else span.end)
    titled = [n for n in cast.names_in(segment) if n.kind is NameKind.PERSON and n.roles]
    if titled and titled[-1].span.end == segment.end and not _anothers(cast, head, titled[-1]):
        return titled[-1]
    last = rest[-1] if rest else None
    if last is not None and _ends(cast, segment, last) and not _anothers(cast, head, last):
        return last
    if beside and leads_up(cast.tokens.within(Span(head.end, beside[0].titled))):
        return beside[0]
    return first_of_several(cast, span)


def _ends(cast: Cast, segment: Span, name: Name) -> bool:
    """``Leader of the Ostmark Reeds Ada Holt``: a full name at the end of a phrase, right behind a noun."""
    if name.kind is not NameKind.PERSON or " " not in name.name or name.span.end != segment.end:
        return False
    before = cast.tokens.within(Span(segment.start, name.titled))[-1:]
    return bool(before) and before[0].kind is TokenKind.WORD and before[0].low not in _OPENING


def _anothers(cast: Cast, head: Span, name: Name) -> bool:
    """``the spokesman for Ostmark’s Mayor`` Holt: whose spokesman it is."""
    gap = cast.tokens.within(Span(head.end, max(head.end, name.titled)))
    return bool(gap) and (gap[-1].low in ("for", "of", "to") or gap[-1].text.endswith(_APOSTROPHE_S))


def modifiers(cast: Cast, head: Span) -> list[str]:
    """``Ostmark`` of *Ostmark's president*: the names that say which bearer of a role is meant."""
    words = [t.text for t in cast.tokens.within(head) if t.kind is not TokenKind.MARK]
    low = [fold(w).removesuffix("'s") for w in words]
    names = [w for w, text in zip(low, words, strict=True) if text[0].isupper()]
    return [w for w in names if w not in _NO_MODIFIER and (w in PARTIES or role_base(w) is None)]
