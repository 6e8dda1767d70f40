"""Pairs of units of real reports into which disagreements were planted (`evaluation.plantedreports`).

The unit that was changed and the one that tells the same in the other report contradict each other, or one is
the other told finer; as they were before, they agree.  So do their whole sentences, also where what was
changed is in no unit: the day on which something was said, or who said it.  Of the other pairs that the
program would read hardly any is a contradiction: some are drawn by lot, and of the sentences of their
statements too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product
from pathlib import Path

import numpy as np
from evaluation.facts import AGREEING, COMPATIBLE, CONTRARY, NOT_CONTRARY, Example
from evaluation.plantedreports import Plant, Planted, planted

from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import Lot, Pair, lot_of
from rashomon.corroboration.readings import worth_reading
from rashomon.corroboration.units import Unit, in_context
from rashomon.inference import OnnxEmbedder
from rashomon.inference.pairs import KINDS
from rashomon.language.sentences import sentences
from rashomon.model import Article, Policy, Relation, Span
from rashomon.ports import InContext, Models
from rashomon.wiring import dossier_of, models_for

__all__ = ["pairs_of", "planted_examples"]

OTHERS = 15
"""Pairs of a story that nobody changed, drawn by lot."""
SENTENCES = 6
"""Pairs of whole sentences of a story that nobody changed."""
_RELATIONS = {
    Relation.CONFLICT: CONTRARY,
    Relation.REFINEMENT: COMPATIBLE,
    Relation.ROUNDING: COMPATIBLE,
    Relation.SCOPE: NOT_CONTRARY,
}


def planted_examples(data: Path, part: str) -> Iterator[Example]:
    """The pairs of the stories of a part, by name.

    Raises:
        Moved: as `plantedreports.planted`.
    """
    embedder, policy, draw = OnnxEmbedder(), Policy(), random.Random(6)
    models = Models(tagger=models_for("auto").tagger)
    for story in planted(data, part):
        lot = lot_of(units_of(dossier_of(story.after, policy, models=models)), embedder)
        pairs = worth_reading(lot, policy)
        changed: set[int] = set()
        for plant in story.plants:
            changed |= set(_at(lot.units, story.after[plant.report], plant.now))
            yield from _of(story, plant, lot)
            yield from _of_sentences(story, plant)
        left = [pair for pair in pairs if changed.isdisjoint(pair)]
        for pair in draw.sample(left, min(OTHERS, len(left))):
            first, second = (lot.units[at].in_context for at in pair)
            yield Example(first=first, second=second, relation=NOT_CONTRARY, kind=-1)
        yield from _other_sentences(story, lot, left, draw)


def _other_sentences(
    story: Planted, lot: Lot, pairs: Sequence[Pair], draw: random.Random
) -> Iterator[Example]:
    """Whole sentences of statements, one of each pair drawn by lot in which nothing was changed."""
    said = [pair for pair in pairs if all(lot.units[at].statement is not None for at in pair)]
    edited = [(story.after[plant.report].id, span) for plant in story.plants for span in plant.now]
    for pair in draw.sample(said, min(SENTENCES, len(said))):
        units = [lot.units[at] for at in pair]
        if any(
            unit.article.id == id_ and unit.sentence.overlaps(span) for unit in units for id_, span in edited
        ):
            continue
        first, second = (InContext(words=unit.sentence.of(unit.article.text)) for unit in units)
        yield Example(first=first, second=second, relation=NOT_CONTRARY, kind=-1)


def _of_sentences(story: Planted, plant: Plant) -> Iterator[Example]:
    """The whole sentences of one change, after it and before it, without what stands around them."""
    here = _sentence(story.after[plant.report], plant.now[0])
    there = _sentence(story.after[plant.other], plant.other_now)
    if here is None or there is None:
        return
    relation = _RELATIONS[plant.relation]
    kind = KINDS.index(plant.kind.value) if relation == CONTRARY and plant.kind.value in KINDS else -1
    first, second = (
        InContext(words=span.of(story.after[number].text))
        for number, span in ((plant.report, here), (plant.other, there))
    )
    yield Example(first=first, second=second, relation=relation, kind=kind)
    was = InContext(words=story.as_it_was(plant.report, here).of(story.before[plant.report].text))
    if was != first:
        yield Example(first=was, second=second, relation=AGREEING, kind=-1)


def _sentence(article: Article, place: Span) -> Span | None:
    """The sentence that a place begins in."""
    for block in article.blocks:
        if block.span.start <= place.start < block.span.end:
            cut = sentences(article.text, block.span)
            return next((one for one in cut if one.start <= place.start < one.end), None)
    return None


def _of(story: Planted, plant: Plant, lot: Lot) -> Iterator[Example]:
    """The pair of one change, after it and before it; none where a unit of either report is not there."""
    _, pair = pairs_of(story, plant, lot)
    if pair is None:
        return
    relation = _RELATIONS[plant.relation]
    here, there = (lot.units[at] for at in pair)
    first, second = here.in_context, there.in_context
    kind = KINDS.index(plant.kind.value) if relation == CONTRARY else -1
    yield Example(first=first, second=second, relation=relation, kind=kind)
    was = _as_it_was(here, story, plant.report)
    if was != first:
        yield Example(first=was, second=second, relation=AGREEING, kind=-1)


def _as_it_was(unit: Unit, story: Planted, report: int) -> InContext:
    """A unit of a changed report as it read before."""
    back = partial(story.as_it_was, report)
    return in_context(
        story.before[report].text,
        [back(span) for span in unit.wording.spans],
        back(unit.sentence),
        None if unit.previous is None else back(unit.previous),
    )


def _at(units: Sequence[Unit], article: Article, places: Sequence[Span]) -> list[int]:
    """The units of a report that share a letter with one of the places."""
    return [
        at
        for at, unit in enumerate(units)
        if unit.article.id == article.id
        and any(mine.overlaps(place) for mine, place in product(unit.wording.spans, places))
    ]


def pairs_of(story: Planted, plant: Plant, lot: Lot) -> tuple[list[Pair], Pair | None]:
    """The pairs of units at the first of the places that were changed and at that of the other report.

    Returns:
        all of them, and the two that are nearest in meaning, which tell what was changed: the place in the
        other report is a sentence, of which often but one unit tells it.
    """
    ours = _at(lot.units, story.after[plant.report], plant.now[:1])
    pairs = list(product(ours, _at(lot.units, story.after[plant.other], (plant.other_now,))))
    vectors = np.asarray(lot.vectors)
    near = max(pairs, key=lambda pair: (float(vectors[pair[0]] @ vectors[pair[1]]), pair), default=None)
    return pairs, near
