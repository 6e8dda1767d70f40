"""One utterance in TEI: the base's words in one run, an ``app`` wherever the witnesses differ.

Blanks between places are the base's; where its report has words of its own
between two parts of the quotation, a ``gap`` stands.  Each reading points to its
places in the reports.  A difference of whole witnesses (a splice, a truncation)
has an ``app`` in a ``listApp`` behind the words.  Whoever reads the document
witness by witness gets each one's words back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.exports.attestation import Attestation, best_attested
from rashomon.exports.teixml import element, escaped
from rashomon.exports.wording import own_spans
from rashomon.model import (
    Apparatus,
    Edit,
    Finding,
    HouseStyle,
    Mode,
    Reading,
    Severity,
    Source,
    Span,
    Utterance,
    Variant,
    VariantKind,
    Verdict,
)

__all__ = ["TAXONOMIES", "Sheet", "utterance_lines"]

TAXONOMIES: dict[str, tuple[str, ...]] = {
    "mode": tuple(Mode),
    "severity": tuple(Severity),
    "attestation": ("best",),
    "verdict": tuple(Verdict),
}
"""The labels that ``ana`` points to, by the name of their taxonomy."""

_DIRECT = {Mode.DIRECT: "true", Mode.INDIRECT: "false", Mode.MIXED: "unknown"}
_LABEL = re.compile(r"[\w:.-]+", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What an utterance refers to: names in the document by id of article, source, statement.

    Attributes:
        sigla: xml:id of each report.
        texts: of the reports.
        speakers: xml:id of each source.
        sources: the sources by id.
        modes: of the statements.
        findings: of the whole dossier, by utterance and variant.
        styles: the house styles by id.
    """

    sigla: Mapping[str, str]
    texts: Mapping[str, str]
    speakers: Mapping[str, str]
    sources: Mapping[str, Source]
    modes: Mapping[str, Mode]
    findings: Mapping[tuple[str, int], Sequence[Finding]]
    styles: Mapping[str, HouseStyle]

    def place(self, article: str, span: Span) -> str:
        """A pointer to characters of a report."""
        return f"in-{self.sigla[article].lower()}:{span.start}-{span.end}"

    def pointer(self, article: str, span: Span, kind: str) -> str:
        """The same as an element."""
        return element("ptr", type=kind, target=self.place(article, span))

    def rule(self, finding: Finding) -> str | None:
        """The xml:id of the rule that a finding goes by; None where no rule speaks of it."""
        for number, style in enumerate(self.styles.values(), 1):
            rules = [rule.id for rule in style.rules] if style.id == finding.style else []
            if finding.rule in rules:
                return f"style-{number}.{rules.index(finding.rule) + 1}"
        return None


def utterance_lines(utterance: Utterance, sheet: Sheet, *, named: bool = True) -> Iterator[str]:
    """The ``div`` of an utterance; without its id if that is not `named`, being another's already."""
    apparatus = utterance.apparatus
    inline, whole = _placed(apparatus)
    identity = f' xml:id="{utterance.id}"' if named else ""
    yield f'<div type="utterance"{identity}>'
    desk = _Desk(utterance.id, apparatus, sheet, Attestation(apparatus))
    said = "".join(_run(apparatus, inline, desk))
    who = f"#{sheet.speakers[utterance.source.id]}" if utterance.source else None
    direct = _DIRECT[sheet.modes.get(apparatus.base, Mode.MIXED)]
    yield element("ab", element("said", said, who=who, direct=direct))
    if whole:
        yield "<listApp>"
        yield from (desk.app(variant.readings, [(index, variant)], None) for index, variant in whole)
        yield "</listApp>"
    yield element("note", escaped(utterance.evidence.reason), type="gathered")
    for family in apparatus.families:
        target = _refs(family.witnesses)
        yield element("note", family.kinship.value, type="family", target=target)
    yield "</div>"


_Numbered = tuple[int, Variant]


def _placed(apparatus: Apparatus) -> tuple[dict[int, list[_Numbered]], list[_Numbered]]:
    """The variants by the column whose readings they class, and those of whole witnesses."""
    inline: dict[int, list[_Numbered]] = defaultdict(list)
    whole: list[_Numbered] = []
    for index, variant in enumerate(apparatus.variants):
        at = variant.column
        if at is not None and at < len(apparatus.columns) and _fits(variant, apparatus.columns[at].readings):
            inline[at].append((index, variant))
        else:
            whole.append((index, variant))
    return inline, whole


def _fits(variant: Variant, readings: Sequence[Reading]) -> bool:
    known = {(reading.witnesses, reading.text) for reading in readings}
    return len(readings) > 1 and {(r.witnesses, r.text) for r in variant.readings} <= known


