"""The gold of kinds holds no text, and a source is judged by the statement that shares most with it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from evaluation import kinds
from tests.builders.reporting import article

from rashomon.attribution import attribute
from rashomon.model import BlockKind, Policy, SourceKind, Span


def test_the_gold_is_numbers_and_labels_only() -> None:
    gold = json.loads(kinds.GOLD.read_text(encoding="utf-8"))
    assert {part: len(records) for part, records in gold.items()} == {"train": 200, "dev": 200}
    for record in [*gold["train"], *gold["dev"]]:
        assert set(record) == {"article", "source", "kind"}
        assert len(bytes.fromhex(record["article"])) == 8
        assert record["kind"] in {*SourceKind, None}
        assert all(start < end for start, end in record["source"])


def test_no_source_is_labelled_twice() -> None:
    gold = json.loads(kinds.GOLD.read_text(encoding="utf-8"))
    places = Counter((r["article"], str(r["source"])) for r in [*gold["train"], *gold["dev"]])
    assert set(places.values()) == {1}


def test_without_the_corpus_there_is_nothing_to_measure(tmp_path: Path) -> None:
    assert kinds.corpus(tmp_path) == []
    assert kinds.labelled(tmp_path, "dev") == ()


def test_the_statement_that_shares_most_with_a_source_is_judged() -> None:
    text = "“It rained,” Ada Holt said. “It snowed,” said Tom Rask of the Pilots’ Guild."
    statements = attribute(article((BlockKind.PARAGRAPH, text)), Policy())
    at = text.index("Tom Rask")
    found = kinds.closest((Span(at, at + 8),), statements)
    assert found is not None
    assert found.source is not None
    assert found.source.source.name == "Tom Rask"
    assert kinds.closest((Span(1, 3),), statements) is None


def test_the_confusion_table_counts_by_row_and_column() -> None:
    pairs = [(SourceKind.DOCUMENT, SourceKind.UNNAMED), (SourceKind.UNNAMED, SourceKind.UNNAMED)]
    rows = {line.split(" | ")[0]: line for line in kinds.confusion(pairs).splitlines()[2:]}
    assert rows["| document"] == "| document | 0 | 0 | 0 | 1 | 0 | 0.0 | 0.0 | 0.0 |"
    assert rows["| unnamed"] == "| unnamed | 0 | 0 | 0 | 1 | 0 | 50.0 | 100.0 | 66.7 |"
