"""The thresholds of claims, conflicts, times and origins; a part of `Policy`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ClaimPolicy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPolicy:
    """Fields as those of `Policy`, each with its note."""
