"""Units over quotations that invented reports give to somebody."""

from __future__ import annotations

from rashomon.corroboration.units import Unit
from rashomon.model import (
    Article,
    Evidence,
    Mention,
    Mode,
    Source,
    SourceKind,
    Span,
    Statement,
    Wording,
)

__all__ = ["saying_of"]

SURE = Evidence(score=1.0, reason="test")


def saying_of(text: str, quoted: str, speaker: str, source: Source, mode: Mode = Mode.DIRECT) -> Unit:
    """The unit of what is quoted in `text`, said by `speaker`, whose words stand there too."""
    article = Article(input=text[:9], text=text)
    content = Span(text.index(quoted), text.index(quoted) + len(quoted))
    who = Span(text.index(speaker), text.index(speaker) + len(speaker))
    mention = Mention(source=source, span=who, evidence=SURE)
    statement = Statement(article=article.id, mode=mode, content=(content,), source=mention, evidence=SURE)
    wording = Wording(article=article.id, spans=(content,), statement=statement.id)
    return Unit(wording=wording, article=article, sentence=Span(0, len(text)), statement=statement)


def person(name: str) -> Source:
    """Somebody with a name."""
    return Source(kind=SourceKind.PERSON, name=name)


def unnamed(descriptor: str) -> Source:
    """Somebody without one."""
    return Source(kind=SourceKind.UNNAMED, descriptor=descriptor, scope="here")
