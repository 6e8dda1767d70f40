"""Times are found with work that grows with the length of the text, whatever it is made of."""

from __future__ import annotations

import pytest
from tests.builders.work import calls

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


def work(text: str) -> int:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)).trim(text))
    made = Article(input="-", text=text, blocks=(block,), published="2024-03-05")
    return calls(lambda: resolve([made], (), Policy()))


@pytest.mark.parametrize("unit", UNITS)
def test_one_long_paragraph_takes_linear_work(unit: str) -> None:
    few = 800 // len(unit)
    assert work(unit * (few * 16)) < 24 * work(unit * few)
