"""A resolved time: what a report's words for a time come to, and how that was worked out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.identity import short_id
from rashomon.model.span import Span

__all__ = ["Anchor", "AnchorKind", "Granularity", "Lane", "Moment", "Offset"]


class Granularity(StrEnum):
    """How fine a time is told."""

    MOMENT = "moment"
    """A time of day to the hour or finer."""
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    VAGUE = "vague"
    """“now”, “recently”, “in the past”: a time of no stated size."""


class Lane(StrEnum):
    """Which of the two lanes of a chronology a moment belongs to."""

    HAPPENED = "happened"
    REPORTED = "reported"
    """When a report, or one that it cites, came out."""


class AnchorKind(StrEnum):
    """What a relative time is counted from."""

    PUBLICATION = "publication"
    """When the report was published, as its page states."""
    GIVEN = "given"
    """The date that the user gave for it."""
    DATELINE = "dateline"
    EXPRESSION = "expression"
    """Another time told in the text (“the following month”)."""
    EVENT = "event"
    """Something that the text tells of (“two days before the vote”)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What the words count from.

    Attributes:
        span: the words of the anchor in the same article; None where it is no words of the text.
        value: EDTF of the anchor, None where nothing tells when it was.
    """

    kind: AnchorKind
    span: Span | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """How far from its anchor a time lies, in days: negative is before, fractions are hours.

    “two days before” is -2 to -2, “shortly after” 0 to some days; `vague` where the words set no figure.
    """

    least: float
    most: float
    vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One time that a report tells of.

    Attributes:
        article: the id of the article.
        span: the words for the time; None only for the publication, which need not stand in the text.
        value: EDTF (ISO 8601-2, levels 0 and 1), None where nothing on the page or given by the
            user anchors it, or where the words name no time of a size ("now", "recently").
        granularity: how fine the words are.
        anchor: what a relative time is counted from; None for one that is told in full.
        rule: the rule of the grammar that read it, a label from the room's table.
        uncertain: whether the value rests on a choice that the text does not make (which year, which week).
        lane: when something happened, or when it was reported.
        of: the clause that the words date, verbatim; None for a publication.
        offset: for times told from an event whose time is not known, and from any anchor where told.
    """

    article: str
    span: Span | None
    value: str | None
    granularity: Granularity
    rule: str
    anchor: Anchor | None = None
    uncertain: bool = False
    lane: Lane = Lane.HAPPENED
    of: Span | None = None
    offset: Offset | None = None

    @property
    def id(self) -> str:
        """``mo-`` and a hash of article, span and lane."""
        span = list(self.span) if self.span is not None else None
        return short_id("mo", [self.article, span, self.lane.value])
