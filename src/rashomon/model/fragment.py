"""What a tagger reads and what it finds: parts of a text, and pieces of attributions.

A fragment is one unbroken piece of one part of an attribution: its source
("the minister"), its cue ("said") or its content (what was said).  Which
fragments belong together is not the tagger's to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.span import Span

__all__ = ["Fragment", "Passages", "Role", "Tagging"]


class Role(StrEnum):
    """Which part of an attribution a fragment is (the terms of PARC3 and PolNeAR)."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A piece of an attribution.

    Attributes:
        role: which part of the attribution it is.
        span: where it stands; no blanks at either end.
        score: the tagger's probability, 0 to 1, that exactly this span with this role is a fragment.

    Raises:
        ValueError: if the span is empty or the score no probability.
    """

    role: Role
    span: Span
    score: float

    def __post_init__(self) -> None:
        if not self.span:
            raise ValueError(f"a fragment holds at least one code point, not {self.span}")
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"a fragment's score lies between 0 and 1, not at {self.score}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """An article's text and the blocks of it to be read.

    Words outside the spans are not seen.  Between one span and the next the
    tagger sees a paragraph break; a line end within a span is a blank to it.

    Attributes:
        text: the whole text; all spans are into it.
        spans: the blocks, in order and disjoint.

    Raises:
        ValueError: if they are not, or one lies outside the text.
    """

    text: str
    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        before = 0
        for span in self.spans:
            if span.start < before or span.end > len(self.text):
                raise ValueError(f"{span} is out of order or outside a text of {len(self.text)}")
            before = span.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagging:
    """What a tagger tells of one article.

    Attributes:
        fragments: in the order of the text, disjoint.
        links: the weights by which the fragments are linked to attributions and these scored.
    """

    fragments: tuple[Fragment, ...]
    links: Mapping[str, float]
