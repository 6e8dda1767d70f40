"""The variants of a table: one for each place that differs, and those of whole witnesses.

A place with more than two readings takes the gravest class that any of them
shows against the base.  Of whole witnesses: one stops early or starts late
(truncation), gives in one sentence what others quote apart (splice), gives in
one quotation what others give in two (split), or has words at another place
(reordering).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.collation.classes import CLASSES, Class, classify
from rashomon.collation.table import Place, Table
from rashomon.collation.units import Unit
from rashomon.collation.wholes import Starts, cuts, truncations
from rashomon.model import Column, Evidence, Severity, Variant, VariantKind

__all__ = ["variants_of"]

_GRAVITY = {Severity.TRIVIAL: 0, Severity.MINOR: 1, Severity.MAJOR: 2}
_REORDERED_FROM = 2


def variants_of(table: Table, number: int, starts: Starts) -> tuple[Variant, ...]:
    """All variants of the group of this number: of single places in order, then of whole witnesses."""
    moved = _moved(table)
    found = [
        _of_place(table, at, moved) for at, place in enumerate(table.places) if place.differs or at in moved
    ]
    found.extend(truncations(table, moved))
    found.extend(cuts(table, number, starts))
    return tuple(found)


def _of_place(table: Table, at: int, moved: frozenset[int]) -> Variant:
    place = table.places[at]
    if place.joining:
        return _variant(VariantKind.SPLICE, Severity.MAJOR, place.column, at, "joining_words")
    if at in moved:
        return _variant(VariantKind.REORDERING, Severity.MINOR, place.column, at, "words_elsewhere", 0.9)
    gravest = _gravest(table, place)
    return Variant(
        kind=gravest.kind,
        severity=gravest.severity,
        readings=place.column.readings,
        evidence=Evidence(score=gravest.score, reason=gravest.reason),
        column=at,
    )


def _variant(
    kind: VariantKind, severity: Severity, column: Column, at: int | None, reason: str, score: float = 1.0
) -> Variant:
    evidence = Evidence(score=score, reason=reason)
    return Variant(kind=kind, severity=severity, readings=column.readings, evidence=evidence, column=at)


def _gravest(table: Table, place: Place) -> Class:
    """The gravest class among the readings, each against the base's (or the fullest, if it is outside)."""
    base = table.base if table.base in place.inside else max(place.inside, key=lambda r: len(place.words[r]))
    others = {
        place.reading_of[row]: place.words[row]
        for row in sorted(place.inside)
        if place.reading_of[row] != place.reading_of[base]
    }
    classes = [classify(place.words[base], words) for words in others.values()]
    return max(classes, key=lambda found: (_GRAVITY[found.severity], CLASSES.index(found)))


def _moved(table: Table) -> frozenset[int]:
    """Pairs of places where one witness has the words that the base has at the other."""
    gone: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    come: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    for at, place in enumerate(table.places):
        if place.joining:
            continue
        base = place.words[table.base]
        for row in range(len(table.parts)):
            if base and not place.words[row]:
                gone[(row, _words(base))].append(at)
            elif place.words[row] and not base:
                come[(row, _words(place.words[row]))].append(at)
    both = [key for key in gone if key in come and len(key[1]) >= _REORDERED_FROM]
    return frozenset(at for key in both for at in (*gone[key], *come[key]))


def _words(units: Sequence[Unit]) -> tuple[str, ...]:
    return tuple(unit.key for unit in units)
