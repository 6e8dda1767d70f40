"""Who speaks, and who carried the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.evidence import Evidence
from rashomon.model.identity import short_id
from rashomon.model.span import Span

__all__ = ["Candidate", "Mention", "Occasion", "Relay", "Source", "SourceKind", "Tongue"]


class SourceKind(StrEnum):
    """What kind of source words are given to."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    IMPERSONAL = "impersonal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A speaker as resolved.

    A named source is the same value wherever it is named the same; an unnamed
    one is bound to its article by `scope`, since "a source" here and "a source"
    there need not be one.

    Attributes:
        name: the fullest name the article gives, None for unnamed and impersonal sources.
        descriptor: the article's words for a source without a name ("a political source").
        scope: the id of the article an unnamed source belongs to, empty for a named one.
        identity: the id of the figure it was found to be, over all reports; empty before that.
    """

    kind: SourceKind
    name: str | None = None
    descriptor: str | None = None
    scope: str = ""
    identity: str = ""

    @property
    def id(self) -> str:
        """The figure's id, else ``src-`` and a hash of name and kind, or of descriptor and article."""
        return self.identity or short_id(
            "src", [self.kind.value, self.name, None if self.name else self.descriptor, self.scope]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may be meant: the fullest name, how likely, and where he was last named before."""

    name: str
    score: float
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The words by which a statement names its source, and whom they mean.

    `span` is None where the statement itself names nobody (a floating
    quotation, a headline); the evidence then points at the words that decided.
    `candidates`, the likeliest first, are kept where the words could mean
    several; below the policy's threshold the source itself has no name.
    """

    source: Source
    span: Span | None
    evidence: Evidence
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One hop between speaker and article ("told state-run B"); `stated` is False where it is inferred.

    `manner` is one of ``told confirmed_to interview statement show post work through passed_on seen_by
    published_by broadcast_by carried_by cited quoted_by reported_by first_reported_by according_to
    state_media wire_tag``.
    """

    name: str
    manner: str
    span: Span
    stated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """How words came to be spoken, as the article says it.

    `kind` is one of ``interview press post statement filing message speech hearing meeting broadcast``.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Tongue:
    """What the report says of the language the words were spoken in ("said in Arabic", "a translation").

    Attributes:
        language: the article's word for it, None where it only tells that the words were translated.
        span: the words that tell it.
    """

    language: str | None
    span: Span
