"""One claim of an invented report, and sentences by which other reports lean on it."""

from __future__ import annotations

from tests.builders.newsroom import page

from rashomon.model import Article

__all__ = ["OUTLETS", "C", "bare", "cited", "own"]

C = "the old dam gave way"
OUTLETS = ("The Ostmark Courier", "Velmar Gazette", "The Merid Examiner", "Corvian Radio")


def bare(outlet: str) -> str:
    """Its name without “The”."""
    return outlet.removeprefix("The ")


def cited(line: str, outlet: str) -> str:
    """A way of citing with the outlet's name and the claim put in."""
    return line.format(o=bare(outlet), c=C, C=C[0].upper() + C[1:])


def own(outlet: str) -> Article:
    """The outlet's own report of the claim."""
    return page(outlet, f"Forty houses in the lower town stood in water on Tuesday after {C} in the night.")
