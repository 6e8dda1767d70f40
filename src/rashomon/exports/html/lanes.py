"""The timeline as a picture (SVG): a lane for when things happened, a lane for when reports came out.

Times of one value are one bar with the letters of the reports that tell them; bars are packed
into as few rows as their labels leave.  As with the graph, the picture is one image
with the table below as its twin, and the spots over it are links into that table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from rashomon.exports.claimterms import Edtf
from rashomon.exports.display import NOT_STATED, on_one_line
from rashomon.exports.html.drawing import Drawing, Spot
from rashomon.exports.html.lettering import width_of
from rashomon.exports.html.timescale import CUT, Scale, days, scale
from rashomon.exports.terms import counted
from rashomon.model import Lane

__all__ = ["Bar", "lanes"]

WIDTH, GUTTER, RIGHT, SIZE = 1060.0, 92.0, 12.0, 12.0
ROW, BAR, LEAST, TICK = 24.0, 12.0, 10.0, 78.0
"""Pixels: a row, a bar and its least width, and how far apart dates stand on the axis."""

_TOP, _APART, _AXIS = 10.0, 14.0, 34.0
_YEAR, _MONTH = 365.25, 30.44
_MOST_LETTERS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Times of one value: which lane, who tells them, and where the first stands in the table."""

    lane: Lane
    edtf: Edtf
    first: datetime
    last: datetime
    sigla: tuple[str, ...]
    href: str

    @property
    def words(self) -> str:
        """The label beside the bar."""
        letters = self.sigla[:_MOST_LETTERS]
        more = [f"+{len(self.sigla) - len(letters)}"] if len(self.sigla) > len(letters) else []
        return " ".join([self.edtf.label, *letters, *more])

    @property
    def title(self) -> str:
        """All of it in words."""
        return ", ".join([self.edtf.label, *self.edtf.marks, self.lane.value, " ".join(self.sigla)])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    bar: Bar
    left: float
    right: float
    words_at: float
    anchor: str
    row: int


def lanes(bars: Sequence[Bar]) -> Drawing | None:
    """The picture of these times; None if there are none."""
    if not bars:
        return None
    return _Board(bars).drawn()


