"""What a report tells of the sources that it does not name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.span import Span

__all__ = ["Flag", "UnnamedSource", "Voucher"]


class Flag(StrEnum):
    """What is to be noted of an unnamed source."""

    PLURAL_FOR_ONE = "plural_for_one"
    """The words are plural, and the report shows one source only."""
    NO_REASON_STATED = "no_reason_stated"
    """Somebody with inside knowledge speaks without a name, and no reason is told."""
    DESCRIPTOR_DIFFERS = "descriptor_differs"
    """Another report describes the source of the same statement otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """Who knows an unnamed source and stands for its words: the report itself, or who carried them to it.

    Attributes:
        name: of the first hop that heard the source, None for the report itself.
        span: where the report names it, None for the report itself.
        statements: the ids of what came so, in the order of the text.
    """

    name: str | None
    span: Span | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedSource:
    """One unnamed source of one report.

    Attributes:
        article: the id of the article.
        statements: the ids of what it is said to have said, in the order of the text.
        descriptor: the article's fullest words for it, without relative clauses.
        span: where these stand.
        stated_count: how many people the words say there are; None where they do not say.
        reason: the words that tell why there is no name.
        flags: in the order of `Flag`.
        vouched: who stands for it, in the order of the text; every statement is in one of them.
    """

    article: str
    statements: tuple[str, ...]
    descriptor: str
    span: Span
    stated_count: int | None
    reason: Span | None
    flags: tuple[Flag, ...]
    vouched: tuple[Voucher, ...] = ()
