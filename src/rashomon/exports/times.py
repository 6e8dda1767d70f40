"""Times in the order in which they are shown: by what their values stand for, not by how they are written."""

from __future__ import annotations

import re
from datetime import datetime

from rashomon.language.edtf import bounds
from rashomon.model import Moment

__all__ = ["bounds_of", "when"]


def bounds_of(value: str | None) -> tuple[datetime, datetime] | None:
    """What a value stands for, its qualifiers aside; None where it cannot be drawn."""
    if not value:
        return None
    try:
        first, last = bounds(re.sub("[?~%]", "", value))
    except ValueError:
        return None
    return None if first == datetime.min and last == datetime.max else (first, last)


def when(moment: Moment) -> tuple[bool, datetime, datetime, str]:
    """A key to sort by: the first instant that is meant, longer before shorter; what has no value last."""
    known = bounds_of(moment.value)
    if known is None:
        return True, datetime.max, datetime.min, moment.value or "~"
    return False, known[0], datetime.max - (known[1] - known[0]), moment.value or ""
