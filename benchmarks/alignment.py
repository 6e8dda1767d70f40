"""Aligning the versions of quotations, beside CollateX: how fast, and how well.

    pip install '.[alignment]'
    python benchmarks/alignment.py [--tables] [--large] [--data ../shared/data]

Both start from the raw text and end at a table of words: ours reads each text
into units and sets them in columns, CollateX (Python, from PyPI) tokenizes and
aligns by itself, near matching on, without joining tokens to segments.  The
twenty quotations of ``quotations/versions.txt`` are invented, with two to six
versions each; with ``--data`` those of BASIL that several outlets have in
different words are aligned as well (figures only).  Processor time, the best
of `RUNS` rounds over all quotations, the two in turn.

How well is counted by what neither of the two aims at in these terms.  Words
are cut by a regular expression of this script's and belong to the column that
holds their first letter; what a version has in one column is one cell.
*equal*: words that two versions share in a column, over all pairs of versions;
one for two cells of the same letters in other words ("take out", "takeout").
*unlike*: pairs of cells that share no word and less than half of their letters.
*columns*: those that hold a word.  More equal words are better; of the same
number fewer unlike cells; then fewer columns.

``--large``: from 50 to 2,000 versions of one quotation of forty words with up
to four edits each, and two versions of one of two million characters.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

import collatex
from rapidfuzz.distance import Indel

from rashomon.analysis import analyse
from rashomon.collation.columns import Columns as UnitColumns
from rashomon.collation.columns import columns_of
from rashomon.collation.groups import Part
from rashomon.collation.table import tabulate
from rashomon.collation.units import Passage, passage_of
from rashomon.model import Article, Evidence, Mode, Policy, Span, Statement

RUNS = 10
LEAST = 20.0  # times as fast as CollateX, on either set; 22 to 27 measured (docs/alignment.md)
FILE = Path(__file__).parent / "quotations" / "versions.txt"
POLICY = Policy()
GIVEN = Evidence(score=1.0, reason="given")
WORD = re.compile(r"\w+(?:['’.\-]\w+)*")

Texts = Sequence[str]
Columns = list[list[tuple[int, int] | None]]
"""For each column the stretch of each text that stands in it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 1 if the ratio of a set of quotations is below `LEAST`."""
    parser = argparse.ArgumentParser(description="Alignment beside CollateX.")
    parser.add_argument("--tables", action="store_true", help="print both tables of each invented quotation")
    parser.add_argument("--data", type=Path, help="a folder with basil/")
    parser.add_argument("--large", action="store_true", help="time many versions, and long ones, of ours")
    options = parser.parse_args(arguments)
    invented = _invented()
    print("| quotations | versions | words | ours ms | with readings ms | CollateX ms | times as fast |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    ratio = _timed("invented", invented)
    real = _real(options.data) if options.data else []
    if real:
        ratio = min(ratio, _timed("BASIL", real))
    print()
    if options.large:
        _large()
    _judged(invented, tables=options.tables)
    if real:
        _judged(real, tables=False, each=False)
    if ratio < LEAST:
        print(f"error: only {ratio:.1f} times as fast as CollateX, not {LEAST:.0f}", file=sys.stderr)
    return int(ratio < LEAST)


def _invented() -> list[Texts]:
    blocks = FILE.read_text(encoding="utf-8").split("\n\n")[1:]
    return [block.strip().splitlines() for block in blocks]


def _real(data: Path) -> list[Texts]:
    """The different texts of each quotation that several BASIL articles on one event have."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from evaluation.basil import article_of  # noqa: PLC0415 - only where the corpus is asked for

    stories: dict[tuple[str, str], list[Article]] = {}
    for path in sorted((data / "basil" / "articles").glob("*/*.json")):
        stories.setdefault((path.parent.name, path.stem.split("_")[0]), []).append(article_of(path)[0])
    out: list[Texts] = []
    for articles in stories.values():
        words = {article.id: article.text for article in articles}
        for utterance in analyse(articles, POLICY, version="benchmark").utterances:
            witnesses = utterance.apparatus.witnesses
            said = [" ".join(s.of(words[w.article]) for s in w.spans) for w in witnesses]
            if len(different := list(dict.fromkeys(said))) > 1:
                out.append(different)
    return out


