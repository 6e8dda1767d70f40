"""The contract of the commands: what goes where, in which form, with which exit code."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from tests.builders.command import COMMAND, LIMIT, Runner, environment
from tests.functional.conftest import FIRST, ROOT

import rashomon as package
from rashomon.cli.app import COMMANDS

ARTICLE = [
    "id",
    "input",
    "publisher",
    "headline",
    "byline",
    "published",
    "language",
    "text",
    "blocks",
    "warnings",
]
STATEMENT = [
    *("id", "article", "input", "mode", "content", "cue", "source"),
    *("occasion", "chain", "parent", "evidence"),
]
DOSSIER = [
    *("articles", "statements", "sources", "utterances", "claims"),
    *(
        "conflicts",
        "timeline",
        "audit",
        "figures",
        "links",
        "rulings",
        "transmission",
        "house_styles",
        "memo",
        "coverage",
        "copies",
        "suspected",
        "origin_rulings",
        "engine",
    ),
]
ESCAPE = "\x1b["


def test_read_prints_an_article_a_line(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    result = rashomon("read", *reports)
    assert result.code == 0
    assert result.err == ""
    articles = [json.loads(line) for line in result.out_lines]
    assert [a["input"] for a in articles] == [str(r) for r in reports]
    for article in articles:
        assert set(ARTICLE) <= set(article)
        assert {"kind", "start", "end"} <= set(article["blocks"][0])
    assert articles[0]["text"] == FIRST
    assert articles[0]["headline"] == "Ferry to Orrin will stop in March"
    assert articles[0]["byline"] == ["Tamsin Okell"]


def test_offsets_are_offsets_into_the_file(rashomon: Runner, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(("﻿" + FIRST.replace("\n", "\r\n")).encode())
    article = json.loads(rashomon("read", path).out)
    assert article["text"] == FIRST.replace("\n", "\r\n")
    assert all(block["end"] <= len(article["text"]) for block in article["blocks"])


def test_clean_text_has_no_furniture_and_loses_nothing_else(rashomon: Runner, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(FIRST + "\nSign up for our newsletter\n", encoding="utf-8")
    clean = rashomon("read", "--format", "text", path).out
    assert clean.split() == FIRST.split()


def test_clean_texts_are_parted_by_a_form_feed(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    parts = rashomon("read", "--format", "text", *reports).out.split("\f\n")
    assert [p.splitlines()[0] for p in parts] == [
        "Ferry to Orrin will stop in March",
        "Islanders lose their boat",
    ]


def test_statements_are_a_line_each_with_their_words(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    texts = {a["id"]: a["text"] for a in map(json.loads, rashomon("read", *reports).out_lines)}
    result = rashomon("statements", *reports)
    assert result.code == 0
    found = [json.loads(line) for line in result.out_lines]
    assert all(set(STATEMENT) <= set(s) for s in found)
    for statement in found:
        text = texts[statement["article"]]
        assert statement["content_text"] == [text[a:b] for a, b in statement["content"]]
    spoken = {s["content_text"][0]: s["source"]["name"] for s in found if s["mode"] == "direct"}
    assert spoken["“We looked for money in every drawer, and the drawers were empty,”"] == "Odile Marrack"
    assert spoken["“We looked for money in all the drawers, and the drawers were empty,”"] == "Odile Marrack"


def test_statements_as_a_table_hold_speaker_and_words(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    result = rashomon("statements", "--format", "table", reports[0])
    assert result.code == 0
    assert "Odile Marrack" in result.out
    assert "Nobody on this island" in " ".join(result.out.split())
    assert ESCAPE not in result.out


def test_compare_writes_the_whole_dossier(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    result = rashomon("compare", "--format", "json", *reports)
    assert result.code == 0
    dossier = json.loads(result.out)
    assert list(dossier) == DOSSIER
    shared = [u for u in dossier["utterances"] if len(u["apparatus"]["witnesses"]) == 2]
    assert len(shared) == 1
    readings = [{r["text"] for r in v["readings"]} for v in shared[0]["apparatus"]["variants"]]
    assert any("every drawer" in " ".join(r) or "every" in r for r in readings)
    assert dossier["engine"]["version"] == package.__version__


def test_compare_prints_a_summary(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    result = rashomon("compare", *reports)
    assert result.code == 0
    assert "Odile Marrack" in result.out
    assert "first.txt" in result.out
    assert ESCAPE not in result.out
    assert result.err == ""


def test_compare_does_not_depend_on_the_run(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    runs = {rashomon("compare", "-f", "json", *reports, env={"PYTHONHASHSEED": s}).out for s in ("1", "2")}
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("name", "start"),
    [("report.html", "<!doctype html>"), ("REPORT.JSON", "{"), ("summary.txt", "2 reports")],
)
def test_the_ending_of_the_output_chooses_the_format(
    rashomon: Runner, reports: tuple[Path, Path], tmp_path: Path, name: str, start: str
) -> None:
    result = rashomon("compare", *reports, "-o", name)
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith(f"wrote {name} (2 reports, ")
    assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(start)


def test_a_named_format_wins_over_the_ending(
    rashomon: Runner, reports: tuple[Path, Path], tmp_path: Path
) -> None:
    assert rashomon("compare", *reports, "-o", "dossier.html", "--format", "json").code == 0
    assert json.loads((tmp_path / "dossier.html").read_text(encoding="utf-8"))


def test_html_may_go_to_standard_output(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    assert rashomon("compare", *reports, "--format", "html").out.lower().startswith("<!doctype html>")


def test_one_report_is_shown_with_a_warning(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    result = rashomon("compare", reports[0])
    assert result.code == 0
    assert "Odile Marrack" in result.out
    assert result.err_lines == [
        f"warning: {reports[0]}: is the only report; there is nothing to compare it with"
    ]


def test_one_text_twice_is_one_report(rashomon: Runner, reports: tuple[Path, Path], tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(reports[0].read_bytes())
    result = rashomon("compare", "-f", "json", *reports, copy)
    assert result.code == 0
    assert len(json.loads(result.out)["articles"]) == 2
    assert result.err_lines == [
        f"warning: {copy}: has the same text as {reports[0]}; the two count as one report"
    ]


def test_quiet_leaves_only_errors(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    result = rashomon("compare", "--quiet", reports[0], "missing.txt")
    assert result.code == 1
    assert len(result.err_lines) == 1
    assert result.err.startswith("error: missing.txt: ")


def test_a_language_that_the_rules_do_not_know(
    rashomon: Runner, reports: tuple[Path, Path], tmp_path: Path
) -> None:
    foreign = tmp_path / "fremd.txt"
    foreign.write_text(
        "Die Fähre nach Orrin wird im März eingestellt, teilte der Hafenrat am Dienstag mit. „Wir haben in "
        "allen Schubladen nach Geld gesucht, und die Schubladen waren leer“, sagte die Vorsitzende.\n",
        encoding="utf-8",
    )
    for words in (("statements",), ("compare", "-f", "json")):
        result = rashomon(*words, *reports, foreign)
        assert result.code == 1
        assert len(result.err_lines) == 1
        assert result.err.startswith(f"error: {foreign}: ")
        assert "'de'" in result.err
    assert len(json.loads(result.out)["articles"]) == 3


# --- verify


@pytest.fixture
def dossier(rashomon: Runner, reports: tuple[Path, Path], tmp_path: Path) -> Path:
    assert rashomon("compare", *reports, "-o", "dossier.json").code == 0
    return tmp_path / "dossier.json"


def test_verify_counts_what_holds(rashomon: Runner, dossier: Path, reports: tuple[Path, Path]) -> None:
    for words in ((dossier,), (dossier, *reports)):
        result = rashomon("verify", *words)
        assert (result.code, result.err) == (0, "")
        assert re.fullmatch(r"verified: 2 articles, [1-9]\d* spans\n", result.out)


def test_verify_lists_what_was_changed(rashomon: Runner, dossier: Path) -> None:
    changed = dossier.read_text(encoding="utf-8").replace(
        "the drawers were empty", "the drawers were filled", 1
    )
    dossier.write_text(changed, encoding="utf-8")
    result = rashomon("verify", dossier)
    assert result.code == 1
    assert any("articles[0]" in line for line in result.out_lines)


def test_verify_misses_a_report_that_changed(
    rashomon: Runner, dossier: Path, reports: tuple[Path, Path]
) -> None:
    reports[1].write_text("Islanders keep their boat after all, the board said.\n", encoding="utf-8")
    result = rashomon("verify", dossier, *reports)
    assert result.code == 1
    assert any(line.startswith("articles[1]") and "input" in line for line in result.out_lines)


def test_verify_says_in_a_line_that_a_text_is_missing(rashomon: Runner, dossier: Path) -> None:
    record = json.loads(dossier.read_text(encoding="utf-8"))
    del record["articles"][0]["text"]
    dossier.write_text(json.dumps(record), encoding="utf-8")
    result = rashomon("verify", dossier)
    assert (result.code, result.err) == (1, "")
    (line,) = result.out_lines
    assert line.startswith("articles[0]: shape: ")
    assert line.endswith("articles[0] has no 'text'")


@pytest.mark.parametrize("content", ["", "{", "[]", "[" * 100_000, '{"articles": 3}', "\udcff"])
def test_verify_of_something_else_is_no_crash(rashomon: Runner, tmp_path: Path, content: str) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    result = rashomon("verify", path)
    assert result.code == 1
    assert result.err.startswith(f"error: {path}") or result.out


# --- wrong usage


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["compare"], "Missing argument 'INPUT...'"),
        (["comprae", "first.txt"], "did you mean 'compare'?"),
        (["zzz"], "there are read, statements, compare, collate, explain, verify"),
        (["compare", "first.txt", "--fromat", "json"], "--format"),
        (["compare", "first.txt", "--format", "pdf"], "'json', 'text', 'html'"),
        (["compare", "first.txt", "-o", "report.pdf"], ".html"),
        (["compare", "first.txt", "-o", "no/such/folder/report.html"], "No such file or directory"),
        (["compare", "first.txt", "-o", ".", "--format", "html"], "is a folder"),
        (["compare", "first.txt", "second.txt", "-o", "first.txt"], "is an input"),
        (["read", "first.txt", "-o", "first.txt"], "is an input"),
        (["read", "first.txt", "--max-bytes", "lots"], "is no size"),
        (["read", "first.txt", "--max-bytes", "0"], "is no size"),
        (["verify"], "Missing argument 'DOSSIER.json'"),
    ],
)
def test_wrong_usage_is_one_line(
    rashomon: Runner, reports: tuple[Path, Path], words: list[str], told: str
) -> None:
    before = [r.read_bytes() for r in reports]
    result = rashomon(*words)
    assert result.code == 2
    assert result.out == ""
    assert len(result.err_lines) == 1
    assert result.err.startswith("error: ")
    assert told in result.err
    assert [r.read_bytes() for r in reports] == before


def test_without_a_command_the_help_is_shown_as_wrong_usage(rashomon: Runner) -> None:
    result = rashomon()
    assert (result.code, result.out) == (2, "")
    assert "Commands:" in result.err


@pytest.mark.parametrize("words", [["compare"], ["compare", "-f", "html"], ["read"], ["read", "--help"]])
def test_a_full_disk_is_one_line(rashomon: Runner, reports: tuple[Path, Path], words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        result = rashomon(*words, *reports, out=full.fileno())
    assert result.code == 2
    assert result.err_lines == ["error: standard output: cannot be written (No space left on device)"]


def test_a_failed_run_leaves_the_last_result(rashomon: Runner, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("kept")
    assert rashomon("compare", "missing.txt", "-o", "report.html").code == 1
    assert (tmp_path / "report.html").read_text() == "kept"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def test_a_linked_output_stays_a_link(rashomon: Runner, reports: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "report.json", tmp_path / "report.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    assert rashomon("compare", *reports, "-o", link).code == 0
    assert link.is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_report_written_into_its_own_folder_is_not_read_again(rashomon: Runner, tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    for _ in range(2):
        result = rashomon("compare", "story", "-o", "story/report.json")
        assert result.code == 0
        assert "wrote story/report.json (1 report, " in result.err


def test_a_bad_file_is_named_once_and_the_rest_delivered(
    rashomon: Runner, reports: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = rashomon("compare", reports[0], "empty.txt", reports[1], "-o", "report.html")
    assert result.code == 1
    assert [line for line in result.err_lines if "empty.txt" in line] == [result.err_lines[0]]
    assert (tmp_path / "report.html").exists()


# --- streams and signals


def test_a_reader_that_goes_away_ends_the_run_quietly(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(FIRST + f"\nPage {number}\n" + FIRST * 20, encoding="utf-8")
    with subprocess.Popen(
        [COMMAND, "read", tmp_path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert json.loads(run.stdout.readline())
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(LIMIT) == 141


def test_an_article_is_delivered_before_the_next_is_read(reports: tuple[Path, Path]) -> None:
    with subprocess.Popen(
        [COMMAND, "read", reports[0], "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        assert json.loads(run.stdout.readline())["input"] == str(reports[0])
        run.stdin.write(reports[1].read_bytes())
        run.stdin.close()
        assert json.loads(run.stdout.readline())["input"] == "-"
        assert run.wait(LIMIT) == 0


def test_ctrl_c_is_one_line(reports: tuple[Path, Path]) -> None:
    with subprocess.Popen(
        [COMMAND, "read", reports[0], "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert run.stdout.readline()
        time.sleep(0.2)
        run.send_signal(signal.SIGINT)
        assert run.stderr.read() == b"interrupted\n"
        assert run.wait(LIMIT) == 130


def on_a_terminal(*words: str | Path, env: dict[str, str] | None = None) -> str:
    """What the command shows on a terminal of 80 columns."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [COMMAND, *words],
        stdout=slave,
        stderr=slave,
        stdin=subprocess.DEVNULL,
        env=environment({"TERM": "xterm-256color", "COLUMNS": "80", **(env or {})}),
    ) as run:
        os.close(slave)
        shown = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # the terminal was hung up: the command has ended
                break
            if not piece:
                break
            shown += piece
        assert run.wait(LIMIT) == 0
    os.close(master)
    return shown.decode()


