"""Which node of the graph the speaker of a statement is, and each of its carriers.

In this order: words that name a speaker elsewhere are that speaker; a carrier that
published another of the compared reports is that report; one whose name is a
speaker's is that speaker; all others are known by their folded names.  One word
that ends the longer name of exactly one other carrier of the same report is that
carrier (“Holt” after “Ada Holt”), and capitals are the one longer name whose
initials they are.  What fits two is neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from rashomon.model import Article, NodeKind, Relay, SourceKind, Statement, short_id
from rashomon.transmission.carriers import CarrierKey, carrier_key, initials, person_in, plain_key

__all__ = ["Place", "Places", "report_label"]

_KINDS = {
    SourceKind.PERSON: NodeKind.NAMED,
    SourceKind.ORGANISATION: NodeKind.NAMED,
    SourceKind.DOCUMENT: NodeKind.DOCUMENT,
    SourceKind.UNNAMED: NodeKind.UNNAMED,
    SourceKind.IMPERSONAL: NodeKind.UNNAMED,
}

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Place(NamedTuple):
    """Kind and key of a node."""

    kind: NodeKind
    key: str


def report_label(article: Article) -> str:
    """The publisher, or where the report was read from."""
    named = article.publisher is not None and article.publisher.name.strip()
    return article.publisher.name if article.publisher and named else article.input


class Places:
    """The nodes of these reports; made once, asked for each statement."""

    def __init__(self, articles: Sequence[Article], statements: Sequence[Statement]) -> None:
        self._keys: dict[str, CarrierKey] = {}
        self._last: dict[tuple[str, str], str | None] = {}
        self._initials: dict[str, str | None] = {}
        self._own: dict[str, str] = {}
        self._reports: dict[str, str | None] = {}
        self._speakers: dict[tuple[str, str], Place | None] = {}
        self._naming: dict[tuple[str, int, int], Place] = {}
        for article, name in _carriers(articles, statements):
            self._shorten(article, self._key(name))
        for report in articles:
            if report.publisher is not None and self._key(report.publisher.name).named:
                self._own[report.id] = self._full(report.publisher.name, report.id)
                _put(self._reports, self._own[report.id], report.id)
        for statement in statements:
            self._meet(statement)

    def speaker(self, statement: Statement) -> Place:
        """Who speaks; all of whom a report tells nothing are one node of that report.

        An outlet whose own report is compared is that report, unless an occasion
        is told on which it spoke for itself.
        """
        source = statement.source.source if statement.source else None
        if source is None or not (source.name or source.descriptor):
            return Place(NodeKind.UNNAMED, statement.article)
        if source.name and source.kind is SourceKind.ORGANISATION and statement.occasion is None:
            report = self._report(source.name, statement.article)
            if report is not None:
                return report
        kind = _KINDS[source.kind]
        nameless = kind is NodeKind.NAMED and not source.name  # a pronoun that could mean several
        return Place(NodeKind.UNNAMED if nameless else kind, source.id)

    def carrier(self, relay: Relay, article: str) -> Place | None:
        """Who or what carried the words; None for the report's own outlet."""
        if (naming := self._naming.get((article, *relay.span))) is not None:
            return naming
        if not (key := self._key(relay.name)).named:
            return Place(NodeKind.CARRIER, short_id("in", [article, key.words]))
        words = self._full(relay.name, article)
        if words == self._own.get(article):
            return None
        plain = plain_key(person_in(relay.name) or relay.name)
        speaker = self._speakers.get((article, plain)) or self._speakers.get(("", plain))
        return self._report(relay.name, article) or speaker or Place(NodeKind.CARRIER, words)

    def _report(self, name: str, article: str) -> Place | None:
        """The one other report that an outlet of this name published."""
        found = self._reports.get(self._full(name, article)) if self._key(name).named else None
        return Place(NodeKind.REPORT, found) if found is not None and found != article else None

    def _full(self, name: str, article: str) -> str:
        """The key of a name, or of the longer one that it stands for in this report."""
        words = self._key(name).words
        if " " in words:
            return words
        longer = self._last.get((article, words))
        if longer is None and len(words) > 1 and name.replace(".", "").isupper():
            longer = self._initials.get(words.replace(".", ""))
        return longer or words

    def _key(self, name: str) -> CarrierKey:
        if name not in self._keys:
            self._keys[name] = carrier_key(name)
        return self._keys[name]

    def _shorten(self, article: str, key: CarrierKey) -> None:
        """Keep by which shorter forms this one may be taken up."""
        words = key.words.split()
        if not key.named or len(words) < 2:
            return
        _put(self._last, (article, words[-1]), key.words)
        _put(self._initials, initials(key.words), key.words)
        if words[1:] == ["news"]:
            _put(self._last, (article, words[0]), key.words)

    def _meet(self, statement: Statement) -> None:
        """Keep by which words and names a speaker is known."""
        mention, place = statement.source, self.speaker(statement)
        if mention is None or not (mention.source.name or mention.source.descriptor):
            return
        if mention.span is not None:
            self._naming.setdefault((statement.article, *mention.span), place)
        if mention.source.name and place.kind is NodeKind.NAMED:
            for where in (statement.article, ""):
                _put(self._speakers, (where, plain_key(mention.source.name)), place)


def _carriers(articles: Sequence[Article], statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """Article and name of every carrier and publisher."""
    yield from ((article.id, article.publisher.name) for article in articles if article.publisher)
    yield from ((statement.article, relay.name) for statement in statements for relay in statement.chain)


def _put(table: dict[_Key, _Value | None], key: _Key, value: _Value) -> None:
    """Keep the value of a key, None once there were two."""
    table[key] = value if table.setdefault(key, value) == value else None
