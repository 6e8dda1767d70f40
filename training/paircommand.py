"""What the two commands that train readers of pairs have in common: their words, their data, their end."""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from evaluation.facts import FACTS, HELD, Example, Story, examples, read_facts
from evaluation.realpairs import labelled
from tokenizers import Tokenizer

from training.graph import Floats
from training.network import device
from training.pairnetwork import PairNetwork, Rates, encode, measure, scores_of, settings_of
from training.resuming import begins, digest, saved, state_beside

__all__ = ["Plan", "Run", "arrays_of", "begun", "plan_of", "resumed", "texts_in", "tokenizer_of"]

Plan = Mapping[str, object]
"""How something is learnt, and from what; kept beside what was learnt."""

_SEED = 4  # of what the network has beyond its encoder: two runs begin with the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a command.

    Attributes:
        backbone: the folder of the encoder that it begins with.
        out: the folder for what it makes; kept: that for what is learnt on the way.
        stories: invented facts to learn from.
        real: labelled pairs of real clauses to learn from; held: those to measure on.
        network: what is trained; tokenizer: of its encoder.
    """

    backbone: Path
    out: Path
    kept: Path
    stories: Sequence[Story]
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
        stories=read_facts(FACTS.glob("*.txt")),
        real=real,
        held=held,
        network=PairNetwork(given.backbone).to(device()),
        tokenizer=tokenizer_of(given.backbone),
    )


def arrays_of(network: PairNetwork) -> dict[str, Floats]:
    """The network's arrays by name, in 32-bit floats."""
    return {name: tensor.cpu().float().numpy() for name, tensor in network.state_dict().items()}


def tokenizer_of(backbone: Path) -> Tokenizer:
    """The tokenizer in a folder, which neither cuts nor pads.

    Raises:
        FileNotFoundError: if there is none.
    """
    tokenizer = Tokenizer.from_str((backbone / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def plan_of(rates: Rates, shares: Sequence[object], data: Iterable[object]) -> Plan:
    """The plan of one `resumed`; of the data, of which there may be much, a digest alone."""
    return {"rates": tuple(rates), "shares": tuple(shares), "data": digest(data)}


def texts_in(folder: Path) -> Iterator[object]:
    """The files below a folder, by path: as data of a plan cheaper than the pairs that are made of them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix()
            yield path.read_bytes()


def resumed(network: PairNetwork, kept: Path, plan: Plan, learn: Callable[[Path], None]) -> None:
    """Learn and keep what was learnt; or take it, where it was kept before.

    What the network begins with is part of the plan: what was learnt after something else is of no use once
    that was learnt anew.

    Args:
        network: what is trained.
        kept: the file of what it has learnt.
        plan: how, and from what.
        learn: is given the file for what a run that is stopped goes on from.

    Raises:
        ValueError: if what was kept is of another plan.
    """
    state = state_beside(kept)
    plan = {**plan, "settings": settings_of(network), "begins": begins(network)}
    if kept.is_file():
        record = torch.load(kept, map_location="cpu", weights_only=True)
        if record.get("plan") != plan:
            raise ValueError(f"{kept} was learnt by another plan or from other data; delete it to learn anew")
        print("goes on from", kept.name, flush=True)
        network.load_state_dict(record["network"])
    else:
        learn(state)
        saved(kept, {"plan": plan, "network": network.state_dict()})
    state.unlink(missing_ok=True)
