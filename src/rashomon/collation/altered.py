"""Who altered the words, as far as the text itself shows it.

A bracket and an ellipsis own to the change.  Whoever lacks words that another
witness has inside or beyond what both have has left them out.  Whoever runs
two quotations together has joined them.  All else only shows that they differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.collation.table import Place
from rashomon.collation.units import Unit, UnitKind
from rashomon.model import ShownBy, VariantKind

__all__ = ["altered"]

_SHORTENED = frozenset(
    {
        VariantKind.DELETION,
        VariantKind.INSERTION,
        VariantKind.CLEANUP,
        VariantKind.NEGATION,
        VariantKind.NAME,
        VariantKind.NUMBER,
        VariantKind.DATE,
    }
)
_OWNED = {
    VariantKind.BRACKET: (UnitKind.BRACKET, ShownBy.BRACKET),
    VariantKind.ELLIPSIS: (UnitKind.ELLIPSIS, ShownBy.ELLIPSIS),
}


def altered(kind: VariantKind, place: Place) -> tuple[list[int], ShownBy | None]:
    """The witnesses that a place of this kind shows to have altered the words, and what shows it."""
    found: list[int] = []
    shown_by: ShownBy | None = None
    if place.joining and kind is VariantKind.SPLICE:
        found, shown_by = [row for row in place.inside if place.words[row]], ShownBy.JOINED
    elif kind in _OWNED:
        unit, shown_by = _OWNED[kind]
        found = [row for row in place.inside if any(_owns(u, unit) for u in place.words[row])]
    elif kind in _SHORTENED:
        found, shown_by = _shortened(place), ShownBy.LONGER_WITNESS
    return (found, shown_by) if found and len(found) < len(place.inside) else ([], None)


def _owns(unit: Unit, kind: UnitKind) -> bool:
    in_word = kind is UnitKind.BRACKET and unit.is_speech and unit.text.startswith("[")
    return unit.kind is kind or in_word


def _shortened(place: Place) -> list[int]:
    """The witnesses that have the fullest reading with words left out, if nobody has other words there."""
    spoken = {row: [unit.key for unit in _speech(place.words[row])] for row in place.inside}
    fullest = max(spoken.values(), key=lambda keys: (len(keys), keys))
    shorter = {row for row, keys in spoken.items() if len(keys) < len(fullest)}
    kept = {tuple(keys): _is_within(keys, fullest) for keys in map(tuple, spoken.values())}
    return sorted(shorter) if all(kept.values()) else []


def _speech(words: Iterable[Unit]) -> list[Unit]:
    return [unit for unit in words if unit.is_speech]


def _is_within(keys: Sequence[str], fullest: Sequence[str]) -> bool:
    """Whether the words are those of the fullest in order, some left out."""
    rest = iter(fullest)
    return all(key in rest for key in keys)
