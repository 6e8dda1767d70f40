"""How well sentence vectors find what means the same: invented pairs, and headlines of one event.

``pairs``: forty statements written for this project, each with a paraphrase
that shares few of its words and a rival that shares many and says something
else, often the opposite.  ``headlines``: a headline of each story of the collection, and another
outlet's of the same story among those of all stories.

*recall*: percent whose partner is the nearest of all candidates.  *auc*:
percent of (right, wrong) couples in which the right one is nearer, as in
Hanley & McNeil 1982.  *words_...*: the same for the shared words (Jaccard).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.inference import OnnxEmbedder, has_embedder
from rashomon.language.tokens import tokenize
from rashomon.ports import Embedder

__all__ = ["corpus", "headlines", "headlines_corpus", "measure"]

PAIRS = Path(__file__).with_name("invented") / "paraphrases.jsonl"

Scores = NDArray[np.float64]


def corpus() -> list[Path]:
    """The invented pairs, if the embedder's weights are at hand."""
    return [PAIRS] if has_embedder() else []


def headlines_corpus(data: Path) -> list[Path]:
    """The collection of stories, if it and the weights are at hand."""
    path = data / "stories" / "stories.jsonl.gz"
    return [path] if path.is_file() and has_embedder() else []


def measure(embedder: Embedder | None = None) -> dict[str, float]:
    """The figures on the invented pairs; ``over_rival``: percent nearer to the paraphrase than the rival."""
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    ones, others, rivals = ([row[key] for row in rows] for key in ("one", "other", "near"))
    chosen = embedder or OnnxEmbedder()
    near = _cosines(chosen, ones, others), _cosines(chosen, ones, rivals)
    words = _shared(ones, others), _shared(ones, rivals)
    return _with_rivals(*near) | _named("words_", _with_rivals(*words))


def _with_rivals(right: Scores, rivals: Scores) -> dict[str, float]:
    over = right.diagonal() > rivals.diagonal()
    return _figures(right) | {"over_rival": 100 * float(over.mean())}


def headlines(data: Path, embedder: Embedder | None = None) -> dict[str, float]:
    """The figures on headlines of one event."""
    stories: dict[str, list[str]] = {}
    for path in headlines_corpus(data):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                stories.setdefault(record["story"], []).append(record["title"])
    couples = [titles[:2] for titles in stories.values() if len(set(titles[:2])) == 2]
    ones, others = [one for one, _ in couples], [other for _, other in couples]
    found = _figures(_cosines(embedder or OnnxEmbedder(), ones, others))
    return {"stories": float(len(couples))} | found | _named("words_", _figures(_shared(ones, others)))


def _cosines(embedder: Embedder, ones: Sequence[str], others: Sequence[str]) -> Scores:
    left, right = (np.array(embedder.embed(sentences)) for sentences in (ones, others))
    products: Scores = left @ right.T
    return products


def _shared(ones: Sequence[str], others: Sequence[str]) -> Scores:
    left, right = ([{t.text.casefold() for t in tokenize(s)} for s in side] for side in (ones, others))
    return np.array([[len(a & b) / len(a | b) for b in right] for a in left])


def _figures(scores: Scores) -> dict[str, float]:
    """Row `i` belongs to column `i`."""
    count = len(scores)
    right = scores.diagonal()
    wrong = np.sort(scores[~np.eye(count, dtype=bool)])
    below, upto = (np.searchsorted(wrong, right, side=side) for side in ("left", "right"))
    return {
        "recall": 100 * float((scores.argmax(axis=1) == np.arange(count)).mean()),
        "auc": 100 * float((below + upto).mean() / 2 / len(wrong)),
    }


def _named(prefix: str, figures: dict[str, float]) -> dict[str, float]:
    return {f"{prefix}{name}": value for name, value in figures.items()}
