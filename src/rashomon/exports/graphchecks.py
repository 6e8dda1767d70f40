"""Figures, links and the graph of transmission of a dossier, held against its texts and statements.

* words that repeat a span are what stands there; a figure's name in a report is among its words;
* ids of links, nodes and steps come out of their content again;
* a source's ``identity`` is a figure; a link's sides are appearances; a step's ends are nodes;
* a node's label is a name or words that a statement gives, or the publisher or input of a report.
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.exports.checking import Check
from rashomon.exports.shape import Shape
from rashomon.model import NodeKind, short_id

__all__ = ["check_figures_and_ways"]

_LISTS = ("figures", "links", "rulings")


def check_figures_and_ways(check: Check, root: Shape) -> None:
    """Hold these parts of a dossier; files older than them have none."""
    if not isinstance(root.value, Mapping):
        return
    graph = _Graph(check, root)
    for key, one in zip(_LISTS, (graph.figure, graph.link, graph.ruling), strict=True):
        if key in root.value:
            check.each(root, key, one)
    graph.identities()
    if (ways := root.get("transmission")) is not None and isinstance(ways.value, Mapping):
        check.each(ways, "nodes", graph.node)
        check.each(ways, "steps", graph.step)
    elif ways is not None:
        check.differ("shape", ways, "nodes and steps", ways.value)


class _Graph:
    """What the items of these lists refer to."""

    def __init__(self, check: Check, root: Shape) -> None:
        self.check = check
        self.figures: set[str] = set()
        self.appearances: set[tuple[str, str]] = set()
        self.nodes: set[str] = set()
        self.lines: dict[str, str] = {}
        self.labels = set(check.labels)
        for at, key in ((at, key) for at in _mappings(root, "articles") for key in ("publisher", "input")):
            if isinstance(at.get(key), str):
                self.labels.add(str(at[key]))

    def identities(self) -> None:
        """A source that is said to be a figure is one of the dossier's."""
        for at, identity in self.check.identities:
            if identity not in self.figures:
                self.check.differ("reference", at, "the id of a figure", identity)

    def figure(self, at: Shape) -> None:
        self.figures.add(at.key("id").text())
        names = {self.appearance(item) for item in at.key("appearances").items()}
        name = at.key("name")
        self.labels.add(name.text())
        if name.text() not in names:
            self.check.differ("text", name, "the name of one of its appearances", name.value)

    def appearance(self, at: Shape) -> str:
        name, article = at.key("name"), at.key("article").text()
        text = self.check.text_of(at.key("article"), article)
        self.appearances.add((article, name.text()))
        if text is not None:
            words = [span.of(text) for span in self.check.spans(at.key("spans"), text)]
            self.check.words(at, "spans_text", words)
            said = any(name.text() in " ".join(piece.split()) for piece in words)
            if not said and name.text() not in self.on_one_line(article, text):
                self.check.differ("text", name, "words of its report", name.value)
        return name.text()

    def on_one_line(self, article: str, text: str) -> str:
        """The text of an article with single blanks, as names are written."""
        if article not in self.lines:
            self.lines[article] = " ".join(text.split())
        return self.lines[article]

    def link(self, at: Shape) -> None:
        sides = [(s.key("article").text(), s.key("name").text()) for s in at.key("sides").items()]
        for side in sides:
            if side not in self.appearances:
                self.check.differ("reference", at.key("sides"), "appearances of figures", list(side))
        self.check.same("id", at.key("id"), short_id("ln", sorted(map(list, sides))))
        self.places(at)

    def ruling(self, at: Shape) -> None:
        for key in ("first", "second"):
            at.key(key).text()

    def node(self, at: Shape) -> None:
        kind, key, label = at.key("kind").label(NodeKind), at.key("key").text(), at.key("label")
        self.nodes.add(at.key("id").text())
        self.check.same("id", at.key("id"), short_id("nd", [kind.value, key]))
        if kind is NodeKind.REPORT:
            self.check.text_of(at.key("key"), key)
        if not label.null and label.text() not in self.labels:
            self.check.differ("text", label, "a name or words of a statement or report", label.value)

    def step(self, at: Shape) -> None:
        ends = [at.key("tail").text(), at.key("head").text()]
        for key, end in zip(("tail", "head"), ends, strict=True):
            if end not in self.nodes:
                self.check.differ("reference", at.key(key), "the id of a node", end)
        self.check.same("id", at.key("id"), short_id("sp", ends))
        statements = set(at.key("statements").texts())
        self.check.referred.extend((item, item.text()) for item in at.key("statements").items())
        for item in at.key("inferred").items():
            if item.text() not in statements:
                self.check.differ("reference", item, "one of the step's statements", item.value)
        self.check.same("text", at.key("stated"), len(at.key("inferred").texts()) < len(statements))
        self.places(at)

    def places(self, at: Shape) -> None:
        words = []
        for place in at.key("places").items():
            _, span, text = self.check.located(place)
            words.append(span.of(text))
        self.check.words(at, "places_text", words)


def _mappings(root: Shape, key: str) -> list[Mapping[object, object]]:
    """The objects of a list, whatever else is in it."""
    found = root.get(key)
    items = found.value if found is not None and isinstance(found.value, list) else []
    return [item for item in items if isinstance(item, Mapping)]
