"""Lets a reader of pairs whose weights are there learn what real reports are like.

    python -m training.further BACKBONE WEIGHTS OUT --data FOLDER [--large] [--whole-floats] [--kept FOLDER]

It begins with the weights in WEIGHTS (`training.reopened`), of the small reader or of the large one, and
learns from real stories in which disagreements were planted, by readers (`training.plantedpairs`) and by
rules (`training.swapped`), and from labelled pairs of real clauses; among pairs of what it has learnt from
before, so that it does not forget: of invented events those that contradict each other and those of the
others that the small reader suspects, which are what is read again, and some invented facts.  The large one
learns with its last layers and through its rounding (`training.rounded`).  What is held back is measured on
before and after.  OUT has the ``tokenizer.json`` of the weights.
``--whole-floats`` is for processors that are slow with 16-bit ones, or stop at them.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from evaluation.facts import CONTRARY, FACTS, HELD, Example, examples, read_facts, turned
from evaluation.realpairs import labelled
from tokenizers import Tokenizer

from rashomon.inference import OnnxPairReader
from rashomon.inference.cascade import suspected
from rashomon.inference.pairs import RELATIONS
from training.eventlabels import LEARNT, events_in
from training.eventpairs import event_examples
from training.graph import Scheme, shape_of
from training.largepairs import large_graph, piece_numbers
from training.network import device
from training.nibbles import write_matrices
from training.paircommand import arrays_of, tokenizer_of
from training.pairgraph import graph_of
from training.pairnetwork import PairNetwork, Rates, encode, fit, measure, scores_of
from training.plantedpairs import planted_examples
from training.reopened import reopen
from training.ridge import average_precision
from training.rounded import plain, through_rounding
from training.swapped import swapped_examples
from training.whole import whole

__all__ = ["main"]

SUSPECTED, OTHERS, FACTS_SEEN = 9_500, 1_000, 3_000
"""Of the events' pairs that are no contradictions so many that the small reader suspects, and of the rest;
and so many pairs of facts."""
PLANTED = 2  # times that what readers planted is seen
RATES = {False: Rates(5e-5, 3e-4), True: Rates(6e-5, 3e-4)}  # of the small reader, of the large one
LEARNING = 6  # of the large one's layers, the last
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
    pairs = _learnt_from(given.data)
    kept = (given.kept or given.out) / f"further-{'large' if given.large else 'small'}.state"
    if given.large:
        through_rounding(network.bert)
    fit(network, [encode(pairs, tokenizer)], RATES[given.large], seed=7, kept=kept)
    _say(network, tokenizer, held, "after")
    plain(network)
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


def _learnt_from(data: Path) -> list[Example]:
    """All pairs, in an order drawn by lot."""
    draw = random.Random(_SEED)
    told = list(event_examples(events_in(LEARNT)))
    contrary, others = _parted(told, [one.relation == CONTRARY for one in told])
    read = OnnxPairReader().read([(one.first, one.second) for one in others])
    hard, rest = _parted(others, [suspected(reading) for reading in read])
    found = {
        "contradictions of events": contrary,
        "suspected of events": draw.sample(hard, min(SUSPECTED, len(hard))),
        "other pairs of events": draw.sample(rest, min(OTHERS, len(rest))),
        "changed by rules": list(swapped_examples(data)),
        "planted": [*planted_examples(data, "train")] * PLANTED,
        "labelled": list(labelled(data, "train")),
        "facts": draw.sample(examples(read_facts(FACTS.glob("*.txt")), draw), FACTS_SEEN),
    }
    print("pairs:", ", ".join(f"{len(pairs)} {what}" for what, pairs in found.items()), flush=True)
    pairs = [turned(one) if draw.random() < 0.5 else one for told in found.values() for one in told]
    draw.shuffle(pairs)
    return pairs


def _parted(pairs: Sequence[Example], told: Sequence[bool]) -> tuple[list[Example], list[Example]]:
    """Those of which it is told, and the others."""
    chosen = list(zip(pairs, told, strict=True))
    return [one for one, of in chosen if of], [one for one, of in chosen if not of]


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
