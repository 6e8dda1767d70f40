"""Labelled pairs of clauses of real reports: ``realpairs.jsonl``.

The labels are one reading each, by language models told what counts as what.

A line gives a story of ``stories``, two places in its reports (code points, half-open; of the article's
text as a reader gives it), the beginning of a SHA-256 of the words there, and a label: `same`, `finer`, a
kind of contradiction, or `apart`.  No text.  Where it was ``picked`` as `suspected`, the pair is one that the
program told as a contradiction, or nearly: of its story those were labelled, up to eight; else by chance.
A story belongs to `train` or to `dev` by its name alone.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.claimreading import articles_of, stories_of
from evaluation.facts import APART, COMPATIBLE, CONTRARY, SAME, Example

from rashomon.corroboration.cutting import CUT
from rashomon.corroboration.units import in_context
from rashomon.inference.pairs import KINDS
from rashomon.language.sentences import sentences
from rashomon.model import Article, Span
from rashomon.ports import InContext

__all__ = ["LABELS", "Judged", "Moved", "Place", "digest", "held_back", "judged", "labelled", "place"]

LABELS = Path(__file__).with_name("realpairs.jsonl")
_DEV = 5  # one story in so many is left for measuring
_RELATIONS = {"same": SAME, "finer": COMPATIBLE, "apart": APART} | dict.fromkeys(KINDS, CONTRARY)


class Moved(ValueError):
    """A place in whose words something else stands now than when it was labelled."""


Place = tuple[int, tuple[tuple[int, int], ...]]
"""The number of a report in its story, and where words stand in it."""


class Judged(NamedTuple):
    """A story whose suspected contradictions were labelled: by the two places, whether each is one."""

    name: str
    articles: list[Article]
    contrary: Mapping[frozenset[Place], bool]


def place(number: int, spans: Iterable[Span]) -> Place:
    """The place of these spans in a report."""
    return number, tuple((span.start, span.end) for span in spans)


def judged(data: Path) -> Iterator[Judged]:
    """The stories of which the pairs were labelled that the program suspected, in the order of the file.

    Raises:
        Moved: if a reader gives another text than it did then.
    """
    stories = stories_of(data)
    found: dict[str, dict[frozenset[Place], bool]] = {}
    articles: dict[str, list[Article]] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record.get("picked") != "suspected":
            continue
        name = record["story"]
        if name not in articles:
            articles[name] = articles_of(stories[name])
        for side in record["sides"]:
            _told(name, articles[name], side)
        places = frozenset(
            place(side["article"], (Span(start, end) for start, end in side["spans"]))
            for side in record["sides"]
        )
        found.setdefault(name, {})[places] = record["label"] in KINDS
    for name, labels in found.items():
        yield Judged(name, articles[name], labels)


def labelled(data: Path, part: str) -> Iterator[Example]:
    """The labelled pairs of a part (`train`, `dev`), in the order of the file.

    Raises:
        Moved: if a reader gives another text than it did then.
    """
    stories = stories_of(data)
    articles: dict[str, list[Article]] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name = record["story"]
        if held_back(name) is not (part == "dev"):
            continue
        if name not in articles:
            articles[name] = articles_of(stories[name])
        first, second = (_told(name, articles[name], side) for side in record["sides"])
        label = record["label"]
        kind = KINDS.index(label) if label in KINDS else -1
        yield Example(first=first, second=second, relation=_RELATIONS[label], kind=kind)


def held_back(story: str) -> bool:
    """Whether a story belongs to `dev`."""
    return int(digest(story), 16) % _DEV == 0


def digest(words: str) -> str:
    """What the words are known by."""
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def _told(story: str, articles: list[Article], side: Mapping[str, Any]) -> InContext:
    """The words of a side with what stands around them, as the program gives it to a reader."""
    article = articles[side["article"]]
    spans = [Span(start, end) for start, end in side["spans"]]
    cut = [one for block in article.of_kind(*CUT) for one in sentences(article.text, block.span)]
    at = max(0, bisect_right(cut, spans[0].start, key=lambda one: one.start) - 1)
    told = in_context(article.text, spans, cut[at], cut[at - 1] if at else None)
    if digest(told.words) != side["words"]:
        raise Moved(f"{LABELS.name}, {story}: other words stand at {side['spans']}; label the story anew")
    return told
