"""Why a judgement was made: no judgement travels without one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.span import Span

__all__ = ["Evidence", "Origin", "Repair", "RepairKind"]


class RepairKind(StrEnum):
    """What was wrong with a quotation mark and how it was taken."""

    OPENED_BY_CLOSING_MARK = "opened_by_closing_mark"
    CLOSED_BY_OPENING_MARK = "closed_by_opening_mark"
    CLOSED_BY_OTHER_MARK = "closed_by_other_mark"
    CLOSE_MISSING = "close_missing"
    OPEN_MISSING = "open_missing"


class Origin(StrEnum):
    """Who told a part of a statement: the trained tagger, the quotation marks, or the rules."""

    MODEL = "model"
    MARKS = "marks"
    RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One repaired quotation mark: `span` is the mark, or the empty place where one is missing."""

    kind: RepairKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Score, reason and the words that speak for it.

    Attributes:
        score: how sure, from 0 to 1; comparable only between judgements of one kind.
        reason: the rule that decided, a label from the room's own table of rules.
        spans: the words in the article that the rule rests on.
        repairs: what had to be repaired in the text's quotation marks on the way.
        by: who told each part ("content", "cue", "source"); empty for judgements that have no parts.
        uncertain: whether this is only offered, its score being below the policy's threshold.
    """

    score: float
    reason: str
    spans: tuple[Span, ...] = ()
    repairs: tuple[Repair, ...] = ()
    by: tuple[tuple[str, Origin], ...] = ()
    uncertain: bool = False

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"a score lies between 0 and 1, not at {self.score}")
