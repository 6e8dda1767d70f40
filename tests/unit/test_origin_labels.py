"""The rules of origins and copies, and the page that explains them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.corroboration.originlabels import OriginRule
from rashomon.grouping.labels import CopyRule
from rashomon.model import OriginReason

PAGE = (Path(__file__).parents[2] / "docs" / "origins.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", OriginRule)
def test_the_page_explains_each_rule_as_the_table_does(rule: OriginRule) -> None:
    assert f"| `{rule.label}` | `{rule.reason.value}` | {rule.meaning} |" in PAGE


@pytest.mark.parametrize("rule", CopyRule)
def test_the_page_explains_each_direction(rule: CopyRule) -> None:
    assert f"| `{rule.value}` | " in PAGE


def test_each_reason_has_a_rule() -> None:
    assert {rule.reason for rule in OriginRule} == set(OriginReason)


def test_labels_differ() -> None:
    assert len({rule.label for rule in OriginRule}) == len(OriginRule)
