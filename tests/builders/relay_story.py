"""An invented story in three reports with chains, figures and a circle: for the exporters of the graph."""

from __future__ import annotations

from tests.builders.dossiers import alone_in
from tests.builders.ways import SURE, Hop, Page, together

from rashomon.model import (
    Appearance,
    Dossier,
    Engine,
    Figure,
    Link,
    Located,
    Policy,
    Ruling,
    Source,
    SourceKind,
    Statement,
)
from rashomon.transmission import transmit

__all__ = ["relay_story"]

HOLT = Source(kind=SourceKind.PERSON, name="Ada Holt", identity="fg-holt")
ADA = Source(kind=SourceKind.PERSON, name="Ada M. Holt", identity="fg-holt")
BOARD = Source(kind=SourceKind.ORGANISATION, name="Harbour Board")


def relay_story() -> Dossier:
    """A minister on a programme, a source of one outlet, a filing, and two reports that cite each other."""
    articles, statements = together(*_pages())
    named = [s for s in statements if s.source and s.source.source.identity]
    return Dossier(
        articles=articles,
        statements=statements,
        sources=tuple({s.source.source.id: s.source.source for s in statements if s.source}.values()),
        utterances=tuple(alone_in(a, s) for a in articles for s in statements if s.article == a.id),
        engine=Engine(version="0.0", model=None, policy=Policy(), rooms=("attribution", "transmission")),
        figures=(_figure(named),),
        links=(_link(named),),
        rulings=(Ruling(first="Ada Holt", second="Ada M. Holt", same=True, inputs=("quay.txt", None)),),
        transmission=transmit(articles, statements),
    )


def _pages() -> tuple[Page, ...]:
    quay, post, wire = Page("The Quay", "quay.txt"), Page("Sella Post", "post.html"), Page(None, "wire.txt")
    outer = quay.tell(
        HOLT,
        Hop("Tom Rask"),
        Hop("Merid TV show “Low Tide”", "show"),
        cue="told of it",
        content="that the ferry would stop",
    )
    quay.tell(
        Source(kind=SourceKind.UNNAMED, descriptor="they", scope="quay"),
        Hop("Ada Holt", "quoted_by"),
        content="no money",
        inside=outer,
    )
    quay.tell(HOLT, Hop("Tom Rask", inferred=True), Hop("“Low Tide”", "show", inferred=True), cue="")
    quay.tell(
        Source(kind=SourceKind.UNNAMED, descriptor="a harbour official", scope="quay"),
        Hop("the Merid news site", "confirmed_to"),
        cue="confirmed",
        content="that the boat leaks",
    )
    quay.tell(None, Hop("Sella Post", "according_to"), cue="according", content="the boat was sold")
    post.tell(ADA, Hop("The Quay", "reported_by"), content="that the ferry would stop")
    post.tell(
        Source(kind=SourceKind.DOCUMENT, descriptor="court filings", scope="post"),
        Hop("Merid", "seen_by"),
        cue="show",
        content="debts of the board",
    )
    wire.tell(BOARD, cue="denied", content="that anything was sold", occasion=True)
    wire.tell(None, cue="", content="nobody is pleased")
    return quay, post, wire


def _figure(named: list[Statement]) -> Figure:
    first, last = named[0], named[-1]
    return Figure(
        id="fg-holt",
        kind=SourceKind.PERSON,
        name="Ada M. Holt",
        appearances=tuple(
            Appearance(
                article=one.article,
                kind=SourceKind.PERSON,
                name=one.source.source.name or "",
                spans=tuple(
                    s.source.span
                    for s in named
                    if s.article == one.article and s.source is not None and s.source.span is not None
                ),
                roles=("minister",),
                gender="she",
            )
            for one in (first, last)
            if one.source is not None
        ),
    )


def _link(named: list[Statement]) -> Link:
    sides = [(s.article, s.source.source.name or "", s.source.span) for s in named if s.source]
    (a, one, here), (b, other, there) = sides[0], sides[-1]
    assert here is not None
    assert there is not None
    return Link(
        same=True,
        sides=((a, one), (b, other)),
        evidence=SURE,
        places=(Located(a, here), Located(b, there)),
    )
