"""Through whom the words came, in the terms of PROV-O, as JSON-LD that needs no network to be read.

A statement is an entity, part of its report.  It was derived from the words as the
last carrier had them, these from the words as the one before had them, back to the
words as they were spoken: one entity, ``<statement>/<node>``, for each node on the
statement's way, attributed to who stands there.  A derivation is qualified with how
the words passed, whether the statement's own sentence states it, and by which words;
these are selected as the Web Annotation model does, by position and by quotation.
What is quoted directly was also quoted from what it was derived from.  An activity is
there only where a report tells the occasion; speakers of whom nothing is told are no
agents.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.exports.display import visible
from rashomon.model import (
    Article,
    Dossier,
    Located,
    Mode,
    Node,
    NodeKind,
    Occasion,
    SourceKind,
    Span,
    Statement,
    Step,
    short_id,
)

__all__ = ["ProvExporter"]

_Item = dict[str, object]

_CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rashomon": "urn:rashomon:",
    "oa:start": {"@type": "xsd:nonNegativeInteger"},
    "oa:end": {"@type": "xsd:nonNegativeInteger"},
}
_AGENTS = {SourceKind.PERSON: "prov:Person", SourceKind.ORGANISATION: "prov:Organization"}


class ProvExporter:
    """The dossier's statements, and where each came from."""

    format: str = "prov"
    suffixes: tuple[str, ...] = (".jsonld", ".prov.json")

    def export(self, dossier: Dossier) -> bytes:
        """The document in UTF-8, an item of the graph on a line."""
        items = ",\n".join(f"    {_dumps(item)}" for item in _items(dossier))
        document = f'{{\n  "@context": {_dumps(_CONTEXT)},\n  "@graph": [\n{items}\n  ]\n}}\n'
        return document.encode("utf-8", "replace")


def _items(dossier: Dossier) -> Iterator[_Item]:
    """Reports and publishers, agents, then each statement with the entities on its way."""
    publishers: dict[str, str] = {}
    for article in dossier.articles:
        yield _report(article)
        if article.publisher is not None:
            publishers.setdefault(_publisher(article.publisher.name), article.publisher.name)
    for id_, name in publishers.items():
        yield {"@id": id_, "@type": ["prov:Agent", "prov:Organization"], "rdfs:label": visible(name)}
    kinds = {source.id: source.kind for source in dossier.sources}
    for node in dossier.transmission.nodes:
        if node.kind is not NodeKind.REPORT and node.label is not None:
            yield _party(node, kinds.get(node.key))
    ways = _Ways.of(dossier)
    articles = {article.id: article for article in dossier.articles}
    for statement in dossier.statements:
        yield from _told(statement, articles[statement.article].text, ways)


def _report(article: Article) -> _Item:
    item: _Item = {
        "@id": _iri(article.id),
        "@type": "prov:Entity",
        "rashomon:kind": NodeKind.REPORT.value,
        "rashomon:input": visible(article.input),
    }
    if article.headline is not None:
        item["dcterms:title"] = visible(article.headline)
    if article.publisher is not None:
        item["prov:wasAttributedTo"] = _to(_publisher(article.publisher.name))
    return item


def _party(node: Node, kind: SourceKind | None) -> _Item:
    """Who spoke or carried; something written is an entity."""
    types = ["prov:Entity"] if node.kind is NodeKind.DOCUMENT else ["prov:Agent"]
    if kind in _AGENTS and node.kind is NodeKind.NAMED:
        types.append(_AGENTS[kind])
    return {
        "@id": _iri(node.id),
        "@type": types,
        "rdfs:label": visible(node.label or ""),
        "rashomon:kind": node.kind.value,
    }


@dataclass(frozen=True, slots=True)
class _Ways:
    """The steps each statement took, the nodes they join, those of reports, and what each step holds."""

    steps: Mapping[str, list[Step]]
    nodes: Mapping[str, Node]
    reports: Mapping[str, str]
    places: Mapping[tuple[str, str], frozenset[Located]]
    inferred: Mapping[tuple[str, str], frozenset[str]]

    @classmethod
    def of(cls, dossier: Dossier) -> _Ways:
        """Those of a dossier; steps between nodes that it has not are left out."""
        nodes = {node.id: node for node in dossier.transmission.nodes}
        steps: dict[str, list[Step]] = {}
        for step in dossier.transmission.steps:
            if step.tail in nodes and step.head in nodes:
                for statement in step.statements:
                    steps.setdefault(statement, []).append(step)
        reports = {node.key: id_ for id_, node in nodes.items() if node.kind is NodeKind.REPORT}
        places = {(step.tail, step.head): frozenset(step.places) for step in dossier.transmission.steps}
        inferred = {(step.tail, step.head): frozenset(step.inferred) for step in dossier.transmission.steps}
        return cls(steps, nodes, reports, places, inferred)


