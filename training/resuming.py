"""What a run that was stopped goes on from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import nn

__all__ = ["State", "saved"]


def saved(out: Path, record: Mapping[str, Any]) -> None:
    """Write what `torch.load` reads, so that the file is there whole or not at all."""
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(out.name + ".partial")
    torch.save(dict(record), partial)
    partial.replace(out)


class State:
    """What has to be kept between two steps.

    Args:
        path: the file it is kept in.
        plan: how is trained; what was kept by another plan is not gone on from.
        network: what is trained.
        optimiser: by what.
    """

    def __init__(
        self, path: Path, plan: Mapping[str, Any], network: nn.Module, optimiser: torch.optim.Optimizer
    ) -> None:
        self._path, self._plan = path, dict(plan)
        self._network, self._optimiser = network, optimiser

    def load(self) -> int:
        """The step to go on with: on a processor as if the run had not been stopped.

        Raises:
            ValueError: if the state is of another plan.
        """
        if not self._path.is_file():
            return 0
        state = torch.load(self._path, map_location="cpu", weights_only=True)
        if state["plan"] != self._plan:
            raise ValueError(f"{self._path} was made with another plan; delete it to begin anew")
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

    def drop(self) -> None:
        """Forget it: the run has come to its end."""
        self._path.unlink(missing_ok=True)
