"""Planted edits held against the variants that collation shows.

What is found is counted reading by reading: every reading of a variant that
differs from the base's is one *unit*; a variant of whole witnesses is one.  A
planted edit is found by a unit that parts its two witnesses and overlaps its
place in both, as far as each has words there; each unit finds one edit at
most.  Units of the right class are dealt out first, those of single places
before those of whole witnesses.  A unit that finds nothing is false, but

- a further unit of the class of an edit that is spread over several places
  (reordering, splice, split, paraphrase, translation), where it was found as that;
- a mark or a capital inside the place of an edit that was found: moved or cut words bring it along;
- the same edit seen once more, where the base is the version that has it and several others differ from it;
- the full stop or comma at a quotation's very end, which the cue decides.

Seen from the version, a deletion is an insertion; the unit's base tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from evaluation.agreement import Tally
from evaluation.planted_gold import Planted
from evaluation.planted_reports import Placed

from rashomon.model import Evidence, Reading, Severity, Span, Utterance, Variant, VariantKind

__all__ = ["Scores", "Unit", "Wanted", "score", "units_of"]

SPREAD = frozenset(
    {
        VariantKind.REORDERING,
        VariantKind.SPLICE,
        VariantKind.SPLIT,
        VariantKind.QUOTE_VS_PARAPHRASE,
        VariantKind.TRANSLATION,
    }
)
_TURNED = {
    VariantKind.DELETION: VariantKind.INSERTION,
    VariantKind.INSERTION: VariantKind.DELETION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One reading against the base's; `other` is None for a variant of whole witnesses."""

    variant: Variant
    base: Reading | None
    other: Reading | None
    kind: VariantKind
    severity: Severity
    evidence: Evidence

    def parts(self, one: str, another: str) -> bool | None:
        """Whether it parts these statements: True, or None where it is of whole witnesses; False if not."""
        if self.other is None:
            return None
        sides = (self.base.witnesses if self.base else (), self.other.witnesses)
        return (one in sides[0] and another in sides[1]) or (another in sides[0] and one in sides[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A planted edit and the two witnesses that it parts; no edit: any place of any of the witnesses."""

    kind: VariantKind
    severity: Severity | None
    reason: str
    original: Placed
    version: Placed
    edit: Planted | None = None
    id: str = ""


@dataclass(slots=True)
class Scores:
    """Counts, and the lapses in the order they were met."""

    detection: Tally = field(default_factory=Tally)
    severity: Tally = field(default_factory=Tally)
    reason: Tally = field(default_factory=Tally)
    planted: Counter[VariantKind] = field(default_factory=Counter)
    found: Counter[VariantKind] = field(default_factory=Counter)
    taken: Counter[tuple[VariantKind, VariantKind]] = field(default_factory=Counter)
    false: Counter[VariantKind] = field(default_factory=Counter)
    shares: dict[str, Tally] = field(default_factory=dict)
    lapses: list[str] = field(default_factory=list)

    def share(self, name: str, right: bool, lapse: str) -> None:
        """Count one case that is right or wrong."""
        self.shares.setdefault(name, Tally()).add(int(right), 1, 1)
        if not right:
            self.lapses.append(f"{name}: {lapse}")


def units_of(utterances: Iterable[Utterance], statements: frozenset[str]) -> tuple[Unit, ...]:
    """The units of all utterances that hold one of the statements."""
    return tuple(
        unit
        for utterance in utterances
        if not statements.isdisjoint(utterance.statements)
        for variant in utterance.apparatus.variants
        for unit in _units(variant, utterance.apparatus.base)
    )


def _units(variant: Variant, base: str) -> Iterator[Unit]:
    if variant.column is None:
        yield Unit(
            variant=variant,
            base=None,
            other=None,
            kind=variant.kind,
            severity=variant.severity,
            evidence=variant.evidence,
        )
        return
    bases = next((r for r in variant.readings if base in r.witnesses), variant.readings[0])
    classed = {edit.reading: edit for edit in variant.edits}
    for number, reading in enumerate(variant.readings):
        if reading is not bases:
            judged = classed.get(number, variant)
            yield Unit(
                variant=variant,
                base=bases,
                other=reading,
                kind=judged.kind,
                severity=judged.severity,
                evidence=judged.evidence,
            )


def score(
    scores: Scores, wanted: Sequence[Wanted], units: Sequence[Unit], placed: Sequence[Placed], told: str
) -> None:
    """Count the edits of one case, whose witnesses are `placed`; `told` names it among the lapses."""
    ends = frozenset((one.article.id, span.end) for one in placed for span in one.statement.content)
    pairs = _paired(wanted, units)
    used = {number for _, number in pairs}
    met = dict(pairs)
    for at, one in enumerate(wanted):
        scores.planted[one.kind] += 1
        if at not in met:
            scores.lapses.append(f"missed {one.kind}: {told}: {_change(one)}")
            continue
        _judge(scores, one, units[met[at]], told)
    strays = [
        unit
        for number, unit in enumerate(units)
        if number not in used and not _absorbed(unit, wanted, met, units) and not _at_the_end(unit, ends)
    ]
    for unit in strays:
        scores.false[unit.kind] += 1
        scores.lapses.append(f"false {unit.kind}: {told}: {_readings(unit)}")
    scores.detection.add(len(met), len(met) + len(strays), len(wanted))


def _judge(scores: Scores, one: Wanted, unit: Unit, told: str) -> None:
    kind = _seen_from_original(one, unit)
    scores.found[one.kind] += 1
    scores.taken[one.kind, kind] += 1
    if kind is not one.kind:
        scores.lapses.append(f"{one.kind} taken for {kind}: {told}: {_change(one)}: {_readings(unit)}")
        return
    if one.severity:
        right = unit.severity is one.severity
        scores.severity.add(int(right), 1, 1)
        if not right:
            scores.lapses.append(f"severity {unit.severity} for {one.severity}: {told}: {_change(one)}")
    if one.reason:
        right = one.reason in unit.evidence.reason
        scores.reason.add(int(right), 1, 1)
        if not right:
            scores.lapses.append(f"reason {unit.evidence.reason} for {one.reason}: {told}: {_change(one)}")


def _paired(wanted: Sequence[Wanted], units: Sequence[Unit]) -> list[tuple[int, int]]:
    """One-to-one: right class first, single places before whole witnesses, then in order."""
    ranked = sorted(
        (_seen_from_original(one, unit) is not one.kind, _trivial(unit), unit.other is None, at, number)
        for at, one in enumerate(wanted)
        for number, unit in enumerate(units)
        if _meets(one, unit)
    )
    out: list[tuple[int, int]] = []
    for *_, at, number in ranked:
        if all(at != a and number != n for a, n in out):
            out.append((at, number))
    return out


def _seen_from_original(one: Wanted, unit: Unit) -> VariantKind:
    turned = unit.base is not None and one.version.statement.id in unit.base.witnesses
    return _TURNED.get(unit.kind, unit.kind) if turned else unit.kind


def _meets(one: Wanted, unit: Unit) -> bool:
    if one.edit is None:
        concerned = {one.original.statement.id, one.version.statement.id}
        return any(not concerned.isdisjoint(reading.witnesses) for reading in unit.variant.readings)
    sides = (one.original, one.edit.at), (one.version, one.edit.to)
    parted = unit.parts(*(side.statement.id for side, _ in sides))
    if parted is False:
        return False
    own = [(_spans(unit, side), side.where(place)) for side, place in sides]
    overlaps = [any(a.overlaps(b) for a in words for b in place) for words, place in own if words]
    # of whole witnesses, one may have more there than the edit's place; one overlap is enough
    return bool(overlaps) and (any(overlaps) if parted is None else all(overlaps))


def _spans(unit: Unit, placed: Placed) -> list[Span]:
    """What the statement has in the unit's readings."""
    return [
        located.span
        for reading in unit.variant.readings
        if placed.statement.id in reading.witnesses
        for located in reading.spans
        if located.article == placed.article.id
    ]


def _absorbed(unit: Unit, wanted: Sequence[Wanted], met: dict[int, int], units: Sequence[Unit]) -> bool:
    """Whether it only shows an edit that was found once more, or what that brings along."""
    for at, number in met.items():
        one, again = wanted[at], units[number].kind is unit.kind
        if _meets(one, unit) and (_trivial(unit) or (one.kind in SPREAD and again)):
            return True
        if again and unit.base and one.version.statement.id in unit.base.witnesses and _is_base(one, unit):
            return True
    return False


def _trivial(unit: Unit) -> bool:
    return unit.other is not None and unit.kind in (VariantKind.PUNCTUATION, VariantKind.ORTHOGRAPHY)


def _is_base(one: Wanted, unit: Unit) -> bool:
    """Whether the base's reading lies in the place of the edit in its version."""
    if one.edit is None:
        return False
    return any(a.overlaps(b) for a in _spans(unit, one.version) for b in one.version.where(one.edit.to))


def _at_the_end(unit: Unit, ends: frozenset[tuple[str, int]]) -> bool:
    """Only marks, and on one side at least those before a closing mark."""
    if unit.other is None or unit.kind is not VariantKind.PUNCTUATION:
        return False
    places = [located for reading in unit.variant.readings for located in reading.spans]
    return any((p.article, p.span.end + more) in ends for p in places for more in (0, 1))


def _change(one: Wanted) -> str:
    if one.edit is None:
        return "whole"
    sides = (one.original, one.edit.at), (one.version, one.edit.to)
    before, after = (" ".join(s.of(p.article.text) for s in p.where(place)) for p, place in sides)
    return f"{before!r} => {after!r}"


def _readings(unit: Unit) -> str:
    shown = unit.variant.readings if unit.other is None else (unit.base, unit.other)
    return " | ".join(repr(reading.text) for reading in shown if reading)
