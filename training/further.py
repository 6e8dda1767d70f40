"""Lets a reader of pairs whose weights are there learn from disagreements planted into real reports.

    python -m training.further BACKBONE WEIGHTS OUT --data FOLDER [--large] [--whole-floats] [--kept FOLDER]

It begins with the weights in WEIGHTS (`training.reopened`), of the small reader or of the large one, and
learns from real stories in which disagreements were planted (`training.plantedpairs`), among pairs of what
it has learnt from before, so that it does not forget: of invented events, of invented facts, of labelled
pairs of real clauses.  What is held back is measured on before and after.  OUT has the ``tokenizer.json`` of
the weights.
``--whole-floats`` is for processors that are slow with 16-bit ones, or stop at them.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from evaluation.facts import APART, CONTRARY, FACTS, HELD, NOT_CONTRARY, Example, examples, read_facts
from evaluation.realpairs import labelled
from tokenizers import Tokenizer

from rashomon.inference.pairs import RELATIONS
from training.eventlabels import LEARNT, events_in
from training.eventpairs import event_examples
from training.graph import Scheme, shape_of
from training.largepairs import large_graph, piece_numbers
from training.network import device
from training.nibbles import write_matrices
from training.paircommand import arrays_of, tokenizer_of
from training.pairgraph import graph_of
from training.pairnetwork import PairNetwork, Rates, encode, fit, measure, scores_of, thinned
from training.plantedpairs import planted_examples
from training.reopened import reopen
from training.ridge import average_precision
from training.whole import whole

__all__ = ["main"]

EVENTS = 4  # every so manieth event is learnt from again
PLAIN = {APART: 0.03, NOT_CONTRARY: 0.1}  # of its pairs that tell of two things
FACTS_SEEN = 800  # pairs
RATES = {False: Rates(5e-5, 3e-4), True: Rates(1e-4, 4e-4)}  # of the small reader, of the large one
EPOCHS = {False: 2, True: 1}  # of the planted pairs and the real clauses; all others are seen once
LEARNING = 3  # of the large one's layers, the last
MEASURED = 300  # pairs of each kind held back that are measured on
_SEED = 8


def main(words: Sequence[str] | None = None) -> None:
    """Train, write the model, and say how well it did and does on what is held back."""
    given = _parser().parse_args(words)
    torch.manual_seed(_SEED)
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of(given.backbone)
    numbers = piece_numbers(tokenizer, tokenizer_of(given.out)) if given.large else []
    network = PairNetwork(given.backbone, halves=not given.whole_floats).to(device())
    name = "pairs-large.onnx" if given.large else "pairs.onnx"
    reopen(network, given.weights / name)
    held = _held_back(given.data)
    _say(network, tokenizer, held, "before")
    _hold(network, LEARNING if given.large else None)
    epochs = _epochs(given.data, EPOCHS[given.large])
    print("pairs:", *map(len, epochs), flush=True)
    kept = (given.kept or given.out) / f"further-{'large' if given.large else 'small'}.state"
    fit(network, [encode(one, tokenizer) for one in epochs], RATES[given.large], seed=7, kept=kept)
    _say(network, tokenizer, held, "after")
    if given.large:
        model = large_graph(network, given.backbone, numbers)
        write_matrices(given.out / "pairs-large.npz", model.matrices)
    else:
        model = graph_of(arrays_of(network), shape_of(given.backbone), Scheme.DYNAMIC7)
    with whole(given.out / name) as file:
        file.write_bytes(model.graph)


def _hold(network: PairNetwork, learning: int | None) -> None:
    """Let embeddings of pieces stay as they are; and all below so many layers, if that is told."""
    network.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    if learning is not None:
        for part in (network.sides, network.bert.embeddings, *network.bert.encoder.layer[:-learning]):
            part.requires_grad_(False)
        for name, array in network.bert.encoder.named_parameters():
            if not name.startswith("layer."):  # a bias of attention that all layers share
                array.requires_grad_(False)


def _epochs(data: Path, count: int) -> list[list[Example]]:
    """What is seen in each epoch: the planted pairs and the real clauses, and a part of all the others."""
    draw = random.Random(_SEED)
    real = [*planted_examples(data, "train"), *labelled(data, "train")]
    events = list(event_examples(list(events_in(LEARNT))[::EVENTS]))
    facts = examples(read_facts(FACTS.glob("*.txt")), draw)
    plain = thinned(events, PLAIN, draw)
    draw.shuffle(plain)
    return [[*real, *plain[epoch::count], *draw.sample(facts, FACTS_SEEN // count)] for epoch in range(count)]


def _held_back(data: Path) -> dict[str, list[Example]]:
    """What is measured on, by what it is."""
    draw = random.Random(2)
    found = {
        "planted": list(planted_examples(data, "dev")),
        "real clauses": list(labelled(data, "dev")),
        "facts": examples(read_facts(HELD.glob("*.txt")), draw),
    }
    return {what: draw.sample(pairs, min(MEASURED, len(pairs))) for what, pairs in found.items()}


def _say(
    network: PairNetwork, tokenizer: Tokenizer, held: Mapping[str, Sequence[Example]], when: str
) -> None:
    """Print how well it does: of pairs known by their relation, and how well contradictions are ranked."""
    for what, found in held.items():
        rows = encode(found, tokenizer)
        scores = scores_of(network, rows)
        figures = ", ".join(f"{name} {value:.3f}" for name, value in measure(scores, rows).items())
        told = scores[:, : len(RELATIONS)]
        surest = told[:, CONTRARY] - np.logaddexp.reduce(np.delete(told, CONTRARY, axis=1), axis=1)
        ranked = average_precision(surest, np.array([row.relation == CONTRARY for row in rows], float))
        print(
            f"{when}, {len(rows)} pairs of {what}: {figures}; contradictions ranked {ranked:.3f}", flush=True
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.further", description=__doc__)
    parser.add_argument("backbone", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder with stories/")
    parser.add_argument("--kept", type=Path, help="folder for what is learnt on the way; OUT if left out")
    parser.add_argument("--large", action="store_true", help="the large reader")
    parser.add_argument("--whole-floats", action="store_true", help="count with 32-bit floats alone")
    return parser


if __name__ == "__main__":
    main()
