"""The thresholds of claims, conflicts, times and origins; a part of `Policy`."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["ClaimPolicy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPolicy:
    """Fields as those of `Policy`, each with its note."""

    number_rounding: float = field(
        default=0.05,
        metadata={"note": "share by which a bare figure with zeros at its end may differ from the finer one"},
    )
    number_decimal_rounding: float = field(
        default=0.25,
        metadata={"note": "the same where fewer digits are written: 2 million and 2.4 million"},
    )
    number_counted: float = field(
        default=100.0,
        metadata={"note": "below it people are counted one by one: 10 and 12 killed is no rounding"},
    )
    number_about: float = field(
        default=0.1,
        metadata={"note": "share that “about” reaches to, at the least"},
    )
    number_about_most: float = field(
        default=0.2,
        metadata={"note": "the same for figures with zeros at their end, at the most: “about 10” and 12"},
    )
