"""The graph's formats, read by the tools that they are made for."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from typing import Any

import networkx
import pydot
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.builders.relay_story import relay_story
from tests.builders.strategies import dossiers
from tests.builders.ways import Hop, Page, drawn, together
from tests.builders.work import calls
from tests.conformance.test_exporters import hostile

from rashomon.exports import exporter_for, exporter_for_path
from rashomon.exports.display import visible
from rashomon.model import Dossier, Engine, Node, NodeKind, Policy, Step, Transmission
from rashomon.transmission import transmit

# What the readers' own parts tell each other of.
pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.* deprecated - use:DeprecationWarning"),
]

STORY = relay_story()
DOSSIERS = pytest.mark.parametrize("dossier", [STORY, hostile()], ids=["story", "hostile"])

# The part of GraphML that is written, as its schema has it.
GRAMMAR = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://graphml.graphdrawing.org/xmlns"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="graphml">
    <attribute name="schemaLocation" ns="http://www.w3.org/2001/XMLSchema-instance"/>
    <zeroOrMore><element name="key">
      <attribute name="id"><data type="NMTOKEN"/></attribute>
      <attribute name="for"><choice><value>node</value><value>edge</value></choice></attribute>
      <attribute name="attr.name"><data type="NMTOKEN"/></attribute>
      <attribute name="attr.type">
        <choice><value>string</value><value>int</value><value>boolean</value></choice>
      </attribute>
    </element></zeroOrMore>
    <element name="graph">
      <attribute name="id"><data type="NMTOKEN"/></attribute>
      <attribute name="edgedefault"><value>directed</value></attribute>
      <zeroOrMore><choice>
        <element name="node">
          <attribute name="id"><data type="NMTOKEN"/></attribute>
          <zeroOrMore><ref name="data"/></zeroOrMore>
        </element>
        <element name="edge">
          <attribute name="id"><data type="NMTOKEN"/></attribute>
          <attribute name="source"><data type="NMTOKEN"/></attribute>
          <attribute name="target"><data type="NMTOKEN"/></attribute>
          <zeroOrMore><ref name="data"/></zeroOrMore>
        </element>
      </choice></zeroOrMore>
    </element>
  </element></start>
  <define name="data"><element name="data">
    <attribute name="key"><data type="NMTOKEN"/></attribute><text/>
  </element></define>
</grammar>
"""


def written(name: str, dossier: Dossier) -> str:
    return exporter_for(name).export(dossier).decode()


def of(articles: Any, statements: Any) -> Dossier:
    return Dossier(
        articles=articles,
        statements=statements,
        sources=(),
        utterances=(),
        engine=Engine(version="0", model=None, policy=Policy(), rooms=()),
        transmission=transmit(articles, statements),
    )


# -- GraphML ---------------------------------------------------------------------------------------


@DOSSIERS
def test_graphml_keeps_to_the_schema(dossier: Dossier) -> None:
    tree = etree.fromstring(written("graphml", dossier).encode())
    grammar = etree.RelaxNG(etree.fromstring(GRAMMAR))
    assert grammar.validate(tree), grammar.error_log
    declared = {key.get("id") for key in tree.iter("{*}key")}
    assert {data.get("key") for data in tree.iter("{*}data")} <= declared


@DOSSIERS
def test_networkx_reads_every_node_and_step_from_graphml(dossier: Dossier) -> None:
    graph, ways = networkx.parse_graphml(written("graphml", dossier)), dossier.transmission
    assert graph.is_directed()
    assert set(graph.nodes) == {node.id for node in ways.nodes}
    assert set(graph.edges) == {(step.tail, step.head) for step in ways.steps}
    for node in ways.nodes:
        data = graph.nodes[node.id]
        assert (data["kind"], data["layer"]) == (node.kind.value, node.layer)
        assert ("label" in data) == (node.label is not None)
    for step in ways.steps:
        data = graph.edges[step.tail, step.head]
        assert (data["stated"], data["circular"]) == (step.stated, step.circular)
        assert json.loads(data["manners"]) == list(step.manners)
        assert json.loads(data["statements"]) == list(step.statements)
        assert json.loads(data["inferred"]) == list(step.inferred)
        assert [tuple(at) for at in json.loads(data["places"])] == [(a, *s) for a, s in _places(step)]
        assert data["weight"] == len(step.statements)


def _places(step: Step) -> list[tuple[str, tuple[int, int]]]:
    return [(at.article, (at.span.start, at.span.end)) for at in step.places]


