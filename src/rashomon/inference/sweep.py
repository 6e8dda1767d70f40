"""Runs the recursion of a linear chain over many texts at once, in few steps.

A text is cut into stretches of 32 words, and all stretches of all texts go
side by side: first each yields the matrix that leads from the tag of its first
word to that of its last; these are multiplied through, stretch by stretch; and
then each stretch is run again from what it begins with.  This is exact, and
takes 32 steps and one a stretch in place of one a word (a blocked prefix sum).

Weights, not logs, are carried, brought back to 1 every few steps.  Sums are
made element by element, never by a BLAS, whose order depends on how much is
at hand: a text's figures are the same in any company.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["Doubles", "Layout", "sweep"]

Doubles = NDArray[np.float64]
Reduce = Callable[..., Doubles]
"""``np.maximum.reduce`` for the best sequence, ``np.add.reduce`` for the sum over all."""

_STRETCH = 32  # words: about the root of an article's thousand, so both kinds of steps are few
_STEADY = 8  # steps between two scalings: with no weight under e**-35, doubles leave room for 20


@dataclass(frozen=True, slots=True)
class _Packed:
    """Rows side by side, the longest first: of step `t` the rows that have one are a slice.

    Attributes:
        order: the rows' numbers.
        places: where each row stands in the order.
        offsets: where the slice of each step begins; one more for the end.
    """

    order: NDArray[np.int64]
    places: NDArray[np.int64]
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, lengths: NDArray[np.int64]) -> _Packed:
        order = np.argsort(-lengths, kind="stable")
        sizes = np.searchsorted(-lengths[order], -np.arange(lengths.max()), side="left")
        return cls(order, np.argsort(order), np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)]))

    def slices(self) -> Iterator[tuple[int, int]]:
        yield from pairwise(self.offsets.tolist())


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the words of texts in a row stand among the stretches; `at` has a place for each word."""

    texts: _Packed
    stretches: _Packed
    first: NDArray[np.int64]
    at: NDArray[np.int64]

    @classmethod
    def of(cls, lengths: Sequence[int]) -> Layout:
        """The layout of texts of so many words, each at least one."""
        words = np.array(lengths, np.int64)
        counts = -(-words // _STRETCH)
        first = np.cumsum(counts) - counts
        sizes = np.full(counts.sum(), _STRETCH)
        sizes[first + counts - 1] = words - (counts - 1) * _STRETCH
        stretches = _Packed.of(sizes)
        within = np.arange(words.sum()) - np.repeat(np.cumsum(words) - words, words)
        number = np.repeat(first, words) + within // _STRETCH
        at = stretches.offsets[within % _STRETCH] + stretches.places[number]
        return cls(_Packed.of(counts), stretches, first, at)


def sweep(reduce: Reduce, layout: Layout, weights: Doubles, steps: Doubles, start: Doubles) -> Doubles:
    """Logs of the reduced weights of all sequences up to and with each word and tag.

    Args:
        reduce: along an axis, what sequences that meet are worth together.
        layout: of the texts.
        weights: [chain, tag, word] of all texts in a row; several chains go side by side.
        steps: [chain, tag, next tag].
        start: [chain, tag].
    """
    packed = np.empty_like(weights)
    packed[:, :, layout.at] = weights
    along = steps[:, None, :, :, None]
    chains, tags, _ = weights.shape
    count = len(layout.stretches.order)
    same = np.broadcast_to(np.eye(tags)[None, :, :, None], (chains, tags, tags, count))
    whole, whole_logs = np.empty((chains, tags, tags, count)), np.zeros((chains, count))
    for _, _, now, logs in _recur(reduce, layout, packed, along, same):
        whole[..., : now.shape[-1]], whole_logs[:, : now.shape[-1]] = now, logs
    entries, entry_logs = _entries(reduce, layout, (whole, whole_logs), steps, start)
    out = np.empty_like(packed)
    with np.errstate(divide="ignore"):
        for begin, end, now, logs in _recur(reduce, layout, packed, along, entries[:, None]):
            out[:, :, begin:end] = np.log(now[:, 0]) + (logs + entry_logs[:, : end - begin])[:, None]
    result: Doubles = out[:, :, layout.at]
    return result


def _recur(
    reduce: Reduce, layout: Layout, packed: Doubles, along: Doubles, now: Doubles
) -> Iterator[tuple[int, int, Doubles, Doubles]]:
    """Each step's slice, weights [chain, entry, tag, stretch], and the logs they were scaled by."""
    logs = np.zeros((len(now), now.shape[-1]))
    for step, (begin, end) in enumerate(layout.stretches.slices()):
        size = end - begin
        now, logs = now[..., :size], logs[:, :size]
        if step:
            now = reduce(now[:, :, :, None] * along, axis=2)
        now = now * packed[:, None, :, begin:end]
        if step % _STEADY == 0:
            most = now.max(axis=(1, 2))
            now, logs = now / most[:, None, None], logs + np.log(most)
        yield begin, end, now, logs


def _entries(
    reduce: Reduce, layout: Layout, whole: tuple[Doubles, Doubles], steps: Doubles, start: Doubles
) -> tuple[Doubles, Doubles]:
    """What each stretch begins with, its first word not yet weighed: [chain, tag, stretch], and logs."""
    matrices, matrix_logs = whole
    chains, tags = start.shape
    entries, entry_logs = np.empty((chains, tags, matrices.shape[-1])), np.empty_like(matrix_logs)
    now = np.repeat(start[:, :, None], len(layout.first), axis=2)
    logs = np.zeros((chains, len(layout.first)))
    for number, (begin, end) in enumerate(layout.texts.slices()):
        texts = layout.texts.order[: end - begin]
        places = layout.stretches.places[layout.first[texts] + number]
        now, logs = now[..., : len(texts)], logs[:, : len(texts)]
        entries[..., places], entry_logs[:, places] = now, logs
        last = reduce(now[:, :, None] * matrices[..., places], axis=1)
        now = reduce(last[:, :, None] * steps[..., None], axis=1)
        most = now.max(axis=1)
        now, logs = now / most[:, None], logs + np.log(most) + matrix_logs[:, places]
    return entries, entry_logs
