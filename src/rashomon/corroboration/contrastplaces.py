"""Opposite directions in two units near in meaning: on the north side, south of the pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.differences import Piece
from rashomon.corroboration.placephrases import PlacePhrase, place_phrases
from rashomon.corroboration.turning import is_endless
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import words_of
from rashomon.model import ConflictKind, Policy, Relation

__all__ = ["places"]

_OPPOSITE = {"n": "s", "s": "n", "e": "w", "w": "e", "ne": "sw", "sw": "ne", "nw": "se", "se": "nw"}


def places(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    """Directions of two units that are opposite, where each has but one."""
    ours, theirs = _directed(first), _directed(second)
    if len(ours) != 1 or len(theirs) != 1:
        return
    (one, here), (other, there) = ours[0], theirs[0]
    if _OPPOSITE[here] != there:
        return
    yield Contrast(
        kind=ConflictKind.PLACE,
        relation=Relation.CONFLICT,
        first=Piece(spans=one.spans),
        second=Piece(spans=other.spans),
        features={"heads": float(bool({*one.nouns, *one.names} & {*other.nouns, *other.names}))},
    )


@lru_cache(maxsize=8192)
def _directed(unit: Unit) -> Sequence[tuple[PlacePhrase, str]]:
    """The place phrases of a unit that tell a direction, and which."""
    if is_endless(unit):
        return []
    phrases = place_phrases(words_of(unit), unit.article.text)
    return [(p, mark) for p in phrases for mark in sorted(p.marks) if mark in _OPPOSITE]
