"""Edges of a content that the tagger sets too early or too late, where the words themselves tell.

*Holt said that the pier would close, but stayed open until May*: the second
verb has no subject of its own, so it goes on with the clause; unless it is a
verb of saying itself (*..., but added*).  *“…,” Holt told the harbour board*:
who is told is no part of what is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.attribution.cues import lookup
from rashomon.attribution.cutting import Page
from rashomon.language import functionwords as fw
from rashomon.language.tokens import TokenKind
from rashomon.model import Span

__all__ = ["addressed", "stretched"]

_NEAR = 40  # code points that hold a comma, "but", an adverb and a verb
_ADDRESSEE = "a"  # the frame of cues behind which somebody is told


def stretched(page: Page, content: Span, clause: Span) -> Span:
    """The content, to the end of the clause it begins, if “, but” and a verb without a subject follow."""
    if content.start != clause.start or content.end >= clause.end:
        return content
    tokens = page.tokens.within(Span(content.end, min(clause.end, content.end + _NEAR)))
    if [t.low for t in tokens[:2]] != [",", "but"]:
        return content
    rest = [t for t in tokens[2:] if t.low not in fw.ADVERBS]
    if not rest or rest[0].kind is not TokenKind.WORD or lookup(rest[0].low):
        return content
    verb = rest[0].low in fw.FINITE_VERBS | fw.AUXILIARIES or rest[0].low.endswith("ed")
    return clause if verb else content


def addressed(page: Page, piece: Span, cue: Sequence[Span]) -> bool:
    """Whether a piece right behind a verb of telling is who was told: a noun phrase, no clause."""
    if not cue or page.article.text[cue[-1].end : piece.start].strip() or cue[-1].end > piece.start:
        return False
    told = page.tokens.within(cue[-1])
    if not told or not any(_ADDRESSEE in found.frames for found, _ in lookup(told[-1].low)):
        return False
    inner = {t.low for t in page.tokens.within(piece)}
    return not inner & (fw.SUBORDINATORS | fw.RELATIVES | fw.AUXILIARIES | fw.FINITE_VERBS | {"to", "not"})