def test_colours_on_a_terminal_only_where_they_are_wanted(reports: tuple[Path, Path]) -> None:
    # quiet: a machine that is busy for a second shows a line of progress, which moves the cursor
    for words in (("compare", "--quiet"), ("statements", "--quiet", "--format", "table")):
        assert ESCAPE in on_a_terminal(*words, *reports)
        assert ESCAPE not in on_a_terminal(*words, "--no-color", *reports)
        assert ESCAPE not in on_a_terminal(*words, *reports, env={"NO_COLOR": "1"})


def test_the_summary_fits_the_terminal(reports: tuple[Path, Path]) -> None:
    shown = on_a_terminal("compare", "--quiet", "--no-color", *reports)
    assert max(len(line) for line in shown.splitlines()) <= 80


# --- help, names, start


def test_help_of_every_command_has_examples(rashomon: Runner) -> None:
    for words in ([], *([name] for name in COMMANDS)):
        result = rashomon(*words, "--help")
        assert (result.code, result.err) == (0, "")
        assert "Examples:" in result.out


@pytest.mark.usefixtures("examples")
def test_the_examples_in_the_help_work(rashomon: Runner, tmp_path: Path) -> None:
    texts = [rashomon(*words, "--help").out for words in ([], *([name] for name in COMMANDS))]
    lines = [line.strip() for text in texts for line in text.splitlines() if line.startswith("    rashomon ")]
    assert len(lines) >= 12
    for line in lines:
        words = [
            str(path)
            for word in shlex.split(line)[1:]
            for path in (sorted(tmp_path.glob(word)) if "*" in word else [word])
        ]
        result = rashomon(*words)
        assert result.code == 0, (line, result.err)
        assert "-o" in words or result.out


def test_version_is_that_of_the_project(rashomon: Runner) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert rashomon("--version").out == f"rashomon {project['version']}\n"
    assert package.__version__ == project["version"]


def test_python_m_is_the_same_command(reports: tuple[Path, Path]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rashomon", "read", reports[0]],
        capture_output=True,
        check=True,
        env=environment(),
    )
    assert json.loads(done.stdout)["text"] == FIRST


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        (["--help"], {"rashomon.wiring", "lxml", "rich", "jinja2", "trafilatura", "rapidfuzz"}),
        (
            ["compare", "first.txt", "second.txt", "-o", "d.json"],
            {"trafilatura", "py3langid", "rich", "jinja2"},
        ),
    ],
)
def test_what_is_not_needed_is_not_loaded(
    reports: tuple[Path, Path], tmp_path: Path, words: list[str], heavy: set[str]
) -> None:
    assert len(reports) == 2
    program = (
        "import sys; from rashomon.cli import main; main(sys.argv[1:]); "
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, check=True, text=True, cwd=tmp_path
    )
    assert heavy & set(done.stderr.split()) == set()
