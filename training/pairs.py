"""Trains the small reader of pairs and writes ``pairs.onnx``.

    python -m training.pairs BACKBONE OUT [--data FOLDER] [--kept FOLDER]

It begins with the encoder BACKBONE and learns from invented facts
(`evaluation.facts`) and, with the ``stories`` of FOLDER, from labelled pairs of
real clauses (`evaluation.realpairs`); then from units of whole invented events
as the program cuts and pairs them (`training.eventpairs`), so that it knows how
rarely two of them contradict each other.  What is held back is measured on at
the end and has no say in anything.  What each step taught is kept (``facts.pt``,
``events.pt``), and a run that finds it there goes on from it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from evaluation.facts import (
    APART,
    FACTS,
    HELD,
    NOT_CONTRARY,
    Example,
    Story,
    examples,
    read_facts,
)
from onnx import TensorProto
from tokenizers import Tokenizer

from rashomon.inference.packed import Packed
from rashomon.inference.pairs import KINDS, RELATIONS, SIDES
from training.eventlabels import LEARNT, events_in
from training.eventpairs import event_examples
from training.export import below
from training.graph import Floats, Graph, Scheme, Shape, encoder, shape_of
from training.network import device
from training.pairnetwork import (
    Material,
    PairNetwork,
    Rates,
    encode,
    fit,
    held_and_learnt,
    resumed,
    say,
    thinned,
    tokenizer_of,
)

__all__ = ["Model", "graph_of", "main"]

INPUTS = ("input_ids", "side_ids", "attention_mask")
FACT_RATES, EVENT_RATES = Rates(1.5e-4, 1e-3), Rates(7.5e-5, 5e-4)
EPOCHS, SHARE = 2, 0.5  # of the pairs that the facts give so much is seen in each epoch
EVENT_EPOCHS = 2  # three of fewer events took as long
EVENT_SHARE = 0.1  # of the facts' pairs
EVENT_PLAIN = {APART: 0.35, NOT_CONTRARY: 0.35}  # of the events' pairs that tell of two things
REPEATED = 3  # times that a real pair is seen in an epoch


class Model(NamedTuple):
    """An ONNX graph, and the matrices that lie beside it, if there are any."""

    graph: bytes
    matrices: Mapping[str, Packed]


def graph_of(arrays: dict[str, Floats], shape: Shape, scheme: Scheme) -> Model:
    """The model: pieces, sides and mask of pairs in, scores of `RELATIONS` and `KINDS` out."""
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
    return Model(bytes(graph.model(INPUTS, output).SerializeToString()), graph.matrices)


def _linear(graph: Graph, x: str, arrays: dict[str, Floats], name: str) -> str:
    product = graph.node("MatMul", x, graph.constant(arrays[f"{name}.weight"].T))
    return graph.node("Add", product, graph.constant(arrays[f"{name}.bias"]))


def main(words: Sequence[str] | None = None) -> None:
    """Train, write the model, and say how well it does on what was held back."""
    parser = argparse.ArgumentParser(prog="python -m training.pairs", description=__doc__)
    parser.add_argument("backbone", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, help="folder with stories/")
    parser.add_argument("--kept", type=Path, help="folder for what is learnt on the way; OUT if left out")
    given = parser.parse_args(words)
    tokenizer = tokenizer_of(given.backbone)
    held, real = held_and_learnt(given.data)
    material = Material(events=(), stories=read_facts(FACTS.glob("*.txt")), real=real)
    given.out.mkdir(parents=True, exist_ok=True)
    network = PairNetwork(given.backbone).to(device())
    kept = given.kept or given.out
    resumed(network, kept / "facts.pt", lambda state: _learn_facts(network, material, tokenizer, state))
    material = material._replace(events=list(event_examples(events_in(LEARNT))))
    print(f"{len(material.events)} pairs of events", flush=True)
    resumed(network, kept / "events.pt", lambda state: _learn_events(network, material, tokenizer, state))
    arrays = {name: tensor.cpu().float().numpy() for name, tensor in network.state_dict().items()}
    model = graph_of(arrays, shape_of(given.backbone), Scheme.DYNAMIC7).graph
    (given.out / "pairs.onnx").write_bytes(model)
    print(f"pairs.onnx: {len(model) / 1e6:.1f} MB", flush=True)
    say(network, "facts held back", examples(read_facts(HELD.glob("*.txt")), random.Random(2)), tokenizer)
    say(network, "real clauses held back", held, tokenizer)


def _learn_facts(network: PairNetwork, material: Material, tokenizer: Tokenizer, state: Path) -> None:
    draw = random.Random(1)
    epochs = [
        encode([*_some(material.stories, SHARE, draw), *_repeated(material.real)], tokenizer)
        for _ in range(EPOCHS)
    ]
    print(f"{len(material.stories)} stories, {sum(map(len, epochs))} pairs in {EPOCHS} epochs", flush=True)
    fit(network, epochs, FACT_RATES, kept=state)


def _learn_events(network: PairNetwork, material: Material, tokenizer: Tokenizer, state: Path) -> None:
    draw = random.Random(2)
    epochs = [
        encode(
            [
                *thinned(material.events, EVENT_PLAIN, draw),
                *_some(material.stories, EVENT_SHARE, draw),
                *_repeated(material.real),
            ],
            tokenizer,
        )
        for _ in range(EVENT_EPOCHS)
    ]
    fit(network, epochs, EVENT_RATES, seed=2, kept=state)


def _repeated(real: Sequence[Example]) -> list[Example]:
    return [*real] * REPEATED


def _some(stories: Sequence[Story], share: float, draw: random.Random) -> list[Example]:
    """A share of the pairs of an epoch."""
    found = examples(stories, draw)
    return draw.sample(found, round(share * len(found)))


if __name__ == "__main__":
    main()
