"""Who said what, through whom: from an article to its statements."""

from rashomon.attribution.attribute import attribute, passages
from rashomon.attribution.roster import roster
from rashomon.attribution.unnamed import differing, unnamed

__all__ = ["attribute", "differing", "passages", "roster", "unnamed"]
