"""Learning through the rounding to 4 bits, so that what is written is what was learnt.

A step counts with the rounded matrices, and what it would change of them is changed of those in floats
beneath (the straight-through estimator: Bengio, Léonard and Courville 2013; so trained networks lose less
when rounded: Jacob et al. 2018).  Of matrices that are rounded already that is the only way to learn: a step
moves a weight by far less than lies between two of the 16 numbers, and rounding afterwards takes it back.
"""

from __future__ import annotations

from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize

from rashomon.inference.packed import ZERO
from training.nibbles import BLOCK, two_levels

__all__ = ["Rounded", "plain", "through_rounding"]

_AGAIN = 250  # times that a matrix is counted with before its scales are sought again


class Rounded(nn.Module):
    """A weight [out, in] as it is rounded (`training.nibbles.two_levels`), with the gradient of the whole.

    Its scales are sought when it is first counted with in training and every so many times after.
    """

    scales: Tensor  # [out, block, 1]
    times: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        rows, columns = weight.shape
        self.register_buffer("scales", torch.ones(rows, columns // BLOCK, 1))
        self.register_buffer("times", torch.zeros((), dtype=torch.long))

    def forward(self, weight: Tensor) -> Tensor:
        """The rounded weight."""
        if self.training:
            if int(self.times) % _AGAIN == 0:
                self.seek(weight)
            self.times += 1
        blocks = weight.detach().view(*self.scales.shape[:2], BLOCK)
        near = (blocks / self.scales).round_().clamp_(-ZERO, ZERO - 1).mul_(self.scales).view_as(weight)
        return weight + (near - weight).detach()

    def seek(self, weight: Tensor) -> None:
        """Take the scales that the weight would be written with."""
        found = np.ascontiguousarray(weight.detach().float().cpu().numpy().T)
        _, times, scale = two_levels(found)
        scales = torch.from_numpy((times * scale).astype(np.float32))  # [block, 1, out]
        self.scales.copy_(scales.permute(2, 0, 1))


def through_rounding(network: nn.Module) -> None:
    """Count with every matrix of the network that learns as it is written in 4 bits."""
    for module in network.modules():
        if isinstance(module, nn.Linear) and module.weight.requires_grad:
            parametrize.register_parametrization(module, "weight", Rounded(module.weight), unsafe=True)


def plain(network: nn.Module) -> None:
    """Leave the matrices as they are beneath: those to be written."""
    for module in network.modules():
        if parametrize.is_parametrized(module, "weight"):
            parametrize.remove_parametrizations(cast("nn.Linear", module), "weight", leave_parametrized=False)
