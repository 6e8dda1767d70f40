"""The variants of a table: one for each place that differs, and those of whole witnesses.

Every reading of a place is classed against the base's by itself; the place
has the gravest of these classes.  Of whole witnesses: one stops early or
starts late (truncation), gives in one sentence what others quote apart
(splice), gives in one quotation what others give in two (split), or has words
at another place (reordering).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from rashomon.collation.altered import altered
from rashomon.collation.classes import CLASSES, WHOLES, Class, classify
from rashomon.collation.contrast import contrast
from rashomon.collation.joins import Extents, cuts, halves, joined_at, seams_of
from rashomon.collation.moves import Moved, moves
from rashomon.collation.table import Place, Table
from rashomon.collation.units import Unit, UnitKind
from rashomon.collation.wholes import truncations
from rashomon.model import Edit, Evidence, Variant, VariantKind

__all__ = ["variants_of"]

_RANK = {id(row): at for at, row in enumerate((*WHOLES, *CLASSES))}
_ROW = {(row.reason, row.kind): row for row in WHOLES}
_MOVED = _ROW["words_elsewhere", VariantKind.REORDERING]
_JOINED = _ROW["joining_words", VariantKind.SPLICE]
_DECLARED = _ROW["ellipsis_between", VariantKind.ELLIPSIS]
_GAP = next(row for row in CLASSES if row.reason == "ellipsis_for_words")
_GAP_PLACES = 16
"""Places on either side where dots are looked for that own to a gap."""
_FRAME = 6
"""Units around a place that the rules may look at."""
_NEAR = 2
"""Places on either side where they are looked for: a witness may have nothing at the next one."""


def variants_of(table: Table, number: int, extents: Extents) -> tuple[Variant, ...]:
    """All variants of the group of this number: of single places in order, then of whole witnesses."""
    moved = moves(table)
    found = [
        _of_place(table, at, moved) for at, place in enumerate(table.places) if place.differs or at in moved
    ]
    apart = halves(table)
    found.extend(truncations(table, frozenset(moved), joined_at(apart)))
    found.extend(seams_of(table, apart))
    found.extend(cuts(table, number, extents))
    return tuple(found)


def _of_place(table: Table, at: int, moved: Moved) -> Variant:
    place = table.places[at]
    if place.joining:
        own = place.reading_of[table.base]
        row = _DECLARED if _declared(place) else _JOINED
        classes = {n: row for n in range(len(place.column.readings)) if n != own}
    else:
        classes = _classes(table, at, moved.get(at, frozenset()))
    gravest = max(classes.values(), key=_gravity)
    edits = tuple(
        Edit(reading=n, kind=row.kind, severity=row.severity, evidence=_evidence(row))
        for n, row in sorted(classes.items())
    )
    who, shown_by = altered(gravest.kind, place) if gravest.reason != "ellipsis_only" else ([], None)
    return Variant(
        kind=gravest.kind,
        severity=gravest.severity,
        readings=place.column.readings,
        evidence=_evidence(gravest),
        column=at,
        edits=edits,
        altered=tuple(sorted(table.parts[row].passage.statement.id for row in who)),
        shown_by=shown_by,
    )


def _declared(place: Place) -> bool:
    return any(unit.kind is UnitKind.ELLIPSIS for words in place.words for unit in words)


def _gravity(row: Class) -> tuple[int, int]:
    return row.severity.rank, _RANK[id(row)]


def _evidence(row: Class) -> Evidence:
    return Evidence(score=row.score, reason=row.reason)


def _classes(table: Table, at: int, moved: frozenset[int]) -> dict[int, Class]:
    """The class of each reading of those under way but the base's (or the fullest's, if it is not)."""
    place = table.places[at]
    base = table.base
    if base not in place.inside and not moved:
        base = max(place.inside, key=lambda row: len(place.words[row]))
    first: dict[int, int] = {}
    for row in (*sorted(place.inside - moved), *sorted(moved)):
        first.setdefault(place.reading_of[row], row)
    before, after = _around(table, at, base)
    out: dict[int, Class] = {}
    for n in range(len(place.column.readings)):
        if n == place.reading_of[base] or n not in first:
            continue
        if first[n] in moved:
            out[n] = _MOVED
        elif place.words[base] and not place.words[first[n]] and _owned(table, at, first[n]):
            out[n] = _GAP
        else:
            ahead = before, _around(table, at, first[n])[0]
            out[n] = classify(contrast(place.words[base], place.words[first[n]], ahead, after))
    return out


def _owned(table: Table, at: int, row: int) -> bool:
    """Whether dots of the witness own to it that it has nothing there: no word of its own stands between."""
    before = table.places[max(0, at - _GAP_PLACES) : at]
    after = table.places[at + 1 : at + 1 + _GAP_PLACES]
    last = next((p.words[row][-1] for p in reversed(before) if p.words[row]), None)
    first = next((p.words[row][0] for p in after if p.words[row]), None)
    return any(unit is not None and unit.kind is UnitKind.ELLIPSIS for unit in (last, first))


def _around(table: Table, at: int, row: int) -> tuple[Sequence[Unit], Sequence[Unit]]:
    """The last units the witness has before the place, and the first after it."""
    before = chain.from_iterable(p.words[row] for p in table.places[max(0, at - _NEAR) : at] if not p.joining)
    after = chain.from_iterable(p.words[row] for p in table.places[at + 1 : at + 1 + _NEAR] if not p.joining)
    return tuple(before)[-_FRAME:], tuple(after)[:_FRAME]