class _Board:
    """Both lanes, with the coordinates of all."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        self.scale = scale(_instants(bars), WIDTH - GUTTER - RIGHT - 60)
        self.rows: dict[Lane, list[_Placed]] = {}
        self.tops: dict[Lane, float] = {}
        self.width = WIDTH
        y = _TOP
        for lane in Lane:
            placed = list(self._packed([bar for bar in bars if bar.lane is lane]))
            self.rows[lane], self.tops[lane] = placed, y
            y += (1 + max((one.row for one in placed), default=0)) * ROW + _APART
        self.bottom = y
        self.ticks = list(_ticks(bars, self.scale))

    def drawn(self) -> Drawing:
        parts = [*self._frame(), *self._breaks(), *self._axis()]
        spots = []
        for placed in self.rows.values():
            for one in placed:
                parts.append(self._bar(one))
                spots.append(
                    Spot(kind="box", path=self._outline(one, 3), href=one.bar.href, title=one.bar.title)
                )
        return Drawing(
            width=round(self.width),
            height=round(self.bottom + _AXIS),
            picture=Markup("\n").join(parts),
            spots=tuple(spots),
        )

    def _packed(self, bars: Iterable[Bar]) -> Iterator[_Placed]:
        """Each bar in the first row that has room for it and its words."""
        ends: list[float] = []
        for bar in sorted(bars, key=lambda b: (b.first, b.last, b.words)):
            left, right = self._ends(bar)
            wide = width_of(bar.words, SIZE) + 8
            before = right + wide > WIDTH - RIGHT
            start, end = (left - wide, right) if before else (left, right + wide)
            row = next((n for n, taken in enumerate(ends) if taken + 10 <= start), len(ends))
            ends[row:] = [end, *ends[row + 1 :]]
            yield _Placed(
                bar=bar,
                left=left,
                right=right,
                words_at=left - 6 if before else right + 6,
                anchor="end" if before else "start",
                row=row,
            )

    def _ends(self, bar: Bar) -> tuple[float, float]:
        left = GUTTER + self.scale.at(days(bar.first)) if bar.first > datetime.min else GUTTER
        end = GUTTER + self.scale.width + LEAST
        right = GUTTER + self.scale.at(days(bar.last)) if bar.last < datetime.max else end
        return left, max(right, left + LEAST)

    def _outline(self, one: _Placed, more: float = 0.0) -> str:
        top = self.tops[one.bar.lane] + one.row * ROW + (ROW - BAR) / 2 - more
        return (
            f"M{one.left - more:.1f} {top:.1f}h{one.right - one.left + 2 * more:.1f}"
            f"v{BAR + 2 * more:.1f}h{-(one.right - one.left + 2 * more):.1f}z"
        )

    def _bar(self, one: _Placed) -> Markup:
        classes = " ".join(["time", one.bar.lane.value, *one.bar.edtf.marks])
        y = self.tops[one.bar.lane] + one.row * ROW + ROW / 2 + 4
        return Markup('<path class="{}" d="{}"/><text class="{}" x="{:.1f}" y="{:.1f}">{}</text>').format(
            classes, self._outline(one), one.anchor, one.words_at, y, on_one_line(one.bar.words)
        )

    def _frame(self) -> Iterator[Markup]:
        for lane in Lane:
            yield Markup('<text class="lane start" x="0" y="{:.1f}">{}</text>').format(
                self.tops[lane] + ROW / 2 + 4, lane.value
            )
            if not self.rows[lane]:
                yield Markup('<text class="nothing start" x="{:.1f}" y="{:.1f}">{}</text>').format(
                    GUTTER, self.tops[lane] + ROW / 2 + 4, NOT_STATED
                )
        split = self.tops[Lane.REPORTED] - _APART / 2
        yield Markup('<path class="axis" d="M0 {:.1f}H{:.1f}"/>').format(split, WIDTH)

    def _breaks(self) -> Iterator[Markup]:
        for gap in self.scale.breaks:
            left = GUTTER + gap.left
            yield Markup('<path class="cut" d="M{:.1f} 0V{:.1f}m{:.1f} 0V0"/>').format(
                left + 10, self.bottom, CUT - 20
            )
            yield Markup('<text class="gap" x="{:.1f}" y="{:.1f}">{}</text>').format(
                left + CUT / 2, self.bottom + 28, _long(gap.days)
            )

    def _axis(self) -> Iterator[Markup]:
        yield Markup('<path class="axis" d="M{:.1f} {:.1f}H{:.1f}"/>').format(
            GUTTER, self.bottom, GUTTER + self.scale.width
        )
        for at, label in self.ticks:
            x = GUTTER + at
            yield Markup('<path class="axis" d="M{:.1f} {:.1f}v5"/>').format(x, self.bottom)
            yield Markup('<text class="tick start" x="{:.1f}" y="{:.1f}">{}</text>').format(
                x, self.bottom + 16, label
            )


def _instants(bars: Iterable[Bar]) -> Iterator[float]:
    for bar in bars:
        yield from (days(at) for at in (bar.first, bar.last) if datetime.min < at < datetime.max)


def _ticks(bars: Sequence[Bar], on: Scale) -> Iterator[tuple[float, str]]:
    """Days at which something begins, as many as there is room for."""
    last = -TICK
    for start in sorted({bar.first.date() for bar in bars if bar.first > datetime.min}):
        at = on.at(float(start.toordinal()))
        if at - last >= TICK:
            yield at, _day(start)
            last = at


def _day(day: date) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def _long(length: float) -> str:
    """How long a gap is, in the unit that it is told in.

    >>> _long(40), _long(400), _long(12000)
    ('40 days', '13 months', '33 years')
    """
    if length < 3 * _MONTH:
        return counted(round(length), "day")
    if length < 2 * _YEAR:
        return counted(round(length / _MONTH), "month")
    return counted(round(length / _YEAR), "year")
