"""Fits how sure a statement is, on articles that the tagger was not trained on.

    python -m training.calibration LINKS WEIGHTS [--data FOLDER]

A logistic regression over `rashomon.attribution.scores.values`, fitted on every
other dev article of PolNeAR by Newton's method with a small ridge; right is a
statement whose content shares at least 80 % of its letters, intersection over
union, with that of an annotated one.  The weights (keys ``P|...``) are written with those of the file
LINKS into ``linker.json`` in the folder WEIGHTS, where the tagger is.  Printed
are the mean score, the share that is right and the expected calibration error
on the other half.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from evaluation import polnear
from evaluation.polnear import Annotated
from numpy.typing import NDArray

from rashomon.attribution import passages
from rashomon.attribution.attribute import drafted
from rashomon.attribution.scores import values
from rashomon.inference import OnnxTagger
from rashomon.model import Article, Passages, Policy, Span, Tagging
from rashomon.ports import Tagger
from rashomon.readers import read_inputs

__all__ = ["fit", "judged"]

ALIKE = 0.8
RIDGE = 0.5
STEPS = 30
BINS = 10
SCORE = "P|"  # what the keys of the score begin with
TAGGER = ("tagger.json", "tagger.onnx", "tokenizer.json")

Judged = tuple[dict[str, float], bool]


def judged(data: Path, tagger: Tagger) -> Iterator[list[Judged]]:
    """For each dev article: what speaks for each statement, and whether it is right."""
    links = {key: value for key, value in tagger.links.items() if not key.startswith(SCORE)}
    for gold in polnear.annotated(data, "dev"):
        for article in read_inputs([str(gold.path)], policy=Policy(), stdin=BytesIO()):
            if isinstance(article, Article):
                [fragments] = tagger.tag([passages(article)])
                drafts = drafted(article, Tagging(fragments=fragments, links=links))
                yield [(values(d.attribution, d.rule), _right(d.content, gold)) for d in drafts]


def _right(content: Sequence[Span], gold: Annotated) -> bool:
    mine = _letters(content)
    return any(
        len(mine & theirs) >= ALIKE * len(mine | theirs)
        for theirs in (_letters(one.content) for one in gold.attributions)
        if theirs
    )


def _letters(spans: Sequence[Span] | frozenset[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def fit(cases: Sequence[Judged]) -> dict[str, float]:
    """The weights; a value that no case has gets none."""
    keys = sorted({key for found, _ in cases for key in found})
    matrix, right = _matrix(cases, keys), np.array([float(r) for _, r in cases])
    weights = np.zeros(len(keys))
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - shares) - RIDGE * weights
        bend = (matrix * (shares * (1 - shares))[:, None]).T @ matrix + RIDGE * np.eye(len(keys))
        weights += np.linalg.solve(bend, slope)
    return {key: round(float(w), 3) for key, w in zip(keys, weights, strict=True)}


def _matrix(cases: Sequence[Judged], keys: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[found.get(key, 0.0) for key in keys] for found, _ in cases])


def error(cases: Sequence[Judged], weights: dict[str, float]) -> tuple[float, float, float]:
    """Mean score, share right, and expected calibration error over ten bins of equal width."""
    keys = sorted(weights)
    scores = 1 / (1 + np.exp(-_matrix(cases, keys) @ np.array([weights[key] for key in keys])))
    right = np.array([r for _, r in cases], dtype=float)
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    gaps = [abs(float((scores - right)[bins == n].sum())) for n in range(BINS)]
    return float(scores.mean()), float(right.mean()), sum(gaps) / len(cases)


def tagger_with(links: Path, weights: Path) -> OnnxTagger:
    """The tagger of a folder, with the links of another place."""
    with TemporaryDirectory() as folder:
        for file in (weights / name for name in TAGGER):
            (Path(folder) / file.name).symlink_to(file.resolve())
        (Path(folder) / "linker.json").symlink_to(links.resolve())
        tagger = OnnxTagger(Path(folder))
        tagger.tag([Passages(text="", spans=())])  # so that all files are read while they are there
    return tagger


def main() -> None:
    """Fit on one half, check on the other, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("links", type=Path, help="what training.linking wrote")
    parser.add_argument("weights", type=Path, help="folder of the tagger")
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[1] / ".." / "shared" / "data")
    options = parser.parse_args()
    tagger = tagger_with(options.links, options.weights)
    articles = list(judged(options.data, tagger))
    fitted = fit([case for article in articles[::2] for case in article])
    mean, share, gap = error([case for article in articles[1::2] for case in article], fitted)
    table = {k: v for k, v in tagger.links.items() if not k.startswith(SCORE)}
    lines = ",\n".join(
        f"{json.dumps(k, ensure_ascii=False)}: {v}" for k, v in sorted((table | fitted).items())
    )
    (options.weights / "linker.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    print(f"mean score {mean:.3f}, right {share:.3f}, expected calibration error {gap:.3f}")


if __name__ == "__main__":
    main()
