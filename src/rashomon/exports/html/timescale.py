"""A scale for times that lie days and decades apart: true within runs, long gaps cut to one width.

Which gaps are cut is chosen so that as many of the others as possible can be seen, one that is cut
counting as half seen: days stay apart that a report tells in one breath with a year long gone, and years are
drawn true where nothing near them is told.  Instants are counted in days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

__all__ = ["Break", "Scale", "days", "scale"]

WEEK, HALF = 7.0, 0.5
"""Days that a gap has at least that is cut, and how much a cut counts against a gap that can be seen."""

CUT, DAY_AT_MOST, SEEN = 66.0, 150.0, 8.0
"""Pixels: of a long gap, of a day at most, and of a gap that can be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A gap that is not drawn to scale: where it begins in the picture, and how many days it stands for."""

    left: float
    days: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Where instants stand: known points with their place; others lie between their neighbours."""

    points: tuple[float, ...]
    places: tuple[float, ...]
    breaks: tuple[Break, ...]

    @property
    def width(self) -> float:
        """Of the whole."""
        return self.places[-1] if self.places else 0.0

    def at(self, instant: float) -> float:
        """The place of an instant; of one beyond the ends, the end."""
        number = bisect_right(self.points, instant) - 1
        if number < 0:
            return 0.0
        if number >= len(self.points) - 1:
            return self.width
        first, last = self.points[number], self.points[number + 1]
        share = (instant - first) / (last - first)
        return self.places[number] + share * (self.places[number + 1] - self.places[number])


def days(instant: datetime) -> float:
    """Days since the first day of all, with a fraction."""
    return instant.toordinal() + (instant.hour * 60 + instant.minute) / 1440


def scale(instants: Iterable[float], width: float) -> Scale:
    """A scale of at most this width (pixels) on which all these instants have a place.

    >>> made = scale([0.0, 1.0, 3.0, 9000.0, 9001.0], 466.0)
    >>> [round(place) for place in made.places], len(made.breaks)
    ([0, 100, 300, 366, 466], 1)
    """
    points = sorted(set(instants))
    gaps = [later - first for first, later in pairwise(points)]
    limit = _limit(gaps, width)
    unit = _unit(gaps, width, limit)
    places, breaks, at = [0.0], [], 0.0
    for gap in gaps:
        if gap >= limit:
            breaks.append(Break(left=at, days=gap))
        at += CUT if gap >= limit else gap * unit
        places.append(at)
    return Scale(points=tuple(points), places=tuple(places[: len(points)]), breaks=tuple(breaks))


def _unit(gaps: Sequence[float], width: float, limit: float) -> float:
    """Pixels of a day, if gaps from `limit` on are cut; 0 where there is no room or nothing to draw."""
    true = sum(gap for gap in gaps if gap < limit)
    room = width - CUT * sum(gap >= limit for gap in gaps)
    return min(room / true, DAY_AT_MOST) if true and room > 0 else 0.0


def _limit(gaps: Sequence[float], width: float) -> float:
    """From which length on a gap is cut."""

    def gained(limit: float) -> float:
        unit = _unit(gaps, width, limit)
        seen = sum(gap < limit and gap * unit >= SEEN for gap in gaps)
        return seen + HALF * sum(gap >= limit for gap in gaps)

    candidates = [float("inf"), *sorted({gap for gap in gaps if gap >= WEEK}, reverse=True)]
    return max(candidates, key=gained)
