"""The apparatus of an utterance as a record, and back.

``attested``, ``best_attested`` and a column's order are not read again: they come
out of the witnesses and families.  What older files have not (``edits``,
``altered``, ``shown_by``, ``families``) is taken for empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.exports.attestation import Attestation, best_attested
from rashomon.exports.judgements import evidence_record, parse_evidence, place_records, span_records
from rashomon.exports.shape import Shape
from rashomon.model import (
    Apparatus,
    Column,
    Edit,
    Family,
    Kinship,
    Reading,
    Severity,
    ShownBy,
    Variant,
    VariantKind,
    Witness,
)

__all__ = ["apparatus_record", "parse_apparatus"]

_Record = dict[str, object]


def apparatus_record(apparatus: Apparatus) -> _Record:
    """Base, witnesses, alignment and variants; each reading with at most how many independent witnesses."""
    counted = Attestation(apparatus)
    return {
        "base": apparatus.base,
        "witnesses": [witness.statement for witness in apparatus.witnesses],
        "variants": [_variant(variant, counted) for variant in apparatus.variants],
        "segments": {witness.statement: span_records(witness.spans) for witness in apparatus.witnesses},
        "columns": [_column(at, column, counted) for at, column in enumerate(apparatus.columns)],
        "families": [_family(family) for family in apparatus.families],
    }


def _column(at: int, column: Column, counted: Attestation) -> _Record:
    counts = counted.counts(column.readings, at)
    return {"readings": _readings(column.readings, counts), "best_attested": list(best_attested(counts))}


def _readings(readings: Sequence[Reading], counts: Sequence[int]) -> list[_Record]:
    return [
        {
            "witnesses": list(reading.witnesses),
            "text": reading.text,
            "spans": place_records(reading.spans),
            "attested": count,
        }
        for reading, count in zip(readings, counts, strict=True)
    ]


def _variant(variant: Variant, counted: Attestation) -> _Record:
    return {
        "kind": variant.kind.value,
        "severity": variant.severity.value,
        "readings": _readings(variant.readings, counted.counts(variant.readings, variant.column)),
        "column": variant.column,
        "evidence": evidence_record(variant.evidence),
        "edits": [_edit(edit) for edit in variant.edits],
        "altered": list(variant.altered),
        "shown_by": variant.shown_by.value if variant.shown_by is not None else None,
    }


def _edit(edit: Edit) -> _Record:
    return {
        "reading": edit.reading,
        "kind": edit.kind.value,
        "severity": edit.severity.value,
        "evidence": evidence_record(edit.evidence),
    }


def _family(family: Family) -> _Record:
    return {
        "witnesses": list(family.witnesses),
        "kinship": family.kinship.value,
        "evidence": evidence_record(family.evidence),
    }


def parse_apparatus(at: Shape, article_of: Mapping[str, str]) -> Apparatus:
    """The apparatus of a record.

    Args:
        at: the record.
        article_of: the article of each statement, by id.

    Raises:
        MalformedInput: if it has not the shape of one, or a witness is no statement.
    """
    segments, families = at.key("segments"), at.get("families")
    return Apparatus(
        base=at.key("base").text(),
        witnesses=tuple(_witness(item, segments, article_of) for item in at.key("witnesses").items()),
        columns=tuple(Column(readings=_parse_readings(item)) for item in at.key("columns").items()),
        variants=tuple(_parse_variant(item) for item in at.key("variants").items()),
        families=tuple(_parse_family(item) for item in families.items()) if families else (),
    )


def _witness(at: Shape, segments: Shape, article_of: Mapping[str, str]) -> Witness:
    statement = at.text()
    if statement not in article_of:
        raise at.fault("names no statement of this dossier")
    return Witness(statement=statement, article=article_of[statement], spans=segments.key(statement).spans())


def _parse_readings(at: Shape) -> tuple[Reading, ...]:
    return tuple(
        Reading(
            witnesses=item.key("witnesses").texts(),
            text=item.key("text").text(),
            spans=item.key("spans").places(),
        )
        for item in at.key("readings").items()
    )


def _parse_variant(at: Shape) -> Variant:
    column, edits, altered, shown_by = (
        at.key("column"),
        at.get("edits"),
        at.get("altered"),
        at.get("shown_by"),
    )
    return Variant(
        kind=at.key("kind").label(VariantKind),
        severity=at.key("severity").label(Severity),
        readings=_parse_readings(at),
        evidence=parse_evidence(at.key("evidence")),
        column=None if column.null else column.offset(),
        edits=tuple(_parse_edit(item) for item in edits.items()) if edits else (),
        altered=altered.texts() if altered else (),
        shown_by=shown_by.label(ShownBy) if shown_by and not shown_by.null else None,
    )


def _parse_edit(at: Shape) -> Edit:
    return Edit(
        reading=at.key("reading").offset(),
        kind=at.key("kind").label(VariantKind),
        severity=at.key("severity").label(Severity),
        evidence=parse_evidence(at.key("evidence")),
    )


def _parse_family(at: Shape) -> Family:
    return Family(
        witnesses=at.key("witnesses").texts(),
        kinship=at.key("kinship").label(Kinship),
        evidence=parse_evidence(at.key("evidence")),
    )
