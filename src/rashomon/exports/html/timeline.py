"""Times on the page: the picture with its two lanes, what is not resolved, and the table of all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.exports.claimterms import Edtf, anchor_label, rule_label
from rashomon.exports.display import NOT_STATED, visible
from rashomon.exports.html.drawing import Drawing
from rashomon.exports.html.lanes import Bar, lanes
from rashomon.exports.html.prose import Anchors
from rashomon.exports.html.references import Words, words_at
from rashomon.exports.overview import Overview
from rashomon.exports.times import bounds_of, when
from rashomon.model import Lane, Located, Moment, Offset, Span

__all__ = ["MomentView", "Timeline", "timeline_view"]

DRAWN = 48
"""Bars of the picture: those that most reports tell of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentView:
    """A row: the value and what is to be noted of it, the words, what they date, how it was worked out."""

    id: str
    value: str | None
    marks: tuple[str, ...]
    lane: str
    granularity: str
    siglum: str
    words: Words | None
    of: Words | None
    rule: str
    anchor: str | None
    anchor_words: Words | None
    anchor_value: str
    offset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The part of the page; `hidden` bars stand in the table alone."""

    looked_for: bool
    drawing: Drawing | None
    hidden: int
    rows: tuple[MomentView, ...]

    @property
    def unresolved(self) -> tuple[MomentView, ...]:
        """The rows without a value."""
        return tuple(row for row in self.rows if row.value is None)


def timeline_view(of: Overview, anchors: Anchors) -> Timeline:
    """The view; rows by value, those without one last."""
    moments = [one for one in of.dossier.timeline if one.article in of.articles]
    moments.sort(key=when)
    rows = tuple(_row(number, one, of, anchors) for number, one in enumerate(moments, 1))
    bars = _bars(zip(moments, rows, strict=True))
    shown = sorted(bars, key=lambda bar: -len(bar.sigla))[:DRAWN]
    return Timeline(
        looked_for=bool(rows) or "chronology" in of.dossier.engine.rooms,
        drawing=lanes([bar for bar in bars if bar in shown]),
        hidden=len(bars) - len(shown),
        rows=rows,
    )


def _bars(told: Iterable[tuple[Moment, MomentView]]) -> list[Bar]:
    """One for each value of each lane, with all who tell it."""
    found: dict[tuple[Lane, str, bool], list[tuple[Moment, MomentView]]] = {}
    for moment, row in told:
        if row.value is not None and bounds_of(moment.value):
            found.setdefault((moment.lane, row.value, moment.uncertain), []).append((moment, row))
    bars = []
    for (lane, value, uncertain), group in found.items():
        known = bounds_of(group[0][0].value)
        if known:
            bars.append(
                Bar(
                    lane=lane,
                    edtf=Edtf(value, uncertain),
                    first=known[0],
                    last=known[1],
                    sigla=tuple(sorted({row.siglum for _, row in group}, key=lambda s: (len(s), s))),
                    href=f"#{group[0][1].id}",
                )
            )
    return bars


def _row(number: int, moment: Moment, of: Overview, anchors: Anchors) -> MomentView:
    anchor = moment.anchor
    edtf = Edtf(visible(moment.value) if moment.value else None, moment.uncertain)
    return MomentView(
        id=f"time-{number}",
        value=edtf.value,
        marks=edtf.marks,
        lane=moment.lane.value,
        granularity=moment.granularity.value.replace("_", " "),
        siglum=of.sigla[moment.article],
        words=_words(moment.article, moment.span, of, anchors),
        of=_words(moment.article, moment.of, of, anchors) if moment.of != moment.span else None,
        rule=rule_label(moment.rule or moment.granularity.value),
        anchor=anchor_label(anchor.kind) if anchor else None,
        anchor_words=_words(moment.article, anchor.span, of, anchors) if anchor else None,
        anchor_value=visible(anchor.value or NOT_STATED) if anchor else "",
        offset=offset_label(moment.offset) if moment.offset else "",
    )


def _words(article: str, span: Span | None, of: Overview, anchors: Anchors) -> Words | None:
    found = words_at([Located(article, span)], of, anchors) if span is not None else ()
    return found[0] if found else None


def offset_label(offset: Offset) -> str:
    """How far from its anchor a time lies.

    >>> offset_label(Offset(least=-2, most=-2)), offset_label(Offset(least=0, most=3, vague=True))
    ('-2 days', '0 to 3 days, no figure in the words')
    """
    least, most = (f"{days:.3g}" for days in (offset.least, offset.most))
    span = f"{least} days" if least == most else f"{least} to {most} days"
    return f"{span}, no figure in the words" if offset.vague else span
