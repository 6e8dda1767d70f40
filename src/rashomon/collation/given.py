"""One's own versions of one quotation: what each of them quotes, and all of them as one utterance.

Whoever lays versions side by side says that they are of one act of speech, so
nothing is gathered.  A version that begins and ends with quotation marks is
what stands inside them, also where words of the reporter interrupt it; any other is
taken as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.language.quotemarks import find_quotations
from rashomon.model import Article, BlockKind, Evidence, Mode, Span, Statement

__all__ = ["given_of"]

_GIVEN = "given"


def given_of(article: Article) -> Statement:
    """The statement that a version is.

    >>> from rashomon.model import Block
    >>> text = "“We go,” she said, “now.”"
    >>> block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    >>> given = given_of(Article(input="-", text=text, blocks=(block,)))
    >>> [span.of(text) for span in given.content]
    ['“We go,”', '“now.”']
    """
    paragraphs = [block.span for block in article.of_kind(BlockKind.PARAGRAPH)]
    return Statement(
        article=article.id,
        mode=Mode.DIRECT,
        content=_marked(article.text, paragraphs) or tuple(paragraphs),
        evidence=Evidence(score=1.0, reason=_GIVEN),
    )


def _marked(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """What stands in marks, if these begin and end the text; else nothing."""
    outermost = [found for found in find_quotations(text, paragraphs) if found.parent is None]
    spans = tuple(span for found in outermost for span in found.spans)
    if not spans or spans[0].start != paragraphs[0].start:
        return ()
    rest = text[spans[-1].end : paragraphs[-1].end]
    return () if any(map(str.isalnum, rest)) else spans
