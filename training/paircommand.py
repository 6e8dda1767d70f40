"""What the two commands that train readers of pairs have in common: their words, their data, their end."""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from evaluation.facts import HELD, Example, examples, read_facts
from evaluation.realpairs import labelled
from tokenizers import Tokenizer

from training.graph import Floats
from training.network import device
from training.pairnetwork import PairNetwork, encode, measure, scores_of
from training.resuming import saved

__all__ = ["Run", "arrays_of", "begun", "resumed", "tokenizer_of"]

_SEED = 4  # of what the network has beyond its encoder: two runs begin with the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a command.

    Attributes:
        backbone: the folder of the encoder that it begins with.
        out: the folder for what it makes; kept: that for what is learnt on the way.
        real: labelled pairs of real clauses to learn from; held: those to measure on.
        network: what is trained; tokenizer: of its encoder.
    """

    backbone: Path
    out: Path
    kept: Path
    real: Sequence[Example]
    held: Sequence[Example]
    network: PairNetwork
    tokenizer: Tokenizer

    def say(self) -> None:
        """Print how well the network does on the pairs held back: of invented facts, of real clauses."""
        facts = examples(read_facts(HELD.glob("*.txt")), random.Random(2))
        for what, found in (("facts", facts), ("real clauses", self.held)):
            if not found:
                continue
            rows = encode(found, self.tokenizer)
            told = measure(scores_of(self.network, rows), rows)
            figures = ", ".join(f"{name} {value:.3f}" for name, value in told.items())
            print(f"{len(rows)} pairs of {what} held back: {figures}", flush=True)


def begun(module: str, about: str | None, words: Sequence[str] | None) -> Run:
    """What the command was given: BACKBONE OUT [--data FOLDER] [--kept FOLDER]; OUT is there then."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=about)
    parser.add_argument("backbone", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, help="folder with stories/")
    parser.add_argument("--kept", type=Path, help="folder for what is learnt on the way; OUT if left out")
    given = parser.parse_args(words)
    given.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(_SEED)
    real, held = ([] if given.data is None else list(labelled(given.data, part)) for part in ("train", "dev"))
    return Run(
        backbone=given.backbone,
        out=given.out,
        kept=given.kept or given.out,
        real=real,
        held=held,
        network=PairNetwork(given.backbone).to(device()),
        tokenizer=tokenizer_of(given.backbone),
    )


def arrays_of(network: PairNetwork) -> dict[str, Floats]:
    """The network's arrays by name, in 32-bit floats."""
    return {name: tensor.cpu().float().numpy() for name, tensor in network.state_dict().items()}


def tokenizer_of(backbone: Path) -> Tokenizer:
    """The encoder's tokenizer, which neither cuts nor pads."""
    tokenizer = Tokenizer.from_file(str(backbone / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def resumed(network: PairNetwork, kept: Path, learn: Callable[[Path], None]) -> None:
    """Learn and keep what was learnt; or take it, where it was kept before.

    Args:
        network: what is trained.
        kept: the file of what it has learnt.
        learn: is given the file for what a run that is stopped goes on from.
    """
    state = kept.with_name(kept.name + ".state")
    if kept.is_file():
        print("goes on from", kept.name, flush=True)
        network.load_state_dict(torch.load(kept, map_location="cpu", weights_only=True))
    else:
        learn(state)
        saved(kept, network.state_dict())
        state.unlink(missing_ok=True)