def test_graphml_holds_the_words_of_steps_and_the_labels_as_they_are() -> None:
    graph = networkx.parse_graphml(written("graphml", STORY))
    assert {graph.nodes[n].get("label") for n in graph} == {n.label for n in STORY.transmission.nodes}
    texts = {article.id: article.text for article in STORY.articles}
    for step in STORY.transmission.steps:
        words = [at.span.of(texts[at.article]) for at in step.places]
        assert json.loads(graph.edges[step.tail, step.head]["places_text"]) == words


# -- DOT -------------------------------------------------------------------------------------------


def parsed(dossier: Dossier) -> tuple[dict[str, pydot.Node], list[pydot.Edge], list[set[str]]]:
    graphs = pydot.graph_from_dot_data(written("dot", dossier))
    assert graphs is not None
    (graph,) = graphs
    assert graph.get_type() == "digraph"
    columns = [{bare(n.get_name()) for n in column.get_nodes()} for column in graph.get_subgraphs()]
    nodes = {bare(n.get_name()): n for column in graph.get_subgraphs() for n in column.get_nodes()}
    return nodes, graph.get_edges(), columns


def bare(quoted: object) -> str:
    """What Graphviz shows of a string."""
    assert isinstance(quoted, str)
    assert quoted[0] == quoted[-1] == '"'
    return unescape(quoted[1:-1].replace('\\"', '"').replace("\\\\", "\\"))


@DOSSIERS
def test_dot_has_every_node_in_its_column_and_every_step(dossier: Dossier) -> None:
    nodes, edges, columns = parsed(dossier)
    ways = dossier.transmission
    last = max(node.layer for node in ways.nodes)
    assert columns == [{n.id for n in ways.nodes if n.layer == layer} for layer in range(last + 1)]
    assert set(nodes) == {node.id for node in ways.nodes}
    ends = {(bare(edge.get_source()), bare(edge.get_destination())) for edge in edges}
    assert ends == {(step.tail, step.head) for step in ways.steps}


def test_dot_runs_from_left_to_right() -> None:
    graphs = pydot.graph_from_dot_data(written("dot", STORY))
    assert graphs is not None
    assert graphs[0].get_graph_defaults()[0]["rankdir"] == '"LR"'


def test_dot_draws_what_is_inferred_dashed_and_the_unnamed_in_a_shape_of_their_own() -> None:
    nodes, edges, _ = parsed(STORY)
    steps = {(step.tail, step.head): step for step in STORY.transmission.steps}
    styles = set()
    for edge in edges:
        step = steps[bare(edge.get_source()), bare(edge.get_destination())]
        assert bare(edge.get("style")) == ("solid" if step.stated else "dashed")
        assert bare(edge.get("label")) == ", ".join(manner.replace("_", " ") for manner in step.manners)
        styles.add(edge.get("style"))
    assert len(styles) == 2
    shapes = {kind: set[str]() for kind in NodeKind}
    for node in STORY.transmission.nodes:
        shapes[node.kind].add(bare(nodes[node.id].get("shape")))
    assert all(len(found) == 1 for found in shapes.values())
    assert not shapes[NodeKind.UNNAMED] & set().union(*(shapes[k] for k in NodeKind if k != NodeKind.UNNAMED))


def test_dot_says_where_nobody_is_named() -> None:
    nodes, _, _ = parsed(STORY)
    unknown = [node.id for node in STORY.transmission.nodes if node.label is None]
    assert len(unknown) == 2
    assert all(bare(nodes[id_].get("label")) == "not stated" for id_ in unknown)


@pytest.mark.parametrize("label", ['a "b', "a\\", "\\N \\G \\l", "&amp; &lt;", "<b>x</b>", '\\"', "a\\\\"])
def test_dot_shows_any_label_as_it_is(label: str) -> None:
    page = Page(input="page.txt")
    page.tell(label)
    nodes, _, _ = parsed(of(*together(page)))
    assert label in {bare(node.get("label")) for node in nodes.values()}


def test_dot_cuts_long_labels_and_keeps_them_in_the_tooltip() -> None:
    page = Page(input="page.txt")
    page.tell("Ada " + "Holt " * 200 + "Rask")
    text = written("dot", of(*together(page)))
    nodes, _, _ = parsed(of(*together(page)))
    assert max(len(bare(node.get("label"))) for node in nodes.values()) < 80
    assert "Rask" in text
    assert max(len(line) for line in text.splitlines()) < 16_000


# -- PROV ------------------------------------------------------------------------------------------

NAMES = {
    "prov": rdflib.Namespace("http://www.w3.org/ns/prov#"),
    "oa": rdflib.Namespace("http://www.w3.org/ns/oa#"),
    "dcterms": rdflib.Namespace("http://purl.org/dc/terms/"),
    "rashomon": rdflib.Namespace("urn:rashomon:"),
    "rdfs": rdflib.RDFS,
}


