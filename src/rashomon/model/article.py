"""One report as it was read: its text, whole and unaltered, and what each part of it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.model.identity import text_id
from rashomon.model.span import Span

__all__ = ["Article", "Block", "BlockKind", "Provenance", "Publisher"]


class BlockKind(StrEnum):
    """What a stretch of a page is, in the newsroom's words."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"
    SUBHEADING = "subheading"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text and its kind; `rule` names the line of the rule table that decided."""

    kind: BlockKind
    span: Span
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who published the report, as far as the page says."""

    name: str
    domain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where one field of an article came from.

    Attributes:
        field: ``publisher``, ``headline``, ``byline``, ``published`` or ``language``.
        origin: a fixed label: ``json-ld``, ``opengraph``, ``microdata``, ``meta``, ``text``, ``detected`` ...
        raw: what stood there, verbatim.
    """

    field: str
    origin: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A report.

    Attributes:
        input: the path, address or ``-`` it was read from.
        text: for plain text the decoded file itself, for other kinds the extracted text.
        blocks: disjoint, in order, without surrounding blanks; every non-blank
            code point of `text` lies in one (furniture is labelled, never deleted).
        published: ISO 8601, date or date and time, or None where the page does not say.
        language: BCP 47 primary tag (``en``), or ``und``.
        warnings: what was repaired or doubtful in reading, one clause each.
        known_as: the id of the article that this is a working copy of, where blanks hide a part of the
            text (`rashomon.language.asides`); such a copy is in no dossier.
    """

    input: str
    text: str
    blocks: tuple[Block, ...] = ()
    publisher: Publisher | None = None
    headline: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    language: str = "en"
    warnings: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    known_as: str | None = field(default=None, repr=False, compare=False)
    _id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # hashed once: every statement asks for it, and a text may have megabytes
        object.__setattr__(self, "_id", self.known_as or text_id(self.text))

    @property
    def id(self) -> str:
        """``sha256:`` and the hash of the text: two pastes of one text are one article."""
        return self._id

    def of_kind(self, *kinds: BlockKind) -> Iterator[Block]:
        """The blocks of these kinds, in the order of the text."""
        return (block for block in self.blocks if block.kind in kinds)
