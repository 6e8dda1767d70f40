"""The outlet in whose name a speaker's stands, or for which he reports: “Ada Holt of the Sun”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rashomon.corroboration.originphrases import RUN
from rashomon.corroboration.originwords import REPORTERS, WRITING_FOR
from rashomon.model import Mention, SourceKind, Span

__all__ = ["employer", "full_name"]

_NEAR = 40
_LONGEST = 200
_OWNER = re.compile(r"['’]s? ")

Mentions = Callable[[str, int, int], Iterator[tuple[Span, str]]]


def full_name(text: str, mention: Mention | None, mentions: Mentions) -> str | None:
    """The name of the outlet in which a speaker's stands, where that was read in part only."""
    name = (mention.source.name or "") if mention is not None else ""
    if mention is None or mention.span is None or not name:
        return None
    start = text.find(name, mention.span.start, mention.span.end)
    if start < 0:
        return None
    for span, full in mentions(text, max(0, start - _NEAR), min(len(text), start + len(name) + _NEAR)):
        whole = span.start <= start and start + len(name) <= span.end and len(span) > len(name)
        if whole and not _OWNER.search(full):
            return full
    return None


def employer(text: str, mention: Mention | None, ending: Callable[[str], str | None]) -> str | None:
    """The outlet for which a speaker reports: ``Courier reporter Ada Holt``, ``Holt of the Courier``."""
    if mention is None or mention.span is None or mention.source.kind is not SourceKind.PERSON:
        return None
    span = mention.span
    words = text[max(0, span.start - _NEAR) : min(len(text), span.end + _NEAR)][:_LONGEST]
    last = (mention.source.name or "").split()[-1:]
    at = words.find(last[0]) if last else -1
    for run in RUN.finditer(words):
        name = ending(run.group())
        if name is None:
            continue
        start = run.start() + run.group().rindex(name)
        if REPORTERS.match(words, run.end()) and run.end() < at:
            return name
        behind = words[at + len(last[0]) : start] if 0 <= at < start else ""
        if WRITING_FOR.fullmatch(behind):
            return name
    return None
