"""What is counted of events: shares by name, and what went wrong, in the order it was met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rashomon.model import Article, Span

__all__ = ["Scores", "near", "overlapping", "points", "quoted"]


@dataclass(slots=True)
class Scores:
    """Right and counted by name, weights allowed; `lapses` are lines for people."""

    right: dict[str, float] = field(default_factory=dict)
    counted: dict[str, float] = field(default_factory=dict)
    lapses: list[str] = field(default_factory=list)

    def add(self, name: str, right: float, counted: float = 1.0) -> None:
        """Count `right` of `counted` more."""
        self.right[name] = self.right.get(name, 0.0) + right
        self.counted[name] = self.counted.get(name, 0.0) + counted

    def merge(self, other: Scores) -> None:
        """Count all that the other has counted."""
        for name, counted in other.counted.items():
            self.add(name, other.right[name], counted)
        self.lapses.extend(other.lapses)

    def share(self, name: str) -> float | None:
        """Right over counted; None where nothing was counted."""
        counted = self.counted.get(name, 0.0)
        return self.right[name] / counted if counted else None

    def f1(self, name: str) -> float | None:
        """Of the shares ``NAME_precision`` and ``NAME_recall``; None where nothing was wanted or found."""
        precision, recall = self.share(f"{name}_precision"), self.share(f"{name}_recall")
        if precision is None and recall is None:
            return None
        both = (precision or 0.0) + (recall or 0.0)
        return 2 * (precision or 0.0) * (recall or 0.0) / both if both else 0.0


def points(spans: Iterable[Span]) -> set[int]:
    """The offsets that these spans hold."""
    return {i for span in spans for i in range(span.start, span.end)}


def overlapping(first: Iterable[Span], second: Iterable[Span]) -> bool:
    """Whether a span of the one overlaps a span of the other."""
    others = tuple(second)
    return any(a.overlaps(b) for a in first for b in others)


def near(first: Iterable[Span], second: Iterable[Span], sentences: Iterable[Span]) -> bool:
    """Whether they overlap or touch one sentence."""
    one, other = tuple(first), tuple(second)
    return overlapping(one, other) or any(
        overlapping((s,), one) and overlapping((s,), other) for s in sentences
    )


def quoted(spans: Iterable[Span], article: Article) -> str:
    """The words, for people: pieces parted by an ellipsis in brackets."""
    return " […] ".join(" ".join(span.of(article.text).split()) for span in spans)
