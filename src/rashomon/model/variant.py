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

__all__ = [
    "Apparatus",
    "Column",
    "Edit",
    "Family",
    "Kinship",
    "Located",
    "Reading",
    "Severity",
    "ShownBy",
    "Variant",
    "VariantKind",
    "Witness",
]


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
    DATE = "date"
    NAME = "name"
    QUOTE_VS_PARAPHRASE = "quote_vs_paraphrase"
    TRANSLATION = "translation"


class Severity(StrEnum):
    """How much a variant can matter to a reader; a label, not a verdict."""

    TRIVIAL = "trivial"
    MINOR = "minor"
    MAJOR = "major"

    @property
    def rank(self) -> int:
        """How grave it is, from 0."""
        return _BY_GRAVITY.index(self)


_BY_GRAVITY = tuple(Severity)


class ShownBy(StrEnum):
    """What in the text shows which witness altered the words."""

    BRACKET = "bracket"
    ELLIPSIS = "ellipsis"
    LONGER_WITNESS = "longer_witness"
    JOINED = "joined"


class Kinship(StrEnum):
    """Why several witnesses count as one: none of them can vouch for the words by itself."""

    ONE_REPORT = "one_report"
    COPIED_TEXT = "copied_text"
    SAME_CARRIER = "same_carrier"


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
class Edit:
    """What one reading of a variant does to the base's, classed by itself.

    `reading` is its index in `Variant.readings`.
    """

    reading: int
    kind: VariantKind
    severity: Severity
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A place where the witnesses differ, classed.

    Attributes:
        kind: the class of the gravest of its edits; `severity` and `evidence` likewise.
        column: the index of its column in the apparatus, None for a variant of the whole text.
        edits: one for each reading that differs from the base's, in the order of the readings;
            empty for variants of whole witnesses (truncation, splice, split), which are one edit.
        altered: statement ids of the witnesses that the text shows to have altered the words,
            sorted; empty where it only shows that they differ.
        shown_by: what shows it; None where `altered` is empty.
    """

    kind: VariantKind
    severity: Severity
    readings: tuple[Reading, ...]
    evidence: Evidence
    column: int | None = None
    edits: tuple[Edit, ...] = ()
    altered: tuple[str, ...] = ()
    shown_by: ShownBy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One place of the alignment: one reading where all agree, several where they differ.

    Every witness is in exactly one reading of every column, so that a
    witness's readings, joined over the columns, give its words back.
    """

    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Witnesses (statement ids, sorted) that count once, and why; one that stands alone is in none."""

    witnesses: tuple[str, ...]
    kinship: Kinship
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparatus:
    """The alignment of all witnesses to one utterance and its variants.

    Attributes:
        base: id of the statement that deletions and insertions are seen from.
        families: witnesses that are no independent ones of each other; disjoint.
    """

    base: str
    witnesses: tuple[Witness, ...]
    columns: tuple[Column, ...]
    variants: tuple[Variant, ...]
    families: tuple[Family, ...] = ()

    def attested(self, reading: Reading) -> int:
        """At most how many independent witnesses have the reading: a family counts once."""
        family_of = {w: number for number, family in enumerate(self.families) for w in family.witnesses}
        return len({family_of.get(w, w) for w in reading.witnesses})
