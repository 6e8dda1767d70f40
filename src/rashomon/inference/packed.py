"""Matrices kept in 4 bits a number, opened as the 8-bit ones that onnxruntime is fast with.

A matrix [in, out] is cut into blocks of rows; each number of a block, 0 to 15 with 8 for zero, is multiplied
by what the block has of its column's scale.  Two numbers lie in a byte: those of the first half of a block's
rows in the lower 4 bits.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.errors import WeightsMissing

__all__ = ["DIGEST", "ZERO", "Packed", "digest_of", "read_matrices", "unpacked"]

DIGEST = "matrices"
"""Under what name a model tells the digest of the matrices that lie beside it."""

ZERO = 8
"""What stands for zero among the 4-bit numbers."""


class Packed(NamedTuple):
    """A matrix in 4 bits.

    Attributes:
        pairs: two numbers a byte [block, half of the block's rows, out].
        times: by what those of a block are multiplied [block, 1, out].
    """

    pairs: NDArray[np.uint8]
    times: NDArray[np.uint8]


def unpacked(matrix: Packed) -> NDArray[np.int8]:
    """The 8-bit matrix [in, out]."""
    numbers = np.concatenate([matrix.pairs & 15, matrix.pairs >> 4], axis=1).astype(np.int8)
    numbers -= ZERO
    numbers *= matrix.times.astype(np.int8)
    return np.ascontiguousarray(numbers.reshape(-1, numbers.shape[2]))  # else onnxruntime refuses it


def digest_of(matrices: Mapping[str, NDArray[np.int8]]) -> str:
    """The same for the same matrices by name only."""
    found = sha256()
    for name, matrix in sorted(matrices.items()):
        found.update(f"{name} {matrix.shape} ".encode())
        found.update(matrix.data)
    return found.hexdigest()


def read_matrices(path: Path) -> dict[str, NDArray[np.int8]]:
    """The 8-bit matrices of a file (npz) of `Packed` ones, by name.

    Raises:
        WeightsMissing: if it is none, or not whole.
    """
    try:
        with np.load(path) as held:
            names = sorted({name.rpartition(".")[0] for name in held.files})
            return {name: _of(held, name) for name in names}
    except Exception as fault:  # of a damaged archive zipfile and numpy say nearly anything
        raise WeightsMissing(
            f"{path.name} in {path.parent} is not whole; install the package anew"
        ) from fault


def _of(held: Mapping[str, NDArray[np.uint8]], name: str) -> NDArray[np.int8]:
    return unpacked(Packed(*(held[f"{name}.{part}"] for part in Packed._fields)))
