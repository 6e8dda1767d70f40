"""Gold for the invented stories: written as quoted strings, turned into spans here.

Offsets typed by hand are wrong offsets.  A gold file therefore quotes the
article: a *locator* is the words themselves, any run of blanks standing for
any other; ``opening words […] closing words`` for a long passage; ``[words, n]``
for the n-th occurrence (the first is 1).  Words that cannot be found raise.

`invented/gold/NAME.json` holds one article: `blocks` (lines not listed are
paragraphs; a kind with ``?`` need not be in the text, since a reader of HTML may
drop it; ``deck|subheading`` where either is right), `statements`, and
`not_statements`: strings in quotation marks that nobody said.  Cue and source
are looked for next to the content, so that "said" needs no number.
What counts as a statement stands in `invented/README.md`.
`invented/gold/NAME.story.json` holds the passages that several articles report,
each with its members.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.model import BlockKind, Mode, SourceKind, Span, hull, subtract

__all__ = [
    "GOLD",
    "ROOT",
    "GoldArticle",
    "GoldNotFound",
    "GoldStatement",
    "GoldStory",
    "Locator",
    "article_files",
    "locate",
    "read_article",
    "read_stories",
]

ROOT = Path(__file__).parents[1]
GOLD = Path(__file__).parent / "invented" / "gold"
_GAP = "[…]"
_NEW_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")

Locator = str | list[Any]


class GoldNotFound(LookupError):
    """Words of a gold file that the text does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """What should be found.

    Attributes:
        who: every name or descriptor that is right; empty where nobody is named or it is not asked.
        named: whether the source must have a name (persons) or must not (unnamed, impersonal).
        optional: found or not, it counts for nothing: annotators differ on such.
        parent: the index of the statement this one is quoted in.
        repairs: kinds of repair that the evidence must record.
    """

    mode: Mode
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: Span | None = None
    kind: SourceKind | None = None
    who: tuple[str, ...] = ()
    optional: bool = False
    parent: int | None = None
    repairs: tuple[str, ...] = ()

    @property
    def named(self) -> bool | None:
        """Whether a name is asked for; None where both would do."""
        if self.kind is SourceKind.PERSON:
            return True
        return False if self.kind in (SourceKind.UNNAMED, SourceKind.IMPERSONAL) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """The gold of one article, as spans of the text it was resolved against.

    Attributes:
        blocks: the kinds that are right, the best first, and the line.
        statements: in the order of the file, which `GoldStatement.parent` counts by.
        not_statements: quotation marks that nobody spoke in.
    """

    blocks: tuple[tuple[tuple[BlockKind, ...], Span], ...]
    statements: tuple[GoldStatement, ...]
    not_statements: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStory:
    """Reports of one story and the utterances they share: (article, locator) members each."""

    name: str
    paths: tuple[Path, ...]
    utterances: tuple[tuple[tuple[str, Locator], ...], ...]


def article_files() -> list[Path]:
    """The gold files of single articles, in a fixed order."""
    return sorted(p for p in GOLD.glob("*.json") if not p.name.endswith(".story.json"))


def locate(text: str, locator: Locator, *, near: Span | None = None, whole_line: bool = False) -> Span:
    """The span that a locator quotes.

    Args:
        text: the article's text.
        locator: see the module's docstring.
        near: if given, the occurrence next to this span and outside of it is meant.
        whole_line: occurrences that fill their lines are preferred to any others.

    Raises:
        GoldNotFound: if the text does not hold these words (so often).

    >>> locate("He said no, she said yes.", ["said", 2])
    Span(start=16, end=20)
    >>> locate("One two three four.", "two […] four")
    Span(start=4, end=18)
    """
    words, occurrence = (locator, 1) if isinstance(locator, str) else (locator[0], locator[1])
    found = _occurrences(text, words, whole_line=whole_line)
    if near is not None:
        found = sorted((s for s in found if not s.overlaps(near)), key=lambda s: _gap(text, s, near))
    if len(found) < occurrence:
        raise GoldNotFound(f"{words!r} is not in the text" + (f" {occurrence} times" * (occurrence > 1)))
    return found[occurrence - 1]


