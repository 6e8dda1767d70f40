"""What stands behind a claim: who says it, who says otherwise, who is silent, and how many can know.

A claim is a group of *wordings*, each verbatim in one report; nothing rewords them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.model.evidence import Evidence
from rashomon.model.identity import short_id
from rashomon.model.span import Span
from rashomon.model.transmission import Transmission
from rashomon.model.variant import Located

__all__ = [
    "Claim",
    "ClaimKind",
    "Collapse",
    "Copy",
    "Coverage",
    "Join",
    "OriginGroup",
    "OriginReason",
    "OriginRuling",
    "Origins",
    "Position",
    "Stance",
    "Wording",
    "coverage",
]


class ClaimKind(StrEnum):
    """Who speaks in the wordings of a claim."""

    STATEMENT = "statement"
    """Every report gives it to a source."""
    ASSERTION = "assertion"
    """Every report says it by itself."""
    MIXED = "mixed"


class Stance(StrEnum):
    """What a report does with a claim."""

    SAYS = "says"
    """It has the claim, in these or other words, coarser or finer."""
    DIFFERS = "differs"
    """It tells of the same thing and disagrees in a detail (a conflict or an update, not a polarity)."""
    SILENT = "silent"
    DENIES = "denies"
    """It says the contrary, or gives a denial of it and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One place where a report has a claim: a sentence or clause, verbatim.

    Attributes:
        article: the id of the article.
        spans: disjoint, in order; several where a cue stands inside.
        statement: id of the statement whose content it is part of; None for the report's own words.
    """

    article: str
    spans: tuple[Span, ...]
    statement: str | None = None

    @property
    def id(self) -> str:
        """``wd-`` and a hash of article and spans."""
        return short_id("wd", [self.article, [tuple(span) for span in self.spans]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Why two wordings (ids) were taken for one claim.

    `features` are the parts of the measured mix, by name, each as it was weighed.
    """

    first: str
    second: str
    evidence: Evidence
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One report's stance on a claim.

    Attributes:
        wordings: ids of this report's wordings of the claim; empty where it is silent, or has only a
            wording of another claim that holds this one's words or stands against them.
        nearest: where it has no wording, the passage that came nearest and was checked, or that stands
            against the claim, from its first to its last word; None where it has no passage at all.
        evidence: of the stance; for a silence its score is how near the nearest passage came.
    """

    article: str
    stance: Stance
    evidence: Evidence
    wordings: tuple[str, ...] = ()
    nearest: Span | None = None

    @property
    def elsewhere(self) -> tuple[Span, ...]:
        """The passage that tells the claim, or stands against it, where the report has no wording of it."""
        if self.stance is Stance.SILENT or self.wordings or self.nearest is None:
            return ()
        return (self.nearest,)


class OriginReason(StrEnum):
    """Why reports stand on one root."""

    OWN_REPORTING = "own_reporting"
    """Nothing on the page stands behind the report itself."""
    SAME_SPEAKER = "same_speaker"
    SAME_OCCASION = "same_occasion"
    SAME_DOCUMENT = "same_document"
    UNNAMED_THROUGH_OUTLET = "unnamed_through_outlet"
    WIRE = "wire"
    COPIED_TEXT = "copied_text"
    CITED_OUTLET = "cited_outlet"
    FIRST_REPORTED = "first_reported"
    CIRCULAR = "circular"
    SUMMARY_OF_BODY = "summary_of_body"
    """A headline or deck tells in short what the same report's body tells by somebody."""
    RULED = "ruled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collapse:
    """Two things that count as one origin, and why.

    Attributes:
        first, second: keys of the two: an article's id, a source's id, a carrier's folded name.
        places: the words that it rests on.
    """

    first: str
    second: str
    reason: OriginReason
    evidence: Evidence
    places: tuple[Located, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGroup:
    """One root, and the reports that lean on it.

    Attributes:
        root: verbatim words of a report for it, or an article's publisher or input; None where no
            report says who it is.
        key: what makes it one, as in `Collapse`.
        articles: ids, in the order of the dossier; a report may lean on several roots.
        reason: of the last collapse that made the group; `own_reporting` where there was none.
        witnesses: ids of the articles whose own reporters stood at the act (heard the speech, hold the
            paper): witnesses that it was said, not confirmations of what was said.
    """

    root: str | None
    key: str
    articles: tuple[str, ...]
    reason: OriginReason
    collapses: tuple[Collapse, ...] = ()
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """At most how many independent origins stand behind a claim.

    Attributes:
        groups: the roots, in the order of the dossier; ``at_most`` is their number.
        circles: ids of articles or folded names of outlets that cite each other in a circle.
        graph: the ways of this claim's words from its roots to the reports.
    """

    groups: tuple[OriginGroup, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    graph: Transmission = field(default_factory=Transmission)

    @property
    def at_most(self) -> int:
        """The number of roots."""
        return len(self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRuling:
    """What a person decided: these two roots (labels as shown, case aside) are one origin, or two."""

    first: str
    second: str
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A checkable unit over all reports.

    Attributes:
        head: the wording that stands for it, and that stances are seen from.
        wordings: all of them, by article and place.
        joins: why they are one; a spanning tree at least.
        positions: one for each article of the dossier, in its order.
    """

    kind: ClaimKind
    head: str
    wordings: tuple[Wording, ...]
    joins: tuple[Join, ...]
    positions: tuple[Position, ...]
    origins: Origins = field(default_factory=Origins)

    @property
    def id(self) -> str:
        """``cl-`` and a hash of the wordings: the same in any order of reports."""
        return short_id("cl", sorted(wording.id for wording in self.wordings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A passage that two articles share word for word, or nearly, beyond what they quote.

    Attributes:
        first, second: where it stands; which was first is told by `source`.
        source: id of the article that it was taken from; None where nothing tells.
        evidence: score is the share of equal words; its reason says what told the direction.
    """

    first: Located
    second: Located
    evidence: Evidence
    source: str | None = None

    @property
    def id(self) -> str:
        """``cp-`` and a hash of the two places, the same in either order."""
        places = sorted([p.article, *p.span] for p in (self.first, self.second))
        return short_id("cp", places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a report adds (claims, by id, that no other report has) and leaves out (that others have)."""

    article: str
    adds: tuple[str, ...]
    leaves_out: tuple[str, ...]


def coverage(claims: Iterable[Claim], articles: Iterable[str]) -> tuple[Coverage, ...]:
    """What each of these articles (ids) adds and leaves out, in the order of the claims."""
    adds: dict[str, list[str]] = {article: [] for article in articles}
    leaves_out: dict[str, list[str]] = {article: [] for article in adds}
    for claim in claims:
        name = claim.id  # hashed once, however many reports there are
        having = [p.article for p in claim.positions if p.stance is not Stance.SILENT]
        if len(having) == 1 and len(claim.positions) > 1:
            adds[having[0]].append(name)
        for position in claim.positions:
            if position.stance is Stance.SILENT:
                leaves_out[position.article].append(name)
    return tuple(
        Coverage(article=article, adds=tuple(adds[article]), leaves_out=tuple(leaves_out[article]))
        for article in adds
    )
