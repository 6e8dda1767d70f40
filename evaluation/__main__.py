"""``python -m evaluation [NAME ...]``: measure, show, and hold against the floors.

Without names, every measure runs but ``plantedreports``, which takes some ten minutes.  Measures on
third-party data are left out, with a line that says so, where the data is not at hand.

``python -m evaluation errors|calibration|reading`` show more of attribution:
errors to be classed by eye, what the scores are worth, and what is lost
before statements are looked for; ``figurepairs`` lists the names of several reports that were
wrongly taken for one or for two; ``pairs`` shows a sample of the quotations
that were brought together, ``paraphrases`` one of statements that tell what
others quote.  ``transmission [tune|held|fresh]`` lists what is wrong of chains
in one half; ``plantederrors`` what is wrong of planted edits in `tune` and `held`;
``eventerrors [tune|held]`` what is wrong of whole events in one part,
``suspected`` holds the conflicts told of real stories against labels;
``originerrors`` which generated stories of `tune` have another number of origins than is shown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from evaluation import (
    attribution,
    calibration,
    chains,
    claimreading,
    collation,
    embedding,
    errors,
    events,
    figures,
    floors,
    gathered,
    kinds,
    origins,
    ownwords,
    pages,
    paraphrases,
    planted,
    plantedreports,
    polnear,
    reading,
    readings,
    seeds,
    speakers,
    stories,
    suspected,
    timebank,
)

DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data"

Measure = tuple[Callable[[Path], list[Path]], Callable[[Path], dict[str, float]]]
MEASURES: dict[str, Measure] = {
    "attribution": (attribution.corpus, attribution.measure),
    "chains": (lambda _: chains.corpus(), lambda _: chains.measure()),
    "collation": (collation.corpus, collation.measure),
    "embedding": (lambda _: embedding.corpus(), lambda _: embedding.measure()),
    "events": (lambda _: events.corpus(), lambda _: events.measure()),
    "figures": (lambda _: figures.corpus(), lambda _: figures.measure()),
    "headlines": (embedding.headlines_corpus, embedding.headlines),
    "kinds": (kinds.corpus, kinds.measure),
    "origins": (lambda _: origins.corpus(), lambda _: origins.measure()),
    "ownwords": (ownwords.corpus, ownwords.measure),
    "pages": (lambda _: pages.corpus(), lambda _: pages.measure()),
    "planted": (lambda _: planted.corpus(), planted.measure),
    "plantedreports": (plantedreports.corpus, plantedreports.measure),
    "readings": (lambda _: readings.corpus(), lambda _: readings.measure()),
    "realreadings": (readings.real_corpus, readings.real),
    "seeds": (seeds.corpus, seeds.measure),
    "speakers": (speakers.corpus, speakers.measure),
    "stories": (lambda _: stories.corpus(), lambda _: stories.measure()),
    "times": (timebank.corpus, timebank.measure),
}

BY_NAME = frozenset({"plantedreports"})
"""Measures that run only where they are named: ten minutes more would make the whole too long."""

TABLES: dict[str, Callable[[Path], str]] = {
    "attribution": attribution.table,
    "events": events.table,
    "kinds": kinds.table,
    "origins": origins.table,
    "planted": planted.table,
    "plantedreports": plantedreports.table,
    "speakers": speakers.table,
    "times": timebank.table,
}
"""What is shown under the figures of a measure."""

TOOLS: dict[str, Callable[[Sequence[str], Path], int]] = {
    "calibration": calibration.main,
    "claimreading": claimreading.main,
    "errors": errors.main,
    "eventerrors": events.main,
    "figurepairs": figures.main,
    "originerrors": origins.main,
    "pairs": gathered.main,
    "paraphrases": paraphrases.main,
    "plantederrors": planted.main,
    "reading": reading.main,
    "suspected": suspected.main,
    "timeerrors": timebank.main,
    "transmission": chains.main,
}

OURS = ("chains", "embedding", "events", "figures", "origins", "pages", "planted", "readings", "stories")
"""Measures on files of this repository: a change to those must not do away with the floors unseen."""


def main(words: Sequence[str] | None = None) -> int:
    """Exit code 1 if a figure is below its floor and ``--check`` was given."""
    given = sys.argv[1:] if words is None else words
    if given and given[0] in TOOLS:
        return TOOLS[given[0]](given[1:], DATA)
    options = _parser().parse_args(given)
    if options.rules:
        return _rules(options.data)
    pinned = floors.load()
    faults: list[str] = []
    for name in options.names or [name for name in MEASURES if name not in BY_NAME]:
        faults.extend(_run(name, options, pinned))
    if options.pin or options.lower_floor:
        floors.save(pinned)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if options.check and faults else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[*MEASURES, []], help="what to measure; if none, all but the longest"
    )
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the annotated corpora")
    parser.add_argument("--check", action="store_true", help="fail if a figure is below its floor")
    parser.add_argument("--pin", action="store_true", help="lift the floors to what is measured now")
    parser.add_argument("--lower-floor", action="store_true", help="set them to it even where that is lower")
    parser.add_argument("--rules", action="store_true", help="how often each rule of attribution is right")
    return parser


def _run(name: str, options: argparse.Namespace, pinned: dict[str, floors.Floor]) -> list[str]:
    """Measure one; print the figures; return what is below the floor."""
    files_of, measure = MEASURES[name]
    files = files_of(options.data)
    if not files:
        print(f"{name}: data not here ({options.data}), not measured")
        return []
    figures, corpus = measure(options.data), floors.digest(files)
    print(f"{name}: {len(files)} files, {corpus[:19]}")
    for figure, value in figures.items():
        print(f"  {figure:24} {value:8.2f}")
    if name in TABLES:
        print(TABLES[name](options.data))
    floor = pinned.get(name)
    if options.pin or options.lower_floor:
        pinned[name] = floors.raised(figures, floor, corpus, lower=options.lower_floor)
        return []
    if floor is None or floor["corpus"] != corpus:
        print(f"{name}: no floor is pinned for these files")
        return [f"{name}: its files changed; pin its floors anew (--pin)"] if name in OURS else []
    return [f"{name}: {line}" for line in floors.below(figures, floor)]


def _rules(data: Path) -> int:
    """The table behind the scores in ``rashomon.attribution.labels``."""
    for rule, (fired, cued, right) in polnear.rules(*attribution.judged(data, "train")).items():
        print(f"  {rule:18} {fired:5}  cue {cued:5.2f}  content {right:5.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
