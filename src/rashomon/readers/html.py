"""Saved pages: the text is what the article shows, from its kicker to its last paragraph.

The body is trafilatura's, the frame comes from the page's own markup (`page`),
the fields from its metadata (`metadata`); then every line that the markup does
not explain is labelled as in plain text, so that links and appeals within the
body are furniture here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from rashomon.errors import EmptyInput, InputError, MalformedInput
from rashomon.model import Article, BlockKind, Policy, Provenance, Publisher
from rashomon.readers.decode import decode
from rashomon.readers.facts import Fields, fields_in
from rashomon.readers.kinds import looks_like_html
from rashomon.readers.label import label
from rashomon.readers.metadata import Found, Metadata, metadata_of
from rashomon.readers.page import Part, body_parts, frame_parts
from rashomon.readers.plain import read_whole
from rashomon.readers.shapes import ends_sentence, unspaced_letters, word_count
from rashomon.readers.tongue import language_of

__all__ = ["HtmlReader"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_AS_WINDOWS = frozenset(
    ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1")
)  # as the HTML standard has it


class HtmlReader:
    """Reads one article from a page."""

    kind = "html"

    def accepts(self, head: bytes) -> bool:
        """Whether the bytes begin as a page does."""
        return looks_like_html(head)

    def read(self, stream: BinaryIO, *, name: str, policy: Policy) -> Iterator[Article | InputError]:
        """The article of the page, or the fault that there is none."""
        data = read_whole(stream, name, policy)
        if isinstance(data, InputError):
            yield data
            return
        source, warnings = _source(data, policy)
        tree = _tree(source)
        nothing = EmptyInput(
            name, "no article text found in the page", advice="paste the report as plain text"
        )
        if tree is None:
            yield nothing
            return
        try:
            body = body_parts(_tree(source))
            frame = frame_parts(tree, body, *_titles(metadata := metadata_of(tree)))
        except RecursionError:
            yield MalformedInput(name, "is nested too deeply", advice="paste the report as plain text")
            return
        if sum(map(_body_words, body)) < policy.read_page_words:
            yield nothing
            return
        yield _article(frame, body, metadata, name=name, policy=policy, warnings=warnings)


def _body_words(part: Part) -> int:
    """The words of a line that ends as a sentence does; some scripts have no mark for that."""
    told = ends_sentence(part.words) or unspaced_letters(part.words) * 2 > len(part.words)
    return word_count(part.words) if told else 0


def _titles(metadata: Metadata) -> tuple[str | None, tuple[str, ...]]:
    return metadata.headline.value if metadata.headline else None, metadata.descriptions


def _source(data: bytes, policy: Policy) -> tuple[str, tuple[str, ...]]:
    """The page's source: in the encoding it declares if that fits, else as `decode` finds."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = declared[1].decode("ascii").lower()
        try:
            return data.decode("cp1252" if encoding in _AS_WINDOWS else encoding), ()
        except (UnicodeDecodeError, LookupError):
            decoded = decode(data, policy)
            return decoded.text, (f"declares the encoding {encoding}, which it is not in", *decoded.warnings)
    decoded = decode(data, policy)
    return decoded.text, decoded.warnings


def _tree(source: str) -> HtmlElement | None:
    """The page's tree; None if there is not even one element."""
    try:
        data = source.replace("\0", "").encode("utf-8", "replace")
        return document_fromstring(
            data, parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        )
    except (LxmlError, ValueError, AssertionError):
        return None


def _article(
    frame: Sequence[Part],
    body: Sequence[Part],
    metadata: Metadata,
    *,
    name: str,
    policy: Policy,
    warnings: tuple[str, ...],
) -> Article:
    """The article: frame and body as one text, its lines labelled, its fields filled."""
    text, hints = _assembled(frame, body)
    blocks = label(text, policy, hints)
    shown = fields_in(text, blocks)
    publisher, language = metadata.publisher, metadata.language
    outlet = publisher.value if publisher else shown.publisher.name if shown.publisher else None
    return Article(
        input=name,
        text=text,
        blocks=blocks,
        publisher=Publisher(name=outlet, domain=metadata.domain) if outlet else _by_domain(metadata),
        headline=metadata.headline.value if metadata.headline else shown.headline,
        byline=tuple(found.value for found in metadata.byline) or shown.byline,
        published=metadata.published.value if metadata.published else shown.published,
        language=language.value if language else language_of(text, policy),
        warnings=warnings,
        provenance=_provenance(metadata, shown, text),
    )


def _by_domain(metadata: Metadata) -> Publisher | None:
    return Publisher(name=metadata.domain, domain=metadata.domain) if metadata.domain else None


def _assembled(frame: Sequence[Part], body: Sequence[Part]) -> tuple[str, dict[int, BlockKind]]:
    """The parts as paragraphs of one text, each once, and the kinds by their offsets."""
    shown = {_key(part.words) for part in frame}
    parts = [*frame, *(part for part in body if _key(part.words) not in shown)]
    pieces: list[str] = []
    hints: dict[int, BlockKind] = {}
    at = 0
    for part in parts:
        if part.kind:
            hints[at] = part.kind
        pieces.append(part.words)
        at += len(part.words) + 2
    return "\n\n".join(pieces), hints


def _key(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _provenance(metadata: Metadata, shown: Fields, text: str) -> tuple[Provenance, ...]:
    """Where each field came from: metadata first, then the words on the page."""
    found: list[tuple[str, Found]] = []
    for field in ("publisher", "headline", "published", "language"):
        value = getattr(metadata, field)
        if isinstance(value, Found):
            found.append((field, value))
    found.extend(("byline", item) for item in metadata.byline)
    if not metadata.publisher and not shown.publisher and metadata.domain:
        found.append(("publisher", Found(metadata.domain, "address", metadata.domain)))
    if not metadata.language:
        found.append(("language", Found("", "detected", text[:40])))
    told = {field for field, _ in found}
    rows = [Provenance(field=field, origin=item.origin, raw=item.raw) for field, item in found]
    return (*rows, *(row for row in shown.provenance if row.field not in told))
