"""How much work a call does, told without a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls(act: Callable[[], object]) -> int:
    """Calls of functions, Python's and C's, that `act` makes.

    The number is the same on every machine and under every load, which seconds are not.  What goes on
    within one call (a pattern that goes back and forth) is not seen: ``benchmarks/linear.py`` times that.
    """
    count = 0

    def seen(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count
