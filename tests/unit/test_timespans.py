"""Times of two reports that differ only by a year, or a week, that one of them, or neither, tells."""

from __future__ import annotations

import pytest
from tests.builders.claims import dossier, report

from rashomon.corroboration.timespans import may_be_one
from rashomon.model import Moment


def _time(words: str, published: str) -> tuple[Moment, str]:
    """The one time of a report, and its text."""
    article = report("Tarn Post", words, published=published)
    [moment] = [one for one in dossier(article).timeline if one.span is not None]
    return moment, article.text


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("The bridge fell on Dec. 9.", "Its rail came down on Dec. 9.", True),
        ("The bridge fell on Dec. 9.", "Its rail came down on Dec. 9, 2017.", True),
        ("The bridge fell on Dec. 9.", "Its rail came down on Dec. 8.", False),
        ("The bridge fell on Dec. 9, 2018.", "Its rail came down on Dec. 9, 2017.", False),
    ],
)
def test_a_year_that_is_not_told_may_be_the_other_ones(one: str, other: str, may: bool) -> None:
    times = _time(one, "2018-12-11"), _time(other, "2017-12-20")
    assert {moment.value[:4] for moment, _ in times if moment.value} == {"2018", "2017"}
    assert may_be_one(*times) is may
    assert may_be_one(*times[::-1]) is may


def test_two_grains_of_one_year_are_no_choice_of_years() -> None:
    times = (
        _time("The bridge fell on Dec. 9.", "2018-12-11"),
        _time("A rail fell in December.", "2018-12-20"),
    )
    assert not may_be_one(*times)


def test_parts_of_one_day_are_no_choice_of_weeks() -> None:
    told = ("The bridge fell on Friday morning.", "Its rail came down on Friday evening.")
    assert not may_be_one(*(_time(words, "2018-12-11") for words in told))


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("The bridge fell on Friday.", "Its rail came down on Friday.", True),
        ("The bridge fell on Friday.", "Its rail came down on Friday evening.", True),
        ("The bridge fell on Friday.", "Its rail came down on Thursday.", False),
        ("The bridge fell on Friday.", "Its rail came down yesterday.", False),
    ],
)
def test_a_bare_day_of_the_week_is_of_whatever_week_fits(one: str, other: str, may: bool) -> None:
    times = _time(one, "2018-12-11"), _time(other, "2018-12-20")
    assert times[0][0].value != times[1][0].value
    assert may_be_one(*times) is may
    assert may_be_one(*times[::-1]) is may
