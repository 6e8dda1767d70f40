"""Who said what: from an article to its statements."""

from rashomon.attribution.attribute import attribute, passages

__all__ = ["attribute", "passages"]
