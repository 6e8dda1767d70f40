"""An invented story in three reports, laid out by hand: what the exporters are tried on.

The apparatus is written down column by column, word for word; offsets come
from looking the words up in order, so a typing mistake raises.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from rashomon.model import (
    Apparatus,
    Article,
    Block,
    BlockKind,
    Column,
    Dossier,
    Engine,
    Evidence,
    Located,
    Mention,
    Mode,
    Policy,
    Provenance,
    Publisher,
    Reading,
    Repair,
    RepairKind,
    Severity,
    Source,
    SourceKind,
    Span,
    Statement,
    Utterance,
    Variant,
    VariantKind,
    Witness,
)

_TEXTS = Path(__file__).parent / "bridge"
COURIER = (_TEXTS / "courier.txt").read_text("utf-8")
POST = (_TEXTS / "post.txt").read_text("utf-8")
WIRE = (_TEXTS / "wire.txt").read_text("utf-8")

MARKWART = Source(kind=SourceKind.PERSON, name="Ilse Markwart")
OFFICE = Source(kind=SourceKind.ORGANISATION, name="port authority")


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


def bridge_story() -> Dossier:
    """Three reports of one interview, four of their utterances in more than one report."""
    courier, post, wire = _courier(), _post(), _wire()
    reports = (courier, post, wire)
    a, b, c = _courier_statements(courier), _post_statements(post), _wire_statements(wire)
    shared = (
        _signed_for_it(reports, a, b, c),
        _roadblock(reports, a, b),
        _engineer(reports, a, b),
        _careless(reports, a, b),
    )
    used = {id_ for one in shared for id_ in one.statements}
    rest = [(s, r) for r, found in zip(reports, (a, b, c), strict=True) for s in found if s.parent is None]
    statements = (*a, *b, *c)
    return Dossier(
        articles=tuple(report.article for report in reports),
        statements=statements,
        sources=tuple({s.source.source.id: s.source.source for s in statements if s.source}.values()),
        utterances=shared + tuple(alone_in(r.article, s) for s, r in rest if s.id not in used),
        engine=Engine(version="0.0", model=None, policy=Policy(), rooms=("attribution", "collation")),
    )


def _courier() -> Report:
    kind = BlockKind
    kinds = [kind.KICKER, kind.HEADLINE, kind.DECK, kind.CAPTION, *[kind.PARAGRAPH] * 5]
    kinds += [kind.FURNITURE] * 3
    return Report(
        Article(
            input="reports/courier.txt",
            text=COURIER,
            blocks=blocks_of(COURIER, kinds),
            headline="Markwart: City ‘knew in March’ about cracks, said nothing for weeks",
            warnings=("1 quotation mark is of the wrong kind",),
        )
    )


def _post() -> Report:
    kind = BlockKind
    kinds = [kind.HEADLINE, kind.DECK, kind.BYLINE, *[kind.PARAGRAPH] * 5, kind.FURNITURE, kind.PARAGRAPH]
    return Report(
        Article(
            input="reports/post.html",
            text=POST,
            blocks=blocks_of(POST, kinds),
            headline="Markwart claims city backed out of closing Osterby bridge",
            publisher=Publisher(name="Tidewater Post", domain="post.example"),
            byline=("Aino Feld",),
            published="2031-05-04T18:20:00+02:00",
            provenance=(Provenance(field="byline", origin="text", raw="By Aino Feld, Tidewater Post"),),
        )
    )


def _wire() -> Report:
    kinds = [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.FURNITURE]
    return Report(
        Article(
            input="reports/wire.txt",
            text=WIRE,
            blocks=blocks_of(WIRE, kinds),
            publisher=Publisher(name="Sella Wire"),
            published="2031-05-05",
        )
    )


def _courier_statements(r: Report) -> tuple[Statement, ...]:
    official = Source(kind=SourceKind.UNNAMED, descriptor="An official at city hall", scope=r.article.id)
    media = Source(kind=SourceKind.UNNAMED, descriptor="Varnholm media", scope=r.article.id)
    head = statement(
        r, Mode.MIXED, ["City ‘knew in March’ about cracks"], source=MARKWART, named="Markwart", cue=[":"]
    )
    deck = statement(r, Mode.INDIRECT, ["engineers warned twice"], source=media)
    said_so = statement(
        r,
        Mode.INDIRECT,
        ["that the city had known about the cracks in the Osterby bridge since March"],
        source=MARKWART,
        named="Harbour Commissioner Ilse Markwart",
        cue=["said"],
    )
    part = statement(
        r,
        Mode.DIRECT,
        [COURIER[COURIER.index("“The city") : COURIER.index(" Markwart told")]],
        source=MARKWART,
    )
    closed = statement(
        r,
        Mode.DIRECT,
        [COURIER[COURIER.index("“When") : COURIER.index("\n\nAn official")]],
        source=MARKWART,
    )
    they = statement(r, Mode.DIRECT, ["‘We are not ready.’"], parent=closed.id)
    what = statement(r, Mode.DIRECT, ["‘Why?’"], source=MARKWART, parent=closed.id)
    read = statement(
        r,
        Mode.INDIRECT,
        ["that the deputy mayor had read the report in April"],
        source=official,
        named="An official at city hall",
        cue=["confirmed"],
    )
    feet = statement(
        r,
        Mode.DIRECT,
        [
            "“For a month the office had been preparing the closure,”",
            "”Then, at the last moment, the deputy mayor changed his mind.”",
        ],
        source=official,
        repairs=[(RepairKind.OPENED_BY_CLOSING_MARK, "”Then")],
    )
    return head, deck, said_so, part, closed, they, what, read, feet


def _post_statements(r: Report) -> tuple[Statement, ...]:
    office = Source(kind=SourceKind.ORGANISATION, name="the office of the deputy mayor")
    direct = Mode.DIRECT
    head = statement(
        r,
        Mode.INDIRECT,
        ["city backed out of closing Osterby bridge"],
        source=MARKWART,
        named="Markwart",
        cue=["claims"],
    )
    deck = statement(
        r, direct, ["‘The city signed for it. You know, Tomas held the pen for it.’"], source=MARKWART
    )
    closed = statement(
        r, direct, [POST[POST.index("“When") : POST.index("\n\nShe continued, “Then")]], source=MARKWART
    )
    engineer = statement(
        r, direct, [POST[POST.index("“Then I") : POST.index("\n\n“The city")]], source=MARKWART
    )
    part = statement(
        r,
        direct,
        [POST[POST.index("“The city") : POST.index("\n\nShe continued, “What")]],
        source=MARKWART,
    )
    careless = statement(
        r,
        direct,
        ["“What Tomas did was careless. Sent forty lorries an hour over that bridge.”"],
        source=MARKWART,
        named="She",
        cue=["continued"],
    )
    letter = statement(
        r,
        Mode.INDIRECT,
        ["that no letter had reached it"],
        source=office,
        named="the office of the deputy mayor",
        cue=["said"],
    )
    return head, deck, closed, engineer, part, careless, letter


def _wire_statements(r: Report) -> tuple[Statement, ...]:
    stays = statement(
        r,
        Mode.INDIRECT,
        ["The Osterby bridge stays closed until autumn"],
        source=OFFICE,
    )
    part = statement(r, Mode.MIXED, ["that “the city signed for it.”"], source=MARKWART, cue=["said"])
    return stays, part


_Found = tuple[Statement, ...]
_Reports = tuple[Report, ...]


def _signed_for_it(reports: _Reports, a: _Found, b: _Found, c: _Found) -> Utterance:
    return utterance(
        MARKWART,
        reports,
        [
            (a[3], "The city", "ready"),
            (b[1], "The city", "the pen for it."),
            (b[4], "The city", "everything."),
            (c[1], "the city", "signed for it."),
        ],
        [
            (
                "The city signed for it.",
                "The city signed for it.",
                "The city signed for it.",
                "the city signed for it.",
            ),
            ("", "You know,", "You know,", ""),
            ("Tomas", "Tomas", "Tomas", ""),
            ("[Deputy Mayor Tomas Reyl]", "", "", ""),
            ("held the pen for it.", "held the pen for it.", "held the pen for it.", ""),
            ("And we kept the closure ready", "", "And we kept the closure ready", ""),
            ("", "", ", everything.", ""),
        ],
        [
            (1, VariantKind.INSERTION, Severity.MINOR),
            (2, VariantKind.TRUNCATION, Severity.MINOR),
            (3, VariantKind.BRACKET, Severity.MINOR),
            (4, VariantKind.TRUNCATION, Severity.MINOR),
            (5, VariantKind.TRUNCATION, Severity.MINOR),
            (6, VariantKind.INSERTION, Severity.MINOR),
            (None, VariantKind.QUOTE_VS_PARAPHRASE, Severity.MAJOR),
        ],
    )


def _roadblock(reports: _Reports, a: _Found, b: _Found) -> Utterance:
    return utterance(
        MARKWART,
        reports,
        [(a[4], "When we", "‘Why?’"), (b[2], "When we", "‘Why?’")],
        [
            ("When we closed the bridge,", "When we closed the bridge,"),
            ("", "you know"),
            (
                "the city was meant to announce it beside us. Two hours before the",
                "the city was meant to announce it beside us. Two hours before the",
            ),
            ("roadblock,", "road-block"),
            ("they said", "they said"),
            (",", ""),
            ("‘We are not ready.’ I asked, ‘Why?’", "‘We are not ready.’ I asked, ‘Why?’"),
        ],
        [
            (1, VariantKind.INSERTION, Severity.MINOR),
            (3, VariantKind.ORTHOGRAPHY, Severity.TRIVIAL),
            (5, VariantKind.PUNCTUATION, Severity.TRIVIAL),
        ],
    )


def _engineer(reports: _Reports, a: _Found, b: _Found) -> Utterance:
    return utterance(
        MARKWART,
        reports,
        [(a[4], "Then I rang", "alone?’"), (b[3], "Then I rang", "alone?’")],
        [
            ("Then I rang a young engineer,", "Then I rang a young engineer,"),
            ("who was", "who’s"),
            ("calm, I said, ‘", "calm, I said, ‘"),
            ("Shall we", "so, do we"),
            ("close it alone?’", "close it alone?’"),
        ],
        [
            (1, VariantKind.TENSE, Severity.MINOR),
            (3, VariantKind.SUBSTITUTION, Severity.MINOR),
        ],
    )


def _careless(reports: _Reports, a: _Found, b: _Found) -> Utterance:
    return utterance(
        MARKWART,
        reports,
        [(a[3], "because", "bridge"), (b[5], "What Tomas", "bridge.")],
        [
            ("because", ""),
            ("what", "What"),
            ("he", ""),
            ("[Reyl]", ""),
            ("has done is", "Tomas did was"),
            ("careless.", "careless."),
            ("He sent", "Sent"),
            ("forty lorries an hour over that bridge", "forty lorries an hour over that bridge"),
        ],
        [
            (0, VariantKind.SPLICE, Severity.MINOR),
            (2, VariantKind.PRONOUN, Severity.MINOR),
            (3, VariantKind.BRACKET, Severity.MINOR),
            (4, VariantKind.TENSE, Severity.MINOR),
            (6, VariantKind.CLEANUP, Severity.TRIVIAL),
        ],
    )
