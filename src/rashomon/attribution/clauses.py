"""A sentence as the rules see it: words, marks, and each outermost quotation as one item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.language.functionwords import ABBREVIATIONS
from rashomon.language.tokens import Token, TokenKind, fold, tokenize
from rashomon.model import Span

__all__ = ["Item", "ItemKind", "Sentence", "itemise"]


class ItemKind(StrEnum):
    """What an item is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `low` is the text folded for look-up, `quote` the index of the quotation it stands for."""

    text: str
    low: str
    span: Span
    kind: ItemKind
    quote: int = -1

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
        return Span(self.items[first].span.start, self.items[last].span.end)


def itemise(text: str, sentence: Span, quoted: Sequence[tuple[int, Span]]) -> tuple[Item, ...]:
    """The items of a sentence.

    Args:
        text: the article's text.
        sentence: where to look.
        quoted: index and span of each outermost quotation in the sentence, in order.
    """
    out: list[Item] = []
    at = sentence.start
    for number, span in quoted:
        inside = span.intersection(sentence)
        if inside is None or inside.start < at:
            continue
        out.extend(_words(text, Span(at, inside.start)))
        out.append(Item(inside.of(text), "", inside, ItemKind.QUOTE, number))
        at = inside.end
    out.extend(_words(text, Span(at, max(at, sentence.end))))
    return tuple(out)


def _words(text: str, span: Span) -> list[Item]:
    """Tokens, with the full stop of an abbreviation or an initial taken into the word."""
    out: list[Item] = []
    tokens = tokenize(text, span)
    index = 0
    while index < len(tokens):
        token = tokens[index]
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after is not None and _takes_stop(token, after, last=index + 2 == len(tokens)):
            whole = Span(token.span.start, after.span.end)
            out.append(Item(whole.of(text), fold(token.text), whole, ItemKind.WORD))
            index += 2
            continue
        out.append(Item(token.text, fold(token.text), token.span, ItemKind(token.kind.value)))
        index += 1
    return out


def _takes_stop(token: Token, after: Token, *, last: bool) -> bool:
    if after.text != "." or after.span.start != token.span.end or token.kind is not TokenKind.WORD or last:
        return False
    initial = len(token.text) == 1 and token.text.isupper()
    return initial or (token.text[0].isupper() and fold(token.text) in ABBREVIATIONS)
