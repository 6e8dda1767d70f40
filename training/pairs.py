"""Trains the reader of pairs and writes ``pairs.onnx``.

    python -m training.pairs BACKBONE OUT [--data FOLDER]

It begins with the encoder BACKBONE and learns from invented facts
(`evaluation.facts`) and, with the ``stories`` of FOLDER, from labelled pairs of
real clauses (`evaluation.realpairs`); then from units of whole invented events
as the program cuts and pairs them (`training.eventpairs`), so that it knows how
rarely two of them contradict each other.  What is held back is measured on
at the end and has no say in anything.  What the facts and what the events taught
is kept in OUT (``facts.pt``, ``events.pt``), and a run that finds it there goes
on from it.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from evaluation.facts import (
    ALLOWED,
    APART,
    FACTS,
    HELD,
    NOT_CONTRARY,
    Example,
    Story,
    examples,
    read_facts,
    turned,
)
from evaluation.realpairs import labelled
from numpy.typing import NDArray
from onnx import TensorProto
from tokenizers import Tokenizer
from torch import Tensor, nn

from rashomon.inference.pairs import KINDS, RELATIONS, SIDES, encoded
from training.batches import order
from training.eventlabels import LEARNT, events_in
from training.eventpairs import event_examples
from training.export import below
from training.fit import rate_factor
from training.graph import Floats, Graph, Scheme, Shape, encoder, shape_of
from training.network import Network, device

__all__ = ["PairNetwork", "fit", "graph_of", "main", "measure"]

INPUTS = ("input_ids", "side_ids", "attention_mask")
RATE, HEAD_RATE, DECAY, SHRINK, WARM, CLIP = 1.5e-4, 1e-3, 0.9, 0.01, 0.08, 1.0
EPOCHS, SHARE = 2, 0.5  # of the pairs that the facts give so much is seen in each epoch
EVENT_EPOCHS, EVENT_PACE = 2, 0.5  # three of fewer events took as long
EVENT_SHARE, EVENT_PLAIN = 0.1, 0.35  # of the facts' pairs, and of the events' that tell of two things
BATCH, SMOOTHED = 32, 0.05
REPEATED = 3  # times that a real pair is seen in an epoch
_TALK = 100


class PairNetwork(nn.Module):
    """Scores of `RELATIONS` and `KINDS` for pairs of wordings.

    Args:
        backbone: the folder with the encoder's ``config.json`` and ``model.safetensors``.
        dropout: share of features dropped before the last layer.
    """

    def __init__(self, backbone: Path, *, dropout: float = 0.1) -> None:
        super().__init__()
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
    network: PairNetwork, epochs: Sequence[Sequence[Encoded]], *, pace: float = 1.0, seed: int = 1
) -> None:
    """Train the network on each epoch's pairs in turn; the kinds are learnt from contradictions alone.

    Args:
        pace: times the rates of learning.
    """
    torch.manual_seed(seed)
    optimiser = torch.optim.AdamW(_groups(network, pace), fused=True)
    steps = sum(-(-len(rows) // BATCH) for rows in epochs)
    step = 0
    network.train()
    mean, begun = 0.0, time.monotonic()
    for epoch, rows in enumerate(epochs):
        for numbers in order([len(row.pieces) for row in rows], BATCH, seed, epoch):
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * rate_factor(step, steps, WARM)
            loss = _loss(network, [rows[number] for number in numbers])
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            mean += (float(loss.detach()) - mean) / min(step, _TALK)
            if step % _TALK == 0 or step == steps:
                print(
                    f"step {step} of {steps}, loss {mean:.3f}, {time.monotonic() - begun:.0f} s", flush=True
                )


def _groups(network: PairNetwork, pace: float) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    for name, tensor in network.named_parameters():
        within = name.partition("encoder.layer.")[2]
        above = network.layers - (int(within.partition(".")[0]) + 1 if within else 0)
        rate = pace * (RATE * DECAY**above if name.startswith("bert.") else HEAD_RATE)
        shrink = SHRINK if tensor.ndim > 1 else 0.0
        groups.append({"params": [tensor], "base": rate, "lr": rate, "weight_decay": shrink})
    return groups


def _loss(network: PairNetwork, rows: Sequence[Encoded]) -> Tensor:
    where = next(network.parameters()).device
    pieces, sides, seen = (tensor.to(where) for tensor in batch_of(rows))
    with torch.autocast(where.type, dtype=torch.bfloat16):
        scores = network(pieces, sides, seen)
    scores = scores.float()
    kind = torch.tensor([row.kind for row in rows], device=where)
    loss = _relation_loss(scores[:, : len(RELATIONS)], [row.relation for row in rows])
    told = kind >= 0
    if told.any():
        of_kinds = nn.functional.cross_entropy(scores[told, len(RELATIONS) :], kind[told], reduction="sum")
        loss = loss + 0.5 * of_kinds / len(rows)
    return loss


def _relation_loss(scores: Tensor, told: Sequence[int]) -> Tensor:
    """The mean of how unlikely the network takes the relations that are left (`ALLOWED`) to be.

    Where one is left the target is smoothed; where several are, nothing is asked of their shares.
    """
    left = torch.zeros(len(ALLOWED), len(RELATIONS), dtype=torch.bool, device=scores.device)
    for code, relations in enumerate(ALLOWED):
        left[code, list(relations)] = True
    mask = left[torch.tensor(told, device=scores.device)]
    likely = scores.log_softmax(1)
    loss = -likely.masked_fill(~mask, -torch.inf).logsumexp(1)
    smooth = (1 - SMOOTHED) * loss - SMOOTHED * likely.mean(1)
    return torch.where(mask.sum(1) == 1, smooth, loss).mean()


def scores_of(network: PairNetwork, rows: Sequence[Encoded]) -> NDArray[np.float32]:
    """The scores [pair, output]."""
    network.eval()
    where = next(network.parameters()).device
    out = np.zeros((len(rows), len(RELATIONS) + len(KINDS)), np.float32)
    by_length = sorted(range(len(rows)), key=lambda at: len(rows[at].pieces))
    with torch.no_grad():
        for start in range(0, len(by_length), 64):
            numbers = by_length[start : start + 64]
            batch = batch_of([rows[at] for at in numbers])
            with torch.autocast(where.type, dtype=torch.bfloat16):
                found = network(*(tensor.to(where) for tensor in batch))
            out[numbers] = found.float().cpu().numpy()
    network.train()
    return out


def measure(scores: NDArray[np.float32], rows: Sequence[Encoded]) -> dict[str, float]:
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


def graph_of(arrays: dict[str, Floats], shape: Shape, scheme: Scheme) -> bytes:
    """The ONNX model: pieces, sides and mask of pairs in, scores of `RELATIONS` and `KINDS` out."""
    graph = Graph(scheme)
    bert = below(arrays, "bert.")
    words = graph.embedding("input_ids", bert["embeddings.word_embeddings.weight"])
    sides = graph.node("Gather", graph.constant(arrays["sides.weight"]), "side_ids")
    states = encoder(graph, bert, shape, graph.node("Add", words, sides), "input_ids", "attention_mask")
    words_own = graph.node("Less", "side_ids", graph.constant(np.array(SIDES // 2)))
    seen = graph.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    mask = graph.node("Mul", seen, graph.node("Cast", words_own, to=TensorProto.FLOAT))
    column = graph.node("Unsqueeze", mask, graph.constant(np.array([2])))
    along = graph.constant(np.array([1]))
    total = graph.node("ReduceSum", graph.node("Mul", states, column), along, keepdims=0)
    mean = graph.node("Div", total, graph.node("ReduceSum", column, along, keepdims=0))
    hidden = graph.node("ms:Gelu", _linear(graph, mean, arrays, "hidden"))
    output = (_linear(graph, hidden, arrays, "out"), "scores", ("batch", len(RELATIONS) + len(KINDS)))
    return bytes(graph.model(INPUTS, output).SerializeToString())


def _linear(graph: Graph, x: str, arrays: dict[str, Floats], name: str) -> str:
    product = graph.node("MatMul", x, graph.constant(arrays[f"{name}.weight"].T))
    return graph.node("Add", product, graph.constant(arrays[f"{name}.bias"]))


def main(words: Sequence[str] | None = None) -> None:
    """Train, write the model, and say how well it does on what was held back."""
    parser = argparse.ArgumentParser(prog="python -m training.pairs", description=__doc__)
    parser.add_argument("backbone", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, help="folder with stories/")
    given = parser.parse_args(words)
    tokenizer = Tokenizer.from_file(str(given.backbone / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    real = list(labelled(given.data, "train")) if given.data else []
    held = list(labelled(given.data, "dev")) if given.data else []
    stories = read_facts(FACTS.glob("*.txt"))
    given.out.mkdir(parents=True, exist_ok=True)
    network = PairNetwork(given.backbone).to(device())
    _resumed(network, given.out / "facts.pt", lambda: _learn_facts(network, stories, real, tokenizer))
    events = list(event_examples(events_in(LEARNT)))
    print(f"{len(events)} pairs of events", flush=True)
    _resumed(
        network, given.out / "events.pt", lambda: _learn_events(network, events, stories, real, tokenizer)
    )
    arrays = {name: tensor.cpu().float().numpy() for name, tensor in network.state_dict().items()}
    model = graph_of(arrays, shape_of(given.backbone), Scheme.DYNAMIC7)
    (given.out / "pairs.onnx").write_bytes(model)
    print(f"pairs.onnx: {len(model) / 1e6:.1f} MB", flush=True)
    _say(network, "facts held back", examples(read_facts(HELD.glob("*.txt")), random.Random(2)), tokenizer)
    _say(network, "real clauses held back", held, tokenizer)


def _learn_facts(
    network: PairNetwork, stories: Sequence[Story], real: list[Example], tokenizer: Tokenizer
) -> None:
    draw = random.Random(1)
    epochs = [encode([*_some(stories, SHARE, draw), *real * REPEATED], tokenizer) for _ in range(EPOCHS)]
    print(f"{len(stories)} stories, {sum(map(len, epochs))} pairs in {EPOCHS} epochs", flush=True)
    fit(network, epochs)


def _learn_events(
    network: PairNetwork,
    events: Sequence[Example],
    stories: Sequence[Story],
    real: list[Example],
    tokenizer: Tokenizer,
) -> None:
    draw = random.Random(2)
    epochs = [
        encode([*_thinned(events, draw), *_some(stories, EVENT_SHARE, draw), *real * REPEATED], tokenizer)
        for _ in range(EVENT_EPOCHS)
    ]
    fit(network, epochs, pace=EVENT_PACE, seed=2)


def _resumed(network: nn.Module, kept: Path, learn: Callable[[], None]) -> None:
    """Learn and keep what was learnt; or take it, where it was kept before."""
    if kept.is_file():
        print("goes on from", kept.name, flush=True)
        network.load_state_dict(torch.load(kept, map_location="cpu", weights_only=True))
    else:
        learn()
        torch.save(network.state_dict(), kept)


def _some(stories: Sequence[Story], share: float, draw: random.Random) -> list[Example]:
    """A share of the pairs of an epoch."""
    found = examples(stories, draw)
    return draw.sample(found, round(share * len(found)))


def _thinned(events: Sequence[Example], draw: random.Random) -> list[Example]:
    """All pairs that tell of one thing, a share of the others, each in an order drawn by lot."""
    kept = [one for one in events if one.relation not in (APART, NOT_CONTRARY) or draw.random() < EVENT_PLAIN]
    return [turned(one) if draw.random() < 0.5 else one for one in kept]


def _say(network: PairNetwork, what: str, found: Sequence[Example], tokenizer: Tokenizer) -> None:
    if not found:
        return
    rows = encode(found, tokenizer)
    told = ", ".join(f"{name} {value:.3f}" for name, value in measure(scores_of(network, rows), rows).items())
    print(f"{len(rows)} pairs of {what}: {told}", flush=True)


if __name__ == "__main__":
    main()
