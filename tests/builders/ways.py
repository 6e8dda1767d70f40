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
    """A hop in words; `inferred` as in passages that go on with one told before."""

    name: str
    manner: str = "told"
    inferred: bool = False


@dataclass(slots=True)
class Page:
    """A report as it is written, line by line: ``page.tell("Ada Holt", Hop("Merid Wire"))``."""

    publisher: str | None = None
    input: str = "page.txt"
    _lines: list[str] = field(default_factory=list)
    _told: list[tuple[Source | None, str, tuple[Hop, ...], str, bool, int | None]] = field(
        default_factory=list
    )

    def tell(
        self,
        speaker: str | Source | None,
        *hops: Hop,
        cue: str = "said",
        occasion: bool = False,
        inside: int | None = None,
    ) -> int:
        """The next statement; its number, by which others are told to stand inside it."""
        source = Source(kind=SourceKind.PERSON, name=speaker) if isinstance(speaker, str) else speaker
        words = (source.name or source.descriptor or "") if source else ""
        self._told.append((source, words, hops, cue, occasion, inside))
        return len(self._told) - 1

    def made(self) -> tuple[Article, tuple[Statement, ...]]:
        """The article and its statements."""
        lines, parts = f"{self.input}\n", []
        for number, (source, words, hops, cue, _, _) in enumerate(self._told):
            start = len(lines)
            named = Span(start, start + len(words))
            lines += f"{words} "
            cued = Span(len(lines), len(lines) + len(cue))
            lines += f"{cue} "
            content = Span(len(lines), len(lines) + len(f"words {number}"))
            lines += f"words {number}"
            spans = []
            for hop in hops:
                lines += " by "
                spans.append(Span(len(lines), len(lines) + len(hop.name)))
                lines += hop.name
            lines += ".\n"
            parts.append((named if source and words else None, cued, content, spans))
        publisher = Publisher(name=self.publisher) if self.publisher is not None else None
        article = Article(input=self.input, text=lines, publisher=publisher)
        made: list[Statement] = []
        for (source, _, hops, cue, occasion, inside), (named_at, cued, content, spans) in zip(
            self._told, parts, strict=True
        ):
            made.append(
                Statement(
                    article=article.id,
                    mode=Mode.INDIRECT,
                    content=(content,),
                    cue=(cued,) if cue else (),
                    source=Mention(source=source, span=named_at, evidence=SURE) if source else None,
                    occasion=Occasion(kind="statement", span=content) if occasion else None,
                    chain=tuple(
                        Relay(name=hop.name, manner=hop.manner, span=span, stated=not hop.inferred)
                        for hop, span in zip(hops, spans, strict=True)
                    ),
                    parent=made[inside].id if inside is not None else None,
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
