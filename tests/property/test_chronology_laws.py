"""Laws of times: spans, anchors, shifts of the publication, EDTF."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import example, given
from hypothesis import strategies as st
from tests.builders.timing import moments, paragraphs

from rashomon.chronology import resolve
from rashomon.chronology.expressions import rules
from rashomon.language.edtf import bounds, of_day, valid
from rashomon.model import AnchorKind, Granularity, Lane, Moment, Policy

NUMBERS = ("two", "three", "10", "twenty-five", "a", "several")
UNITS = ("day", "days", "week", "weeks", "months", "year", "years", "hours", "decade")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("March", "May", "December", "Oct.", "June")
WORDS = (
    *NUMBERS, *UNITS, *DAYS, *MONTHS,
    "on", "in", "at", "the", "last", "next", "this", "late", "early", "mid-", "before", "after", "ago",
    "earlier", "later", "following", "weekend", "overnight", "today", "yesterday", "summer", "quarter",
    "third", "of", "2019", "1990s", "7", "3rd", "9 a.m.", "12:30", "noon", "night", "morning", "from",
    "to", "between", "and", "vote", "he", "left", "will", "said", ",", ".", "“", "”", "now", "recently",
    "century", "31", "29", "Christmas", "Day", "around", "-", "20th", "February",
)  # fmt: skip

sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
loose = st.text(alphabet="0123456789 -:/.,apmAPM’s'\n", max_size=60)
texts = st.one_of(sentences, loose, st.text(max_size=60))
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
_ANCHORED = (AnchorKind.PUBLICATION, AnchorKind.DATELINE, AnchorKind.GIVEN)
_COUNTED = ("weekday", "today", "unit", "ago", "weekend", "day of a month", "feast")
_YEAR = re.compile(r"\d{4}")


def found(words: str, day: date | None) -> list[Moment]:
    if not words.strip():
        return []
    return moments(paragraphs(words, published=None if day is None else of_day(day)))


@given(texts, st.none() | days)
def test_spans_lie_inside_the_text_in_order_and_apart(words: str, day: date | None) -> None:
    made = paragraphs(words)
    spans = [m.span for m in found(words, day) if m.span is not None]
    assert all(span and span.end <= len(made.text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(m.rule in rules() for m in found(words, day))
    assert all(m.of is not None and m.span is not None and m.of.contains(m.span) for m in found(words, day))


@given(texts, st.none() | days)
def test_values_are_edtf_with_ordered_bounds(words: str, day: date | None) -> None:
    for moment in found(words, day):
        if moment.value is not None:
            assert valid(moment.value)
            first, after = bounds(moment.value)
            assert first < after
            assert parse_edtf(moment.value) is not None


@given(texts)
@example("Christmas 2019")
@example("at Christmas")
def test_without_any_anchor_no_time_is_counted(words: str) -> None:
    """A feast that names its year is told in full: nothing is counted there."""
    made = paragraphs(words) if words.strip() else None
    for moment in found(words, None):
        if moment.anchor is not None:
            assert moment.anchor.kind not in _ANCHORED
        assert made is not None
        assert moment.span is not None
        in_full = moment.rule == "feast" and _YEAR.search(made.text, moment.span.start, moment.span.end)
        if moment.rule in _COUNTED and not in_full:
            assert moment.value is None or moment.anchor is not None


@given(texts, days)
def test_the_publication_changes_values_but_no_places(words: str, day: date) -> None:
    """Nor does it change what is told in full."""
    without, dated = found(words, None), found(words, day)
    assert [(m.span, m.rule, m.of) for m in without] == [(m.span, m.rule, m.of) for m in dated]
    assert all(
        a.value == b.value for a, b in zip(without, dated, strict=True) if a.value and a.anchor is None
    )


@given(
    st.sampled_from(DAYS),
    st.sampled_from(("fell on {}", "will fall on {}", "fell last {}", "falls next {}")),
    days,
    st.integers(-200, 200),
)  # fmt: skip
def test_a_shift_by_weeks_shifts_every_weekday(name: str, shape: str, day: date, weeks: int) -> None:
    words, by = f"It {shape.format(name)}.", timedelta(weeks=weeks)
    (here,), (there,) = found(words, day), found(words, day + by)
    assert here.value is not None
    assert there.value is not None
    assert date.fromisoformat(there.value) - date.fromisoformat(here.value) == by
    assert date.fromisoformat(here.value).weekday() == DAYS.index(name)
    assert abs(date.fromisoformat(here.value) - day) <= timedelta(days=7)


@given(days, st.integers(1, 400))
def test_days_ago_are_counted(day: date, number: int) -> None:
    (moment,) = found(f"It fell {number} days ago.", day)
    assert moment.value == of_day(day - timedelta(days=number))


@given(sentences, days, st.text(alphabet="xyz\n ", max_size=30))
def test_text_before_moves_places_and_nothing_else(words: str, day: date, before: str) -> None:
    """A paragraph without any time, far enough to be out of reach."""
    made = paragraphs(words, published=of_day(day))
    before += "\n\n"
    by = len(before)
    moved = replace(
        made,
        text=before + made.text,
        blocks=tuple(replace(block, span=block.span.shift(by)) for block in made.blocks),
    )
    here = [m for m in resolve([made], (), Policy()) if m.span is not None]
    there = [m for m in resolve([moved], (), Policy()) if m.span is not None]
    assert [(m.span, m.value, m.rule, m.uncertain) for m in there] == [
        (m.span and m.span.shift(by), m.value, m.rule, m.uncertain) for m in here
    ]


@given(st.lists(st.tuples(sentences, st.none() | days), max_size=4))
def test_each_report_is_resolved_by_itself(reports: list[tuple[str, date | None]]) -> None:
    made = [paragraphs(w, published=None if d is None else of_day(d)) for w, d in reports]
    together = resolve(made, (), Policy())
    assert together == tuple(m for one in made for m in resolve([one], (), Policy()))


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)))
def test_a_publication_is_told_as_it_stands(at: datetime) -> None:
    made = paragraphs("It fell.", published=at.isoformat())
    (moment,) = resolve([made], (), Policy())
    assert moment.lane is Lane.REPORTED
    assert moment.granularity is Granularity.MOMENT
    assert moment.value is not None
    assert bounds(moment.value)[0] == at.replace(microsecond=0)


@given(st.text(alphabet="0123456789-/X~?%.TZ:+", max_size=22))
def test_what_is_valid_has_bounds(value: str) -> None:
    if valid(value):
        first, after = bounds(value)
        assert first < after
    else:
        with pytest.raises(ValueError, match="EDTF"):
            bounds(value)


@given(days, st.sampled_from(("", "~", "?", "%")))
def test_a_day_lies_in_its_month_its_month_in_its_year(day: date, mark: str) -> None:
    inner, month, year = (bounds(of_day(day)[:size]) for size in (10, 7, 4))
    assert year[0] <= month[0] <= inner[0] < inner[1] <= month[1] <= year[1]
    wide = bounds(of_day(day) + mark)
    assert wide[0] <= inner[0] < inner[1] <= wide[1]
