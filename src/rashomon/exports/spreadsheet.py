"""The apparatus as a table for spreadsheets and statistics: a row for each witness at each place.

CSV as RFC 4180 has it, in UTF-8, lines ended by CRLF, the first naming the
columns.  A cell's words are a report's, verbatim but for control characters (see
`display.visible`); they are never changed to keep a spreadsheet from taking
them for a formula.  A difference of whole witnesses has rows without a place.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.exports.attestation import Attestation, best_attested
from rashomon.exports.display import visible
from rashomon.exports.overview import source_label
from rashomon.exports.wording import joined
from rashomon.model import Apparatus, Article, Dossier, Reading, Span, Statement, Utterance, Variant, Witness

__all__ = ["COLUMNS", "CsvExporter"]

COLUMNS = (
    *("utterance", "place", "witness", "article", "input", "publisher", "source", "mode", "base"),
    *("text", "start", "end", "spans", "kind", "severity", "reason"),
    *("attested", "best_attested", "altered", "shown_by"),
)
"""The names of the columns; docs/formats.md says what is in them."""

_Row = dict[str, object]
_FLAG = {True: "yes", False: "no"}


class CsvExporter:
    """Every reading of every witness, and how it differs from the base's."""

    format: str = "csv"
    suffixes: tuple[str, ...] = (".csv",)

    def export(self, dossier: Dossier) -> bytes:
        """The table in UTF-8."""
        articles = {article.id: article for article in dossier.articles}
        statements = {statement.id: statement for statement in dossier.statements}
        page = io.StringIO(newline="")
        writer = csv.DictWriter(page, COLUMNS, restval="", lineterminator="\r\n")
        writer.writeheader()
        for utterance in dossier.utterances:
            for row in _Sheet.of(utterance, articles, statements).rows():
                writer.writerow({key: visible(str(value)) for key, value in row.items()})
        return page.getvalue().encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One utterance, with the articles and statements of the dossier by id."""

    id: str
    apparatus: Apparatus
    articles: Mapping[str, Article]
    statements: Mapping[str, Statement]
    witnesses: Mapping[str, Sequence[Witness]]

    @classmethod
    def of(
        cls, utterance: Utterance, articles: Mapping[str, Article], statements: Mapping[str, Statement]
    ) -> _Sheet:
        """The sheet of an utterance."""
        witnesses: dict[str, list[Witness]] = defaultdict(list)
        for witness in utterance.apparatus.witnesses:
            witnesses[witness.statement].append(witness)
        return cls(utterance.id, utterance.apparatus, articles, statements, witnesses)

    def rows(self) -> Iterator[_Row]:
        """Place by place, within a place by reading; what has no place comes last."""
        classed: dict[int, Variant] = {}
        for variant in reversed(self.apparatus.variants):
            if variant.column is not None:
                classed[variant.column] = variant
        counted = Attestation(self.apparatus)
        for at, column in enumerate(self.apparatus.columns):
            counts = counted.counts(column.readings, at)
            yield from self.place(column.readings, classed.get(at), counts, at + 1)
        for variant in self.apparatus.variants:
            if variant.column is None:
                counts = counted.counts(variant.readings, None)
                yield from self.place(variant.readings, variant, counts, "")

    def place(
        self, readings: Sequence[Reading], variant: Variant | None, counts: Sequence[int], number: object
    ) -> Iterator[_Row]:
        """The rows of one place, or of one difference of whole witnesses."""
        best = best_attested(counts)
        for at, reading in enumerate(readings):
            told = {"attested": counts[at], "best_attested": _FLAG[at in best]}
            told |= _class(variant, reading, self.apparatus.base)
            places: dict[str, list[Span]] = defaultdict(list)
            for located in reading.spans:
                places[located.article].append(located.span)
            for witness in (w for id_ in reading.witnesses for w in self.witnesses[id_]):
                where = {"utterance": self.id, "place": number}
                there = self.words(witness, places.get(witness.article, ())) | told | _who(variant, witness)
                yield where | self.told_of(witness) | there

    def told_of(self, witness: Witness) -> _Row:
        """Who has it: what is known of the report, and whom it gives the words to."""
        article, statement = self.articles[witness.article], self.statements.get(witness.statement)
        mention = statement.source if statement else None
        return {
            "witness": witness.statement,
            "article": witness.article,
            "input": article.input,
            "publisher": article.publisher.name if article.publisher else "",
            "source": source_label(mention.source if mention else None) or "",
            "mode": statement.mode.value if statement else "",
            "base": _FLAG[witness.statement == self.apparatus.base],
        }

    def words(self, witness: Witness, places: Sequence[Span]) -> _Row:
        """What it has there, and where, of these places in its report; nothing where it lacks the words."""
        spans = [place for place in places if any(own.contains(place) for own in witness.spans)]
        if not spans:
            return {"text": ""}
        return {
            "text": joined(self.articles[witness.article].text, spans),
            "start": spans[0].start,
            "end": spans[-1].end,
            "spans": " ".join(f"{span.start}-{span.end}" for span in spans),
        }


def _class(variant: Variant | None, reading: Reading, base: str) -> _Row:
    """What the reading does to the base's; nothing if it is that, or all agree."""
    if variant is None or base in reading.witnesses:
        return {}
    same = (edit for edit in variant.edits if _is(variant.readings, edit.reading, reading))
    found = next(same, None) if variant.edits else variant
    if found is None:
        return {}
    return {"kind": found.kind.value, "severity": found.severity.value, "reason": found.evidence.reason}


def _is(readings: Sequence[Reading], index: int, reading: Reading) -> bool:
    return index < len(readings) and readings[index].witnesses == reading.witnesses


def _who(variant: Variant | None, witness: Witness) -> _Row:
    """Whether the text shows this witness to have altered the words, and by what."""
    if variant is None or witness.statement not in variant.altered:
        return {"altered": "" if variant is None else "no"}
    return {"altered": "yes", "shown_by": variant.shown_by.value if variant.shown_by else ""}