def read(dossier: Dossier) -> rdflib.Graph:
    return rdflib.Graph().parse(data=written("prov", dossier), format="json-ld")


def rows(graph: rdflib.Graph, query: str) -> list[tuple[Any, ...]]:
    found = graph.query(query, initNs=NAMES)
    return [tuple(value.toPython() if value is not None else None for value in row) for row in found]  # type: ignore[union-attr]


def chain(graph: rdflib.Graph, words: str) -> list[str]:
    """Who had these words, the speaker first."""
    found = rows(
        graph,
        f"""
        SELECT ?who (COUNT(DISTINCT ?before) AS ?place) WHERE {{
          ?said rashomon:content/oa:hasSelector/oa:exact "{words}" ; prov:wasDerivedFrom+ ?had .
          ?had prov:wasAttributedTo/rdfs:label ?who ; prov:wasDerivedFrom* ?before .
        }} GROUP BY ?had ?who ORDER BY ?place""",
    )
    return [who for who, _ in found]


def test_sparql_finds_the_chain_of_a_statement_in_prov() -> None:
    graph = read(STORY)
    assert chain(graph, "no money") == ["they", "Ada M. Holt"]
    assert chain(graph, "that the boat leaks") == ["a harbour official", "the Merid news site"]
    assert chain(graph, "words 2") == ["Ada M. Holt", "Tom Rask", "Merid TV show “Low Tide”"]
    assert chain(graph, "nobody is pleased") == []


def test_prov_tells_stated_from_inferred_for_each_statement() -> None:
    query = """
        SELECT DISTINCT ?stated WHERE {{
          ?said rashomon:content/oa:hasSelector/oa:exact "{}" ; prov:wasDerivedFrom* ?had .
          ?had prov:qualifiedDerivation ?how .
          ?how a prov:Derivation ; prov:entity ?before ; rashomon:stated ?stated .
          ?had prov:wasDerivedFrom ?before .
        }}"""
    graph = read(STORY)
    assert rows(graph, query.format("that the boat leaks")) == [(True,)]
    assert rows(graph, query.format("words 2")) == [(False,)]


def test_prov_tells_how_words_passed_and_by_which_words_that_is_told() -> None:
    found = rows(
        read(STORY),
        """
        SELECT ?who ?manner ?words ?start ?end WHERE {
          ?had prov:wasAttributedTo/rdfs:label ?who ; prov:qualifiedDerivation ?how .
          ?how rashomon:manner ?manner ; rashomon:words ?piece .
          ?piece oa:hasSource ?report ; oa:hasSelector ?quote, ?place .
          ?quote oa:exact ?words . ?place oa:start ?start ; oa:end ?end .
        }""",
    )
    assert ("the Merid news site", "confirmed_to", "the Merid news site") in {row[:3] for row in found}
    texts = [article.text for article in STORY.articles]
    for _, _, words, start, end in found:
        assert any(text[start:end] == words for text in texts)


def test_prov_tells_the_manner_of_this_statement_not_of_others_on_its_way() -> None:
    page = Page("Sella Post")
    page.tell("Ada Holt", Hop("Merid"), Hop("Ostmark Courier", "published_by"))
    page.tell("Ada Holt", Hop("Merid", "published_by"))
    dossier = of(*together(page))
    assert dossier.transmission.steps[0].manners == ("published_by", "told")
    query = """
        SELECT ?manner {{
          ?said rashomon:content/oa:hasSelector/oa:exact "{}" ; prov:wasDerivedFrom+ ?had .
          ?had prov:wasAttributedTo/rdfs:label "Merid" .
          ?had prov:qualifiedDerivation/rashomon:manner ?manner }}"""
    graph = read(dossier)
    assert rows(graph, query.format("words 0")) == [("told",)]
    assert rows(graph, query.format("words 1")) == [("published_by",)]


def test_prov_quotes_as_many_letters_as_it_counts_and_none_that_cannot_be_shown() -> None:
    document = json.loads(written("prov", hostile()))
    assert [text for text in _strings(document) if text != visible(text)] == []
    pairs = [
        piece["oa:hasSelector"] for item in document["@graph"] for piece in item.get("rashomon:content", ())
    ]
    assert len(pairs) == 3
    for place, quote in pairs:
        assert len(quote["oa:exact"]) == place["oa:end"] - place["oa:start"]


def _strings(value: Any) -> list[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] if isinstance(value, str) else [text for one in inner for text in _strings(one)]


