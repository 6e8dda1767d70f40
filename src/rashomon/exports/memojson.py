"""House styles and what they say of the differences as records, and back."""

from __future__ import annotations

from rashomon.exports.shape import Shape
from rashomon.model import (
    Citation,
    Finding,
    Flag,
    HouseRule,
    HouseStyle,
    ShownBy,
    VariantKind,
    Verdict,
)

__all__ = ["finding_record", "house_style_record", "parse_finding", "parse_house_style"]

_Record = dict[str, object]
_CITATION = ("document", "section", "edition", "url", "seen")


def house_style_record(style: HouseStyle) -> _Record:
    """A house style with all its rules, so that a memo can be read without the file it came from."""
    return {"id": style.id, "name": style.name, "rules": [_rule(rule) for rule in style.rules]}


def _rule(rule: HouseRule) -> _Record:
    return {
        "id": rule.id,
        "kinds": [kind.value for kind in rule.kinds],
        "reasons": list(rule.reasons),
        "flags": [flag.value for flag in rule.flags],
        "verdict": rule.verdict.value,
        "gist": rule.gist,
        "citation": {key: getattr(rule.citation, key) for key in _CITATION},
        "verified": rule.verified,
    }


def finding_record(finding: Finding) -> _Record:
    """What one style says of one difference, or of one unnamed source."""
    return {
        "style": finding.style,
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "utterance": finding.utterance,
        "variant": finding.variant,
        "reading": finding.reading,
        "kind": finding.kind.value if finding.kind is not None else None,
        "reason": finding.reason,
        "altered": list(finding.altered),
        "shown_by": finding.shown_by.value if finding.shown_by is not None else None,
        "unnamed": finding.unnamed,
        "flag": finding.flag.value if finding.flag is not None else None,
    }


def parse_house_style(at: Shape) -> HouseStyle:
    """The house style of a record; faults as for `parse_evidence`."""
    return HouseStyle(
        id=at.key("id").text(),
        name=at.key("name").text(),
        rules=tuple(_parse_rule(item) for item in at.key("rules").items()),
    )


def _parse_rule(at: Shape) -> HouseRule:
    cited = at.key("citation")
    return HouseRule(
        id=at.key("id").text(),
        kinds=tuple(item.label(VariantKind) for item in at.key("kinds").items()),
        reasons=at.key("reasons").texts(),
        flags=tuple(item.label(Flag) for item in at.key("flags").items()),
        verdict=at.key("verdict").label(Verdict),
        gist=at.key("gist").text(),
        citation=Citation(**{key: cited.key(key).text() for key in _CITATION}),
        verified=at.key("verified").flag(),
    )


def parse_finding(at: Shape) -> Finding:
    """The finding of a record; faults as for `parse_evidence`."""
    kind, shown_by, flag = at.key("kind"), at.key("shown_by"), at.key("flag")
    return Finding(
        style=at.key("style").text(),
        rule=at.key("rule").text_or_none(),
        verdict=at.key("verdict").label(Verdict),
        utterance=at.key("utterance").text_or_none(),
        variant=_index(at.key("variant")),
        reading=_index(at.key("reading")),
        kind=None if kind.null else kind.label(VariantKind),
        reason=at.key("reason").text(),
        altered=at.key("altered").texts(),
        shown_by=None if shown_by.null else shown_by.label(ShownBy),
        unnamed=_index(at.key("unnamed")),
        flag=None if flag.null else flag.label(Flag),
    )


def _index(at: Shape) -> int | None:
    return None if at.null else at.offset()
