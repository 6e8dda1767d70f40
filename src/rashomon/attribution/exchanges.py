"""Questions and answers: quotations that stand alone in a dialogue are turns, not more of the one before.

Annotators and taggers count a quotation that fills a paragraph of its own to
the attribution before it.  Where a question stands next to it, it is parted
from that; whose turn it is `turns` tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.attribution.cutting import Page
from rashomon.attribution.drafts import Draft
from rashomon.attribution.labels import StatementRule
from rashomon.model import Mode, Origin, Span

__all__ = ["exchanged"]

_CLOSING = "”’\"'»“ "


def exchanged(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of an article, the turns of a dialogue parted from each other."""
    out = [part for draft in drafts for part in _parted(page, draft)]
    return sorted(out, key=lambda d: (d.content[0].start, d.content[-1].end))


def _parted(page: Page, draft: Draft) -> Iterator[Draft]:
    turns = _turns(page, draft) if draft.mode is Mode.DIRECT and len(draft.content) > 1 else []
    apart = set(turns)
    rest = [span for span in draft.content if span not in apart]
    if not turns or not rest or not _asked(page, rest, turns):
        yield draft
        return
    quote_of = {span: q for q in draft.quotes for span in page.quotations[q].spans}
    left = [q for q in draft.quotes if apart.isdisjoint(page.quotations[q].spans)]
    yield replace(draft, content=rest, quotes=left, open_ended=False)
    for turn in turns:
        yield Draft(
            mode=Mode.DIRECT,
            content=[turn],
            cue=[],
            source=None,
            rule=StatementRule.FLOATING,
            sentence=page.sentence_at(turn.start),
            quotes=[quote_of[turn]] if turn in quote_of else [],
            floating=True,
            by={"content": Origin.MARKS},
        )


def _block(page: Page, at: int) -> int:
    return page.sentences[page.sentence_at(at)].block


def _turns(page: Page, draft: Draft) -> list[Span]:
    """The quotations that each fill a paragraph behind that of the cue, or behind the first."""
    home = _block(page, (draft.cue or draft.content)[0].start)
    later = [span for span in draft.content if _block(page, span.start) > home]
    goes_on = {s for q in draft.quotes for s in page.quotations[q].spans[1:]}  # a speech over paragraphs
    opens = {page.quotations[q].spans[0] for q in draft.quotes if len(page.quotations[q].spans) > 1}
    whole = [s for s in later if page.blocks[_block(page, s.start)].span.trim(page.article.text) == s]
    return [span for span in whole if span not in goes_on | opens]


def _asked(page: Page, rest: Sequence[Span], turns: Sequence[Span]) -> bool:
    """Whether a question stands right before, among these quotations, or is the first of the turns."""
    home = _block(page, rest[0].start)
    text = page.article.text
    before = page.blocks[home - 1].span.of(text) if home > 0 else ""
    sentences = [before, rest[-1].of(text), *(turn.of(text) for turn in turns[:-1])]
    return any(_asks(words) for words in sentences) or _asks(turns[0].of(text)) or "?”" in before


def _asks(words: str) -> bool:
    return words.rstrip(_CLOSING).endswith("?")
