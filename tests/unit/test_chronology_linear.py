"""Times are found in time that grows with the length of the text, whatever it is made of."""

from __future__ import annotations

import time

import pytest

from rashomon.chronology import resolve
from rashomon.model import Article, Block, BlockKind, Policy, Span

UNITS = [
    "The council of Tarn met on Tuesday and said that two days before the vote it was late December. ",
    "on Tuesday and ",
    "Sunday, Sunday, ",
    "a few more than half a ",
    "twenty two thousand nineteen ninety ",
    "1999 2000 12:30 ",
    "May March 3 to ",
    "2019-2021-",
    "“now” “days after ",
    "days after he ",
    "TARN, OST ",
]


def seconds(text: str) -> float:
    """The processor's time, the least of two."""
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)).trim(text))
    made = Article(input="-", text=text, blocks=(block,), published="2024-03-05")
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        resolve([made], (), Policy())
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("unit", UNITS)
def test_one_long_paragraph_takes_linear_time(unit: str) -> None:
    few = 800 // len(unit)
    assert seconds(unit * (few * 16)) < 40 * max(seconds(unit * few), 0.002)