def _occurrences(text: str, words: str, *, whole_line: bool) -> list[Span]:
    pieces = [r"\s+".join(re.escape(w) for w in piece.split()) for piece in words.split(_GAP)]
    pattern = r".*?".join(pieces)
    pattern = rf"\b{pattern}\b" if words.isalpha() else pattern
    if whole_line:
        lines = re.compile(rf"^[^\S\n]*({pattern})[^\S\n]*$", re.DOTALL | re.MULTILINE)
        filled = [Span(*m.span(1)) for m in lines.finditer(text)]
        if filled:
            return filled
    return [Span(*m.span()) for m in re.compile(pattern, re.DOTALL).finditer(text)]


def _gap(text: str, one: Span, other: Span) -> tuple[int, int]:
    """How far apart two spans are: paragraphs between them first, then code points."""
    between = Span(min(one.end, other.end), max(one.start, other.start))
    return len(_NEW_PARAGRAPH.findall(between.of(text))), len(between)


def read_article(path: Path, text: str) -> GoldArticle:
    """The gold in `path`, resolved against `text`.

    Raises:
        GoldNotFound: naming the file and the words.
    """
    record = json.loads(path.read_text(encoding="utf-8"))
    try:
        return GoldArticle(
            blocks=tuple(_blocks(record["blocks"], text)),
            statements=tuple(_statement(s, text) for s in record["statements"]),
            not_statements=tuple(locate(text, words) for words in record["not_statements"]),
        )
    except GoldNotFound as missing:
        raise GoldNotFound(f"{path.name}: {missing}") from None


def _blocks(listed: Sequence[Sequence[Any]], text: str) -> Iterator[tuple[tuple[BlockKind, ...], Span]]:
    taken: list[Span] = []
    for kind, locator in listed:
        try:
            span = locate(text, locator, whole_line=True)
        except GoldNotFound:
            if kind.startswith("?"):
                continue
            raise
        taken.append(span)
        yield tuple(BlockKind(k) for k in kind.removeprefix("?").split("|")), span
    for rest in subtract(Span(0, len(text)), taken):
        for line in re.finditer(r"[^\n]+", rest.of(text)):
            span = Span(*line.span()).shift(rest.start).trim(text)
            if span:
                yield (BlockKind.PARAGRAPH,), span


def _statement(record: dict[str, Any], text: str) -> GoldStatement:
    content = tuple(sorted(locate(text, words) for words in record["content"]))
    whole = hull(content)
    who = record["who"]
    return GoldStatement(
        mode=Mode(record["mode"]),
        content=content,
        cue=tuple(_beside(text, words, content, whole) for words in record["cue"]),
        source=_beside(text, record["source"], content, whole) if record["source"] else None,
        kind=SourceKind(record["kind"]) if record["kind"] else None,
        who=(who,) if isinstance(who, str) else tuple(who or ()),
        optional=record.get("optional", False),
        parent=record.get("parent"),
        repairs=tuple(record.get("repairs", ())),
    )


def _beside(text: str, words: Locator, content: tuple[Span, ...], whole: Span) -> Span:
    """The words between two pieces of the content if they stand there, else next to the whole of it."""
    for before, after in itertools.pairwise(content):
        gap = Span(before.end, after.start)
        try:
            return locate(gap.of(text), words).shift(gap.start)
        except GoldNotFound:
            continue
    return locate(text, words, near=whole)


def read_stories() -> list[GoldStory]:
    """All stories with shared utterances."""
    return [_story(path) for path in sorted(GOLD.glob("*.story.json"))]


def _story(path: Path) -> GoldStory:
    record = json.loads(path.read_text(encoding="utf-8"))
    sources = {
        name: ROOT / json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))["article"]
        for name in record["articles"]
    }
    return GoldStory(
        name=path.name.removesuffix(".story.json"),
        paths=tuple(sources.values()),
        utterances=tuple(
            tuple((name, words) for name, words in utterance["members"]) for utterance in record["utterances"]
        ),
    )
