"""What may stand against what in two units that tell of one thing in unlike words.

The comparers ask for words that both units have.  Reporters write in their own words, and the
unit of another report that is nearest in meaning mostly tells of the same thing.  So each
value of one unit (a number, a time, a reason, a denial) is put beside the value of
its kind in the other, with what speaks for and against the two being values of one thing.  How
much of that is enough `contrastmix` weighs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.contrastdates import dates
from rashomon.corroboration.contrastdenials import contrary_told, denials, steps
from rashomon.corroboration.contrastnumbers import numbers
from rashomon.corroboration.contrastplaces import places
from rashomon.corroboration.contrastreasons import reasons
from rashomon.corroboration.units import Unit
from rashomon.model import Policy

__all__ = ["Contrast", "contrasts"]


def contrasts(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    """All contrasts of two units of two reports."""
    for read in _READERS:
        yield from read(first, second, policy)


_READERS: Sequence[Callable[[Unit, Unit, Policy], Iterator[Contrast]]] = (
    numbers,
    dates,
    reasons,
    places,
    denials,
    contrary_told,
    steps,
)
