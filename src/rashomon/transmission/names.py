"""Which outlet a name stands for: in one report by a shorter form of it, over reports by its folded words.

One word that ends the longer name of exactly one other carrier of the same report is
that carrier (“Holt” after “Ada Holt”); capitals are the one longer name whose initials
they are.  What fits two is neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rashomon.language.carriernames import CarrierKey, carrier_key, initials
from rashomon.model import Article, Statement

__all__ = ["Names", "put"]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Names:
    """The names of carriers and publishers in these reports; made once."""

    def __init__(self, articles: Sequence[Article], statements: Sequence[Statement]) -> None:
        self._keys: dict[str, CarrierKey] = {}
        self._last: dict[tuple[str, str], str | None] = {}
        self._initials: dict[str, str | None] = {}
        self._own: dict[str, str] = {}
        self._reports: dict[str, str | None] = {}
        for article, name in _carriers(articles, statements):
            self._shorten(article, self.key(name))
        for report in articles:
            if report.publisher is not None and self.key(report.publisher.name).named:
                self._own[report.id] = self.full(report.publisher.name, report.id)
                put(self._reports, self._own[report.id], report.id)

    def key(self, name: str) -> CarrierKey:
        """The folded name."""
        if name not in self._keys:
            self._keys[name] = carrier_key(name)
        return self._keys[name]

    def full(self, name: str, article: str) -> str:
        """The words of its key, or of the longer name that it stands for in this report."""
        words = self.key(name).words
        if " " in words:
            return words
        longer = self._last.get((article, words))
        if longer is None and len(words) > 1 and name.replace(".", "").isupper():
            longer = self._initials.get(words.replace(".", ""))
        return longer or words

    def is_own(self, name: str, article: str) -> bool:
        """Whether an outlet of this name published the report itself."""
        return self.full(name, article) == self._own.get(article)

    def report(self, name: str, article: str) -> str | None:
        """The one other report that an outlet of this name published."""
        found = self._reports.get(self.full(name, article)) if self.key(name).named else None
        return found if found != article else None

    def _shorten(self, article: str, key: CarrierKey) -> None:
        """Keep by which shorter forms this one may be taken up."""
        words = key.words.split()
        if not key.named or len(words) < 2:
            return
        put(self._last, (article, words[-1]), key.words)
        put(self._initials, initials(key.words), key.words)
        if words[1:] == ["news"]:
            put(self._last, (article, words[0]), key.words)


def put(table: dict[_Key, _Value | None], key: _Key, value: _Value) -> None:
    """Keep the value of a key, None once there were two."""
    table[key] = value if table.setdefault(key, value) == value else None


def _carriers(articles: Sequence[Article], statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """Article and name of every carrier and publisher."""
    yield from ((article.id, article.publisher.name) for article in articles if article.publisher)
    yield from ((statement.article, relay.name) for statement in statements for relay in statement.chain)
