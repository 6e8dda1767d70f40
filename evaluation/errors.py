"""``python -m evaluation errors --seed N --count 100``: errors of attribution to be classed by eye.

Prints how often each coarse kind (`evaluation.lapses`) occurs, then a random
draw of errors with annotation and system side by side.  The words are the
corpus's own: for the terminal only.
"""

from __future__ import annotations

import argparse
import random
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation import attribution
from evaluation.agreement import Attribution
from evaluation.lapses import Lapse, lapses
from evaluation.polnear import Annotated
from evaluation.reading import LOOKED_INTO

import rashomon
from rashomon.model import Span

__all__ = ["main", "shown"]

_WIDTH = 110


def main(words: Sequence[str], data: Path) -> int:
    """Print the counts of every kind, and the draw."""
    parser = argparse.ArgumentParser(prog="python -m evaluation errors", description=__doc__)
    parser.add_argument("--data", type=Path, default=data, help="the folder of the annotated corpora")
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--seed", type=int, default=0, help="of the draw; the same seed draws the same")
    parser.add_argument("--count", type=int, default=100, help="how many to draw")
    parser.add_argument("--kind", default="", help="draw only from kinds that begin so")
    options = parser.parse_args(words)
    articles, found = attribution.judged(options.data, options.part)
    every = [(a, one) for a in articles for one in _in_order(a, found.get(a.name, ()))]
    counts = Counter(lapse.kind for _, lapse in every)
    for kind, number in counts.most_common():
        print(f"  {number:5}  {kind}")
    print(f"  {len(every):5}  in {len(articles)} articles with {sum(len(a.attributions) for a in articles)}")
    choice = [(a, lapse) for a, lapse in every if lapse.kind.startswith(options.kind)]
    drawn = random.Random(options.seed).sample(choice, min(options.count, len(choice)))
    for number, (article, lapse) in enumerate(drawn, 1):
        print(f"\n[{number}] {lapse.kind}\n    {article.name} at {lapse.at}")
        print("\n".join(shown(article.text, lapse)))
    return 0


def _in_order(article: Annotated, found: Sequence[Attribution]) -> list[Lapse]:
    (read,) = rashomon.read(str(article.path))
    closed = [block.span for block in read.blocks if block.kind not in LOOKED_INTO]
    return sorted(lapses(article.text, article.attributions, found, closed), key=lambda x: (x.at, x.kind))


def shown(text: str, lapse: Lapse) -> Iterator[str]:
    """The paragraph around an error, then both sides with offsets and words."""
    begin = text.rfind("\n", 0, lapse.at) + 1
    end = text.find("\n", lapse.at)
    paragraph = " ".join(text[begin : end if end >= 0 else len(text)].split())
    yield from textwrap.wrap(paragraph, _WIDTH, initial_indent="    | ", subsequent_indent="    | ")
    for name, side in (("annotated", lapse.wanted), ("system", lapse.found)):
        if side is None:
            yield f"    {name}: none"
            continue
        yield f"    {name}:" + (f" {side.reason} {side.score:.2f}" if side.reason else "")
        for part in ("source", "cue", "content"):
            yield f"      {part:8}" + (
                " // ".join(_words(text, s) for s in sorted(side.part(part))) or "none"
            )


def _words(text: str, span: Span) -> str:
    return f"{span.start}-{span.end} {' '.join(span.of(text).split())}"
