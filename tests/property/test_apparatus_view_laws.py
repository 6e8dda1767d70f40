"""Laws of how an apparatus is shown: no word is lost, no line too wide, no column twice."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from rashomon.exports.blocks import blocks
from rashomon.exports.display import visible
from rashomon.exports.fitting import flowed
from rashomon.exports.html.running import drawn

WORDS = st.text(st.sampled_from("ab [].…<&\"'\n\x00“é"), max_size=40)
PARTS = st.lists(st.tuples(st.text("ab [ ", max_size=12), st.sampled_from(["", "dim"])), max_size=8)


@given(WORDS)
def test_drawing_brackets_and_dots_changes_no_word(words: str) -> None:
    markup = drawn(words)
    assert Markup(re.sub(r"</?span[^>]*>", "", markup)).unescape() == visible(words)
    assert markup.count("<span") == markup.count("</span>")


@given(st.lists(st.integers(1, 40), max_size=30), st.integers(1, 60))
def test_blocks_hold_every_column_once_and_fit_if_they_can(widths: list[int], room: int) -> None:
    found = list(blocks(widths, room))
    assert [at for part in found for at in part] == list(range(len(widths)))
    for part in found:
        assert part
        assert len(part) == 1 or sum(widths[at] for at in part) <= room


@given(PARTS, st.integers(12, 40), st.integers(0, 4))
def test_running_text_keeps_its_words_in_order_and_its_width(
    parts: list[tuple[str, str]], width: int, indent: int
) -> None:
    lines = [
        "".join(words for words, _ in line)
        for line in flowed((("1 ", ""),), parts, width=width, indent=indent, measure=len)
    ]
    assert max(map(len, lines)) <= width
    told = "".join(words for words, _ in parts).split()
    if all(len(word) <= width - max(indent, 2) for word in told):
        assert "".join(" ".join(lines).split()) == "1" + "".join(told)
