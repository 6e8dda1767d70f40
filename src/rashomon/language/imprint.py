"""Whose page a report stands on, and whose text it is by the tag of a wire agency.

The outlet's own name comes from what the reader found, else from the lines over
the report; a wire is another's only where the page shows that it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.language.colophon import printed_by
from rashomon.language.tokens import fold
from rashomon.language.transmission import TITLE_FIRST, TITLE_LAST, WIRES
from rashomon.model import Article, BlockKind, Span

__all__ = ["imprint", "key", "own_names", "wire"]

_PLACE = r"[A-Z][\w.’'/-]*,?(?: (?:[A-Z0-9][\w.’'/-]*|of|and|de|la|the),?){0,7} "
_TAG = re.compile(  # “VELMAR, May 4 (Merid Wire) —”
    r"^(?:" + _PLACE + r")?\(([A-Z][\w.&’' ]{1,30})\) ?[-–—]", re.MULTILINE
)
_CREDIT = re.compile(
    r"(?:©|\(c\)|[Cc]opyright|[Ss]ource:) *(?:\d{4} *)?(?:[Tt]he )?([A-Z][\w’']*(?: [A-Z][\w’']*){0,4})"
)
_PICTURE = re.compile(r"\W*(?:image|photo|picture|video|media)", re.IGNORECASE)
_RUN = re.compile(r"[A-Z][\w’']*(?: (?:of (?:the )?)?[A-Z][\w’']*)*")
# “Ostmark Herald reporters”, “By Kickline staff and agencies”
_STAFF = re.compile(
    r"(?:[Bb]y |[Ff]rom )?(?:[Tt]he )?([A-Z][\w’']*(?: [A-Z][\w’']*){0,3}) "
    r"(?:staff|reporters?|correspondents?|writers?|news ?desk|newsroom|bureau|political staff)"
    r"(?: and [\w ]{1,20})?"
)
_LEADING = frozenset({"by", "from", "for"})
_LINE = 120
_TOP = 6  # blocks over a report among which its outlet may be named
_SIGNED = 4  # blocks in which a report may be signed
_SHORT = 5  # words of a title
_FOOT = 6  # blocks at the foot of a page among which a credit may stand
_HEAD = 2000  # code points in which a dateline may stand
_ASIDE = re.compile(r"\([^)]*\)|[-–—] *\w+$")  # “Ostmark News (Online)”
_SITE_WORDS = frozenset({"online", "web", "website", "-", "the"})


def key(name: str) -> str:
    """The name of an outlet for comparing: folded, without “the”."""
    return " ".join(fold(w).strip(".,") for w in name.split() if fold(w) != "the")


def own_names(article: Article) -> Iterator[str]:
    """The names by which the article's outlet would call itself."""
    for name in [article.publisher.name] if article.publisher else _signed(article):
        yield from _called(name)
    if article.publisher is not None and article.publisher.domain:
        yield article.publisher.domain.removeprefix("www.").split(".")[0]


def _called(name: str) -> Iterator[str]:
    """A name, and what it is called for short."""
    words = [w for w in key(_ASIDE.sub("", name)).split() if w not in _SITE_WORDS]
    yield key(name)
    yield " ".join(words)
    if len(words) > 1:
        yield "".join(w[0] for w in words)
        yield words[-1]
    if len(words) > 1 and words[-1] in TITLE_LAST and words[0] not in TITLE_FIRST:
        yield words[0]
    if len(words) > 1 and words[-1] == "news":
        yield " ".join(words[:-1])


def _signed(article: Article) -> Iterator[str]:
    """Titles of outlets in the lines over the report: ``By Ada Holt, Ostmark Courier``, ``Ostmark staff``."""
    yield from _lone_titles(article)
    for block in article.blocks[:_SIGNED]:
        if len(block.span) < _LINE:
            staff = _STAFF.fullmatch(block.span.of(article.text).strip())
            if staff is not None and staff[1].split()[0].casefold() not in _LEADING:
                yield staff[1]
    for block in article.blocks:
        line = block.span.of(article.text)
        if block.kind in (BlockKind.BYLINE, BlockKind.DECK, BlockKind.KICKER) and len(line) < _LINE:
            for run in _RUN.findall(line):
                words = fold(run).split()
                if words[0] in _LEADING:
                    run, words = run.split(" ", 1)[-1], words[1:]
                if (
                    len(words) > 1
                    and (words[-1] in TITLE_LAST or words[0] in TITLE_FIRST)
                    and line[-1].isalnum()
                ):
                    yield run


def imprint(article: Article) -> tuple[frozenset[str], Span | None]:
    """The names of the article's own outlet, and where the wire is named whose text it prints."""
    own = frozenset(own_names(article))
    tag = wire(article, own)
    if tag is None:
        return own, None
    name = key(tag.of(article.text))
    if own and name not in own:
        return own, tag
    prints = frozenset(n for printer in printed_by(article) for n in _called(printer) if n != name)
    others = {n for n in prints if n not in own and name not in n.split()}
    return (frozenset(others), tag) if others else (own | {name}, None)


def _lone_titles(article: Article) -> Iterator[str]:
    """A line of its own over the report that is nothing but a title: ``Ostmark News``."""
    for block in article.blocks[:_TOP]:
        line = block.span.of(article.text)
        words = line.split()
        if (
            block.kind is BlockKind.PARAGRAPH
            and 1 < len(words) <= _SHORT
            and all(w[:1].isupper() for w in words)
        ):
            low = fold(line).split()
            if line[-1].isalnum() and (low[-1] in TITLE_LAST or low[0] in TITLE_FIRST):
                yield line


def wire(article: Article, own: frozenset[str]) -> Span | None:
    """Whose text this is by the tag in its dateline, or by the credit at its foot."""
    tag = _TAG.search(article.text, 0, _HEAD)
    if tag is not None:
        return Span(*tag.span(1))
    for block in article.blocks[-_FOOT:]:
        if block.kind in (BlockKind.FURNITURE, BlockKind.CREDIT):
            credit = _CREDIT.search(article.text, *block.span)
            if _PICTURE.match(article.text, *block.span):
                continue
            if credit is not None and own and _is_wire(credit[1]):
                return Span(*credit.span(1))
    return None


def _is_wire(name: str) -> bool:
    words = fold(name).split()
    return (
        " ".join(words) in WIRES or bool({"wire", "agency", "newswire"} & set(words)) or words[-1] == "press"
    )
