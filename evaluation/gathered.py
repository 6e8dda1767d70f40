"""``python -m evaluation pairs``: a random sample of what was gathered, side by side, to be read and judged.

The reports of each BASIL event go through the program as installed; every
witness of another report than the base's is a pair with it.  ``--bare`` takes
every string in double marks for a quotation of nobody knows whom instead, so
that only words decide.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.collation import dossiers, triples

from rashomon.collation import collate
from rashomon.language.tokens import TokenKind, tokenize
from rashomon.model import Article, Policy, Statement, Utterance, Witness

__all__ = ["Gathered", "main", "sample"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Two witnesses of different reports in one utterance, each with its speaker."""

    rule: str
    one: tuple[str, str]
    other: tuple[str, str]

    @property
    def words(self) -> int:
        """Of the shorter of the two."""
        return min(_count(self.one[1]), _count(self.other[1]))


def main(words: Sequence[str], data: Path) -> int:
    """Print the sample."""
    options = _parser().parse_args(words)
    found = [pair for pair in sample(data, bare=options.bare) if pair.words <= options.longest]
    drawn = random.Random(options.seed).sample(found, min(options.count, len(found)))
    print(f"{len(drawn)} of {len(found)} pairs of witnesses of different reports, seed {options.seed}")
    for number, pair in enumerate(drawn, start=1):
        print(f"\n{number}. {pair.rule}")
        for speaker, said in (pair.one, pair.other):
            print(f"   [{speaker}] {said}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation pairs", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--longest", type=int, default=1 << 30, help="words of the shorter side at most")
    parser.add_argument("--bare", action="store_true", help="every string in double marks, speakers unknown")
    return parser


def sample(data: Path, *, bare: bool) -> list[Gathered]:
    """All pairs of base and witness of another report, in an order of their own."""
    out: list[Gathered] = []
    if bare:
        for articles, statements in triples(data):
            out.extend(_gathered(articles, statements, collate(articles, statements, Policy())))
    else:
        for dossier in dossiers(data):
            out.extend(_gathered(dossier.articles, dossier.statements, dossier.utterances))
    return sorted(out, key=lambda pair: (pair.one, pair.other))


def _gathered(
    articles: Iterable[Article], statements: Iterable[Statement], utterances: Iterable[Utterance]
) -> Iterator[Gathered]:
    texts = {article.id: article.text for article in articles}
    speakers = {statement.id: _speaker(statement) for statement in statements}
    for utterance in utterances:
        witnesses = {witness.statement: witness for witness in utterance.apparatus.witnesses}
        base = witnesses[utterance.apparatus.base]
        for witness in witnesses.values():
            if witness.article != base.article:
                pair = ((speakers[w.statement], _words(w, texts[w.article])) for w in (base, witness))
                yield Gathered(utterance.evidence.reason, *pair)


def _speaker(statement: Statement) -> str:
    source = statement.source.source if statement.source else None
    return (source.name or source.descriptor or source.kind.value) if source else "not stated"


def _words(witness: Witness, text: str) -> str:
    return " / ".join(" ".join(span.of(text).split()) for span in witness.spans)


def _count(words: str) -> int:
    return sum(token.kind is not TokenKind.MARK for token in tokenize(words))
