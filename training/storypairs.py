"""Pairs of units of real stories of which nobody told anything, for a teacher to say what it makes of them.

Of the pairs that the program reads those are taken that the reader which stands takes for a contradiction,
however faintly, some that it takes to be about one thing, and few of the others.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from evaluation.claimreading import articles_of, stories_of
from evaluation.facts import UNKNOWN, Example
from evaluation.realpairs import held_back

from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import lot_of
from rashomon.corroboration.readings import read
from rashomon.model import Policy
from rashomon.ports import Models, Reading
from rashomon.wiring import dossier_of, models_for

__all__ = ["story_examples"]

STORIES = 180
CONTRARY, ONE = 0.08, 0.25  # from which on a pair is suspected, or about one thing
OF_ONE, OF_OTHERS = 0.5, 0.03


def story_examples(data: Path, draw: random.Random) -> Iterator[Example]:
    """The pairs, of stories drawn from those that are not held back."""
    models, policy = models_for("auto"), Policy()
    stories = stories_of(data)
    names = [name for name in sorted(stories) if not held_back(name)]
    for name in draw.sample(names, min(STORIES, len(names))):
        found = dossier_of(articles_of(stories[name]), policy, models=Models(tagger=models.tagger))
        lot = read(lot_of(units_of(found), models.embedder), models.pairs, policy)
        for (one, other), reading in sorted((lot.readings or {}).items()):
            if draw.random() < _share(reading):
                first, second = (lot.units[at].in_context for at in (one, other))
                yield Example(first=first, second=second, relation=UNKNOWN)


def _share(reading: Reading) -> float:
    if reading.contrary > CONTRARY:
        return 1.0
    return OF_ONE if reading.about_one > ONE else OF_OTHERS
