"""Links from the parts of a page to what they rest on: places in the texts, and statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.exports.html.prose import Anchors, shown
from rashomon.exports.overview import Overview
from rashomon.model import Located, Span

__all__ = ["Words", "statement_links", "words_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a report with the letter of the report and the way to their place; verbatim."""

    siglum: str
    href: str
    markup: Markup


def words_at(places: Iterable[Located], of: Overview, anchors: Anchors) -> tuple[Words, ...]:
    """The words at these places, each place once; places without words are left out."""
    return tuple(
        Words(
            siglum=of.sigla[at.article],
            href="#" + anchors.of(at.article, span),
            markup=shown(span.of(of.articles[at.article].text)),
        )
        for at in dict.fromkeys(places)
        if at.article in of.articles and (span := _within(at.span, of.articles[at.article].text))
    )


def _within(span: Span, text: str) -> Span | None:
    """The span, if it holds anything that can be seen and linked to."""
    return span if span.of(text).strip() else None


def statement_links(ids: Iterable[str], of: Overview) -> tuple[tuple[str, str], ...]:
    """For each statement the letter of its report, and the way to it."""
    return tuple((of.sigla[of.statements[id_].article], f"#{id_}") for id_ in ids if id_ in of.statements)
