"""Labelled pairs of clauses of real reports: ``realpairs.jsonl``.

The labels are one reading each, by language models told what counts as what.

A line gives a story of ``stories``, two places in its reports (code points, half-open; of the article's
text as a reader gives it) and a label: `same`, `finer`, a kind of contradiction, or `apart`.  No text.
A story belongs to `train` or to `dev` by its name alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluation.claimreading import articles_of, stories_of
from evaluation.facts import APART, COMPATIBLE, CONTRARY, SAME, Example

from rashomon.inference.pairs import KINDS
from rashomon.model import Article

__all__ = ["LABELS", "labelled"]

LABELS = Path(__file__).with_name("realpairs.jsonl")
_DEV = 5  # one story in so many is left for measuring
_RELATIONS = {"same": SAME, "finer": COMPATIBLE, "apart": APART} | dict.fromkeys(KINDS, CONTRARY)


def labelled(data: Path, part: str) -> Iterator[Example]:
    """The labelled pairs of a part (`train`, `dev`), in the order of the file."""
    stories = stories_of(data)
    articles: dict[str, list[Article]] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name = record["story"]
        if (_number(name) % _DEV == 0) is not (part == "dev"):
            continue
        if name not in articles:
            articles[name] = articles_of(stories[name])
        first, second = (_words(articles[name], side) for side in record["sides"])
        label = record["label"]
        kind = KINDS.index(label) if label in KINDS else -1
        yield Example(first=first, second=second, relation=_RELATIONS[label], kind=kind)


def _number(story: str) -> int:
    return int(hashlib.sha256(story.encode()).hexdigest()[:8], 16)


def _words(articles: list[Article], side: Mapping[str, Any]) -> str:
    text = articles[side["article"]].text
    return " ".join(text[start:end] for start, end in side["spans"])
