"""Who is one and the same in several reports, and who is not."""

from rashomon.reconciliation.reconcile import Reconciled, reconcile

__all__ = ["Reconciled", "reconcile"]
