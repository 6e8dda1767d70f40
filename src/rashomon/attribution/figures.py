"""What the cast of an article is made of: sentences as passages, persons as figures, namings as events."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from rashomon.language.names import Gender
from rashomon.model import Span

__all__ = ["Event", "Figure", "Passage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence and the quotations in it, in order; headlines shorten names, and capitalise other words."""

    span: Span
    quoted: tuple[Span, ...]
    headline: bool = False
    block: int = 0

    def quotes(self, span: Span) -> bool:
        """Whether these words stand in one of the quotations; those are disjoint and in order."""
        return self.quotation(span) is not None

    def quotation(self, span: Span) -> Span | None:
        """The quotation in which these words stand."""
        at = bisect_right(self.quoted, span.start, key=lambda quotation: quotation.start)
        return self.quoted[at - 1] if at > 0 and self.quoted[at - 1].contains(span) else None


@dataclass(slots=True, kw_only=True)
class Figure:
    """A person of the article; `name` is the fullest form given."""

    name: str
    gender: Gender = Gender.UNKNOWN
    roles: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    named: int = 0
    placed: int = 0
    attested: bool = False
    """Whether anything but two capitals shows a person: a title, a role, the surname used alone."""
    introduced: bool = False
    """Whether a title, a role or a given name that lists know stands with the full name itself."""

    @property
    def town(self) -> bool:
        """Whether *in*, *of*, *from* ... stands before half of the namings or more."""
        return 2 * self.placed >= self.named > 0


@dataclass(frozen=True, slots=True)
class Event:
    """A figure named at a place: in which sentence, as its first name or not, inside a quotation or not."""

    at: int
    sentence: int
    figure: str
    first: bool
    quoted: bool
    placed: bool
    """Whether *in*, *of*, *from* ... stands before it, as before a town."""
