"""The article within a page: its body by trafilatura, and the frame around it.

trafilatura (precision mode, no comments) tells the body.  It leaves out most
of what stands between the title and the first paragraph, so that part is read
from the page itself: from the heading to the first paragraph of the body, the
elements whose markup says kicker, deck, byline, date or caption.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement

from rashomon.model import BlockKind
from rashomon.readers.breaks import opening_of, paragraphs_at_breaks, words_of

__all__ = ["Part", "body_parts", "frame_parts"]

_KICKER = re.compile(
    r"kicker|eyebrow|overline|section-?(?:label|name|title|tag)|article-?label|rubric|category|topic-?label",
    re.IGNORECASE,
)
_DECK = re.compile(
    r"stand-?first|\bdek\b|\bdeck\b|sub-?head(?:line|ing)?\b|sub-?title|strap-?line|article-?(?:summary"
    r"|intro|lead|lede|description|excerpt)|\b(?:lede|excerpt|summary|intro)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"by-?line|author|writer|contributor|reporter", re.IGNORECASE)
_DATE = re.compile(
    r"\bdates?\b|date-?line|time-?stamp|published|pub-?date|posted-?on|article-?date|entry-?date"
    r"|last-?updated",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"related|recommend|promo|teaser|newsletter|share|social|comment|advert|sidebar|most-?read|more-?on"
    r"|cookie|\bcard\b",
    re.IGNORECASE,
)
_OUTSIDE = frozenset(
    ("aside", "nav", "footer", "script", "style", "noscript", "form", "template", "iframe", "button", "svg")
)
_LONGEST = {BlockKind.KICKER: 60, BlockKind.DECK: 400, BlockKind.BYLINE: 200, BlockKind.CAPTION: 1000}
_HOLDERS = frozenset(("p", "div", "span", "li", "blockquote", "td"))
_BLOCKS = frozenset(("p", "head", "item", "quote", "cell", "code"))


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the article to be, and its kind where the markup says so."""

    words: str
    kind: BlockKind | None = None


def body_parts(tree: HtmlElement) -> tuple[Part, ...]:
    """The paragraphs and headings of the body, in order; empty if there is none.

    Raises:
        RecursionError: if the page is nested beyond what the extractor bears.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415  loads half a second of libraries, for HTML only

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it would write to standard error
    paragraphs_at_breaks(tree)
    for precise in (True, False):
        document = bare_extraction(
            tree,
            favor_precision=precise,
            include_comments=False,
            include_tables=False,
            include_formatting=False,
            with_metadata=False,
            deduplicate=False,
        )
        body = getattr(document, "body", None)
        parts = tuple(_lines(body)) if body is not None else ()
        if parts:
            return parts
    return ()


def _lines(body: _Element) -> Iterator[Part]:
    """The lines of trafilatura's tree: its innermost blocks, cut at line breaks."""
    for element in body.iter("p", "head", "item", "quote"):
        if any(child.tag in _BLOCKS for child in element.iterdescendants()):
            continue
        kind = BlockKind.SUBHEADING if element.tag == "head" else None
        for line in _broken(element).split("\n"):
            words = " ".join(line.split())
            if words:
                yield Part(words, kind)


def _broken(element: _Element) -> str:
    """The text of an element, its blanks plain, a newline for each line break."""
    pieces = [_flat(element.text)]
    for child in element:
        if child.tag == "lb":
            pieces.append("\n")
        elif isinstance(child.tag, str):
            pieces.append(_broken(child))
        pieces.append(_flat(child.tail))
    return "".join(pieces)


def _flat(words: str | None) -> str:
    return re.sub(r"[\t\n\r\f]+", " ", words or "")


