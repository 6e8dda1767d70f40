"""Progress on standard error: only on a terminal, and only for jobs that take more than a moment.

A step that runs for long says nothing itself, so a timer shows what is being done when the moment is over.
"""

from __future__ import annotations

import sys
import time
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.status import Status

__all__ = ["Progress"]

PATIENCE = 1.0  # seconds without a sign of life that a user takes for granted


class Progress:
    """One line that says what is being done, gone when the work is.

    >>> with Progress(wanted=False) as progress:
    ...     progress.step("attribution", 1, 2)
    """

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._since = time.monotonic()
        self._status: Status | None = None
        self._text = ""
        self._lock = Lock()  # the timer's thread and the caller's both draw
        self._timer: Timer | None = None

    def __enter__(self) -> Self:
        if self._wanted:
            self._timer = Timer(PATIENCE, self._wake)
            self._timer.daemon = True  # an interrupted run does not wait for it
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wanted = False
        self.clear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()  # nothing is drawn from here on

    def step(self, what: str, done: int, total: int) -> None:
        """Say that `done` of `total` parts of `what` are finished; a `total` of 0 means nobody knows."""
        count = f" {done}/{total}" if total else f" {done}" if done else ""
        with self._lock:
            self._text = what + count
            if time.monotonic() - self._since >= PATIENCE:
                self._show()

    def clear(self) -> None:
        """Take the line away until the next step, so that other lines can be written."""
        with self._lock:
            self._text = ""
            if self._status is not None:
                self._status.stop()
                self._status = None

    def _wake(self) -> None:
        """The moment is over: show the step that is still running, if one is."""
        with self._lock:
            self._show()

    def _show(self) -> None:
        if not (self._wanted and self._text):
            return
        if self._status is None:
            # rich takes longer to load than most runs take: only when there is something to show
            from rich.console import Console  # noqa: PLC0415

            self._status = Console(stderr=True).status(self._text)
            self._status.start()
        self._status.update(self._text)
