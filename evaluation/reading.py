"""``python -m evaluation reading``: what annotators marked where no statement is looked for.

The readers label lines, and attribution looks only into running text and
headings.  Each annotated fragment is placed in the block that holds most of it;
a fragment in a caption, a byline or furniture can never be found.  The texts
that are printed are the corpus's own: for the terminal only.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import polnear
from evaluation.agreement import PARTS
from evaluation.polnear import Annotated

import rashomon
from rashomon.model import Article, Block, BlockKind, Span

__all__ = ["LOOKED_INTO", "Lost", "lost", "main"]

LOOKED_INTO = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.DECK, BlockKind.SUBHEADING})
NOWHERE = "between blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A fragment that cannot be found: its part, and the block it stands in (None: in no block)."""

    part: str
    span: Span
    block: Block | None

    @property
    def kind(self) -> str:
        """The kind of that block."""
        return self.block.kind.value if self.block else NOWHERE


def lost(gold: Annotated, article: Article) -> Iterator[Lost]:
    """The annotated fragments of which the greater part stands where nothing is looked for."""
    for part in PARTS:
        for span in sorted({s for one in gold.attributions for s in one.part(part)}):
            shares = {b: len(s) for b in article.blocks if (s := b.span.intersection(span))}
            block = max(shares, key=lambda b: shares[b], default=None)
            if block is None or block.kind not in LOOKED_INTO:
                yield Lost(part=part, span=span, block=block)


def main(words: Sequence[str], data: Path) -> int:
    """Print the counts by kind of block and part; with ``--show`` the blocks too."""
    parser = argparse.ArgumentParser(prog="python -m evaluation reading", description=__doc__)
    parser.add_argument("--data", type=Path, default=data, help="the folder of the annotated corpora")
    parser.add_argument("--part", choices=("train", "dev"), action="append", help="both if not given")
    parser.add_argument("--show", action="store_true", help="print each block and its rule")
    options = parser.parse_args(words)
    counts: Counter[tuple[str, str]] = Counter()
    total = 0
    for part in options.part or ("train", "dev"):
        for gold in polnear.annotated(options.data, part):
            (article,) = rashomon.read(str(gold.path))
            missed = list(lost(gold, article))
            counts.update((one.kind, one.part) for one in missed)
            total += sum(len(one.part(p)) for one in gold.attributions for p in PARTS)
            if options.show:
                _show(gold, missed)
    for kind in sorted({kind for kind, _ in counts}):
        print(f"  {kind:16}" + "".join(f" {part} {counts[kind, part]:4}" for part in PARTS))
    print(f"  {counts.total()} of {total} annotated fragments")
    return 0


def _show(gold: Annotated, missed: Sequence[Lost]) -> None:
    for block in dict.fromkeys(one.block for one in missed):
        if block is not None:
            print(f"{gold.name} {block.span.start}: {block.kind.value} ({block.rule})")
            print(f"    {' '.join(block.span.of(gold.text).split())}")
        for one in missed:
            if one.block == block:
                print(f"      {one.part}: {one.span.of(gold.text)!r}")
