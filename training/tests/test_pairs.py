"""The reader of pairs: what it is asked of a pair whose relation is known only in part, and going on."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import torch
from evaluation.facts import APART, COMPATIBLE, CONTRARY, DIFFERING, NOT_APART, NOT_CONTRARY, SAME, Example
from torch import nn

from rashomon.ports import InContext
from training.pairs import SMOOTHED, _relation_loss, _resumed, _thinned


def _sure_of(relation: int) -> torch.Tensor:
    return torch.nn.functional.one_hot(torch.tensor([relation]), 4).float() * 40


def test_a_known_relation_is_learnt_as_a_smoothed_class() -> None:
    scores = torch.randn(3, 4, generator=torch.Generator().manual_seed(1))
    told = [SAME, CONTRARY, APART]
    expected = nn.functional.cross_entropy(scores, torch.tensor(told), label_smoothing=SMOOTHED)
    assert float(_relation_loss(scores, told)) == pytest.approx(float(expected), abs=1e-5)


@pytest.mark.parametrize(
    ("told", "free", "ruled_out"),
    [
        (NOT_APART, (SAME, COMPATIBLE, CONTRARY), (APART,)),
        (NOT_CONTRARY, (SAME, COMPATIBLE, APART), (CONTRARY,)),
        (DIFFERING, (COMPATIBLE, CONTRARY), (SAME, APART)),
    ],
)
def test_of_what_is_known_in_part_only_the_rest_costs(
    told: int, free: tuple[int, ...], ruled_out: tuple[int, ...]
) -> None:
    assert all(float(_relation_loss(_sure_of(relation), [told])) < 1e-6 for relation in free)
    assert all(float(_relation_loss(_sure_of(relation), [told])) > 10 for relation in ruled_out)


def test_what_was_learnt_before_is_not_learnt_again(tmp_path: Path) -> None:
    network, kept = nn.Linear(2, 2), tmp_path / "facts.pt"
    asked: list[int] = []
    _resumed(network, kept, lambda: asked.append(1))
    other = nn.Linear(2, 2)
    _resumed(other, kept, lambda: asked.append(2))
    assert asked == [1]
    assert torch.equal(network.weight, other.weight)


def _pair(words: str, number: int, relation: int) -> Example:
    return Example(first=InContext(words), second=InContext(str(number)), relation=relation)


def test_only_pairs_that_tell_two_things_are_thinned() -> None:
    rare = [_pair("a", n, CONTRARY) for n in range(50)]
    many = [_pair("b", n, APART) for n in range(400)]
    kept = _thinned([*rare, *many], random.Random(1))
    assert sum(one.relation == CONTRARY for one in kept) == 50
    assert 150 < sum(one.relation == APART for one in kept) < 250
    assert any(one.first.words != "a" for one in kept if one.relation == CONTRARY)
