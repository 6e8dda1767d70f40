"""``python -m evaluation calibration``: what the score of a statement is worth.

A score should be a probability.  Statements are put into ten bins by score; in
each bin the mean score stands beside the share that is right.  *whole*: some
annotated attribution has the same fragments in all parts.  *ggt_0.8*: matched
under the Gender Gap Tracker's rule (`evaluation.agreement`).  The expected
calibration error is the mean distance between score and share over the bins,
weighted by their statements (Naeini et al., AAAI 2015).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import attribution
from evaluation.agreement import Attribution, pairs
from evaluation.polnear import Annotated
from evaluation.systems import Found

from rashomon.model import Span

__all__ = ["BINS", "Bin", "Judged", "bins", "expected_error", "judge", "main"]

BINS = 10
_LEAST = 0.8


@dataclass(frozen=True, slots=True)
class Judged:
    """The score of one statement, and whether it is right by either rule."""

    score: float
    whole: bool
    near: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements of one tenth of the scale: how many, their mean score, the shares right (0 to 1)."""

    count: int
    score: float
    whole: float
    near: float


def judge(articles: Iterable[Annotated], found: Found) -> Iterator[Judged]:
    """Every statement found, with its score; each annotated attribution makes one right at most."""
    for article in articles:
        those = found.get(article.name, ())
        near = {j for _, j in pairs(article.attributions, those, _LEAST)}
        left = Counter(gold.key for gold in article.attributions)
        for j, one in enumerate(those):
            yield Judged(one.score, _taken(left, one), j in near)


def _taken(left: Counter[tuple[tuple[Span, ...], ...]], one: Attribution) -> bool:
    """Whether an equal one is left; if so it is used up."""
    left[one.key] -= 1
    return left[one.key] >= 0


def bins(judged: Iterable[Judged]) -> tuple[Bin, ...]:
    """The bins that hold statements, in order of score.

    >>> bins([Judged(0.95, True, True), Judged(1.0, False, True)])
    (Bin(count=2, score=0.975, whole=0.5, near=1.0),)
    """
    held: dict[int, list[Judged]] = {}
    for one in judged:
        held.setdefault(min(int(one.score * BINS), BINS - 1), []).append(one)
    return tuple(_bin(those) for _, those in sorted(held.items()))


def _bin(those: Sequence[Judged]) -> Bin:
    n = len(those)
    return Bin(
        count=n,
        score=sum(one.score for one in those) / n,
        whole=sum(one.whole for one in those) / n,
        near=sum(one.near for one in those) / n,
    )


def expected_error(table: Sequence[Bin], rule: str) -> float:
    """The expected calibration error, 0 to 1, of ``whole`` or ``near``; 0 for an empty table."""
    total = sum(b.count for b in table)
    shares = ((b, b.whole if rule == "whole" else b.near) for b in table)
    return sum(b.count * abs(b.score - share) for b, share in shares) / total if total else 0.0


def main(words: Sequence[str], data: Path) -> int:
    """Print the table of reliability over a part of PolNeAR."""
    parser = argparse.ArgumentParser(prog="python -m evaluation calibration", description=__doc__)
    parser.add_argument("--data", type=Path, default=data, help="the folder of the annotated corpora")
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    options = parser.parse_args(words)
    table = bins(judge(*attribution.judged(options.data, options.part)))
    print("  statements  score  whole  ggt_0.8")
    for row in table:
        print(f"  {row.count:10}  {row.score:5.2f}  {row.whole:5.2f}  {row.near:7.2f}")
    for rule, name in (("whole", "whole"), ("near", "ggt_0.8")):
        print(f"  expected calibration error, {name}: {expected_error(table, rule):.3f}")
    return 0
