"""What the labels on the page mean: the fixed vocabulary, in the order it is explained."""

from __future__ import annotations

from types import MappingProxyType

from rashomon.exports.apparatusterms import KINSHIPS, SEVERITIES, SHOWN_BY, VARIANT_KINDS, VERDICT_MEANINGS
from rashomon.exports.claimterms import (
    ANCHORS,
    CLAIM_KINDS,
    CONFLICT_KINDS,
    DRAWN_STANCES,
    GRANULARITIES,
    LANES,
    ORIGIN_REASONS,
    RELATIONS,
    STANCES,
    WITNESSES,
)
from rashomon.exports.terms import MANNERS, STEPS
from rashomon.model import Mode, OriginReason, SourceKind

__all__ = [
    "ANCHORS",
    "CAUTION",
    "CLAIM_KINDS",
    "CONFLICT_KINDS",
    "GRANULARITIES",
    "KINSHIPS",
    "LANES",
    "MANNERS",
    "MODES",
    "ORIGIN_REASONS",
    "OWN_REPORTING",
    "RELATIONS",
    "SEVERITIES",
    "SHOWN_BY",
    "SOURCE_KINDS",
    "STANCES",
    "STEPS",
    "VARIANT_KINDS",
    "VERDICT_MEANINGS",
    "WITNESSES",
    "stance_legend",
]

MODES = MappingProxyType(
    {
        Mode.DIRECT: "in quotation marks",
        Mode.INDIRECT: "in the reporter’s words",
        Mode.MIXED: "partly in quotation marks",
    }
)
SOURCE_KINDS = MappingProxyType(
    {
        SourceKind.PERSON: "somebody named",
        SourceKind.ORGANISATION: "a body that speaks as one",
        SourceKind.DOCUMENT: "something written",
        SourceKind.UNNAMED: "described, not named; the report’s words stand for it",
        SourceKind.IMPERSONAL: "nobody in particular",
    }
)


OWN_REPORTING = ORIGIN_REASONS[OriginReason.OWN_REPORTING]
"""What stands over claims that have no picture."""


def stance_legend() -> tuple[tuple[str, str, str], ...]:
    """The stances with their signs and what they mean."""
    return tuple((stance.value, DRAWN_STANCES[stance], meaning) for stance, meaning in STANCES.items())


CAUTION = (
    "At most, the same words in two reports show that both draw on one act of speech. "
    "What stands under one report only may be told by another in other words. "
    "“At most 2 independent origins” counts the roots that the pages show. "
    "Nothing on this page says whether what was said is true."
)
