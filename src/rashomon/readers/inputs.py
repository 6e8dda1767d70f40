"""INPUT words to streams: files, folders, addresses and standard input, one open at a time."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import EmptyInput, InputError, MissingInput
from rashomon.model import Policy
from rashomon.readers.fetch import fetch

__all__ = ["Opened", "open_inputs"]

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_ABOUT_THE_FOLDER = re.compile(r"(?:readme|licen[cs]e|copying|changelog)(?:\.\w+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open input: what faults call it, its bytes, and how many there are, if known."""

    name: str
    stream: BinaryIO
    size: int | None = None


def open_inputs(words: Sequence[str], *, policy: Policy, stdin: BinaryIO) -> Iterator[Opened | InputError]:
    """The streams behind the words, in order; what cannot be opened is a fault in its place.

    A stream is closed when the next one is asked for.  A folder stands for all
    files beneath it, sorted, without hidden ones and without those that speak
    of the folder itself (README, LICENSE and the like).
    """
    for word in words:
        if word == "-":
            yield Opened(name="-", stream=stdin)
        elif _ADDRESS.match(word):
            yield from _page(word, policy)
        else:
            yield from _path(word)


def _page(url: str, policy: Policy) -> Iterator[Opened | InputError]:
    body = fetch(url, policy)
    if isinstance(body, InputError):
        yield body
        return
    with body:
        yield Opened(name=url, stream=body)


def _path(word: str) -> Iterator[Opened | InputError]:
    try:
        path = Path(word)
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:  # a NUL byte or too long a name
        yield _unreadable(word, error)
        return
    if not is_folder:
        yield from _file(word)
        return
    found = False
    for item in _beneath(word):
        found = True
        if isinstance(item, InputError):
            yield item
        else:
            yield from _file(item)
    if not found:
        yield EmptyInput(word, "holds no article", advice="a folder is read with all files beneath it")


def _beneath(folder: str) -> Iterator[str | InputError]:
    """The files beneath the folder, sorted; links to folders are not followed."""
    faults: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = str(Path(here) / name)
            if not name.startswith(".") and not _ABOUT_THE_FOLDER.match(name) and _is_regular(path):
                yield path
    for fault in faults:
        yield _unreadable(str(fault.filename or folder), fault)


def _is_regular(path: str) -> bool:
    """Whether opening it cannot block: a file, or a link that leads nowhere (a fault in its turn)."""
    return Path(path).is_file() or not Path(path).exists()


def _file(name: str) -> Iterator[Opened | InputError]:
    try:
        stream = Path(name).open("rb")  # noqa: SIM115  closed below, after the fault is told
    except (OSError, ValueError) as error:
        yield _unreadable(name, error)
        return
    with stream:
        size = os.fstat(stream.fileno()).st_size
        yield Opened(name=name, stream=stream, size=size or None)


def _unreadable(name: str, error: OSError | ValueError) -> MissingInput:
    if isinstance(error, FileNotFoundError):
        return MissingInput(name, "there is no such file or folder")
    if isinstance(error, OSError) and error.strerror:
        return MissingInput(name, f"cannot be read: {error.strerror[0].lower()}{error.strerror[1:]}")
    return MissingInput(name, "cannot be read: not a path")
