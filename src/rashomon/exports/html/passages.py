"""Passages of reports as links to their place in the text, with the words that differ marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from rashomon.exports.display import shortened
from rashomon.exports.html.prose import Anchors, shown
from rashomon.exports.wording import separators
from rashomon.model import Article, Span

__all__ = ["ROOM", "passage"]

ROOM = 1_500
"""Letters of one span that are shown; of a longer one its beginning is, and ``…``."""


def passage(
    article: Article, spans: Iterable[Span], anchors: Anchors, odd: Iterable[Span] = (), room: int = ROOM
) -> Markup:
    """The words at `spans`, each span a link to its place; those of `odd` stand in elements of their own."""
    found = [span for span in spans if span.of(article.text).strip()]
    marks = sorted(odd)
    parts = []
    for before, span in zip(separators(article.text, found), found, strict=True):
        whole = len(span) <= room
        words = (
            Markup("").join(_pieces(article.text, span, marks))
            if whole
            else shown(shortened(span.of(article.text), room))
        )
        parts.append(
            Markup('{}<a class="{}" href="#{}">{}</a>').format(
                before, "place" if whole else "to-place", anchors.of(article.id, span), words
            )
        )
    return Markup("").join(parts)


def _pieces(text: str, span: Span, odd: Iterable[Span]) -> Iterator[Markup]:
    at = span.start
    for part in filter(None, (span.intersection(one) for one in odd)):
        if part.start >= at:
            yield shown(text[at : part.start])
            yield Markup('<b class="odd">{}</b>').format(shown(part.of(text)))
            at = part.end
    yield shown(text[at : span.end])
