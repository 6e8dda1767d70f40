"""What each report adds and leaves out, on the page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from rashomon.exports.display import shortened
from rashomon.exports.html.matrix import FEW
from rashomon.exports.html.prose import shown
from rashomon.exports.standing import Standing

__all__ = ["Covered", "covered_views"]

OPEN, WORDS = 8, 140
"""Claims of a list that are told in words, and letters of each; the others are told by their numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Claims: those told in words, then those told by number; each with its link and number.

    `rest` more are only counted: of many reports each has claims of its own.
    """

    number: int
    rest: int
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
    many = len(of.of.reports) > FEW
    told = [id_ for id_ in ids if not many or _told(id_, letter, of)]
    links = [_href(id_, letter, of) for id_ in told]
    return Listed(
        number=len(ids),
        rest=len(ids) - len(told),
        told=tuple(
            (href, of.numbers[id_], shown(shortened(of.words(of.head(of.claims[id_])), WORDS)))
            for href, id_ in zip(links[:most], told, strict=False)
        ),
        others=tuple((href, of.numbers[id_]) for href, id_ in zip(links[most:], told[most:], strict=True)),
    )


def _told(claim: str, letter: str, of: Standing) -> bool:
    """Whether several reports have the claim, or this one."""
    return not of.lone(claim) or letter in of.sigla(of.having[claim])


def _href(claim: str, letter: str, of: Standing) -> str:
    """To what is told of this report; to the claim, where its row has no cells."""
    lone = of.lone(claim) and len(of.of.reports) > FEW
    return f"#{claim}" if lone else f"#c{of.numbers[claim]}-{letter}"
