"""Claims with their stances and origins, copies, and what each report adds, as records, and back."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.exports.figurejson import words_at
from rashomon.exports.judgements import evidence_record, parse_evidence, place_records, span_records
from rashomon.exports.shape import Shape
from rashomon.exports.wayjson import parse_transmission, transmission_record
from rashomon.model import (
    Claim,
    ClaimKind,
    Collapse,
    Copy,
    Coverage,
    Join,
    Located,
    OriginGroup,
    OriginReason,
    OriginRuling,
    Origins,
    Position,
    Stance,
    Wording,
)

__all__ = [
    "claim_record",
    "copy_record",
    "coverage_record",
    "origin_ruling_record",
    "parse_claim",
    "parse_copy",
    "parse_origin_ruling",
]

Record = dict[str, object]
Texts = Mapping[str, str]


def claim_record(claim: Claim, texts: Texts) -> Record:
    """A claim: its wordings, what each report does with it, what stands behind it.

    `texts` are those of the articles, by id.
    """
    wordings = {wording.id: wording for wording in claim.wordings}
    head = wordings[claim.head]
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "head": claim.head,
        "head_text": _words(head, texts),
        "reports": [_position(position, wordings, texts) for position in claim.positions],
        "origins": _origins(claim.origins, texts),
        "wordings": [_wording(wording, texts) for wording in claim.wordings],
        "joins": [_join(join) for join in claim.joins],
    }


def _words(wording: Wording, texts: Texts) -> list[str]:
    return [span.of(texts[wording.article]) for span in wording.spans]


def _wording(wording: Wording, texts: Texts) -> Record:
    return {
        "id": wording.id,
        "article": wording.article,
        "spans": span_records(wording.spans),
        "spans_text": _words(wording, texts),
        "statement": wording.statement,
    }


def _join(join: Join) -> Record:
    return {
        "first": join.first,
        "second": join.second,
        "evidence": evidence_record(join.evidence),
        "features": [[name, weighed] for name, weighed in join.features],
    }


def _position(position: Position, wordings: Mapping[str, Wording], texts: Texts) -> Record:
    nearest = position.nearest
    spans = [span for id_ in position.wordings for span in wordings[id_].spans]
    return {
        "article": position.article,
        "stance": position.stance.value,
        "spans": [list(span) for span in spans or position.elsewhere],
        "nearest": list(nearest) if nearest is not None else None,
        "nearest_text": nearest.of(texts[position.article]) if nearest is not None else None,
        "wordings": list(position.wordings),
        "evidence": evidence_record(position.evidence),
    }


def _origins(origins: Origins, texts: Texts) -> Record:
    return {
        "at_most": origins.at_most,
        "groups": [
            {
                "root": group.root,
                "key": group.key,
                "articles": list(group.articles),
                "reason": group.reason.value,
                "witnesses": list(group.witnesses),
                "collapses": [_collapse(one, texts) for one in group.collapses],
            }
            for group in origins.groups
        ],
        "circles": [list(circle) for circle in origins.circles],
        "graph": transmission_record(origins.graph, texts),
    }


def _collapse(one: Collapse, texts: Texts) -> Record:
    return {
        "first": one.first,
        "second": one.second,
        "reason": one.reason.value,
        "evidence": evidence_record(one.evidence),
        "places": place_records(one.places),
        "places_text": words_at(one.places, texts),
    }


def copy_record(copy: Copy, texts: Texts) -> Record:
    """A passage that two articles share, and which of them had it first, as far as that is told."""
    places = (copy.first, copy.second)
    return {
        "id": copy.id,
        "places": place_records(places),
        "places_text": words_at(places, texts),
        "source": copy.source,
        "evidence": evidence_record(copy.evidence),
    }


def coverage_record(one: Coverage) -> Record:
    """The ids of the claims that only this report has, and of those that it is silent on."""
    return {"article": one.article, "adds": list(one.adds), "leaves_out": list(one.leaves_out)}


def origin_ruling_record(ruling: OriginRuling) -> Record:
    """What a person decided on two roots."""
    return {"first": ruling.first, "second": ruling.second, "same": ruling.same}


# -- and back ---------------------------------------------------------------------------------


def parse_claim(at: Shape) -> Claim:
    """The claim of a record; faults as for `parse_evidence`."""
    wordings = tuple(_parse_wording(item) for item in at.key("wordings").items())
    known = {wording.id for wording in wordings}
    head = at.key("head").text()
    if head not in known:
        raise at.key("head").fault("is not the id of one of the claim's wordings")
    return Claim(
        kind=at.key("kind").label(ClaimKind),
        head=head,
        wordings=wordings,
        joins=tuple(_parse_join(item) for item in at.key("joins").items()),
        positions=tuple(_parse_position(item, known) for item in at.key("reports").items()),
        origins=_parse_origins(at.key("origins")),
    )


def _parse_wording(at: Shape) -> Wording:
    return Wording(
        article=at.key("article").text(),
        spans=at.key("spans").spans(),
        statement=at.key("statement").text_or_none(),
    )


def _parse_join(at: Shape) -> Join:
    return Join(
        first=at.key("first").text(),
        second=at.key("second").text(),
        evidence=parse_evidence(at.key("evidence")),
        features=tuple(_parse_feature(item) for item in at.key("features").items()),
    )


def _parse_feature(at: Shape) -> tuple[str, float]:
    parts = list(at.items())
    if len(parts) != 2:
        raise at.fault("is not a name and a number")
    return parts[0].text(), parts[1].number()


def _parse_position(at: Shape, known: set[str]) -> Position:
    nearest = at.key("nearest")
    for item in at.key("wordings").items():
        if item.text() not in known:
            raise item.fault("is not the id of one of the claim's wordings")
    return Position(
        article=at.key("article").text(),
        stance=at.key("stance").label(Stance),
        evidence=parse_evidence(at.key("evidence")),
        wordings=at.key("wordings").texts(),
        nearest=None if nearest.null else nearest.span(),
    )


def _parse_origins(at: Shape) -> Origins:
    return Origins(
        groups=tuple(_parse_group(item) for item in at.key("groups").items()),
        circles=tuple(item.texts() for item in at.key("circles").items()),
        graph=parse_transmission(at.key("graph")),
    )


def _parse_group(at: Shape) -> OriginGroup:
    return OriginGroup(
        root=at.key("root").text_or_none(),
        key=at.key("key").text(),
        articles=at.key("articles").texts(),
        reason=at.key("reason").label(OriginReason),
        collapses=tuple(_parse_collapse(item) for item in at.key("collapses").items()),
        witnesses=at.key("witnesses").texts(),
    )


def _parse_collapse(at: Shape) -> Collapse:
    return Collapse(
        first=at.key("first").text(),
        second=at.key("second").text(),
        reason=at.key("reason").label(OriginReason),
        evidence=parse_evidence(at.key("evidence")),
        places=at.key("places").places(),
    )


def parse_copy(at: Shape) -> Copy:
    """The copy of a record; faults as for `parse_evidence`."""
    places: tuple[Located, ...] = at.key("places").places()
    if len(places) != 2:
        raise at.key("places").fault("is not a list of two places")
    return Copy(
        first=places[0],
        second=places[1],
        evidence=parse_evidence(at.key("evidence")),
        source=at.key("source").text_or_none(),
    )


def parse_origin_ruling(at: Shape) -> OriginRuling:
    """The ruling of a record; faults as for `parse_evidence`."""
    return OriginRuling(
        first=at.key("first").text(), second=at.key("second").text(), same=at.key("same").flag()
    )
