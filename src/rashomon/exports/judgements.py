"""Evidence as a record, and back."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.exports.shape import Shape
from rashomon.model import Evidence, Located, Origin, Repair, RepairKind, Span

__all__ = ["evidence_record", "parse_evidence", "place_records", "span_records"]


def evidence_record(evidence: Evidence) -> dict[str, object]:
    """Score, reason, spans and repairs; what only a statement's evidence has is not in it."""
    return {
        "score": evidence.score,
        "reason": evidence.reason,
        "spans": span_records(evidence.spans),
        "repairs": [{"kind": r.kind.value, "span": list(r.span)} for r in evidence.repairs],
    }


def span_records(spans: Iterable[Span]) -> list[list[int]]:
    """Each span as ``[start, end]``."""
    return [list(span) for span in spans]


def place_records(places: Iterable[Located]) -> list[list[object]]:
    """Each place as ``[article, start, end]``."""
    return [[at.article, at.span.start, at.span.end] for at in places]


def parse_evidence(at: Shape) -> Evidence:
    """The evidence of a record.

    Raises:
        MalformedInput: if it has not the shape of one.
    """
    score = at.key("score").number()
    if not 0 <= score <= 1:
        raise at.key("score").fault("is not between 0 and 1")
    spans, repairs, by, uncertain = (at.get(name) for name in ("spans", "repairs", "by", "uncertain"))
    return Evidence(
        score=score,
        reason=at.key("reason").text(),
        spans=spans.spans() if spans else (),
        repairs=tuple(
            Repair(kind=item.key("kind").label(RepairKind), span=item.key("span").span())
            for item in repairs.items()
        )
        if repairs
        else (),
        by=tuple((part, origin.label(Origin)) for part, origin in by.pairs()) if by else (),
        uncertain=uncertain.flag() if uncertain else False,
    )
