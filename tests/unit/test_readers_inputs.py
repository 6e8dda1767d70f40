"""INPUT words to streams, and JSON Lines with faults among them."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.errors import EmptyInput, InputError, MalformedInput, MissingInput, TooLarge, UnknownKind
from rashomon.model import Article, BlockKind, Policy
from rashomon.readers import Opened, open_inputs, read, read_inputs

TEXT = "The bridge at Tarnwick is shut, its keeper said on Friday.\n"


def items(*words: str, stdin: bytes = b"", policy: Policy | None = None) -> list[Article | InputError]:
    return list(read_inputs(words, policy=policy or Policy(), stdin=io.BytesIO(stdin)))


def lines(*rows: str | bytes) -> list[Article | InputError]:
    data = b"\n".join(row.encode() if isinstance(row, str) else row for row in rows)
    return list(read(io.BytesIO(data), name="a.jsonl", policy=Policy()))


def test_a_folder_is_its_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    (tmp_path / "b" / ".git").mkdir(parents=True)
    for name in ("z.txt", "b/a.txt", ".hidden.txt", "b/.git/x.txt", "README.md", "a.txt"):
        (tmp_path / name).write_text(f"{TEXT}{name}", encoding="utf-8")
    names = [os.path.relpath(item.input, tmp_path) for item in items(str(tmp_path))]
    assert names == ["a.txt", "z.txt", str(Path("b") / "a.txt")]


def test_one_stream_is_open_at_a_time(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    seen: list[Opened] = []
    for opened in open_inputs([str(tmp_path)], policy=Policy(), stdin=io.BytesIO()):
        assert isinstance(opened, Opened)
        assert all(earlier.stream.closed for earlier in seen)
        assert opened.size == len(TEXT)
        seen.append(opened)
    assert len(seen) == 2
    assert all(opened.stream.closed for opened in seen)


def test_standard_input_is_read_and_left_open() -> None:
    stdin = io.BytesIO(TEXT.encode())
    (article,) = read_inputs(["-"], policy=Policy(), stdin=stdin)
    assert isinstance(article, Article)
    assert (article.input, article.text) == ("-", TEXT)
    assert not stdin.closed


def test_an_empty_folder_holds_no_article(tmp_path: Path) -> None:
    (fault,) = items(str(tmp_path))
    assert isinstance(fault, EmptyInput)
    assert "holds no article" in fault.line()


def test_one_bad_file_costs_no_other(tmp_path: Path) -> None:
    for number in range(10):
        (tmp_path / f"{number}.txt").write_bytes(b"%PDF-1.4" if number == 4 else TEXT.encode())
    read_items = items(str(tmp_path))
    assert [type(item) for item in read_items] == [Article] * 4 + [UnknownKind] + [Article] * 5


@pytest.mark.parametrize("word", ["no-such-file.txt", "no\0file", "x" * 5000])
def test_what_is_not_there_is_one_fault(word: str) -> None:
    (fault,) = items(word)
    assert isinstance(fault, MissingInput)
    assert fault.input == word


def test_a_link_to_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (fault,) = items(str(tmp_path))
    assert isinstance(fault, MissingInput)
    assert "gone.txt" in fault.line()


def test_a_folder_in_a_circle_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [type(item) for item in items(str(tmp_path))] == [Article]


def test_a_stream_that_breaks_off_is_a_fault() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    (fault,) = read(Broken(), name="disk", policy=Policy())
    assert isinstance(fault, MissingInput)
    assert fault.line() == "disk: cannot be read: input/output error"


def test_a_pipe_that_gives_little_at_a_time_is_read_whole() -> None:
    class Dripping(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 7, 7) if size and size > 0 else 7)

    (article,) = read(Dripping(TEXT.encode() * 50), name="-", policy=Policy())
    assert isinstance(article, Article)
    assert article.text == TEXT * 50


def test_too_large_an_input_is_told_with_advice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT * 100, encoding="utf-8")
    (fault,) = items(str(tmp_path / "a.txt"), policy=replace(Policy(), max_input_bytes=1000))
    assert isinstance(fault, TooLarge)
    assert "1,000 bytes" in fault.line()


def test_json_lines_give_an_article_each_and_a_fault_with_its_place() -> None:
    found = lines(
        '{"text": "One."}',
        "",
        '{"text": "Two." oops}',
        '{"headline": "No text"}',
        "[1]",
        '{"text": "Three."}',
    )
    assert [type(item) for item in found] == [
        Article,
        MalformedInput,
        MalformedInput,
        MalformedInput,
        Article,
    ]
    fault = found[1]
    assert isinstance(fault, MalformedInput)
    assert fault.line().startswith("a.jsonl:3:17: is not JSON here")
    assert fault.snippet() == '{"text": "Two." oops}\n                ^'


@pytest.mark.parametrize(
    "row",
    [
        b'{"text": "\xff"}',
        b'{"text":' + b"[" * 50_000,
        b'{"text": "a", "n": ' + b"1" * 5_000 + b"}",
        b'{"text": 3}',
        b"{}",
    ],
)
def test_every_broken_line_is_one_fault(row: bytes) -> None:
    found = lines(row, '{"text": "Kept."}')
    assert [type(item) for item in found] == [MalformedInput, Article]


def test_a_line_without_words_is_empty() -> None:
    (fault,) = lines('{"text": "  "}')
    assert isinstance(fault, EmptyInput)


def test_a_line_over_the_limit_is_passed_over() -> None:
    rows = [json.dumps({"text": "a" * 500}), json.dumps({"text": "Kept."})]
    data = io.BytesIO("\n".join(rows).encode())
    found = list(read(data, name="a", policy=replace(Policy(), max_input_bytes=200)))
    assert [type(item) for item in found] == [TooLarge, Article]


def test_valid_blocks_are_kept_and_others_labelled_afresh() -> None:
    text = "Weir stays.\n\nThe board objects to the weir."
    good = [
        {"kind": "deck", "start": 0, "end": 11},
        {"kind": "caption", "start": 13, "end": len(text), "rule": "mine"},
    ]
    (kept,) = lines(json.dumps({"text": text, "blocks": good}))
    assert isinstance(kept, Article)
    assert [block.kind for block in kept.blocks] == [BlockKind.DECK, BlockKind.CAPTION]
    for bad in (
        [{**good[0], "end": 12}, good[1]],
        good[:1],
        [good[1], good[0]],
        [{**good[0], "kind": "poem"}, good[1]],
        [good[0], {**good[1], "end": 999}],
        [{**good[0], "start": True}, good[1]],
        ["x"],
        {"a": 1},
    ):
        (again,) = lines(json.dumps({"text": text, "blocks": bad}))
        assert isinstance(again, Article)
        assert [block.kind for block in again.blocks] == [BlockKind.PARAGRAPH] * 2
        assert "labelled afresh" in again.warnings[-1]


def test_what_a_record_states_stands_and_a_null_is_an_answer() -> None:
    text = "Weir stays for winter\n\nBy Nan Birk\n\nThe board of the river objects to the weir, it said."
    (read_off,) = lines(json.dumps({"text": text}))
    (stated,) = lines(
        json.dumps({"text": text, "byline": [], "headline": None, "publisher": "Fell Wire", "input": "w.txt"})
    )
    assert isinstance(read_off, Article)
    assert isinstance(stated, Article)
    assert (read_off.headline, read_off.byline) == ("Weir stays for winter", ("Nan Birk",))
    assert (stated.headline, stated.byline, stated.input) == (None, (), "w.txt")
    assert stated.publisher is not None
    assert stated.publisher.name == "Fell Wire"
