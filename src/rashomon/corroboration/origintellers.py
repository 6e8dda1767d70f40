"""Speakers and papers that a sentence names as who tells it, where no statement was made of it.

Who speaks somewhere in these reports is looked for beside a word for speaking
(“in the words of Ada Holt”, “Ada Holt, the mayor, told a meeting”); a paper that
somebody quotes, by its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rashomon.corroboration.originframes import frame_of, is_paper_told, is_speaker
from rashomon.corroboration.originnodes import Nodes, Place
from rashomon.corroboration.originpapers import papers_behind, papers_in, papers_telling
from rashomon.corroboration.originphrases import is_mere, is_vague, told_words
from rashomon.corroboration.originpointing import points_back
from rashomon.corroboration.originthings import tells_next
from rashomon.corroboration.originwords import TOLD_BEFORE, TOLD_BEHIND
from rashomon.corroboration.units import Unit
from rashomon.language.tokens import TokenKind, tokenize
from rashomon.model import Dossier, Located, NodeKind, SourceKind, Span

__all__ = ["Tellers"]

_BEFORE, _BEHIND = 40, 90
"""Code points beside a name in which a word for speaking stands."""
_NEXT = 220
"""Code points behind a sentence in which the next one points back."""
_LEAST = 2
"""Words by which a paper is known."""

_BEGINS = re.compile(r"(?:\A|[,;:–—”\"(]\s?|\b(?:as|that|when)\s)\Z")
_ASKED = re.compile(
    r"\b(?:asked|rang|phoned|called|telephoned|reached|contacted|met|interviewed|visited|messaged|emailed|"
    r"(?:spoke|talked|chatted) (?:to|with)|caught up with|got hold of)\s+(?:the )?\Z"
)
_HEARD = re.compile(r"\b(?:told|heard|answer|reply|learn(?:ed|t)|informed|assured|said|response)\b")
_MAKER = re.compile(r"\b(?:\w+ed|\w+en|\w+wn|kept|held|sent|made)(?: up| out)? by (?:the )?\Z")
"""Before whoever made a paper: “an order signed by the Toll House says”."""


class Tellers:
    """The named speakers and the papers of a dossier; made once."""

    def __init__(self, dossier: Dossier, nodes: Nodes) -> None:
        self._nodes = nodes
        speaking = {place.key: place for place in nodes.labels if place.kind is NodeKind.NAMED}
        self._named: dict[str, list[tuple[Span, Place]]] = defaultdict(list)
        for figure in dossier.figures:
            if figure.id in speaking:
                for one in figure.appearances:
                    place = nodes.one(speaking[figure.id])
                    self._named[one.article].extend((span, place) for span in one.spans)
        papers: dict[Place, list[str]] = {}
        self._said: dict[str, list[tuple[Span, tuple[Span, ...]]]] = defaultdict(list)
        for statement in dossier.statements:
            if statement.source is not None and statement.source.span is not None and statement.content:
                self._said[statement.article].append((statement.source.span, statement.content))
        for statement in dossier.statements:
            source = statement.source.source if statement.source else None
            if source is None or source.kind is not SourceKind.DOCUMENT:
                continue
            called = source.descriptor or source.name or ""
            if is_vague(called) or is_mere(called):
                continue
            words, way = told_words(called), nodes.way(statement)
            if len(words) >= _LEAST and way and way[0].tail.kind is NodeKind.DOCUMENT:
                papers.setdefault(way[0].tail, words)
        self._papers = sorted(papers.items())

    def of(self, unit: Unit) -> Iterator[tuple[Place, Located]]:
        """Who tells the sentence of this wording, and where it is named."""
        yield from self._papers_in(unit)
        yield from self._papers_told(unit)
        yield from self._named_in(unit)
        yield from self._framed(unit)

    def _framed(self, unit: Unit) -> Iterator[tuple[Place, Located]]:
        """The one speaker, else the one paper, that the words around the claim name as who tells it."""
        text, sentence = unit.article.text, unit.sentence
        papers = list(papers_in(text, sentence))
        named = [
            (span, place)
            for span, place in self._named.get(unit.article.id, ())
            if sentence.contains(span) and not any(paper.contains(span) for paper in papers)
        ]
        named = [(s, p) for s, p in named if p.kind is NodeKind.NAMED and not self._tells_other(unit, s)]
        led = []
        for span, place in named:
            lead = frame_of(text, sentence, unit.wording.spans, span).lead
            if lead.contains(span):
                led.append(
                    (span, place, is_speaker(text[lead.start : span.start], text[span.end : lead.end]))
                )
        if len({place for _, place, _ in led}) == 1:
            yield from ((place, Located(unit.article.id, span)) for span, place, told in led if told)
        elif len(papers) == 1 and not led:
            [paper] = papers
            if self._frames_paper(unit, paper) and not any(
                self._nodes.mentions(text, paper.start, paper.end)
            ):
                yield self._nodes.paper(paper.of(text)), Located(unit.article.id, paper)

    @staticmethod
    def _frames_paper(unit: Unit, paper: Span) -> bool:
        """Whether the paper stands in the frame of the claim, and tells it."""
        text = unit.article.text
        lead, trail = frame_of(text, unit.sentence, unit.wording.spans, paper)
        part = lead if lead.contains(paper) else trail
        if not part.contains(paper):
            return False
        before, behind = text[part.start : paper.start], text[paper.end : part.end]
        return is_paper_told(before, behind, leading=part is lead)

    def _papers_told(self, unit: Unit) -> Iterator[tuple[Place, Located]]:
        """The papers that the sentence, or the next one, names as what tells it; none of an outlet."""
        text, end = unit.article.text, unit.sentence.end
        found = [*papers_telling(text, unit.sentence), *papers_behind(text, end, min(len(text), end + _NEXT))]
        for span in found:
            words = span.of(text)
            if not any(self._nodes.mentions(text, span.start, span.end)):
                yield self._nodes.paper(words), Located(unit.article.id, span)

    def _named_in(self, unit: Unit) -> Iterator[tuple[Place, Located]]:
        text, sentence = unit.article.text, unit.sentence
        papers = list(papers_in(text, sentence))
        for span, place in self._named.get(unit.article.id, ()):
            if sentence.end <= span.start < sentence.end + _NEXT and points_back(
                text[sentence.end : span.start], text[span.end : span.end + _BEHIND]
            ):
                yield place, Located(unit.article.id, span)
            if not sentence.contains(span) or any(paper.contains(span) for paper in papers):
                continue
            if self._tells_other(unit, span):
                continue
            before = text[max(sentence.start, span.start - _BEFORE) : span.start]
            behind = text[span.end : min(sentence.end, span.end + _BEHIND)]
            told = TOLD_BEHIND.match(behind) or (_BEGINS.search(before) and tells_next(behind))
            told = told and not _MAKER.search(before)
            if told or TOLD_BEFORE.search(before) or (_ASKED.search(before) and _HEARD.search(behind)):
                yield place, Located(unit.article.id, span)

    def _tells_other(self, unit: Unit, name: Span) -> bool:
        """Whether a statement gives other words to who is named here, which follow the wording and the name,
        or has the name within other words: “Though the dam broke, Holt said it would hold.”
        """
        first, last = unit.wording.spans[0], unit.wording.spans[-1]
        for source, content in self._said[unit.article.id]:
            if any(one.overlaps(span) for one in content for span in unit.wording.spans):
                continue
            told = source.overlaps(name) and last.end <= source.start and source.end <= content[0].start
            within = any(one.contains(name) for one in content) and not first.contains(name)
            if unit.sentence.contains(source) and (told or within):
                return True
        return False

    def _papers_in(self, unit: Unit) -> Iterator[tuple[Place, Located]]:
        tokens = [t for t in tokenize(unit.article.text, unit.sentence) if t.kind is not TokenKind.MARK]
        low = [token.low for token in tokens]
        for place, words in self._papers:
            for at in range(len(low) - len(words) + 1):
                if low[at] == words[0] and [w for w in low[at : at + 2 * len(words)] if w in words] == words:
                    yield place, Located(unit.article.id, tokens[at].span)
                    break
