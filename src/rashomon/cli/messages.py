"""What is said on standard error: one line a fault or warning, a note on what was written.

Nothing here writes to standard output.  Control characters in file names and
excerpts are shown as escapes, so that a name can neither break a line in two
nor drive the terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import click

from rashomon.errors import InputError

__all__ = ["Messages", "one_line", "wants_color"]

STYLES = {"error": "red", "warning": "yellow"}


def one_line(text: str) -> str:
    r"""`text` with everything a terminal would obey written as an escape.

    >>> one_line("a\nb")
    'a\\nb'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _excerpt(text: str) -> str:
    """A line of input for showing above a caret: what does not print becomes one middle dot each."""
    return "".join(c if c.isprintable() else "·" for c in text)


class Messages:
    """Standard error, for one run of one command.

    Args:
        quiet: say nothing but errors.
        color: None to decide by the terminal and ``NO_COLOR``.
    """

    def __init__(self, *, quiet: bool = False, color: bool | None = None) -> None:
        self.quiet = quiet
        self.color = wants_color(sys.stderr) if color is None else color
        self.faults = 0

    def fault(self, fault: InputError) -> None:
        """Name a fault, with a caret under its place if it has one, and count it."""
        self.faults += 1
        self._line("error", fault.line())
        if snippet := fault.snippet():
            excerpt, caret = snippet.rsplit("\n", 1)
            self._write(f"  {_excerpt(excerpt)}\n  {caret}\n")

    def error(self, text: str, listed: Iterable[str] = ()) -> None:
        """Name a failure that is no single input's fault, and count it; what it speaks of is listed below."""
        self.faults += 1
        self._line("error", text)
        for line in listed:
            self._write(f"  {one_line(line)}\n")

    def warning(self, text: str) -> None:
        """Say something that the user should know, and that stopped nothing."""
        if not self.quiet:
            self._line("warning", text)

    def note(self, text: str) -> None:
        """Say what was done."""
        if not self.quiet:
            self._write(one_line(text) + "\n")

    @property
    def exit_code(self) -> int:
        """1 if any fault was named, else 0."""
        return 1 if self.faults else 0

    def _line(self, label: str, text: str) -> None:
        told = click.style(f"{label}:", fg=STYLES[label], bold=True) if self.color else f"{label}:"
        self._write(f"{told} {one_line(text)}\n")

    def _write(self, text: str) -> None:
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()


def wants_color(stream: object) -> bool:
    """Whether colours belong on `stream`: a terminal that is not dumb, and no ``NO_COLOR``."""
    isatty = getattr(stream, "isatty", None)
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(isatty and isatty())
