"""Every row of the table of classes holds for its own example, put into a quotation."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.builders.quoting import report, shared

from rashomon.collation.classes import CLASSES, WHOLES, Class
from rashomon.model import VariantKind

_FRAME = "The old harbour crane at Port Ellery {}, and the council of the lower town knew about it"


def _id(row: Class) -> str:
    return f"{row.kind}-{row.reason}"


@pytest.mark.parametrize("row", CLASSES, ids=_id)
def test_a_row_holds_for_its_example(row: Class) -> None:
    base, other = (_FRAME.format(words) for words in row.example)
    told = [report("Tern", base), report("Gull", other)]
    (utterance,) = shared(*told)
    base_id = utterance.apparatus.base
    (variant,) = utterance.apparatus.variants
    (edit,) = variant.edits
    assert (variant.kind, variant.severity, variant.evidence.reason) == (
        edit.kind,
        edit.severity,
        edit.evidence.reason,
    )
    turned = {VariantKind.DELETION: VariantKind.INSERTION, VariantKind.INSERTION: VariantKind.DELETION}
    as_given = base_id == told[0][1][0].id
    assert edit.kind is (row.kind if as_given else turned.get(row.kind, row.kind))
    assert edit.severity is row.severity
    assert edit.evidence.reason.replace("added", "dropped") == row.reason.replace("added", "dropped")


def test_no_row_stands_twice() -> None:
    rows = Counter((row.reason, row.kind) for row in (*CLASSES, *WHOLES))
    assert set(rows.values()) == {1}
