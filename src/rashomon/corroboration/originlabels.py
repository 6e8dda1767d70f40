"""Why two things count as one origin: the rules behind each `OriginReason`, with how sure they are.

The labels are the fixed vocabulary of `Collapse.evidence`; docs/origins.md lists them.
"""

from __future__ import annotations

from enum import Enum

from rashomon.model import Evidence, OriginReason, Span

__all__ = ["OriginRule"]


class OriginRule(Enum):
    """A rule: its label, the reason it gives, how sure it is, and what it says."""

    SPEAKER = ("speaker", OriginReason.SAME_SPEAKER, 0.95, "the report gives the words to this speaker")
    SPEAKS_FOR = (
        "speaks_for",
        OriginReason.SAME_SPEAKER,
        0.9,
        "the text tells that the one speaks for the other",
    )
    OFFICE = (
        "office",
        OriginReason.SAME_SPEAKER,
        0.85,
        "one report names the speaker whom the other calls by the office, or by a part of the name",
    )
    BODY = (
        "body",
        OriginReason.SAME_SPEAKER,
        0.8,
        "the reports call a body, or the holder of an office, by the same words",
    )
    POINTED = (
        "pointed",
        OriginReason.SAME_SPEAKER,
        0.7,
        "one report names the speaker, whom a pronoun of the other may mean",
    )
    ONE_ACT = (
        "one_act",
        OriginReason.SAME_OCCASION,
        0.85,
        "the same words of one act of speech, whose speaker one report does not call by name",
    )
    DOCUMENT = ("document", OriginReason.SAME_DOCUMENT, 0.9, "the report has it from this paper")
    UNNAMED = (
        "unnamed",
        OriginReason.UNNAMED_THROUGH_OUTLET,
        0.8,
        "one unnamed source, known to one outlet alone",
    )
    AGENCY = ("agency", OriginReason.WIRE, 0.95, "the page credits the agency with the text")
    COPY = ("copy", OriginReason.COPIED_TEXT, 0.9, "the passage stands in the other report, too")
    CITED = ("cited", OriginReason.CITED_OUTLET, 0.9, "the report has it from this outlet")
    CREDITED = ("credited", OriginReason.FIRST_REPORTED, 0.9, "the report says who had it first")
    ONE_NEWSROOM = (
        "one_newsroom",
        OriginReason.OWN_REPORTING,
        0.9,
        "both stand on the pages of one outlet, with nothing behind them",
    )
    CIRCLE = ("circle", OriginReason.CIRCULAR, 0.9, "the reports have it from each other")
    SUMMARY = (
        "summary",
        OriginReason.SUMMARY_OF_BODY,
        0.8,
        "a headline, deck or vague phrase for what the same report tells by somebody",
    )
    RULED = ("ruled", OriginReason.RULED, 1.0, "a person decided that the two are one origin")
    RULED_APART = ("ruled_apart", OriginReason.RULED, 1.0, "a person decided that the two are two origins")

    def __init__(self, label: str, reason: OriginReason, score: float, meaning: str) -> None:
        self.label = label
        self.reason = reason
        self.score = score
        self.meaning = meaning

    def evidence(self, spans: tuple[Span, ...] = ()) -> Evidence:
        """The evidence that this rule gives."""
        return Evidence(score=self.score, reason=self.label, spans=spans)
