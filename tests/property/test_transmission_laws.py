"""Laws of the graph of transmission."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders.bridge_story import bridge_story
from tests.builders.strategies import dossiers
from tests.builders.ways import Hop, Page, together

from rashomon.exports import exporter_for, verify
from rashomon.model import Dossier, NodeKind, Source, SourceKind, Transmission
from rashomon.transmission import transmit

slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NAMES = ("Sella Post", "the Sella Post", "Merid", "Merid news site", "Ada Holt", "Holt", "MTV", "his lawyer")
names = st.sampled_from(NAMES)
sources = st.none() | st.builds(
    Source,
    kind=st.sampled_from((SourceKind.PERSON, SourceKind.ORGANISATION)),
    name=st.sampled_from(("Ada Holt", "Sella Post", "Tom Rask")),
)
hops = st.builds(Hop, name=names, manner=st.sampled_from(("told", "quoted_by")), inferred=st.booleans())


@st.composite
def stories(draw: st.DrawFn) -> list[Page]:
    pages = []
    for number in range(draw(st.integers(1, 4))):
        page = Page(draw(st.none() | st.sampled_from(("Sella Post", "Merid", "Ostmark Daily"))), f"{number}")
        for _ in range(draw(st.integers(0, 4))):
            page.tell(
                draw(sources), *draw(st.lists(hops, max_size=3)), cue=draw(st.sampled_from(("", "said")))
            )
        pages.append(page)
    return pages


def laid(story: list[Page]) -> Transmission:
    return transmit(*together(*story))


@slow
@given(stories())
def test_every_step_leads_to_the_right_unless_it_is_circular(story: list[Page]) -> None:
    found = laid(story)
    layer = {node.id: node.layer for node in found.nodes}
    assert len(layer) == len(found.nodes)
    for step in found.steps:
        assert step.tail != step.head
        assert layer[step.tail] <= layer[step.head]
        assert step.circular == (layer[step.tail] == layer[step.head])
    starts = {node.id for node in found.nodes} - {step.head for step in found.steps}
    assert all(layer[id_] == 0 for id_ in starts if not _is_report(found, id_))


@slow
@given(stories())
def test_nodes_stand_by_column_and_steps_by_the_nodes_they_leave(story: list[Page]) -> None:
    found = laid(story)
    assert [node.layer for node in found.nodes] == sorted(node.layer for node in found.nodes)
    order = {node.id: i for i, node in enumerate(found.nodes)}
    ends = [(order[step.tail], order[step.head]) for step in found.steps]
    assert ends == sorted(set(ends))


@slow
@given(stories())
def test_each_report_is_one_node_and_what_nothing_leaves_is_a_report(story: list[Page]) -> None:
    articles, statements = together(*story)
    found = transmit(articles, statements)
    reports = [node.key for node in found.nodes if node.kind is NodeKind.REPORT]
    assert sorted(reports) == sorted(article.id for article in articles)
    ends = {node.id for node in found.nodes} - {step.tail for step in found.steps}
    assert all(_is_report(found, id_) for id_ in ends)


@slow
@given(stories())
def test_every_statement_leads_without_a_gap_into_its_report(story: list[Page]) -> None:
    articles, statements = together(*story)
    found = transmit(articles, statements)
    report = {node.key: node.id for node in found.nodes if node.kind is NodeKind.REPORT}
    for one in statements:
        steps = [step for step in found.steps if one.id in step.statements]
        reached, todo = set(), [report[one.article]]
        while todo:
            head = todo.pop()
            if head not in reached:
                reached.add(head)
                todo.extend(step.tail for step in steps if step.head == head)
        assert steps
        assert {end for step in steps for end in (step.tail, step.head)} == reached


@slow
@given(stories())
def test_the_words_of_a_step_stand_in_the_reports_of_its_statements(story: list[Page]) -> None:
    articles, statements = together(*story)
    texts = {article.id: article.text for article in articles}
    order = {one.id: i for i, one in enumerate(statements)}
    of = {one.id: one for one in statements}
    for step in transmit(articles, statements).steps:
        numbers = [order[id_] for id_ in step.statements]
        assert numbers == sorted(set(numbers))
        assert {at.article for at in step.places} <= {of[id_].article for id_ in step.statements}
        assert all(at.span.of(texts[at.article]) for at in step.places)
        assert step.places or not step.stated


@slow
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_nothing_but_the_order(
    story: list[Page], random: st.DataObject
) -> None:
    one = laid(story)
    turned = laid(story[::-1])
    assert {(n.id, n.layer) for n in one.nodes} == {(n.id, n.layer) for n in turned.nodes}
    assert {(s.id, s.manners, s.stated, s.circular, frozenset(s.places)) for s in one.steps} == {
        (s.id, s.manners, s.stated, s.circular, frozenset(s.places)) for s in turned.steps
    }


@slow
@given(dossiers())
def test_any_statements_make_a_graph_that_holds(dossier: Dossier) -> None:
    made = replace(
        bridge_story(),
        articles=dossier.articles,
        statements=dossier.statements,
        sources=(),
        utterances=(),
        transmission=transmit(dossier.articles, dossier.statements),
    )
    found = verify(json.loads(exporter_for("json").export(made)))
    assert [d for d in found if d.where.startswith("transmission")] == []


def _is_report(found: Transmission, id_: str) -> bool:
    return any(node.id == id_ and node.kind is NodeKind.REPORT for node in found.nodes)
