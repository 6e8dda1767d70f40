"""Invented reports, and what attribution makes of them in words instead of offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.attribution import attribute
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Mode,
    Policy,
    RepairKind,
    SourceKind,
    Span,
    Statement,
)

__all__ = ["Told", "article", "report", "told"]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement in words."""

    id: str
    parent: str | None
    mode: Mode
    content: list[str]
    cue: list[str]
    source: str | None
    name: str | None
    kind: SourceKind | None
    descriptor: str | None
    reason: str
    speaker_reason: str | None
    repairs: list[RepairKind]


def article(*parts: tuple[BlockKind, str], language: str = "en") -> Article:
    """An article of these blocks, a blank line between them; a part's own paragraphs are blocks too."""
    text, blocks = "", []
    for kind, words in parts:
        for line in re.split(r"\n+", words):
            text += "\n\n" if text else ""
            blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(line))))
            text += line
    return Article(input="invented", text=text, blocks=tuple(blocks), language=language)


def report(*parts: tuple[BlockKind, str]) -> list[Told]:
    """The statements of an article of these blocks."""
    one = article(*parts)
    return [_in_words(statement, one.text) for statement in attribute(one, Policy())]


def told(*paragraphs: str) -> list[Told]:
    """The statements of an article of these paragraphs."""
    return report(*((BlockKind.PARAGRAPH, words) for words in paragraphs))


def _in_words(statement: Statement, text: str) -> Told:
    mention = statement.source
    return Told(
        id=statement.id,
        parent=statement.parent,
        mode=statement.mode,
        content=[s.of(text) for s in statement.content],
        cue=[s.of(text) for s in statement.cue],
        source=mention.span.of(text) if mention and mention.span else None,
        name=mention.source.name if mention else None,
        kind=mention.source.kind if mention else None,
        descriptor=mention.source.descriptor if mention else None,
        reason=statement.evidence.reason,
        speaker_reason=mention.evidence.reason if mention else None,
        repairs=[r.kind for r in statement.evidence.repairs],
    )
