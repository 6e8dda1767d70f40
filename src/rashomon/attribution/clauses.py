"""A sentence as the rules see it: words, marks, and each outermost quotation as one item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.language.functionwords import ABBREVIATIONS
from rashomon.language.tokens import Token, TokenKind, Tokens
from rashomon.model import Span

__all__ = ["Sentence", "itemise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, its items, and the index of its block among those analysed."""

    span: Span
    items: tuple[Token, ...]
    block: int

    def __len__(self) -> int:
        return len(self.items)

    def low(self, index: int) -> str:
        """The folded text at this index, empty outside the sentence."""
        return self.items[index].low if 0 <= index < len(self.items) else ""

    def is_quote(self, index: int) -> bool:
        """Whether a quotation stands at this index."""
        return 0 <= index < len(self.items) and self.items[index].kind is TokenKind.QUOTE

    def between(self, first: int, last: int) -> Span:
        """From the start of one item to the end of another, both included."""
        return Span(self.items[first].start, self.items[last].end)


def itemise(tokens: Tokens, sentence: Span, quoted: Sequence[tuple[int, Span]]) -> tuple[Token, ...]:
    """The items of a sentence.

    Args:
        tokens: of the article's text.
        sentence: where to look.
        quoted: index and span of each outermost quotation in the sentence, in order.
    """
    out: list[Token] = []
    at = sentence.start
    for number, span in quoted:
        inside = span.intersection(sentence)
        if inside is None or inside.start < at:
            continue
        out.extend(_words(tokens, Span(at, inside.start)))
        out.append(Token(inside.of(tokens.text), "", inside.start, inside.end, TokenKind.QUOTE, number))
        at = inside.end
    out.extend(_words(tokens, Span(at, max(at, sentence.end))))
    return tuple(out)


def _words(tokens: Tokens, span: Span) -> list[Token]:
    """The tokens of a span, with the full stop of an abbreviation or an initial taken into the word."""
    words = list(tokens.within(span))
    stops = {at for at in range(1, len(words) - 1) if words[at].low == "." and _takes_stop(words, at)}
    if not stops:
        return words
    return [
        _with_stop(tokens.text, word, words[at + 1]) if at + 1 in stops else word
        for at, word in enumerate(words)
        if at not in stops
    ]


def _takes_stop(words: Sequence[Token], at: int) -> bool:
    word = words[at - 1]
    if not word.capital or word.end != words[at].start:
        return False
    return len(word.text) == 1 or word.low in ABBREVIATIONS


def _with_stop(text: str, word: Token, stop: Token) -> Token:
    return word._replace(text=text[word.start : stop.end], end=stop.end)
