"""An invented story in three reports: what the exporters are tried on."""

from __future__ import annotations

from pathlib import Path

from tests.builders.dossiers import Report, alone_in, blocks_of, statement, utterance

from rashomon.model import (
    Article,
    BlockKind,
    Dossier,
    Engine,
    Mode,
    Policy,
    Provenance,
    Publisher,
    RepairKind,
    Severity,
    Source,
    SourceKind,
    Statement,
    Utterance,
    VariantKind,
)

_TEXTS = Path(__file__).parent / "bridge"
COURIER = (_TEXTS / "courier.txt").read_text("utf-8")
POST = (_TEXTS / "post.txt").read_text("utf-8")
WIRE = (_TEXTS / "wire.txt").read_text("utf-8")

MARKWART = Source(kind=SourceKind.PERSON, name="Ilse Markwart")
OFFICE = Source(kind=SourceKind.ORGANISATION, name="port authority")


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
