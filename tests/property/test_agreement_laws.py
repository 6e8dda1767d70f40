"""How two annotations are held against each other: what must hold for any two."""

from __future__ import annotations

import pytest
from evaluation.agreement import PARTS, Agreement, Attribution, best_pairs, likeness, pairs
from evaluation.calibration import Judged, bins, expected_error
from evaluation.lapses import lapses
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Span

TEXT = "The keeper said that the lamp was out, and the boatman agreed it was dark. " * 2
WHOLE = ("exact_source", "exact_cue", "exact_content", "whole", "ggt_0.3", "ggt_0.8", "ggt_code_0.3")


@st.composite
def _spans(draw: st.DrawFn, least: int = 0) -> frozenset[Span]:
    """Disjoint, not empty."""
    count = draw(st.integers(least, 2))
    cuts = draw(st.lists(st.integers(0, 30), min_size=2 * count, max_size=2 * count, unique=True))
    return frozenset(Span(a, b) for a, b in zip(*[iter(sorted(cuts))] * 2, strict=True))


_attribution = st.builds(Attribution, source=_spans(), cue=_spans(), content=_spans(least=1))
_side = st.lists(_attribution, max_size=5)


def _agreement(wanted: list[Attribution], found: list[Attribution]) -> Agreement:
    out = Agreement()
    out.add(TEXT, wanted, found)
    return out


@given(_side.filter(bool))
def test_a_perfect_system_has_a_hundred_everywhere(side: list[Attribution]) -> None:
    agreement = _agreement(side, list(reversed(side)))
    for part in PARTS:
        marked = any(one.part(part) for one in side)
        assert agreement.tallies["exact_" + part].f1 == (100 if marked else 0)
        assert agreement.tallies["token_" + part].recall in (0, 100)
    assert {agreement.figures()[name] for name in ("whole", "ggt_0.3", "ggt_0.8", "ggt_0.8_cue")} == {100}


@given(_side)
def test_a_system_that_finds_nothing_has_nothing(side: list[Attribution]) -> None:
    assert set(_agreement(side, []).figures().values()) <= {0}


@given(_side, _side)
def test_swapping_the_sides_swaps_precision_and_recall(
    one: list[Attribution], other: list[Attribution]
) -> None:
    there, back = _agreement(one, other), _agreement(other, one)
    for name in [n for n in there.tallies if "code" not in n]:
        assert there.tallies[name].precision == back.tallies[name].recall, name
        assert there.tallies[name].f1 == back.tallies[name].f1, name


@given(_side, _side)
def test_stricter_rules_find_no_more(wanted: list[Attribution], found: list[Attribution]) -> None:
    right = {name: tally.right for name, tally in _agreement(wanted, found).tallies.items()}
    assert right["whole"] <= right["ggt_0.8"] <= right["ggt_0.3"]
    assert right["ggt_code_0.8"] <= right["ggt_code_0.3"]
    assert set(pairs(wanted, found, 0.8)) <= set(pairs(wanted, found, 0.3))


@given(_side, _side, st.data())
def test_the_order_of_the_statements_does_not_matter(
    wanted: list[Attribution], found: list[Attribution], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(found))
    assert _agreement(wanted, found).figures() == _agreement(wanted, shuffled).figures()


@given(_side, _side)
def test_a_wrong_statement_raises_nothing(wanted: list[Attribution], found: list[Attribution]) -> None:
    elsewhere = Span(60, 70)
    wrong = Attribution(
        source=frozenset({elsewhere}), cue=frozenset({elsewhere}), content=frozenset({elsewhere})
    )
    before, after = _agreement(wanted, found), _agreement(wanted, [*found, wrong])
    for name in WHOLE:
        assert after.tallies[name].precision <= before.tallies[name].precision
        assert after.tallies[name].recall == before.tallies[name].recall
        assert after.tallies[name].f1 <= before.tallies[name].f1


@given(_side, _side)
def test_a_right_statement_lowers_no_recall(wanted: list[Attribution], found: list[Attribution]) -> None:
    before, after = _agreement(wanted, found), _agreement(wanted, [*found, *wanted])
    for name in WHOLE:
        assert after.tallies[name].recall >= before.tallies[name].recall, name
        assert after.tallies[name].recall in (0, 100), name


@given(_side, _side)
def test_pairs_are_one_to_one_and_every_left_over_is_unlike(
    wanted: list[Attribution], found: list[Attribution]
) -> None:
    matched = pairs(wanted, found, 0.3)
    ours, theirs = {i for i, _ in matched}, {j for _, j in matched}
    assert len(matched) == len(ours) == len(theirs)
    for i, one in enumerate(wanted):
        for j, other in enumerate(found):
            if i not in ours and j not in theirs:
                assert likeness(one.content, other.content) <= 0.3


@given(_side, _side)
def test_the_worthiest_pair_is_always_taken(wanted: list[Attribution], found: list[Attribution]) -> None:
    values = {(i, j): len(a.cue) * len(b.cue) for i, a in enumerate(wanted) for j, b in enumerate(found)}
    matched = best_pairs(wanted, found, lambda a, b: (float(len(a.cue) * len(b.cue)),))
    assert len(matched) == min(len(wanted), len(found))
    assert not matched or values[matched[0]] == max(values.values())


@given(_side)
def test_a_perfect_system_makes_no_error(side: list[Attribution]) -> None:
    distinct = list({one.key: one for one in side}.values())
    if len({one.cue for one in distinct}) == len(distinct) and all(one.cue for one in distinct):
        assert list(lapses(TEXT, distinct, distinct)) == []


@given(_side, _side)
def test_every_difference_is_an_error_of_some_kind(
    wanted: list[Attribution], found: list[Attribution]
) -> None:
    same = sorted(one.key for one in wanted) == sorted(one.key for one in found)
    assert same or list(lapses(TEXT, wanted, found))


_judged = st.builds(Judged, st.floats(0, 1), st.booleans(), st.booleans())


@given(st.lists(_judged))
def test_bins_hold_every_statement_once_within_their_tenth(judged: list[Judged]) -> None:
    table = bins(judged)
    assert sum(b.count for b in table) == len(judged)
    assert sum(b.count * b.whole for b in table) == pytest.approx(sum(one.whole for one in judged))
    assert sum(b.count * b.score for b in table) == pytest.approx(sum(one.score for one in judged))
    assert all(0 <= expected_error(table, rule) <= 1 + 1e-9 for rule in ("whole", "near"))


@given(st.lists(st.booleans(), min_size=1))
def test_scores_that_are_the_truth_have_no_error(right: list[bool]) -> None:
    table = bins([Judged(float(one), one, not one) for one in right])
    assert expected_error(table, "whole") == 0
    assert expected_error(table, "near") == 1
