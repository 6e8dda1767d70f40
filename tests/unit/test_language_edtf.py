"""Values of EDTF: what they can mean, and what is none."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from rashomon.language.edtf import bounds, interval, of_day, of_month, of_time, valid


@pytest.mark.parametrize(
    ("value", "first", "after"),
    [
        ("2024", (2024, 1, 1), (2025, 1, 1)),
        ("2024-02", (2024, 2, 1), (2024, 3, 1)),
        ("2024-12", (2024, 12, 1), (2025, 1, 1)),
        ("2024-02-29", (2024, 2, 29), (2024, 3, 1)),
        ("2024-12-31", (2024, 12, 31), (2025, 1, 1)),
        ("2024-03-05T09:00:00", (2024, 3, 5, 9, 0), (2024, 3, 5, 9, 1)),
        ("2024-03-05T09:00:30Z", (2024, 3, 5, 9, 0, 30), (2024, 3, 5, 9, 0, 31)),
        ("2021-21", (2021, 3, 1), (2021, 6, 22)),
        ("2021-22", (2021, 6, 1), (2021, 9, 24)),
        ("2021-23", (2021, 9, 1), (2021, 12, 23)),
        ("2021-24", (2020, 12, 1), (2022, 3, 21)),
        ("2020-33", (2020, 1, 1), (2020, 4, 1)),
        ("2020-36", (2020, 10, 1), (2021, 1, 1)),
        ("199X", (1990, 1, 1), (2000, 1, 1)),
        ("19XX", (1900, 1, 1), (2000, 1, 1)),
        ("2024-12-21/2024-12-31", (2024, 12, 21), (2025, 1, 1)),
        ("1977/1979", (1977, 1, 1), (1980, 1, 1)),
        ("2024-03-03~", (2024, 3, 2), (2024, 3, 5)),
        ("2024-03-03?", (2024, 3, 3), (2024, 3, 4)),
        ("2024-03~", (2024, 1, 30), (2024, 5, 2)),
    ],
)
def test_bounds_are_the_widest_reading(value: str, first: tuple[int, ...], after: tuple[int, ...]) -> None:
    assert bounds(value) == (datetime(*first), datetime(*after))  # type: ignore[arg-type]


def test_open_ends_reach_as_far_as_dates_go() -> None:
    assert bounds("2024/..") == (datetime(2024, 1, 1), datetime.max)
    assert bounds("/2024-03-05") == (datetime.min, datetime(2024, 3, 6))
    assert bounds("9999-12-31")[1] == datetime.max


@pytest.mark.parametrize(
    "value",
    [
        "", "last week", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "2024-25", "2024-40", "0000", "24",
        "2024-3-5", "2024-03-05T9:00:00", "2024-03-05T25:00:00", "199X-03", "../..", "/", "2025/2024",
        "2024/2025/2026", "2024-03-05 09:00:00", "２０２４",
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused(value: str) -> None:
    assert not valid(value)
    with pytest.raises(ValueError, match="EDTF"):
        bounds(value)


def test_values_are_written_as_they_are_read() -> None:
    assert of_day(date(987, 3, 5)) == "0987-03-05"
    assert of_month(2021, 22) == "2021-22"
    assert of_time(date(2024, 3, 5), 9, 5) == "2024-03-05T09:05:00"
    assert interval("2024-03-09", "2024-03-09") == "2024-03-09"
