"""What every exporter keeps to; a new one is under test as soon as it is in the table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders.bridge_story import bridge_story
from tests.builders.dossiers import alone_in

from rashomon.exports import EXPORTERS
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Dossier,
    Evidence,
    Mention,
    Mode,
    Occasion,
    Publisher,
    Relay,
    Source,
    SourceKind,
    Span,
    Statement,
)
from rashomon.ports import Exporter
from rashomon.transmission import transmit

STORY = bridge_story()
STORY = replace(STORY, transmission=transmit(STORY.articles, STORY.statements))
GRAPHS = ("graphml", "dot", "prov")
"""What tells through whom words came; the words themselves are for the others to show."""
HOSTILE = (
    "“<script>alert('x')</script> </script></style> {{ 7*7 }} {% raw %} <img src=x onerror=y>” "
    "\x00\x1b[31m [bold]a[/bold] [/] [link=x]\r\n"
    "“שלום עולם, he said” \u202e 😀 e\u0301 &amp; \ud800 ” ‘ « \u2028 ]]> <!-- \t\x7f\ufffe"
)


def hostile() -> Dossier:
    """A report whose every field holds what could break a page, a terminal or a file."""
    article = Article(
        input=HOSTILE,
        text=HOSTILE,
        headline=HOSTILE,
        byline=(HOSTILE,),
        published=HOSTILE,
        language='"><b>',
        warnings=(HOSTILE,),
        publisher=Publisher(name=HOSTILE, domain=HOSTILE),
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, 20)),),
    )
    evidence = Evidence(score=1.0, reason=HOSTILE)
    people = (
        Source(kind=SourceKind.PERSON, name=HOSTILE),
        Source(kind=SourceKind.UNNAMED, descriptor="\\" + HOSTILE * 60, scope=article.id),
        Source(kind=SourceKind.DOCUMENT, name='\\"'),
    )
    statements = tuple(
        Statement(
            article=article.id,
            mode=Mode.DIRECT,
            content=(span,),
            cue=(Span(91, 101),),
            source=Mention(source=source, span=Span(0, 5), evidence=evidence),
            occasion=Occasion(kind="press", span=Span(4, 60)),
            chain=(Relay(name=f"A{HOSTILE}{number}\\", manner="told", span=Span(2, 150), stated=False),),
            evidence=evidence,
        )
        for number, (span, source) in enumerate(
            zip((Span(0, 90), Span(40, 120), Span(3, 10)), people, strict=True)
        )
    )
    return Dossier(
        articles=(article,),
        statements=statements,
        sources=people,
        utterances=tuple(alone_in(article, statement) for statement in statements),
        transmission=transmit((article,), statements),
        engine=replace(STORY.engine, version=HOSTILE, model=HOSTILE, rooms=(HOSTILE,)),
    )


@pytest.fixture(params=sorted(EXPORTERS))
def exporter(request: pytest.FixtureRequest) -> Exporter:
    return EXPORTERS[request.param]


def test_it_fulfils_the_protocol(exporter: Exporter) -> None:
    assert isinstance(exporter, Exporter)
    assert EXPORTERS[exporter.format] is exporter


def test_its_endings_are_its_own(exporter: Exporter) -> None:
    assert exporter.suffixes
    for suffix in exporter.suffixes:
        assert suffix == suffix.lower()
        assert suffix.startswith(".")
        assert [e.format for e in EXPORTERS.values() if suffix in e.suffixes] == [exporter.format]


def test_it_gives_the_same_bytes_twice(exporter: Exporter) -> None:
    assert exporter.export(bridge_story()) == exporter.export(bridge_story())


@pytest.mark.parametrize("dossier", [STORY, hostile()], ids=["story", "hostile"])
def test_it_is_a_text_in_utf8_that_ends_its_last_line(exporter: Exporter, dossier: Dossier) -> None:
    text = exporter.export(dossier).decode("utf-8")
    assert text.endswith("\n")
    assert "\x00" not in text
    assert "\x1b" not in text


def test_it_can_tell_of_nothing(exporter: Exporter) -> None:
    nothing = Dossier(articles=(), statements=(), sources=(), utterances=(), engine=STORY.engine)
    assert exporter.export(nothing)


def test_it_names_every_source_and_every_report(exporter: Exporter) -> None:
    text = exporter.export(STORY).decode()
    for source in STORY.sources:
        assert (source.name or source.descriptor or "")[:20] in text
    for article in STORY.articles:
        assert article.input in text


@pytest.mark.parametrize("name", sorted(set(EXPORTERS) - set(GRAPHS)))
def test_it_shows_the_words_of_every_shared_utterance(name: str) -> None:
    exporter = EXPORTERS[name]
    text = exporter.export(STORY).decode()
    for variant in (v for u in STORY.utterances for v in u.apparatus.variants):
        for reading in variant.readings:
            assert reading.text[:12] in text
