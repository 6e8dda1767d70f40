"""Windows put together into batches, and in which order these come.

The order is a function of the seed and the epoch alone, so that training that
was stopped finds its place again.  Windows of about the same length come
together, so that little is padding.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.inference.files import Settings
from rashomon.inference.windows import Floats, features
from rashomon.inference.words import Integers
from training.data import Sample
from training.tags import TAGS, headed

__all__ = ["Batch", "batch_of", "order"]

_DRAWER = 20  # batches among whose windows those of a length are sought


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """Windows, padded with zeros: by piece [window, piece], by word [window, word].

    Attributes:
        pieces: the numbers of the pieces.
        quotes: their quote numbers.
        seen: 1 where a piece stands.
        firsts: where the first piece of each word is.
        mask: where a word stands; each window has one.
        tags: of each word; 0 where nobody annotated.
        soft: a teacher's scores [window, word, tag]; 0 without a teacher.
        gold: which windows are annotated.
        taught: for which there are a teacher's scores.
    """

    pieces: Integers
    quotes: Integers
    seen: Integers
    firsts: Integers
    mask: NDArray[np.bool_]
    tags: Integers
    soft: Floats
    gold: NDArray[np.bool_]
    taught: NDArray[np.bool_]


def order(lengths: Sequence[int], size: int, seed: int, epoch: int) -> list[list[int]]:
    """The numbers of the windows, in batches of `size`, for one epoch; each number once."""
    draw = random.Random(f"{seed} {epoch}")
    numbers = list(range(len(lengths)))
    draw.shuffle(numbers)
    sorted_ = [
        number
        for start in range(0, len(numbers), size * _DRAWER)
        for number in sorted(numbers[start : start + size * _DRAWER], key=lengths.__getitem__)
    ]
    batches = [sorted_[start : start + size] for start in range(0, len(sorted_), size)]
    draw.shuffle(batches)
    return batches


def batch_of(samples: Sequence[Sample], settings: Settings) -> Batch:
    """The windows as arrays."""
    inputs = [features(each.article.words, each.window, settings) for each in samples]
    tags = [_tags(each) for each in samples]
    return Batch(
        pieces=_padded([pieces for pieces, _, _ in inputs]),
        quotes=_padded([quotes for _, quotes, _ in inputs]),
        seen=_padded([np.ones_like(pieces) for pieces, _, _ in inputs]),
        firsts=_padded([firsts for _, _, firsts in inputs]),
        mask=_padded([np.ones_like(each) for each in tags]) > 0,
        tags=_padded(tags),
        soft=_soft(samples),
        gold=np.array([each.article.tags is not None for each in samples]),
        taught=np.array([each.article.soft is not None for each in samples]),
    )


def _tags(sample: Sample) -> Integers:
    if sample.article.tags is None:
        return np.zeros(len(sample), np.int64)
    return headed(sample.article.tags[slice(*sample.window)])


def _padded(rows: Sequence[Integers]) -> Integers:
    out = np.zeros((len(rows), max(map(len, rows))), np.int64)
    for number, row in enumerate(rows):
        out[number, : len(row)] = row
    return out


def _soft(samples: Sequence[Sample]) -> Floats:
    out = np.zeros((len(samples), max(map(len, samples)), len(TAGS)), np.float32)
    for number, each in enumerate(samples):
        if each.article.soft is not None:
            out[number, : len(each)] = each.article.soft[slice(*each.window)]
    return out
