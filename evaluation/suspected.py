"""``python -m evaluation suspected``: what the program tells as conflicts of real stories, against labels.

The stories are those whose suspected contradictions were labelled (`evaluation.realpairs`), or some of
them drawn by chance.  A conflict is right if one of its pairs of wordings is labelled a contradiction,
of whatever kind; it is not known if none of them has a label.  Whoever labelled looked at wordings, not
at who said them: of conflicts of attribution the labels say nothing.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from evaluation.realpairs import Judged, Place, judged, place

from rashomon.model import Conflict, ConflictKind, Dossier, Policy, Relation
from rashomon.wiring import dossier_of, models_for

__all__ = ["main", "verdicts"]


def main(words: Sequence[str], data: Path) -> int:
    """Print by kind how many conflicts are right, wrong, not known."""
    parser = argparse.ArgumentParser(prog="python -m evaluation suspected", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40, help="stories; about seven seconds each")
    parser.add_argument("--tagger", default="auto")
    options = parser.parse_args(words)
    stories = list(judged(data))
    if options.count < len(stories):
        stories = random.Random(options.seed).sample(stories, options.count)
    told: Counter[tuple[str, str]] = Counter()
    for number, story in enumerate(stories, 1):
        found = dossier_of(story.articles, Policy(), models=models_for(options.tagger))
        told.update((kind.value, verdict) for kind, verdict in verdicts(story, found))
        if not number % 10:
            print(f"{number} of {len(stories)} stories, {told.total()} conflicts", flush=True)
    print(f"{len(stories)} stories: {told.total()} conflicts told, {_by(told)}")
    for kind in sorted({kind for kind, _ in told}):
        print(f"{kind:12} {_by(Counter({key: n for key, n in told.items() if key[0] == kind}))}")
    return 0


def _by(told: Counter[tuple[str, str]]) -> str:
    totals = Counter[str]()
    for (_, verdict), number in told.items():
        totals[verdict] += number
    return ", ".join(f"{totals[verdict]} {verdict}" for verdict in ("right", "wrong", "not known"))


def verdicts(story: Judged, found: Dossier) -> Iterator[tuple[ConflictKind, str]]:
    """Of each conflict its kind, and whether it is `right`, `wrong` or `not known`."""
    numbers = {article.id: number for number, article in enumerate(story.articles)}
    places = {
        wording.id: place(numbers[wording.article], wording.spans)
        for claim in found.claims
        for wording in claim.wordings
    }
    for conflict in found.conflicts:
        if conflict.relation is Relation.CONFLICT:
            yield conflict.kind, _verdict(story, conflict, places)


def _verdict(story: Judged, conflict: Conflict, places: dict[str, Place]) -> str:
    if conflict.kind is ConflictKind.ATTRIBUTION:
        return "not known"
    sides = [places[side.wording] for side in conflict.sides]
    labels = [story.contrary.get(frozenset(pair)) for pair in combinations(sides, 2)]
    if True in labels:
        return "right"
    return "wrong" if False in labels else "not known"
