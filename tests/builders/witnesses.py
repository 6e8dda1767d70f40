"""Invented reports with one quotation each, for the tests of which of them count as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.collation.families import families
from rashomon.collation.groups import Part
from rashomon.collation.units import passage_of
from rashomon.language.ownwords import OwnWords
from rashomon.model import (
    Article,
    Evidence,
    Family,
    Mention,
    Mode,
    Policy,
    Publisher,
    Relay,
    Source,
    SourceKind,
    Span,
    Statement,
)

__all__ = ["AROUND", "Told", "apart", "kin", "witness"]

AROUND = (
    "The council of Port Ellery had asked the harbour board on Monday to keep every boat at the quay "
    "until the wind dropped, after seven crews refused to leave the old dock."
)
"""Words of a reporter's own."""

_QUILL = Source(kind=SourceKind.PERSON, name="Mara Quill")
_GIVEN = Evidence(score=1.0, reason="given")


@dataclass(frozen=True, slots=True)
class Told:
    """A report and one statement of it."""

    article: Article
    statement: Statement


def witness(
    outlet: str, text: str, *, carriers: Sequence[tuple[str, str]] = (), publisher: str | None = None
) -> Told:
    """A report of this text; its statement is what stands between the first “ and the last ” of a line."""
    article = Article(
        input=f"{outlet}.txt",
        text=f"{outlet}\n\n{text}",
        publisher=Publisher(name=publisher) if publisher else None,
    )
    (quoted,) = [line for line in _lines(article.text) if "“The ferry" in line.of(article.text)]
    return Told(article, _statement(article, quoted, carriers))


def apart(*paragraphs: str) -> tuple[Told, ...]:
    """One report of several paragraphs, each with a statement."""
    article = Article(input="apart.txt", text="\n\n".join(paragraphs))
    return tuple(Told(article, _statement(article, line, ())) for line in _lines(article.text))


def _lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def _statement(article: Article, line: Span, carriers: Sequence[tuple[str, str]]) -> Statement:
    start = article.text.index("“The ferry", line.start)
    end = article.text.index("”", start) + 1
    return Statement(
        article=article.id,
        mode=Mode.DIRECT,
        content=(Span(start, end),),
        chain=tuple(Relay(name=name, manner=manner, span=Span(0, 1)) for name, manner in carriers),
        source=Mention(source=_QUILL, span=None, evidence=_GIVEN),
        evidence=_GIVEN,
    )


def kin(*told: Told, policy: Policy | None = None) -> tuple[Family, ...]:
    """The families among these witnesses."""
    texts = {one.article.id: one.article for one in told}
    parts = [Part(passage=passage_of(one.article, one.statement)) for one in told]
    return families(parts, OwnWords(texts), policy or Policy())
