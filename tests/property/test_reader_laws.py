"""Laws of reading: nothing crashes, nothing is lost, labels tile the text."""

from __future__ import annotations

import io
import json
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.errors import EmptyInput, InputError
from rashomon.exports import article_record
from rashomon.model import Article, Block, Policy
from rashomon.readers import read
from rashomon.readers.label import label

POLICY = Policy()
LINES = st.sampled_from(
    (
        "By Mira Okonjo, Tarnwick Herald",
        "TARNWICK, May 3 (Fell Wire) — The bridge is shut.",
        "Read also: The miller who asked the river",
        "Advertisement",
        "Topics",
        "The bell at dusk, May 3, 2019. Credit: Nan Birk/Fell Wire",
        "“We heard it from below,” the captain said on Friday, and nobody believed him.",
        "‘Nobody told the swans’",
        "The council said that it would meet the guild on Thursday and not before.",
        "What happens next?",
        "Sign up for our letter",
        "    indented",
        "",
        "\t",
        "a",
        "•",
    )
)
MARKED = st.text(st.sampled_from("aA .,:;-—/|()[]“”‘’\"'«»\n\r\t0\u2028\u00a0\u200b•#@"), max_size=300)
PASTED = st.lists(LINES, max_size=14).flatmap(
    lambda lines: st.sampled_from(("\n", "\r\n", "\n\n", "\r")).map(lambda end: end.join(lines))
)
TEXTS = st.one_of(st.text(max_size=300), MARKED, PASTED)


def read_all(data: bytes) -> list[Article | InputError]:
    return list(read(io.BytesIO(data), name="x", policy=POLICY))


def tiles(text: str, blocks: tuple[Block, ...]) -> bool:
    """Whether the blocks are disjoint, in order, trimmed, and hold every non-blank character."""
    apart = all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    trimmed = all(b.span and b.span.trim(text) == b.span for b in blocks)
    gaps = [0, *(at for b in blocks for at in b.span), len(text)]
    blank = all(not text[start:end].strip() for start, end in zip(gaps[::2], gaps[1::2], strict=True))
    return apart and trimmed and blank


@given(TEXTS)
@example("a\x1cb\x85c\u2029d\x0b\x0ce")
@example("A — b\nBy A B\n(Photo: C D/E)\n\n\x00")
def test_the_blocks_tile_the_text(text: str) -> None:
    assert tiles(text, label(text, POLICY))


@given(TEXTS)
def test_every_block_names_its_rule(text: str) -> None:
    assert all(block.rule for block in label(text, POLICY))


@given(st.one_of(st.binary(max_size=400), TEXTS.map(lambda t: t.encode("utf-16", "surrogatepass"))))
@example(b"\xff\xfe")
@example(b"{")
@example(b'{"text":')
@example(b"<html")
@example(b"\x00\x00\xfe\xff\x00")
def test_no_bytes_crash_the_readers(data: bytes) -> None:
    for item in read_all(data):
        if isinstance(item, Article):
            assert tiles(item.text, item.blocks)
        else:
            assert "\n" not in item.line()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200).map(lambda t: "The text: " + t))
def test_plain_text_is_the_decoded_file(text: str) -> None:
    """Unless it holds what looks decoded wrongly, which a warning then tells."""
    (item,) = read_all(text.encode("utf-8"))
    assert isinstance(item, Article)
    assert item.text == text or item.warnings


@given(PASTED)
def test_newlines_stay_and_a_mark_is_dropped(text: str) -> None:
    (item,) = read_all(b"\xef\xbb\xbf" + text.encode("utf-8"))
    if text.strip():
        assert isinstance(item, Article)
        assert item.text == text
    else:
        assert isinstance(item, EmptyInput)


@given(PASTED.filter(lambda text: bool(text.strip())))
def test_what_was_read_reads_back_the_same(text: str) -> None:
    (first,) = read_all(text.encode("utf-8"))
    assert isinstance(first, Article)
    line = json.dumps(article_record(first), ensure_ascii=False)
    assert read_all(line.encode("utf-8")) == [first]


@given(st.lists(st.one_of(st.just('{"text": "The bridge is shut."}'), st.text(max_size=30)), max_size=6))
def test_a_broken_line_costs_no_other(lines: list[str]) -> None:
    kept = [" ".join(line.splitlines()) for line in lines]
    good = sum(line == '{"text": "The bridge is shut."}' for line in kept)
    items = read_all(("\n".join(['{"text": "First."}', *kept])).encode("utf-8", "replace"))
    told = [item for item in items if isinstance(item, Article) and item.text == "The bridge is shut."]
    assert len(told) == good


@given(st.text(st.sampled_from("<>/aphdivbr=\"' !-[]\n"), max_size=200).map(lambda t: "<html><body>" + t))
def test_no_page_crashes_the_reader(page: str) -> None:
    for item in read_all(page.encode()):
        assert isinstance(item, (Article, InputError))
