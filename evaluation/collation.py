"""How many quotations that recur in another report of the event are gathered, on BASIL.

Every string in double marks counts as a statement whose speaker is not known,
so that only gathering by words is measured.  Of the quotations of 25
characters or more, two kinds must meet a quotation of another outlet: those
that recur there word for word, and those that share six words in a row.
Precision is read by eye: ``python -m evaluation pairs`` shows what was brought together.

``reports_`` figures are of whole reports through the program as installed, with
the statements and speakers that it finds: a quotation has met its like if one
utterance has a witness over each of the two.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.basil import article_of

from rashomon.analysis import analyse
from rashomon.collation import collate
from rashomon.language.tokens import TokenKind, fold, tokenize
from rashomon.model import Article, Dossier, Evidence, Mode, Policy, Span, Statement, Utterance
from rashomon.wiring import models_for

__all__ = ["corpus", "dossiers", "measure", "triples"]

_QUOTED = re.compile(r"“[^“”\n]+”|(?<!\w)\"[^\"\n]+\"")
_LONG = 25
_RUN = 6


@dataclass(frozen=True, slots=True)
class _Quotation:
    statement: Statement
    words: tuple[str, ...]
    length: int


def corpus(data: Path) -> list[Path]:
    """The files that are measured on."""
    return sorted((data / "basil" / "articles").glob("*/*.json"))


def measure(data: Path) -> dict[str, float]:
    """Share of recurring quotations that are gathered, and how many there are of each kind."""
    found = {"verbatim": [0, 0], "six_words": [0, 0]}
    for articles, quotations in _triples(data):
        utterances = collate(articles, [q.statement for q in quotations], Policy())
        met = _met(utterances)
        for kind, expected in _EXPECTED.items():
            for one in quotations:
                others = {o.statement.id for o in quotations if expected(one, o)}
                if others:
                    found[kind][1] += 1
                    found[kind][0] += not others.isdisjoint(met[one.statement.id])
    whole = _reports(data)
    out: dict[str, float] = {}
    for kind, (hits, total) in found.items():
        out[f"{kind}_gathered"] = hits / total if total else 0.0
        out[f"reports_{kind}_gathered"] = whole[kind] / total if total else 0.0
        out[f"{kind}_count"] = float(total)
    return out


def _reports(data: Path) -> Mapping[str, int]:
    """How many recurring quotations meet in the dossier of their event."""
    met: Counter[str] = Counter()
    for dossier in dossiers(data):
        quotations = [q for article in dossier.articles for q in _quotations(article)]
        holding = {q.statement.id: _holding(q, dossier) for q in quotations}
        for kind, expected in _EXPECTED.items():
            for one in quotations:
                others = {u for o in quotations if expected(one, o) for u in holding[o.statement.id]}
                met[kind] += not others.isdisjoint(holding[one.statement.id])
    return met


def dossiers(data: Path, tagger: str = "auto") -> Iterator[Dossier]:
    """The reports of each event through the program as installed."""
    by_event: dict[str, list[Article]] = defaultdict(list)
    for path in corpus(data):
        record = json.loads(path.read_text(encoding="utf-8"))
        by_event[record["triplet-uuid"]].append(article_of(path)[0])
    for articles in by_event.values():
        distinct = list({article.id: article for article in articles}.values())
        yield analyse(distinct, Policy(), version="evaluation", models=models_for(tagger))


def _holding(quotation: _Quotation, dossier: Dossier) -> set[str]:
    """The utterances that have a witness over half of the quotation, or that lies in it."""
    (span,) = quotation.statement.content
    out = set()
    for utterance in dossier.utterances:
        for witness in utterance.apparatus.witnesses:
            if witness.article == quotation.statement.article:
                shared = sum(len(part) for s in witness.spans if (part := s.intersection(span)))
                if 2 * shared >= min(len(span), sum(map(len, witness.spans))) > 0:
                    out.add(utterance.id)
    return out


def triples(data: Path) -> Iterator[tuple[list[Article], list[Statement]]]:
    """The reports of each event, and every string in double marks as a statement of nobody knows whom."""
    for articles, quotations in _triples(data):
        yield articles, [quotation.statement for quotation in quotations]


def _triples(data: Path) -> Iterator[tuple[list[Article], list[_Quotation]]]:
    by_event: dict[str, list[Article]] = defaultdict(list)
    for path in corpus(data):
        record = json.loads(path.read_text(encoding="utf-8"))
        text = "\n\n".join(" ".join(sentences) for sentences in record["body-paragraphs"])
        by_event[record["triplet-uuid"]].append(Article(input=path.name, text=text))
    for articles in by_event.values():
        distinct = list({article.id: article for article in articles}.values())
        yield distinct, [q for article in distinct for q in _quotations(article)]


def _quotations(article: Article) -> Iterator[_Quotation]:
    for match in _QUOTED.finditer(article.text):
        span = Span(*match.span())
        statement = Statement(
            article=article.id,
            mode=Mode.DIRECT,
            content=(span,),
            evidence=Evidence(score=1.0, reason="in_marks"),
        )
        inner = Span(span.start + 1, span.end - 1)
        words = tuple(fold(t.text) for t in tokenize(article.text, inner) if t.kind is not TokenKind.MARK)
        yield _Quotation(statement, words, len(inner))


def _met(utterances: Sequence[Utterance]) -> Mapping[str, set[str]]:
    met: dict[str, set[str]] = defaultdict(set)
    for utterance in utterances:
        for statement in utterance.statements:
            met[statement].update(utterance.statements)
    return met


def _elsewhere(one: _Quotation, other: _Quotation) -> bool:
    return one.length >= _LONG and one.statement.article != other.statement.article


def _recurs(one: _Quotation, other: _Quotation) -> bool:
    return _elsewhere(one, other) and f" {' '.join(one.words)} " in f" {' '.join(other.words)} "


def _shares_a_run(one: _Quotation, other: _Quotation) -> bool:
    if not _elsewhere(one, other):
        return False
    grams = {one.words[at : at + _RUN] for at in range(len(one.words) - _RUN + 1)}
    return any(other.words[at : at + _RUN] in grams for at in range(len(other.words) - _RUN + 1))


_EXPECTED = {"verbatim": _recurs, "six_words": _shares_a_run}
"""The kinds of recurrence, computed from the words without any alignment."""
