"""The apparatus: the readings of the witnesses to one utterance, place by place.

Terms are those of textual criticism: a *witness* is one report's version of
the words, a *reading* is what one or more witnesses have at one place, a
*variant* is a place where they do not all have the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.evidence import Evidence
from rashomon.model.span import Span

__all__ = ["Apparatus", "Column", "Located", "Reading", "Severity", "Variant", "VariantKind", "Witness"]


class VariantKind(StrEnum):
    """What differs. Deletion and insertion are seen from the base text."""

    PUNCTUATION = "punctuation"
    ORTHOGRAPHY = "orthography"
    CONTRACTION = "contraction"
    BRACKET = "bracket"
    ELLIPSIS = "ellipsis"
    DELETION = "deletion"
    INSERTION = "insertion"
    SUBSTITUTION = "substitution"
    CLEANUP = "cleanup"
    TENSE = "tense"
    PRONOUN = "pronoun"
    SPLICE = "splice"
    SPLIT = "split"
    REORDERING = "reordering"
    TRUNCATION = "truncation"
    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    QUOTE_VS_PARAPHRASE = "quote_vs_paraphrase"
    TRANSLATION = "translation"


class Severity(StrEnum):
    """How much a variant can matter to a reader; a label, not a verdict."""

    TRIVIAL = "trivial"
    MINOR = "minor"
    MAJOR = "major"


@dataclass(frozen=True, slots=True, order=True)
class Located:
    """A span and the id of the article it lies in."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One statement as far as it bears on this utterance.

    A spliced quotation is a witness to every utterance it draws on, with the
    part of its content that belongs there.
    """

    statement: str
    article: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What these witnesses (statement ids, sorted) have at one place.

    `text` is verbatim from the first witness; the others that are counted to
    the same reading may differ from it in blanks and in the shape of their
    quotation marks and apostrophes.  Empty, without spans, where the witnesses
    have nothing.
    """

    witnesses: tuple[str, ...]
    text: str
    spans: tuple[Located, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A place where the witnesses differ, classed.

    `column` is the index of its column in the apparatus, None for a variant of the whole text.
    """

    kind: VariantKind
    severity: Severity
    readings: tuple[Reading, ...]
    evidence: Evidence
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One place of the alignment: one reading where all agree, several where they differ.

    Every witness is in exactly one reading of every column, so that a
    witness's readings, joined over the columns, give its words back.
    """

    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparatus:
    """The alignment of all witnesses to one utterance and its variants; `base` is a statement id."""

    base: str
    witnesses: tuple[Witness, ...]
    columns: tuple[Column, ...]
    variants: tuple[Variant, ...]
