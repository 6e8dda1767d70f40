"""Figures, links and rulings as records, and back."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.exports.judgements import evidence_record, parse_evidence, place_records, span_records
from rashomon.exports.shape import Shape
from rashomon.model import Appearance, Figure, Link, Located, Ruling, SourceKind

__all__ = [
    "figure_record",
    "link_record",
    "parse_figure",
    "parse_link",
    "parse_ruling",
    "ruling_record",
    "words_at",
]


def figure_record(figure: Figure, texts: Mapping[str, str]) -> dict[str, object]:
    """A person or body with its appearances; `texts` are those of the articles, by id."""
    return {
        "id": figure.id,
        "name": figure.name,
        "kind": figure.kind.value,
        "appearances": [_appearance(one, texts[one.article]) for one in figure.appearances],
    }


def _appearance(one: Appearance, text: str) -> dict[str, object]:
    return {
        "article": one.article,
        "name": one.name,
        "kind": one.kind.value,
        "spans": span_records(one.spans),
        "spans_text": [span.of(text) for span in one.spans],
        "roles": list(one.roles),
        "gender": one.gender,
    }


def link_record(link: Link, texts: Mapping[str, str]) -> dict[str, object]:
    """Two appearances, whether they are one figure, and what tells it."""
    return {
        "id": link.id,
        "same": link.same,
        "sides": [{"article": article, "name": name} for article, name in link.sides],
        "evidence": evidence_record(link.evidence),
        "places": place_records(link.places),
        "places_text": words_at(link.places, texts),
    }


def ruling_record(ruling: Ruling) -> dict[str, object]:
    """What a person decided on two names."""
    return {
        "first": ruling.first,
        "second": ruling.second,
        "same": ruling.same,
        "inputs": list(ruling.inputs),
    }


def words_at(places: tuple[Located, ...], texts: Mapping[str, str]) -> list[str]:
    """The words that stand at these places."""
    return [at.span.of(texts[at.article]) for at in places]


def parse_figure(at: Shape) -> Figure:
    """The figure of a record; faults as for `parse_evidence`."""
    return Figure(
        id=at.key("id").text(),
        kind=at.key("kind").label(SourceKind),
        name=at.key("name").text(),
        appearances=tuple(_parse_appearance(item) for item in at.key("appearances").items()),
    )


def _parse_appearance(at: Shape) -> Appearance:
    return Appearance(
        article=at.key("article").text(),
        kind=at.key("kind").label(SourceKind),
        name=at.key("name").text(),
        spans=at.key("spans").spans(),
        roles=at.key("roles").texts(),
        gender=at.key("gender").text(),
    )


def parse_link(at: Shape) -> Link:
    """The link of a record; faults as for `parse_evidence`."""
    sides = [(side.key("article").text(), side.key("name").text()) for side in at.key("sides").items()]
    if len(sides) != 2:
        raise at.key("sides").fault("is not a list of two sides")
    return Link(
        same=at.key("same").flag(),
        sides=(sides[0], sides[1]),
        evidence=parse_evidence(at.key("evidence")),
        places=at.key("places").places(),
    )


def parse_ruling(at: Shape) -> Ruling:
    """The ruling of a record; faults as for `parse_evidence`."""
    inputs = [item.text_or_none() for item in at.key("inputs").items()]
    if len(inputs) != 2:
        raise at.key("inputs").fault("is not a list of two inputs")
    return Ruling(
        first=at.key("first").text(),
        second=at.key("second").text(),
        same=at.key("same").flag(),
        inputs=(inputs[0], inputs[1]),
    )
