"""Which reports belong together, and which text was copied."""

from rashomon.grouping.copies import copies

__all__ = ["copies"]
