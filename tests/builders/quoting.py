"""Invented reports for the tests of collation: quotations given as words, placed in an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.collation import collate
from rashomon.model import (
    Article,
    Evidence,
    Mention,
    Mode,
    Policy,
    Source,
    SourceKind,
    Span,
    Statement,
    Utterance,
    Variant,
)

__all__ = ["Said", "Told", "collated", "kinds", "person", "report", "shared", "words_of"]

Told = tuple[Article, tuple[Statement, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement to be placed: its pieces go in with their marks, " he said " between them."""

    pieces: tuple[str, ...]
    source: Source | None
    mode: Mode = Mode.DIRECT
    marks: str = "“”"


def person(name: str) -> Source:
    """A named person."""
    return Source(kind=SourceKind.PERSON, name=name)


SPEAKER = person("Mara Quill")


def report(outlet: str, *said: Said | str) -> Told:
    """An article of these statements, a paragraph each; a bare string is a quotation of Mara Quill's."""
    text = f"{outlet} reports from Port Ellery.\n\n"
    placed: list[tuple[Said, tuple[Span, ...]]] = []
    for item in said:
        one = Said(pieces=(item,), source=SPEAKER) if isinstance(item, str) else item
        spans: list[Span] = []
        for piece in one.pieces:
            opening, closing = (one.marks[:1], one.marks[1:]) if one.mode is Mode.DIRECT else ("", "")
            spans.append(Span(len(text), len(text) + len(opening + piece + closing)))
            text += opening + piece + closing + " was the word. "
        placed.append((one, tuple(spans)))
        text += "\n\n"
    article = Article(input=f"{outlet}.txt", text=text)
    return article, tuple(_statement(article, one, spans) for one, spans in placed)


def _statement(article: Article, said: Said, spans: tuple[Span, ...]) -> Statement:
    sure = Evidence(score=1.0, reason="given")
    mention = Mention(source=said.source, span=None, evidence=sure) if said.source else None
    return Statement(article=article.id, mode=said.mode, content=spans, source=mention, evidence=sure)


def collated(*told: Told) -> tuple[Utterance, ...]:
    """The utterances of these reports."""
    return collate([article for article, _ in told], [s for _, own in told for s in own], Policy())


def shared(*told: Told) -> list[Utterance]:
    """The utterances of more than one statement."""
    return [utterance for utterance in collated(*told) if len(utterance.statements) > 1]


def kinds(utterance: Utterance) -> list[str]:
    """The kinds of the variants, in order."""
    return [variant.kind.value for variant in utterance.apparatus.variants]


def texts(variant: Variant) -> set[str]:
    """The texts of its readings."""
    return {reading.text for reading in variant.readings}


def words_of(told: Sequence[Told], utterance: Utterance) -> dict[str, str]:
    """What each witness says, put together from its readings, blanks taken out."""
    articles = {article.id: article.text for article, _ in told}
    out: dict[str, str] = {}
    for witness in utterance.apparatus.witnesses:
        own = [
            located.span.of(articles[witness.article])
            for column in utterance.apparatus.columns
            for reading in column.readings
            if witness.statement in reading.witnesses
            for located in reading.spans
            if located.article == witness.article and any(s.contains(located.span) for s in witness.spans)
        ]
        out[witness.statement] = "".join("".join(own).split())
    return out
