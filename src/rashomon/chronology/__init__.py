"""When: expressions of time in the reports, each with its value, what it counts from, and the rule."""

from rashomon.chronology.resolve import resolve, resolve_span

__all__ = ["resolve", "resolve_span"]
