"""Comparers that give the same, sides turned, the other way round.

A comparer is written for one order of its two units; `symmetrical` puts them in that
order and turns what was found.  So the reasons need not be written twice, and the law holds
by construction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.units import Unit
from rashomon.model import ConflictKind, Evidence, Relation, Span

__all__ = ["found", "is_endless", "symmetrical"]


_YEAR = re.compile(r"(?<![\d.,$£€-])(?:1[5-9]|20)\d\d(?![\d,.]\d|s\b|-)")


_LONGEST = 3000


def found(
    kind: ConflictKind,
    relation: Relation | None,
    pieces: tuple[Piece, Piece],
    reason: str,
    score: float,
    later: str | None = None,
) -> Difference:
    """A difference whose evidence rests on the first side's words."""
    first, second = pieces
    evidence = Evidence(score=score, reason=reason, spans=first.spans)
    return Difference(
        kind=kind, relation=relation, first=first, second=second, evidence=evidence, later=later
    )


def symmetrical(
    compare: Callable[[Unit, Unit], Iterable[Difference]],
) -> Callable[[Unit, Unit], tuple[Difference, ...]]:
    """The comparer, made to give the same with its sides turned when its units are."""

    def either_way(first: Unit, second: Unit) -> tuple[Difference, ...]:
        if is_endless(first) or is_endless(second) or _years_apart(first, second):
            return ()
        if _place(first) <= _place(second):
            return tuple(compare(first, second))
        return tuple(_turned(compare(second, first)))

    either_way.__name__ = compare.__name__.removeprefix("_")
    either_way.__doc__ = compare.__doc__
    return either_way


def is_endless(unit: Unit) -> bool:
    """Whether the unit is longer than any sentence: a page without marks, of which no event can be told."""
    return sum(map(len, unit.wording.spans)) > _LONGEST


def _years_apart(first: Unit, second: Unit) -> bool:
    """Whether only one of them tells of a year that is not that of its publication."""
    ours, theirs = _years(first), _years(second)
    return bool(ours or theirs) and not ours & theirs


def _years(unit: Unit) -> frozenset[str]:
    now = (unit.article.published or "")[:4]
    return frozenset(_YEAR.findall(unit.words)) - {now}


def _place(unit: Unit) -> tuple[str, tuple[Span, ...]]:
    return unit.article.id, unit.wording.spans


def _turned(differences: Iterable[Difference]) -> Iterator[Difference]:
    for one in differences:
        evidence = replace(one.evidence, spans=one.second.spans)
        yield replace(one, first=one.second, second=one.first, evidence=evidence)
