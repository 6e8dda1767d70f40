"""Old pages write paragraphs as text with double line breaks; here they become paragraphs."""

from __future__ import annotations

from lxml.etree import Element, _Element
from lxml.html import HtmlElement

__all__ = ["opening_of", "paragraphs_at_breaks", "words_of"]

_RUNNING = frozenset(("div", "td", "article", "section", "body", "main", "font", "center", "blockquote"))
_INLINE = frozenset(
    ("a", "b", "i", "em", "strong", "span", "font", "q", "cite", "u", "small", "sup", "sub", "br")
)


def words_of(element: _Element, joint: str = "") -> str:
    """The text of an element, blanks collapsed; `joint` stands between its pieces."""
    return " ".join(joint.join(str(piece) for piece in element.itertext()).split())


def opening_of(element: _Element, limit: int) -> str:
    """The first `limit` characters of the element's text or a little more, blanks collapsed.

    Elements stand in each other: taking the whole text of each would cost the
    square of a deep page.
    """
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        length += len(piece.strip())
        if length > limit:
            break
    return " ".join("".join(pieces).split())


def paragraphs_at_breaks(tree: HtmlElement) -> None:
    """Make paragraphs, in place, of running text that is cut by double line breaks only."""
    for element in list(tree.iter(*_RUNNING)):
        if len(element) < 2 or any(child.tag not in _INLINE for child in element):
            continue
        paragraphs = _between_breaks(element)
        if len(paragraphs) > 1:
            attributes, tail = dict(element.attrib), element.tail
            element.clear()
            element.attrib.update(attributes)
            element.tail = tail
            element.extend(paragraphs)


def _between_breaks(element: _Element) -> list[_Element]:
    """The text between double line breaks, each stretch a new paragraph; single breaks stay."""
    out = [Element("p")]
    out[0].text = element.text
    for child in list(element):
        tail, child.tail = child.tail, None
        last = out[-1][-1] if len(out[-1]) else None
        if child.tag == "br" and last is not None and last.tag == "br" and not (last.tail or "").strip():
            out[-1].remove(last)
            out.append(Element("p"))
            out[-1].text = tail
        else:
            child.tail = tail
            out[-1].append(child)
    return [paragraph for paragraph in out if words_of(paragraph)]
