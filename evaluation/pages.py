"""How well the lines of pasted pages are labelled, on invented pages of many kinds of site.

A page is one file of `invented/pages/ROUND/`, in which every line stands behind
the kind it should get, ``kind :: words`` (``kind|kind`` where either is right);
a line without such a mark is a paragraph.  The marks are taken off, the rest is
read like any pasted file, and each line is held against its mark.  Each round
is a measure of its own: `invented/README.md` says how the rounds came about.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from evaluation.scoring import Failure, Tally

from rashomon.errors import InputError
from rashomon.model import Article, BlockKind, Policy, Span
from rashomon.readers import read_inputs

__all__ = ["PAGES", "corpus", "measure", "report", "unmarked"]

PAGES = Path(__file__).parent / "invented" / "pages"
_HOLDS = 0.9  # of a line's letters and digits: the end mark or a bullet may be told otherwise
_JOINED = {BlockKind.PARAGRAPH: {BlockKind.DATELINE}, BlockKind.CAPTION: {BlockKind.CREDIT}}
_MARK = re.compile(r"(?P<kinds>[a-z]+(?:\|[a-z]+)*) :: ")


def corpus() -> list[Path]:
    """The pages measured on, for the digest."""
    return sorted(PAGES.glob("*/*.txt"))


def measure() -> dict[str, float]:
    """The figures of each round, `..._body_kept` is the share of paragraphs not lost."""
    figures: dict[str, float] = {}
    for folder in sorted(PAGES.iterdir()):
        tally = report(folder)
        figures |= {f"{folder.name}_{name}": round(tally.share(name), 4) for name in sorted(tally.counted)}
    return figures


def report(folder: Path) -> Tally:
    """Every line of every page of a round counted, with its failures."""
    tally = Tally()
    for path in sorted(folder.glob("*.txt")):
        text, lines = unmarked(path.read_text(encoding="utf-8"))
        article = _read(text)
        for kinds, span in lines:
            _score(tally, path.stem, article, kinds, span)
    return tally


def _score(tally: Tally, name: str, article: Article, kinds: tuple[BlockKind, ...], line: Span) -> None:
    """Count one line: right if the kinds it may have hold nearly all of it."""
    given = _shares(article, line)
    wanted = set(kinds).union(*(_JOINED.get(kind, set()) for kind in kinds))
    found = max(given, key=lambda kind: given[kind])
    right = sum(given.get(kind, 0.0) for kind in wanted) >= _HOLDS
    expected = f"{kinds[0].value} {line.of(article.text)[:60]!r}"
    tally.add("line_accuracy", right, Failure(what="line", where=name, expected=expected, found=found.value))
    if kinds == (BlockKind.FURNITURE,):
        tally.add("furniture_recall", found is BlockKind.FURNITURE)
    if found is BlockKind.FURNITURE:
        tally.add("furniture_precision", found in kinds)
    if kinds == (BlockKind.PARAGRAPH,):
        tally.add("body_kept", BlockKind.FURNITURE not in given)
    if kinds == (BlockKind.HEADLINE,):
        tally.add("headline_found", right)


def _shares(article: Article, line: Span) -> dict[BlockKind, float]:
    """The share of the line's code points (blanks left out) that each kind holds."""
    held = [(b.kind, b.span.intersection(line)) for b in article.blocks if b.span.overlaps(line)]
    whole = sum(not c.isspace() for c in line.of(article.text))
    shares: dict[BlockKind, float] = {}
    for kind, part in held:
        letters = sum(not c.isspace() for c in part.of(article.text)) if part else 0
        shares[kind] = shares.get(kind, 0.0) + letters / whole
    return shares


def unmarked(page: str) -> tuple[str, tuple[tuple[tuple[BlockKind, ...], Span], ...]]:
    """The page without its marks, and what each of its lines should be.

    >>> unmarked("furniture|kicker :: Live\\n\\nIt rained.")
    ('Live\\n\\nIt rained.', (((<BlockKind.FURNITURE: 'furniture'>, <BlockKind.KICKER: 'kicker'>), \
Span(start=0, end=4)), ((<BlockKind.PARAGRAPH: 'paragraph'>,), Span(start=6, end=16))))
    """
    lines = list(_lines(page))
    text = "\n".join(words for _, words in lines)
    blocks, start = [], 0
    for kinds, words in lines:
        if words.strip():
            blocks.append((kinds, Span(start, start + len(words))))
        start += len(words) + 1
    return text, tuple(blocks)


def _lines(page: str) -> Iterator[tuple[tuple[BlockKind, ...], str]]:
    for line in page.split("\n"):
        mark = _MARK.match(line)
        if mark is None:
            yield (BlockKind.PARAGRAPH,), line
        else:
            yield tuple(BlockKind(k) for k in mark["kinds"].split("|")), line[mark.end() :]


def _read(text: str) -> Article:
    for item in read_inputs(["-"], policy=Policy(), stdin=io.BytesIO(text.encode("utf-8"))):
        if isinstance(item, InputError):
            raise item
        return item
    raise ValueError("a page of which nothing was read")
