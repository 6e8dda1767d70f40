"""A statement laid down in one line."""

from __future__ import annotations

from rashomon.model import Evidence, Mention, Mode, Source, SourceKind, Span, Statement

__all__ = ["said"]


def said(
    line: str, *, told: str = "", mode: Mode = Mode.INDIRECT, kind: SourceKind = SourceKind.PERSON
) -> tuple[Statement, str]:
    """The statement in a line of which source, cue and content stand between bars.

    The content is what begins with `told`, if that is given.
    """
    source, cue, _ = line.split("|")
    text = line.replace("|", "")
    cue_at, content_at = len(source), len(source) + len(cue)
    name = source.strip()
    statement = Statement(
        article="one",
        mode=mode,
        content=(Span(text.index(told) if told else content_at, len(text)),),
        cue=(Span(cue_at, content_at),),
        source=Mention(
            source=Source(kind=kind, name=name if kind is SourceKind.PERSON else None, descriptor=name),
            span=Span(0, len(name)),
            evidence=Evidence(score=1.0, reason="laid down"),
        ),
        evidence=Evidence(score=1.0, reason="laid down"),
    )
    return statement, text
