"""What the words of a time say before it is known what they count from.

A reading is a small tree: a name of the calendar (“Tuesday”, “7 October”), a
count from somewhere (“two weeks ago”), a part of another (“late”, “9 a.m.”),
one inside another (“June last year”), a stretch between two.  `settle` makes
a time of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model import Span

__all__ = [
    "About",
    "Before",
    "Between",
    "Daily",
    "Era",
    "Inside",
    "Named",
    "Origin",
    "Part",
    "Portion",
    "Reading",
    "Shift",
    "Vague",
    "Weekend",
]


class Origin(StrEnum):
    """Where a count begins."""

    NOW = "now"
    """At the day the report was written."""
    TEXT = "text"
    """At another time that the text tells."""
    EVENT = "event"
    """At something that happened."""


class Portion(StrEnum):
    """A part of a month, a year, a decade ..."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    SOME = "some"
    """“Earlier” or “later this week”: a part, not told which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A time by its names in the calendar; what is not told is None.

    Attributes:
        part: of the year as EDTF numbers it: 1 to 12 months, 21 to 24 seasons, 33 to 36 quarters.
        weekday: from 0 for Monday.
        side: -1 for “last”, 0 for “this”, 1 for “next”; None where the words leave it to the tense.
        origin: TEXT for “the following Friday”.
    """

    year: int | None = None
    part: int | None = None
    day: int | None = None
    weekday: int | None = None
    side: int | None = None
    origin: Origin = Origin.NOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """A decade or a century: its first year and how many years it has."""

    first: int
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many units from somewhere: negative is before.

    Attributes:
        unit: ``minute hour day week month quarter year decade century``.
        vague: whether the words give no figure (“some days later”, “shortly before”).
        event: the words for what is counted from, if it is an event.
    """

    unit: str
    least: float
    most: float
    origin: Origin = Origin.NOW
    vague: bool = False
    event: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekend:
    """A weekend, `side` as in `Named`."""

    side: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """The one that lies inside the other (“June last year”)."""

    inner: Named
    outer: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of another time."""

    portion: Portion
    of: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """A time of day.

    Attributes:
        of: the day; None where only the text around tells it.
        clock: hour and minute.
        word: the part of the day (“morning”) where no clock tells it.
    """

    of: Reading | None
    clock: tuple[int, int] | None = None
    word: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Another time, told as near it only."""

    of: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The day before another."""

    of: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """From the one to the other, both included."""

    first: Reading
    last: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A time of no stated size: ``present``, ``past`` or ``future``."""

    when: str


Reading = Named | Era | Shift | Weekend | Inside | Part | Daily | About | Before | Between | Vague