def _run(apparatus: Apparatus, inline: Mapping[int, list[_Numbered]], desk: _Desk) -> Iterator[str]:
    """The columns in order, with the base's blanks between them."""
    base = next((w for w in apparatus.witnesses if w.statement == apparatus.base), None)
    text = desk.sheet.texts[base.article] if base else ""
    end: int | None = None
    for index, column in enumerate(apparatus.columns):
        lemma = next((r for r in column.readings if apparatus.base in r.witnesses), None)
        spans = own_spans(lemma, base) if lemma and base else ()
        if spans:
            yield _between(text, end, spans[0].start)
            end = spans[-1].end
        if len(column.readings) == 1:
            yield desk.agreed(column.readings[0], text, spans)
        else:
            yield desk.app(column.readings, inline.get(index, ()), index)


def _between(text: str, end: int | None, start: int) -> str:
    """What stands between two places of the base: nothing, a blank, or words of the report."""
    between = "" if end is None else text[end:start]
    if between.strip():
        return ' <gap reason="report"/> '
    return "\n" if between else ""


def _refs(statements: Sequence[str]) -> str | None:
    return " ".join(f"#{id_}" for id_ in statements) or None


def _label(reason: str) -> str | None:
    """A reason, if it can stand in an attribute."""
    return reason if _LABEL.fullmatch(reason) else None


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the places of one utterance are written with."""

    utterance: str
    apparatus: Apparatus
    sheet: Sheet
    counted: Attestation

    def agreed(self, reading: Reading, text: str, spans: Sequence[Span]) -> str:
        """A place where all witnesses have the same; `spans` are the base's, a gap between its parts."""
        words = escaped(reading.text)
        if len(spans) > 1:
            ends = [None, *(span.end for span in spans)]
            words = "".join(
                _between(text, end, s.start) + escaped(s.of(text))
                for end, s in zip(ends, spans, strict=False)
            )
        return element("seg", words, corresp=self.places(reading))

    def places(self, reading: Reading) -> str | None:
        """Pointers to where a reading stands."""
        return " ".join(self.sheet.place(at.article, at.span) for at in reading.spans) or None

    def app(self, readings: Sequence[Reading], variants: Sequence[_Numbered], place: int | None) -> str:
        """A place where they differ; the base's reading first."""
        first = variants[0][1] if variants else None
        lemma = self._lemma(readings)
        edits = {
            variant.readings[edit.reading].witnesses: edit
            for _, variant in reversed(variants)
            for edit in variant.edits
            if edit.reading < len(variant.readings)
        }
        counts = self.counted.counts(readings, place)
        best = best_attested(counts)
        parts = [
            (at != lemma, self.reading(reading, edits.get(reading.witnesses), at == lemma, at in best))
            for at, reading in enumerate(readings)
        ]
        inside = [
            *(words for _, words in sorted(parts, key=lambda part: part[0])),
            *(self.attested(r, n) for r, n in zip(readings, counts, strict=True) if r.witnesses),
            *(note for numbered in variants for note in self.notes(*numbered)),
        ]
        kind = first.kind.value if first else None
        ana = f"#severity.{first.severity.value}" if first else None
        return element("app", "".join(inside), type=kind, ana=ana)

    def _lemma(self, readings: Sequence[Reading]) -> int | None:
        """The index of the base's reading."""
        return next((at for at, r in enumerate(readings) if self.apparatus.base in r.witnesses), None)

    def reading(self, reading: Reading, edit: Edit | None, lemma: bool, best: bool) -> str:
        """One reading; the base's is the lemma."""
        labels = [f"#severity.{edit.severity.value}"] if edit else []
        if best:
            labels.append("#attestation.best")
        words = escaped(reading.text)
        if edit is not None and edit.kind is VariantKind.ELLIPSIS:
            words += '<gap reason="ellipsis"/>'
        return element(
            "lem" if lemma else "rdg",
            words,
            wit=_refs(reading.witnesses),
            type=edit.kind.value if edit else None,
            cause=_label(edit.evidence.reason) if edit else None,
            ana=" ".join(labels) or None,
            corresp=self.places(reading),
        )

    def attested(self, reading: Reading, count: int) -> str:
        """At most how many independent witnesses have it."""
        wit = _refs(reading.witnesses)
        return element("witDetail", f"at most {count} independent", type="attested", n=str(count), wit=wit)

    def notes(self, index: int, variant: Variant) -> Iterator[str]:
        """Why a variant is classed so, who is shown to have altered, and what house styles say."""
        ana = f"#severity.{variant.severity.value}"
        reason = escaped(variant.evidence.reason)
        yield element("note", reason, type="variant", subtype=variant.kind.value, ana=ana)
        if variant.altered:
            shown = variant.shown_by.value if variant.shown_by else ""
            yield element("witDetail", shown, type="altered", wit=_refs(variant.altered))
        for finding in self.sheet.findings.get((self.utterance, index), ()):
            style, rule = self.sheet.styles.get(finding.style), self.sheet.rule(finding)
            points = [f"#verdict.{finding.verdict.value}", *([f"#{rule}"] if rule else ())]
            name = escaped(style.name if style else finding.style)
            yield element(
                "note", name, type="house_style", target=_refs(finding.altered), ana=" ".join(points)
            )
