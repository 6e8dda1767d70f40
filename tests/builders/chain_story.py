"""An invented story in two reports, laid out by hand: chains, unnamed sources, one name in two spellings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tests.builders.dossiers import Report, alone_in, blocks_of, said

from rashomon.model import (
    Appearance,
    Article,
    BlockKind,
    Candidate,
    Dossier,
    Engine,
    Figure,
    Flag,
    Link,
    Located,
    Mention,
    Mode,
    Node,
    NodeKind,
    Occasion,
    Policy,
    Publisher,
    Relay,
    Source,
    SourceKind,
    Span,
    Statement,
    Step,
    Transmission,
    UnnamedSource,
)

ECHO = """Skerrow dam: gate left open, sources say
A guard who was on duty told the Brint Mercury that nobody had called him, asking not to be named \
because he fears for his post.
Mayor Odo Karsel said in an interview on Lantern FM’s “Morning Tide” that the city would pay.
“We were not asked,” he added. Farmers heard the gate, the fire brigade saw the road under water, \
the river board measured two metres, the mill lost its wheel, each said.
"""
MERCURY = """Mayor Carsel promises money
A keeper of the gate said that nobody had called him.
Jana Karsel, the engineer, wrote that the report of March named the gate.
"""
SOURCES = Source(kind=SourceKind.UNNAMED, descriptor="sources")
MAYOR = Source(kind=SourceKind.PERSON, name="Odo Karsel")
JANA = Source(kind=SourceKind.PERSON, name="Jana Karsel")
CROWD = {
    "Farmers": "heard the gate",
    "the fire brigade": "saw the road under water",
    "the river board": "measured two metres",
    "the mill": "lost its wheel",
}


def chain_story() -> Dossier:
    """The dossier of both reports."""
    echo, mercury = _echo(), _mercury()
    statements = (*_echo_statements(echo), *_mercury_statements(mercury))
    by_id = {echo.article.id: echo, mercury.article.id: mercury}
    return Dossier(
        articles=(echo.article, mercury.article),
        statements=statements,
        sources=tuple({s.source.source.id: s.source.source for s in statements if s.source}.values()),
        utterances=tuple(alone_in(by_id[s.article].article, s) for s in statements),
        engine=Engine(version="0.0", model=None, policy=Policy(), rooms=("attribution", "transmission")),
        unnamed=_unnamed(echo, mercury, statements),
        figures=_figures(echo, mercury),
        links=_links(echo, mercury),
        transmission=_graph(echo, mercury, statements),
    )


def _echo() -> Report:
    kinds = [BlockKind.HEADLINE, *[BlockKind.PARAGRAPH] * 3]
    headline = ECHO.splitlines()[0]
    return Report(Article(input="dam/echo.txt", text=ECHO, blocks=blocks_of(ECHO, kinds), headline=headline))


def _mercury() -> Report:
    kinds = [BlockKind.HEADLINE, *[BlockKind.PARAGRAPH] * 2]
    return Report(
        Article(
            input="dam/mercury.txt",
            text=MERCURY,
            blocks=blocks_of(MERCURY, kinds),
            headline=MERCURY.splitlines()[0],
            publisher=Publisher(name="Brint Mercury"),
        )
    )


def _said(
    report: Report,
    content: str,
    source: Source,
    named: str | None,
    cue: str,
    *,
    chain: Sequence[tuple[str, str, str, bool]] = (),
    occasion: tuple[str, str] | None = None,
) -> Statement:
    """A statement; words are looked for from the start of the report, so that order does not matter."""
    look = Report(report.article)
    where = look.find(content)
    look.at = 0
    span = look.find(named) if named else None
    look.at = 0
    said_with = look.find(cue)
    look.at = 0
    hops = []
    for name, manner, words, stated in chain:
        hops.append(Relay(name=name, manner=manner, span=look.find(words), stated=stated))
    look.at = 0
    return Statement(
        article=report.article.id,
        mode=Mode.DIRECT if content.startswith("“") else Mode.INDIRECT,
        content=(where,),
        cue=(said_with,),
        source=Mention(source=source, span=span, evidence=said("named_in_cue")),
        occasion=Occasion(kind=occasion[0], span=look.find(occasion[1])) if occasion else None,
        chain=tuple(hops),
        evidence=said("cued_clause"),
    )


def _echo_statements(r: Report) -> tuple[Statement, ...]:
    scope = r.article.id
    guard = Source(kind=SourceKind.UNNAMED, descriptor="A guard", scope=scope)
    he = Source(kind=SourceKind.UNNAMED, descriptor="he", scope=scope)
    show = ("Lantern FM’s “Morning Tide”", "show", "Lantern FM’s “Morning Tide”", True)
    quoted = _said(r, "“We were not asked,”", he, "he added", "added")
    assert quoted.source is not None
    rivals = (("Odo Karsel", 0.5), ("Jana Karsel", 0.4))
    candidates = tuple(Candidate(name=name, score=score, span=Span(0, 7)) for name, score in rivals)
    return (
        _said(r, "gate left open", replace(SOURCES, scope=scope), "sources", "say"),
        _said(
            r,
            "that nobody had called him",
            guard,
            "A guard",
            "told",
            chain=[("the Brint Mercury", "told", "the Brint Mercury", True)],
        ),
        _said(
            r,
            "that the city would pay",
            MAYOR,
            "Mayor Odo Karsel",
            "said in",
            chain=[("Lantern FM", "interview", "Lantern FM", False), show],
            occasion=("interview", "an interview"),
        ),
        replace(quoted, source=replace(quoted.source, candidates=candidates)),
        *(
            _said(r, words, Source(kind=SourceKind.ORGANISATION, name=name), name, "each said")
            for name, words in CROWD.items()
        ),
    )


def _mercury_statements(r: Report) -> tuple[Statement, ...]:
    keeper = Source(kind=SourceKind.UNNAMED, descriptor="A keeper of the gate", scope=r.article.id)
    return (
        _said(r, "promises money", MAYOR, "Mayor Carsel", "promises"),
        _said(r, "that nobody had called him", keeper, "A keeper of the gate", "said"),
        _said(r, "that the report of March named the gate", JANA, "Jana Karsel", "wrote"),
    )


def _unnamed(echo: Report, mercury: Report, statements: Sequence[Statement]) -> tuple[UnnamedSource, ...]:
    by_words = {s.source.source.descriptor: s for s in statements if s.source}
    look = Report(echo.article)
    reason = look.find("because he fears for his post")
    told = {
        "sources": (None, None, (Flag.PLURAL_FOR_ONE,)),
        "A guard": (1, reason, (Flag.DESCRIPTOR_DIFFERS,)),
        "A keeper of the gate": (1, None, (Flag.NO_REASON_STATED, Flag.DESCRIPTOR_DIFFERS)),
    }
    out = []
    for descriptor, (count, why, flags) in told.items():
        statement = by_words[descriptor]
        report = echo if statement.article == echo.article.id else mercury
        out.append(
            UnnamedSource(
                article=statement.article,
                statements=(statement.id,),
                descriptor=descriptor,
                span=Report(report.article).find(descriptor),
                stated_count=count,
                reason=why,
                flags=flags,
            )
        )
    return tuple(out)


# --- who is who


def _figures(echo: Report, mercury: Report) -> tuple[Figure, ...]:
    return (
        _figure(MAYOR, [(echo, "Odo Karsel", ("mayor",)), (mercury, "Carsel", ("mayor",))]),
        _figure(JANA, [(mercury, "Jana Karsel", ("engineer",))]),
    )


def _figure(source: Source, named: Sequence[tuple[Report, str, tuple[str, ...]]]) -> Figure:
    assert source.name is not None
    return Figure(
        id=source.id,
        kind=source.kind,
        name=source.name,
        appearances=tuple(
            Appearance(
                article=report.article.id,
                kind=source.kind,
                name=name,
                spans=(Report(report.article).find(name),),
                roles=roles,
            )
            for report, name, roles in named
        ),
    )


def _links(echo: Report, mercury: Report) -> tuple[Link, ...]:
    mayor, other = (echo.article.id, "Odo Karsel"), (mercury.article.id, "Carsel")
    engineer = mercury.article.id, "Jana Karsel"
    places = tuple(
        Located(report.article.id, Report(report.article).find(words))
        for report, words in ((echo, "Mayor Odo Karsel"), (mercury, "Mayor Carsel"))
    )
    return (
        Link(same=True, sides=(mayor, other), evidence=said("spelt_otherwise"), places=places),
        Link(same=False, sides=(mayor, engineer), evidence=said("given_names_differ")),
    )


# --- the graph


def _graph(echo: Report, mercury: Report, statements: Sequence[Statement]) -> Transmission:
    reports = {
        echo.article.id: Node(kind=NodeKind.REPORT, key=echo.article.id, label="dam/echo.txt", layer=3),
        mercury.article.id: Node(
            kind=NodeKind.REPORT, key=mercury.article.id, label="Brint Mercury", layer=2
        ),
    }
    nodes: dict[str, Node] = {}
    steps: dict[tuple[str, str], Step] = {}
    for statement in statements:
        assert statement.source is not None
        at = _speaker(statement.source.source)
        stops = [
            _stop(hop, layer, reports[mercury.article.id]) for layer, hop in enumerate(statement.chain, 1)
        ]
        way = [at, *stops, reports[statement.article]]
        hops = [*statement.chain, None]
        for (tail, head), hop in zip(pairwise(way), hops, strict=True):
            nodes |= {tail.id: tail, head.id: head}
            _join(steps, tail, head, hop, statement)
    ordered = sorted(nodes.values(), key=lambda node: node.layer)
    return Transmission(nodes=tuple(ordered), steps=tuple(steps.values()))


def _speaker(source: Source) -> Node:
    kind = NodeKind.UNNAMED if source.kind is SourceKind.UNNAMED else NodeKind.NAMED
    label = None if source.descriptor == "he" else source.name or source.descriptor
    return Node(kind=kind, key=source.id, label=label)


def _stop(hop: Relay, layer: int, mercury: Node) -> Node:
    if hop.name == "the Brint Mercury":
        return mercury
    return Node(kind=NodeKind.CARRIER, key=hop.name.casefold(), label=hop.name, layer=layer)


def _join(
    steps: dict[tuple[str, str], Step], tail: Node, head: Node, hop: Relay | None, statement: Statement
) -> None:
    place = Located(statement.article, hop.span if hop else statement.cue[0])
    new = Step(
        tail=tail.id,
        head=head.id,
        manners=(hop.manner,) if hop else (),
        stated=hop.stated if hop else True,
        statements=(statement.id,),
        places=(place,),
    )
    old = steps.get((tail.id, head.id))
    steps[tail.id, head.id] = (
        replace(old, statements=old.statements + new.statements, places=old.places + new.places)
        if old
        else new
    )


# --- harder ones


def crowded_story(speakers: int) -> Dossier:
    """Many speakers, each through one of twenty carriers into one of two reports: nobody can be folded."""
    told = [f"Speaker {n} told of gate {n}.\n" for n in range(speakers)]
    kinds = [BlockKind.PARAGRAPH] * speakers
    pages = [Article(input=f"{name}.txt", text=f"{name}\n" + "".join(told)) for name in ("echo", "mercury")]
    ends = [Node(kind=NodeKind.REPORT, key=a.id, label=a.input, layer=2) for a in pages]
    carriers = [Node(kind=NodeKind.CARRIER, key=f"c{n}", label=f"Carrier {n}", layer=1) for n in range(20)]
    steps: dict[tuple[str, str], Step] = {}
    people: list[Node] = []
    statements: list[Statement] = []
    for number in range(speakers):
        page = number * 3 % 5 % 2
        source = Source(
            kind=SourceKind.UNNAMED if number % 7 == 0 else SourceKind.PERSON, name=f"Speaker {number}"
        )
        spans = _crowded_spans(pages[page].text, number, told)
        statement = Statement(
            article=pages[page].id,
            mode=Mode.INDIRECT,
            content=(spans[1],),
            cue=(spans[0],),
            source=Mention(source=source, span=None, evidence=said("named_in_cue")),
            evidence=said("cued_clause"),
        )
        hop = Relay(name="", manner="told", span=spans[0], stated=number % 3 > 0)
        people.append(_speaker(source))
        statements.append(statement)
        _join(steps, people[-1], carriers[number % 20], hop, statement)
        _join(steps, carriers[number % 20], ends[page], None, statement)
    pages = [replace(page, blocks=blocks_of(page.text, [BlockKind.HEADLINE, *kinds])) for page in pages]
    return replace(
        chain_story(),
        articles=tuple(pages),
        statements=tuple(sorted(statements, key=lambda s: s.article != pages[0].id)),
        sources=(),
        utterances=(),
        unnamed=(),
        figures=(),
        links=(),
        transmission=Transmission(nodes=(*people, *carriers, *ends), steps=tuple(steps.values())),
    )


def _crowded_spans(text: str, number: int, told: Sequence[str]) -> tuple[Span, Span]:
    """Where speaker `number` “told of”, and of which gate."""
    line = text.index("\n") + 1 + sum(map(len, told[:number]))
    cue = text.index("told of", line)
    content = text.index("gate", cue)
    return Span(cue, cue + 7), Span(content, text.index(".", content))


HOSTILE = (
    "“<script>x</script> </svg></title> {{ 7*7 }} \x00\x1b[31m [bold]a[/bold]\n\u202e שלום 😀 \ud800 "
    + "W" * 200
)


def hostile_chains() -> Dossier:
    """The same story where every name, label and reason holds what could break a picture."""
    story = chain_story()
    graph = story.transmission
    nodes = tuple(replace(node, label=HOSTILE if node.label else None) for node in graph.nodes)
    steps = tuple(replace(step, manners=(HOSTILE, HOSTILE)) for step in graph.steps)
    return replace(
        story,
        statements=tuple(map(_hostile_statement, story.statements)),
        unnamed=tuple(replace(entry, descriptor=HOSTILE) for entry in story.unnamed),
        figures=tuple(replace(figure, name=HOSTILE) for figure in story.figures),
        links=tuple(replace(link, evidence=said(HOSTILE)) for link in story.links),
        transmission=Transmission(nodes=nodes, steps=steps),
    )


def _hostile_statement(statement: Statement) -> Statement:
    assert statement.source is not None
    candidates = tuple(replace(candidate, name=HOSTILE) for candidate in statement.source.candidates)
    return replace(
        statement,
        source=replace(statement.source, candidates=candidates),
        chain=tuple(replace(hop, name=HOSTILE, manner=HOSTILE) for hop in statement.chain),
        occasion=replace(statement.occasion, kind=HOSTILE) if statement.occasion else None,
    )
