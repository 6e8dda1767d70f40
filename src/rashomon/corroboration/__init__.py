"""What stands behind a claim: agreement, disagreement, silence, and independent origins."""

from rashomon.corroboration.corroborate import Corroboration, corroborate

__all__ = ["Corroboration", "corroborate"]
