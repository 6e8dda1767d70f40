"""What each part of a text is: from plain text to blocks.

First every line is judged by its own wording (`draft`), then the head of the
page by order (`headpage`), then what needs neighbours: captions over credits
and doubled captions, lists of links under their heading, the tail of the page
once furniture has begun, subheadings between paragraphs.  What nothing tells
is a paragraph: a wrong paragraph costs little, body text taken for furniture
is lost to every later step.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rashomon.language.asides import GOES_ON, LINK_TITLES, asides
from rashomon.model import Block, BlockKind, Policy, Span
from rashomon.readers.bylines import facts_of, is_age, is_role
from rashomon.readers.draft import Draft, drafts
from rashomon.readers.furniture import appeals, is_header, reports_speech
from rashomon.readers.headpage import label_head
from rashomon.readers.shapes import ends_sentence, is_capitals, is_item, is_prose, word_count

__all__ = ["label"]

_QUIET = {BlockKind.FURNITURE, BlockKind.CAPTION, BlockKind.CREDIT}
_LONGEST_TITLE = 200  # characters
_LONGEST_SENTENCE_TITLE = 120  # characters
_NO_HINTS: Mapping[int, BlockKind] = {}
_SCENE = re.compile(
    r"\b(?:during|at|in|on|outside|near)\b.{0,160}\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]*\.? \d{1,2}|\d{4})\b"
    r"|\((?:L|R|left|right|centre|center|C)\)|\b(?:pictured|file photo|seen (?:here|at|in|on|during)"
    r"|photo (?:released|provided|taken|shows))\b",
    re.DOTALL,
)
_UNFINISHED = re.compile(
    r"\b(?:that|the|an?|of|to|and|or|with|for|in|on|at|by|from|as|is|are|was|were"
    r"|said)$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:who|what|why|how|when|where|which|is|are|was|did|does|do|can|could|will|would|should|has"
    r"|have)\b.*\?$",
    re.IGNORECASE,
)
_SUBJECTS = re.compile(r"(?:\w+ )?(?:topics?|tags?|subjects)\b", re.IGNORECASE)
_UNTITLED = re.compile(r"[@#]|https?:|[:;,—–-]$|\.\.\.$|…$")
_BIOGRAPHY = re.compile(r"\s(?:is (?:an?|the|our)|writes|covers|reports|edits)\b")
_TEASER = re.compile(
    r"(?:explainer|gallery|photos|pictures|video|podcast|analysis|opinion|fact check|live)\s*:\s*\S",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"\W*(?:corrections?|clarification|editor|(?:an|a|this) (?:earlier"
    r"|previous)? ?version)\b",
    re.IGNORECASE,
)
_OPENING = "\"“«‘'"
_MARKS = re.compile(r"[\"“”«»]")


def label(text: str, policy: Policy, hints: Mapping[int, BlockKind] = _NO_HINTS) -> tuple[Block, ...]:
    """The blocks of `text`: disjoint, in order, trimmed, every non-blank code point in one.

    Args:
        text: of one report.
        policy: the thresholds of reading.
        hints: offset of a line's first non-blank code point -> its kind, where markup says so.
    """
    items = drafts(text, hints, policy)
    _captions(items)
    _captions_again(items)
    label_head(items, policy)
    _biographies(items)
    _link_lists(items, policy)
    _tail(items, policy)
    _gallery(items)
    _teasers(items, policy)
    _subheadings(items, policy)
    return tuple(part for item in items for part in _parted(text, item.block()))


def _parted(text: str, block: Block) -> Iterator[Block]:
    """A paragraph cut where link titles run on within it."""
    if block.kind is not BlockKind.PARAGRAPH:
        yield block
        return
    at, rule = block.span.start, block.rule
    for aside in asides(text, block.span):
        yield Block(kind=block.kind, span=Span(at, aside.start).trim(text), rule=rule)
        yield Block(kind=BlockKind.FURNITURE, span=aside, rule=LINK_TITLES)
        at, rule = aside.end, GOES_ON
    if rest := Span(at, block.span.end).trim(text):
        yield Block(kind=block.kind, span=rest, rule=rule)


def _captions(items: Sequence[Draft]) -> None:
    """Doubled lines (the alternative text and the caption), and scenes right over a credit."""
    for at, (before, item) in enumerate(pairwise(items)):
        if before.kind is not None:
            continue
        if item.kind is None and _is_doubled(before, item):
            before.take(BlockKind.CAPTION, "doubled")
            item.take(BlockKind.CAPTION, "doubled")
        elif item.kind in (BlockKind.CREDIT, BlockKind.CAPTION) and len(before.words) <= 400:
            doubled = item.kind is BlockKind.CAPTION and before.words == item.words
            over = before is not items[0] and (_is_over(before, item) or _is_under_head(items, at))
            if doubled or over or _is_scene(before, item):
                before.take(BlockKind.CAPTION, "over_credit")


def _captions_again(items: Sequence[Draft]) -> None:
    """A line that stands again under the credit of its picture."""
    for at, item in enumerate(items):
        if item.kind not in (None, BlockKind.CAPTION) or len(item.words) < 40:
            continue
        for end in range(at + 2, min(len(items), at + 5)):
            between = [other.kind for other in items[at + 1 : end]]
            if items[end].words == item.words and BlockKind.CREDIT in between and set(between) <= _QUIET:
                for copy in (item, items[end]):
                    if copy.kind is None:
                        copy.take(BlockKind.CAPTION, "doubled")
                break


def _is_over(item: Draft, after: Draft) -> bool:
    """Whether the two stand together, apart from the body: nothing else tells a caption from a sentence."""
    apart = (item.gap or not ends_sentence(item.words)) and item.words[0] not in _OPENING
    apart = apart and not is_role(item.words)
    return after.kind is BlockKind.CREDIT and not after.gap and apart


def _is_under_head(items: Sequence[Draft], at: int) -> bool:
    """Whether a line and the credit below it close the head: a byline or button above, a blank line below."""
    if not 0 < at < len(items) - 2 or items[at].gap or items[at + 1].gap or not items[at + 2].gap:
        return False
    above = items[at - 1].kind in (BlockKind.BYLINE, BlockKind.FURNITURE)
    return above and items[at + 1].kind is BlockKind.CREDIT and not _MARKS.search(items[at].words)


def _is_doubled(before: Draft, item: Draft) -> bool:
    same = before.words == item.words and len(item.words) >= 20
    return same and (not item.gap or _SCENE.search(item.words) is not None)


def _is_scene(item: Draft, after: Draft) -> bool:
    return (
        after.kind is BlockKind.CREDIT
        and _SCENE.search(item.words) is not None
        and not _MARKS.search(item.words)
    )


def _link_lists(items: Sequence[Draft], policy: Policy) -> None:
    """Lines under "Related stories" and the like, up to the next sentence of the body."""
    listing = body = titles = False
    spaced = _is_spaced(items, policy)
    for item in items:
        if item.kind is BlockKind.FURNITURE:
            heads = is_header(item.words)
            titles = not _SUBJECTS.match(item.words) if heads else titles
            listing = heads or (listing and not item.gap)
        elif (listing and body and item.kind is BlockKind.BYLINE and item.rule in ("date", "date_stamp")) or (
            listing
            and item.kind is None
            and (_is_link(item.words, policy) or (spaced and body and titles and _is_sentence_link(item)))
        ):
            item.take(BlockKind.FURNITURE, "link_list")
        else:
            listing = False
            body = body or (item.kind is None and is_prose(item.words, policy))


def _is_spaced(items: Sequence[Draft], policy: Policy) -> bool:
    """Whether blank lines part the paragraphs: then a line without one belongs to the line above it."""
    prose = [item for item in items if item.kind is None and is_prose(item.words, policy)]
    return len(prose) >= 4 and sum(item.gap for item in prose) >= policy.read_spaced_share * len(prose)


def _is_sentence_link(item: Draft) -> bool:
    """Whether a sentence right under such a heading, with no blank line between, can be a title."""
    short = not item.gap and len(item.words) <= _LONGEST_SENTENCE_TITLE
    return short and not _MARKS.search(item.words) and not reports_speech(item.words)


def _is_link(words: str, policy: Policy) -> bool:
    """Whether a line under such a heading can be a link: a title, not a sentence."""
    return len(words) <= _LONGEST_TITLE and not is_prose(words, policy) and not ends_sentence(words)


def _tail(items: Sequence[Draft], policy: Policy) -> None:
    """After the last body text, once furniture has begun: lines that are no sentence, and appeals."""
    last = max((at for at, item in enumerate(items) if _is_body(item, policy)), default=-1)
    if last < 0:
        return
    begun = False
    for item in items[last + 1 :]:
        if item.kind is BlockKind.FURNITURE:
            begun = begun or item.rule != "separator"
        elif begun and item.kind is BlockKind.BYLINE and is_age(item.words):
            item.take(BlockKind.FURNITURE, "tail_line")
        elif begun and item.kind is None:
            if _turns_to_reader(item.words, policy):
                item.take(BlockKind.FURNITURE, "tail_appeal")
            elif (
                not ends_sentence(item.words)
                and len(item.words) <= _LONGEST_TITLE
                and not _CORRECTION.match(item.words)
            ):
                item.take(BlockKind.FURNITURE, "tail_line")


def _is_body(item: Draft, policy: Policy) -> bool:
    told = item.kind in (None, BlockKind.PARAGRAPH)
    return told and is_prose(item.words, policy) and not _turns_to_reader(item.words, policy)


def _turns_to_reader(words: str, policy: Policy) -> bool:
    """Whether the site itself asks something of the reader, outside any quotation."""
    if len(words) > policy.read_furniture_characters or _MARKS.search(words):
        return False
    return appeals(words) >= policy.read_tail_appeal_cues


def _biographies(items: Sequence[Draft]) -> None:
    """Lines that tell who wrote the report, under it; only of those whom the byline names."""
    names = {n for item in items if item.kind is BlockKind.BYLINE for n in facts_of(item.words).names}
    for item in items[len(items) // 2 :] if names else ():
        if item.kind is None and item.words in names:
            item.take(BlockKind.BYLINE, "name_again")
        elif item.kind is None and any(
            _BIOGRAPHY.match(item.words, len(n)) for n in names if item.words.startswith(n)
        ):
            item.take(BlockKind.BYLINE, "biography")


def _gallery(items: Sequence[Draft]) -> None:
    """The line under "View gallery", which is the caption of its picture."""
    for before, item in pairwise(items):
        under = before.kind is BlockKind.FURNITURE and before.words.casefold().endswith("gallery")
        if under and not item.gap and item.kind is None and not ends_sentence(item.words):
            item.take(BlockKind.CAPTION, "gallery")


def _teasers(items: Sequence[Draft], policy: Policy) -> None:
    """Titles of other reports between the paragraphs: under a label, or in capitals where the text is not."""
    loud = sum(is_capitals(item.words) for item in items)
    body_before = False
    for item in items:
        if item.kind is None and body_before and not ends_sentence(item.words) and not is_item(item.words):
            if _TEASER.match(item.words) and len(item.words) <= _LONGEST_TITLE:
                item.take(BlockKind.FURNITURE, "labelled_link")
            elif loud * 3 <= len(items) and word_count(item.words) >= 6 and is_capitals(item.words):
                item.take(BlockKind.FURNITURE, "capitals_link")
        body_before = body_before or (item.kind is None and is_prose(item.words, policy))


def _subheadings(items: Sequence[Draft], policy: Policy) -> None:
    """Short titles that stand alone between paragraphs of the body."""
    seen = Counter(item.words for item in items if item.kind is None and len(item.words) <= 120)
    body_before = False
    for at, item in enumerate(items):
        if item.kind is not None:
            continue
        alone = body_before and seen[item.words] == 1 and _is_subtitle(item, policy)
        alone = alone and not (items[at - 1].kind is None and _is_subtitle(items[at - 1], policy))
        if alone and _body_follows(items, at + 1, policy):
            item.take(BlockKind.SUBHEADING, "short_title")
        else:
            body_before = body_before or is_prose(item.words, policy)


def _is_subtitle(item: Draft, policy: Policy) -> bool:
    words = item.words
    if len(words) > 100 or word_count(words) > policy.read_subheading_words or is_item(words):
        return False
    if (
        _UNTITLED.search(words)
        or _UNFINISHED.search(words)
        or not (words[0].isupper() or words[0].isdigit() or words[0] in "‘'“\"")
    ):
        return False
    return not ends_sentence(words) or (
        _QUESTION.match(words) is not None and word_count(words) <= 10 and words.count("?") == 1
    )


def _body_follows(items: Sequence[Draft], start: int, policy: Policy) -> bool:
    """Whether the next draft that is no picture or furniture is body text."""
    for item in items[start : start + 6]:
        if item.kind in _QUIET:
            continue
        return item.kind in (None, BlockKind.DATELINE) and is_prose(item.words, policy)
    return False
