"""``python -m evaluation paraphrases``: what was taken for one act told and quoted, side by side, to be read.

The reports of each event of BASIL, and of every third story of the full
articles, go through the program as installed; each wording of a report that
tells is shown against the longest quotation.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from evaluation.collation import dossiers

from rashomon.analysis import analyse
from rashomon.model import Article, Dossier, Mode, Policy, Utterance, VariantKind, Witness
from rashomon.readers import read_inputs
from rashomon.wiring import models_for

__all__ = ["main"]

_EVERY = 3
_RULE = "told_and_quoted"


def main(words: Sequence[str], data: Path) -> int:
    """Print the sample."""
    options = _parser().parse_args(words)
    found = sorted(pair for dossier in _all(data, options.tagger) for pair in _pairs(dossier))
    drawn = random.Random(options.seed).sample(found, min(options.count, len(found)))
    print(f"{len(drawn)} of {len(found)} statements that tell what is quoted, seed {options.seed}")
    for number, (how, told, quoted) in enumerate(drawn, start=1):
        print(f"\n{number}. {how}\n   told:   {told}\n   quoted: {quoted}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation paraphrases", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--tagger", default="auto")
    return parser


def _all(data: Path, tagger: str) -> Iterator[Dossier]:
    yield from dossiers(data, tagger)
    for articles in _stories(data):
        yield analyse(articles, Policy(), version="evaluation", models=models_for(tagger))


def _stories(data: Path) -> Iterator[list[Article]]:
    """Every third story that several reports tell."""
    path = data / "stories" / "stories.jsonl.gz"
    if not path.exists():
        return
    by_story: dict[str, list[Article]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            by_story[str(record["story"])].extend(_article(record))
    several = [by_story[story] for story in sorted(by_story) if len(by_story[story]) > 1]
    yield from several[::_EVERY]


def _article(record: dict[str, str | None]) -> Iterator[Article]:
    """The report of this record, read as plain text, with its day."""
    text = f"{record['title']}\n\n{record['text']}".encode()
    for item in read_inputs(["-"], policy=Policy(), stdin=io.BytesIO(text)):
        if isinstance(item, Article):
            yield replace(item, published=record["published"])


def _pairs(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    modes = {statement.id: statement.mode for statement in dossier.statements}
    texts = {article.id: article.text for article in dossier.articles}
    for utterance in dossier.utterances:
        if utterance.evidence.reason == _RULE:
            yield from _told(utterance, modes, texts)


def _told(
    utterance: Utterance, modes: dict[str, Mode], texts: dict[str, str]
) -> Iterator[tuple[str, str, str]]:
    """How far apart the reports are, what is told, what is quoted: for each wording that tells."""
    witnesses = {witness.statement: witness for witness in utterance.apparatus.witnesses}
    name = utterance.source.name if utterance.source else None
    for variant in utterance.apparatus.variants:
        if variant.kind is not VariantKind.QUOTE_VS_PARAPHRASE or variant.column is not None:
            continue
        told = {edit.reading for edit in variant.edits}
        quoted = [w for n, r in enumerate(variant.readings) if n not in told for w in r.witnesses]
        longest = max((witnesses[w] for w in quoted), key=lambda w: sum(map(len, w.spans)))
        for number in sorted(told):
            one = witnesses[variant.readings[number].witnesses[0]]
            near = "one report" if one.article == longest.article else "two reports"
            how = f"{near}, {modes[one.statement].value}, {name}"
            yield how, _words(one, texts), _words(longest, texts)


def _words(witness: Witness, texts: dict[str, str]) -> str:
    return " / ".join(" ".join(span.of(texts[witness.article]).split()) for span in witness.spans)
