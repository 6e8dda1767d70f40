"""Which wire agency a page credits with its text: in the dateline, the byline, or a line at the foot.

An agency is known by its name being one of the few wires, or by the nouns that
only agencies have in theirs (“Tern Wire”, “Merid News Agency”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rashomon.language.datelinetags import tag_at
from rashomon.language.imprint import own_names, wire
from rashomon.language.tokens import fold
from rashomon.language.transmission import WIRES
from rashomon.model import Article, Block, BlockKind, Span

__all__ = ["Credit", "agency_credit", "is_agency"]

_SIGNING = (BlockKind.BYLINE, BlockKind.DATELINE)  # a line of credit is mostly that of a picture
_LINE = 120
_FIRST = 2  # paragraphs that may begin with a dateline
_NAME = r"(?:[Tt]he )?([A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,4})"
_PARTS = re.compile(
    rf"\A(?:(?:[Bb]y|BY|[Ff]rom|[Vv]ia|[Ss]ource:|[Cc]redit:|[Tt]ext:)\s+)?(?:[^,|—–]{{1,40}}[,|—–]\s*)?{_NAME}\.?\Z"
)
_BRACKETED = re.compile(rf"\(({_NAME})\)\s*[-–—]*\s*\Z")
_LAST = 4  # blocks that may tell which of an agency's people helped
_WRITERS = re.compile(
    r"\W*(?:The )?([A-Z][\w.]*(?: [A-Z][\w.]*){0,3}) (?:staff |news )?(?:writers?|reporters?|journalists?|"
    r"correspondents?) [^\n]{3,200}\bcontributed\b"
)
"""“Merid Wire writer Ada Holt contributed to this report”: what an agency's own texts end with."""
_NOUNS = frozenset({"wire", "newswire", "agency"})
_ENDINGS = ("news service", "press service", "press association", "wire service")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """The agency's name, and where it stands; None where only the page's data tell it."""

    name: str
    span: Span | None
    place: str
    """``dateline``, ``byline`` or ``foot``."""


def is_agency(name: str) -> bool:
    """Whether a name is that of a wire agency.

    >>> is_agency("Tern Wire"), is_agency("The Associated Press"), is_agency("Ostmark Free Press")
    (True, True, False)
    """
    words = [fold(word).strip(".,") for word in name.split() if fold(word) != "the"]
    plain = " ".join(words).replace(".", "")
    return plain in WIRES or bool(_NOUNS & set(words)) or plain.endswith(_ENDINGS)


def agency_credit(article: Article) -> Credit | None:
    """The agency that the page credits; None where it names none, or only the outlet itself."""
    own = frozenset(own_names(article)) if article.publisher is not None else frozenset()
    for found in _credits(article, own):
        if " ".join(fold(word) for word in found.name.split() if fold(word) != "the") not in own:
            return found
    return None


def _credits(article: Article, own: frozenset[str]) -> Iterator[Credit]:
    tag = wire(article, own)
    if tag is not None:
        dateline = article.text[tag.end : tag.end + 1] == ")"
        yield Credit(name=tag.of(article.text), span=tag, place="dateline" if dateline else "foot")
    for block in islice(article.of_kind(BlockKind.PARAGRAPH), _FIRST):
        if tag is None and (found := tag_at(article.text, block.span.start, block.span.end)) is not None:
            yield Credit(name=found.of(article.text), span=found, place="dateline")
    for block in article.blocks[-_LAST:]:
        match = _WRITERS.match(block.span.of(article.text))
        if match is not None and is_agency(match[1]):
            at = Span(*match.span(1)).shift(block.span.start)
            yield Credit(name=match[1], span=at, place="foot")
    for block in article.of_kind(*_SIGNING):
        if len(block.span) <= _LINE and (found := _signed(article.text, block)) is not None:
            place = "byline" if block.kind is BlockKind.BYLINE else "foot"
            yield Credit(name=found.of(article.text), span=found, place=place)
    for line in article.byline:
        if (match := _PARTS.match(line.strip())) is not None and is_agency(match[1]):
            yield Credit(name=match[1], span=None, place="byline")


def _signed(text: str, block: Block) -> Span | None:
    line = block.span.of(text)
    for pattern in (_PARTS, _BRACKETED):
        match = pattern.search(line)
        if match is not None and is_agency(match[1]):
            return Span(*match.span(1)).shift(block.span.start)
    return None
