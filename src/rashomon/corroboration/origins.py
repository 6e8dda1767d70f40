"""At most how many independent origins stand behind a claim, and why no more.

The ways of its wordings are laid on each other (`originlaying`), after it is told of
each what stands behind it (`originbases`).  Roots of the graph are the origins: one
speaker is one however many heard him, one unnamed source through one outlet is one,
a text and its copies are one, whoever cites leans on whom he cites.  What a person
ruled comes last and holds.

"At most", since two reporters with nothing behind them may have asked one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.corroboration.originbases import bases_of
from rashomon.corroboration.origingraph import Read
from rashomon.corroboration.origingroups import groups_of
from rashomon.corroboration.originindex import OriginIndex
from rashomon.corroboration.originlaying import lay
from rashomon.corroboration.originrulings import ruled
from rashomon.corroboration.units import Unit
from rashomon.model import OriginRuling, Origins

__all__ = ["OriginIndex", "origins_of"]


def origins_of(units: Sequence[Unit], index: OriginIndex, rulings: Sequence[OriginRuling] = ()) -> Origins:
    """The origins of one claim.

    Args:
        units: the wordings of the claim, of all reports that say it.
        index: of their dossier.
        rulings: what a person decided; those that nothing here answers to change nothing.

    Returns:
        at least one group where there are units.  The same whatever order they are given in,
        but for the order of lists, which is that of the dossier.
    """
    ordered = sorted(units, key=lambda unit: (index.order[unit.article.id], unit.wording.spans))
    bases = bases_of(ordered, index.nodes, index.copying, index.credits)
    laid = lay(bases, index)
    read = laid.graph.read()
    found = Origins(
        groups=groups_of(read, laid, bases.kept, index),
        circles=tuple(_circles(read)),
        graph=read.drawn(index.nodes.labels),
    )
    return ruled(found, rulings, index.names, index.order)


def _circles(read: Read) -> Iterator[tuple[str, ...]]:
    """The keys of those who cite each other in a circle."""
    for circle in read.circles():
        yield tuple(sorted(place.key for place in circle))
