"""Laws of the edits: every reading is classed, the gravest counts, nobody is named without being shown."""

from __future__ import annotations

from hypothesis import given, settings
from tests.builders.quoting import Told, collated, report, shared
from tests.property.test_collation_laws import stories

from rashomon.collation.classes import CLASSES, WHOLES
from rashomon.model import Edit, Severity, ShownBy, Variant, VariantKind

_GRAVITY = {Severity.TRIVIAL: 0, Severity.MINOR: 1, Severity.MAJOR: 2}
_ROWS = {(row.kind, row.reason): row for row in (*CLASSES, *WHOLES)}


def _variants(told: list[Told]) -> list[tuple[str, Variant]]:
    return [(u.apparatus.base, v) for u in collated(*told) for v in u.apparatus.variants]


@settings(max_examples=40)
@given(stories())
def test_every_edit_is_of_a_reading_that_is_not_the_base_s(told: list[Told]) -> None:
    for base, variant in _variants(told):
        own = [n for n, reading in enumerate(variant.readings) if base in reading.witnesses]
        numbers = [edit.reading for edit in variant.edits]
        assert numbers == sorted(set(numbers))
        assert set(numbers) <= set(range(len(variant.readings)))
        if any(reading.spans for n, reading in enumerate(variant.readings) if n in own):
            assert set(numbers).isdisjoint(own)


@settings(max_examples=40)
@given(stories())
def test_a_variant_has_the_class_of_its_gravest_edit(told: list[Told]) -> None:
    for _, variant in _variants(told):
        assert (variant.column is None) or variant.edits or variant.kind is VariantKind.TRUNCATION
        if variant.edits:
            assert _GRAVITY[variant.severity] == max(_GRAVITY[edit.severity] for edit in variant.edits)
            assert (variant.kind, variant.evidence) in {(edit.kind, edit.evidence) for edit in variant.edits}


@settings(max_examples=40)
@given(stories())
def test_every_class_is_a_row_of_the_table(told: list[Told]) -> None:
    for _, variant in _variants(told):
        classed: list[Variant | Edit] = [variant, *variant.edits]
        for found in classed:
            if found.kind not in {VariantKind.QUOTE_VS_PARAPHRASE, VariantKind.TRANSLATION}:
                row = _ROWS[found.kind, found.evidence.reason]
                assert (row.severity, row.score) == (found.severity, found.evidence.score)


@settings(max_examples=40)
@given(stories())
def test_who_altered_is_a_witness_and_not_every_witness(told: list[Told]) -> None:
    for _, variant in _variants(told):
        everyone = {witness for reading in variant.readings for witness in reading.witnesses}
        assert set(variant.altered) < everyone
        assert list(variant.altered) == sorted(set(variant.altered))
        assert bool(variant.altered) == (variant.shown_by is not None)
        if variant.shown_by is ShownBy.BRACKET:
            shown = [r.text for r in variant.readings if set(r.witnesses) & set(variant.altered)]
            assert all("[" in text or "(" in text for text in shown)


@given(stories())
@settings(max_examples=20)
def test_the_classes_do_not_hang_on_the_order_of_the_reports(told: list[Told]) -> None:
    assert collated(*told) == collated(*reversed(told))


def test_what_a_longer_witness_shows_is_the_shorter_one() -> None:
    told = [
        report("Tern", "The wall of the harbour will probably hold"),
        report("Gull", "The wall of the harbour will hold"),
    ]
    (utterance,) = shared(*told)
    (variant,) = utterance.apparatus.variants
    assert variant.altered == (told[1][1][0].id,)