def _told(statement: Statement, text: str, ways: _Ways) -> Iterator[_Item]:
    """The statement as its report has it, then the words as each node on its way had them."""
    id_ = statement.id
    told, steps = _Told(id_, statement, text), ways.steps.get(id_, [])
    items = {ways.reports.get(statement.article, ""): _passage(told)}
    for end in (end for step in steps for end in (step.tail, step.head)):
        if end not in items:
            items[end] = _words_at(ways.nodes[end], end, _iri(id_))
    for step in steps:
        how = told.how(step, ways, items[step.tail])
        _derive(items[step.head], how, quoted=items[step.head]["@id"] == _iri(id_) and told.direct)
    if statement.occasion is not None:
        later = {step.head for step in steps}
        yield _activity(told, statement.occasion, [item for end, item in items.items() if end not in later])
    yield from items.values()


def _passage(told: _Told) -> _Item:
    """The statement in its report."""
    statement, text = told.statement, told.text
    inside = [statement.article, *filter(None, [statement.parent])]
    return {
        "@id": _iri(told.id),
        "@type": "prov:Entity",
        "dcterms:isPartOf": [_to(_iri(id_)) for id_ in inside],
        "rashomon:mode": statement.mode.value,
        "rashomon:uncertain": statement.evidence.uncertain,
        "rashomon:content": _selected(statement.content, statement.article, text),
    }


def _words_at(node: Node, id_: str, passage: str) -> _Item:
    """The words of a statement as this node had them."""
    item: _Item = {"@id": f"{passage}/{id_}", "@type": "prov:Entity"}
    if node.kind is NodeKind.REPORT:
        item["dcterms:isPartOf"] = _to(_iri(node.key))
    elif node.kind is NodeKind.DOCUMENT and node.label is not None:
        item["prov:wasDerivedFrom"] = [_to(_iri(id_))]
    elif node.label is not None:
        item["prov:wasAttributedTo"] = _to(_iri(id_))
    return item


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement with its id and the text of its report."""

    id: str
    statement: Statement
    text: str

    @property
    def direct(self) -> bool:
        return self.statement.mode is Mode.DIRECT

    def how(self, step: Step, ways: _Ways, before: _Item) -> _Item:
        """How the words came along a step, as far as this statement tells it."""
        ends = step.tail, step.head
        places = ways.places[ends]
        how: _Item = {
            "@type": ["prov:Derivation"],
            "prov:entity": _to(str(before["@id"])),
            "rashomon:stated": self.id not in ways.inferred[ends],
            "rashomon:circular": step.circular,
        }
        if manners := self._manners(step, places):
            how["rashomon:manner"] = manners
        if spans := self._spans(places):
            how["rashomon:words"] = _selected(spans, self.statement.article, self.text)
        return how

    def _spans(self, places: frozenset[Located]) -> list[Span]:
        one = self.statement
        own = {*one.cue, *(relay.span for relay in one.chain)}
        if one.source is not None and one.source.span is not None:
            own.add(one.source.span)
        return sorted(span for span in own if Located(one.article, span) in places)

    def _manners(self, step: Step, places: frozenset[Located]) -> list[str]:
        chain = [relay for relay in self.statement.chain if relay.manner in step.manners]
        near = [relay for relay in chain if Located(self.statement.article, relay.span) in places]
        return sorted({relay.manner for relay in near or chain})


def _derive(item: _Item, how: _Item, *, quoted: bool) -> None:
    """Write down from what these words came."""
    _add(item, "prov:wasDerivedFrom", how["prov:entity"])
    if quoted:
        _add(item, "prov:wasQuotedFrom", how["prov:entity"])
        how = how | {"@type": ["prov:Derivation", "prov:Quotation"]}
    _add(item, "prov:qualifiedDerivation", how)


def _activity(told: _Told, occasion: Occasion, spoken: Iterable[_Item]) -> _Item:
    """The occasion on which the words were spoken, and by whom."""
    activity = f"{_iri(told.id)}/occasion"
    speakers = []
    for item in spoken:
        item["prov:wasGeneratedBy"] = _to(activity)
        if "prov:wasAttributedTo" in item:
            speakers.append(item["prov:wasAttributedTo"])
    return {
        "@id": activity,
        "@type": "prov:Activity",
        "rashomon:kind": occasion.kind,
        "prov:wasAssociatedWith": speakers,
        "rashomon:words": _selected([occasion.span], told.statement.article, told.text),
    }


def _selected(spans: Iterable[Span], article: str, text: str) -> list[_Item]:
    """Words of a report; both selectors of a piece select the same."""
    return [
        {
            "@type": "oa:SpecificResource",
            "oa:hasSource": _to(_iri(article)),
            "oa:hasSelector": [
                {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end},
                {"@type": "oa:TextQuoteSelector", "oa:exact": visible(span.of(text))},
            ],
        }
        for span in spans
    ]


def _add(item: _Item, key: str, value: object) -> None:
    known = item.setdefault(key, [])
    if isinstance(known, list) and value not in known:
        known.append(value)


def _iri(id_: str) -> str:
    return f"rashomon:{id_}"


def _publisher(name: str) -> str:
    return _iri(short_id("pb", [name]))


def _to(iri: str) -> _Item:
    return {"@id": iri}


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
