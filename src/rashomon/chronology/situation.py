"""What an expression of time can count from, and what it then comes to, as values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rashomon.chronology.periods import Period
from rashomon.model import Anchor, Granularity, Offset, Span

__all__ = ["Found", "Settled", "Situation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Another time of the same text, which this one may count from."""

    period: Period
    span: Span
    near: bool
    """Whether it stands in the same sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What an expression can count from.

    Attributes:
        written: the day of writing, None where nothing tells it; `anchor` says what told it.
        ahead: 1 where the tense looks ahead, -1 where it looks back, -2 where a past form stands close by,
            0 where it does not tell.
        earlier: the last time told before, no coarser than this unit.
        opening: the year that opens the sentence (“In 2019 …”), if one does.
        dated: when the event of these words was, where the text tells it elsewhere.
        sure_days: how far a day without a year may lie from the day of writing before its year is a choice.
        just_days: a month that ended so recently is no coming one, even if the words look ahead.
        nearer: where no tense tells, the next one is meant if it is nearer than this share of the way back.
        far_days: a month so far back, with the next one within `near_days`, is taken for the next one.
    """

    written: date | None
    anchor: Anchor | None
    ahead: int
    earlier: Callable[[str], Found | None]
    opening: Found | None
    dated: Callable[[Span], Found | None]
    sure_days: int
    far_days: int
    near_days: int
    just_days: int
    nearer: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A reading as far as it could be settled; the fields are those of `Moment`."""

    granularity: Granularity
    period: Period | None = None
    value: str | None = None
    anchor: Anchor | None = None
    uncertain: bool = False
    offset: Offset | None = None
