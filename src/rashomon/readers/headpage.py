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
from rashomon.readers.decks import REACH, label_decks
from rashomon.readers.draft import Draft
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

_MENUS = 60  # drafts; menus and notices that were copied along stand above
_MENU_WORDS = 4
_KICKERS = 3  # more short lines than that are a menu to the last
_SECTIONS = re.compile(
    r"(?:the )?(?:opinions?|analysis|comment|editorial|world|politics|business|sports?|culture|news"
    r"|national?|local|international"
    r"|breaking(?: news)?|exclusive|live|live updates|middle east|europe|africa|asia|americas?|uk|us|u\.s\."
    r"|health|science|tech(?:nology)?"
    r"|environment|climate|education|money|economy|finance|society|investigations?|interview|feature"
    r"|explainer|fact check|obituar(?:y|ies)"
    r"|crime|courts?|elections?|travel|arts|lifestyle|life|weather|video|region|towns?|city|home|headlines"
    r"|security|defen[cs]e"
    r"|top story|latest|special report|profile|review|letters?|column|perspectives?|developing"
    r"|(?:letter|postcard|dispatch) from (?:\w+ ?){1,3}|the (?:big|long|weekend) read)$",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"(?:\w+ ){0,3}(?:desk|news|opinion|analysis|update|section|world|politics)[A-Z][\w.'’&-]*(?: \S+){0,5}$"
)
_PATH = re.compile(r"[A-Z][\w.&’' -]{1,30}(?:\s+[/|›»>·]\s+[A-Z][\w.&’' -]{1,30}){1,3}$")


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
    label_decks(items, at, policy)
    for item in items[at + 1 : at + REACH]:
        if item.kind is None and is_prose(item.words, policy):
            return
        if item.kind is None and item.words.isdigit():
            item.take(BlockKind.FURNITURE, "counter")


def _under_menu(items: Sequence[Draft], policy: Policy) -> None:
    """Find a title of some words under the short lines of a copied menu, and label both.

    A few short lines next to the title are kickers, more are the menu's.
    """
    short, at = _menu(items)
    if len(short) < 2 or not _is_title(items[at], policy):
        return
    for place in short:
        words = items[place].words
        if place == short[0] and word_count(words) > 1 and names_outlet(words):
            items[place].take(BlockKind.KICKER, "masthead")
        elif len(short) <= _KICKERS and at - place <= 2 and not is_name_list(words):
            items[place].take(BlockKind.KICKER, "section_name")
        else:
            items[place].take(BlockKind.FURNITURE, "menu_line")
    items[at].take(BlockKind.HEADLINE, "first_title")


def _menu(items: Sequence[Draft]) -> tuple[list[int], int]:
    """The short untold lines at the top, and the first longer one; none where a byline comes between."""
    short: list[int] = []
    for at, item in enumerate(items[:_MENUS]):
        beside = bool(short) and short[-1] == at - 1
        if item.kind is BlockKind.HEADLINE or (item.kind is BlockKind.BYLINE and beside):
            break
        if item.kind is not None:
            continue
        if is_quotation(item.words) or (is_name_list(item.words) and _stands_over_role(items, at)):
            break
        if not _is_menu_line(item.words):
            return short, at
        short.append(at)
    return [], 0


def _is_menu_line(words: str) -> bool:
    return (word_count(words) <= _MENU_WORDS and not ends_sentence(words)) or names_outlet(words)


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
    waiting = _open(items, first, first + REACH)
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
        elif following is not None and _is_name_like_section(items, at, following, policy):
            item.take(BlockKind.KICKER, "section_over_title")
        elif _is_title(item, policy):
            item.take(BlockKind.HEADLINE, "first_title")
            return at
        else:
            return _under_notice(items, at, policy)
    return None


def _under_notice(items: Sequence[Draft], notice: int, policy: Policy) -> int | None:
    """Label a title between one sentence, a notice of the site that nothing told, and the byline."""
    found: int | None = None
    for at in range(notice + 1, min(len(items), notice + 8)):
        item = items[at]
        if item.kind is BlockKind.BYLINE and item.rule in ("writer", "date", "date_stamp"):
            if found is not None:
                items[found].take(BlockKind.HEADLINE, "title_over_byline")
            return found
        if item.kind not in (None, BlockKind.FURNITURE) or (found is None and is_prose(item.words, policy)):
            return None
        if found is None and item.kind is None and word_count(item.words) >= 5 and _is_title(item, policy):
            found = at
    return None


def _is_name_like_section(items: Sequence[Draft], at: int, following: Draft, policy: Policy) -> bool:
    """Whether what looks like a name ("Water Rights") stands over the title and others wrote the report."""
    if not is_name_list(items[at].words) or is_name_list(following.words):
        return False
    titled = word_count(following.words) >= 5 and _is_title(following, policy)
    return titled and any(item.rule == "writer" for item in items[at + 1 : at + REACH])


def _next_longer(items: Sequence[Draft], waiting: Sequence[int]) -> Draft | None:
    """The next line that is more than a section name, or just the next one."""
    for at in waiting:
        if word_count(items[at].words) >= 5:
            return items[at]
    return items[waiting[0]] if waiting else None


def _title_follows(items: Sequence[Draft], start: int, policy: Policy) -> bool:
    waiting = _open(items, start, start + REACH)
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


def _bare_names(items: Sequence[Draft], headline: int, policy: Policy) -> None:
    """Label lines under the headline that are only names, or the role or outlet below one."""
    sentences = 0
    for at in range(headline + 1, min(len(items), headline + REACH)):
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
