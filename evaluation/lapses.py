"""What went wrong with an attribution, in coarse kinds that can be counted.

Annotated and found attributions are paired one to one by how much cue, content
and source have in common.  An annotated one without a partner was missed, a
found one without a partner is extra, and in a pair each part that differs is a
lapse of its own.  Edges are told apart by the words between where the edge is
and where it should be: nothing but quotation marks, nothing but punctuation,
one conjunction, more words of the sentence, or sentences.  An annotated edge
within a word is a slip of the annotator and a kind of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.agreement import Attribution, best_pairs, likeness

from rashomon.model import Span, hull

__all__ = ["Lapse", "lapses"]

_MARKS = frozenset("\"'“”‘’«»„‚‹›")
_CONJUNCTIONS = frozenset("that if whether to as how what and but".split())
_SENTENCE_END = re.compile(r"(?:[a-z]{3}|[^\w\s])[.!?…][\"'”’)]*\s")  # not the period of a title
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """One error: its kind, what was annotated and what was found (either may be None)."""

    kind: str
    wanted: Attribution | None = None
    found: Attribution | None = None

    @property
    def at(self) -> int:
        """Where it stands: the first code point of either side."""
        spans = [s for side in (self.wanted, self.found) if side for part in side.key for s in part]
        return min(spans).start if spans else 0


def lapses(
    text: str, wanted: Sequence[Attribution], found: Sequence[Attribution], closed: Sequence[Span] = ()
) -> Iterator[Lapse]:
    """Every error in one text, in no particular order.

    Args:
        text: what the spans point into.
        wanted: the annotated attributions.
        found: the system's.
        closed: where the system does not look (captions, furniture).
    """
    pairs = best_pairs(wanted, found, _worth)
    for i, j in pairs:
        kinds = [
            *_cue(wanted[i], found[j]),
            *_source(wanted, i, found[j]),
            *_content(text, wanted, i, found[j]),
        ]
        for kind in kinds:
            yield Lapse(kind=kind, wanted=wanted[i], found=found[j])
    paired = ({i for i, _ in pairs}, {j for _, j in pairs})
    for i, one in enumerate(wanted):
        if i not in paired[0]:
            yield Lapse(kind="missed: " + _why_missed(text, one, found, closed), wanted=one)
    for j, one in enumerate(found):
        if j not in paired[1]:
            yield Lapse(kind="extra: " + _why_extra(one, wanted), found=one)


def _worth(one: Attribution, other: Attribution) -> tuple[float, ...] | None:
    cue, content = likeness(one.cue, other.cue), likeness(one.content, other.content)
    if not cue and not content:
        return None
    return cue + content, likeness(one.source, other.source)


def _why_missed(text: str, one: Attribution, found: Sequence[Attribution], closed: Sequence[Span]) -> str:
    if any(a.overlaps(b) for a in closed for b in one.content | one.cue):
        return "the reader gives the place as no running text"
    if any(likeness(one.cue, other.cue) for other in found):
        return "its cue is used by another"
    if any(likeness(one.content, other.content) for other in found):
        return "its content is within another's"
    first = min(one.content).of(text)[:1] if one.content else ""
    return "in quotation marks" if first in _MARKS and first else "not in quotation marks"


def _why_extra(one: Attribution, wanted: Sequence[Attribution]) -> str:
    if any(likeness(one.cue, other.cue) for other in wanted):
        return "a second one with the cue"
    if any(likeness(one.content, other.content) for other in wanted):
        return "content of one that has another partner"
    return "nothing annotated here" + ("" if one.cue else ", and no cue found")


def _cue(wanted: Attribution, found: Attribution) -> Iterator[str]:
    if wanted.cue != found.cue:
        yield "cue: " + _difference(wanted.cue, found.cue)


def _source(wanted: Sequence[Attribution], i: int, found: Attribution) -> Iterator[str]:
    gold = wanted[i].source
    if gold == found.source:
        return
    others = {s for j, one in enumerate(wanted) if j != i for s in one.source} - gold
    if found.source and not likeness(gold, found.source) and found.source <= others:
        yield "link: source of another" if gold else "link: source of another, should have none"
    else:
        yield "source: " + _difference(gold, found.source)


def _difference(wanted: frozenset[Span], found: frozenset[Span]) -> str:
    if not found:
        return "missed"
    if not wanted:
        return "extra"
    ours, theirs = hull(found), hull(wanted)
    if not ours.overlaps(theirs):
        return "elsewhere"
    if ours.contains(theirs):
        return "edge wider"
    return "edge narrower" if theirs.contains(ours) else "edges shifted"


def _content(text: str, wanted: Sequence[Attribution], i: int, found: Attribution) -> Iterator[str]:
    gold, ours = wanted[i].content, found.content
    if gold == ours:
        return
    others = {s for j, one in enumerate(wanted) if j != i for s in one.content} - gold
    yield from ("link: content of another" for _ in sorted(ours & others))
    left = sorted(ours - others)
    yield from ("content: piece missing" for g in sorted(gold) if not any(g.overlaps(s) for s in ours))
    yield from ("content: piece too many" for s in left if not any(s.overlaps(g) for g in gold))
    for g in sorted(gold - ours):
        here = [s for s in left if s.overlaps(g)]
        if len(here) > 1:
            yield "content: split"
        elif here and sum(here[0].overlaps(other) for other in gold) > 1:
            if g == min(other for other in gold if here[0].overlaps(other)):
                yield "content: joined"
        elif here:
            yield from _edges(text, g, here[0])


def _edges(text: str, gold: Span, ours: Span) -> Iterator[str]:
    for name, is_at, should in (("left", ours.start, gold.start), ("right", ours.end, gold.end)):
        if is_at != should:
            if text[max(0, should - 1) : should + 1].isalnum() and 0 < should < len(text):
                yield f"content: {name} edge annotated within a word"
                continue
            wider = (is_at < should) if name == "left" else (is_at > should)
            between = Span(min(is_at, should), max(is_at, should)).of(text)
            yield f"content: {name} edge {'wider' if wider else 'narrower'} by {_kind_of(between)}"


def _kind_of(words: str) -> str:
    """What stands between two edges."""
    if not _WORD.search(words):
        return "a quotation mark" if any(c in _MARKS for c in words) else "punctuation"
    if words.strip(" ,:").casefold() in _CONJUNCTIONS:
        return "a conjunction"
    return "sentences" if _SENTENCE_END.search(words) or "\n" in words.strip() else "words"
