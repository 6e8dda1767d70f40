"""Bad input: one clear line each, an exit code by the contract, the rest delivered, no traceback."""

from __future__ import annotations

import gzip
import json
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.builders.command import LIMIT, Result, Runner
from tests.functional.conftest import FIRST, SECOND

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8
MEGABYTE = 1_000_000


def one_fault(result: Result, name: str | Path) -> str:
    """The single line on standard error, which must name the input."""
    assert len(result.err_lines) == 1, result.err
    assert result.err.startswith(f"error: {name}"), result.err
    return result.err


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _blank(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf \n\t\r\n\xc2\xa0\n")


def _binary(path: Path) -> None:
    path.write_bytes(PNG)


def _noise(path: Path) -> None:
    path.write_bytes(bytes((i * i * 31 + i * 7) % 256 for i in range(20_000)))


def _nul_only(path: Path) -> None:
    path.write_bytes(bytes(4_096))


def _gzipped(path: Path) -> None:
    path.write_bytes(gzip.compress(FIRST.encode()))


def _empty_folder(path: Path) -> None:
    path.mkdir()
    (path / ".hidden").write_text(FIRST, encoding="utf-8")


def _nothing(path: Path) -> None:
    assert not path.exists()


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path))


def _page_without_article(path: Path) -> None:
    path.write_text("<!doctype html><html><head><title></title></head><body></body></html>", encoding="utf-8")


BAD: list[Callable[[Path], None]] = [
    *(_empty, _blank, _binary, _noise, _nul_only, _gzipped, _empty_folder),
    *(_nothing, _dangling, _loop, _socket, _page_without_article),
]


@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__.strip("_"))
def test_one_bad_input_among_ten(
    rashomon: Runner, tmp_path: Path, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    words = []
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(f"{FIRST}\nEdition {number}.\n", encoding="utf-8")
        words.append(f"{number}.txt")
    make(tmp_path / "bad")
    result = rashomon("read", *words[:4], "bad", *words[4:])
    assert result.code == 1
    assert [json.loads(line)["input"] for line in result.out_lines] == words
    one_fault(result, "bad")


@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__.strip("_"))
@pytest.mark.parametrize("words", [["read"], ["statements"], ["compare"], ["compare", "-f", "json"]])
def test_a_bad_input_alone(
    rashomon: Runner,
    tmp_path: Path,
    make: Callable[[Path], None],
    words: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "bad")
    result = rashomon(*words, "bad")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("error: bad")
    assert len(result.err_lines) == (2 if words[0] == "compare" else 1)


def test_empty_standard_input(rashomon: Runner) -> None:
    result = rashomon("read", "-")
    assert result.code == 1
    one_fault(result, "-")


def test_a_file_that_may_not_be_read(rashomon: Runner, tmp_path: Path) -> None:
    """Root may read everything, so there the file is one whose reading fails in the kernel."""
    path = tmp_path / "secret.txt"
    if os.geteuid() == 0:
        path.symlink_to("/proc/self/mem")
    else:
        path.write_text(FIRST, encoding="utf-8")
        path.chmod(0)
    result = rashomon("read", path)
    assert (result.code, result.out) == (1, "")
    one_fault(result, path)


