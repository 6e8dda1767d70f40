"""What the labels on the page mean: the fixed vocabulary, in the order it is explained."""

from __future__ import annotations

from types import MappingProxyType

from rashomon.exports.terms import MANNERS, STEPS
from rashomon.model import Mode, Severity, SourceKind, VariantKind

__all__ = ["CAUTION", "MANNERS", "MODES", "SEVERITIES", "SOURCE_KINDS", "STEPS", "VARIANT_KINDS"]

VARIANT_KINDS = MappingProxyType(
    {
        VariantKind.PUNCTUATION: "marks differ, the words do not",
        VariantKind.ORTHOGRAPHY: "one word in two spellings, or with and without a capital",
        VariantKind.CONTRACTION: "a short form against its full form",
        VariantKind.BRACKET: "words in brackets, added by an editor",
        VariantKind.ELLIPSIS: "dots where words may have been left out",
        VariantKind.DELETION: "words of the base text that the witness has not",
        VariantKind.INSERTION: "words of the witness that the base text has not",
        VariantKind.SUBSTITUTION: "other words in the same place",
        VariantKind.CLEANUP: "slips of the tongue or grammar put right",
        VariantKind.TENSE: "another tense of a verb",
        VariantKind.PRONOUN: "a pronoun against a name or another pronoun",
        VariantKind.SPLICE: "passages run together that another report quotes apart",
        VariantKind.SPLIT: "one passage quoted in parts",
        VariantKind.REORDERING: "the same words in another order",
        VariantKind.TRUNCATION: "the witness begins later or stops earlier",
        VariantKind.NEGATION: "a “not” on one side only",
        VariantKind.NUMBER: "another number",
        VariantKind.NAME: "another name, or another form of it",
        VariantKind.QUOTE_VS_PARAPHRASE: "quoted in one report, retold in another",
        VariantKind.TRANSLATION: "two translations of the same words",
    }
)
SEVERITIES = MappingProxyType(
    {
        Severity.TRIVIAL: "the words are the same",
        Severity.MINOR: "the wording differs",
        Severity.MAJOR: "can change what the words say",
    }
)
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
