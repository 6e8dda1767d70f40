"""What told which of two texts was first: the fixed vocabulary of `Copy.evidence`."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["CopyRule"]


class CopyRule(StrEnum):
    """A reason, the surest first."""

    AGENCY_ITSELF = "agency_itself"
    """The other report stands on the page of the agency that this one credits."""
    CREDITED = "credited"
    """One report gives what it tells to the outlet of the other, and not the other way round."""
    AGENCY_TEXT = "agency_text"
    """One of the two credits an agency with its text, or is one; the other does not."""
    SAME_AGENCY = "same_agency"
    """Both credit one agency: neither was taken from the other."""
    EARLIER = "earlier"
    """The pages tell when they were published."""
    SHARED_WORDS = "shared_words"
    """Nothing tells the direction."""
