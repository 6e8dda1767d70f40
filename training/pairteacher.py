"""A larger encoder learns to read pairs, and says of pairs what the smaller one is to learn of them.

It sees less than the smaller one, for a step of it takes six times as long: some of the facts' pairs, then
twice the events' pairs that are not thinned out, each time with the real clauses.  Its embeddings of pieces
stay as they were.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from evaluation.facts import APART, NOT_CONTRARY, Example, examples, turned
from tokenizers import Tokenizer

from training.network import device
from training.pairnetwork import Material, PairNetwork, Rates, Scores, encode, fit, scores_of

__all__ = ["teacher_of", "tokenizer_of"]

RATES = Rates(5e-5, 5e-4)
FACTS = 0.056  # of the facts' pairs
EPOCHS = 2
PLAIN = {
    APART: 0.1,
    NOT_CONTRARY: 0.25,
}  # of the events' pairs that tell of two things, drawn anew each epoch


def tokenizer_of(backbone: Path) -> Tokenizer:
    """The encoder's tokenizer, which neither cuts nor pads."""
    tokenizer = Tokenizer.from_file(str(backbone / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def teacher_of(backbone: Path, kept: Path, material: Material) -> Callable[[Sequence[Example]], Scores]:
    """What tells the scores [pair, output] of pairs, once it has learnt; the network is kept in `kept`."""
    network, tokenizer = PairNetwork(backbone).to(device()), tokenizer_of(backbone)
    if kept.is_file():
        print("goes on from", kept.name, flush=True)
        network.load_state_dict(torch.load(kept, map_location="cpu", weights_only=True))
    else:
        _learn(network, tokenizer, material)
        torch.save(network.state_dict(), kept)
    return lambda pairs: scores_of(network, encode(pairs, tokenizer))


def _learn(network: PairNetwork, tokenizer: Tokenizer, material: Material) -> None:
    network.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    draw = random.Random(5)
    facts = examples(material.stories, draw)
    begin = draw.sample(facts, round(FACTS * len(facts)))
    parts = [begin, *(_drawn(material.events, draw) for _ in range(EPOCHS))]
    fit(network, [encode([*part, *material.real], tokenizer) for part in parts], RATES, seed=3)


def _drawn(events: Sequence[Example], draw: random.Random) -> list[Example]:
    """The events' pairs of one epoch, each in an order drawn by lot."""
    kept = [one for one in events if draw.random() < PLAIN.get(one.relation, 1.0)]
    return [turned(one) if draw.random() < 0.5 else one for one in kept]
