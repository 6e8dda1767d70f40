"""How well the reader of pairs tells how two wordings stand to each other.

``readings``: pairs of invented facts that it did not learn from (`facts`); ``realreadings``: labelled pairs
of real clauses of stories that it did not learn from (`realpairs`).  In percent:

- *one*: F1 of "about one thing" (the same, compatible or contrary; likelier than not) against apart;
  *one_precision*, *one_recall*; *one_average*: average precision, pairs by how likely they are;
- *same*, *contrary*: F1 of these, where it is about one thing and they are likelier than the other two;
- *kind*: of contradictions, those whose kind is told;
- *no_alarm*: of pairs that do not contradict each other, those not taken to do so.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from evaluation.facts import APART, CONTRARY, HELD, SAME, Example, examples, read_facts
from evaluation.realpairs import LABELS, labelled
from numpy.typing import NDArray

from rashomon.inference import has_pair_reader, pair_reader
from rashomon.inference.pairs import KINDS
from rashomon.ports import PairReader

__all__ = ["corpus", "measure", "real", "real_corpus"]

_HALF = 0.5


def corpus() -> list[Path]:
    """The invented facts that are held back, if the weights are at hand."""
    return sorted(HELD.glob("*.txt")) if has_pair_reader() else []


def real_corpus(data: Path) -> list[Path]:
    """The labels and the stories they are of, if these and the weights are at hand."""
    path = data / "stories" / "stories.jsonl.gz"
    return [LABELS, path] if path.is_file() and has_pair_reader() else []


def measure(reader: PairReader | None = None) -> dict[str, float]:
    """The figures on invented facts."""
    return _figures(examples(read_facts(HELD.glob("*.txt")), random.Random(2)), reader or pair_reader())


def real(data: Path, reader: PairReader | None = None) -> dict[str, float]:
    """The figures on real clauses."""
    return _figures(list(labelled(data, "dev")), reader or pair_reader())


def _figures(pairs: Sequence[Example], reader: PairReader | None) -> dict[str, float]:
    if reader is None:
        return {}
    readings = reader.read([(pair.first, pair.second) for pair in pairs])
    one = np.array([reading.about_one for reading in readings])
    same = np.array([reading.same > max(reading.compatible, reading.contrary) for reading in readings])
    contrary = np.array([reading.contrary > max(reading.compatible, reading.same) for reading in readings])
    gold = np.array([pair.relation for pair in pairs])
    told = one >= _HALF
    kinds = [
        max(r.kinds, key=r.kinds.__getitem__) == KINDS[p.kind]
        for r, p in zip(readings, pairs, strict=True)
        if p.kind >= 0
    ]
    return {
        "pairs": float(len(pairs)),
        "one": _f1(told, gold != APART),
        "one_precision": _share(told & (gold != APART), told),
        "one_recall": _share(told & (gold != APART), gold != APART),
        "one_average": _average(one, gold != APART),
        "same": _f1(told & same, gold == SAME),
        "contrary": _f1(told & contrary, gold == CONTRARY),
        "kind": 100 * float(np.mean(kinds)) if kinds else 0.0,
        "no_alarm": _share(~(told & contrary) & (gold != CONTRARY), gold != CONTRARY),
    }


Marks = NDArray[np.bool_]


def _share(part: Marks, whole: Marks) -> float:
    return 100 * float(part.sum()) / max(1.0, float(whole.sum()))


def _f1(told: Marks, gold: Marks) -> float:
    return 200 * float((told & gold).sum()) / max(1.0, float(told.sum() + gold.sum()))


def _average(likely: NDArray[np.float64], gold: Marks) -> float:
    """Average precision."""
    ranked = gold[np.argsort(-likely, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return 100 * float((precision * ranked).sum()) / max(1.0, float(ranked.sum()))
