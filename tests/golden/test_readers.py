"""Each reader's result for invented inputs, held against the file it is expected to be.

The inputs lie beside their expected results in ``readers/``.  After a wanted
change write the results anew and read the difference before committing it:
``python -m tests.golden.test_readers``.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon.model import Article, Policy
from rashomon.readers import read

FOLDER = Path(__file__).parent / "readers"
INPUTS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".html"))


def result(path: Path) -> dict[str, object]:
    """What is read from the file: the fields, and each block's kind, rule and words."""
    with path.open("rb") as stream:
        (article,) = read(stream, name=path.name, policy=Policy())
    assert isinstance(article, Article)
    return {
        "publisher": article.publisher and [article.publisher.name, article.publisher.domain],
        "headline": article.headline,
        "byline": list(article.byline),
        "published": article.published,
        "language": article.language,
        "warnings": list(article.warnings),
        "provenance": [[p.field, p.origin, p.raw] for p in article.provenance],
        "blocks": [[b.kind.value, b.rule, b.span.of(article.text)] for b in article.blocks],
    }


def written(path: Path) -> str:
    """The result as the file holds it."""
    return json.dumps(result(path), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_the_input_is_read_as_expected(path: Path) -> None:
    expected = json.loads(path.with_name(path.name + ".json").read_text("utf-8"))
    assert result(path) == expected


def test_there_are_inputs_of_both_kinds() -> None:
    assert {path.suffix for path in INPUTS} == {".txt", ".html"}


if __name__ == "__main__":
    for each in INPUTS:
        each.with_name(each.name + ".json").write_text(written(each), "utf-8")
