"""Why a statement or a speaker was taken: the fixed vocabulary of `Evidence.reason`.

Each label of a statement carries its score: the share of what the rule finds
that agrees with an annotated content in at least 80 % of the letters, on half
of PolNeAR's training articles (``python -m evaluation --rules``).  For
``floating`` it is the share that lies within annotated content, since the
corpus counts a quotation that stands alone to the one before.  Those of
speakers come from BASIL where it has ten cases or more; where words could mean
several, the share of the likeliest stands in their place; the others
(``headline_colon``, ``headline_quote``, ``nested`` and ``same_words`` among them) are plain guesses.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["SpeakerRule", "StatementRule"]


class StatementRule(Enum):
    """How a statement was found: label and score."""

    QUOTE_THEN_CUE = ("quote_then_cue", 0.9)
    CUE_THEN_QUOTE = ("cue_then_quote", 0.78)
    QUOTE_IN_CLAUSE = ("quote_in_clause", 0.69)
    THAT_CLAUSE = ("that_clause", 0.72)
    BARE_CLAUSE = ("bare_clause", 0.69)
    QUESTION_CLAUSE = ("question_clause", 0.7)
    INFINITIVE = ("infinitive", 0.43)
    OBJECT = ("object", 0.49)
    CLAUSE_THEN_CUE = ("clause_then_cue", 0.67)
    ACCORDING_TO = ("according_to", 0.75)
    IMPERSONAL = ("impersonal", 0.49)
    HEADLINE_COLON = ("headline_colon", 0.7)
    HEADLINE_QUOTE = ("headline_quote", 0.7)
    ANNOUNCED = ("announced", 0.82)
    LABELLED = ("labelled", 0.86)
    SIGNED_POST = ("signed_post", 0.95)
    FLOATING = ("floating", 0.83)
    NESTED = ("nested", 0.7)
    TAGGED = ("tagged", 0.7)

    def __init__(self, label: str, score: float) -> None:
        self.label = label
        self.score = score


class SpeakerRule(Enum):
    """How a speaker was resolved: label and score."""

    FULL_NAME = ("full_name", 0.95)
    SHORT_NAME = ("short_name", 0.95)
    SHARED_NAME = ("shared_name", 0.5)
    JOINT = ("joint", 0.5)
    NAME_ONLY = ("name_only", 0.7)
    PRONOUN = ("pronoun", 0.9)
    RELATIVE = ("relative", 0.8)
    ROLE = ("role", 0.7)
    CONTINUED = ("continued", 0.7)
    FLOATING = ("floating_continues", 0.8)
    SUBJECT = ("floating_subject", 0.7)
    SAME_WORDS = ("same_words", 0.8)
    NESTED_SELF = ("nested_self", 0.9)
    DESCRIPTOR = ("descriptor", 0.8)
    DOCUMENT = ("document", 0.8)
    ORGANISATION = ("organisation", 0.8)
    IMPERSONAL = ("impersonal", 0.8)
    UNRESOLVED = ("unresolved", 0.3)

    def __init__(self, label: str, score: float) -> None:
        self.label = label
        self.score = score
