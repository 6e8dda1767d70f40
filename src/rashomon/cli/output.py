"""Where a result goes: standard output, flushed record by record, or a file, whole or not at all.

A file is written beside its name and moved into place at the end, so that a
run that fails leaves what stood there before.  That the place can be written
is found out before any work is done.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol

from rashomon.errors import UsageError

__all__ = ["ReaderGone", "Sink", "is_same_file", "open_output", "refuse_input_as_output"]

STDOUT = "-"


class ReaderGone(Exception):
    """Whoever read our output has gone; not a `BrokenPipeError`, which click would take for its own."""


class Sink(Protocol):
    """Takes bytes, one finished record at a time."""

    def write(self, data: bytes) -> None:
        """Write `data` and hand it on at once.

        Raises:
            UsageError: if it cannot be written (a full disk, say).
            ReaderGone: if nobody reads it any more.
        """
        ...


class _Stream:
    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name

    def write(self, data: bytes) -> None:
        try:
            self._stream.write(data)
            self._stream.flush()
        except BrokenPipeError:
            raise ReaderGone from None
        except OSError as fault:
            raise _unwritable(self._name, fault) from fault


@contextmanager
def open_output(path: str | None) -> Iterator[Sink]:
    """A sink for `path`; None and ``-`` mean standard output.

    Raises:
        UsageError: if the place cannot be written.
    """
    if path is None or path == STDOUT:
        yield _Stream(_binary_stdout(), "standard output")
    elif _is_special(path):
        with _open(path) as stream:
            yield _Stream(stream, path)
    else:
        with _replacing(Path(path)) as sink:
            yield sink


def refuse_input_as_output(path: str | None, words: Sequence[str]) -> None:
    """Keep a slip of the keyboard from overwriting a report.

    Raises:
        UsageError: if `path` is one of the inputs.
    """
    for word in words:
        if path is not None and not _is_special(path) and is_same_file(path, word):
            raise UsageError(f"{path}: is an input; choose another name for the output")


def is_same_file(path: str, other: str) -> bool:
    """Whether both names lead to one existing file."""
    with suppress(OSError, ValueError):
        return os.path.samefile(path, other)  # noqa: PTH121 - `other` need not be a path at all
    return False


@contextmanager
def _replacing(path: Path) -> Iterator[Sink]:
    try:
        target = Path(os.path.realpath(path))  # a link stays a link
        handle, draft = _draft_for(target)
    except OSError as fault:
        raise _unwritable(str(path), fault) from fault
    try:
        with os.fdopen(handle, "wb") as stream:
            yield _Stream(stream, str(path))
        _move(Path(draft), target)
    finally:
        Path(draft).unlink(missing_ok=True)


def _draft_for(target: Path) -> tuple[int, str]:
    """An open file beside `target`, hidden, so that no reader of the folder takes it up."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder; name a file for the output")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected")
    return tempfile.mkstemp(dir=target.parent, prefix=".rashomon-", suffix=".part")


def _move(draft: Path, target: Path) -> None:
    """Put the finished draft in place, with the permissions a new file would have had."""
    umask = os.umask(0)
    os.umask(umask)
    try:
        draft.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~umask)
        draft.replace(target)
    except OSError as fault:
        raise _unwritable(str(target), fault) from fault


def _is_special(path: str) -> bool:
    """Whether `path` is there but is no ordinary file or folder: a device, a pipe."""
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _open(path: str) -> BinaryIO:
    try:
        return Path(path).open("wb", buffering=0)
    except OSError as fault:
        raise _unwritable(path, fault) from fault


def _binary_stdout() -> BinaryIO:
    if sys.stdout is None:
        raise UsageError("standard output is closed")
    return sys.stdout.buffer


def _unwritable(name: str, fault: OSError) -> UsageError:
    return UsageError(f"{name}: cannot be written ({fault.strerror or fault})")
