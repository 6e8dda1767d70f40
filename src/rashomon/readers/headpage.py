"""The head of a page: kicker, headline, deck, names, up to where the body begins.

Reads down the drafts that no wording has told yet.  The first that looks like
a title is the headline, a section name before it is a kicker; what stands
between it and the byline, the first picture or the dateline is the deck.  A
text that begins with a sentence has no headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model import BlockKind, Policy
from rashomon.readers.bylines import is_name_and_role, is_role, names_outlet
from rashomon.readers.draft import Draft
from rashomon.readers.furniture import is_header
from rashomon.readers.shapes import (
    ends_sentence,
    is_capitals,
    is_item,
    is_name_list,
    is_prose,
    is_quotation,
    word_count,
)

__all__ = ["label_head"]

_REACH = 14  # drafts; the heads of real pages are over by then
_MENUS = 60  # drafts; menus and notices that were copied along stand above
_MENU_WORDS = 4
_KICKERS = 3  # more short lines than that are a menu to the last
_LONGEST_POINT = 200  # characters
_POINTS = re.compile(
    r"(?:in (?:short|brief)|key (?:points|takeaways|facts)|the (?:gist|key points)|highlights|at a glance"
    r"|what (?:to|we) know|what's next|summary|takeaways|story highlights)\W*$",
    re.IGNORECASE,
)
_SECTIONS = re.compile(
    r"(?:the )?(?:opinions?|analysis|comment|editorial|world|politics|business|sports?|culture|news"
    r"|national?|local|international"
    r"|breaking(?: news)?|exclusive|live|live updates|middle east|europe|africa|asia|americas?|uk|us|u\.s\."
    r"|health|science|tech(?:nology)?"
    r"|environment|climate|education|money|economy|finance|society|investigations?|interview|feature"
    r"|explainer|fact check|obituar(?:y|ies)"
    r"|crime|courts?|elections?|travel|arts|lifestyle|life|weather|video|region|towns?|city|home|headlines"
    r"|security|defen[cs]e"
    r"|update desk|top story|latest|special report|profile|review|letters?|column|perspectives?|developing"
    r"|(?:letter|postcard|dispatch) from (?:\w+ ?){1,3}|the (?:big|long|weekend) read)$",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"(?:\w+ ){0,3}(?:desk|news|opinion|analysis|update|section|world|politics)[A-Z][\w.'’&-]*(?: \S+){0,5}$"
)
_PATH = re.compile(r"[A-Z][\w.&’' -]{1,30}(?:\s+[/|›»>·]\s+[A-Z][\w.&’' -]{1,30}){1,3}$")
_EDGES = {BlockKind.BYLINE, BlockKind.DATELINE}
_PICTURES = {BlockKind.CAPTION, BlockKind.CREDIT}


def label_head(items: Sequence[Draft], policy: Policy) -> None:
    """Label kicker, headline, deck and bare bylines at the head of the page."""
    if not any(item.kind in (None, BlockKind.DATELINE) and is_prose(item.words, policy) for item in items):
        return
    _under_menu(items, policy)
    at = _headline(items, policy)
    if at is None:
        return
    _doubled_title(items, at)
    _bare_names(items, at, policy)
    _deck(items, at, policy)
    _late_deck(items, at, policy)
    _points(items, at)
    for item in items[at + 1 : at + _REACH]:
        if item.kind is None and item.words.isdigit():
            item.take(BlockKind.FURNITURE, "counter")


def _under_menu(items: Sequence[Draft], policy: Policy) -> None:
    """Find a title of some words under the short lines of a copied menu, and label both.

    A few short lines next to the title are kickers, more are the menu's.
    """
    short: list[int] = []
    for at, item in enumerate(items[:_MENUS]):
        if item.kind is BlockKind.HEADLINE or (item.kind is None and is_quotation(item.words)):
            return
        if item.kind is BlockKind.BYLINE and short and short[-1] == at - 1:
            return
        if item.kind is not None:
            continue
        if word_count(item.words) <= _MENU_WORDS and not ends_sentence(item.words):
            if is_name_list(item.words) and _stands_over_role(items, at):
                return
            short.append(at)
        elif names_outlet(item.words):
            short.append(at)
        else:
            break
    else:
        return
    if len(short) < 2 or not _is_title(item, policy):
        return
    for place in short:
        if place == short[0] and word_count(items[place].words) > 1 and names_outlet(items[place].words):
            items[place].take(BlockKind.KICKER, "masthead")
        elif len(short) <= _KICKERS and at - place <= 2 and not is_name_list(items[place].words):
            items[place].take(BlockKind.KICKER, "section_name")
        else:
            items[place].take(BlockKind.FURNITURE, "menu_line")
    item.take(BlockKind.HEADLINE, "first_title")


def _doubled_title(items: Sequence[Draft], headline: int) -> None:
    """Label a second copy of the title, as pages with a page title and a heading give."""
    for item in items[headline + 1 : headline + 6]:
        if item.kind is None and item.words.casefold() == items[headline].words.casefold():
            item.take(BlockKind.HEADLINE, "doubled")


def _open(items: Sequence[Draft], start: int, limit: int) -> list[int]:
    """The indexes of the drafts of the head that nothing has told, from `start`."""
    return [at for at in range(start, min(len(items), limit)) if items[at].kind is None]


def _headline(items: Sequence[Draft], policy: Policy) -> int | None:
    """Find and label the headline, and kickers before it; its index."""
    for item_at, item in enumerate(items[:_MENUS]):
        if item.kind is BlockKind.HEADLINE:
            return item_at
    first = next((at for at, item in enumerate(items[:_MENUS]) if item.kind is None), 0)
    waiting = _open(items, first, first + _REACH)
    for place, at in enumerate(waiting[:4]):
        item = items[at]
        following = _next_longer(items, waiting[place + 1 : place + 3])
        if following is not None and names_outlet(item.words) and _is_title(following, policy):
            item.take(BlockKind.KICKER, "masthead")
        elif (
            following is not None and _is_title(following, policy) and _is_kicker(item.words, following.words)
        ):
            item.take(BlockKind.KICKER, "section_name")
        elif names_outlet(item.words):
            item.take(BlockKind.BYLINE, "outlet")
        elif is_name_list(item.words) and _stands_over_role(items, at):
            item.take(BlockKind.BYLINE, "name_over_role")
            items[at + 1].take(BlockKind.BYLINE, "role_under_name")
            return at if not _title_follows(items, at + 2, policy) else _headline(items, policy)
        elif _is_title(item, policy):
            item.take(BlockKind.HEADLINE, "first_title")
            return at
        else:
            return None
    return None


def _next_longer(items: Sequence[Draft], waiting: Sequence[int]) -> Draft | None:
    """The next line that is more than a section name, or just the next one."""
    for at in waiting:
        if word_count(items[at].words) >= 5:
            return items[at]
    return items[waiting[0]] if waiting else None


def _title_follows(items: Sequence[Draft], start: int, policy: Policy) -> bool:
    waiting = _open(items, start, start + _REACH)
    return (
        bool(waiting) and _is_title(items[waiting[0]], policy) and not is_name_list(items[waiting[0]].words)
    )


def _stands_over_role(items: Sequence[Draft], at: int) -> bool:
    """Whether the next line is the role, the outlet or the date of whoever is named here."""
    if at + 1 >= len(items):
        return False
    after = items[at + 1]
    return after.kind is None and is_role(after.words)


def _is_kicker(words: str, following: str) -> bool:
    """Whether the line names a section and the next one is the title."""
    if (
        len(words) > 60
        or word_count(words) > 6
        or ends_sentence(words)
        or words.endswith(":")
        or is_quotation(words)
    ):
        return False
    if _SECTIONS.match(words) or _GLUED.match(words) or _PATH.match(words):
        return True
    longer = word_count(following) > word_count(words) + 1
    capitalised = all(
        w[:1].isupper() or w in ("&", "and", "of", "the", "|", "/", "-", "–") for w in words.split()
    )
    named = word_count(words) <= 4 and capitalised and not is_name_list(words)
    shout = is_capitals(words) and not is_capitals(following)
    return longer and (shout or (named and word_count(following) >= 5))


def _titlelike(words: str, policy: Policy) -> bool:
    count = word_count(words)
    return 2 <= count <= 36 and len(words) <= policy.read_headline_characters and not is_item(words)


def _is_title(item: Draft, policy: Policy) -> bool:
    """Whether the line can be the headline: short, and not a sentence of the body."""
    words = item.words
    if not _titlelike(words, policy):
        return False
    if words.endswith((",", ";", ":", "—")):
        return False
    if words.endswith(("?", "!")):
        return len(words) <= 140
    if is_quotation(words):
        return len(words) <= 120 and re.search(r"[.,!?…][\"'”’»]$", words) is None
    if not ends_sentence(words) or re.search(r"(?:\b[A-Z]\.){2,}$", words):
        return True
    if re.search(r"[\"”’'»]$", words):
        return re.search(r"[.,]\W$", words) is None
    return _in_title_case(words) and len(words) <= 140


def _in_title_case(words: str) -> bool:
    """Whether nearly every longer word has a capital, as in the title of a work."""
    if is_capitals(words):
        return False
    longer = [w for w in re.findall(r"[^\W\d_][\w’'-]*", words) if len(w) > 3]
    return len(longer) >= 3 and sum(w[0].isupper() for w in longer) >= 0.8 * len(longer)


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
    for item in items[headline + 1 : headline + _REACH]:
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
    for at in range(headline + 1, min(len(items), headline + 2 * _REACH)):
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


def _bare_names(items: Sequence[Draft], headline: int, policy: Policy) -> None:
    """Label lines under the headline that are only names, or the role or outlet below one."""
    sentences = 0
    for at in range(headline + 1, min(len(items), headline + _REACH)):
        item = items[at]
        if item.kind is not None:
            continue
        if is_prose(item.words, policy):
            sentences += 1
            if sentences > 1:
                return
        elif items[at - 1].kind is BlockKind.BYLINE and is_role(item.words):
            item.take(BlockKind.BYLINE, "role_under_name")
        elif items[at - 1].rule == "writer" and not item.gap and _is_titled(item.words):
            item.take(BlockKind.BYLINE, "outlet_under_name")
        elif is_name_and_role(item.words):
            item.take(BlockKind.BYLINE, "name_and_role")
        elif is_name_list(item.words) and (not sentences or _over_byline(items, at)):
            item.take(BlockKind.BYLINE, "bare_name")


def _is_titled(words: str) -> bool:
    """Whether a few words, each with a capital, stand alone, as the name of an outlet does."""
    return word_count(words) <= 5 and not ends_sentence(words) and all(w[0].isupper() for w in words.split())


def _over_byline(items: Sequence[Draft], at: int) -> bool:
    """Whether the next line is a date, a role or another part of a byline."""
    after = items[at + 1] if at + 1 < len(items) else None
    return after is not None and (
        after.kind is BlockKind.BYLINE or (after.kind is None and is_role(after.words))
    )
