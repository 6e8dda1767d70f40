"""Ways through a graph by example: who is folded and who is not, who is shown as known."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from itertools import pairwise

from tests.builders.chain_story import chain_story
from tests.builders.relay_story import relay_story

from rashomon.exports import exporter_for
from rashomon.exports.people import known_figures
from rashomon.exports.routes import FOLD_FROM, Routes, routes_of
from rashomon.model import Figure, Node, NodeKind, SourceKind, Step, Transmission

REPORTS = [Node(kind=NodeKind.REPORT, key=key, label=key, layer=2) for key in ("a", "b")]


def _ways(*ways: tuple[Node, ...]) -> Routes:
    """Each way is taken by one statement."""
    steps: dict[tuple[str, str], list[str]] = {}
    for number, way in enumerate(ways):
        for tail, head in pairwise(way):
            steps.setdefault((tail.id, head.id), []).append(f"st{number}")
    nodes = tuple({node.id: node for way in ways for node in way}.values())
    made = (
        Step(tail=tail, head=head, manners=(), stated=True, statements=tuple(found))
        for (tail, head), found in steps.items()
    )
    return routes_of(Transmission(nodes=nodes, steps=tuple(made)))


def _speakers(number: int) -> list[Node]:
    return [Node(kind=NodeKind.NAMED, key=f"s{n}", label=f"S{n}") for n in range(number)]


def test_from_three_on_speakers_are_folded() -> None:
    few, enough = _speakers(FOLD_FROM - 1), _speakers(FOLD_FROM)
    assert _ways(*((one, REPORTS[0]) for one in few)).folds == ()
    (fold,) = _ways(*((one, REPORTS[0]) for one in enough)).folds
    assert fold.speakers == tuple(enough)
    assert fold.statements == FOLD_FROM


def test_who_is_quoted_by_two_reports_is_not_folded() -> None:
    (shared, *others) = _speakers(4)
    routes = _ways((shared, REPORTS[1]), *((one, REPORTS[0]) for one in (shared, *others)))
    assert shared.id not in routes.folded
    assert {one.id for one in others} == routes.folded


def test_who_has_no_name_within_one_speakers_words_is_folded() -> None:
    (speaker, named), report = _speakers(2), REPORTS[0]
    carrier = Node(kind=NodeKind.CARRIER, key="c", label="C", layer=1)
    within = [Node(kind=NodeKind.UNNAMED, key=f"u{n}", label="they" if n else None) for n in range(FOLD_FROM)]
    routes = _ways(
        *((one, speaker, carrier, report) for one in within),
        (named, speaker, carrier, report),
        *((replace(one, key=f"{one.key}c"), carrier, report) for one in within),
    )
    (fold,) = routes.folds
    assert fold.head == speaker
    assert not fold.direct
    assert {node.key for node in fold.speakers} == {one.key for one in within}


def test_a_report_that_is_quoted_by_another_stays_in_the_picture() -> None:
    people = _speakers(3)
    first, second = REPORTS
    routes = _ways((first, second), *((one, second) for one in people), *((one, first) for one in people[:1]))
    assert first.id not in routes.folded
    speaking = _ways(
        (people[0], people[1], second), (people[1], second), (people[2], second), (first, second)
    )
    assert speaking.folded == frozenset()


def test_a_step_is_stated_for_those_statements_that_state_it() -> None:
    (one, other), (report, _) = _speakers(2), REPORTS
    carrier = Node(kind=NodeKind.CARRIER, key="c", label="C", layer=1)
    tails = [
        Step(tail=s.id, head=carrier.id, manners=("told",), stated=True, statements=(f"st{n}",))
        for n, s in enumerate((one, other))
    ]
    last = Step(
        tail=carrier.id, head=report.id, manners=(), stated=True, statements=("st0", "st1"), inferred=("st1",)
    )
    graph = Transmission(nodes=(one, other, carrier, report), steps=(*tails, last))
    known = {route.speaker.key: route.hops[-1].stated for route in routes_of(graph).all}
    assert known == {"s0": True, "s1": False}


def test_who_is_named_in_two_reports_is_known_though_silent() -> None:
    story = chain_story()
    mayor = story.figures[0]
    silent = replace(mayor, id="src-0")
    once = Figure(id="src-1", kind=SourceKind.PERSON, name="x", appearances=mayor.appearances[:1])
    dossier = replace(story, figures=(once, silent), links=())
    assert [known.figure for known in known_figures(dossier)] == [silent]


def test_words_that_state_two_steps_stand_once_in_a_row() -> None:
    page = unescape(exporter_for("html").export(relay_story()).decode())
    row = next(part for part in page.split("<tr ") if ">Merid TV show “Low Tide”</a>" in part)
    assert row.count(">Merid TV show “Low Tide”</a>") == 1
