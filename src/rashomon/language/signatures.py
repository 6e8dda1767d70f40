"""Signatures of embedded posts: “— Ada Holt (@adaholt) March 4, 2024”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import Span

__all__ = ["signatures"]

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_SIGNATURE = re.compile(
    r"(?:(?<=[\s.!?…”\"])|\A)[—–-]{1,2} ?(?P<name>[^\n—–()]{2,60}?) ?\(@\w{1,20}\)\s{0,3}"
    rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})"
)
_HANDLE = "(@"


def signatures(text: str, span: Span) -> Iterator[tuple[Span, Span]]:
    """Where posts are signed in a stretch of text: each signature, and the name in it.

    >>> line = "The weir is open! — Ada Holt (@adaholt) March 4, 2024"
    >>> [name.of(line) for _, name in signatures(line, Span(0, len(line)))]
    ['Ada Holt']
    """
    if text.find(_HANDLE, span.start, span.end) >= 0:
        for match in _SIGNATURE.finditer(text, span.start, span.end):
            yield Span(*match.span()), Span(*match.span("name"))
