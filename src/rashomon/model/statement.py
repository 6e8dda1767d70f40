"""A statement: words that a report gives to somebody else than its author."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.evidence import Evidence
from rashomon.model.identity import short_id
from rashomon.model.source import Mention, Occasion, Relay, Tongue
from rashomon.model.span import Span

__all__ = ["Mode", "Statement"]


class Mode(StrEnum):
    """How words are given: in quotation marks, in the reporter's words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement with its three parts, in the field's terms: source, cue, content.

    Attributes:
        article: the id of the article.
        content: what was said; discontinuous where the cue stands inside it.
            Disjoint, in order, without surrounding blanks; a quotation's span
            includes its marks.
        cue: the words that say it was said ("told", "according to"); empty for floating quotations.
        source: None where the article does not tell who spoke.
        chain: the intermediaries, from the speaker outward.
        tongue: the language the words were spoken in, where the article tells of it.
        parent: the id of the statement this one is quoted inside of.
    """

    article: str
    mode: Mode
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: Mention | None = None
    occasion: Occasion | None = None
    chain: tuple[Relay, ...] = ()
    tongue: Tongue | None = None
    parent: str | None = None
    evidence: Evidence

    @property
    def id(self) -> str:
        """``st-`` and a hash of article, mode and the spans of content and cue."""
        return short_id(
            "st",
            [self.article, self.mode.value, [tuple(s) for s in self.content], [tuple(s) for s in self.cue]],
        )
