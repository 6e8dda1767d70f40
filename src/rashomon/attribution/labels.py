"""Why a statement or a speaker was taken: the fixed vocabulary of `Evidence.reason`.

Each label carries its score: the share of right answers that rule had where
it was measured (``python -m evaluation attribution --rules``), rounded, not a
probability of anything else.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["SpeakerRule", "StatementRule"]


class StatementRule(Enum):
    """How a statement was found: label and score."""

    QUOTE_THEN_CUE = ("quote_then_cue", 0.9)
    CUE_THEN_QUOTE = ("cue_then_quote", 0.9)
    QUOTE_IN_CLAUSE = ("quote_in_clause", 0.8)
    THAT_CLAUSE = ("that_clause", 0.85)
    BARE_CLAUSE = ("bare_clause", 0.8)
    QUESTION_CLAUSE = ("question_clause", 0.6)
    INFINITIVE = ("infinitive", 0.5)
    OBJECT = ("object", 0.5)
    CLAUSE_THEN_CUE = ("clause_then_cue", 0.85)
    ACCORDING_TO = ("according_to", 0.85)
    IMPERSONAL = ("impersonal", 0.5)
    HEADLINE_COLON = ("headline_colon", 0.7)
    ANNOUNCED = ("announced", 0.8)
    LABELLED = ("labelled", 0.8)
    FLOATING = ("floating", 0.7)
    NESTED = ("nested", 0.7)

    def __init__(self, label: str, score: float) -> None:
        self.label = label
        self.score = score


class SpeakerRule(Enum):
    """How a speaker was resolved: label and score."""

    FULL_NAME = ("full_name", 0.95)
    SHORT_NAME = ("short_name", 0.9)
    NAME_ONLY = ("name_only", 0.7)
    PRONOUN = ("pronoun", 0.8)
    RELATIVE = ("relative", 0.8)
    ROLE = ("role", 0.7)
    FLOATING = ("floating_continues", 0.8)
    SUBJECT = ("floating_subject", 0.7)
    NESTED_SELF = ("nested_self", 0.9)
    DESCRIPTOR = ("descriptor", 0.8)
    DOCUMENT = ("document", 0.8)
    ORGANISATION = ("organisation", 0.8)
    IMPERSONAL = ("impersonal", 0.8)
    HEADLINE = ("headline_speaker", 0.8)
    UNRESOLVED = ("unresolved", 0.3)

    def __init__(self, label: str, score: float) -> None:
        self.label = label
        self.score = score
