"""Invented reports, and the times in them in words instead of offsets."""

from __future__ import annotations

from dataclasses import replace

from tests.builders.reporting import article

from rashomon.attribution import attribute
from rashomon.chronology import resolve
from rashomon.model import Article, BlockKind, Moment, Policy, Provenance

__all__ = ["moments", "paragraphs", "times", "values"]


def paragraphs(*words: str, published: str | None = None, given: str | None = None) -> Article:
    """An article of these paragraphs; `given` is a date that the user gave for it."""
    made = article(*((BlockKind.PARAGRAPH, line) for line in words))
    if given is not None:
        origin = (Provenance(field="published", origin="given", raw=given),)
        return replace(made, published=given, provenance=origin)
    return replace(made, published=published)


def moments(made: Article) -> list[Moment]:
    """The times in the text of an article, its publication left out."""
    found = resolve([made], attribute(made, Policy()), Policy())
    return [moment for moment in found if moment.rule != "published"]


def times(words: str, published: str | None = None) -> list[tuple[str, str | None, str]]:
    """Words, value and rule of every time in one paragraph."""
    made = paragraphs(words, published=published)
    return [(m.span.of(made.text), m.value, m.rule) for m in moments(made) if m.span is not None]


def values(words: str, published: str | None = None) -> dict[str, str | None]:
    """What the times of one paragraph come to."""
    return {told: value for told, value, _ in times(words, published)}
