"""Attribution as a whole: PolNeAR dev for the spans, BASIL for the speakers.

PolNeAR is read as a user's reports are: its text files go through the installed
command (`evaluation.systems`) and what comes out is held against the
annotation by the rules of `evaluation.agreement`.  Statements that are only
offered as uncertain count as found; a row of the table leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from evaluation import basil, polnear
from evaluation.agreement import PARTS, Agreement
from evaluation.polnear import Annotated
from evaluation.systems import Found, System, installed

__all__ = ["FIRST", "PUBLISHED", "SYSTEMS", "agreement", "certain", "corpus", "judged", "measure", "table"]

SYSTEMS: dict[str, System] = {
    "rashomon statements": installed(),
    "rules alone": installed("--tagger", "rules"),
}
"""The rows of the table, by name; the floors hold for the first."""

FIRST = next(iter(SYSTEMS))

PUBLISHED: dict[str, dict[str, float]] = {
    "two annotators, as published": {
        "exact_source": 78.5,
        "exact_cue": 71.3,
        "exact_content": 68.7,
        "token_source": 81.0,
        "token_cue": 69.3,
        "token_content": 91.9,
        "whole": 60.7,
    },
    "BERT + CofeNet, test part": {"exact_source": 83.2, "exact_cue": 75.3, "exact_content": 72.9},
    "Gender Gap Tracker V7.0, its own articles": {
        "ggt_code_0.3": 83.7,
        "ggt_code_0.8": 76.1,
        "ggt_code_0.3_source": 86.5,
        "ggt_code_0.8_source": 87.4,
    },
}
"""Figures of others: the annotators of PolNeAR (Newell et al., LREC 2018; 18 articles), CofeNet
(Wang et al., COLING 2022), and the Tracker's evaluation notes (sfu-discourse-lab/GenderGapTracker)."""

COLUMNS = (
    *(f"{how}_{part}" for how in ("exact", "token") for part in PARTS),
    *("whole", "whole_precision", "whole_recall"),
    *("ggt_0.3", "ggt_0.8", "ggt_code_0.3", "ggt_code_0.8"),
    *("ggt_0.3_precision", "ggt_0.3_recall", "ggt_0.8_precision", "ggt_0.8_recall"),
    *("ggt_0.3_source", "ggt_0.3_cue", "ggt_0.8_source", "ggt_0.8_cue"),
    *("ggt_code_0.3_source", "ggt_code_0.8_source"),
)


def corpus(data: Path) -> list[Path]:
    """The files measured on."""
    return [*polnear.corpus(data), *basil.corpus(data)]


def measure(data: Path) -> dict[str, float]:
    """Every figure in percent but for ``speaker_spans``, a count; of the first system."""
    articles, found = judged(data)
    return agreement(articles, found).figures() | basil.measure(data)


@cache
def judged(data: Path, part: str = "dev", system: str = FIRST) -> tuple[tuple[Annotated, ...], Found]:
    """The articles of a part and what a system found in them; run once, then remembered."""
    articles = tuple(polnear.annotated(data, part))
    return articles, SYSTEMS[system](articles)


def agreement(articles: Sequence[Annotated], found: Found) -> Agreement:
    """What was found in these articles against their gold."""
    out = Agreement()
    for article in articles:
        out.add(article.text, article.attributions, found.get(article.name, ()))
    return out


def certain(found: Found) -> Found:
    """Without what is only offered as uncertain."""
    return {name: tuple(one for one in those if not one.uncertain) for name, those in found.items()}


def table(data: Path, part: str = "dev") -> str:
    """The figures of every system and of people, a column each, as Markdown."""
    columns = dict(_columns(data, part))
    lines = ["| | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns)]
    for figure in COLUMNS:
        cells = (f"{c[figure]:.1f}" if figure in c else "" for c in columns.values())
        lines.append(f"| {figure} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _columns(data: Path, part: str) -> Iterator[tuple[str, dict[str, float]]]:
    for name in SYSTEMS:
        articles, found = judged(data, part, name)
        yield name, agreement(articles, found).figures()
        if any(one.uncertain for those in found.values() for one in those):
            yield name + ", without uncertain ones", agreement(articles, certain(found)).figures()
    between, several, annotations = polnear.people(data)
    counts = f"{several} articles, {annotations} annotations, {between.articles} pairs"
    yield f"two annotators, computed here ({counts})", between.figures()
    yield from PUBLISHED.items()
