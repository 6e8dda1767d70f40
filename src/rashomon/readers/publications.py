"""When reports came out, as a user tells it: a date for all that state none, or for one of them.

::

    2024-02-05
    courier.txt=2024-02-05T08:30:00+01:00
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from rashomon.model import Article, Provenance

__all__ = ["Publication", "dated", "publication_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A day or time, ISO 8601, and the name of the report it is of; None for all that state none."""

    published: str
    report: str | None = None


def publication_of(words: str) -> Publication | str:
    """The publication that a user wrote; if it is none, what is wrong with it, as a clause.

    >>> publication_of("courier.txt=2024-02-05")
    Publication(published='2024-02-05', report='courier.txt')
    >>> publication_of("5.2.24")
    'has no date as 2024-02-05 or 2024-02-05T08:30'
    """
    report, sign, told = words.rpartition("=")
    told = told.strip()
    if sign and not report.strip():
        return "has no report before '='"
    if not _is_date(told):
        return "has no date as 2024-02-05 or 2024-02-05T08:30"
    return Publication(published=told, report=report.strip() if sign else None)


def _is_date(words: str) -> bool:
    try:
        if len(words) == len("2024-02-05"):
            date.fromisoformat(words)
        else:
            datetime.fromisoformat(words)
    except ValueError:
        return False
    return words[4:5] == words[7:8] == "-"


def dated(articles: Iterable[Article], told: Sequence[tuple[Publication, str | None]]) -> tuple[Article, ...]:
    """The articles with the publication dates that a user told.

    Args:
        articles: they keep their order.
        told: each publication with the id of the article it is of, None for all that state none.
            What is told of one article counts before its own and before what is told of all; of
            two the later.
    """
    ones = {id_: one for one, id_ in told if id_ is not None}
    for_all = next((one for one, id_ in reversed(told) if id_ is None), None)
    found = []
    for article in articles:
        one = ones.get(article.id) or (for_all if article.published is None else None)
        found.append(article if one is None else _with(article, one.published))
    return tuple(found)


def _with(article: Article, published: str) -> Article:
    given = Provenance(field="published", origin="given", raw=published)
    others = tuple(one for one in article.provenance if one.field != "published")
    return replace(article, published=published, provenance=(*others, given))
