"""The page on conflicts names every kind, every relation and every label of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.corroboration import attributions, dates, modality, names, numbers, places, polarity, reasons
from rashomon.corroboration.contrasting import CONTRAST_REASONS
from rashomon.corroboration.contrastread import READ_REASONS
from rashomon.corroboration.suspecting import SUSPECTED_REASONS
from rashomon.corroboration.valueread import VALUE_REASONS
from rashomon.model import ConflictKind, Relation

PAGE = (Path(__file__).parents[2] / "docs" / "conflicts.md").read_text(encoding="utf-8")
ROOMS = (attributions, dates, modality, names, numbers, places, polarity, reasons)
LABELS = [
    *((label, meaning) for room in ROOMS for label, meaning in room.REASONS.items()),
    *CONTRAST_REASONS.items(),
    *READ_REASONS.items(),
    *VALUE_REASONS.items(),
    *SUSPECTED_REASONS.items(),
]


@pytest.mark.parametrize(("label", "meaning"), LABELS)
def test_every_label_stands_there_with_its_meaning(label: str, meaning: str) -> None:
    assert f"| `{label}` | {meaning} |" in PAGE


def test_labels_mean_one_thing_each() -> None:
    assert len({label for label, _ in LABELS}) == len(LABELS)


@pytest.mark.parametrize("relation", list(Relation))
def test_every_relation_stands_there(relation: Relation) -> None:
    assert f"| `{relation.value}` |" in PAGE


@pytest.mark.parametrize("kind", list(ConflictKind))
def test_every_kind_has_its_section(kind: ConflictKind) -> None:
    assert f"## {kind.value.capitalize()}\n" in PAGE
