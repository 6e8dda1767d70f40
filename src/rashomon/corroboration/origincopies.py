"""Which wordings lie in a passage that another report has as well."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.corroboration.units import Unit
from rashomon.language.tokens import TokenKind, tokenize
from rashomon.model import Article, BlockKind, Copy, Dossier, Located, Span, merge

__all__ = ["Copied", "Copying", "quoted_runs"]

_RUN = 3  # words
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]?")


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
        self._covered_reprint = dossier.engine.policy.origin_covered_reprint
        self._reprint = dossier.engine.policy.origin_reprint
        self._texts = {article.id: article.text for article in dossier.articles}
        self._words: dict[str, tuple[str, ...]] = {}
        self._reprints: dict[tuple[str, str], bool] = {}
        self._sentences: dict[tuple[str, Span], set[tuple[str, ...]]] = {}
        self._runs: dict[str, set[tuple[str, ...]]] = {}
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
            here = Located(unit.article.id, span)
            if self._holds(here, other, unit):
                met.add(other.article)
                partners = [u for u in units if u.article.id == other.article and self._holds(other, here, u)]
                yield Copied(other.article, copy.source, (here, other), tuple(partners))
        for span, other, copy in copies:
            if other.article in met or not self._is_reprint(unit.article, other.article):
                continue
            met.add(other.article)
            same = [
                u
                for u in units
                if u.article.id == other.article and self._words_of(u) == self._words_of(unit)
            ]
            if same:
                yield Copied(other.article, copy.source, (Located(unit.article.id, span), other), tuple(same))

    def _is_reprint(self, article: Article, other: str) -> bool:
        """Whether so much of a report stands in the other that short sentences may be copied, too."""
        key = article.id, other
        if key in self._reprints:
            return self._reprints[key]
        shared = merge(span for span, place, _ in self._copies[article.id] if place.article == other)
        body = sum(len(block.span) for block in article.of_kind(BlockKind.PARAGRAPH)) or len(article.text)
        self._reprints[key] = sum(map(len, shared)) >= self._reprint * body
        return self._reprints[key]

    def _holds(self, passage: Located, other: Located, unit: Unit) -> bool:
        """Whether the passage holds the sentence, and the other report has enough of its words in a row."""
        if not passage.span.overlaps(unit.sentence):
            return False
        own = self._runs_in(unit, unit.sentence)
        inside = self._runs_in(unit, unit.sentence.intersection(passage.span) or unit.sentence)
        reprint = self._is_reprint(unit.article, other.article)
        least = self._covered_reprint if reprint else self._covered
        return len(inside & self._runs_of(other.article)) >= least * max(1, len(own))

    def _words_of(self, unit: Unit) -> tuple[str, ...]:
        """The words of a wording, cut once."""
        key = unit.wording.id
        if key not in self._words:
            self._words[key] = _words(unit)
        return self._words[key]

    def _runs_in(self, unit: Unit, span: Span) -> set[tuple[str, ...]]:
        """Runs of a sentence, made once."""
        key = unit.article.id, span
        if key not in self._sentences:
            self._sentences[key] = _runs(unit.article.text, span)
        return self._sentences[key]

    def _runs_of(self, article: str) -> set[tuple[str, ...]]:
        """All runs of a report, made once: a report is asked for with every wording of its copies."""
        if article not in self._runs:
            text = self._texts[article]
            self._runs[article] = _runs(text, Span(0, len(text)))
        return self._runs[article]


def _runs(text: str, span: Span) -> set[tuple[str, ...]]:
    """All runs of a few words."""
    words = [token.low for token in tokenize(text, span) if token.kind is not TokenKind.MARK]
    return {tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}


def quoted_runs(unit: Unit) -> set[tuple[str, ...]]:
    """All runs of a few words of what stands between quotation marks in the sentence of a wording.

    Of the whole content, if there are no marks in it.
    """
    content = unit.statement.content if unit.statement is not None else unit.wording.spans
    inside = (span.intersection(unit.sentence) for span in content)
    texts = [span.of(unit.article.text) for span in inside if span is not None]
    quoted = [match for text in texts for match in _QUOTED.findall(text)]
    tokens = [token for text in quoted or texts for token in tokenize(text)]
    words = [token.low for token in tokens if token.kind is not TokenKind.MARK]
    return {tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}


def _words(unit: Unit) -> tuple[str, ...]:
    return tuple(token.low for span in unit.wording.spans for token in tokenize(unit.article.text, span))
