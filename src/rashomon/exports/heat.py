"""How much of an utterance differs, place by place: what a heat map is drawn from.

Seen from one witness: at each place at most how many independent witnesses have something
else, and how grave the gravest difference is.  Where a witness stops early or starts late,
every place of the others beyond its end counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rashomon.exports.collated import Collated, lacking
from rashomon.model import Apparatus, Severity, Span, Variant, VariantKind, Witness

__all__ = ["Heat", "HeatMap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """How much differs from one witness's words at one place.

    Attributes:
        numbers: of the variants there, counted from one.
        severity: of the gravest of them.
        differ: at most how many independent witnesses have something else there.
    """

    numbers: tuple[int, ...]
    severity: Severity
    differ: int


class HeatMap:
    """The heat of one utterance."""

    def __init__(self, collated: Collated) -> None:
        self.of = collated

    def at(self, column: int, witness: Witness) -> Heat | None:
        """What differs from this witness's words in the column; None where nothing does."""
        own = tuple(self.of.numbers.get(column, ()))
        numbers = own or self._cut_off.get(column, ())
        without = set(self.of.differing(column, witness)) if own else set()
        for number in numbers:
            variant = self.of.apparatus.variants[number - 1]
            if variant.kind is VariantKind.TRUNCATION:
                without |= set(lacking(variant)) - {witness.statement, *self.of.retold}
        if not numbers or not without:
            return None
        severity = max((self._severity(n, witness) for n in numbers), key=lambda one: one.rank)
        return Heat(numbers=numbers, severity=severity, differ=self.of.count(without))

    def ends(self, witness: Witness) -> Iterator[tuple[bool, Heat]]:
        """The ends beyond which others have words and this one none: whether the last, and the heat."""
        for number, variant in enumerate(self.of.apparatus.variants, 1):
            if variant.kind is not VariantKind.TRUNCATION or witness.statement not in lacking(variant):
                continue
            columns = (
                (variant.column,) if variant.column is not None else _covered(variant, self.of.apparatus)
            )
            going_on = {id_ for r in variant.readings if r.text for id_ in r.witnesses}
            at_end = any(at > self.of.extent[witness.statement][1] for at in columns)
            heat = Heat(numbers=(number,), severity=variant.severity, differ=self.of.count(going_on))
            yield at_end, heat

    def _severity(self, number: int, witness: Witness) -> Severity:
        """The gravest severity of the variant among the readings that this witness has not.

        Classes are seen from the base; seen from another witness its own reading
        stands against the base's, the others by the variant as a whole.
        """
        variant = self.of.apparatus.variants[number - 1]
        own = next((i for i, r in enumerate(variant.readings) if witness.statement in r.witnesses), None)
        mine = next((edit for edit in variant.edits if edit.reading == own), None)
        if mine is not None and len(variant.edits) == 1:
            return mine.severity
        return variant.severity

    @cached_property
    def _cut_off(self) -> dict[int, tuple[int, ...]]:
        """The truncations that reach over each column and have no column of their own."""
        out: dict[int, tuple[int, ...]] = {}
        for number in self.of.numbers.get(None, ()):
            variant = self.of.apparatus.variants[number - 1]
            if variant.kind is not VariantKind.TRUNCATION:
                continue
            without = lacking(variant)
            for at in _covered(variant, self.of.apparatus):
                if any(self.of.beyond(id_, at) for id_ in without):
                    out[at] = (*out.get(at, ()), number)
        return out


def _covered(variant: Variant, apparatus: Apparatus) -> tuple[int, ...]:
    """The columns whose words lie within those of a variant."""
    wholes: dict[str, list[Span]] = defaultdict(list)
    for reading in variant.readings:
        for at in reading.spans:
            wholes[at.article].append(at.span)
    return tuple(
        index
        for index, column in enumerate(apparatus.columns)
        if any(
            whole.contains(place.span)
            for reading in column.readings
            for place in reading.spans[:1]
            for whole in wholes.get(place.article, ())
        )
    )
