"""Where a report says that a source has no name, of whom it says so, and why.

Words such as “on condition of anonymity” are looked for once in the whole text.
Who is meant is told by the sentence: the source named in it, or the words that
point back (“The officials spoke …”, “They asked …”).  The reason is the clause
that such words begin (“because”, “citing”, “to discuss”), or a duty to be silent
(“not authorised to speak”).  Fear counts where it is told of the source itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.attribution.referents import Referents
from rashomon.language.sentences import sentences
from rashomon.language.tokens import fold
from rashomon.language.withholding import DUTY, FEARING, REASONS, WITHHOLDING
from rashomon.model import Article, Span

__all__ = ["Withheld", "withheld"]

_WITHHOLDING = re.compile(WITHHOLDING, re.IGNORECASE)
_REASONS = re.compile(REASONS, re.IGNORECASE)
_DUTY = re.compile(DUTY, re.IGNORECASE)
_FEARING = re.compile(FEARING, re.IGNORECASE)
_SAYS = r"\b(?:said|says|told|tells|confirmed|added|described|acknowledged|explained)\b"
_END = re.compile(
    rf"[,;“”\"—()\n]|\s{_SAYS}|\s(?:and|but|so) (?:spoke|requested|asked|insisted|was|were|who)\b"
    r"|(?<=\w\w)\.(?=\s|$)",
    re.IGNORECASE,
)
_SAYING = re.compile(rf"[“”\"]|{_SAYS}", re.IGNORECASE)
_POINTS = re.compile(
    r"\b(?:he|she|they|both|all|neither|their|(?:the|these|those|that) (?:[\w.’'-]+ ){0,3}?[\w’'-]+)\b",
    re.IGNORECASE,
)
_AIM = re.compile(r" (?:in order |so as )?to ([a-z]+)\b")
_HEARING = frozenset("to the a an our this his her their us me reporters journalists two several one".split())
"""Behind “anonymity to” these begin who was spoken to; other words, what for."""
_AROUND = 700  # code points about the words in which their sentence is looked for
_LONGEST = 200  # code points of a reason
_LEADING = 4  # code points by which words for one source may begin apart
_CLOSE = 90  # code points between a source and the fear told of it


@dataclass(frozen=True, slots=True)
class Withheld:
    """A name is held back: where the report says so, and the words that tell why, if any do."""

    span: Span
    reason: Span | None


def withheld(article: Article, sources: Referents) -> dict[int, list[Withheld]]:
    """For each source, by index, where it is said that it has no name.

    Args:
        article: the report.
        sources: those of this report.
    """
    out: dict[int, list[Withheld]] = {}
    if not sources.all:
        return out
    for sentence, span in _places(article):
        for index in _meant(article.text, sentence, span, sources):
            out.setdefault(index, []).append(Withheld(span, _reason(article.text, sentence, span)))
    for index, one in enumerate(sources.all):
        fear = next(filter(None, (_fear(article.text, m) for m in one.mentions)), None)
        if fear is not None:
            out.setdefault(index, []).append(Withheld(fear, fear))
    return out


def _places(article: Article) -> Iterator[tuple[Span, Span]]:
    """Where a name is held back, with the sentence; the last one of each sentence goes with the first."""
    last = -1
    for found in _WITHHOLDING.finditer(article.text):
        if found.start() < last:
            continue
        sentence = _sentence(article.text, found.start(), found.end())
        last = sentence.end
        yield sentence, Span(*found.span())


def _sentence(text: str, start: int, end: int) -> Span:
    """The sentence around these words, or as much of it as is looked at."""
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    low = max(low, text.rfind("\n", low, start) + 1)
    stop = text.find("\n", end, high)
    around = Span(low, stop if stop >= 0 else high)
    return next((s for s in sentences(text, around, []) if s.start <= start < s.end), around)


def _meant(text: str, sentence: Span, span: Span, sources: Referents) -> list[int]:
    """Of whom the sentence says so: the source before the words, whom it points to, or the source behind."""
    here = sources.within(sentence)
    before = [index for start, index in here if start <= span.start]
    if before:
        own = sources.people_before(text.rfind(" who ", here[len(before) - 1][0], span.start) + 1)
        if own is None or own.span.start <= here[len(before) - 1][0] + _LEADING:
            return [before[-1]]
        return sources.pointed(fold(own.span.of(text)), own.span.start)
    for found in _POINTS.finditer(text, sentence.start, span.end):
        meant = sources.pointed(fold(found.group()), found.start())
        if meant or found.start() == sentence.start:
            return meant  # a sentence that begins with somebody else is of nobody else
    return [index for _, index in here[:1]]


def _reason(text: str, sentence: Span, span: Span) -> Span | None:
    """The clause that tells why: a duty to be silent, or what stands behind the words, or before."""
    duty = _DUTY.search(text, sentence.start, sentence.end)
    if duty is not None and abs(duty.start() - span.start) >= _LONGEST:
        duty = None
    if duty is not None and duty.start() <= span.end:
        return _clause(text, duty.start(), duty.end(), sentence.end)
    said = _SAYING.search(text, span.end, sentence.end)
    behind = _REASONS.search(text, span.end, min(said.start() if said else sentence.end, span.end + _LONGEST))
    aim = _AIM.match(text, span.end)
    if aim is not None and aim[1] not in _HEARING:
        return _clause(text, span.end + 1, aim.end(), sentence.end)
    found = min((m for m in (behind, duty) if m is not None), key=lambda m: m.start(), default=None)
    if found is not None:
        return _clause(text, found.start(), found.end(), sentence.end)
    ahead = list(_REASONS.finditer(text, max(sentence.start, span.start - _LONGEST), span.start))
    return _clause(text, ahead[-1].start(), ahead[-1].end(), span.start) if ahead else None


def _fear(text: str, mention: Span) -> Span | None:
    """Fear told of a source right behind it."""
    found = _FEARING.search(text, mention.start, min(len(text), mention.end + _CLOSE))
    if found is None or re.search(r"[“”\".]", text[mention.start : found.start()]):
        return None
    return _clause(text, found.start(), found.end(), min(len(text), found.end() + _LONGEST))


def _clause(text: str, start: int, opened: int, end: int) -> Span:
    """From the words that open a reason to where its clause ends."""
    stop = _END.search(text, opened, min(end, start + _LONGEST))
    return Span(start, stop.start() if stop else min(end, start + _LONGEST)).trim(text)
