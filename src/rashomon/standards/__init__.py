"""Differences held against house styles: which rule speaks of them, and what it says."""

from rashomon.standards.hold import hold

__all__ = ["hold"]
