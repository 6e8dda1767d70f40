"""PolNeAR: exact and token-wise agreement with annotated sources, cues and contents.

Each fragment of a discontinuous span counts by itself, as in the published
figures.  Where an article was annotated more than once the first file by name
is taken.  Each line of an article is a paragraph; nothing else is told to the
rules.  The corpus is univocal, so nested statements are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.attribution import attribute
from rashomon.model import Article, Block, BlockKind, Policy, Span, Statement

__all__ = ["PARTS", "Annotated", "annotated", "article_of", "corpus", "fragments", "measure", "rules"]

PARTS = ("source", "cue", "content")
_LINE = re.compile(r"(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(.*)")
_NOT_BLANK = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article with its annotated fragments, by part, and its attributions (part to spans)."""

    name: str
    text: str
    gold: dict[str, set[Span]]
    attributions: tuple[dict[str, list[Span]], ...]


@dataclass(slots=True)
class _Counts:
    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def f1(self, part: str) -> float:
        total = self.found[part] + self.wanted[part]
        return 100 * 2 * self.right[part] / total if total else 0.0

    def add(self, part: str, found: set[Span], wanted: set[Span]) -> None:
        self.right[part] += len(found & wanted)
        self.found[part] += len(found)
        self.wanted[part] += len(wanted)


def corpus(data: Path, part: str = "dev") -> list[Path]:
    """The files measured on: one annotation an article, and its text."""
    folder = data / "polnear" / part
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rsplit("_", 1)[0], path)
    texts = [folder / "text" / f"{name}.txt" for name in first]
    return [p for pair in zip(first.values(), texts, strict=True) if pair[1].exists() for p in pair]


def annotated(data: Path, part: str = "dev", *, every: int = 1) -> Iterator[Annotated]:
    """The articles of a part; every n-th of them."""
    files = corpus(data, part)
    for ann, text in list(zip(files[::2], files[1::2], strict=True))[::every]:
        yield _read(ann, text)


def _read(ann: Path, text: Path) -> Annotated:
    spans: dict[str, tuple[str, list[Span]]] = {}
    groups: list[dict[str, list[Span]]] = []
    for line in ann.read_bytes().decode("utf-8").split("\n"):
        if match := _LINE.match(line):
            pieces = [Span(*map(int, piece.split())) for piece in match[3].split(";")]
            spans[match[1]] = (match[2].lower(), pieces)
        elif match := _EVENT.match(line):
            group: dict[str, list[Span]] = {}
            for label in match[1].split():
                kind, pieces = spans.get(label.partition(":")[2], ("", []))
                if kind:
                    group.setdefault(kind, []).extend(pieces)
            groups.append(group)
    gold = {part: {s for kind, pieces in spans.values() if kind == part for s in pieces} for part in PARTS}
    return Annotated(text.stem, text.read_bytes().decode("utf-8"), gold, tuple(groups))


def article_of(text: str, name: str = "-") -> Article:
    """An article with a paragraph a line."""
    lines = (Span(*m.span()).trim(text) for m in _NOT_BLANK.finditer(text))
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=line) for line in lines if line)
    return Article(input=name, text=text, blocks=blocks)


def fragments(statement: Statement) -> dict[str, set[Span]]:
    """The fragments of a statement, by part."""
    source = statement.source.span if statement.source else None
    return {
        "source": {source} if source else set(),
        "cue": set(statement.cue),
        "content": set(statement.content),
    }


def measure(data: Path, part: str = "dev", *, every: int = 1) -> dict[str, float]:
    """F1 in percent: exact fragments and tokens, for source, cue and content."""
    exact, tokens = _Counts(), _Counts()
    for one in annotated(data, part, every=every):
        found: dict[str, set[Span]] = {name: set() for name in PARTS}
        for statement in attribute(article_of(one.text, one.name), Policy()):
            if statement.parent is None:
                for name, spans in fragments(statement).items():
                    found[name] |= spans
        words = [Span(*m.span()) for m in _WORD.finditer(one.text)]
        for name in PARTS:
            exact.add(name, found[name], one.gold[name])
            tokens.add(name, _covered(words, found[name]), _covered(words, one.gold[name]))
    figures = {f"exact_{name}": exact.f1(name) for name in PARTS}
    return figures | {f"token_{name}": tokens.f1(name) for name in PARTS}


def _covered(words: list[Span], spans: set[Span]) -> set[Span]:
    covered: set[int] = set()
    for span in spans:
        covered.update(range(span.start, span.end))
    return {word for word in words if word.start in covered}


def rules(data: Path, part: str = "train", *, every: int = 2) -> dict[str, tuple[int, float, float]]:
    """For each rule: how often it fired, and the share with the right cue and with nearly the right content.

    A floating quotation has no cue, so only its content is looked at.
    """
    fired: Counter[str] = Counter()
    cued: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in annotated(data, part, every=every):
        for statement in attribute(article_of(one.text, one.name), Policy()):
            if statement.parent is not None:
                continue
            label = statement.evidence.reason
            fired[label] += 1
            cued[label] += any(c.overlaps(g) for c in statement.cue for g in one.gold["cue"])
            right[label] += _alike(statement, one)
    return {k: (n, cued[k] / n, right[k] / n) for k, n in fired.most_common()}


def _alike(statement: Statement, one: Annotated) -> bool:
    """Whether some annotated attribution shares at least 80 % of the content, letter by letter."""
    mine = {i for s in statement.content for i in range(*s)}
    for group in one.attributions:
        theirs = {i for s in group.get("content", []) for i in range(*s)}
        if len(mine & theirs) >= 0.8 * len(mine | theirs):
            return True
    return False
