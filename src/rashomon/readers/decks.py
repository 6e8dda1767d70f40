"""Decks: what stands between the headline and the body, and says in short what the report tells.

A deck is known by what follows it (byline, picture, dateline), by being a list
of points, or by standing under a heading such as "In short".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from rashomon.model import BlockKind, Policy
from rashomon.readers.draft import Draft
from rashomon.readers.furniture import is_header
from rashomon.readers.shapes import ends_sentence, is_item, is_name_list, is_prose, is_quotation, word_count

__all__ = ["REACH", "label_decks"]

REACH = 14  # drafts; the heads of real pages are over by then
_LONGEST_POINT = 200  # characters
_POINTS = re.compile(
    r"(?:in (?:short|brief)|key (?:points|takeaways|facts)|the (?:gist|key points)|highlights|at a glance"
    r"|what (?:to|we) know|what's next|summary|takeaways|story highlights)\W*$",
    re.IGNORECASE,
)
_EDGES = {BlockKind.BYLINE, BlockKind.DATELINE}
_PICTURES = {BlockKind.CAPTION, BlockKind.CREDIT}


def label_decks(items: Sequence[Draft], headline: int, policy: Policy) -> None:
    """Label the decks under the headline, which stands at index `headline`."""
    _deck(items, headline, policy)
    _listed(items, headline, policy)
    _late_deck(items, headline, policy)
    _points(items, headline)


def _deck(items: Sequence[Draft], headline: int, policy: Policy) -> None:
    """Label what stands between the headline and the byline, pictures or dateline."""
    between: list[int] = []
    edge: BlockKind | None = None
    for at in range(headline + 1, min(len(items), headline + 8)):
        kind = items[at].kind
        if kind in _EDGES or kind in _PICTURES:
            edge = kind
            break
        if kind is BlockKind.FURNITURE and is_header(items[at].words):
            break
        if kind is None:
            between.append(at)
    if edge is BlockKind.BYLINE:  # a section's name or a button's word that nothing told
        between = [at for at in between if is_item(items[at].words) or word_count(items[at].words) > 2]
    decks = [at for at in between if _can_be_deck(items[at], policy)]
    if decks != between[: len(decks)] or not decks:
        decks = between[:1] if between and _can_be_deck(items[between[0]], policy) else []
    points = all(is_item(items[at].words) for at in between)
    if edge in _EDGES and (len(between) <= 3 or points) and decks == between:
        rule = "before_byline" if edge is BlockKind.BYLINE else "before_dateline"
        _take_all(items, decks, rule)
    elif edge in _PICTURES and len(between) == 1 and decks and len(items[between[0]].words) <= 250:
        _take_all(items, decks, "before_picture")
    elif decks and _is_bare_deck(items, decks[0], policy):
        _take_all(items, decks[:1], "unlike_body")


def _listed(items: Sequence[Draft], headline: int, policy: Policy) -> None:
    """Label several points right under the headline, whatever follows them."""
    below = range(headline + 1, min(len(items), headline + REACH))
    listed = list(takewhile(lambda at: items[at].kind is None and is_item(items[at].words), below))
    if len(listed) > 1 and all(_can_be_deck(items[at], policy) for at in listed):
        _take_all(items, listed, "points_under_title")


def _can_be_deck(item: Draft, policy: Policy) -> bool:
    """Long enough to say something, short enough for a deck, and no line of names or roles."""
    words = item.words
    if len(words) > policy.read_deck_characters or is_name_list(words):
        return False
    return word_count(words) >= (3 if is_item(words) else 4) or is_quotation(words)


def _is_bare_deck(items: Sequence[Draft], at: int, policy: Policy) -> bool:
    """Whether the line differs from the body that follows: only a quotation, or no end mark."""
    words = items[at].words
    follows = at + 1 < len(items) and items[at + 1].kind is None and is_prose(items[at + 1].words, policy)
    unended = not ends_sentence(words) and not words.endswith(":")
    return follows and not is_item(words) and (is_quotation(words) or unended)


def _late_deck(items: Sequence[Draft], headline: int, policy: Policy) -> None:
    """Label points between the byline and the body, as agencies set them."""
    after_byline = False
    for item in items[headline + 1 : headline + REACH]:
        if item.kind is BlockKind.FURNITURE and is_header(item.words):
            return
        if item.kind is BlockKind.BYLINE:
            after_byline = True
        elif item.kind is None and (is_prose(item.words, policy) or ends_sentence(item.words)):
            return
        elif item.kind is None and after_byline and _can_be_deck(item, policy):
            item.take(BlockKind.DECK, "under_byline")


def _points(items: Sequence[Draft], headline: int) -> None:
    """Label the sentences under "In short" and the like, where a blank line or another block ends them."""
    run: list[int] | None = None
    for at in range(headline + 1, min(len(items), headline + 2 * REACH)):
        item = items[at]
        heads = _POINTS.match(item.words) is not None
        if run and (heads or item.gap or item.kind is not None):
            _take_all(items, run, "points")
        if heads:
            item.take(BlockKind.DECK if item.kind is None else item.kind, "points")
            run = []
        elif run is not None:
            open_still = item.kind is None and len(item.words) <= _LONGEST_POINT and not (run and item.gap)
            run = [*run, at] if open_still else None


def _take_all(items: Sequence[Draft], indexes: Sequence[int], rule: str) -> None:
    for at in indexes:
        items[at].take(BlockKind.DECK, rule)
