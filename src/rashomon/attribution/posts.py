"""Posts of social networks that a page embeds: pasted, they are the post's words and a signature.

“The weir is open! — Ada Holt (@adaholt) March 4, 2024”: words without quotation marks, whose speaker stands
behind a dash with a handle and the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.attribution.cutting import Page
from rashomon.attribution.drafts import Draft
from rashomon.attribution.labels import StatementRule
from rashomon.language.signatures import signatures
from rashomon.model import BlockKind, Mode, Span

__all__ = ["posted", "within"]

_LINKS = re.compile(r"(?:\s*(?:https?://\S+|(?:pic\.)?twitter\.com/\S+))+\Z")


def posted(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of an article and one for each post, whose own words no other draft has as the report's.

    What a post tells of somebody else's words stays, and is said within the post.
    """
    posts = list(_posts(page))
    kept = [_held(draft, posts) for draft in drafts if not any(_only_repeats(draft, p) for p in posts)]
    return sorted([*kept, *posts], key=lambda d: (d.content[0].start, -d.content[-1].end))


def _posts(page: Page) -> Iterator[Draft]:
    text = page.article.text
    before: Span | None = None
    for block in page.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            before = None
            continue
        at = block.span.start
        for signature, name in signatures(text, block.span):
            words = Span(at, signature.start).trim(text) or before
            at = signature.end
            if words and (content := _plain(text, words)):
                yield _draft(page, content, name)
        before = None if at > block.span.start else block.span


def _plain(text: str, words: Span) -> Span:
    """The words of a post without the links at their end."""
    links = _LINKS.search(text, words.start, words.end)
    return Span(words.start, links.start() if links else words.end).trim(text)


def _draft(page: Page, content: Span, name: Span) -> Draft:
    return Draft(
        mode=Mode.DIRECT,
        content=[content],
        cue=[],
        source=name,
        rule=StatementRule.SIGNED_POST,
        sentence=page.sentence_at(content.start),
    )


def _held(draft: Draft, posts: Sequence[Draft]) -> Draft:
    """A draft told within a post, without what stands behind that."""
    for post in posts:
        [words] = post.content
        if draft.cue and all(words.contains(cue) for cue in draft.cue):
            inside = [part for span in draft.content if (part := span.intersection(words)) is not None]
            return replace(draft, content=inside)
    return draft


def _only_repeats(draft: Draft, post: Draft) -> bool:
    """Whether a draft is of the post's words or of its signature, and tells of nobody else's."""
    [words] = post.content
    name = post.source
    if name is not None and draft.source is not None and draft.source.overlaps(name):
        return True
    inside = any(words.overlaps(span) for span in draft.content)
    told = draft.source is not None and bool(draft.cue) and all(words.contains(cue) for cue in draft.cue)
    return inside and not told


def within(draft: Draft, content: Sequence[Span]) -> bool:
    """Whether all that a draft has lies within these words."""
    parts = [*draft.content, *draft.cue, *([draft.source] if draft.source else [])]
    return all(any(span.contains(part) for span in content) for part in parts)
