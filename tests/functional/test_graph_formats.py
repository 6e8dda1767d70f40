"""Through whom the words came, from the installed command into the tools that draw and ask."""

from __future__ import annotations

import json
from pathlib import Path

import networkx
import pydot
import pytest
import rdflib
from tests.builders.command import Runner

from rashomon.exports import verify

# What the readers' own parts tell each other of.
pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.* deprecated - use:DeprecationWarning"),
]

FIRST = """\
Ferry to Orrin will stop in March

A harbour official told the Merid news site on Tuesday that the ferry would stop in March.

“Nobody on this island is pleased today,” said Odile Marrack, the chair of the harbour board.
"""
SECOND = """\
Islanders lose their boat

“Nobody on this island is pleased today,” Odile Marrack told Merid.
"""


@pytest.fixture
def ways(rashomon: Runner, tmp_path: Path) -> Runner:
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return rashomon


def compared(ways: Runner, name: str) -> str:
    result = ways("compare", "--tagger", "rules", "-f", name, "first.txt", "second.txt")
    assert result.code == 0, result.err
    return result.out


def test_json_has_the_graph_and_holds(ways: Runner) -> None:
    record = json.loads(compared(ways, "json"))
    labels = {node["id"]: node["label"] for node in record["transmission"]["nodes"]}
    steps = {(labels[step["tail"]], labels[step["head"]]) for step in record["transmission"]["steps"]}
    assert {
        ("A harbour official", "Merid"),
        ("Odile Marrack", "Merid"),
        ("Odile Marrack", "first.txt"),
        ("Merid", "first.txt"),
        ("Merid", "second.txt"),
    } <= steps
    assert "transmission" in record["engine"]["rooms"]
    assert verify(record) == ()


def test_graphml_goes_into_networkx(ways: Runner) -> None:
    graph = networkx.parse_graphml(compared(ways, "graphml"))
    by_label = {data["label"]: node for node, data in graph.nodes(data=True)}
    path = networkx.shortest_path(graph, by_label["A harbour official"], by_label["first.txt"])
    assert [graph.nodes[node]["label"] for node in path] == ["A harbour official", "Merid", "first.txt"]


def test_dot_goes_into_a_file_by_its_ending(ways: Runner, tmp_path: Path) -> None:
    for ending in ("dot", "gv"):
        result = ways("compare", "--tagger", "rules", "first.txt", "second.txt", "-o", f"ways.{ending}")
        assert result.code == 0, result.err
        graphs = pydot.graph_from_dot_data((tmp_path / f"ways.{ending}").read_text("utf-8"))
        assert graphs is not None
        assert len(graphs[0].get_edges()) >= 5


def test_prov_goes_into_a_triple_store(ways: Runner) -> None:
    graph = rdflib.Graph().parse(data=compared(ways, "prov"), format="json-ld")
    found = graph.query(
        """
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT DISTINCT ?speaker ?carrier WHERE {
          ?said prov:wasDerivedFrom ?had . ?had prov:wasAttributedTo/rdfs:label ?carrier ;
            prov:wasDerivedFrom/prov:wasAttributedTo/rdfs:label ?speaker }"""
    )
    pairs = {tuple(str(value) for value in row) for row in found}  # type: ignore[union-attr]  # rows of a SELECT
    assert pairs == {("A harbour official", "Merid"), ("Odile Marrack", "Merid")}
