"""What takes a while to open: on first use, or by a thread that began before."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from typing import Generic, TypeVar

from rashomon.errors import RashomonError

__all__ = ["Later"]

_T = TypeVar("_T")


class Later(Generic[_T]):
    """Made once, whoever asks first.

    Args:
        make: makes it; what it raises is raised again for each who asks.
    """

    def __init__(self, make: Callable[[], _T]) -> None:
        self._make = make
        self._made: list[_T] = []
        self._lock = Lock()

    def begin(self) -> None:
        """Make it in a thread of its own, while the caller does something else."""
        if not self._made:
            Thread(target=self._quietly, name="loading").start()

    def get(self) -> _T:
        """It; waits where a thread is about to have it."""
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]

    def _quietly(self) -> None:
        with suppress(RashomonError):  # whoever asks for it is told
            self.get()
