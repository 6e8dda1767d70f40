"""Matrices in 4 bits: what is packed is opened as it was, in memory and through a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from training.nibbles import packed, write_matrices

from rashomon.inference.packed import ZERO, read_matrices, unpacked

Bytes = NDArray[np.uint8]
sizes = st.tuples(st.integers(1, 3), st.integers(1, 4), st.integers(1, 5))


@st.composite
def matrices(draw: st.DrawFn) -> tuple[Bytes, Bytes]:
    """Numbers [block, row, out] and by what those of a block are multiplied."""
    blocks, half, columns = draw(sizes)
    numbers = draw(arrays(np.uint8, (blocks, 2 * half, columns), elements=st.integers(0, 15)))
    return numbers, draw(arrays(np.uint8, (blocks, 1, columns), elements=st.integers(1, 7)))


@given(matrices())
def test_what_is_packed_is_opened_as_it_was(given_matrix: tuple[Bytes, Bytes]) -> None:
    numbers, times = given_matrix
    opened = unpacked(packed(numbers, times))
    expected = (numbers.astype(int) - ZERO) * times
    assert opened.dtype == np.int8
    assert opened.flags.c_contiguous
    assert opened.tolist() == expected.reshape(-1, numbers.shape[2]).tolist()


@given(matrices())
def test_the_order_in_memory_changes_nothing(given_matrix: tuple[Bytes, Bytes]) -> None:
    numbers, times = (np.asfortranarray(part) for part in given_matrix)
    opened = unpacked(packed(numbers, times))
    assert opened.flags.c_contiguous
    assert opened.tolist() == unpacked(packed(*given_matrix)).tolist()


def test_matrices_come_out_of_a_file_by_name(tmp_path: Path) -> None:
    draw = np.random.default_rng(2)
    held = {
        name: packed(
            draw.integers(0, 16, (2, 4, columns), dtype=np.uint8),
            draw.integers(1, 8, (2, 1, columns), dtype=np.uint8),
        )
        for name, columns in (("m0", 3), ("m1.of", 5))
    }
    write_matrices(tmp_path / "held.npz", held)
    found = read_matrices(tmp_path / "held.npz")
    assert {name: matrix.tolist() for name, matrix in found.items()} == {
        name: unpacked(matrix).tolist() for name, matrix in held.items()
    }
