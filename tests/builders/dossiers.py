"""Tools to lay a dossier out by hand.

The apparatus is written down column by column, word for word; offsets come
from looking the words up in order, so a typing mistake raises.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model import (
    Apparatus,
    Article,
    Block,
    BlockKind,
    Column,
    Evidence,
    Located,
    Mention,
    Mode,
    Reading,
    Repair,
    RepairKind,
    Severity,
    Source,
    Span,
    Statement,
    Utterance,
    Variant,
    VariantKind,
    Witness,
)


class Report:
    """An article and a way to find words in it, each time after the last place."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.at = 0

    def find(self, words: str) -> Span:
        start = self.article.text.index(words, self.at)
        self.at = start
        return Span(start, start + len(words))

    def spans(self, *pieces: str) -> tuple[Span, ...]:
        found = []
        for words in pieces:
            span = self.find(words)
            self.at = span.end
            found.append(span)
        return tuple(found)


def blocks_of(text: str, kinds: Sequence[BlockKind]) -> tuple[Block, ...]:
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    assert len(lines) == len(kinds), (len(lines), len(kinds))
    return tuple(
        Block(kind=kind, span=Span(*line), rule=f"made:{kind}")
        for line, kind in zip(lines, kinds, strict=True)
    )


def said(reason: str, score: float = 0.75, repairs: tuple[Repair, ...] = ()) -> Evidence:
    return Evidence(score=score, reason=reason, repairs=repairs)


def statement(
    report: Report,
    mode: Mode,
    content: Sequence[str],
    *,
    source: Source | None = None,
    named: str | None = None,
    cue: Sequence[str] = (),
    parent: str | None = None,
    repairs: Sequence[tuple[RepairKind, str]] = (),
) -> Statement:
    """The next statement of the report; words are looked for after the one before."""
    spans = report.spans(*content)
    around = Report(report.article)
    around.at = max(0, spans[0].start - 120)
    mention = None
    if source is not None:
        span = around.find(named) if named else None
        mention = Mention(source=source, span=span, evidence=said("named_in_cue" if named else "floating"))
    around.at = max(0, spans[0].start - 60)
    made = Statement(
        article=report.article.id,
        mode=mode,
        content=spans,
        cue=around.spans(*cue),
        source=mention,
        parent=parent,
        evidence=said(
            "quotation" if mode is Mode.DIRECT else "cued_clause",
            repairs=tuple(
                Repair(kind=kind, span=Report(report.article).find(mark)) for kind, mark in repairs
            ),
        ),
    )
    report.at = spans[0].start + 1 if parent is None else spans[-1].end
    return made


def utterance(
    source: Source | None,
    reports: Sequence[Report],
    witnesses: Sequence[tuple[Statement, str, str]],
    columns: Sequence[tuple[str, ...]],
    variants: Sequence[tuple[int | None, VariantKind, Severity]] = (),
) -> Utterance:
    """An utterance from its table.

    `witnesses`: statement, first words and last words of its part; `columns`:
    per place the words of each witness, as typed; `variants`: column, kind, severity.
    """
    by_article = {report.article.id: report.article.text for report in reports}
    places: list[list[Span | None]] = [[] for _ in columns]
    parts: list[Witness] = []
    for number, (one, first, last) in enumerate(witnesses):
        text, at = by_article[one.article], one.content[0].start
        start = text.index(first, at)
        end = text.index(last, start) + len(last)
        parts.append(Witness(statement=one.id, article=one.article, spans=(Span(start, end),)))
        at = start
        for column, row in enumerate(columns):
            words = row[number]
            if not words:
                places[column].append(None)
                continue
            begin = text.index(words, at)
            assert begin + len(words) <= end, words
            at = begin + len(words)
            places[column].append(Span(begin, at))
    made = tuple(Column(readings=_readings(parts, row, by_article)) for row in places)
    return Utterance(
        source=source,
        statements=tuple(sorted({one.id for one, _, _ in witnesses})),
        apparatus=Apparatus(
            base=max(parts, key=lambda w: (len(w.spans[0]), w.statement)).statement,
            witnesses=tuple(sorted(parts, key=lambda w: w.statement)),
            columns=made,
            variants=tuple(
                Variant(
                    kind=kind,
                    severity=severity,
                    readings=made[column or 0].readings,
                    evidence=said(f"made:{kind}"),
                    column=column,
                )
                for column, kind, severity in variants
            ),
        ),
        evidence=said("shared_words", 0.9),
    )


def _readings(
    parts: Sequence[Witness], row: Sequence[Span | None], texts: dict[str, str]
) -> tuple[Reading, ...]:
    grouped: dict[str, list[tuple[Witness, Span | None]]] = {}
    for witness, span in zip(parts, row, strict=True):
        words = span.of(texts[witness.article]) if span else ""
        grouped.setdefault(words.casefold(), []).append((witness, span))
    return tuple(
        Reading(
            witnesses=tuple(sorted(w.statement for w, _ in members)),
            text=members[0][1].of(texts[members[0][0].article]) if members[0][1] else "",
            spans=tuple(Located(w.article, span) for w, span in members if span),
        )
        for members in grouped.values()
    )


def alone_in(article: Article, one: Statement) -> Utterance:
    """The utterance of one statement that no other report has."""
    words = " ".join(span.of(article.text) for span in one.content)
    places = tuple(Located(one.article, span) for span in one.content)
    return Utterance(
        source=one.source.source if one.source else None,
        statements=(one.id,),
        apparatus=Apparatus(
            base=one.id,
            witnesses=(Witness(statement=one.id, article=one.article, spans=one.content),),
            columns=(Column(readings=(Reading(witnesses=(one.id,), text=words, spans=places),)),),
            variants=(),
        ),
        evidence=said("single_report", 1.0),
    )
