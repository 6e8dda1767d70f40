"""One's own versions of one quotation: articles to versions, each taken as it stands.

A file is one version.  A file with headings (``# Name``, each on a line of its
own) holds one version under each, called so; a single input without headings
holds one a paragraph.  A version is an article whose text is that part of the
file, heading included, so that nothing is lost and places can be pointed to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.errors import EmptyInput, InputError, Place
from rashomon.model import Article, Block, BlockKind, Policy, Publisher, Span
from rashomon.readers.tongue import language_of

__all__ = ["versions"]

_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(\S.*)")
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of an input: where it stands, its heading's text and line number, its paragraphs."""

    span: Span
    paragraphs: tuple[Span, ...]
    heading: Span | None = None
    line: int = 1


def versions(found: Iterable[Article | InputError], policy: Policy) -> Iterator[Article | InputError]:
    """The versions in these inputs, faults in their places.

    Two versions with the same text stay two: the text of the later one ends in blanks more, so that its
    id is its own.

    Args:
        found: what was read; one alone is looked through for paragraphs, too.
        policy: the thresholds.
    """
    items = list(found)
    seen: dict[str, int] = {}
    for item in items:
        if not isinstance(item, Article):
            yield item
            continue
        for version in _of_input(item, policy, alone=len(items) == 1):
            yield _apart(version, seen) if isinstance(version, Article) else version


def _apart(version: Article, seen: dict[str, int]) -> Article:
    """The version with an id of its own; `seen` counts the texts, by id."""
    apart = version
    while apart.id in seen:
        seen[version.id] += 1
        apart = replace(version, text=version.text + _blanks(seen[version.id]))
    seen[apart.id] = 0
    return apart


def _blanks(number: int) -> str:
    """The number in binary, a line end for one and a blank for nought: short for many, too."""
    return f"{number:b}".translate({ord("1"): "\n", ord("0"): " "})


def _of_input(article: Article, policy: Policy, *, alone: bool) -> Iterator[Article | InputError]:
    sections = list(_sections(article.text, alone=alone))
    for number, section in enumerate(sections, 1):
        words = "".join(span.of(article.text) for span in section.paragraphs)
        if not any(map(str.isalnum, words)):
            yield _wordless(article, section)
            continue
        name = article.input if len(sections) == 1 else f"{article.input}#{number}"
        yield _version(article, section, name, language_of(words, policy))


def _wordless(article: Article, section: _Section) -> EmptyInput:
    advice = "write the quotation into it"
    if section.heading is None:
        return EmptyInput(article.input, "holds no words", advice=advice)
    excerpt = section.heading.of(article.text)[:_EXCERPT]
    place = Place(line=section.line, column=1, excerpt=excerpt)
    return EmptyInput(article.input, "has no words below this heading", advice=advice, place=place)


def _version(article: Article, section: _Section, name: str, language: str) -> Article:
    at = section.span.start
    heading = section.heading
    publisher = _stated_publisher(article)
    blocks = [(BlockKind.PARAGRAPH, span, "version") for span in section.paragraphs]
    if heading is not None:
        blocks.insert(0, (BlockKind.KICKER, heading, "version_name"))
        match = _HEADING.match(heading.of(article.text))
        publisher = Publisher(name=match[1].rstrip()) if match else publisher
    return Article(
        input=name,
        text=section.span.of(article.text),
        blocks=tuple(
            Block(kind=kind, span=Span(span.start - at, span.end - at), rule=rule)
            for kind, span, rule in blocks
        ),
        publisher=publisher,
        published=article.published if publisher and publisher == article.publisher else None,
        language=language,
        warnings=article.warnings,
    )


def _stated_publisher(article: Article) -> Publisher | None:
    """Who published it, if data beside the text tells; from the words of a quotation nothing is read off."""
    read_off = any(p.field == "publisher" and p.origin == "text" for p in article.provenance)
    return None if read_off else article.publisher


def _sections(text: str, *, alone: bool) -> Iterator[_Section]:
    """The parts of a text, in order; one at least."""
    lines = list(_lines(text))
    heads = [number for number, line in enumerate(lines) if _HEADING.match(line.of(text))]
    known = frozenset(heads)
    if heads:
        edges = [*([0] if _paragraphs(text, lines[: heads[0]]) else []), *heads]
        for first, last in zip(edges, [*edges[1:], len(lines)], strict=True):
            head = lines[first].trim(text) if first in known else None
            own = lines[first + 1 : last] if head else lines[first:last]
            span = Span(lines[first].start, lines[last - 1].end)
            yield _Section(span, _paragraphs(text, own), head, first + 1)
        return
    paragraphs = _paragraphs(text, lines)
    if alone and len(paragraphs) > 1:
        yield from (_Section(span, (span,)) for span in paragraphs)
    else:
        yield _Section(Span(0, len(text)), paragraphs)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield Span(at, at + len(line))
        at += len(line)


def _paragraphs(text: str, lines: Iterable[Span]) -> tuple[Span, ...]:
    """Runs of lines that are not blank, without the blanks around them."""
    runs: list[Span] = []
    goes_on = False
    for line in lines:
        if not line.of(text).strip():
            goes_on = False
            continue
        start = runs.pop().start if goes_on else line.start
        runs.append(Span(start, line.end))
        goes_on = True
    return tuple(span for run in runs if (span := run.trim(text)))
