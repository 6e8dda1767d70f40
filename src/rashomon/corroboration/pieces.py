"""The quantities of a unit, read in its sentence, and back to spans of the article.

A clause is read together with its sentence: what a number counts may stand
outside ("With the fees, …", "of those hurt, 12 …").
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.corroboration.quantities import quantities
from rashomon.corroboration.quantity import Quantity
from rashomon.corroboration.units import Unit
from rashomon.model import Span, hull

__all__ = ["quantities_of", "span_of"]


def quantities_of(unit: Unit, *, bare: bool = False) -> tuple[Quantity, ...]:
    """The quantities whose numbers stand in the words of the unit; places are those in its sentence.

    Args:
        bare: as in `quantities`.
    """
    return _quantities(unit.article.text, unit.sentence, unit.wording.spans, bare)


@lru_cache(maxsize=8192)
def _quantities(text: str, sentence: Span, spans: tuple[Span, ...], bare: bool) -> tuple[Quantity, ...]:
    base = hull([sentence, *spans])
    found = quantities(base.of(text), bare=bare)
    return tuple(q for q in found if any(s.contains(_place(base, q.at, q.at + 1)) for s in spans))


def span_of(unit: Unit, quantity: Quantity) -> Span:
    """Where the article tells the quantity."""
    return _place(_base(unit), quantity.start, quantity.end)


def _base(unit: Unit) -> Span:
    """The text that is read: the sentence, and all of the wording."""
    return hull([unit.sentence, *unit.wording.spans])


def _place(base: Span, start: int, end: int) -> Span:
    return Span(base.start + start, base.start + end)
