"""Numbers of two units that tell of one thing in unlike words, side by side.

Numbers that both units have are left out, and so are pairs of which the words tell that they are of
two things: a part and the whole, what somebody has and what some of that did, another year.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from rashomon.corroboration.acts import of_another, of_another_year
from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.countwords import CHANGING
from rashomon.corroboration.differences import Piece
from rashomon.corroboration.laterness import later_report, tells_new_figure
from rashomon.corroboration.pieces import quantities_of, span_of
from rashomon.corroboration.quantity import Quantity
from rashomon.corroboration.ranges import Sort, relate
from rashomon.corroboration.units import Unit
from rashomon.corroboration.whose import of_two_persons
from rashomon.model import ConflictKind, Policy, Relation

__all__ = ["numbers"]

_MOST = 6  # values of one kind in a unit that are looked at; more are a table
_LEAST_RATIO = 1e-3


def numbers(first: Unit, second: Unit, policy: Policy, *, bare: bool = False) -> Iterator[Contrast]:
    """Each number of one beside each of its sort in the other, but for those that both tell.

    Args:
        bare: numerals of which nothing tells what they count are looked at as well, and nobody asks whether
            the units tell of two events: for those of whom somebody else says that they do not.
    """
    ours, theirs = (quantities_of(unit, bare=bare)[:_MOST] for unit in (first, second))
    related = [(a, b, _related(a, b, policy)) for a in ours for b in theirs if _one_sort(a, b)]
    spent = {id(quantity) for a, b, relation in related if relation is None for quantity in (a, b)}
    alone = len(ours) == 1 and len(theirs) == 1
    apart = not bare and (of_another(first, second) or of_another_year(first, second))
    apart = apart or of_two_persons(first, second)
    for one, other, relation in related:
        if relation is None or id(one) in spent or id(other) in spent:
            continue
        if relation is Relation.CONFLICT and (apart or _of_a_part(one, other)):
            continue
        if one.fate != other.fate and (_is_whole(first, one) != _is_whole(second, other)):
            continue
        later = _later(first, second, running=_runs(one, other))
        if relation is not Relation.CONFLICT and not _outgrown(one, other, turned=later == first.article.id):
            later = None
        yield Contrast(
            kind=ConflictKind.NUMBER,
            relation=Relation.UPDATE if later else relation,
            first=Piece(spans=(span_of(first, one),), value=_value(one)),
            second=Piece(spans=(span_of(second, other),), value=_value(other)),
            features=_of_numbers(one, other)
            | {"alone": float(alone), "finer": float(relation is Relation.REFINEMENT)},
            later=later,
        )


def _related(one: Quantity, other: Quantity, policy: Policy) -> Relation | None:
    if one.second is None or other.second is None:
        return relate(one.value, other.value, policy)
    results = [{quantity.value.told, quantity.second} for quantity in (one, other)]
    return None if results[0] == results[1] else Relation.CONFLICT


def _one_sort(one: Quantity, other: Quantity) -> bool:
    if one.of_another(other):
        return False
    return one.what is other.what and one.dimension == other.dimension and not (one.old or other.old)


def _runs(one: Quantity, other: Quantity) -> bool:
    """Whether the count is of the kind that changes while news runs, or the words tell that it changed."""
    return bool({one.fate, other.fate} & CHANGING) or one.changed != other.changed


def _outgrown(one: Quantity, other: Quantity, *, turned: bool) -> bool:
    """Whether the later value lies above the bound that the earlier report told: "at least nine", "11"."""
    early, late = (other.value, one.value) if turned else (one.value, other.value)
    told = late.sort in {Sort.BOUND, Sort.EXACT}
    return told and early.sort is Sort.BOUND and early.most > late.told > early.told


def _value(quantity: Quantity) -> str | None:
    return None if quantity.value.sort is Sort.VAGUE else quantity.label


def _is_whole(unit: Unit, quantity: Quantity) -> bool:
    """Whether it is what somebody has, of which any may have done something: "the works has 511 men"."""
    start = span_of(unit, quantity).start
    return _HAVING.search(unit.article.text[max(0, start - _HAVING_BACK) : start]) is not None


_HAVING_BACK = 24
_HAVING = re.compile(
    r"\b(?:has|have|had|having|employs?|employed|counts|houses?|owns?|owned|boasts|with|numbers|comprises)"
    r"(?: (?:about|some|around|nearly|almost|over|only|just))?\s*$",
    re.IGNORECASE,
)


def _of_a_part(one: Quantity, other: Quantity) -> bool:
    """Whether the words tell that one is of a part, of or in each of another time, or with something more."""
    frames = bool(one.frame and other.frame) and one.frame != other.frame
    frames = frames or one.spread != other.spread or bool(one.rate and other.rate and one.rate != other.rate)
    return frames or one.more != other.more or one.basis != other.basis or min(one.overall, other.overall) < 0


def _of_numbers(one: Quantity, other: Quantity) -> dict[str, float]:
    low, high = sorted((abs(one.value.told), abs(other.value.told)))
    return {
        "ratio": low / high if high else 1.0,
        "log_ratio": math.log(max(low / high, _LEAST_RATIO)) if high else 0.0,
        "same_fate": float(bool(one.fate) and one.fate == other.fate),
        "aspect": float(bool(one.aspect) and one.aspect == other.aspect),
        "one": float(low == 1.0),
    }


def _later(first: Unit, second: Unit, *, running: bool) -> str | None:
    """The id of the later report, where both say when they came out and its figure may be the newer one."""
    found = later_report(first.article, second.article)
    if found is None or not (running or tells_new_figure(first if found is first.article else second)):
        return None
    return found.id
