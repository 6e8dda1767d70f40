"""The graph of transmission as a record, and back."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.exports.figurejson import words_at
from rashomon.exports.judgements import place_records
from rashomon.exports.shape import Shape
from rashomon.model import Node, NodeKind, Step, Transmission

__all__ = ["parse_transmission", "transmission_record"]


def transmission_record(graph: Transmission, texts: Mapping[str, str]) -> dict[str, object]:
    """Nodes and steps; `texts` are those of the articles, by id."""
    return {
        "nodes": [
            {"id": n.id, "kind": n.kind.value, "key": n.key, "label": n.label, "layer": n.layer}
            for n in graph.nodes
        ],
        "steps": [_step(step, texts) for step in graph.steps],
    }


def _step(step: Step, texts: Mapping[str, str]) -> dict[str, object]:
    return {
        "id": step.id,
        "tail": step.tail,
        "head": step.head,
        "manners": list(step.manners),
        "stated": step.stated,
        "statements": list(step.statements),
        "inferred": list(step.inferred),
        "places": place_records(step.places),
        "places_text": words_at(step.places, texts),
        "circular": step.circular,
    }


def parse_transmission(at: Shape) -> Transmission:
    """The graph of a record; faults as for `parse_evidence`."""
    return Transmission(
        nodes=tuple(_parse_node(item) for item in at.key("nodes").items()),
        steps=tuple(_parse_step(item) for item in at.key("steps").items()),
    )


def _parse_node(at: Shape) -> Node:
    return Node(
        kind=at.key("kind").label(NodeKind),
        key=at.key("key").text(),
        label=at.key("label").text_or_none(),
        layer=at.key("layer").offset(),
    )


def _parse_step(at: Shape) -> Step:
    return Step(
        tail=at.key("tail").text(),
        head=at.key("head").text(),
        manners=at.key("manners").texts(),
        stated=at.key("stated").flag(),
        statements=at.key("statements").texts(),
        inferred=at.key("inferred").texts(),
        places=at.key("places").places(),
        circular=at.key("circular").flag(),
    )
