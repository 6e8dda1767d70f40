"""What the program itself says about claims, conflicts, times and origins: labels, never sentences.

Everything else that is shown of them is verbatim from a report.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from rashomon.exports.display import NOT_STATED
from rashomon.exports.terms import counted, plain_label, probability
from rashomon.model import (
    AnchorKind,
    ClaimKind,
    ConflictKind,
    Granularity,
    Lane,
    OriginReason,
    Relation,
    Stance,
)

__all__ = [
    "ANCHORS",
    "ASCII_STANCES",
    "CLAIM_KINDS",
    "CONFLICT_KINDS",
    "DRAWN_STANCES",
    "GRANULARITIES",
    "LANES",
    "ORIGIN_REASONS",
    "RELATIONS",
    "STANCES",
    "STANCE_STYLES",
    "SUSPECTED",
    "WITNESSES",
    "Edtf",
    "anchor_label",
    "at_most_label",
    "nearness",
    "origin_label",
    "rule_label",
]

STANCES = MappingProxyType(
    {
        Stance.SAYS: "has the claim, in these or other words, coarser or finer",
        Stance.DIFFERS: "tells of the same thing and disagrees in a detail",
        Stance.DENIES: "says the contrary, or gives a denial of it and nothing else",
        Stance.SILENT: "has no passage that was taken for it; the nearest that was checked is shown",
    }
)
"""What a report does with a claim."""

DRAWN_STANCES = MappingProxyType(
    {Stance.SAYS: "●", Stance.DIFFERS: "≠", Stance.DENIES: "✕", Stance.SILENT: "·"}
)
ASCII_STANCES = MappingProxyType(
    {Stance.SAYS: "+", Stance.DIFFERS: "!", Stance.DENIES: "x", Stance.SILENT: "."}
)
"""The signs of the matrix; the second are for terminals that know ASCII alone."""

STANCE_STYLES = MappingProxyType(
    {Stance.SAYS: "green", Stance.DIFFERS: "yellow", Stance.DENIES: "red", Stance.SILENT: "dim"}
)
"""Their colours on a terminal."""

CLAIM_KINDS = MappingProxyType(
    {
        ClaimKind.STATEMENT: "every report gives it to a source",
        ClaimKind.ASSERTION: "every report says it in its own name",
        ClaimKind.MIXED: "some reports give it to a source, others say it in their own name",
    }
)

CONFLICT_KINDS = MappingProxyType(
    {
        ConflictKind.NUMBER: "a count, measure, sum of money or share",
        ConflictKind.DATE: "a date, a time of day, or a time before or after an event",
        ConflictKind.PLACE: "where",
        ConflictKind.NAME: "another person or body in the same role",
        ConflictKind.REASON: "two reasons for one thing, or a reason against none",
        ConflictKind.ATTRIBUTION: "the same words, another speaker",
        ConflictKind.POLARITY: "it happened or it did not; affirmed or denied",
        ConflictKind.MODALITY: "planned, offered or possible against done or refused",
    }
)
"""What two sides differ in."""

RELATIONS = MappingProxyType(
    {
        Relation.CONFLICT: "both cannot hold",
        Relation.UPDATE: "the thing changes while news runs, and one report is the later",
        Relation.REFINEMENT: "one is the other, told finer",
        Relation.ROUNDING: "one is the other, rounded",
        Relation.SCOPE: "what is counted or named is not the same",
    }
)
"""How two sides stand to each other, in the order in which they are shown; only the first disagree."""

SUSPECTED = "likeliest first; too unlikely to be told as conflicts, to be checked by eye"
"""What is said over them."""

ORIGIN_REASONS = MappingProxyType(
    {
        OriginReason.OWN_REPORTING: "nothing on the page stands behind the report itself",
        OriginReason.SAME_SPEAKER: "one speaker",
        OriginReason.SAME_OCCASION: "one occasion",
        OriginReason.SAME_DOCUMENT: "one document",
        OriginReason.UNNAMED_THROUGH_OUTLET: "one unnamed source through one outlet",
        OriginReason.WIRE: "one text of a wire agency",
        OriginReason.COPIED_TEXT: "one text, copied",
        OriginReason.CITED_OUTLET: "one outlet that is cited",
        OriginReason.FIRST_REPORTED: "one outlet that is said to have had it first",
        OriginReason.CIRCULAR: "they cite each other",
        OriginReason.SUMMARY_OF_BODY: "headline or deck tells in short what the body tells by somebody",
        OriginReason.RULED: "a person decided",
    }
)
"""Why reports stand on one root."""

LANES = MappingProxyType({Lane.HAPPENED: "when something happened", Lane.REPORTED: "when a report came out"})

ANCHORS = MappingProxyType(
    {
        AnchorKind.PUBLICATION: "the date of publication on the page",
        AnchorKind.GIVEN: "the date that the user gave",
        AnchorKind.DATELINE: "the dateline",
        AnchorKind.EXPRESSION: "another time in the text",
        AnchorKind.EVENT: "an event in the text",
    }
)
"""What a relative time is counted from."""

GRANULARITIES = MappingProxyType(
    {
        Granularity.MOMENT: "a time of day",
        Granularity.PART_OF_DAY: "a part of a day",
        Granularity.DAY: "a day",
        Granularity.WEEKEND: "a weekend",
        Granularity.WEEK: "a week",
        Granularity.MONTH: "a month",
        Granularity.SEASON: "a season",
        Granularity.QUARTER: "a quarter of a year",
        Granularity.YEAR: "a year",
        Granularity.DECADE: "ten years",
        Granularity.CENTURY: "a hundred years",
        Granularity.VAGUE: "a time of no stated size",
    }
)
"""How fine a time is told."""

WITNESSES = "witnesses of one act"
"""Reports whose own reporters stood at the act: that it was said, not that what was said holds."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A value of a time as it is shown, and what its qualifiers say."""

    value: str | None
    uncertain: bool

    @property
    def label(self) -> str:
        """The value, or that there is none.

        >>> Edtf("2031-05", False).label, Edtf(None, False).label
        ('2031-05', 'not stated')
        """
        return self.value or NOT_STATED

    @property
    def marks(self) -> tuple[str, ...]:
        """What is to be noted of it.

        >>> Edtf("2031-05-04~", True).marks
        ('approximate', 'uncertain')
        """
        value = self.value or ""
        found = ("approximate", "~" in value or "%" in value), ("uncertain", self.uncertain or "?" in value)
        return tuple(label for label, holds in found if holds)


def at_most_label(number: int) -> str:
    """How many origins there can be.

    >>> at_most_label(1), at_most_label(3), at_most_label(0)
    ('at most 1 independent origin', 'at most 3 independent origins', 'origins: not stated')
    """
    return f"at most {counted(number, 'independent origin')}" if number else f"origins: {NOT_STATED}"


def nearness(score: float) -> str:
    """How near a passage came to a claim.

    >>> nearness(0.314)
    'nearest .31'
    """
    return f"nearest {probability(score)}"


def origin_label(reason: OriginReason) -> str:
    """Why reports stand on one root, in plain words."""
    return ORIGIN_REASONS[reason]


def anchor_label(kind: AnchorKind) -> str:
    """What a time is counted from, in plain words."""
    return ANCHORS[kind]


def rule_label(rule: str) -> str:
    """A rule of a room as people read it.

    >>> rule_label("weekday_past")
    'weekday past'
    """
    return plain_label(rule)
