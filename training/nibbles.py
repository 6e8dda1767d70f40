"""Rounds arrays to 4 bits a number, and writes what `rashomon.inference.packed` opens.

The numbers of a block share a scale; of a few scales that one is taken which leaves the least squared error.
In a matrix the scale of a block is itself a small multiple of its column's (two levels, as llama.cpp's
K-quants): so 4-bit numbers, multiplied, are an 8-bit matrix with one scale a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.inference.packed import ZERO, Packed
from training.whole import whole

__all__ = ["BLOCK", "MOST", "Floats", "packed", "rows", "two_levels", "write_matrices"]

Floats = NDArray[np.float32]
Numbers = NDArray[np.uint8]

BLOCK = 32
"""How many numbers share a scale."""
MOST = 7
"""Times a column's scale that a block's can be: so a weight comes to 7 bits at most, with which sums of two
products do not saturate on processors without VNNI."""

_TRIED = (0.7, 0.8, 7 / 8, 0.9, 1.0, 49 / 48, 7 / 6)
"""Times the scale that reaches the largest weight: some to leave less error, the others so that what was
rounded before, whose largest is 56, 49, 48 or 42 times its column's scale, stays as it is."""
_LEAST = 1e-12


class _Fit(NamedTuple):
    numbers: Floats
    scale: Floats
    error: Floats


def rows(table: Floats) -> tuple[Numbers, Floats]:
    """The numbers [row, column] of a table whose rows are cut into blocks, and their scales [row, block]."""
    blocks = table.reshape(len(table), -1, BLOCK)
    reaching = _reaching(blocks, axis=2)
    found = _best(_fitted(blocks, reaching * np.float32(tried), axis=2) for tried in _TRIED)
    return _numbers(found).reshape(table.shape), found.scale.squeeze(2)


def two_levels(weight: Floats) -> tuple[Numbers, Numbers, Floats]:
    """A matrix [in, out] whose columns are cut into blocks.

    Returns:
        the numbers [block, row in the block, out]; times how much of its column's scale each block has
        [block, 1, out], 1 to `MOST`; the scales [out].
    """
    blocks = weight.reshape(-1, BLOCK, weight.shape[1])
    reaching = _reaching(weight, axis=0) / np.float32(MOST)
    scales = [reaching * np.float32(tried) for tried in _TRIED]
    fits = [
        _best(_fitted(blocks, scale * np.float32(times), axis=1) for times in range(1, MOST + 1))
        for scale in scales
    ]
    best = np.argmin([fit.error.sum(axis=(0, 1)) for fit in fits], axis=0)  # of each column
    scale = np.choose(best, scales)[0]
    numbers = np.choose(best, [_numbers(fit) for fit in fits])
    return numbers, np.rint(np.choose(best, [fit.scale for fit in fits]) / scale).astype(np.uint8), scale


def packed(numbers: Numbers, times: Numbers) -> Packed:
    """The numbers [block, row in the block, out], two a byte."""
    half = numbers.shape[1] // 2
    return Packed(numbers[:, :half] | (numbers[:, half:] << np.uint8(4)), times)


def write_matrices(path: Path, matrices: Mapping[str, Packed]) -> None:
    """A file (npz) of matrices by name, there whole or not at all."""
    parts = {f"{name}.{part}": array for name, of in matrices.items() for part, array in of._asdict().items()}
    with whole(path) as partial, partial.open("wb") as stream:
        np.savez(stream, **parts)


def _reaching(blocks: Floats, axis: int) -> Floats:
    """The scales by which the largest number of each block is reached."""
    largest: Floats = np.abs(blocks).max(axis=axis, keepdims=True)
    return np.asarray(np.maximum(largest, _LEAST) / (ZERO - 1), np.float32)


def _fitted(blocks: Floats, scale: Floats, axis: int) -> _Fit:
    numbers = np.clip(np.rint(blocks / scale), -ZERO, ZERO - 1)
    error = ((numbers * scale - blocks) ** 2).sum(axis=axis, keepdims=True)
    return _Fit(numbers, np.broadcast_to(scale, error.shape), error)


def _best(fits: Iterable[_Fit]) -> _Fit:
    """Of each block that which leaves the least error."""
    first, *others = fits
    for fit in others:
        first = _of_both(fit.error < first.error, fit, first)
    return first


def _of_both(better: NDArray[np.bool_], one: _Fit, other: _Fit) -> _Fit:
    return _Fit(*(np.where(better, a, b) for a, b in zip(one, other, strict=True)))


def _numbers(fit: _Fit) -> Numbers:
    return (fit.numbers + ZERO).astype(np.uint8)
