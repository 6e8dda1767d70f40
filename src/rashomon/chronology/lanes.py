"""Which lane a time belongs to: when something happened, or when a report that is cited came out.

A time is of the second kind where the clause that it dates says that a medium
reported or published: “the Gull first reported on Tuesday”.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from rashomon.model import Lane, Span, Statement

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
        self._relays = sorted(relays)

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
