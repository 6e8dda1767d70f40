"""Laws of chains as they are shown: each statement one way, no line too wide, any graph survived."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from rashomon.exports.chainlines import ASCII, DRAWN, Signs, chain_lines
from rashomon.exports.html.drawing import drawing
from rashomon.exports.routes import FOLD_FROM, routes_of
from rashomon.model import Node, NodeKind, Step, Transmission

WORDS = st.text(st.sampled_from("ab 漢é‐“”<&\n\x00"), max_size=40)
SIGLA = {"r0": "A", "r1": "B"}


@st.composite
def graphs(draw: st.DrawFn) -> Transmission:
    """Any graph: with circles, with steps that statements share, with ends that are missing."""
    kinds = draw(st.lists(st.sampled_from(NodeKind), min_size=1, max_size=7))
    nodes = [
        Node(kind=kind, key=f"k{n}", label=draw(st.none() | WORDS), layer=draw(st.integers(0, 3)))
        for n, kind in enumerate(kinds)
    ]
    reports = [Node(kind=NodeKind.REPORT, key=key, label=draw(WORDS), layer=4) for key in SIGLA]
    ids = st.sampled_from([node.id for node in (*nodes, *reports)] + ["nd-gone"])
    steps = draw(
        st.lists(
            st.builds(
                Step,
                tail=ids,
                head=ids,
                manners=st.lists(WORDS, max_size=2).map(tuple),
                stated=st.booleans(),
                statements=st.lists(st.sampled_from(["s1", "s2", "s3"]), max_size=3, unique=True).map(tuple),
                circular=st.booleans(),
            ),
            max_size=10,
            unique_by=lambda step: step.id,
        )
    )
    return Transmission(nodes=(*nodes, *reports), steps=tuple(steps))


@st.composite
def plain(draw: st.DrawFn) -> tuple[Transmission, int]:
    """A graph as it is made: statements one behind the other, each along its own hops; how many."""
    speakers = [
        Node(kind=draw(st.sampled_from([NodeKind.NAMED, NodeKind.UNNAMED])), key=f"s{n}", label=f"S{n}")
        for n in range(draw(st.integers(1, 9)))
    ]
    carriers = [Node(kind=NodeKind.CARRIER, key=f"c{n}", label=f"C{n}", layer=1 + n) for n in range(2)]
    reports = [Node(kind=NodeKind.REPORT, key=key, label=key, layer=3) for key in SIGLA]
    ways = draw(
        st.lists(
            st.tuples(st.sampled_from(speakers), st.sets(st.sampled_from([0, 1])), st.sampled_from(reports)),
            min_size=1,
            max_size=12,
        )
    )
    steps: dict[tuple[str, str], list[str]] = {}
    for number, (speaker, between, report) in enumerate(ways):
        stops = [speaker, *(carriers[n] for n in sorted(between)), report]
        for tail, head in pairwise(stops):
            steps.setdefault((tail.id, head.id), []).append(f"st{number}")
    made = tuple(
        Step(tail=tail, head=head, manners=(), stated=True, statements=tuple(found))
        for (tail, head), found in steps.items()
    )
    return Transmission(nodes=(*speakers, *carriers, *reports), steps=made), len(ways)


@given(plain())
def test_every_statement_goes_one_way_from_its_speaker_to_its_report(pair: tuple[Transmission, int]) -> None:
    graph, count = pair
    routes = routes_of(graph).all
    assert sorted(s for route in routes for s in route.statements) == sorted(f"st{n}" for n in range(count))
    for route in routes:
        assert route.report.kind is NodeKind.REPORT
        assert route.speaker.kind in (NodeKind.NAMED, NodeKind.UNNAMED)
        at = route.speaker.id
        for hop in route.hops:
            assert hop.step.tail == at
            assert set(route.statements) <= set(hop.step.statements)
            at = hop.node.id


@given(plain())
def test_folds_hold_those_and_only_those_whom_one_report_quotes_itself(
    pair: tuple[Transmission, int],
) -> None:
    routes = routes_of(pair[0])
    ways = {
        speaker: [route for route in routes.all if route.speaker.id == speaker]
        for speaker in {route.speaker.id for route in routes.all}
    }
    for fold in routes.folds:
        assert len(fold.speakers) >= FOLD_FROM
        for node in fold.speakers:
            (way,) = ways[node.id]
            assert way.direct
            assert way.report == fold.head
            assert (node.kind is NodeKind.UNNAMED) == fold.unnamed
    lone = [found[0] for id_, found in ways.items() if len(found) == 1 and id_ not in routes.folded]
    for report in {route.report.id for route in lone}:
        left = [route for route in lone if route.direct and route.report.id == report]
        named = sum(route.speaker.kind is NodeKind.NAMED for route in left)
        assert named < FOLD_FROM
        assert len(left) - named < FOLD_FROM


@given(graphs(), st.integers(40, 120), st.sampled_from([DRAWN, ASCII]))
def test_no_line_is_wider_than_it_may_be(graph: Transmission, width: int, signs: Signs) -> None:
    groups = chain_lines(routes_of(graph), SIGLA, width=width, signs=signs, measure=cell_len)
    for line in (line for group in groups for line in group):
        assert sum(cell_len(words) for words, _ in line) <= width
        assert "\n" not in "".join(words for words, _ in line)


@given(plain())
def test_ascii_draws_with_ascii(pair: tuple[Transmission, int]) -> None:
    groups = chain_lines(routes_of(pair[0]), SIGLA, width=100, signs=ASCII, measure=len)
    assert "".join(words for group in groups for line in group for words, _ in line).isascii()


@given(graphs())
def test_any_graph_can_be_drawn(graph: Transmission) -> None:
    routes = routes_of(graph)
    picture = drawing(graph, routes, SIGLA, {step.id: f"#{step.id}" for step in graph.steps})
    assert "\x00" not in picture.picture
    known = {node.id for node in graph.nodes}
    shown = {s.id for s in graph.steps if {s.tail, s.head} <= known - routes.folded}
    assert len(shown) == sum(spot.href.removeprefix("#") in shown for spot in picture.spots)
