"""Small logistic regressions, and how well a ranking finds what is right."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.ridge import average_precision, fitted, likely


@pytest.mark.parametrize(
    ("right", "expected"),
    [([1, 1, 0, 0], 1.0), ([0, 0, 1], 1 / 3), ([1, 0, 1], (1 + 2 / 3) / 2), ([0, 0], 0.0), ([], 0.0)],
)
def test_average_precision_of_a_ranking(right: list[int], expected: float) -> None:
    told = -np.arange(len(right), dtype=np.float64)
    assert average_precision(told, np.array(right, np.float64)) == pytest.approx(expected)


@given(st.lists(st.tuples(st.floats(-5, 5), st.booleans()), min_size=1))
def test_average_precision_is_a_share_and_depends_on_the_ranks_alone(rows: list[tuple[float, bool]]) -> None:
    told = np.array([value for value, _ in rows])
    right = np.array([float(one) for _, one in rows])
    found = average_precision(told, right)
    assert 0.0 <= found <= 1.0
    assert average_precision(8 * told, right) == pytest.approx(found)  # times a power of two: ties stay


def test_what_parts_the_rows_is_found() -> None:
    rows = np.array([[1.0, value] for value in (-2.0, -1.0, 1.0, 2.0)])
    weights = fitted(rows, np.array([0.0, 0.0, 1.0, 1.0]))
    assert weights[1] > 0
    assert (likely(rows, weights) > 0.5).tolist() == [False, False, True, True]
