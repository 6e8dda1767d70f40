"""Invented passages with a clause around the cue, for the tests of days and occasions."""

from __future__ import annotations

import re

from rashomon.collation.units import Passage, passage_of
from rashomon.model import (
    Article,
    Evidence,
    Mention,
    Mode,
    Occasion,
    Relay,
    Source,
    SourceKind,
    Span,
    Statement,
)

__all__ = ["passage"]

_SURE = Evidence(score=1.0, reason="given")


def passage(
    text: str,
    *,
    published: str | None = None,
    occasion: tuple[str, str] | None = None,
    told: str | None = None,
    cue: str = "said",
    mode: Mode = Mode.DIRECT,
) -> Passage:
    """The quotation of a text, in curly marks, with its cue; `occasion` is a kind and its words.

    An indirect one stands without the marks.
    """
    [quoted] = re.finditer("“[^”]*”", text)
    content = Span(*quoted.span())
    if mode is not Mode.DIRECT:
        content = Span(content.start + 1, content.end - 1)
    outside = text[: content.start] + " " * len(content) + text[content.end :]
    at = outside.index(cue)
    words = occasion and occasion[1]
    statement = Statement(
        article=Article(input="-", text=text).id,
        mode=mode,
        content=(content,),
        cue=(Span(at, at + len(cue)),),
        source=Mention(source=Source(kind=SourceKind.PERSON, name="Mara Quill"), span=None, evidence=_SURE),
        occasion=Occasion(kind=occasion[0], span=_of(outside, words)) if occasion and words else None,
        chain=(Relay(name=told, manner="told", span=_of(outside, told)),) if told else (),
        evidence=_SURE,
    )
    return passage_of(Article(input="-", text=text, published=published), statement)


def _of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))