# --- the two ways ---


def _passages(texts: Texts) -> list[Passage]:
    out = []
    for number, text in enumerate(texts):
        article = Article(input=str(number), text=text)
        whole = (Span(0, len(text)),)
        statement = Statement(article=article.id, mode=Mode.DIRECT, content=whole, evidence=GIVEN)
        out.append(passage_of(article, statement))
    return out


def ours(texts: Texts) -> UnitColumns:
    """Units in columns."""
    passages = _passages(texts)
    order = sorted(range(len(texts)), key=lambda row: (-len(passages[row].units), texts[row]))
    return columns_of([passage.units for passage in passages], order, POLICY)


def with_readings(texts: Texts) -> object:
    """The whole table: columns drawn together to places, with their readings and spans."""
    return tabulate([Part(passage=passage) for passage in _passages(texts)], POLICY)


def theirs(texts: Texts) -> collatex.core_classes.AlignmentTable:
    """CollateX's table."""
    collation = collatex.Collation()
    for number, text in enumerate(texts):
        collation.add_plain_witness(f"W{number}", text)
    return collatex.collate(collation, near_match=True, segmentation=False)


def _timed(name: str, quotations: Sequence[Texts]) -> float:
    """Print a row; how many times as fast ours is."""
    best = [min(times) for times in zip(*(_round(quotations) for _ in range(RUNS)), strict=True)]
    mine, full, other = (1000 * seconds for seconds in best)
    texts = [text for texts in quotations for text in texts]
    words = sum(len(WORD.findall(text)) for text in texts)
    counts = f"{len(quotations)} {name} | {len(texts)} | {words:,}"
    ratio = float(other / mine)
    print(f"| {counts} | {mine:.1f} | {full:.1f} | {other:.0f} | {ratio:.1f} ({other / full:.1f}) |")
    return ratio


def _round(quotations: Sequence[Texts]) -> list[float]:
    return [_seconds(way, quotations) for way in (ours, with_readings, theirs)]


def _seconds(way: Callable[[Texts], object], quotations: Sequence[Texts]) -> float:
    gc.collect()
    start = time.process_time()
    for texts in quotations:
        way(texts)
    return time.process_time() - start


def _large() -> None:
    """Print how the time of ours grows with the versions, and what a very long quotation takes."""
    rng = random.Random(5)
    words = ["".join(letters) for letters in product("bdfgk", "aeiou", "lmnrst", "aeiou")]
    base = rng.choices(words, k=40)
    many = [[" ".join(_edited(base, words, rng)) for _ in range(count)] for count in (50, 500, 2000)]
    long = rng.choices(words, k=400_000)
    alike, other = _edited(long, words, rng), rng.choices(words, k=400_000)
    pairs = [[" ".join(one), " ".join(two)] for one, two in ((long, alike), (long, other))]
    print("| versions | characters | ours s | with readings s |\n| --- | --- | --- | --- |")
    for texts in (*many, *pairs):
        times = f"{_seconds(ours, [texts]):.2f} | {_seconds(with_readings, [texts]):.2f}"
        print(f"| {len(texts):,} | {sum(map(len, texts)):,} | {times} |", flush=True)
    print()


def _edited(base: Sequence[str], words: Sequence[str], rng: random.Random) -> list[str]:
    out = list(base)
    for _ in range(rng.randint(0, 4)):
        at = rng.randrange(len(out))
        out[at : at + 1] = rng.choice(([], [rng.choice(words)], [out[at], rng.choice(words)]))
    return out


# --- how well ---


@dataclass(frozen=True, slots=True)
class Count:
    """What stands opposite what in one table."""

    equal: int
    unlike: int
    columns: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """Greater is better."""
        return self.equal, -self.unlike, -self.columns


