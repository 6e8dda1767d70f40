"""Bytes to articles: the kind is told from the first bytes, then its reader takes over."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from rashomon.errors import InputError, MissingInput, UnknownKind
from rashomon.model import Article, Policy
from rashomon.ports import Reader
from rashomon.readers.html import HtmlReader
from rashomon.readers.inputs import Opened, open_inputs
from rashomon.readers.jsonl import JsonLinesReader
from rashomon.readers.kinds import HEAD_BYTES, unread_kind
from rashomon.readers.plain import PlainReader

__all__ = ["READERS", "read", "read_inputs"]

# In order of trial; plain text takes whatever is text and nothing else.
READERS: tuple[Reader, ...] = (JsonLinesReader(), HtmlReader(), PlainReader())


def read(stream: BinaryIO, *, name: str, policy: Policy) -> Iterator[Article | InputError]:
    """The articles in the stream; faults are yielded in their places.

    The kind is recognised from the first bytes, never from `name`, which is
    only what `Article.input` and the faults call the input.
    """
    try:
        head = _head(stream)
        reader = _reader_for(head, name)
        if isinstance(reader, InputError):
            yield reader
            return
        yield from reader.read(_Rewound(head, stream), name=name, policy=policy)
    except OSError as error:  # the stream itself broke off
        yield MissingInput(name, f"cannot be read: {(error.strerror or str(error)).lower()}")


def read_inputs(words: Sequence[str], *, policy: Policy, stdin: BinaryIO) -> Iterator[Article | InputError]:
    """The articles behind INPUT words, one input open at a time."""
    for opened in open_inputs(words, policy=policy, stdin=stdin):
        if isinstance(opened, Opened):
            yield from read(opened.stream, name=opened.name, policy=policy)
        else:
            yield opened


def _reader_for(head: bytes, name: str) -> Reader | InputError:
    unread = unread_kind(head)
    if unread:
        return UnknownKind(name, f"is {unread.name}, which cannot be read yet", advice=unread.advice)
    for reader in READERS:
        if reader.accepts(head):
            return reader
    return UnknownKind(name, "is not text", advice="give plain text, HTML or JSON Lines of articles")


def _head(stream: BinaryIO) -> bytes:
    """The first bytes, however few a pipe gives at a time."""
    parts: list[bytes] = []
    missing = HEAD_BYTES
    while missing > 0 and (part := stream.read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


class _Rewound(io.BufferedReader):
    """The stream from its beginning again, after its head was read; it need not be seekable."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__(_Joined(head, rest), buffer_size=HEAD_BYTES)


class _Joined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # noqa: UP037
        piece = self._head.read(len(buffer)) or self._rest.read(len(buffer)) or b""
        buffer[: len(piece)] = piece
        return len(piece)
