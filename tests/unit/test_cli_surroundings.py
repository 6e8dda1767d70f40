"""What surrounds the commands: the last resort, and lines that stay lines."""

from __future__ import annotations

import io
import threading
import time

import click
import pytest

from rashomon import cli
from rashomon.cli import progress
from rashomon.cli.messages import Messages, one_line
from rashomon.errors import MalformedInput, Place, WeightsMissing


class _Broken:
    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault or ZeroDivisionError("a\nb")

    def main(self, *_: object, **__: object) -> int:
        raise self.fault


def test_half_an_installation_is_said_to_be_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        cli, "app", _Broken(WeightsMissing("pairs.onnx is not whole; install the package anew"))
    )
    assert cli.main([]) == 70
    told = capsys.readouterr().err
    assert told.startswith("error: pairs.onnx is not whole; install the package anew; or use --tagger rules")


def test_our_own_fault_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("RASHOMON_DEBUG", raising=False)
    monkeypatch.setattr(cli, "app", _Broken())
    assert cli.main([]) == 70
    told = capsys.readouterr().err
    assert told.startswith("internal error: ZeroDivisionError: a\\nb; please report it")
    assert told.count("\n") == 1


def test_debugging_shows_the_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RASHOMON_DEBUG", "1")
    monkeypatch.setattr(cli, "app", _Broken())
    assert cli.main([]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_an_aborted_prompt_is_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    class Aborted:
        def main(self, *_: object, **__: object) -> int:
            raise click.Abort

    monkeypatch.setattr(cli, "app", Aborted())
    assert cli.main([]) == 130


def test_no_name_can_break_a_line_or_drive_the_terminal() -> None:
    assert one_line("a\r\n\x1b[2J\u202eb\u2028") == "a\\r\\n\\x1b[2J\\u202eb\\u2028"


def test_a_placed_fault_has_its_caret_under_the_place(capsys: pytest.CaptureFixture[str]) -> None:
    messages = Messages(color=False)
    place = Place(line=3, column=2, excerpt="{\x1b}", caret=1)
    messages.fault(MalformedInput("a.jsonl", "is not JSON", place=place))
    assert capsys.readouterr().err == "error: a.jsonl:3:2: is not JSON\n  {·}\n   ^\n"
    assert messages.exit_code == 1


def test_quiet_silences_all_but_errors(capsys: pytest.CaptureFixture[str]) -> None:
    messages = Messages(quiet=True, color=True)
    messages.warning("unheard")
    messages.note("unheard")
    assert capsys.readouterr().err == ""
    assert messages.exit_code == 0
    messages.error("heard")
    assert "heard" in capsys.readouterr().err
    assert messages.exit_code == 1


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("patience", [0.0, 60.0])
@pytest.mark.parametrize("stream", [_Terminal, io.StringIO])
@pytest.mark.parametrize("wanted", [True, False])
def test_progress_is_shown_on_a_terminal_to_those_who_wait(
    monkeypatch: pytest.MonkeyPatch, patience: float, stream: type[io.StringIO], wanted: bool
) -> None:
    shown = stream()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with progress.Progress(wanted=wanted) as line:
        line.step("reading", 3, 0)
        line.step("attribution", 1, 2)
    told = "attribution 1/2" in shown.getvalue()
    assert told == (wanted and stream is _Terminal and patience == 0.0)
    assert bool(shown.getvalue()) == told


def _shown_while_running(shown: io.StringIO, words: str) -> bool:
    """Whether the words come up within seconds, though nothing further is said."""
    until = time.monotonic() + 10
    while words not in shown.getvalue() and time.monotonic() < until:
        time.sleep(0.01)
    return words in shown.getvalue()


def _terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Standard error as a terminal; set in the test's own body, as pytest puts its own there before it."""
    shown = _Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", 0.05)
    return shown


def test_a_step_that_runs_for_long_is_shown_while_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    with progress.Progress(wanted=True) as line:
        line.step("corroboration", 0, 1)
        assert terminal.getvalue() == ""
        assert _shown_while_running(terminal, "corroboration 0/1")
    assert not any(isinstance(thread, threading.Timer) for thread in threading.enumerate())
    told = terminal.getvalue()
    line.step("late", 1, 1)
    time.sleep(0.2)
    assert terminal.getvalue() == told


def test_nothing_is_shown_where_the_line_was_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    with progress.Progress(wanted=True) as line:
        line.step("reading", 1, 0)
        line.clear()
        time.sleep(0.2)
        assert terminal.getvalue() == ""
        line.step("reading", 2, 0)
        assert _shown_while_running(terminal, "reading 2")


def test_a_number_of_nothing_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    with progress.Progress(wanted=True) as line:
        line.step("writing html", 0, 0)
        assert _shown_while_running(terminal, "writing html")
    assert "html 0" not in terminal.getvalue()


def test_a_short_job_leaves_no_timer_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    with progress.Progress(wanted=True) as line:
        line.step("collation", 0, 1)
    assert not any(isinstance(thread, threading.Timer) for thread in threading.enumerate())
    time.sleep(0.2)
    assert terminal.getvalue() == ""
