"""Which node of the graph the speaker of a statement is, and each of its carriers.

A speaker is its figure, or the unnamed source that the audit takes it for, else
itself.  A carrier is, in this order: the speaker whom the same words name elsewhere;
another of the compared reports, if its outlet published that; the person with whose
name the words end; the speaker of that name; else known by its folded name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rashomon.language.carriernames import plain_key
from rashomon.model import (
    Article,
    Figure,
    NodeKind,
    Relay,
    SourceKind,
    Span,
    Statement,
    UnnamedSource,
    short_id,
)
from rashomon.transmission.names import Names, put

__all__ = ["Place", "Places", "report_label"]

_KINDS = {
    SourceKind.PERSON: NodeKind.NAMED,
    SourceKind.ORGANISATION: NodeKind.NAMED,
    SourceKind.DOCUMENT: NodeKind.DOCUMENT,
    SourceKind.UNNAMED: NodeKind.UNNAMED,
    SourceKind.IMPERSONAL: NodeKind.UNNAMED,
}


class Place(NamedTuple):
    """Kind and key of a node."""

    kind: NodeKind
    key: str


def report_label(article: Article) -> str:
    """The publisher, or where the report was read from."""
    named = article.publisher is not None and article.publisher.name.strip()
    return article.publisher.name if article.publisher and named else article.input


class Places:
    """The nodes of these reports; made once, asked for each statement.

    Attributes:
        labels: what figures and unnamed sources are called, whoever names them; of carriers one name
            among others.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        statements: Sequence[Statement],
        figures: Sequence[Figure],
        unnamed: Sequence[UnnamedSource],
    ) -> None:
        self._names = Names(articles, statements)
        self._entries, self.labels = _entries(statements, unnamed)
        self._speakers: dict[tuple[str, str], Place | None] = {}
        self._naming: dict[tuple[str, int, int], Place] = {}
        for statement in statements:
            self._meet(statement)
        speaking = {s.source.source.identity for s in statements if s.source and s.source.source.name}
        known = dict(self._figures(figures, speaking))
        self._persons = dict(_persons(figures, known))
        self.labels |= {known[figure.id]: figure.name for figure in figures}

    def speaker(self, statement: Statement) -> Place:
        """Who speaks; all of whom a report tells nothing are one node of that report.

        An outlet whose own report is compared is that report, unless an occasion
        is told on which it spoke for itself.
        """
        source = statement.source.source if statement.source else None
        if source is None or not (source.name or source.descriptor):
            return Place(NodeKind.UNNAMED, statement.article)
        if source.name and source.kind is SourceKind.ORGANISATION and statement.occasion is None:
            report = self._names.report(source.name, statement.article)
            if report is not None:
                return Place(NodeKind.REPORT, report)
        kind = _KINDS[source.kind]
        if source.name or kind is NodeKind.DOCUMENT:
            return Place(kind, source.id)
        # without a name: an unnamed source, or a pronoun that could mean several
        return self._entries.get(statement.id) or Place(NodeKind.UNNAMED, source.id)

    def carrier(self, relay: Relay, article: str) -> Place | None:
        """Who or what carried the words; None for the report's own outlet."""
        if (naming := self._naming.get((article, *relay.span))) is not None:
            return naming
        if not (key := self._names.key(relay.name)).named:
            return Place(NodeKind.CARRIER, short_id("in", [article, key.words]))
        if self._names.is_own(relay.name, article):
            return None
        if (report := self._names.report(relay.name, article)) is not None:
            return Place(NodeKind.REPORT, report)
        if (person := self._person(relay.span, article)) is not None:
            return person
        speaker = self._speakers.get((article, key.plain)) or self._speakers.get(("", key.plain))
        return speaker or Place(NodeKind.CARRIER, self._names.full(relay.name, article))

    def _figures(self, figures: Sequence[Figure], speaking: set[str]) -> Iterator[tuple[str, Place]]:
        """The node of each figure; one that never speaks is known as carriers are, if its name is its own."""
        keys = {figure.id: self._names.key(figure.name).words for figure in figures}
        bearers = Counter(keys.values())
        for id_, words in keys.items():
            carrier = Place(NodeKind.CARRIER, words if bearers[words] == 1 else id_)
            yield id_, Place(NodeKind.NAMED, id_) if id_ in speaking else carrier

    def _person(self, words: Span, article: str) -> Place | None:
        """The figure whose name ends these words."""
        start, place = self._persons.get((article, words.end), (0, None))
        return place if start >= words.start else None

    def _meet(self, statement: Statement) -> None:
        """Keep by which words and names a speaker is known."""
        mention, place = statement.source, self.speaker(statement)
        if mention is None or not (mention.source.name or mention.source.descriptor):
            return
        if mention.span is not None:
            self._naming.setdefault((statement.article, *mention.span), place)
        if mention.source.name and place.kind is NodeKind.NAMED:
            for where in (statement.article, ""):
                put(self._speakers, (where, plain_key(mention.source.name)), place)


def _entries(
    statements: Iterable[Statement], unnamed: Iterable[UnnamedSource]
) -> tuple[dict[str, Place], dict[Place, str]]:
    """The node of each statement of an unnamed source, and what the node is called.

    Sources that the audit tells apart are two nodes though their words are the same.
    """
    sources = {s.id: s.source.source.id for s in statements if s.source}
    places: dict[str, Place] = {}
    labels: dict[Place, str] = {}
    for entry in unnamed:
        told = [id_ for id_ in entry.statements if id_ in sources and id_ not in places]
        if not told:
            continue
        place = Place(NodeKind.UNNAMED, sources[told[0]])
        if place in labels:
            place = Place(NodeKind.UNNAMED, short_id("un", [entry.article, list(entry.span)]))
        places |= dict.fromkeys(told, place)
        labels[place] = entry.descriptor
    return places, labels


def _persons(
    figures: Iterable[Figure], known: dict[str, Place]
) -> Iterator[tuple[tuple[str, int], tuple[int, Place]]]:
    """Where the name of a person ends in a report: where it begins, and the person's node."""
    for figure in figures:
        for one in figure.appearances:
            if one.kind is SourceKind.PERSON:
                for span in one.spans:
                    yield (one.article, span.end), (span.start, known[figure.id])
