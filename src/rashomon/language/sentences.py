"""Sentences, with quotations kept whole.

`sentencex` finds the boundaries.  It looks for closing quotation marks itself,
in time that grows with their square, so it is given the text with the marks
blanked (offsets stay).  Boundaries inside a quotation are then dropped, and
one is added after a quotation that ends its own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import sentencex

from rashomon.language.quotemarks import MARKS
from rashomon.model import Span

__all__ = ["sentences"]

_BLANKED = str.maketrans(
    dict.fromkeys(MARKS - {"'", "’"}, " ")
    | {"`": " "}
    | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")  # lone surrogates, which UTF-8 cannot hold
)
_LONGEST_MARK = 2
_MANY_APOSTROPHES = 4000  # in one paragraph: `sentencex` pairs them, in time that grows with their square
_QUOTING = re.compile(r"(?<!\w)'|'(?!\w)")  # those that stand in no word
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]\.")
_NO_END = frozenset(
    {
        "vs.",
        "v.",
        "rev.",
        "hon.",
        "rep.",
        "sen.",
        "gov.",
        "gen.",
        "lt.",
        "col.",
        "brig.",
        "maj.",
        "sgt.",
        "cpl.",
        "capt.",
        "cmdr.",
        "adm.",
        "supt.",
        "insp.",
        "prof.",
        "dr.",
        "mr.",
        "mrs.",
        "ms.",
        "st.",
        "det.",
        "fr.",
    }
)


_NUMBERED = frozenset({"no.", "nos."})  # abbreviations before a number only


def sentences(text: str, paragraph: Span, quoted: Iterable[Span] = ()) -> tuple[Span, ...]:
    """The sentences of one paragraph, trimmed, in order.

    Args:
        text: the article's text.
        paragraph: where to look.
        quoted: the outermost quotations, in order; none of them is cut.

    >>> text = "“It ended. It is over,” he said. “We won.” They left."
    >>> [s.of(text) for s in sentences(text, Span(0, len(text)), [Span(0, 23), Span(33, 42)])]
    ['“It ended. It is over,” he said.', '“We won.”', 'They left.']
    """
    holes = [q for q in quoted if q.overlaps(paragraph)]
    cuts = _outside(_boundaries(text, paragraph), holes)
    cuts |= {hole.end for hole in holes if _ends_sentence(text, hole, paragraph)}
    cuts = {cut for cut in cuts if _may_cut(text, cut, paragraph)}
    edges = [paragraph.start, *sorted(cuts), paragraph.end]
    pieces = (Span(a, b).trim(text) for a, b in pairwise(edges))
    return tuple(piece for piece in pieces if piece)


def _boundaries(text: str, paragraph: Span) -> set[int]:
    body = paragraph.of(text).translate(_BLANKED)
    if body.count("'") > _MANY_APOSTROPHES:
        body = _QUOTING.sub(" ", body)
    found = sentencex.get_sentence_boundaries("en", body)
    return {paragraph.start + b["start_index"] for b in found if b["start_index"]}


def _outside(cuts: set[int], holes: list[Span]) -> set[int]:
    """The cuts that lie in none of the holes; one pass over both."""
    out: set[int] = set()
    at = 0
    for cut in sorted(cuts):
        while at < len(holes) and holes[at].end < cut:
            at += 1
        if at == len(holes) or not holes[at].start < cut <= holes[at].end:
            out.add(cut)
        elif cut <= holes[at].start + _LONGEST_MARK:
            out.add(holes[at].start)  # the blanked mark was taken for the gap between two sentences
    return out


def _ends_sentence(text: str, quoted: Span, paragraph: Span) -> bool:
    """Whether the quotation closes with a full stop and a new sentence begins after it.

    After a question mark the sentence may well go on (“Why?” Ada Holt asked), so only a stop counts.
    """
    tail = quoted.of(text)[-4:].rstrip("".join(MARKS) + " ")
    if not tail.endswith((".", "…")):
        return False
    after = text[quoted.end : min(paragraph.end, quoted.end + 12)].lstrip()
    return bool(after) and (after[0].isupper() or after[0] in MARKS)


def _may_cut(text: str, cut: int, paragraph: Span) -> bool:
    """No cut before a lower-case word, within initials (“S.C.”), nor after an abbreviation before a name."""
    if _INITIALS.search(text, max(paragraph.start, cut - 3), min(paragraph.end, cut + 2)):
        return False
    after = text[cut : min(paragraph.end, cut + 12)].lstrip(" \t\n\r" + "".join(MARKS) + "`")
    if not after or after[0].islower():
        return False
    before = text[max(paragraph.start, cut - 12) : cut].split()
    if before and before[-1].lower() in _NUMBERED:
        return not after[0].isdigit()
    return not before or before[-1].lower() not in _NO_END
