"""The network of the reader of pairs, what it learns from, and how it is fitted and measured."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from evaluation.facts import ALLOWED, Example, turned
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from rashomon.inference.pairs import KINDS, RELATIONS, SIDES, encoded
from training.batches import order
from training.fit import SHRINK, groups, rate_factor
from training.network import LockedDropout, Network
from training.resuming import State, digest

__all__ = [
    "Encoded",
    "PairNetwork",
    "Rates",
    "Scores",
    "encode",
    "fit",
    "measure",
    "scores_of",
    "settings_of",
    "thinned",
]

DECAY, WARM, CLIP = 0.9, 0.08, 1.0
BATCH, SMOOTHED = 32, 0.05
_TALK, _KEEP = 100, 250  # steps after which it says how far it is, and keeps what it learnt

Scores = NDArray[np.float32]
"""Scores [pair, output] of `RELATIONS` and `KINDS`."""


class Rates(NamedTuple):
    """How fast the encoder's last layer learns, and what stands behind the encoder."""

    encoder: float
    head: float


class PairNetwork(nn.Module):
    """Scores of `RELATIONS` and `KINDS` for pairs of wordings.

    Args:
        backbone: the folder with the encoder's ``config.json`` and ``model.safetensors``.
        dropout: share of features dropped before the last layer.
        halves: whether it counts with 16-bit floats where that loses little; some processors stop at them.
    """

    def __init__(self, backbone: Path, *, dropout: float = 0.1, halves: bool = True) -> None:
        super().__init__()
        self.halves = halves
        encoder_of = Network(backbone)
        self.layers: int = encoder_of.layers
        self.bert = encoder_of.bert
        width = self.bert.config.hidden_size
        self.sides = nn.Embedding(SIDES, width)
        nn.init.normal_(self.sides.weight, std=0.02)
        self.drop = nn.Dropout(dropout)
        self.hidden = nn.Linear(width, width)
        self.out = nn.Linear(width, len(RELATIONS) + len(KINDS))

    def forward(self, pieces: Tensor, sides: Tensor, seen: Tensor) -> Tensor:
        """The scores [pair, output]."""
        embedded = self.bert.embeddings.word_embeddings(pieces) + self.sides(sides)
        states = self.bert(inputs_embeds=embedded, attention_mask=seen).last_hidden_state
        mask = (seen * (sides < SIDES // 2)).unsqueeze(2).to(states.dtype)  # what stands around is only seen
        mean = (states * mask).sum(1) / mask.sum(1)
        return self.out(self.drop(nn.functional.gelu(self.hidden(self.drop(mean)))))


class Encoded(NamedTuple):
    """One pair, ready for the network."""

    pieces: list[int]
    sides: list[int]
    relation: int
    kind: int


def encode(found: Sequence[Example], tokenizer: Tokenizer) -> list[Encoded]:
    """The pairs as numbers."""
    return [Encoded(*encoded(tokenizer, one.first, one.second), one.relation, one.kind) for one in found]


def batch_of(rows: Sequence[Encoded]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, sides and mask [pair, piece], padded with zeros."""
    length = max(len(row.pieces) for row in rows)
    pieces, sides, seen = (torch.zeros(len(rows), length, dtype=torch.long) for _ in range(3))
    for at, row in enumerate(rows):
        size = len(row.pieces)
        pieces[at, :size] = torch.tensor(row.pieces)
        sides[at, :size] = torch.tensor(row.sides)
        seen[at, :size] = 1
    return pieces, sides, seen


def fit(
    network: PairNetwork,
    epochs: Sequence[Sequence[Encoded]],
    rates: Rates,
    *,
    seed: int = 1,
    kept: Path | None = None,
) -> None:
    """Train the network on each epoch's pairs in turn; the kinds are learnt from contradictions alone.

    Parameters that ask for no gradient stay as they are.  A run that was stopped goes on from what `kept`
    has of it, which stays there at the end.

    Raises:
        ValueError: if the run that was stopped was of another plan or of other pairs, or began otherwise.
    """
    torch.manual_seed(seed)
    optimiser = torch.optim.AdamW(groups(network, rates.encoder, DECAY, {"": rates.head}), fused=True)
    steps = sum(-(-len(rows) // BATCH) for rows in epochs)
    state = None if kept is None else State(kept, _plan(network, epochs, rates, seed), network, optimiser)
    first = step = 0 if state is None else state.load()
    network.train()
    mean, begun = 0.0, time.monotonic()
    for rows in islice(_batches(epochs, seed), step, None):
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * rate_factor(step, steps, WARM)
        loss = _loss(network, rows)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        step += 1
        mean += (float(loss.detach()) - mean) / min(step - first, _TALK)
        if step % _TALK == 0 or step == steps:
            print(f"step {step} of {steps}, loss {mean:.3f}, {time.monotonic() - begun:.0f} s", flush=True)
        if state is not None and (step % _KEEP == 0 or step == steps):
            state.save(step)


def settings_of(network: PairNetwork) -> tuple[float, ...]:
    """What any run trains with, by which two runs can differ all the same: the shares of dropout last."""
    drops = (module.p for module in network.modules() if isinstance(module, nn.Dropout | LockedDropout))
    return (DECAY, SHRINK, WARM, CLIP, BATCH, SMOOTHED, *drops)


def _plan(
    network: PairNetwork, epochs: Sequence[Sequence[Encoded]], rates: Rates, seed: int
) -> dict[str, object]:
    """What has to be the same for a run to go on."""
    told = (
        np.array([*row.pieces, *row.sides, row.relation, row.kind], np.int32)
        for rows in epochs
        for row in rows
    )
    return {
        "rates": tuple(rates),
        "seed": seed,
        "settings": settings_of(network),
        "epochs": [len(rows) for rows in epochs],
        "pairs": digest(told),
    }


def _batches(epochs: Sequence[Sequence[Encoded]], seed: int) -> Iterator[list[Encoded]]:
    for epoch, rows in enumerate(epochs):
        for numbers in order([len(row.pieces) for row in rows], BATCH, seed, epoch):
            yield [rows[number] for number in numbers]


def _loss(network: PairNetwork, rows: Sequence[Encoded]) -> Tensor:
    where = next(network.parameters()).device
    pieces, sides, seen = (tensor.to(where) for tensor in batch_of(rows))
    with torch.autocast(where.type, dtype=torch.bfloat16, enabled=network.halves):
        scores = network(pieces, sides, seen)
    return _cost(scores.float(), rows)


def _cost(scores: Tensor, rows: Sequence[Encoded]) -> Tensor:
    """The mean over the pairs."""
    kind = torch.tensor([row.kind for row in rows], device=scores.device)
    relations = _relation_losses(scores[:, : len(RELATIONS)], [row.relation for row in rows])
    kinds = nn.functional.cross_entropy(scores[:, len(RELATIONS) :], kind, ignore_index=-1, reduction="none")
    return (relations + 0.5 * kinds).mean()


def _relation_losses(scores: Tensor, told: Sequence[int]) -> Tensor:
    """How unlikely [pair] the network takes the relations that are left (`ALLOWED`) to be.

    Where one is left the target is smoothed; where several are, nothing is asked of their shares.
    """
    left = torch.zeros(len(ALLOWED), len(RELATIONS), dtype=torch.bool, device=scores.device)
    for code, relations in enumerate(ALLOWED):
        left[code, list(relations)] = True
    mask = left[torch.tensor(told, device=scores.device)]
    likely = scores.log_softmax(1)
    loss = -likely.masked_fill(~mask, -torch.inf).logsumexp(1)
    smooth = (1 - SMOOTHED) * loss - SMOOTHED * likely.mean(1)
    return torch.where(mask.sum(1) == 1, smooth, loss)


def scores_of(network: PairNetwork, rows: Sequence[Encoded]) -> Scores:
    """The scores [pair, output]."""
    network.eval()
    where = next(network.parameters()).device
    out = np.zeros((len(rows), len(RELATIONS) + len(KINDS)), np.float32)
    by_length = sorted(range(len(rows)), key=lambda at: len(rows[at].pieces))
    with torch.no_grad():
        for start in range(0, len(by_length), 64):
            numbers = by_length[start : start + 64]
            batch = batch_of([rows[at] for at in numbers])
            with torch.autocast(where.type, dtype=torch.bfloat16, enabled=network.halves):
                found = network(*(tensor.to(where) for tensor in batch))
            out[numbers] = found.float().cpu().numpy()
    network.train()
    return out


def thinned(events: Sequence[Example], shares: Mapping[int, float], draw: random.Random) -> list[Example]:
    """Of the pairs of some relations a share, all of the others, each in an order drawn by lot."""
    kept = [one for one in events if one.relation not in shares or draw.random() < shares[one.relation]]
    return [turned(one) if draw.random() < 0.5 else one for one in kept]


def measure(scores: Scores, rows: Sequence[Encoded]) -> dict[str, float]:
    """Accuracy of relations; F1 of each; of contradictions the share whose kind is right; `one`: F1 of
    "about one thing" against apart.  Pairs of which the gold leaves more than one relation do not count.
    """
    known = [at for at, row in enumerate(rows) if row.relation < len(RELATIONS)]
    scores, rows = scores[known], [rows[at] for at in known]
    told = scores[:, : len(RELATIONS)].argmax(1)
    gold = np.array([row.relation for row in rows])
    out = {"accuracy": float((told == gold).mean())}
    for number, name in enumerate(RELATIONS):
        out[name] = _f1(told == number, gold == number)
    out["one"] = _f1(told != len(RELATIONS) - 1, gold != len(RELATIONS) - 1)
    kinds = np.array([row.kind for row in rows])
    has = kinds >= 0
    if has.any():
        out["kind"] = float((scores[has][:, len(RELATIONS) :].argmax(1) == kinds[has]).mean())
    return out


def _f1(told: NDArray[np.bool_], gold: NDArray[np.bool_]) -> float:
    both = float((told & gold).sum())
    return 2 * both / max(1.0, float(told.sum() + gold.sum()))
