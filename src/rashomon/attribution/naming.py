"""Whether the capitals in a phrase name its source.

A name may be but a word that opens a sentence (*Poll finds*), the title of
something written (*her memoir Low Tide*), or tell whose that is (*a study by
Ada Holt*); and the first of several may be the only one with a name.
"""

from __future__ import annotations

import itertools

from rashomon.attribution.cast import Cast
from rashomon.attribution.kinds import common, kind_of, names_writing, titles_writing
from rashomon.language.names import Name
from rashomon.language.titles import ORGANISATION_WORDS, role_base
from rashomon.language.tokens import TokenKind, fold
from rashomon.model import SourceKind, Span

__all__ = ["first_of_several", "is_body", "is_written", "joined", "only_capital", "whole"]


def only_capital(cast: Cast, span: Span, name: Name) -> bool:
    """``Plans to move``: one word, the first of its sentence, which small letters show elsewhere.

    A noun for people or for something written needs no such proof there, nor
    as the last word of a run in a headline.
    """
    if cast.key_of(name) is not None:
        return False
    passage = cast.passages[cast.sentence_of(span.start)]
    opens = name.span.start == passage.span.start
    words = fold(name.name).split()
    alone = len(words) == 1
    if name.span.start == span.start and common(words[-1]) and (passage.headline or (opens and alone)):
        return True
    return opens and alone and words[0] not in ORGANISATION_WORDS and cast.common_noun(words[0])


def is_written(cast: Cast, span: Span, head: Span, name: Name) -> bool:
    """Whether a name is that of something written, or only tells whose that is.

    Args:
        cast: of the article.
        span: the phrase.
        head: the noun phrase in it without what follows its noun.
        name: the name found in the phrase.
    """
    if name.span.start >= head.end:
        return kind_of(cast.tokens.within(head)) is SourceKind.DOCUMENT
    before = cast.tokens.within(Span(span.start, max(span.start, name.titled)))
    return titles_writing(before) or (cast.key_of(name) is None and names_writing(name.name))


def is_body(cast: Cast, head: Span, name: Name) -> bool:
    """``The operator, Isle Ferries``, ``the agency Corvus``: a name beside the noun for a body.

    Not where a title, a role or the surname used alone shows a person.
    """
    if name.titled < name.span.start or _shown_person(cast, name):
        return False
    noun = cast.tokens.within(Span(head.start, max(head.start, min(head.end, name.span.start))))
    small = bool(noun) and noun[-1].kind is TokenKind.WORD and noun[-1].text[0].islower()
    return small and kind_of(noun) is SourceKind.ORGANISATION


def _shown_person(cast: Cast, name: Name) -> bool:
    """Whether a role of people, or the surname used alone, shows a person; not the noun for a body itself."""
    key = cast.key_of(name)
    figure = cast.figures[key] if key is not None else None
    roles = name.roles | (figure.roles if figure else set())
    if roles:
        return any(role_base(role.split()[-1]) for role in roles)
    return figure is not None and figure.attested


def first_of_several(cast: Cast, span: Span) -> Name | None:
    """``Holt and her colleagues``: the person named first, where the last of them has no name."""
    names = cast.names_in(span)
    if not names or names[0].titled > span.start or cast.key_of(names[0]) is None:
        return None
    after = cast.text[names[0].span.end : span.end].split(maxsplit=1)
    return names[0] if after and after[0] == "and" else None


def joined(cast: Cast, span: Span) -> tuple[str, ...]:
    """``Ada Holt and Tom Rask``: the persons whom a phrase names side by side; empty if it names but one."""
    names = [n for n in cast.names_in(span) if cast.key_of(n) is not None]
    gaps = (cast.text[one.span.end : other.titled] for one, other in itertools.pairwise(names))
    between = [gap.strip(" ,") for gap in gaps]
    beside = between[-1:] in (["and"], ["&"]) and not any(between[:-1])
    keys = dict.fromkeys(key for n in names if (key := cast.key_of(n)) is not None)
    return tuple(keys) if beside and len(keys) > 1 else ()


def whole(cast: Cast, span: Span) -> bool:
    """Whether a phrase is nothing but names and what joins them, or a plural that they explain."""
    names = cast.names_in(span)
    if not names or names[-1].span.end < span.end - 1:
        return False
    before = cast.text[span.start : max(span.start, names[0].titled)].rstrip()
    return not before or before.endswith(("s,", "s", "both"))
