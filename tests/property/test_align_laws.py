"""Laws of alignment: nothing lost, nothing crossed, and the best there is where the table is small."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.language.align import Gaps, Pair, align, value

_GAPS = Gaps(open=1.0, extend=0.25, sure=100, cells=100, common_cells=10_000)
_TIGHT = Gaps(open=1.0, extend=0.25, sure=9, cells=9, common_cells=36)
_LETTERS = st.text(alphabet="abcd", max_size=8)


def _aligned(one: str, other: str, gaps: Gaps = _GAPS) -> list[Pair]:
    return align(one, other, lambda at, where: [[_worth(one, other, i, j) for j in where] for i in at], gaps)


def _worth(one: str, other: str, i: int, j: int) -> float:
    return 2.0 if one[i] == other[j] else -0.7


def _value(one: str, other: str, path: list[Pair]) -> float:
    """What a path is worth; gaps at the outer ends are free."""
    total, at_one, at_other, before = 0.0, 0, 0, 0
    for i, j in path:
        if i is not None and j is not None:
            total, before, at_one, at_other = total + _worth(one, other, i, j), 0, at_one + 1, at_other + 1
        elif j is None:
            total -= 0 if at_other in (0, len(other)) else _GAPS.extend if before == 1 else _GAPS.open
            before, at_one = 1, at_one + 1
        else:
            total -= 0 if at_one in (0, len(one)) else _GAPS.extend if before == 2 else _GAPS.open
            before, at_other = 2, at_other + 1
    return total


def _best(one: str, other: str) -> float:
    """The best value there is, by trying all paths."""

    @cache
    def rest(i: int, j: int, before: int) -> float:
        if i == len(one) or j == len(other):
            return 0.0
        skip_one = 0 if j == 0 else _GAPS.extend if before == 1 else _GAPS.open
        skip_other = 0 if i == 0 else _GAPS.extend if before == 2 else _GAPS.open
        return max(
            _worth(one, other, i, j) + rest(i + 1, j + 1, 0),
            rest(i + 1, j, 1) - skip_one,
            rest(i, j + 1, 2) - skip_other,
        )

    return rest(0, 0, 0)


@given(_LETTERS, _LETTERS)
def test_small_alignments_are_the_best_there_are(one: str, other: str) -> None:
    assert abs(_value(one, other, _aligned(one, other)) - _best(one, other)) < 1e-9


@given(st.text(alphabet="abcdefgh", max_size=40), st.text(alphabet="abcdefgh", max_size=40), st.booleans())
def test_every_position_comes_once_and_in_order(one: str, other: str, tight: bool) -> None:
    path = _aligned(one, other, _TIGHT if tight else _GAPS)
    assert [i for i, _ in path if i is not None] == list(range(len(one)))
    assert [j for _, j in path if j is not None] == list(range(len(other)))
    assert (None, None) not in path


@given(st.text(alphabet="abcdefgh", max_size=40))
def test_a_sequence_aligned_with_itself_has_no_gap(one: str) -> None:
    gaps = Gaps(open=1.0, extend=0.25, sure=40, cells=2_000, common_cells=0)
    assert _aligned(one, one, gaps) == [(at, at) for at in range(len(one))]


@settings(max_examples=20)
@given(st.integers(300, 600), st.integers(0, 299), st.integers(1, 5))
def test_long_sequences_are_anchored(length: int, at: int, missing: int) -> None:
    one = [f"w{n}" for n in range(length)]
    other = one[:at] + one[at + missing :]
    steps = 0

    def scores(at: range, where: range) -> list[list[float]]:
        nonlocal steps
        steps += len(at) * len(where)
        return [[2.0 if one[i] == other[j] else -0.7 for j in where] for i in at]

    path = align(one, other, scores, _GAPS)
    assert sum(i is not None and j is not None for i, j in path) == len(other)
    assert steps <= _GAPS.cells * 10


def test_what_is_too_large_stays_unaligned() -> None:
    none = Gaps(open=1.0, extend=0.25, sure=9, cells=9, common_cells=9)
    path = _aligned("abababababab", "babababababa", none)
    assert all(i is None or j is None for i, j in path)
    assert len(path) == 24


_NEAR = Gaps(open=1.0, extend=0.25, sure=4, cells=10_000, common_cells=10_000)


@given(st.permutations([f"w{n}" for n in range(30)]), st.integers(0, 29), st.integers(1, 3))
def test_what_is_nearly_the_same_is_anchored_on_what_is_equal(one: list[str], at: int, missing: int) -> None:
    """The fixed points are found without the table, and the way is as good as the table's."""
    other = [*one[:at], "other", *one[at + missing :]]

    def scores(at: range, where: range) -> list[list[float]]:
        return [[2.0 if one[i] == other[j] else -0.7 for j in where] for i in at]

    fast = align(one, other, scores, _NEAR)
    full = align(one, other, scores, Gaps(open=1.0, extend=0.25, sure=10_000, cells=10_000, common_cells=0))
    sizes = len(one), len(other)
    assert value(fast, scores, _NEAR, sizes) == value(full, scores, _NEAR, sizes)


@given(_LETTERS, _LETTERS)
def test_the_value_of_a_path_is_what_its_places_are_worth(one: str, other: str) -> None:
    path = _aligned(one, other)

    def scores(at: range, where: range) -> list[list[float]]:
        return [[_worth(one, other, i, j) for j in where] for i in at]

    assert abs(value(path, scores, _GAPS, (len(one), len(other))) - _value(one, other, path)) < 1e-9
