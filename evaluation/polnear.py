"""PolNeAR: articles with annotated sources, cues and contents, and who annotated them.

Where an article was annotated more than once the first file by name is the
gold; all of them together tell how well people agree.  Spans are read from brat
standoff files: offsets are code points of the text file, newlines untouched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evaluation.agreement import Agreement, Attribution, likeness

from rashomon.model import Span

__all__ = ["Annotated", "annotated", "corpus", "people", "rules", "several"]

_LINE = re.compile(r"(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(.*)")
_ALIKE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One article: the file it stands in, its text and what somebody marked in it."""

    path: Path
    text: str
    attributions: tuple[Attribution, ...]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem


def corpus(data: Path, part: str = "dev") -> list[Path]:
    """The files measured on: one annotation an article, and its text."""
    return [path for text, marked in _files(data, part).items() for path in (marked[0], text)]


def annotated(data: Path, part: str = "dev", *, every: int = 1) -> Iterator[Annotated]:
    """The articles of a part, in order of name; every n-th of them."""
    for text, marked in list(_files(data, part).items())[::every]:
        yield _read(marked[0], text)


def several(data: Path, parts: Sequence[str] = ("train", "dev")) -> Iterator[tuple[Annotated, ...]]:
    """The articles that more than one person annotated, each with all its annotations."""
    for part in parts:
        for text, marked in _files(data, part).items():
            if len(marked) > 1:
                yield tuple(_read(path, text) for path in marked)


def people(data: Path) -> tuple[Agreement, int, int]:
    """How far two people agree: every pair of annotations of every article that has several.

    Returns:
        The agreement over all pairs (its `articles` counts the pairs), how many
        articles these are, and how many annotations.
    """
    agreement, articles, annotations = Agreement(), 0, 0
    for versions in several(data):
        articles += 1
        annotations += len(versions)
        for one, other in combinations(versions, 2):
            agreement.add(one.text, one.attributions, other.attributions)
    return agreement, articles, annotations


def _files(data: Path, part: str) -> dict[Path, list[Path]]:
    """The annotations of each text that is there, in order of name."""
    folder = data / "polnear" / part
    out: dict[Path, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        text = folder / "text" / (path.stem.rsplit("_", 1)[0] + ".txt")
        if text in out or text.exists():
            out.setdefault(text, []).append(path)
    return out


def _read(ann: Path, text: Path) -> Annotated:
    spans: dict[str, tuple[str, list[Span]]] = {}
    found: list[Attribution] = []
    for line in ann.read_bytes().decode("utf-8").split("\n"):
        if match := _LINE.match(line):
            pieces = [Span(*map(int, piece.split())) for piece in match[3].split(";")]
            spans[match[1]] = (match[2].lower(), pieces)
        elif match := _EVENT.match(line):
            found.append(_attribution(match[1], spans))
    return Annotated(
        path=text,
        text=text.read_bytes().decode("utf-8"),
        attributions=tuple(one for one in found if one.cue or one.content),
    )


def _attribution(roles: str, spans: dict[str, tuple[str, list[Span]]]) -> Attribution:
    """The one that a brat event line tells of (``Attribution:T4 Source:T1 Cue:T2 Content:T3``)."""
    parts: dict[str, set[Span]] = {"source": set(), "cue": set(), "content": set()}
    for role in roles.split():
        kind, pieces = spans.get(role.partition(":")[2], ("", []))
        if kind:
            parts[kind].update(pieces)
    return Attribution(
        source=frozenset(parts["source"]), cue=frozenset(parts["cue"]), content=frozenset(parts["content"])
    )


def rules(
    articles: Sequence[Annotated], found: Mapping[str, Sequence[Attribution]]
) -> dict[str, tuple[int, float, float]]:
    """For each rule: how often it fired, and the share with the right cue and with nearly the right content.

    `found` has the attributions of each article by name.  A floating quotation
    has no cue, so only its content is looked at.
    """
    fired: Counter[str] = Counter()
    cued: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for article in articles:
        cues = [c for gold in article.attributions for c in gold.cue]
        for one in found.get(article.name, ()):
            fired[one.reason] += 1
            cued[one.reason] += any(c.overlaps(g) for c in one.cue for g in cues)
            right[one.reason] += any(
                likeness(one.content, gold.content) >= _ALIKE for gold in article.attributions
            )
    return {k: (n, cued[k] / n, right[k] / n) for k, n in fired.most_common()}
