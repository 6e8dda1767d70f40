"""Which wordings lie in a passage that another report has as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.corroboration.units import Unit
from rashomon.language.tokens import tokenize
from rashomon.model import Article, BlockKind, Copy, Dossier, Located, Span, hull, merge

__all__ = ["Copied", "Copying"]


@dataclass(frozen=True, slots=True)
class Copied:
    """A wording that stands in another report, too.

    Attributes:
        article: the other report.
        source: the one of the two that had it first; None where nothing tells.
        places: the passage in both.
        partners: the wordings of the claim in the other report that the passage holds.
    """

    article: str
    source: str | None
    places: tuple[Located, Located]
    partners: tuple[Unit, ...]


class Copying:
    """The copies of a dossier, by report; made once."""

    def __init__(self, dossier: Dossier) -> None:
        self._covered = dossier.engine.policy.origin_covered
        self._reprint = dossier.engine.policy.origin_reprint
        self._copies: dict[str, list[tuple[Span, Located, Copy]]] = defaultdict(list)
        for copy in dossier.copies:
            self._copies[copy.first.article].append((copy.first.span, copy.second, copy))
            self._copies[copy.second.article].append((copy.second.span, copy.first, copy))

    def of(self, unit: Unit, units: Sequence[Unit]) -> tuple[Copied, ...]:
        """The passages that hold this wording, and those that hold the same words in a copied report."""
        return tuple(self._found(unit, units))

    def _found(self, unit: Unit, units: Sequence[Unit]) -> Iterator[Copied]:
        met: set[str] = set()
        copies = self._copies.get(unit.article.id, ())
        for span, other, copy in copies:
            if self._holds(span, unit):
                met.add(other.article)
                here = Located(unit.article.id, span)
                partners = [u for u in units if u.article.id == other.article and self._holds(other.span, u)]
                yield Copied(other.article, copy.source, (here, other), tuple(partners))
        for span, other, copy in copies:
            if other.article in met or not self._is_reprint(unit.article, other.article):
                continue
            same = [u for u in units if u.article.id == other.article and _words(u) == _words(unit)]
            if same:
                met.add(other.article)
                yield Copied(other.article, copy.source, (Located(unit.article.id, span), other), tuple(same))

    def _is_reprint(self, article: Article, other: str) -> bool:
        """Whether so much of a report stands in the other that short sentences may be copied, too."""
        shared = merge(span for span, place, _ in self._copies[article.id] if place.article == other)
        body = sum(len(block.span) for block in article.of_kind(BlockKind.PARAGRAPH)) or len(article.text)
        return sum(map(len, shared)) >= self._reprint * body

    def _holds(self, passage: Span, unit: Unit) -> bool:
        """Whether enough of the wording, or of its sentence, lies in a passage."""
        for whole in (unit.sentence, hull(unit.wording.spans)):
            shared = passage.intersection(whole)
            if shared is not None and len(shared) >= self._covered * len(whole):
                return True
        return False


def _words(unit: Unit) -> tuple[str, ...]:
    return tuple(token.low for span in unit.wording.spans for token in tokenize(unit.article.text, span))
