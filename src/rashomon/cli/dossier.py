"""The DOSSIER that a command is given: a file, or ``-`` for standard input."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from rashomon.cli.options import Setup
from rashomon.cli.stream import standard_input
from rashomon.errors import MissingInput, TooLarge

__all__ = ["STDIN", "dossier_bytes"]

STDIN = "-"


def dossier_bytes(word: str, ready: Setup) -> bytes:
    """What stands there.

    However much it is, unless the user set a limit: the dossier of a story is many times its reports, and
    what we wrote we must be able to read.

    Raises:
        MissingInput: if it cannot be read.
        TooLarge: if it is over the limit that the user set.
    """
    try:
        if word == STDIN:
            stream = standard_input()
            return b"" if stream is None else _within(stream, word, ready.limit)
        with Path(word).open("rb") as file:
            return _within(file, word, ready.limit)
    except (OSError, ValueError) as fault:
        told = getattr(fault, "strerror", None) or str(fault)
        raise MissingInput(word, f"cannot be read ({told})") from fault


def _within(stream: BinaryIO, word: str, limit: int | None) -> bytes:
    if limit is None:
        return stream.read()
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(word, f"is over the limit of {limit:,} bytes", advice="raise it with --max-bytes")
    return data
