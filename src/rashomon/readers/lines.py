"""Cut a text into units: paragraphs as a reader of the page would count them.

Most pasted text has a paragraph a line.  Mail and agency copy is hard-wrapped:
there a paragraph is a run of lines, and a line ends where the next word would
not have fitted any more.  That test (would it have fitted?) tells both whether
a text is wrapped at all and where its paragraphs end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.model import Policy, Span

__all__ = ["Unit", "units"]

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_ITEM = re.compile(r"(?:[•·►▪*+–—-]|\(?\d{1,2}[.)])\s")
_CLOSED = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SLACK = 3  # columns: editors that wrap count marks and double blanks differently


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph-like stretch: its span, and whether a blank line stands before it."""

    span: Span
    gap: bool


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str  # without blanks at its ends
    indent: int
    gap: bool

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


def units(text: str, policy: Policy) -> tuple[Unit, ...]:
    """The units of `text`, in order, disjoint, without surrounding blanks.

    Every non-blank code point of `text` lies in exactly one.
    """
    lines = _lines(text)
    if len(lines) < 2:
        return tuple(Unit(line.span, line.gap) for line in lines)
    width = _wrap_width(lines, policy)
    out: list[Unit] = []
    for at, line in enumerate(lines):
        if width and out and _continues(lines[at - 1], line, width):
            out[-1] = Unit(Span(out[-1].span.start, line.span.end), out[-1].gap)
        else:
            out.append(Unit(line.span, line.gap))
    return tuple(out)


def _lines(text: str) -> list[_Line]:
    """The lines that hold more than blanks."""
    out: list[_Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        words = raw.strip()
        if not words:
            continue
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + indent
        gap = not out or _line_ends(text[last:start]) > 1
        out.append(_Line(Span(start, start + len(words)), words, indent, gap))
        last = start + len(words)
    return out


def _line_ends(between: str) -> int:
    """How many lines end here; a carriage return beside a line feed is the same end."""
    feeds = between.count("\n") + between.count("\u2028") + between.count("\u2029")
    return feeds or between.count("\r")


def _wrap_width(lines: Sequence[_Line], policy: Policy) -> int:
    """The column at which the text is wrapped, 0 if it is not.

    Lines of a wrapped text are full, and at least half of them end within a sentence.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    if len(pairs) < 3:
        return 0
    widths = sorted(a.width for a, _ in pairs)
    width = widths[(len(widths) * 9) // 10]
    if not 40 <= width <= policy.read_wrap_columns:
        return 0
    full = [a for a, b in pairs if _full(a, b, width)]
    within = sum(_CLOSED.search(line.text) is None for line in full)
    return width if len(full) >= policy.read_wrap_share * len(pairs) and within * 2 >= len(full) else 0


def _full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of `after` would not have fitted on `line`."""
    word = after.text.split(maxsplit=1)[0]
    return line.width <= width + _SLACK and line.width + 1 + len(word) > width - _SLACK


def _continues(line: _Line, after: _Line, width: int) -> bool:
    """Whether `after` goes on with the paragraph of `line`."""
    if after.gap or not _full(line, after, width) or _ITEM.match(after.text):
        return False
    return not (after.indent > line.indent + 1 and _CLOSED.search(line.text))
