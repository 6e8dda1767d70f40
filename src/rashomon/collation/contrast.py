"""Two readings of one place side by side, with the words around them, as the rules of classing see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.collation.units import Unit, UnitKind
from rashomon.language.wordforms import CLITICS, spelling

__all__ = ["Contrast", "Pair", "Words", "contrast", "keys_of"]

Words = Sequence[Unit]
Pair = tuple[Words, Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """What the base has at a place and what another witness has there.

    Attributes:
        base: all units of the base's reading; `other` likewise.
        keys: the spoken words of both, as compared.
        rest: the spoken words of both without those they begin and end with in common, however spelt.
        apart: the spoken words of each that the other has not, wherever they stand.
        before: the last units of the base before the place; `after` the first after it.
        opens: whether a sentence can open there on either side, None where nothing stands before.
    """

    base: Words
    other: Words
    keys: tuple[list[str], list[str]]
    rest: Pair
    apart: Pair
    before: Words
    after: Words
    opens: tuple[bool | None, bool | None] = (None, None)

    @property
    def spoken_only(self) -> bool:
        """Whether neither reading has a bracket or an ellipsis."""
        return len(self.keys[0]) == len(self.base) and len(self.keys[1]) == len(self.other)

    @property
    def alone(self) -> list[str] | None:
        """The words that one of them has more, where the other has none in their place; None otherwise."""
        one, two = (keys_of(side) for side in self.rest)
        if bool(one) == bool(two):
            return None
        return one or two

    @property
    def rest_keys(self) -> tuple[list[str], list[str]]:
        """The keys of `rest`."""
        return keys_of(self.rest[0]), keys_of(self.rest[1])

    def framed(self) -> tuple[list[str], list[str]]:
        """Both with the base's words before and after them."""
        before, after = keys_of(self.before), keys_of(self.after)
        return [*before, *self.keys[0], *after], [*before, *self.keys[1], *after]

    def framed_texts(self) -> tuple[list[str], list[str]]:
        """The same as they are written."""
        before, one, two, after = (
            [unit.text for unit in side if unit.is_speech]
            for side in (self.before, self.base, self.other, self.after)
        )
        return [*before, *one, *after], [*before, *two, *after]


def contrast(base: Words, other: Words, before: Pair = ((), ()), after: Words = ()) -> Contrast:
    """The two readings, prepared for the rules, with what each has before and the base after them."""
    opens = _opens(before[0]), _opens(before[1])
    base, other, ahead, after = map(_written, (base, other, before[0], after))
    spoken = [unit for unit in base if unit.is_speech], [unit for unit in other if unit.is_speech]
    keys = keys_of(spoken[0]), keys_of(spoken[1])
    counts = Counter(map(spelling, keys[0])), Counter(map(spelling, keys[1]))
    more = counts[0] - counts[1], counts[1] - counts[0]
    return Contrast(
        base=base,
        other=other,
        keys=keys,
        rest=_trimmed(*spoken),
        apart=(
            [u for u in spoken[0] if spelling(u.key) in more[0]],
            [u for u in spoken[1] if spelling(u.key) in more[1]],
        ),
        before=ahead,
        after=after,
        opens=opens,
    )


def _written(words: Words) -> list[Unit]:
    """The units as written words, none of them standing for several."""
    return [part for unit in words for part in (unit.parts or (unit,))]


def _same(one: Unit, other: Unit) -> bool:
    if one.key == other.key or spelling(one.key) == spelling(other.key):
        return True
    return one.key in CLITICS.get(other.key, ()) or other.key in CLITICS.get(one.key, ())


def _opens(before: Words) -> bool | None:
    return before[-1].ends_sentence if before else None


def keys_of(words: Words) -> list[str]:
    """The keys of the spoken words."""
    return [unit.key for unit in words if unit.kind is UnitKind.WORD]


def _trimmed(one: Words, other: Words) -> Pair:
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and _same(one[start], other[start]):
        start += 1
    end = 0
    while end < shorter - start and _same(one[-1 - end], other[-1 - end]):
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]
