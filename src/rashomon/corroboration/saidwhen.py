"""On which day something was said or decided: "announced Friday" in one report, "said Thursday" in another.

What is compared otherwise are the contents of statements; the day stands beside the cue.  So of the contents
of two statements that were read, beside whose cues stand days that exclude each other, the whole sentences
are read as well.  That both are of one act is weighed (`suspectmix`, table `days`) by

`one`, `same`, `contrary`, `of_kind`   what the reader says of the sentences, as in `valueread`
`near`      how far the days stand from their cues: the logarithms of the letters between, added

They are suspected only: of what many say on many days the reader often makes one act.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.contrastdates import exclude
from rashomon.corroboration.differences import Piece
from rashomon.corroboration.likeness import Lot, Pair, surety
from rashomon.corroboration.suspectmix import DAYS, likelihood
from rashomon.corroboration.units import Unit
from rashomon.model import ConflictKind, Granularity, Moment, Policy, Relation, Span
from rashomon.ports import InContext, Reading

__all__ = ["SAID_REASONS", "SaidWhen", "days_of_saying"]

SAID_REASONS = {
    "suspected_days": "two reports give two days for what may be one act of speech, or one decision",
}
"""The rules, by their labels."""

_DAYS = frozenset({Granularity.MOMENT, Granularity.PART_OF_DAY, Granularity.DAY, Granularity.MONTH})
_KIND = ConflictKind.DATE
_AHEAD = re.compile(
    r"\b(?:will|would|to|may|might|could|should|must|due|expected|scheduled|set|plans?|planned)\b"
    r"(?: [\w’']+){0,3}$",
    re.IGNORECASE,
)
"""What is to be said or decided may be put off: a cue up to its end, led by a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A day and how many letters stand between it and the cue."""

    moment: Moment
    span: Span
    far: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidWhen:
    """Two days of what may be one act, with what speaks for that.

    Attributes:
        pair: the units, in the order of their ids; `contrast` is told from the first.
    """

    pair: Pair
    contrast: Contrast
    table: ClassVar[str] = "days"

    @property
    def features(self) -> Mapping[str, float]:
        """What it is weighed by."""
        return self.contrast.features

    @property
    def likely(self) -> float:
        """How likely both are of one act, from 0 to 1."""
        return likelihood(DAYS, self.features)


def days_of_saying(lot: Lot, moments: Iterable[Moment], policy: Policy) -> list[SaidWhen]:
    """Every two days that exclude each other, beside the cues of two statements that were read; without a
    reader none.
    """
    if lot.reader is None or not lot.readings:
        return []
    days = _days(lot, moments)
    pairs = ((one, other) if lot.ids[one] <= lot.ids[other] else (other, one) for one, other in lot.readings)
    found = sorted(pair for pair in pairs if _apart(lot, pair, days, policy))
    asked = sorted({_sentences(lot, pair) for pair in found})
    told = dict(zip(asked, lot.reader.read(asked), strict=True)) if asked else {}
    return [
        SaidWhen(pair=pair, contrast=_contrast(days[pair[0]], days[pair[1]], told[_sentences(lot, pair)]))
        for pair in found
    ]


def _days(lot: Lot, moments: Iterable[Moment]) -> Mapping[int, _Day]:
    """Of each unit that is the content of a statement the day nearest to the cue, where there is one."""
    of_article: dict[str, list[tuple[Span, Moment]]] = {}
    for moment in moments:
        if moment.span is not None and moment.granularity in _DAYS:
            of_article.setdefault(moment.article, []).append((moment.span, moment))
    found = ((at, _day(unit, of_article.get(unit.article.id, ()))) for at, unit in enumerate(lot.units))
    return {at: day for at, day in found if day is not None}


def _day(unit: Unit, moments: Iterable[tuple[Span, Moment]]) -> _Day | None:
    statement = unit.statement
    if statement is None or not statement.cue:
        return None
    if _AHEAD.search(unit.article.text[unit.sentence.start : statement.cue[0].end]):
        return None
    beside = [
        _Day(moment=moment, span=span, far=min(_between(span, cue) for cue in statement.cue))
        for span, moment in moments
        if unit.sentence.overlaps(span) and not any(held.overlaps(span) for held in statement.content)
    ]
    return min(beside, key=lambda day: (day.far, day.span), default=None)


def _between(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _apart(lot: Lot, pair: Pair, days: Mapping[int, _Day], policy: Policy) -> bool:
    """Whether both have a day, and these exclude each other."""
    if pair[0] not in days or pair[1] not in days:
        return False
    one, other = ((days[at].moment, lot.units[at].article.text) for at in pair)
    return exclude(one, other, policy)


def _piece(day: _Day) -> Piece:
    return Piece(spans=(day.span,), value=day.moment.value)


def _sentences(lot: Lot, pair: Pair) -> tuple[InContext, InContext]:
    units = (lot.units[at] for at in pair)
    one, other = sorted(InContext(words=unit.sentence.of(unit.article.text).strip()) for unit in units)
    return one, other


def _contrast(one: _Day, other: _Day, reading: Reading) -> Contrast:
    return Contrast(
        kind=_KIND,
        relation=Relation.CONFLICT,
        first=_piece(one),
        second=_piece(other),
        features={
            "one": surety(reading.about_one),
            "same": surety(reading.same),
            "contrary": surety(reading.contrary),
            "of_kind": reading.kinds[_KIND.value],
            "near": math.log1p(one.far) + math.log1p(other.far),
        },
    )
