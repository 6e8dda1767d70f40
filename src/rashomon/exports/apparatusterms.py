"""What the program itself says about differences: labels of kinds, reasons, severities and verdicts.

The page, the terminal and `docs/reading.md` take their words from here; all else that is
shown of a difference is verbatim from a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from rashomon.exports.display import on_one_line
from rashomon.exports.terms import plain_label
from rashomon.model import Citation, Kinship, Severity, ShownBy, Tongue, VariantKind, Verdict

__all__ = [
    "DIFFER",
    "EDIT_REASONS",
    "KINSHIPS",
    "SEVERITIES",
    "SHOWN_BY",
    "VARIANT_KINDS",
    "VERDICTS",
    "VERDICT_MEANINGS",
    "attested_label",
    "cited",
    "edit_label",
    "independent_label",
    "kind_label",
    "shown_label",
    "sigla_label",
    "tongue_label",
]

VARIANT_KINDS = MappingProxyType(
    {
        VariantKind.PUNCTUATION: "marks differ, the words do not",
        VariantKind.ORTHOGRAPHY: "the same words spelt otherwise, or with and without a capital",
        VariantKind.CONTRACTION: "a short form against its full form",
        VariantKind.BRACKET: "words in brackets, added by an editor",
        VariantKind.ELLIPSIS: "dots where words may have been left out",
        VariantKind.DELETION: "words of the base text that the witness has not",
        VariantKind.INSERTION: "words of the witness that the base text has not",
        VariantKind.SUBSTITUTION: "other words in the same place",
        VariantKind.CLEANUP: "grammar or slips of the tongue put right",
        VariantKind.TENSE: "another tense, aspect or form of a verb",
        VariantKind.PRONOUN: "another person, or a pronoun against a name",
        VariantKind.SPLICE: "passages run together that another report quotes apart",
        VariantKind.SPLIT: "one passage quoted in parts",
        VariantKind.REORDERING: "the same words at another place",
        VariantKind.TRUNCATION: "the witness begins later or stops earlier",
        VariantKind.NEGATION: "a “not” on one side only",
        VariantKind.NUMBER: "another number",
        VariantKind.DATE: "another day, month or year",
        VariantKind.NAME: "another name, or another form of it",
        VariantKind.QUOTE_VS_PARAPHRASE: "quoted in one report, retold in another",
        VariantKind.TRANSLATION: "two translations of the same words",
    }
)
"""What each class of differences is."""

SEVERITIES = MappingProxyType(
    {
        Severity.TRIVIAL: "the words are the same",
        Severity.MINOR: "the wording differs",
        Severity.MAJOR: "can change what the words say",
    }
)
"""How much a difference can matter."""

EDIT_REASONS = MappingProxyType(
    {
        "marks_differ": "only marks",
        "case_differs": "capitals",
        "spelling_differs": "spelling",
        "number_in_words": "a number in figures or in words",
        "contracted": "short form or full form",
        "bracket_only": "words in brackets added",
        "bracket_inserted": "words in brackets added",
        "bracket_in_word": "a letter in brackets",
        "bracket_for_words": "words in brackets in the place of others",
        "ellipsis_only": "dots, nothing missing",
        "ellipsis_for_words": "dots in the place of words",
        "ellipsis_between": "dots between two passages",
        "ellipsis_at_end": "dots where the rest is left out",
        "negation_on_one_side": "a “not” on one side",
        "negation_dropped": "a “not” lost or gained",
        "opposite_word": "a word and its opposite",
        "number_differs": "another value",
        "date_differs": "another date",
        "filler_words": "filler words",
        "repeated_words": "words said twice",
        "dialect_spelling": "dialect or dropped letters",
        "double_negative": "two negatives for one",
        "grammar_mended": "grammar mended",
        "verb_agreement": "verb and subject made to agree",
        "same_words": "the same words",
        "pronoun_dropped": "a pronoun on one side",
        "pronoun_added": "a pronoun on one side",
        "pronoun_changed": "another pronoun",
        "pronoun_for_name": "a pronoun and a name",
        "auxiliary": "an auxiliary verb",
        "verb_form": "another form of the verb",
        "verb_phrase": "another form of the verb",
        "function_words": "small words",
        "content_words": "words with meaning of their own",
        "condition_dropped": "a condition on one side",
        "condition_changed": "another condition",
        "hedge_dropped": "a hedge on one side",
        "modality_changed": "may, must, will: another one",
        "name_changed": "another name",
        "name_shortened": "a shorter form of the name",
        "word_form": "forms of one word",
        "words_elsewhere": "the words stand elsewhere",
        "joining_words": "words between two passages",
        "run_together": "passages run together",
        "quoted_apart": "passages quoted apart",
        "ends_apart": "begins later or stops earlier",
        "told_not_quoted": "quoted on one side, retold on the other",
        "quoted_and_told": "quoted on one side, retold on the other",
        "said_in_another_language": "spoken in another language",
        "two_languages": "witnesses in two languages",
    }
)
"""Why a difference has its class."""

SHOWN_BY = MappingProxyType(
    {
        ShownBy.BRACKET: "its brackets show it",
        ShownBy.ELLIPSIS: "its dots show it",
        ShownBy.LONGER_WITNESS: "another witness has more",
        ShownBy.JOINED: "it runs passages together",
    }
)
"""What shows which witness altered the words."""

DIFFER = "they differ"
"""Where nothing shows which witness altered the words."""

KINSHIPS = MappingProxyType(
    {
        Kinship.ONE_REPORT: "places of one report",
        Kinship.COPIED_TEXT: "one text, copied",
        Kinship.SAME_CARRIER: "from one carrier",
    }
)
"""Why several witnesses count as one."""

VERDICTS = MappingProxyType(
    {
        Verdict.ALLOWED: "allowed",
        Verdict.IF_MARKED: "allowed if marked",
        Verdict.EDITOR_DECIDES: "an editor decides",
        Verdict.NOT_ALLOWED: "not allowed",
        Verdict.NOT_STATED: "not stated",
    }
)
"""What a house style says of a class of edits."""

VERDICT_MEANINGS = MappingProxyType(
    {
        "not allowed": "a rule of the style speaks against it",
        "allowed if marked": "only where dots or brackets show it to the reader",
        "an editor decides": "the style leaves it to an editor",
        "allowed": "a rule of the style allows it",
        "not stated": "the style does not speak of it, or nobody has read where it does",
    }
)
"""The labels of `VERDICTS` explained."""

FEW = 12
"""Sigla that are listed one by one; of more the first ones, with how many follow."""


def kind_label(kind: VariantKind) -> str:
    """The name of a class as people read it.

    >>> kind_label(VariantKind.QUOTE_VS_PARAPHRASE)
    'quote vs paraphrase'
    """
    return plain_label(kind.value)


def edit_label(reason: str) -> str:
    """The reason of a class in plain words; a label that is not in the table as it is."""
    return EDIT_REASONS.get(reason) or plain_label(reason)


def attested_label(number: int, of: int) -> str:
    """How many independent witnesses have something, of how many.

    >>> attested_label(2, 3)
    'at most 2 of 3'
    """
    return f"at most {number:,} of {of:,}"


def independent_label(number: int) -> str:
    """How many independent witnesses there are.

    >>> independent_label(1), independent_label(3)
    ('at most 1 independent witness', 'at most 3 independent witnesses')
    """
    return f"at most {number:,} independent witness{'' if number == 1 else 'es'}"


def shown_label(sigla: Sequence[str], shown_by: ShownBy | None, few: int | None = FEW) -> str:
    """Who altered the words and what shows it, or that they differ.

    >>> shown_label(["B"], ShownBy.BRACKET), shown_label([], None)
    ('altered: B (its brackets show it)', 'they differ')
    """
    if not sigla:
        return DIFFER
    return f"altered: {sigla_label(sigla, few)}" + (f" ({SHOWN_BY[shown_by]})" if shown_by else "")


def sigla_label(sigla: Sequence[str], few: int | None = FEW) -> str:
    """The sigla in one line; of more than `few` the first, and how many follow.

    >>> sigla_label(["A", "B", "C", "D"], few=3)
    'A B and 2 more'
    """
    if few is None or len(sigla) <= few:
        return " ".join(sigla)
    return f"{' '.join(sigla[: few - 1])} and {len(sigla) - few + 1:,} more"


def cited(citation: Citation) -> str:
    """Document, section and edition, as far as they are known.

    >>> cited(Citation(document="Handbook", section="Quotes", edition="2nd"))
    'Handbook, “Quotes”, 2nd'
    """
    parts = (citation.document, f"“{citation.section}”" if citation.section else "", citation.edition)
    return ", ".join(part for part in parts if part)


def tongue_label(tongue: Tongue) -> str:
    """The language words were spoken in, as the report names it, or that they are a translation.

    >>> from rashomon.model import Span
    >>> tongue_label(Tongue(language="Norrish", span=Span(0, 7)))
    'spoken in Norrish'
    """
    return f"spoken in {on_one_line(tongue.language)}" if tongue.language else "translated"
