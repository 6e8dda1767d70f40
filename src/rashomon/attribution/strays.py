"""What a tagger or a rule takes for a statement, or for a piece of one, and is but the way the words went."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.cutting import Page
from rashomon.attribution.drafts import Draft
from rashomon.attribution.scenes import Marks
from rashomon.language.functionwords import RELATIVES
from rashomon.language.transmission import CITING
from rashomon.model import Mode, Span

__all__ = ["PASSIVE", "but_a_carrier", "kept", "of_themselves"]

PASSIVE = frozenset("reported_by first_reported_by seen_by published_by quoted_by".split())
"""Manners that are told by a participle behind what is passed on."""
_ADJUNCTS = frozenset("in at on according from during that which as per".split())
_EMPTY = frozenset("which who that . ,".split())


def kept(page: Page, draft: Draft, marks: Sequence[Marks], home: int) -> Draft:
    """The draft without pieces that tell who carried it, or that another sentence quotes of somebody."""
    if len(draft.content) == 1:
        return draft
    kept = []
    for piece in draft.content:
        number = page.sentence_at(piece.start)
        told = marks[number]
        elsewhere = number != home and any(q.whole.overlaps(piece) for q in told.quoted)
        if not (elsewhere or _tells_the_way(page.article.text, piece, told)):
            kept.append(piece)
    return replace(draft, content=kept) if kept and len(kept) < len(draft.content) else draft


def _tells_the_way(text: str, piece: Span, marks: Marks) -> bool:
    """``in a cable published by …``, ``that the Observer printed``: how the words went, not what was said."""
    first = piece.of(text).split(maxsplit=1)[0].casefold()
    return first in _ADJUNCTS and any(
        not hop.addressed and piece.contains(hop.span) and piece.contains(hop.verb) for hop in marks.hops
    )


def but_a_carrier(text: str, draft: Draft, marks: Marks) -> bool:
    """Whether its content is but the name of who carried words, or a relative pronoun."""
    if not marks.hops or draft.mode is Mode.DIRECT:
        return False
    if _who_is_cited(text, draft, marks):
        return True
    carriers = [h.span for h in marks.hops] + [span for span, _, _ in marks.cited]
    words = [w for c in draft.content for w in c.of(text).casefold().split()]
    return set(words) <= _EMPTY or all(any(span.contains(c) for span in carriers) for c in draft.content)


def _who_is_cited(text: str, draft: Draft, marks: Marks) -> bool:
    """``citing an officer who was in the room``, ``citing a transcript published by …``: whom, not what."""
    if len(draft.content) != 1:
        return False
    [whole] = draft.content
    first = whole.of(text).split(maxsplit=1)[0].casefold()
    if first in RELATIVES and any(0 <= whole.start - span.end <= 2 for span, _, _ in marks.cited):
        return True
    citing = any(c.of(text).casefold() in CITING for c in draft.cue)
    return citing and any(
        not hop.addressed and whole.contains(hop.span) and whole.contains(hop.verb) for hop in marks.hops
    )


def of_themselves(drafts: Sequence[Draft]) -> list[Draft]:
    """Without those of whoever only passes on: ``“…,” Holt told Radio Corrie, the Courier reported``.

    The Courier makes no statement there.  Looks only at quotations whose source stands in a draft's
    content, so that a sentence of a thousand statements takes no thousand times as long.
    """
    quoting = [d for d in drafts if d.mode is Mode.DIRECT and d.source is not None and d.cue]
    by_source = sorted(((d.source.start, n) for n, d in enumerate(quoting) if d.source is not None))
    starts = [start for start, _ in by_source]
    out = []
    for draft in drafts:
        inside = (
            quoting[number]
            for piece in draft.content
            for _, number in by_source[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
        )
        if draft.mode is Mode.DIRECT or draft.source is None or not any(_holds(draft, q) for q in inside):
            out.append(draft)
    return out


def _holds(draft: Draft, other: Draft) -> bool:
    """Whether a draft's content has source and cue of another in it, and none of its words."""
    parts = (*other.cue, *([] if other.source is None else [other.source]))
    told = all(any(piece.contains(part) for piece in draft.content) for part in parts)
    return told and not any(piece.overlaps(said) for piece in draft.content for said in other.content)
