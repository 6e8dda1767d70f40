"""Credits that stand beside the words they are for: “the Courier, which first reported the blaze”.

Where a report tells a thing in its own words and a sentence near by says who had
it first, the words rest on that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.corroboration.originnodes import Hop, Nodes, Place
from rashomon.corroboration.originwords import CREDITING, GENERIC
from rashomon.corroboration.units import Unit
from rashomon.language.carriernames import carrier_key
from rashomon.language.tokens import TokenKind, tokenize
from rashomon.model import Article, BlockKind, Dossier, Located, NodeKind, Span

__all__ = ["Credits"]

_NEAR = 2
"""Paragraphs: the credit's own, and those beside it."""
_STEM = 4
"""First letters by which “resignation” takes up “resigned”."""
_AROUND = 60
"""Code points beside the credit in which that is named which was first told."""


@dataclass(frozen=True, slots=True)
class _Credit:
    outlet: Place
    span: Span
    paragraph: int
    told: frozenset[str]
    """The words beside it, which may say what was first told."""


class Credits:
    """The credits of the reports of a dossier; made once."""

    def __init__(self, dossier: Dossier, nodes: Nodes) -> None:
        self._credits: dict[str, list[_Credit]] = defaultdict(list)
        self._starts: dict[str, list[int]] = {}
        for article in dossier.articles:
            blocks = [block for block in article.blocks if block.kind is not BlockKind.FURNITURE]
            self._starts[article.id] = [block.span.start for block in blocks]
            for block in blocks:
                self._credits[article.id].extend(
                    _in(article, block.span, self._at(article.id, block.span), nodes)
                )

    def of(self, unit: Unit) -> Iterator[Hop]:
        """The step from the outlet that is said to have had this first; none where no credit is near."""
        report = Place(NodeKind.REPORT, unit.article.id)
        at = self._at(unit.article.id, unit.wording.spans[0])
        words = {token.low for token in tokenize(unit.article.text, unit.sentence)}
        for credit in self._credits.get(unit.article.id, ()):
            if credit.outlet != report and _belongs(credit, at, unit, words):
                place = Located(unit.article.id, credit.span)
                yield Hop(credit.outlet, report, ("first_reported_by",), True, (place,))
                return

    def _at(self, article: str, span: Span) -> int:
        return bisect_left(self._starts[article], span.start + 1) - 1


def _in(article: Article, block: Span, paragraph: int, nodes: Nodes) -> Iterator[_Credit]:
    for pattern in CREDITING:
        for match in pattern.finditer(article.text, block.start, block.end):
            name = match["name"]
            if not carrier_key(name).named:
                continue
            span = Span(match.start(), match.end())
            around = Span(max(block.start, span.start - _AROUND), min(block.end, span.end + _AROUND))
            told = {t.low for t in tokenize(article.text, around) if t.kind is TokenKind.WORD}
            yield _Credit(nodes.outlet(name, article.id), span, paragraph, frozenset(told))


def _belongs(credit: _Credit, at: int, unit: Unit, words: set[str]) -> bool:
    """Whether the credit is for this wording: in its sentence, or near and of the same thing."""
    if unit.sentence.overlaps(credit.span):
        return True
    told = {word for word in credit.told if len(word) > _STEM}
    near = abs(credit.paragraph - at) < _NEAR
    stems = {word[:_STEM] for word in words if len(word) > _STEM}
    return bool(near and (GENERIC & credit.told or any(word[:_STEM] in stems for word in told)))
