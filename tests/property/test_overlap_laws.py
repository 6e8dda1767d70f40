"""The stretches two quotations share: maximal, and found in linear work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.overlap import _maximal


def _by_definition(scores: list[int], start: int, end: int) -> list[tuple[int, int, float]]:
    """The best stretch, the shortest of equals and first of these, and so on left and right of it."""
    best = max(
        ((sum(scores[a:b]), -(b - a), -a) for a in range(start, end) for b in range(a + 1, end + 1)),
        default=(0, 0, 0),
    )
    if best[0] <= 0:
        return []
    a = -best[2]
    b = a - best[1]
    return [*_by_definition(scores, start, a), (a, b, best[0]), *_by_definition(scores, b, end)]


@given(st.lists(st.integers(-4, 4), max_size=14))
def test_stretches_are_the_maximal_ones(scores: list[int]) -> None:
    found = [stretch for _, _, stretch in _maximal(scores)]
    assert sum(found) == sum(score for *_, score in _by_definition(scores, 0, len(scores)))
    assert all(sum(scores[a:b]) == score for a, b, score in _maximal(scores))


def test_ever_lower_stretches_stay_apart() -> None:
    scores = [1.0 if at % 2 == 0 else -1.1 for at in range(200_000)]
    assert len(_maximal(scores)) == 100_000
