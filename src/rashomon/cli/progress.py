"""Progress on standard error: only on a terminal, and only for jobs that take more than a moment."""

from __future__ import annotations

import sys
import time
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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def step(self, what: str, done: int, total: int) -> None:
        """Say that `done` of `total` parts of `what` are finished; a `total` of 0 means nobody knows."""
        if self._wanted and time.monotonic() - self._since >= PATIENCE:
            self._show(f"{what} {done}/{total}" if total else f"{what} {done}")

    def clear(self) -> None:
        """Take the line away, so that other lines can be written."""
        if self._status is not None:
            self._status.stop()
            self._status = None

    def _show(self, text: str) -> None:
        if self._status is None:
            # rich takes longer to load than most runs take: only when there is something to show
            from rich.console import Console  # noqa: PLC0415

            self._status = Console(stderr=True).status(text)
            self._status.start()
        self._status.update(text)
