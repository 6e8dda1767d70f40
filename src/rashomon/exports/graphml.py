"""The graph of transmission as GraphML, for Gephi, yEd, networkx and their like.

Written by hand: a few elements, all data declared by a ``key``.  XML 1.0 has no
place for control characters and surrogates, so these become the signs that
`display.visible` has for them.  A node without a ``label`` is a speaker of whom
no report tells anything.  Lists are JSON in a string, GraphML having none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from rashomon.exports.display import visible
from rashomon.exports.judgements import place_records
from rashomon.model import Dossier, Node, Step

__all__ = ["GraphmlExporter"]

_KEYS = (
    ("node", "kind", "string"),
    ("node", "label", "string"),
    ("node", "layer", "int"),
    ("node", "key", "string"),
    ("node", "input", "string"),
    ("edge", "manners", "string"),
    ("edge", "stated", "boolean"),
    ("edge", "circular", "boolean"),
    ("edge", "weight", "int"),
    ("edge", "statements", "string"),
    ("edge", "inferred", "string"),
    ("edge", "places", "string"),
    ("edge", "places_text", "string"),
)
# Those of XML; a bare carriage return would be read as a line end.
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_SPACE = (
    'xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"'
)


class GraphmlExporter:
    """Nodes and steps with all they hold; an edge's ``weight`` is how many statements came that way."""

    format: str = "graphml"
    suffixes: tuple[str, ...] = (".graphml",)

    def export(self, dossier: Dossier) -> bytes:
        """The graph in UTF-8."""
        return ("\n".join(_lines(dossier)) + "\n").encode("utf-8", "replace")


def _lines(dossier: Dossier) -> Iterator[str]:
    graph = dossier.transmission
    texts = {article.id: article.text for article in dossier.articles}
    inputs = {article.id: article.input for article in dossier.articles}
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<graphml {_SPACE}>"
    for owner, name, type_ in _KEYS:
        yield f'  <key id="{owner}_{name}" for="{owner}" attr.name="{name}" attr.type="{type_}"/>'
    yield '  <graph id="transmission" edgedefault="directed">'
    for node in graph.nodes:
        yield from _node(node, inputs.get(node.key))
    known = {node.id for node in graph.nodes}
    for step in graph.steps:
        if {step.tail, step.head} <= known:
            yield from _edge(step, texts)
    yield "  </graph>"
    yield "</graphml>"


def _node(node: Node, input_: str | None) -> Iterator[str]:
    yield f'    <node id="{node.id}">'
    yield _data("node_kind", node.kind.value)
    if node.label is not None:
        yield _data("node_label", node.label)
    yield _data("node_layer", str(node.layer))
    yield _data("node_key", node.key)
    if input_ is not None and node.kind == "report":
        yield _data("node_input", input_)
    yield "    </node>"


def _edge(step: Step, texts: dict[str, str]) -> Iterator[str]:
    yield f'    <edge id="{step.id}" source="{step.tail}" target="{step.head}">'
    yield _data("edge_manners", _list(step.manners))
    yield _data("edge_stated", _flag(step.stated))
    yield _data("edge_circular", _flag(step.circular))
    yield _data("edge_weight", str(len(step.statements)))
    yield _data("edge_statements", _list(step.statements))
    yield _data("edge_inferred", _list(step.inferred))
    yield _data("edge_places", _list(place_records(step.places)))
    yield _data("edge_places_text", _list([visible(at.span.of(texts[at.article])) for at in step.places]))
    yield "    </edge>"


def _data(key: str, value: str) -> str:
    return f'      <data key="{key}">{visible(value).translate(_ESCAPED)}</data>'


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _list(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)
