from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.language.days import Day, days_apart, days_in, published_day
from rashomon.model import Span

MONDAY = date(2031, 3, 17)


def _days(text: str, published: date | None = MONDAY) -> list[Day]:
    return [day for _, day in days_in(text, Span(0, len(text)), published)]


def _range(text: str, published: date | None = MONDAY) -> tuple[date, date] | None:
    [day] = _days(text, published)
    if day.first is None or day.last is None:
        return None
    return date.fromordinal(day.first), date.fromordinal(day.last)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Sunday", date(2031, 3, 16), date(2031, 3, 16)),
        ("Monday night", date(2031, 3, 17), date(2031, 3, 17)),
        ("on Feb. 6", date(2031, 2, 6), date(2031, 2, 6)),
        ("on 6th of February", date(2031, 2, 6), date(2031, 2, 6)),
        ("on October 6", date(2030, 10, 6), date(2030, 10, 6)),
        ("on Oct. 6, 2019", date(2019, 10, 6), date(2019, 10, 6)),
        ("on 2019-10-06", date(2019, 10, 6), date(2019, 10, 6)),
        ("yesterday", date(2031, 3, 16), date(2031, 3, 16)),
        ("in 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("in March 2019", date(2019, 3, 1), date(2019, 3, 31)),
        ("in December of 2019", date(2019, 12, 1), date(2019, 12, 31)),
        ("in December", date(2030, 12, 1), date(2030, 12, 31)),
        ("in the 1990s", date(1990, 1, 1), date(1999, 12, 31)),
    ],
)
def test_words_for_days_are_counted_from_the_day_of_publication(words: str, first: date, last: date) -> None:
    assert _range(words) == (first, last)


def test_vague_words_keep_all_days_that_they_can_mean() -> None:
    last_march = _range("last March")
    assert last_march is not None
    assert last_march[0] <= date(2030, 3, 1) <= date(2030, 3, 31) <= last_march[1]
    ago = _range("two years ago")
    assert ago is not None
    assert ago[0] <= date(2029, 1, 1) <= date(2029, 9, 1) <= ago[1] < date(2030, 1, 1)


@pytest.mark.parametrize(
    "words",
    [
        "Sunday’s vote was close",
        "the May river",
        "200 men may march on",
        "two days earlier",
        "later this week",
        "in 20199",
        "2019 ships sailed",
        "over the last year",
    ],
)
def test_what_names_no_day_is_none(words: str) -> None:
    assert _days(words) == []


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("on Sunday", "on Tuesday", 2),
        ("on Sunday", "on Sunday", 0),
        ("on Monday", "on Sunday", 1),
        ("on Oct. 6", "in October", 0),
        ("on Oct. 6", "in December", 56),
        ("on Dec. 31", "on Jan. 1", 1),
        ("in 2019", "in 2021", 366),
        ("in 2019", "on Oct. 6", 0),
        ("two years ago", "on Sunday", 360),
        ("months ago", "yesterday", 0),
    ],
)
def test_without_a_day_of_publication_only_what_is_sure_counts(one: str, other: str, least: int) -> None:
    [first], [second] = _days(one, None), _days(other, None)
    gap = days_apart(first, second)
    assert gap >= least
    assert (gap > 0) == (least > 0)


def test_a_weekday_of_another_week_is_another_day() -> None:
    [early], [late] = _days("on Sunday", MONDAY), _days("on Sunday", MONDAY + timedelta(days=14))
    assert days_apart(early, late) == 14


def test_a_date_that_is_none_is_left_out() -> None:
    assert _days("on February 31") == []
    assert published_day("last week") is None


_WORDS = st.sampled_from(
    "on Sunday|Monday|Oct. 6|in 2019|last March|two years ago|yesterday|in May|decades ago|May 3, 2024".split(
        "|"
    )
)
_PUBLISHED = st.none() | st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(_WORDS, _WORDS, _PUBLISHED, _PUBLISHED)
def test_days_lie_as_far_apart_from_either_side(
    one: str, other: str, first: date | None, second: date | None
) -> None:
    [a], [b] = _days(one, first), _days(other, second)
    assert days_apart(a, b) == days_apart(b, a) >= 0
    assert days_apart(a, a) == 0


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 5))
def test_a_weekday_is_the_last_one_before_the_report(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    found = _range(f"on {day:%A}", published)
    assert found == (day, day)


def test_a_long_line_is_read_in_one_pass() -> None:
    text = "in the late early 20 2 a few a couple of May 1" * 20_000
    assert len(list(days_in(text, Span(0, len(text)), MONDAY))) >= 0
