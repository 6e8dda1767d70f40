"""Quotations inside quotations: who spoke the inner words, told by the outer ones."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.attribution.clauses import Sentence, itemise
from rashomon.attribution.drafts import Draft
from rashomon.attribution.labels import StatementRule
from rashomon.attribution.rules import statements_in
from rashomon.language.quotemarks import Quotation
from rashomon.language.sentences import sentences
from rashomon.language.tokens import Tokens
from rashomon.model import Mode, Span

__all__ = ["children_of"]

_FEWEST_WORDS = 3


def children_of(
    tokens: Tokens, parent: int, quotations: Sequence[Quotation], inner: Sequence[int]
) -> list[Draft]:
    """The statements quoted inside one quotation.

    Args:
        tokens: of the article's text.
        parent: index of the quotation.
        quotations: all quotations of the article.
        inner: indices of those that stand directly inside `parent`, in order.
    """
    out: list[Draft] = []
    for words in quotations[parent].words:
        holes = [(i, s) for i in inner for s in quotations[i].spans if words.contains(s)]
        for span in sentences(tokens.text, words, [s for _, s in holes]) if holes else ():
            out.extend(_in_sentence(tokens, span, holes, len(out)))
    return out


def _in_sentence(tokens: Tokens, span: Span, holes: Sequence[tuple[int, Span]], number: int) -> list[Draft]:
    sentence = Sentence(span=span, items=itemise(tokens, span, holes), block=0)
    drafts = [d for d in statements_in(sentence, number) if d.quotes]
    if drafts:
        return drafts
    alone = [item for item in sentence.items if item.quote >= 0]
    if len(alone) == len(sentence.items) and alone and len(span.of(tokens.text).split()) >= _FEWEST_WORDS:
        return [
            Draft(
                mode=Mode.DIRECT,
                content=[item.span for item in alone],
                cue=[],
                source=None,
                rule=StatementRule.NESTED,
                sentence=number,
                quotes=[item.quote for item in alone],
                floating=True,
            )
        ]
    return []
