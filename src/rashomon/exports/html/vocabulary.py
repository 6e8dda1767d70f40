"""What the labels on the page mean: the fixed vocabulary, in the order it is explained."""

from __future__ import annotations

from types import MappingProxyType

from rashomon.exports.apparatusterms import KINSHIPS, SEVERITIES, SHOWN_BY, VARIANT_KINDS, VERDICT_MEANINGS
from rashomon.exports.terms import MANNERS, STEPS
from rashomon.model import Mode, SourceKind

__all__ = [
    "CAUTION",
    "KINSHIPS",
    "MANNERS",
    "MODES",
    "SEVERITIES",
    "SHOWN_BY",
    "SOURCE_KINDS",
    "STEPS",
    "VARIANT_KINDS",
    "VERDICT_MEANINGS",
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
CAUTION = (
    "At most, the same words in two reports show that both draw on one act of speech. "
    "What stands under one report only may be told by another in other words. "
    "Nothing on this page says whether what was said is true."
)
