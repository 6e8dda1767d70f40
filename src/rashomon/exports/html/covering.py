"""What each report adds and leaves out, on the page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from rashomon.exports.display import shortened
from rashomon.exports.html.prose import shown
from rashomon.exports.standing import Standing

__all__ = ["Covered", "covered_views"]

OPEN, WORDS = 8, 140
"""Claims of a list that are told in words, and letters of each; the others are told by their numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Claims: those told in words, then those told by number; each with its link and number."""

    number: int
    told: tuple[tuple[str, int, Markup], ...]
    others: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One report: `adds` no other has, `leaves_out` others have."""

    siglum: str
    adds: Listed
    leaves_out: Listed


def covered_views(of: Standing) -> tuple[Covered, ...]:
    """A view for each report."""
    out = []
    for report in of.of.reports:
        one = of.coverage.get(report.article.id)
        adds, leaves_out = (one.adds, one.leaves_out) if one else ((), ())
        out.append(
            Covered(
                siglum=report.siglum,
                adds=_listed(adds, report.siglum, of, most=4 * OPEN),
                leaves_out=_listed(leaves_out, report.siglum, of, most=OPEN),
            )
        )
    return tuple(out)


def _listed(ids: tuple[str, ...], letter: str, of: Standing, most: int) -> Listed:
    links = [(f"#c{of.numbers[id_]}-{letter}", of.numbers[id_], of.claims[id_]) for id_ in ids]
    return Listed(
        number=len(links),
        told=tuple(
            (href, number, shown(shortened(of.words(of.head(claim)), WORDS)))
            for href, number, claim in links[:most]
        ),
        others=tuple((href, number) for href, number, _ in links[most:]),
    )
