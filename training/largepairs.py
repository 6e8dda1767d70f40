"""Trains the larger reader of pairs and writes ``pairs-large.onnx`` and ``pairs-large.npz``.

    python -m training.largepairs BACKBONE OUT [--data FOLDER] [--kept FOLDER]

OUT has the ``tokenizer.json`` of the other weights: both encoders know the same pieces by other numbers, so
the larger one's are written in the order of that file.

It learns from what the smaller one does (`training.pairs`): invented facts, events, and labelled pairs of
real clauses.  A step of it takes six times as long, so it sees fewer: some of the facts' pairs, then twice
the events' pairs that are not thinned out, with others of the facts', each time with the real clauses.
Its embeddings of pieces stay as they were.  What it has learnt is kept every few minutes
(``large.pt.state``), and a run that was stopped goes on from there.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from evaluation.facts import APART, NOT_CONTRARY, examples
from tokenizers import Tokenizer

from training.eventlabels import LEARNT, events_in
from training.eventpairs import event_examples
from training.graph import Scheme, below, shape_of
from training.mpnet import as_bert
from training.nibbles import write_matrices
from training.paircommand import Run, arrays_of, begun, plan_of, resumed, texts_in, tokenizer_of
from training.pairgraph import Model, graph_of
from training.pairnetwork import PairNetwork, Rates, encode, fit, thinned
from training.whole import whole

__all__ = ["large_graph", "main", "piece_numbers"]

RATES = Rates(5e-5, 5e-4)
FACT_SHARE = 0.056  # of the facts' pairs, before the events and again in each epoch of them
EPOCHS = 2
PLAIN = {APART: 0.1, NOT_CONTRARY: 0.25}
"""Of the events' pairs that tell of two things so many are seen, drawn anew in each epoch."""


def main(words: Sequence[str] | None = None) -> None:
    """Train, write the model, and say how well it does on what was held back."""
    run = begun("training.largepairs", __doc__, words)
    numbers = piece_numbers(run.tokenizer, tokenizer_of(run.out))  # a fault is better told before the hours
    data = [run.stories, run.real, *texts_in(LEARNT)]
    plan = plan_of(RATES, (FACT_SHARE, EPOCHS, *PLAIN.items()), data)
    resumed(run.network, run.kept / "large.pt", plan, partial(_learn, run))
    model = large_graph(run.network, run.backbone, numbers)
    write_matrices(run.out / "pairs-large.npz", model.matrices)
    with whole(run.out / "pairs-large.onnx") as file:
        file.write_bytes(model.graph)
    run.say()


def large_graph(
    network: PairNetwork, backbone: Path, numbers: Sequence[int], scheme: Scheme = Scheme.NIBBLES
) -> Model:
    """The model (`training.pairgraph.graph_of`) of an MPNet encoder.

    Args:
        network: as trained.
        backbone: the folder the encoder came in.
        numbers: the encoder's own number (`piece_numbers`) of each piece that the model is asked by.
        scheme: how its matrices are held.
    """
    arrays = arrays_of(network)
    bert = as_bert(below(arrays, "bert."))
    table = "embeddings.word_embeddings.weight"
    bert[table] = bert[table][numbers]
    rest = {name: array for name, array in arrays.items() if not name.startswith("bert.")}
    return graph_of(
        {**rest, **{f"bert.{name}": array for name, array in bert.items()}}, shape_of(backbone), scheme
    )


def piece_numbers(own: Tokenizer, asked: Tokenizer) -> list[int]:
    """The encoder's own number of each piece, in the order of those it is asked by.

    Raises:
        KeyError: for a piece that the encoder does not know.
        ValueError: if the pieces are not numbered without a gap.
    """
    ends = dict(zip(asked.encode("").ids, own.encode("").ids, strict=True))
    known = own.get_vocab()
    ordered = sorted(asked.get_vocab().items(), key=lambda piece: piece[1])
    if [number for _, number in ordered] != list(range(len(ordered))):
        raise ValueError("the pieces are not numbered from 0 without a gap")
    return [ends.get(number, known[piece]) for piece, number in ordered]


def _learn(run: Run, state: Path) -> None:
    run.network.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    events = list(event_examples(events_in(LEARNT)))
    draw = random.Random(5)
    facts = examples(run.stories, draw)
    some = [draw.sample(facts, round(FACT_SHARE * len(facts))) for _ in range(EPOCHS + 1)]
    parts = [some[0], *([*thinned(events, PLAIN, draw), *others] for others in some[1:])]
    print("pairs:", *map(len, parts), "and each time", len(run.real), "real ones", flush=True)
    epochs = [encode([*part, *run.real], run.tokenizer) for part in parts]
    fit(run.network, epochs, RATES, seed=3, kept=state)


if __name__ == "__main__":
    main()
