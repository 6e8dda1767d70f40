"""Learning through the rounding: what is counted with is what is written, and small steps are not lost."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from rashomon.inference.packed import unpacked
from training.nibbles import Floats, packed, two_levels
from training.rounded import plain, through_rounding


def _written(weight: Tensor) -> Floats:
    """A weight [out, in] as a model has it that was written of it."""
    numbers, times, scale = two_levels(np.ascontiguousarray(weight.detach().numpy().T))
    return np.asarray((unpacked(packed(numbers, times)) * scale).T, np.float32)


def _matrix(seed: int) -> nn.Linear:
    torch.manual_seed(seed)
    return nn.Linear(96, 40)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_counted_with_is_what_would_be_written(seed: int) -> None:
    linear = _matrix(seed)
    expected = _written(linear.weight)
    through_rounding(linear)
    assert np.allclose(linear.train().weight.detach().numpy(), expected, atol=1e-6)


@pytest.mark.parametrize("seed", range(4))
def test_what_was_rounded_once_is_not_rounded_again(seed: int) -> None:
    once = _written(_matrix(seed).weight)
    assert np.allclose(_written(torch.from_numpy(once)), once, atol=1e-6)


def test_the_gradient_is_that_of_the_whole_matrix() -> None:
    linear, seen = _matrix(1), torch.randn(5, 96)
    linear(seen).sum().backward()
    assert linear.weight.grad is not None
    whole = linear.weight.grad.clone()
    linear.zero_grad()
    through_rounding(linear)
    linear.train()(seen).sum().backward()
    [beneath] = [array for name, array in linear.named_parameters() if name.endswith("original")]
    assert beneath.grad is not None
    assert torch.allclose(beneath.grad, whole)


def _learnt(linear: nn.Linear, steps: int) -> float:
    """By how much of itself what is written moves when it is told to be half as large."""
    torch.manual_seed(7)
    before = _written(linear.weight)
    with torch.no_grad():
        linear.weight.copy_(torch.from_numpy(before))
    aim = linear.weight.detach().clone() * 0.5
    through_rounding(linear)
    linear.train()
    optimiser = torch.optim.SGD(linear.parameters(), lr=0.02)
    for _ in range(steps):
        optimiser.zero_grad()
        ((linear.weight - aim) ** 2).sum().backward()
        optimiser.step()
    plain(linear)
    return float(np.abs(_written(linear.weight) - before).mean() / np.abs(before).mean())


def test_many_steps_move_what_one_cannot() -> None:
    assert _learnt(_matrix(2), 1) < 0.05
    assert _learnt(_matrix(2), 60) > 0.3


def test_afterwards_the_network_is_as_it_was_but_for_what_it_learnt() -> None:
    linear = _matrix(3)
    names, before = [name for name, _ in linear.named_parameters()], linear.weight.detach().clone()
    through_rounding(linear)
    plain(linear)
    assert sorted(names) == sorted(name for name, _ in linear.named_parameters())
    assert torch.equal(linear.weight, before)


def test_what_is_not_learnt_is_left_alone() -> None:
    linear = _matrix(4)
    linear.weight.requires_grad_(False)
    through_rounding(linear)
    assert [name for name, _ in linear.named_parameters()] == ["weight", "bias"]
