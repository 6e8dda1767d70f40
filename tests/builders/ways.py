"""Invented reports whose statements came by chains that are laid down by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.model import (
    Article,
    Evidence,
    Mention,
    Mode,
    Occasion,
    Publisher,
    Relay,
    Source,
    SourceKind,
    Span,
    Statement,
    Step,
    Transmission,
)

__all__ = ["Hop", "Page", "drawn", "together"]

SURE = Evidence(score=1.0, reason="laid down")


@dataclass(frozen=True, slots=True)
class Hop:
    """A hop in words; `inferred` as in passages that go on with one told before.

    `by` is the number of the statement whose speaker passes the words on: the hop is where that
    one is named.
    """

    name: str
    manner: str = "told"
    inferred: bool = False
    by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    source: Source | None
    named: str
    hops: tuple[Hop, ...]
    cue: str
    content: str
    occasion: bool
    inside: int | None


@dataclass(slots=True)
class Page:
    """A report as it is written, line by line: ``page.tell("Ada Holt", Hop("Merid Wire"))``."""

    publisher: str | None = None
    input: str = "page.txt"
    _lines: list[str] = field(default_factory=list)
    _told: list[_Telling] = field(default_factory=list)

    def tell(
        self,
        speaker: str | Source | None,
        *hops: Hop,
        cue: str = "said",
        content: str = "",
        occasion: bool = False,
        inside: int | None = None,
    ) -> int:
        """The next statement; its number, by which others are told to stand inside it."""
        source = Source(kind=SourceKind.PERSON, name=speaker) if isinstance(speaker, str) else speaker
        self._told.append(
            _Telling(
                source=source,
                named=(source.name or source.descriptor or "") if source else "",
                hops=hops,
                cue=cue,
                content=content or f"words {len(self._told)}",
                occasion=occasion,
                inside=inside,
            )
        )
        return len(self._told) - 1

    def made(self) -> tuple[Article, tuple[Statement, ...]]:
        """The article and its statements."""
        text, places = f"{self.input}\n", []
        for one in self._told:
            spans = []
            for words in (one.named, f" {one.cue} ", one.content, *(f" by {h.name}" for h in one.hops)):
                text += words
                spans.append(Span(len(text) - len(words.removeprefix(" by ").strip()), len(text)))
            text += ".\n"
            cue = Span(spans[1].start - 1, spans[1].end - 1)
            places.append((spans[0], cue, spans[2], spans[3:]))
        publisher = Publisher(name=self.publisher) if self.publisher is not None else None
        article = Article(input=self.input, text=text, publisher=publisher)
        made: list[Statement] = []
        for one, (named, cue, content, hops) in zip(self._told, places, strict=True):
            mention = None
            if one.source is not None:
                mention = Mention(source=one.source, span=named if one.named else None, evidence=SURE)
            made.append(
                Statement(
                    article=article.id,
                    mode=Mode.INDIRECT,
                    content=(content,),
                    cue=(cue,) if one.cue else (),
                    source=mention,
                    occasion=Occasion(kind="statement", span=content) if one.occasion else None,
                    chain=tuple(
                        Relay(name=hop.name, manner=hop.manner, span=span, stated=not hop.inferred)
                        for hop, own in zip(one.hops, hops, strict=True)
                        for span in [own if hop.by is None else places[hop.by][0]]
                    ),
                    parent=made[one.inside].id if one.inside is not None else None,
                    evidence=SURE,
                )
            )
        return article, tuple(made)


def together(*pages: Page) -> tuple[tuple[Article, ...], tuple[Statement, ...]]:
    """The reports, and their statements in order."""
    made = [page.made() for page in pages]
    return tuple(article for article, _ in made), tuple(one for _, found in made for one in found)


def drawn(graph: Transmission) -> Sequence[str]:
    """The steps in words: ``Ada Holt -told-> Merid``; ``..>`` where inferred, ``(circle)`` on a circle."""
    labels = {node.id: str(node.label) for node in graph.nodes}
    return [
        f"{labels[step.tail]} {_arrow(step)} {labels[step.head]}{' (circle)' if step.circular else ''}"
        for step in graph.steps
    ]


def _arrow(step: Step) -> str:
    line = "-" if step.stated else "."
    return f"{line}{' '.join(step.manners)}{line}>"
