"""A larger encoder learns to read pairs, and says of pairs what the smaller one is to learn of them.

It sees less than the smaller one, for a step of it takes six times as long: first facts and some of the
events' pairs, then twice others of these, each time with the real clauses.  Its embeddings of pieces stay as
they were.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from evaluation.facts import APART, NOT_CONTRARY, Example, examples, turned
from tokenizers import Tokenizer

from training.network import device
from training.pairnetwork import Material, PairNetwork, Rates, Scores, encode, fit, scores_of

__all__ = ["teacher_of", "tokenizer_of"]

FACTS = 0.056  # of the facts' pairs
FIRST = 0.35  # of the events' pairs that are not thinned out
SECOND = 16_500  # pairs


class _Stretch(NamedTuple):
    """How fast it learns, and how many it sees of the events' pairs that tell of two things."""

    rates: Rates
    plain: Mapping[int, float]


STRETCHES = (
    _Stretch(Rates(6e-5, 1e-3), {APART: 0.12, NOT_CONTRARY: 0.2}),
    _Stretch(Rates(5e-5, 2e-4), {APART: 0.1, NOT_CONTRARY: 0.16}),
    _Stretch(Rates(4.5e-5, 2e-4), {APART: 0.1, NOT_CONTRARY: 0.3}),
)


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
    before: list[list[Example]] = [[*begin, *material.real]]
    for number, (stretch, drawn) in enumerate(zip(STRETCHES, _drawn(material.events), strict=True)):
        shown = [turned(one) if draw.random() < 0.5 else one for one in drawn]
        fit(
            network,
            [encode(part, tokenizer) for part in (*before, [*shown, *material.real])],
            stretch.rates,
            seed=3 + number,
        )
        before = []


def _drawn(events: Sequence[Example]) -> tuple[list[Example], list[Example], list[Example]]:
    """The events' pairs of each stretch; what one has seen, the next does not see."""
    draw = random.Random(6)
    plain = [stretch.plain for stretch in STRETCHES]
    first: list[Example] = []
    others: list[Example] = []
    for one in events:
        (first if draw.random() < FIRST * plain[0].get(one.relation, 1.0) else others).append(one)
    thinned = [one for one in others if draw.random() < plain[1].get(one.relation, 1.0)]
    draw.shuffle(thinned)
    second = thinned[:SECOND]
    seen = set(map(id, second))
    third = [one for one in events if id(one) not in seen and draw.random() < plain[2].get(one.relation, 1.0)]
    return first, second, third
