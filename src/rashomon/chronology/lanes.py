"""Which lane a time belongs to: when something happened, or when a report that is cited came out.

A time is of the second kind where the clause that it dates says that a medium
reported or published: “the Gull first reported on Tuesday”.  What is a medium is told
by the chains of the statements, or by a source whose words name one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from rashomon.language.transmission import MEDIA, MEDIA_PLURALS, TITLE_LAST, WIRES
from rashomon.model import Lane, SourceKind, Span, Statement

__all__ = ["Lanes"]

_CAME_OUT = re.compile(
    r"\bfirst\s+(?:reported|published|broke|revealed|broadcast|aired)\b"
    r"|\b(?:story|article|report|post|page)\s+(?:was|has\s+been)\s+(?:last\s+)?(?:updated|published|corrected)\b"
    r"|\bbroke\s+the\s+(?:story|news)\b|\b(?:was|were)\s+first\s+reported\b",
    re.IGNORECASE,
)
_BROUGHT = re.compile(r"\b(?:reported|published|broadcast|aired|wrote|carried|printed)\b", re.IGNORECASE)
_MANNERS = frozenset(
    "first_reported_by reported_by published_by broadcast_by carried_by cited quoted_by".split()
)


class Lanes:
    """The lanes of one article's times; `statements` tell which media it cites."""

    def __init__(self, text: str, statements: Sequence[Statement]) -> None:
        self._text = text
        relays = {relay.span for s in statements for relay in s.chain if relay.manner in _MANNERS}
        named = {s.source.span for s in statements if s.source and s.source.span and _of_body(s)}
        self._relays = sorted(relays | {span for span in named if _names_medium(span.of(text))})

    def of(self, clause: Span) -> Lane:
        """The lane of a time by the clause that it dates."""
        if _CAME_OUT.search(self._text, clause.start, clause.end):
            return Lane.REPORTED
        if _BROUGHT.search(self._text, clause.start, clause.end) and self._cites(clause):
            return Lane.REPORTED
        return Lane.HAPPENED

    def _cites(self, clause: Span) -> bool:
        at = bisect_left(self._relays, clause.start, key=lambda span: span.start)
        return at < len(self._relays) and self._relays[at].end <= clause.end


def _of_body(statement: Statement) -> bool:
    kind = statement.source.source.kind if statement.source is not None else None
    return kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT)


def _names_medium(words: str) -> bool:
    """Whether a noun for a medium, or the last word of a title, stands among them."""
    found = [word.strip("’'.,").removesuffix("’s").removesuffix("'s") for word in words.split()]
    return any(
        word.lower() in MEDIA | MEDIA_PLURALS | WIRES or (word[:1].isupper() and word.lower() in TITLE_LAST)
        for word in found
    )