def test_prov_keeps_reports_publishers_and_what_another_report_is_cited_for() -> None:
    graph = read(STORY)
    published = """
        SELECT ?input ?who {
          ?report rashomon:input ?input . OPTIONAL { ?report prov:wasAttributedTo/rdfs:label ?who } }"""
    assert set(rows(graph, published)) == {
        ("quay.txt", "The Quay"),
        ("post.html", "Sella Post"),
        ("wire.txt", None),
    }
    cited = """
        SELECT ?input ?other {
          ?said rashomon:content ?any ; dcterms:isPartOf/rashomon:input ?input ; prov:wasDerivedFrom ?had .
          ?had dcterms:isPartOf/rashomon:input ?other }"""
    assert set(rows(graph, cited)) == {("quay.txt", "post.html"), ("post.html", "quay.txt")}


def test_prov_has_an_activity_only_where_an_occasion_is_told() -> None:
    found = rows(
        read(STORY),
        """
        SELECT ?kind ?who { ?had prov:wasGeneratedBy ?act . ?act a prov:Activity ; rashomon:kind ?kind ;
          prov:wasAssociatedWith/rdfs:label ?who }""",
    )
    assert found == [("statement", "Harbour Board")]


def test_prov_quotes_only_what_is_quoted_directly() -> None:
    graph = read(hostile())
    assert len(rows(graph, "SELECT ?a { ?a prov:wasQuotedFrom ?b . ?a prov:wasDerivedFrom ?b }")) == 3
    assert rows(read(STORY), "SELECT ?a { ?a prov:wasQuotedFrom ?b }") == []


def test_prov_can_be_read_without_a_network() -> None:
    context = json.loads(written("prov", STORY))["@context"]
    assert isinstance(context, dict)
    assert "@import" not in context


@DOSSIERS
def test_prov_names_only_items_that_it_describes(dossier: Dossier) -> None:
    document = json.loads(written("prov", dossier))
    described = {item["@id"] for item in document["@graph"]}
    assert len(described) == len(document["@graph"])
    assert set(_named(document["@graph"])) <= described


def _named(value: Any) -> list[str]:
    if isinstance(value, dict):
        here = [value["@id"]] if set(value) == {"@id"} else []
        return here + [name for inner in value.values() for name in _named(inner)]
    return [name for inner in value for name in _named(inner)] if isinstance(value, list) else []


# -- any dossier -----------------------------------------------------------------------------------

any_dossier = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@any_dossier
@given(dossiers())
def test_any_dossier_is_graphml(dossier: Dossier) -> None:
    tree = etree.fromstring(written("graphml", dossier).encode())
    assert etree.RelaxNG(etree.fromstring(GRAMMAR)).validate(tree)
    assert len(list(tree.iter("{*}node"))) == len(dossier.transmission.nodes)


@any_dossier
@given(dossiers())
def test_any_dossier_is_dot(dossier: Dossier) -> None:
    nodes, edges, _ = parsed(dossier)
    known = {node.id for node in dossier.transmission.nodes}
    assert set(nodes) == known
    assert len(edges) == sum({step.tail, step.head} <= known for step in dossier.transmission.steps)


@any_dossier
@given(dossiers())
def test_any_dossier_is_json_ld(dossier: Dossier) -> None:
    document = json.loads(written("prov", dossier))
    assert set(document) == {"@context", "@graph"}
    described = {item["@id"] for item in document["@graph"]}
    assert {f"rashomon:{one.id}" for one in dossier.statements} <= described


# -- all of them -----------------------------------------------------------------------------------


def test_the_longer_of_two_endings_counts() -> None:
    assert exporter_for_path("story.prov.json").format == "prov"
    assert exporter_for_path("story.json").format == "json"
    assert exporter_for_path("story.GV").format == "dot"


@pytest.mark.parametrize("name", ["graphml", "dot", "prov"])
def test_steps_without_their_nodes_are_left_out(name: str) -> None:
    node = Node(kind=NodeKind.CARRIER, key="x", label="Merid")
    step = Step(tail=node.id, head="nowhere", manners=(), stated=True, statements=())
    text = written(name, replace(STORY, transmission=Transmission(nodes=(node,), steps=(step,))))
    assert "Merid" in text
    assert "nowhere" not in text


@pytest.mark.parametrize("name", ["json", "graphml", "dot", "prov"])
def test_the_work_grows_with_the_statements_only(name: str) -> None:
    def work(count: int) -> int:
        page = Page("Sella Post")
        for number in range(count):
            page.tell(f"Ada Holt{number % 997}", Hop("Merid Wire"), Hop(f"Ostmark{number} Courier"))
        dossier = of(*together(page))
        assert len(exporter_for(name).export(dossier)) > count
        return calls(lambda: exporter_for(name).export(dossier))

    assert work(3_000) < 30 * work(150)  # twenty times as many; four hundred if squared


def test_the_story_has_what_these_tests_look_for() -> None:
    assert "The Quay --> Sella Post (circle)" in drawn(STORY.transmission)
