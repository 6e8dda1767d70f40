"""The protocols that parts plug in by.

A part is chosen from an explicit table in `wiring`; an unknown name raises.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol, runtime_checkable

from rashomon.errors import InputError
from rashomon.model import Article, Dossier, Policy

__all__ = ["Exporter", "Reader"]


@runtime_checkable
class Reader(Protocol):
    """Turns bytes of one kind into articles.

    Attributes:
        kind: the name of the kind ("plain", "html").
    """

    kind: str

    def accepts(self, head: bytes) -> bool:
        """Whether an input whose first bytes (up to 64 KiB) are these is of this kind."""
        ...

    def read(self, stream: BinaryIO, *, name: str, policy: Policy) -> Iterator[Article | InputError]:
        """The articles in the stream; a fault is yielded in its place and reading goes on.

        `name` is what `Article.input` and faults call the input.
        """
        ...


@runtime_checkable
class Exporter(Protocol):
    """Turns a dossier into bytes of one format.

    Attributes:
        format: its name on the command line ("html").
        suffixes: file name endings it is chosen by ("`.html`").
    """

    format: str
    suffixes: tuple[str, ...]

    def export(self, dossier: Dossier) -> bytes:
        """The dossier in this format; the same dossier gives the same bytes."""
        ...
