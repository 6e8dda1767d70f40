"""Who is one over several reports, against invented stories with gold, in two halves.

The rules were made with `first` in sight; `second` was written after that, and
measured before anything was mended by it (docs/reconciliation.md has both figures).

The reports go the way a user's files go.  What is held against the gold is the
dossier: every name of the gold is looked up among the figures' appearances in
its report, and any two names of a story are a pair, which the gold and the
dossier each take for one or for two.  In percent:

- *found*: names of the gold that some figure has in that report.
- *precision*, *recall*, *f1* of pairs that are one.
- *apart*: pairs of like names (same surname or body's word) that are two in the gold and in the dossier.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evaluation.agreement import Tally

from rashomon.errors import InputError
from rashomon.model import Article, Dossier, Policy
from rashomon.wiring import articles_of, dossier_of, models_for

__all__ = ["HALVES", "STORIES", "Name", "corpus", "figures", "main", "measure", "names_of", "pairs"]

HALVES = ("first", "second")
STORIES = Path(__file__).with_name("invented") / "figures"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the gold: in which report, how it stands there, and whose it is."""

    story: str
    report: str
    name: str
    who: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, and whether the gold and the dossier take them for one; None where one is not found."""

    one: Name
    other: Name
    gold: bool
    told: bool | None

    @property
    def like(self) -> bool:
        """Whether both end in the same word."""
        return self.one.name.split()[-1] == self.other.name.split()[-1]


def corpus() -> list[Path]:
    """Reports and gold, for the digest."""
    return sorted(p for p in STORIES.rglob("*") if p.suffix in (".txt", ".json"))


def names_of(story: Path) -> list[Name]:
    """The names of a story's gold."""
    gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    return [
        Name(story.name, report, name, figure["who"])
        for figure in gold["figures"]
        for report, names in figure["named"].items()
        for name in names
    ]


def measure() -> dict[str, float]:
    """The figures of each half."""
    return {f"{half}_{name}": value for half in HALVES for name, value in figures(half).items()}


def figures(half: str) -> dict[str, float]:
    """The figures over the stories of a half; `names` and `pairs` are counts, a share of nothing is 100."""
    found = list(pairs(half))
    names = [name for story in _stories(half) for name in names_of(story)]
    lost = {n for p in found if p.told is None for n in (p.one, p.other)} - {
        n for p in found if p.told is not None for n in (p.one, p.other)
    }
    right = sum(p.gold and p.told is True for p in found)
    tally = Tally()
    tally.add(right, sum(p.told is True for p in found), sum(p.gold for p in found))
    like = [p for p in found if p.like and not p.gold]
    return {
        "found": 100 * (1 - len(lost) / len(names)),
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "apart": 100 * sum(p.told is not True for p in like) / len(like) if like else 100.0,
        "names": float(len(names)),
        "pairs": float(sum(p.gold for p in found)),
    }


def pairs(half: str) -> Iterator[Pair]:
    """Every pair of names of every story of a half."""
    for story in _stories(half):
        dossier = _dossier(story)
        owners = {name: _owner(dossier, name) for name in names_of(story)}
        for one, other in combinations(owners, 2):
            known = owners[one] is not None and owners[other] is not None
            told = owners[one] == owners[other] if known else None
            yield Pair(one, other, one.who == other.who, told)


def _stories(half: str) -> list[Path]:
    return sorted(p for p in (STORIES / half).iterdir() if p.is_dir())


def _dossier(story: Path) -> Dossier:
    policy = Policy()
    articles: list[Article] = []
    for item in articles_of(sorted(str(p) for p in story.glob("*.txt")), policy, None):
        if isinstance(item, InputError):
            raise item
        articles.append(item)
    return dossier_of(articles, policy, models=models_for("auto"))


def _owner(dossier: Dossier, name: Name) -> str | None:
    """The figure that has this name in this report: by the appearance's name, else by any place of it."""
    articles = {Path(a.input).name: a for a in dossier.articles}
    article = articles[name.report]
    here = [(f, a) for f in dossier.figures for a in f.appearances if a.article == article.id]
    wanted = name.name.rstrip(".")
    exact = [f.id for f, a in here if a.name == wanted]
    formed = [f.id for f, a in here if any(s.of(article.text) == wanted for s in a.spans)]
    return next(iter(exact or formed), None)


def main(words: Sequence[str], data: Path) -> int:
    """List every pair told wrongly."""
    argparse.ArgumentParser(prog="python -m evaluation figurepairs", description=main.__doc__).parse_args(
        words
    )
    del data
    for pair in (pair for half in HALVES for pair in pairs(half)):
        if pair.gold != (pair.told is True):
            what = "taken for two" if pair.gold else "taken for one"
            lost = ", one not found" if pair.told is None else ""
            print(
                f"{pair.one.story}: {what}{lost}: {pair.one.name} ({pair.one.report})"
                f" / {pair.other.name} ({pair.other.report})"
            )
    return 0
