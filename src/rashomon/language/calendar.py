"""The names of days and months, in their order, folded."""

from __future__ import annotations

__all__ = ["MONTHS", "WEEKDAYS"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""From Monday, as `datetime.date.weekday` counts."""

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
