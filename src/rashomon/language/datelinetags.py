"""Whose text a dateline of any make says it is: “TARN // Merid Wire //”, “From Merid Wire, TARN, May 4:”.

A dateline stands at the beginning of a paragraph, ends in a mark, and has a place in
capitals; what else it has is a date and a name.
"""

from __future__ import annotations

import re

from rashomon.model import Span

__all__ = ["tag_at"]

_LONGEST = 90
_PART = re.compile(r"[^,:/|()\[\]–—\n]+")
_END = re.compile(r"(?::|//|/|\||\)|\]|–|—| -) (?=[A-Z“\"])")
_DATE = re.compile(
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:,? \d{4})?\s*"
)
_PLACE = re.compile(r"[A-Z][A-Z’'.-]+(?: [A-Z’'.-]+){0,3}\s*")
_LED = re.compile(r"(?:[Ff]rom |[Bb]y |[Vv]ia )?(?:[Tt]he )?")
_IN = re.compile(r" in (?=[A-Z]{3})")
_NAME = re.compile(r"(?:[A-Z][a-zA-Z’'&.-]*-?)(?: ?-?(?:of |the |and )?[A-Z][a-zA-Z’'&.-]*){0,4}")
_ABOUT = re.compile(r"(?: (?:radio|news|sports|foreign|business))? (?:desk|bureau|staff|service)\Z")
_MOST = 4


def tag_at(text: str, start: int, end: int) -> Span | None:
    """Where the dateline that begins this stretch names who the text is from; None if it names nobody.

    >>> line = "From Merid Wire, TARN, May 4: The dam broke."
    >>> tag_at(line, 0, len(line)).of(line)
    'Merid Wire'
    >>> tag_at("TARN: The dam broke.", 0, 20), tag_at("Ada Holt: The dam broke.", 0, 24)
    (None, None)
    """
    head = text[start : min(end, start + _LONGEST)]
    ends = list(_END.finditer(head))[:_MOST]
    for last in reversed(ends):
        line = head[: last.end()]
        found = _named(line)
        if found is not None:
            return found.shift(start)
    return None


def _named(line: str) -> Span | None:
    """The one part of a dateline that is neither a place nor a date."""
    names: list[Span] = []
    placed = False
    for part in _parts(line):
        words = part.of(line)
        if _DATE.fullmatch(words):
            continue
        if _PLACE.fullmatch(words) and len(words.strip()) > _MOST - 1:
            placed = True
            continue
        led = _LED.match(words)
        at = led.end() if led is not None else 0
        bare = _ABOUT.sub("", words[at:].rstrip())
        if names or not _NAME.fullmatch(bare):
            return None
        names.append(Span(part.start + at, part.start + at + len(bare)))
    return names[0] if placed and names else None


def _parts(line: str) -> list[Span]:
    """What stands between the marks of a dateline, “in” as one of them."""
    out: list[Span] = []
    for found in _PART.finditer(_IN.sub(lambda m: " ,  "[: len(m[0])], line)):
        stripped = found.group().strip()
        if stripped and stripped != "-":
            stripped = stripped.removesuffix(" -")
            start = found.start() + found.group().index(stripped)
            out.append(Span(start, start + len(stripped)))
    return out
