"""Units over invented sentences, and what two of them come to when they are compared."""

from __future__ import annotations

from rashomon.chronology import resolve
from rashomon.corroboration.dates import compare_dates
from rashomon.corroboration.differences import Compare, Difference
from rashomon.corroboration.numbers import compare_numbers
from rashomon.corroboration.units import Unit
from rashomon.model import Article, Block, BlockKind, Policy, Span, Wording

Told = tuple[str | None, str, str, str | None]
"""The relation, the words of both sides, and which side is later ("first", "second" or None)."""


def unit_of(text: str, published: str | None = None, name: str = "one") -> Unit:
    """The whole text as one unit, with its times."""
    whole = Span(0, len(text))
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=whole),) if text.strip() else ()
    article = Article(input=name, text=text, published=published, blocks=blocks)
    moments = tuple(moment for moment in resolve([article], [], Policy()) if moment.span is not None)
    wording = Wording(article=article.id, spans=(whole,))
    return Unit(wording=wording, article=article, sentence=whole, moments=moments)


def _told(found: Difference, first: Unit, second: Unit) -> Told:
    words = [
        " ".join(span.of(unit.article.text) for span in piece.spans)
        for unit, piece in ((first, found.first), (second, found.second))
    ]
    later = {None: None, first.article.id: "first", second.article.id: "second"}[found.later]
    return (found.relation.value if found.relation else None, words[0], words[1], later)


def compared(
    one: str,
    other: str,
    published: tuple[str | None, str | None] = (None, None),
    by: Compare = compare_numbers,
) -> list[Told]:
    """What the numbers of two sentences come to."""
    first, second = unit_of(one, published[0], "one"), unit_of(other, published[1], "two")
    return [_told(found, first, second) for found in by(first, second)]


def relations(
    one: str,
    other: str,
    published: tuple[str | None, str | None] = (None, None),
    by: Compare = compare_numbers,
) -> list[str | None]:
    """The relations alone."""
    return [told[0] for told in compared(one, other, published, by)]


def dated(
    one: str, other: str, published: tuple[str | None, str | None] = ("2024-03-06", "2024-03-06")
) -> list[Told]:
    """What the times of two sentences come to."""
    return compared(one, other, published, compare_dates)
