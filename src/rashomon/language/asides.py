"""Site furniture that runs on within a paragraph: the titles of a link's targets, pasted with the link.

A site that links each name to a list of its own articles leaves that list behind when a page is copied or
scraped: “Mayor Ada Holt Ada Mary HoltThe week in Tarn Holt opens weir MORE opened the sluice”.  It is known
by its shape alone: the name again, in full, run into a title, and at the end MORE in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model import Article, Block, BlockKind, Span

__all__ = ["GOES_ON", "LINK_TITLES", "asides", "legible", "unbroken"]

LINK_TITLES, GOES_ON = "link_titles", "goes_on"
"""Rules of the block that such titles are, and of the rest of the paragraph behind it."""

_WORDS = r"(?:(?:[A-Z(“\"‘'][\w’'().,“”\"-]*|de|la|del|van|von|da)\s){0,6}"
_GLUED = r"(?:,? (?:Jr|Sr)\.?)?(?=[A-Z0-9“‘\"'$@#(])"
_ASIDE = re.compile(
    r"\b(?:(?P<given>[A-Z][\w’'-]+)\s)?(?P<name>[A-Z][\w’'-]+)(?:,? (?:Jr|Sr)\.?| I{2,3}| IV)?\s+"
    rf"(?P<aside>{_WORDS}(?P=name)MORE\b"
    rf"|(?:{_WORDS}(?P=name){_GLUED}|(?P=given)\s{_WORDS}(?P=name)\s+(?=[A-Z0-9“‘\"']))"
    r"[^\n]{10,900}?\sMORE\b)"
)
_MARK = "MORE"
_BLANKS = re.compile(r"[^\S\n]{24,}")
"""So many are no typing error; legible text has them where link titles were."""


def asides(text: str, span: Span) -> Iterator[Span]:
    """Where link titles stand in a stretch of text, in order.

    >>> line = "Mayor Ada Holt Ada Mary HoltThe week in Tarn Holt opens weir MORE opened the sluice."
    >>> [found.of(line) for found in asides(line, Span(0, len(line)))]
    ['Ada Mary HoltThe week in Tarn Holt opens weir MORE']
    >>> list(asides("Holt wants MORE trams.", Span(0, 22)))
    []
    """
    if text.find(_MARK, span.start, span.end) >= 0:
        for match in _ASIDE.finditer(text, span.start, span.end):
            yield Span(*match.span("aside"))


def legible(article: Article) -> Article:
    """The article as it is read: blanks for the link titles within its paragraphs, which are whole again.

    It keeps the id and all offsets of the one that it is made of.
    """
    hidden = [block for block in article.blocks if block.rule == LINK_TITLES]
    if not hidden:
        return article
    text = article.text
    for block in hidden:
        text = text[: block.span.start] + " " * len(block.span) + text[block.span.end :]
    return replace(article, text=text, blocks=tuple(_whole(article.blocks)), known_as=article.id)


def _whole(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without link titles, each paragraph in one."""
    open_: Block | None = None
    for block in blocks:
        if block.rule == LINK_TITLES and block.kind is BlockKind.FURNITURE:
            continue
        if open_ is not None and block.rule == GOES_ON:
            open_ = replace(open_, span=Span(open_.span.start, block.span.end))
            continue
        if open_ is not None:
            yield open_
        open_ = block
    if open_ is not None:
        yield open_


def unbroken(text: str, span: Span) -> Iterator[Span]:
    """The parts of a span between runs of blanks that no writer leaves.

    >>> text = "Ada Holt" + 30 * " " + "opened it"
    >>> [part.of(text) for part in unbroken(text, Span(0, len(text)))]
    ['Ada Holt', 'opened it']
    """
    at = span.start
    for match in _BLANKS.finditer(text, span.start, span.end):
        if match.start() > at:
            yield Span(at, match.start())
        at = match.end()
    if at < span.end:
        yield Span(at, span.end)
