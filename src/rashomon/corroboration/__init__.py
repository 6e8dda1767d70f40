"""What stands behind a claim: agreement, disagreement, silence, and independent origins."""

from rashomon.corroboration.corroborate import Corroboration, corroborate
from rashomon.corroboration.originrulings import rulings_followed

__all__ = ["Corroboration", "corroborate", "rulings_followed"]
