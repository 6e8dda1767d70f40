"""What the gold of invented events tells about the units into which the program cuts their reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from evaluation.eventgold import Event, GoldConflict, GoldSide, read_event
from evaluation.eventtally import points

from rashomon.corroboration.likeness import Pair
from rashomon.corroboration.units import Unit
from rashomon.model import Relation

__all__ = ["LEARNT", "WEIGHED", "against", "events_in", "labels_of"]

LEARNT = Path(__file__).parent / "invented" / "events"
"""The events that the reader of pairs learns from, by author."""
WEIGHED = LEARNT.with_name("weighed")
"""Those, by other authors, that the mixes of what it says with what rules find are fitted to."""


def events_in(folder: Path) -> Iterator[Event]:
    """The events below a folder, by path.

    Raises:
        GoldNotFound, ValueError, OSError, InputError: as `evaluation.eventgold.read_event`.
    """
    for gold in sorted(folder.rglob("gold.json")):
        yield read_event(gold.parent)


MOST = 0.6
"""The part of a unit or of the gold's words that the two must share."""


def labels_of(event: Event, units: Sequence[Unit]) -> dict[Pair, bool]:
    """Of the pairs of two reports that the gold tells about: whether they are one claim."""
    held = [points(unit.wording.spans) for unit in units]
    names = [event.names[unit.article.id] for unit in units]
    has: list[set[str]] = [set() for _ in units]
    touches: list[set[str]] = [set() for _ in units]
    for claim, name, wanted in _wanted(event):
        near = [(len(held[at] & wanted), at) for at in range(len(units)) if names[at] == name]
        for shared, at in near:
            if shared:
                touches[at].add(claim)
            if shared >= MOST * len(wanted) or shared >= MOST * len(held[at]):
                has[at].add(claim)
        if near and max(near)[0]:
            has[max(near)[1]].add(claim)
    return {
        (one, other): bool(has[one] & has[other])
        for one, other in combinations(range(len(units)), 2)
        if names[one] != names[other]
        and (has[one] & has[other] or ((has[one] or has[other]) and not touches[one] & touches[other]))
    }


def _wanted(event: Event) -> Iterator[tuple[str, str, set[int]]]:
    for claim in event.claims:
        for name, position in claim.positions.items():
            for span in position.spans:
                yield claim.id, name, points((span,))


def against(event: Event, units: tuple[Unit, Unit]) -> list[GoldConflict]:
    """What the gold sets the two units against each other in, conflicts first."""
    found = [
        gold
        for gold in event.conflicts
        if any(
            first.party != second.party and _has(event, units[0], first) and _has(event, units[1], second)
            for first in gold.sides
            for second in gold.sides
        )
    ]
    return sorted(found, key=lambda gold: gold.relation is not Relation.CONFLICT)


def _has(event: Event, unit: Unit, side: GoldSide) -> bool:
    if event.names[unit.article.id] != side.report:
        return False
    return any(mine.overlaps(told) for mine in unit.wording.spans for told in side.spans)
