"""Which lane a time belongs to: when something happened, or when a report that is cited came out.

A time is of the second kind where the clause that it dates says that a medium
reported or published: “the Gull first reported on Tuesday”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model import Lane, Span, Statement

__all__ = ["lane_of"]

_CAME_OUT = re.compile(
    r"\bfirst\s+(?:reported|published|broke|revealed|broadcast|aired)\b"
    r"|\bbroke\s+the\s+(?:story|news)\b|\b(?:was|were)\s+first\s+reported\b",
    re.IGNORECASE,
)
_BROUGHT = re.compile(r"\b(?:reported|published|broadcast|aired|wrote|carried|printed)\b", re.IGNORECASE)
_MANNERS = frozenset(
    "first_reported_by reported_by published_by broadcast_by carried_by cited quoted_by".split()
)


def lane_of(text: str, time: Span, clause: Span, statements: Sequence[Statement]) -> Lane:
    """The lane of a time by the clause that it dates."""
    if _CAME_OUT.search(text, clause.start, clause.end):
        return Lane.REPORTED
    if _BROUGHT.search(text, clause.start, clause.end) is None:
        return Lane.HAPPENED
    for statement in statements:
        for relay in statement.chain:
            if relay.manner in _MANNERS and clause.overlaps(relay.span):
                return Lane.REPORTED
    return Lane.HAPPENED
