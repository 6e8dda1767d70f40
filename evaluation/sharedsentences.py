"""Sentences that two reports have word for word, found in the texts alone: nobody lists them.

What both reports print both say, whatever else a claim of it gathers; a stance
of silence there is wrong by the page itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rashomon.language.sentences import sentences
from rashomon.language.tokens import TokenKind, tokenize
from rashomon.model import Article, BlockKind, Located

__all__ = ["LEAST", "shared_sentences"]

LEAST = 4
"""Words of a sentence; shorter ones (“He left.”) may stand in two reports and tell of two things."""

_TOLD = (BlockKind.HEADLINE, BlockKind.DECK, BlockKind.PARAGRAPH)


def shared_sentences(one: Article, other: Article) -> Iterator[tuple[tuple[Located, ...], ...]]:
    """Where each shared sentence stands in the one and in the other.

    Words are compared folded; marks count for nothing, so that a sentence within
    quotation marks is the same as one without.
    """
    ours, theirs = _sentences(one), _sentences(other)
    yield from ((tuple(places), tuple(theirs[words])) for words, places in ours.items() if words in theirs)


def _sentences(article: Article) -> dict[tuple[str, ...], list[Located]]:
    """The places of each sentence, by its words."""
    found: dict[tuple[str, ...], list[Located]] = defaultdict(list)
    for block in article.of_kind(*_TOLD):
        for span in sentences(article.text, block.span):
            tokens = tokenize(article.text, span)
            words = tuple(token.low for token in tokens if token.kind is not TokenKind.MARK)
            if len(words) >= LEAST:
                found[words].append(Located(article.id, span))
    return dict(found)
