"""What a run that was stopped goes on from, and by what it is known that it may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.whole import whole

__all__ = ["State", "begins", "digest", "saved", "state_beside"]


def digest(parts: Iterable[object]) -> str:
    """One word for arrays, tensors, bytes and other values (by their `repr`); for others, another."""
    found = sha256()
    for part in parts:
        held = part.detach().cpu().numpy() if isinstance(part, Tensor) else part
        if isinstance(held, np.ndarray):
            found.update(f"{held.dtype}{held.shape}".encode())
            held = held.tobytes()
        found.update(held if isinstance(held, bytes) else repr(held).encode())
        found.update(b"\0")
    return found.hexdigest()


def begins(network: nn.Module) -> str:
    """The digest of what the network holds, from which a run begins."""
    return digest(chain.from_iterable(network.state_dict().items()))


def state_beside(out: Path) -> Path:
    """The file of what a run goes on from that is to end with `out`."""
    return out.with_name(out.name + ".state")


def saved(out: Path, record: Mapping[str, Any]) -> None:
    """Write what `torch.load` reads, so that the file is there whole or not at all."""
    with whole(out) as partial:
        torch.save(dict(record), partial)


class State:
    """What has to be kept between two steps.

    Args:
        path: the file it is kept in.
        plan: how is trained and on what; what was kept by another plan, or of a run that began with another
            network, is not gone on from.
        network: what is trained.
        optimiser: by what.
    """

    def __init__(
        self, path: Path, plan: Mapping[str, Any], network: nn.Module, optimiser: torch.optim.Optimizer
    ) -> None:
        self._path, self._plan = path, {**plan, "begins": begins(network)}
        self._network, self._optimiser = network, optimiser

    def load(self) -> int:
        """The step to go on with: on a processor as if the run had not been stopped.

        Raises:
            ValueError: if the state is of another plan, or of other data.
        """
        if not self._path.is_file():
            return 0
        state = torch.load(self._path, map_location="cpu", weights_only=True)
        if state["plan"] != self._plan:
            raise ValueError(
                f"{self._path} was made by another plan or from other data; delete it to begin anew"
            )
        self._network.load_state_dict(state["network"])
        self._optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"])
        if torch.cuda.is_available():
            torch.cuda.set_rng_state_all(state["random_cuda"])
        return int(state["step"])

    def save(self, step: int) -> None:
        """Keep what so many steps taught."""
        record = {
            "plan": self._plan,
            "step": step,
            "network": self._network.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "random": torch.get_rng_state(),
            "random_cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
        }
        saved(self._path, record)
