"""The graph of transmission as DOT, to be drawn by Graphviz: left to right, one column a layer.

Solid lines are stated, dashed ones inferred.  A box with round corners is a speaker,
a hexagon one without a name, a sheet with a folded corner something written, an
ellipse whoever carried the words, a plain box a report.  In a label Graphviz reads
backslashes and, whatever the shape of the string, entities (``&amp;``): both are
escaped.  Long labels are cut, and stand whole in the tooltip.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rashomon.exports.display import NOT_STATED, on_one_line, shortened
from rashomon.model import Dossier, Node, NodeKind, Step

__all__ = ["DotExporter"]

_SHAPES = {
    NodeKind.NAMED: 'shape="box", style="rounded"',
    NodeKind.UNNAMED: 'shape="hexagon"',
    NodeKind.DOCUMENT: 'shape="note"',
    NodeKind.CARRIER: 'shape="ellipse"',
    NodeKind.REPORT: 'shape="box"',
}
_LABEL = 60
"""Code points of a label that are drawn."""
_TOOLTIP = 2000
"""Code points of a tooltip: Graphviz 2.43 takes no strings beyond 16 KiB."""
_HEAD = """\
digraph transmission {
  graph [rankdir="LR", charset="UTF-8", fontname="sans-serif", nodesep="0.2", ranksep="0.9"];
  node [fontname="sans-serif", fontsize="11", margin="0.12,0.06"];
  edge [fontname="sans-serif", fontsize="9"];"""


class DotExporter:
    """The graph as a drawing; what a step's words are is in its tooltip."""

    format: str = "dot"
    suffixes: tuple[str, ...] = (".dot", ".gv")

    def export(self, dossier: Dossier) -> bytes:
        """The graph in UTF-8."""
        return ("\n".join(_lines(dossier)) + "\n").encode("utf-8", "replace")


def _lines(dossier: Dossier) -> Iterator[str]:
    graph = dossier.transmission
    texts = {article.id: article.text for article in dossier.articles}
    inputs = {article.id: article.input for article in dossier.articles}
    yield _HEAD
    in_columns = sorted(graph.nodes, key=lambda node: node.layer)
    for _, column in groupby(in_columns, key=lambda node: node.layer):
        yield '  { rank="same";'
        for node in column:
            yield f"    {_node(node, inputs)}"
        yield "  }"
    known = {node.id for node in graph.nodes}
    for step in graph.steps:
        if {step.tail, step.head} <= known:
            yield f"  {_edge(step, texts)}"
    yield "}"


def _node(node: Node, inputs: dict[str, str]) -> str:
    label = NOT_STATED if node.label is None else node.label
    told = inputs.get(node.key, label) if node.kind is NodeKind.REPORT else label
    drawn = label.rsplit("/", 1)[-1] or label if told == label and node.kind is NodeKind.REPORT else label
    return (
        f'"{node.id}" [label={_quoted(shortened(drawn, _LABEL))}, {_SHAPES[node.kind]}'
        f", tooltip={_quoted(shortened(told, _TOOLTIP))}];"
    )


def _edge(step: Step, texts: dict[str, str]) -> str:
    words = " | ".join(on_one_line(at.span.of(texts[at.article])) for at in step.places)
    parts = [
        f"label={_quoted(', '.join(manner.replace('_', ' ') for manner in step.manners))}",
        f'style="{"solid" if step.stated else "dashed"}"',
        f"tooltip={_quoted(shortened(words, _TOOLTIP) or NOT_STATED)}",
    ]
    if step.circular:
        parts += ['constraint="false"', 'arrowhead="empty"', f"taillabel={_quoted('circular')}"]
    return f'"{step.tail}" -> "{step.head}" [{", ".join(parts)}];'


def _quoted(text: str) -> str:
    r"""A string that Graphviz shows as it is, whatever is in it.

    >>> print(_quoted('a "b" \\N &amp; <c>'))
    "a \"b\" \\N &amp;amp; <c>"
    """
    shown = on_one_line(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{shown}"'
