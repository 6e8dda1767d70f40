"""One loop for gold and for a teacher, which can be stopped at any moment.

AdamW with a learning rate that falls from layer to layer towards the words
(Howard and Ruder 2018), rises linearly, then falls linearly; matrices in
bfloat16, gradients clipped.  A window with annotation and a teacher takes both
losses, mixed; with one of them, that one.  Losses are a word's.

Every so many steps the weights, the optimiser, the step and the states of the
random numbers are written beside the result; the order of the windows is a
function of seed and epoch.  So training that was stopped goes on from there
exactly as if nothing had happened, and does so by itself when it is called
again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from rashomon.inference.files import Settings
from training.batches import Batch, batch_of, order
from training.chain import Scores, forward_backward, nll, soft_nll
from training.data import Sample
from training.network import Network
from training.resuming import State, digest, saved, state_beside
from training.scoring import scores

__all__ = ["Lesson", "Plan", "Progress", "fit", "groups", "rate_factor", "say"]

HEAD_RATE, CHAIN_RATE, SHRINK = 1e-3, 5e-3, 0.01
CLIP = 1.0
SCALE = 10.0  # of the loss; with clipping it only says how soon gradients are clipped
TALK = 50  # steps between two lines of progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a network is trained.

    Attributes:
        epochs: how often each window is seen.
        rate: the learning rate of the encoder's last layer.
        decay: by what it is multiplied from each layer to the one below.
        warm: share of the steps in which it rises.
        window: pieces the network sees at once.
        overlap: pieces that a window shares with the next.
        batch: windows a step.
        taught: weight of the teacher's loss where there is annotation, too.
        dropout: share of features dropped before the last layer.
        seed: of all random numbers.
        save: steps from one saved state to the next.
    """

    epochs: int
    rate: float
    decay: float
    warm: float
    window: int = 256
    overlap: int = 32
    batch: int = 16
    taught: float = 0.7
    dropout: float = 0.1
    seed: int = 1
    save: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """After a step: its number from 1, of how many, and its loss."""

    step: int
    steps: int
    loss: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lesson:
    """What a network is trained on.

    Attributes:
        samples: the windows.
        settings: those they were cut with.
        teacher: the scores of the teacher's chain, which go with its scores of words.

    Raises:
        ValueError: if windows have a teacher's scores and there is no teacher.
    """

    samples: Sequence[Sample]
    settings: Settings
    teacher: Scores | None = None

    def __post_init__(self) -> None:
        if self.teacher is None and any(each.article.soft is not None for each in self.samples):
            raise ValueError("a teacher's scores of words say nothing without those of its chain")


def rate_factor(step: int, steps: int, warm: float) -> float:
    """By what the learning rate is multiplied in a step (from 0): up to 1, then down to 0."""
    if step < warm * steps:
        return min(1.0, (step + 1) / (warm * steps))
    return (steps - step) / (steps * (1 - warm))


def say(progress: Progress) -> None:
    """A line of progress now and then."""
    if progress.step % TALK == 1 or progress.step == progress.steps:
        clock = time.strftime("%H:%M:%S")
        print(f"{clock} step {progress.step} of {progress.steps}, loss {progress.loss:.3f}", flush=True)


def fit(
    network: Network, lesson: Lesson, plan: Plan, out: Path, *, report: Callable[[Progress], None] = say
) -> None:
    """Train the network and write its state to `out`.

    Args:
        network: what is trained, where it is to be trained.
        lesson: what it is trained on.
        plan: how.
        out: the file; the state of training that was stopped is beside it (``.state``).
        report: called after each step.

    Raises:
        ValueError: if training that was stopped was of another plan, or on other data.
    """
    torch.manual_seed(plan.seed)
    heads = {"crf.": CHAIN_RATE, "": max(plan.rate, HEAD_RATE)}
    optimiser = torch.optim.AdamW(groups(network, plan.rate, plan.decay, heads), fused=True)
    known = {**asdict(plan), "lesson": digest(_seen(lesson))}
    state = State(state_beside(out), known, network, optimiser)
    first = state.load()
    lengths = [len(each) for each in lesson.samples]
    each_epoch = -(-len(lengths) // plan.batch)
    steps = plan.epochs * each_epoch
    network.train()
    for step in range(first, steps):
        epoch, place = divmod(step, each_epoch)
        if place == 0 or step == first:
            batches = order(lengths, plan.batch, plan.seed, epoch)
        batch = batch_of([lesson.samples[number] for number in batches[place]], lesson.settings)
        _set_rate(optimiser, rate_factor(step, steps, plan.warm))
        loss = _step(network, optimiser, batch, lesson.teacher, plan.taught)
        if (step + 1) % plan.save == 0:
            state.save(step + 1)
        report(Progress(step=step + 1, steps=steps, loss=loss))
    saved(out, {name: tensor.cpu() for name, tensor in network.state_dict().items()})
    state_beside(out).unlink(missing_ok=True)


def _seen(lesson: Lesson) -> Iterator[object]:
    """All that the network is shown and held against."""
    yield from lesson.teacher or ()
    for each in lesson.samples:
        batch = batch_of([each], lesson.settings)
        yield from (getattr(batch, field.name) for field in fields(batch))


def groups(network: nn.Module, rate: float, decay: float, heads: Mapping[str, float]) -> list[dict[str, Any]]:
    """Each tensor that learns, with its learning rate; vectors do not shrink.

    Args:
        network: one with an encoder ``bert`` and the number of its ``layers``.
        rate: that of the encoder's last layer.
        decay: by what it is multiplied from each layer to the one below.
        heads: that of what stands behind the encoder, by how the name begins; the first that fits counts.
    """

    def rate_of(name: str) -> float:
        if not name.startswith("bert."):
            return next(own for begin, own in heads.items() if name.startswith(begin))
        within = name.partition("encoder.layer.")[2]
        above = network.layers - (int(within.partition(".")[0]) + 1 if within else 0)
        return float(rate * decay**above)

    return [
        {"params": [tensor], "base": own, "lr": own, "weight_decay": SHRINK if tensor.ndim > 1 else 0.0}
        for name, tensor in network.named_parameters()
        if tensor.requires_grad
        for own in [rate_of(name)]
    ]


def _set_rate(optimiser: torch.optim.Optimizer, factor: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = group["base"] * factor


def _step(
    network: Network,
    optimiser: torch.optim.Optimizer,
    batch: Batch,
    teacher: Scores | None,
    taught: float,
) -> float:
    loss = _loss(network, batch, teacher, taught)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), CLIP)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return float(loss.detach())


def _loss(network: Network, batch: Batch, teacher: Scores | None, taught: float) -> Tensor:
    """The mean over the windows of the loss of a word."""
    found = scores(network, batch)
    mask, tags, soft = (torch.from_numpy(a).to(found.device) for a in (batch.mask, batch.tags, batch.soft))
    weight = torch.from_numpy(_taught(batch, taught)).to(found.device)
    own = network.crf.scores()
    loss = torch.zeros_like(weight)
    if teacher is not None and batch.taught.any():
        with torch.no_grad():
            posteriors = forward_backward(Scores(*(t.to(found.device) for t in teacher)), soft, mask)
        loss = loss + weight * soft_nll(own, found, posteriors, mask)
    if batch.gold.any():
        loss = loss + (1 - weight) * nll(own, found, tags, mask)
    return (loss / mask.sum(1)).mean() * SCALE


def _taught(batch: Batch, taught: float) -> NDArray[np.float32]:
    """How much of each window's loss is the teacher's."""
    return np.where(batch.taught, np.where(batch.gold, taught, 1.0), 0.0).astype(np.float32)
