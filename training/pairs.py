"""Trains the small reader of pairs and writes ``pairs.onnx``.

    python -m training.pairs BACKBONE OUT [--data FOLDER] [--kept FOLDER]

It begins with the encoder BACKBONE and learns from invented facts
(`evaluation.facts`) and, with the ``stories`` of FOLDER, from labelled pairs of
real clauses (`evaluation.realpairs`); then from units of whole invented events
as the program cuts and pairs them (`training.eventpairs`), so that it knows how
rarely two of them contradict each other.  What is held back is measured on at
the end and has no say in anything.  What each step taught is kept (``facts.pt``,
``events.pt``), and a run that finds it there goes on from it, if it was learnt by
the same plan from the same data.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from evaluation.facts import APART, NOT_CONTRARY, Example, Story, examples

from training.eventlabels import LEARNT, events_in
from training.eventpairs import event_examples
from training.graph import Scheme, shape_of
from training.paircommand import Run, arrays_of, begun, plan_of, resumed, texts_in
from training.pairgraph import graph_of
from training.pairnetwork import Rates, encode, fit, thinned
from training.whole import whole

__all__ = ["main"]

FACT_RATES, EVENT_RATES = Rates(1.5e-4, 1e-3), Rates(7.5e-5, 5e-4)
EPOCHS, SHARE = 2, 0.5  # of the pairs that the facts give so much is seen in each epoch
EVENT_EPOCHS = 2  # three of fewer events took as long
EVENT_SHARE = 0.1  # of the facts' pairs
EVENT_PLAIN = {APART: 0.35, NOT_CONTRARY: 0.35}  # of the events' pairs that tell of two things
REPEATED = 3  # times that a real pair is seen in an epoch


def main(words: Sequence[str] | None = None) -> None:
    """Train, write the model, and say how well it does on what was held back."""
    run = begun("training.pairs", __doc__, words)
    network, data = run.network, [run.stories, run.real]
    plan = plan_of(FACT_RATES, (EPOCHS, SHARE, REPEATED), data)
    resumed(network, run.kept / "facts.pt", plan, partial(_learn_facts, run))
    shares = (EVENT_EPOCHS, EVENT_SHARE, *EVENT_PLAIN.items(), REPEATED)
    plan = plan_of(EVENT_RATES, shares, [*data, *texts_in(LEARNT)])
    resumed(network, run.kept / "events.pt", plan, partial(_learn_events, run))
    model = graph_of(arrays_of(network), shape_of(run.backbone), Scheme.DYNAMIC7).graph
    with whole(run.out / "pairs.onnx") as file:
        file.write_bytes(model)
    print(f"pairs.onnx: {len(model) / 1e6:.1f} MB", flush=True)
    run.say()


def _learn_facts(run: Run, state: Path) -> None:
    draw = random.Random(1)
    epochs = [
        encode([*_some(run.stories, SHARE, draw), *_repeated(run.real)], run.tokenizer) for _ in range(EPOCHS)
    ]
    print(f"{len(run.stories)} stories, {sum(map(len, epochs))} pairs in {EPOCHS} epochs", flush=True)
    fit(run.network, epochs, FACT_RATES, kept=state)


def _learn_events(run: Run, state: Path) -> None:
    events = list(event_examples(events_in(LEARNT)))
    print(f"{len(events)} pairs of events", flush=True)
    draw = random.Random(2)
    epochs = [
        encode(
            [
                *thinned(events, EVENT_PLAIN, draw),
                *_some(run.stories, EVENT_SHARE, draw),
                *_repeated(run.real),
            ],
            run.tokenizer,
        )
        for _ in range(EVENT_EPOCHS)
    ]
    fit(run.network, epochs, EVENT_RATES, seed=2, kept=state)


def _repeated(real: Sequence[Example]) -> list[Example]:
    return [*real] * REPEATED


def _some(stories: Sequence[Story], share: float, draw: random.Random) -> list[Example]:
    """A share of the pairs of an epoch."""
    found = examples(stories, draw)
    return draw.sample(found, round(share * len(found)))


if __name__ == "__main__":
    main()
