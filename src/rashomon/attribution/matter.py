"""What statements are about, as far as their words tell: the folded beginnings of the longer words."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.language.tokens import TokenKind, tokenize
from rashomon.model import Span

__all__ = ["matter", "shared"]

_SHORT, _STEM = 3, 6  # letters that a word has at most to be left out, and that count of the others


def matter(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The words of four letters and more, short of their endings.

    >>> sorted(matter("The ferries were sold to them", [Span(0, 29)]))
    ['ferrie', 'sold', 'them', 'were']
    """
    tokens = (t for span in spans for t in tokenize(text, span) if t.kind is TokenKind.WORD)
    return frozenset(t.low[:_STEM] for t in tokens if len(t.low) > _SHORT)


def shared(said: frozenset[str], other: frozenset[str], *, share: float, fewest: int) -> bool:
    """Whether the other has enough of these words: a share of them, and so many."""
    return len(said & other) >= max(fewest, share * len(said))