def frame_parts(
    tree: HtmlElement, body: Sequence[Part], headline: str | None, descriptions: Sequence[str]
) -> tuple[Part, ...]:
    """What the page shows from its kicker to the first paragraph of `body`, in order, and the captions."""
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    place = {element: at for at, element in enumerate(elements)}
    title = _title(elements, headline)
    known = {_same(words) for words in descriptions}
    first = _first_paragraph(elements, [part for part in body if _same(part.words) not in known])
    start = place[title] if title is not None else 0
    end = place[first] if first is not None else start + 400
    scope = _scope(title, first)
    inside = [
        element
        for element in (scope.iter() if scope is not None else elements)
        if isinstance(element.tag, str)
    ]
    head = [element for element in inside if place[element] < end]
    parts = list(_head(head, title, start, place, known))
    captions = (e for e in inside if e.tag == "figcaption" and not _is_outside(e))
    parts.extend(Part(words, BlockKind.CAPTION) for words in map(_caption, captions) if words)
    return tuple(dict.fromkeys(parts))


def _head(
    elements: Sequence[_Element],
    title: _Element | None,
    start: int,
    place: dict[_Element, int],
    known: set[str],
) -> Iterator[Part]:
    """The parts of the head; an element inside one that was taken is not taken again."""
    taken: set[_Element] = set()
    for element in elements:
        if any(parent in taken for parent in element.iterancestors()) or (
            element is not title and _is_outside(element)
        ):
            continue
        kind = BlockKind.HEADLINE if element is title else _kind(element, place[element] > start, known)
        words = words_of(element, "" if kind in (BlockKind.HEADLINE, BlockKind.DECK) else " ") if kind else ""
        if kind and words and len(words) <= _LONGEST.get(kind, 1000):
            taken.add(element)
            yield Part(words, kind)


def _kind(element: _Element, after_title: bool, known: set[str]) -> BlockKind | None:
    """What the markup says an element of the head is."""
    if element.tag in (
        "html",
        "body",
        "main",
        "article",
        "header",
        "figure",
        "img",
        "meta",
        "link",
        "head",
        "title",
        "ul",
        "ol",
    ):
        return None
    marks = " ".join(
        element.get(name) or ""
        for name in ("class", "id", "itemprop", "rel", "data-testid", "data-component")
    )
    if _BYLINE.search(marks):
        return BlockKind.BYLINE
    if element.tag == "time" or _DATE.search(marks):
        return BlockKind.BYLINE
    if not after_title:
        return BlockKind.KICKER if _KICKER.search(marks) else None
    if element.tag in ("p", "div", "h2", "h3", "h4", "span") and (
        _DECK.search(marks) or _same(opening_of(element, _LONGEST[BlockKind.DECK])) in known
    ):
        return BlockKind.DECK
    return None


def _title(elements: Sequence[_Element], headline: str | None) -> _Element | None:
    """The heading that shows the headline, else the only first-level heading."""
    headings = [element for element in elements if element.tag == "h1" and words_of(element)]
    if headline:
        wanted = _same(headline)
        for element in [*headings, *(e for e in elements if e.tag in ("h2", "h3"))]:
            if _same(words_of(element)) == wanted:
                return element
    return headings[0] if headings else None


def _first_paragraph(elements: Sequence[_Element], body: Sequence[Part]) -> _Element | None:
    """The element of the page that the first paragraph of the body comes from."""
    starts = [_same(part.words)[:60] for part in body if part.kind is None and len(part.words) > 60][:3]
    for start in starts:
        for element in elements:
            if element.tag in _HOLDERS and _same(opening_of(element, 120)).startswith(start):
                if not _DECK.search(element.get("class") or ""):
                    return element
                break
    return None


def _scope(title: _Element | None, first: _Element | None) -> _Element | None:
    """The smallest element that holds both the title and the first paragraph."""
    if title is None or first is None:
        lone = title if title is not None else first
        return lone.getparent() if lone is not None else None
    above = set(title.iterancestors())
    return next((element for element in first.iterancestors() if element in above), None)


def _is_outside(element: _Element) -> bool:
    """Whether the element stands in a part of the page that is not the article."""
    for parent in (element, *element.iterancestors()):
        if parent.tag in ("article", "main", "body"):
            return False
        if parent.tag in _OUTSIDE or _ASIDE.search(f"{parent.get('class') or ''} {parent.get('id') or ''}"):
            return True
    return False


def _caption(element: _Element) -> str:
    return words_of(element, " ")


def _same(words: str) -> str:
    """The words for comparing: letters and digits only, case folded."""
    return re.sub(r"[\W_]+", "", words).casefold()
