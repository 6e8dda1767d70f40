"""Whole events against their gold: conflicts, stances, grouping, origins and times.

The stories are invented (``evaluation/invented/events``; its README tells what counts as what).
Each goes through the whole program as a user's reports do.  Figures are shares of 1, by part and over all
parts (``all_``); ``rules_`` is all parts without the trained models.  How things are counted stands in
`eventconflicts` and `eventclaims`.  Stories of `blind`, `fresh`,
`plain` and `late` are counted; what is wrong in them is never shown.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from evaluation.eventclaims import score_claims, score_grouping, score_times
from evaluation.eventconflicts import CAUSES, score_conflicts
from evaluation.eventgold import EVENTS, OPEN, PARTS, Event, files_of, read_events
from evaluation.eventtally import Scores

from rashomon.model import ConflictKind, Dossier, Policy, Relation
from rashomon.wiring import dossier_of, models_for

__all__ = ["corpus", "figures", "main", "measure", "score", "scored", "table"]

F1 = ("conflict", "untyped", "together")
SHARES = (
    "conflict_precision",
    "conflict_recall",
    "no_alarm",
    "relations",
    "says_silent",
    "stance",
    "origins_equal",
    "origins_safe",
    "origin_groups",
    "time_found",
    "time_value",
)
"""What has a floor; the rest stands in the table."""


def corpus() -> list[Path]:
    """The files of all parts, for the digest."""
    return [path for part in PARTS for path in files_of(part)]


def measure() -> dict[str, float]:
    """The figures of each part, of all parts, and of all without models."""
    out: dict[str, float] = {}
    for part in PARTS:
        out |= {f"{part}_{name}": value for name, value in figures(scored(part)).items()}
    out |= {f"all_{name}": value for name, value in figures(_all("auto")).items()}
    return out | {f"rules_{name}": value for name, value in figures(_all("rules")).items()}


def figures(scores: Scores) -> dict[str, float]:
    """By name, in shares of 1; what was not counted is left out."""
    told = {f"{name}_f1": scores.f1(name) for name in F1} | {name: scores.share(name) for name in SHARES}
    return {name: value for name, value in told.items() if value is not None}


@cache
def scored(part: str, tagger: str = "auto") -> Scores:
    """One part, every story through the whole program; `tagger` is one of `rashomon.ports.TAGGERS`."""
    scores = Scores()
    for event in read_events(part):
        scores.merge(score(event, dossier(event, tagger)))
    return scores


def dossier(event: Event, tagger: str = "auto") -> Dossier:
    """What the program makes of the reports."""
    return dossier_of(list(event.articles.values()), Policy(), models=models_for(tagger))


def score(event: Event, found: Dossier) -> Scores:
    """One story against what was found."""
    scores = Scores()
    score_conflicts(scores, event, found.conflicts, found.claims)
    score_claims(scores, event, found.claims)
    score_grouping(scores, event, found.claims)
    score_times(scores, event, found.timeline)
    return scores


def _all(tagger: str) -> Scores:
    return _sum(scored(part, tagger) for part in PARTS)


def _sum(several: Iterable[Scores]) -> Scores:
    whole = Scores()
    for scores in several:
        whole.merge(scores)
    return whole


def table(_: Path) -> str:
    """By kind and relation for each part, then the parts of the other figures."""
    parts = [part for part in PARTS if scored(part).counted]
    columns = [*((part, scored(part)) for part in parts), ("all", _all("auto")), ("rules", _all("rules"))]
    head = " " * 28 + "".join(f"{name:>18}" for name, _ in columns)
    lines = ["", f"{head}    (right or F1, of how many wanted)"]
    balanced = [*(f"kind_{kind}" for kind in ConflictKind), "conflict", "untyped", "together"]
    lines.extend(_line(name, [_f1_of(s, name) for _, s in columns]) for name in balanced)
    shares = [
        *(f"lost_{cause}" for cause in CAUSES),
        *(f"{what}_{relation}" for what in ("no_alarm", "relation") for relation in list(Relation)[1:]),
        *("said_found", "together_precision", "together_recall"),
        *("origins_not_below", "origins_not_above", "time_exact", "time_anchor"),
    ]
    lines.extend(_line(name, [_share_of(s, name) for _, s in columns]) for name in shares)
    return "\n".join(lines)


def _line(name: str, cells: Iterable[str]) -> str:
    return f"  {name:26}" + "".join(f"{cell:>18}" for cell in cells)


def _f1_of(scores: Scores, name: str) -> str:
    value = scores.f1(name)
    wanted = scores.counted.get(f"{name}_recall", 0.0)
    return "-" if value is None else f"{value:.2f} of {wanted:.0f}"


def _share_of(scores: Scores, name: str) -> str:
    value = scores.share(name)
    return "-" if value is None else f"{value:.2f} of {scores.counted[name]:.0f}"


def main(words: Sequence[str], data: Path) -> int:
    """Print what went wrong in one part that may be looked at: `tune` unless another is asked for."""
    parser = argparse.ArgumentParser(prog="python -m evaluation eventerrors", description=__doc__)
    parser.add_argument("--rules", action="store_true", help="without the trained models")
    parser.add_argument("--story", help=f"only this folder of {EVENTS.name}")
    parser.add_argument(
        "--what", default="", help="only lines that begin so (missed, false, alarm, stance ...)"
    )
    parser.add_argument("part", nargs="?", choices=OPEN, default="tune", help="which part to look at")
    options = parser.parse_args(words)
    events = [event for event in read_events(options.part) if options.story in (None, event.name)]
    tagger = "rules" if options.rules else "auto"
    scores = _sum(score(event, dossier(event, tagger)) for event in events)
    for lapse in sorted(scores.lapses, key=lambda line: line.split(" ", 1)[0]):
        if lapse.startswith(options.what):
            print(f"  {lapse}")
    for name, value in figures(scores).items():
        print(f"  {name:24} {value:8.2f}")
    return 0