def test_a_named_pipe_is_read_like_a_file(rashomon: Runner, tmp_path: Path) -> None:
    """What a shell makes of ``<(command)``."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(
        target=path.write_text, args=(FIRST,), kwargs={"encoding": "utf-8"}, daemon=True
    )
    writer.start()
    result = rashomon("read", path)
    writer.join(LIMIT)
    assert json.loads(result.out)["text"] == FIRST


@pytest.mark.parametrize(
    "address", ["http://", "http://[", "https://:99999/x", "http://127.0.0.1:9/report.html", "ftp://x/y"]
)
def test_an_address_that_leads_nowhere(rashomon: Runner, address: str) -> None:
    result = rashomon("read", address)
    assert (result.code, result.out) == (1, "")
    one_fault(result, address)


def test_a_broken_line_is_shown_with_a_caret(rashomon: Runner, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    good = [json.dumps({"text": FIRST}), json.dumps({"text": SECOND})]
    path.write_text(f'{good[0]}\n{{"text": nope}}\n{good[1]}\n', encoding="utf-8")
    result = rashomon("read", path)
    assert result.code == 1
    assert [json.loads(line)["text"] for line in result.out_lines] == [FIRST, SECOND]
    line, excerpt, caret = result.err_lines
    assert line.startswith(f"error: {path}:2:")
    assert excerpt[caret.index("^")] == "n"


def test_a_large_file_is_refused_with_advice(rashomon: Runner, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(FIRST.encode() * (50 * MEGABYTE // len(FIRST.encode()) + 1))
    result = rashomon("read", path)
    assert (result.code, result.out) == (1, "")
    assert "--max-bytes" in one_fault(result, path)


def test_a_larger_file_than_usual_is_read_when_asked_for(rashomon: Runner, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(FIRST.encode() * (12 * MEGABYTE // len(FIRST.encode()) + 1))
    assert rashomon("read", path).code == 1
    result = rashomon("read", "--format", "text", "--max-bytes", "13M", path)
    assert result.code == 0
    assert len(result.out) > 0.9 * 12 * MEGABYTE


def test_ten_thousand_quotation_marks_and_none_closed(rashomon: Runner, tmp_path: Path) -> None:
    path = tmp_path / "open.txt"
    path.write_text("The board met. " + "“The boat " * 10_000 + FIRST, encoding="utf-8")
    for words in (["read"], ["statements"], ["compare"]):
        result = rashomon(*words, path)
        assert result.code == 0
        assert all(line.startswith(f"warning: {path}: ") for line in result.err_lines)


def test_right_to_left_text(rashomon: Runner, tmp_path: Path) -> None:
    path = tmp_path / "rtl.txt"
    text = "قال مجلس الميناء إن العبارة ستتوقف في مارس. «بحثنا في كل الأدراج»، قالت الرئيسة.\n" * 4
    path.write_text(text, encoding="utf-8")
    result = rashomon("read", path)
    assert result.code == 0
    assert json.loads(result.out)["text"] == text
    told = rashomon("compare", "-f", "html", path)
    assert told.code == 1
    assert "العبارة" in told.out


def test_nul_bytes_within_text(rashomon: Runner, tmp_path: Path) -> None:
    path = tmp_path / "nul.txt"
    path.write_bytes(FIRST.encode().replace(b"drawer,", b"drawer\x00,"))
    result = rashomon("read", path)
    assert result.code == 0
    assert "drawer\x00," in json.loads(result.out)["text"]
    assert len(result.err_lines) == 1
    assert result.err.startswith(f"warning: {path}: ")
    page = rashomon("compare", "-f", "html", path)
    assert page.code == 0
    assert "\x00" not in page.out


@pytest.mark.parametrize(("words", "size"), [(["read"], 2 * MEGABYTE), (["statements"], MEGABYTE // 2)])
def test_one_very_long_line(rashomon: Runner, tmp_path: Path, words: list[str], size: int) -> None:
    path = tmp_path / "line.txt"
    sentence = "“The boat is old,” said Odile Marrack, the chair of the board. "
    path.write_text(sentence * (size // len(sentence)), encoding="utf-8")
    result = rashomon(*words, path)
    assert result.code == 0
    assert len(result.out) > size


def test_a_name_that_would_break_the_line(rashomon: Runner, tmp_path: Path) -> None:
    (tmp_path / "two\nlines\x1b[31m.txt").write_bytes(b"")
    result = rashomon("read", "two\nlines\x1b[31m.txt")
    assert result.code == 1
    one_fault(result, "two\\nlines\\x1b[31m.txt")


def test_a_name_that_is_not_text(rashomon: Runner, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text(FIRST, encoding="utf-8")
    result = rashomon("read", name)
    assert result.code == 0
    assert json.loads(result.out)["text"] == FIRST
    assert rashomon("compare", name, "-f", "html").code == 0
    assert rashomon("compare", name).code == 0


def test_lone_surrogates_from_json(rashomon: Runner, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"text": "“The boat \\ud800 is old,” said Odile Marrack."}\n', encoding="utf-8")
    for words in (
        ["read"],
        ["statements"],
        ["compare"],
        *(["compare", "-f", f] for f in ("json", "html", "text")),
    ):
        assert rashomon(*words, path).code == 0
