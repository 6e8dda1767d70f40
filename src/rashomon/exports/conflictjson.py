"""Conflicts and the timeline as records, and back."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.exports.judgements import evidence_record, parse_evidence, span_records
from rashomon.exports.shape import Shape
from rashomon.model import (
    Anchor,
    AnchorKind,
    Conflict,
    ConflictKind,
    Granularity,
    Lane,
    Moment,
    Offset,
    Relation,
    Side,
    Span,
)

__all__ = ["conflict_record", "moment_record", "parse_conflict", "parse_moment"]

Record = dict[str, object]
_PARTIES = (0, 1)


def conflict_record(conflict: Conflict, texts: Mapping[str, str]) -> Record:
    """Two values of one thing and who has which; `texts` are those of the articles, by id."""
    return {
        "id": conflict.id,
        "kind": conflict.kind.value,
        "relation": conflict.relation.value,
        "sides": [_side(side, texts[side.article]) for side in conflict.sides],
        "claims": list(conflict.claims),
        "later": conflict.later,
        "evidence": evidence_record(conflict.evidence),
    }


def _side(side: Side, text: str) -> Record:
    return {
        "article": side.article,
        "spans": span_records(side.spans),
        "spans_text": [span.of(text) for span in side.spans],
        "value": side.value,
        "party": side.party,
        "wording": side.wording,
    }


def parse_conflict(at: Shape) -> Conflict:
    """The conflict of a record; faults as for `parse_evidence`."""
    return Conflict(
        kind=at.key("kind").label(ConflictKind),
        relation=at.key("relation").label(Relation),
        sides=tuple(_parse_side(item) for item in at.key("sides").items()),
        claims=at.key("claims").texts(),
        evidence=parse_evidence(at.key("evidence")),
        later=at.key("later").text_or_none(),
    )


def _parse_side(at: Shape) -> Side:
    party = at.key("party").offset()
    if party not in _PARTIES:
        raise at.key("party").fault("is neither 0 nor 1")
    return Side(
        article=at.key("article").text(),
        spans=at.key("spans").spans(),
        wording=at.key("wording").text(),
        party=party,
        value=at.key("value").text_or_none(),
    )


def moment_record(moment: Moment, text: str) -> Record:
    """A time, what it is counted from and by which rule; `text` is that of its article."""
    return {
        "id": moment.id,
        "article": moment.article,
        "span": _span(moment.span),
        "text": _words(moment.span, text),
        "value": moment.value,
        "granularity": moment.granularity.value,
        "anchor": _anchor(moment.anchor, text),
        "rule": moment.rule,
        "uncertain": moment.uncertain,
        "lane": moment.lane.value,
        "of": _span(moment.of),
        "of_text": _words(moment.of, text),
        "offset": _offset(moment.offset),
    }


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span is not None else None


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span is not None else None


def _anchor(anchor: Anchor | None, text: str) -> Record | None:
    if anchor is None:
        return None
    return {
        "kind": anchor.kind.value,
        "span": _span(anchor.span),
        "text": _words(anchor.span, text),
        "value": anchor.value,
    }


def _offset(offset: Offset | None) -> Record | None:
    if offset is None:
        return None
    return {"least": offset.least, "most": offset.most, "vague": offset.vague}


def parse_moment(at: Shape) -> Moment:
    """The time of a record; faults as for `parse_evidence`."""
    anchor, offset = at.key("anchor"), at.key("offset")
    return Moment(
        article=at.key("article").text(),
        span=_parse_span(at.key("span")),
        value=at.key("value").text_or_none(),
        granularity=at.key("granularity").label(Granularity),
        rule=at.key("rule").text(),
        anchor=None if anchor.null else _parse_anchor(anchor),
        uncertain=at.key("uncertain").flag(),
        lane=at.key("lane").label(Lane),
        of=_parse_span(at.key("of")),
        offset=None if offset.null else _parse_offset(offset),
    )


def _parse_span(at: Shape) -> Span | None:
    return None if at.null else at.span()


def _parse_anchor(at: Shape) -> Anchor:
    return Anchor(
        kind=at.key("kind").label(AnchorKind),
        span=_parse_span(at.key("span")),
        value=at.key("value").text_or_none(),
    )


def _parse_offset(at: Shape) -> Offset:
    return Offset(least=at.key("least").number(), most=at.key("most").number(), vague=at.key("vague").flag())
