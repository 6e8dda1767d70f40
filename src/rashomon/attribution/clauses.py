"""A sentence as the rules see it: words, marks, and each outermost quotation as one item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rashomon.language.functionwords import ABBREVIATIONS
from rashomon.language.tokens import Token, TokenKind, Tokens
from rashomon.model import Span

__all__ = ["Item", "ItemKind", "Sentence", "itemise"]


class ItemKind(StrEnum):
    """What an item is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    QUOTE = "quote"


_OF_TOKEN = {kind: ItemKind(kind.value) for kind in TokenKind}


class Item(NamedTuple):
    """One item; `low` is the text folded for look-up, `quote` the index of the quotation it stands for.

    A named tuple, since nearly a thousand of them are made for every article.
    """

    text: str
    low: str
    start: int
    end: int
    kind: ItemKind
    quote: int = -1

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind is ItemKind.WORD and self.text[0].isupper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, its items, and the index of its block among those analysed."""

    span: Span
    items: tuple[Item, ...]
    block: int

    def __len__(self) -> int:
        return len(self.items)

    def low(self, index: int) -> str:
        """The folded text at this index, empty outside the sentence."""
        return self.items[index].low if 0 <= index < len(self.items) else ""

    def is_quote(self, index: int) -> bool:
        """Whether a quotation stands at this index."""
        return 0 <= index < len(self.items) and self.items[index].kind is ItemKind.QUOTE

    def between(self, first: int, last: int) -> Span:
        """From the start of one item to the end of another, both included."""
        return Span(self.items[first].start, self.items[last].end)


def itemise(tokens: Tokens, sentence: Span, quoted: Sequence[tuple[int, Span]]) -> tuple[Item, ...]:
    """The items of a sentence.

    Args:
        tokens: of the article's text.
        sentence: where to look.
        quoted: index and span of each outermost quotation in the sentence, in order.
    """
    out: list[Item] = []
    at = sentence.start
    for number, span in quoted:
        inside = span.intersection(sentence)
        if inside is None or inside.start < at:
            continue
        out.extend(_words(tokens, Span(at, inside.start)))
        out.append(Item(inside.of(tokens.text), "", inside.start, inside.end, ItemKind.QUOTE, number))
        at = inside.end
    out.extend(_words(tokens, Span(at, max(at, sentence.end))))
    return tuple(out)


def _words(tokens: Tokens, span: Span) -> list[Item]:
    """The tokens of a span, with the full stop of an abbreviation or an initial taken into the word."""
    out: list[Item] = []
    words = tokens.within(span)
    for token in words:
        if token.low == "." and token is not words[-1] and out and _takes_stop(out[-1], token):
            word = out[-1]
            out[-1] = word._replace(text=tokens.text[word.start : token.end], end=token.end)
        else:
            out.append(Item(token.text, token.low, token.start, token.end, _OF_TOKEN[token.kind]))
    return out


def _takes_stop(word: Item, stop: Token) -> bool:
    if not word.capital or word.end != stop.start or word.text.endswith("."):
        return False
    return len(word.text) == 1 or word.low in ABBREVIATIONS
