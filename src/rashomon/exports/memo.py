"""The memo: what a house style says of each difference, the ones it does not allow first.

A line names the difference, the words on both sides, who is shown to have altered them
(or that they differ), the rule's gist and where it is written down.  What a style allows
or does not speak of is only counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.exports.apparatusnotes import Note, NotedReading, notes
from rashomon.exports.apparatusterms import VERDICTS, cited, edit_label, kind_label, shown_label
from rashomon.exports.collated import Collated
from rashomon.exports.display import visible
from rashomon.exports.overview import Overview
from rashomon.exports.terms import FLAGS
from rashomon.model import Finding, HouseRule, HouseStyle, Utterance, Verdict

__all__ = ["MEMO_ORDER", "Memo", "MemoLine", "memos", "verdict_counts"]

MEMO_ORDER = (Verdict.NOT_ALLOWED, Verdict.IF_MARKED, Verdict.EDITOR_DECIDES)
"""The verdicts that have lines, in this order; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoLine:
    """One difference under one rule.

    Attributes:
        utterance: its number among the shared ones, None for an unnamed source.
        identity: the utterance's id; empty for an unnamed source.
        note: the number of the variant, None for an unnamed source.
        what: the class of the difference, or the note on the source, as a label.
        sigla: who has the other reading; the siglum of the report for an unnamed source.
        base: the siglum of the base.
        words: what those have, and `lemma` what the base has; verbatim on one line.
        who: who altered the words and what shows it, or that they differ; empty for a source.
        rule: the rule that speaks of it.
    """

    verdict: Verdict
    utterance: int | None
    identity: str
    note: int | None
    what: str
    sigla: tuple[str, ...]
    base: str
    words: str
    lemma: str
    who: str
    rule: HouseRule

    @property
    def source(self) -> str:
        """Where the rule is written down, and whether that was read."""
        return cited(self.rule.citation) + ("" if self.rule.verified else " (wording not verified)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """All of one style: its lines, and of the rest how many differences of which kind have which verdict."""

    style: HouseStyle
    lines: tuple[MemoLine, ...]
    rest: tuple[tuple[Verdict, tuple[tuple[str, int], ...]], ...]

    def count(self, verdict: Verdict) -> int:
        """How many lines have this verdict."""
        return sum(line.verdict is verdict for line in self.lines)


def memos(of: Overview) -> tuple[Memo, ...]:
    """A memo for each house style of the dossier, on the utterances that more than one report has."""
    shared = {utterance.id: (number, utterance) for number, utterance in enumerate(of.shared, 1)}
    by_style: dict[str, list[Finding]] = defaultdict(list)
    for finding in of.dossier.findings:
        if finding.utterance is None or finding.utterance in shared:
            by_style[finding.style].append(finding)
    told = _Told(of, shared)
    return tuple(_memo(style, by_style[style.id], told) for style in of.dossier.house_styles)


def _memo(style: HouseStyle, findings: Sequence[Finding], told: _Told) -> Memo:
    rules = {rule.id: rule for rule in style.rules}
    found = [
        told.line(finding, rules[finding.rule])
        for finding in findings
        if finding.verdict in MEMO_ORDER and finding.rule in rules
    ]
    lines = [line for line in found if line is not None]
    rest: dict[Verdict, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        if finding.verdict not in MEMO_ORDER and finding.kind:
            rest[finding.verdict][kind_label(finding.kind)] += 1
    return Memo(
        style=style,
        lines=tuple(sorted(lines, key=lambda line: MEMO_ORDER.index(line.verdict))),
        rest=tuple((verdict, tuple(rest[verdict].most_common())) for verdict in VERDICTS if rest[verdict]),
    )


class _Told:
    """Looks up what findings point to; each utterance is laid out once."""

    def __init__(self, of: Overview, shared: dict[str, tuple[int, Utterance]]) -> None:
        self.of, self.shared = of, shared
        self.known: dict[str, tuple[Collated, dict[int, Note]]] = {}

    def line(self, finding: Finding, rule: HouseRule) -> MemoLine | None:
        """The line of one finding; None where it points to no noted difference (`verify` names it)."""
        if finding.utterance is None or finding.variant is None:
            return self._source(finding, rule)
        collated, found = self._laid_out(finding.utterance)
        note = found.get(finding.variant)
        if note is None:
            return None
        other = self._reading(finding, collated, note)
        kind = kind_label(finding.kind or note.kind)
        return MemoLine(
            verdict=finding.verdict,
            utterance=self.shared[finding.utterance][0],
            identity=finding.utterance,
            note=note.number,
            what=f"{kind}: {edit_label(finding.reason or note.reason)}",
            sigla=other.sigla,
            base=collated.sigla[collated.base.statement],
            words=other.words,
            lemma=note.lemma.words,
            who=shown_label(collated.sigla_of(set(finding.altered)), finding.shown_by),
            rule=rule,
        )

    def _reading(self, finding: Finding, collated: Collated, note: Note) -> NotedReading:
        """The reading that the finding is about; of a whole variant the first other one."""
        if finding.reading is not None:
            variant = collated.apparatus.variants[note.number - 1]
            at = variant.readings[finding.reading :][:1] if finding.reading >= 0 else ()
            own = {id_ for reading in at for id_ in reading.witnesses}
            for reading in note.others:
                if not own.isdisjoint(reading.witnesses):
                    return reading
        return next(iter(note.others), note.lemma)

    def _laid_out(self, utterance: str) -> tuple[Collated, dict[int, Note]]:
        if utterance not in self.known:
            collated = Collated(self.shared[utterance][1], self.of)
            self.known[utterance] = collated, {note.number - 1: note for note in notes(collated)}
        return self.known[utterance]

    def _source(self, finding: Finding, rule: HouseRule) -> MemoLine:
        known = self.of.dossier.unnamed
        at = finding.unnamed
        entry = known[at] if at is not None and at < len(known) else None
        return MemoLine(
            verdict=finding.verdict,
            utterance=None,
            identity="",
            note=None,
            what=FLAGS[finding.flag] if finding.flag else "",
            sigla=(self.of.sigla[entry.article],) if entry and entry.article in self.of.sigla else (),
            base="",
            words=visible(entry.descriptor) if entry else "",
            lemma="",
            who="",
            rule=rule,
        )


def verdict_counts(memo: Memo) -> Iterator[tuple[Verdict, int]]:
    """How many differences have each verdict, from the one that forbids; those with none are left out."""
    for verdict in MEMO_ORDER:
        if number := memo.count(verdict):
            yield verdict, number
    for verdict, kinds in memo.rest:
        yield verdict, sum(number for _, number in kinds)
