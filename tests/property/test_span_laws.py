"""Laws of the span algebra."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Span, hull, merge, subtract

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: Span(min(p), max(p)))
span_lists = st.lists(spans, max_size=8)


def points(items: list[Span] | tuple[Span, ...]) -> set[int]:
    return {i for s in items for i in range(s.start, s.end)}


@given(span_lists)
def test_merge_keeps_the_points_and_leaves_gaps(items: list[Span]) -> None:
    merged = merge(items)
    assert points(merged) == points(items)
    assert all(a.end < b.start for a, b in pairwise(merged))


@given(spans, span_lists)
def test_subtract_is_set_difference(span: Span, holes: list[Span]) -> None:
    assert points(subtract(span, holes)) == points([span]) - points(holes)


@given(spans, spans)
def test_intersection_and_overlap_are_what_points_say(a: Span, b: Span) -> None:
    both = points([a]) & points([b])
    shared = a.intersection(b)
    assert (points([shared]) if shared else set()) == both
    if a and b:
        assert a.overlaps(b) == bool(both)


@given(st.lists(spans, min_size=1, max_size=8))
def test_hull_contains_each(items: list[Span]) -> None:
    assert all(hull(items).contains(s) for s in items)


@given(st.text(alphabet=" \t\na“é😀", max_size=30), spans)
def test_trim_takes_blanks_only(text: str, span: Span) -> None:
    span = Span(min(span.start, len(text)), min(span.end, len(text)))
    trimmed = span.trim(text)
    assert span.contains(trimmed)
    assert trimmed.of(text) == span.of(text).strip()


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span(start, end)