def _judged(quotations: Sequence[Texts], *, tables: bool, each: bool = True) -> None:
    """Print what both aligned, and how often ours is better, the same, and worse."""
    if each:
        print(
            "| quotation | versions | equal | unlike | columns | CollateX: equal | unlike | columns | ours |"
        )
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    shown, verdicts = [], {"better": 0, "the same": 0, "worse": 0}
    totals = [[0, 0, 0], [0, 0, 0]]
    for number, texts in enumerate(quotations, start=1):
        cells = _cells(texts, _our_columns(texts)), _cells(texts, _their_columns(texts))
        mine, other = map(_count, cells)
        verdict = "better" if mine.rank > other.rank else "worse" if mine.rank < other.rank else "the same"
        verdicts[verdict] += 1
        for total, count in zip(totals, (mine, other), strict=True):
            total[:] = [total[0] + count.equal, total[1] + count.unlike, total[2] + count.columns]
        if each:
            sides = " | ".join(f"{c.equal} | {c.unlike} | {c.columns}" for c in (mine, other))
            print(f"| {number} | {len(texts)} | {sides} | {verdict} |")
        shown.append((number, cells))
    sides = " | ".join(" | ".join(map(str, total)) for total in totals)
    summary = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items())
    print(f"| {len(quotations)} | {sum(map(len, quotations))} | {sides} | {summary} |\n")
    for number, (one, two) in shown if tables else ():
        print(f"### {number}\n\nOurs:\n\n{_table(one)}\n\nCollateX:\n\n{_table(two)}\n")


def _our_columns(texts: Texts) -> Columns:
    return [
        [(unit.lead_start, unit.trail_end) if unit else None for unit in column] for column in ours(texts)
    ]


def _their_columns(texts: Texts) -> Columns:
    table = theirs(texts)
    columns: Columns = [[None] * len(texts) for _ in table.columns]
    for row in range(len(texts)):
        at = 0
        for number, column in enumerate(table.columns):
            for token in column.tokens_per_witness.get(f"W{row}", ()):
                written = token.token_data["t"].strip()
                start = texts[row].find(written, at)
                if start < 0:  # near matching can put a word before one that it follows
                    start = texts[row].index(written)
                at = start + len(written)
                before = columns[number][row]
                columns[number][row] = (before[0] if before else start, at)
    return columns


def _cells(texts: Texts, columns: Columns) -> list[list[str]]:
    """Of each column the words of each text whose first letter it holds; columns without a word left out."""
    out = []
    for column in columns:
        cells = []
        for text, stretch in zip(texts, column, strict=True):
            start, end = stretch or (0, 0)
            starts = [m for m in WORD.finditer(text) if start <= m.start() < end]
            cells.append(" ".join(match.group() for match in starts))
        if any(cells):
            out.append(cells)
    return out


def _count(columns: Sequence[Sequence[str]]) -> Count:
    pairs = [pair for cells in columns for pair in combinations([cell for cell in cells if cell], 2)]
    shared = [_shared(one, other) for one, other in pairs]
    return Count(
        equal=sum(shared),
        unlike=sum(
            not words and Indel.normalized_similarity(_letters(one), _letters(other)) < 0.5
            for words, (one, other) in zip(shared, pairs, strict=True)
        ),
        columns=len(columns),
    )


def _shared(one: str, other: str) -> int:
    words = Counter(map(_letters, one.split())) & Counter(map(_letters, other.split()))
    return words.total() or int(_letters(one) == _letters(other))


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _table(columns: Sequence[Sequence[str]]) -> str:
    """A row a version, columns of equal width; a middle dot for nothing."""
    wide = [max(len(cell) for cell in (*cells, "·")) for cells in columns]
    rows = zip(*columns, strict=True)
    lines = ("  ".join((cell or "·").ljust(w) for cell, w in zip(row, wide, strict=True)) for row in rows)
    return "\n".join(f"    {line}".rstrip() for line in lines)


if __name__ == "__main__":
    sys.exit(main())
