"""One shared utterance in lines: its base with marks under it, its notes, and the alignment table.

On a terminal all is cut to what can be taken in at a glance, the gravest notes kept, with
the number of what is left out and how to see it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.exports.apparatusnotes import Note, NotedReading, notes, weightiest
from rashomon.exports.apparatusterms import (
    FEW,
    KINSHIPS,
    edit_label,
    independent_label,
    kind_label,
    shown_label,
    sigla_label,
    tongue_label,
)
from rashomon.exports.chainlines import relay_words
from rashomon.exports.collated import Collated, Version
from rashomon.exports.display import NOT_STATED, shortened, visible
from rashomon.exports.fitting import Line, flowed
from rashomon.exports.heatlines import SEVERITY_STYLES, heat_lines
from rashomon.exports.overview import Overview, source_label
from rashomon.exports.sections import Pen
from rashomon.exports.tablelines import NO_WORDS, table_blocks
from rashomon.exports.terms import could_be, plain_label
from rashomon.exports.wording import joined
from rashomon.model import Mode, Severity, Utterance, VariantKind

__all__ = ["utterance_lines"]

LINES, NOTES, RETOLD, READINGS = 8, 10, 3, 6
"""On a terminal: lines of the base, notes, retellings, and other readings of a note."""

BLOCKS, VERSIONS, ROWS = 2, 3, 12
"""On a terminal: blocks of a table, versions that it needs, and its rows."""

WHOLE = 60
"""Characters of a reading that is the whole text or the most of it: it stands above, too."""

SAID = 2
"""Independent witnesses; of so few nobody need be told how many have a reading."""

_INDENT = 4
_KIND, _SEVERITY = (max(map(len, labels)) for labels in (VariantKind, Severity))


def utterance_lines(
    number: int, utterance: Utterance, of: Overview, pen: Pen, *, full: bool
) -> Iterator[Line]:
    """The lines of a shared utterance.

    Args:
        number: among the shared ones, from one.
        utterance: one of `of.shared`.
        of: the overview that it stands in.
        pen: what the lines are made for.
        full: whether nothing is left out.
    """
    drawn = _Drawn(Collated(utterance, of), pen, None if full else FEW)
    yield from drawn.head(number)
    yield from _cut(drawn.base(), None if full else 2 * LINES, "lines")
    yield from drawn.told()
    yield from _cut(drawn.retold(), None if full else RETOLD, "lines")
    found = tuple(notes(drawn.of))
    kept, hidden = weightiest(found, len(found) if full else NOTES)
    yield from (line for note in kept for line in drawn.note(note))
    if hidden:
        yield _more(hidden, "notes")
    alone = len(of.shared) == 1
    yield from drawn.table(None if full else BLOCKS, 2 if full or alone else VERSIONS)


def _cut(lines: Iterator[Line], most: int | None, what: str) -> Iterator[Line]:
    every = tuple(lines)
    yield from every[:most]
    if most is not None and len(every) > most:
        yield _more(len(every) - most, what)


def _more(number: int, what: str) -> Line:
    return ((f"{' ' * _INDENT}… {number:,} more {what}: --format text", "dim"),)


class _Drawn:
    """The parts of one utterance as lines."""

    def __init__(self, collated: Collated, pen: Pen, few: int | None) -> None:
        self.of, self.pen, self.few = collated, pen, few

    def _flowed(self, head: Line, parts: list[tuple[str, str]], indent: int) -> Iterator[Line]:
        return flowed(head, parts, width=self.pen.width, indent=indent, measure=self.pen.measure)

    def head(self, number: int) -> Iterator[Line]:
        """Who speaks, in which reports, how many independent witnesses there are at most."""
        speaker = source_label(self.of.utterance.source)
        parts = [
            (visible(speaker) if speaker else f"source: {NOT_STATED}", "bold"),
            ("  " + sigla_label(tuple(self.of.sigla.values()), self.few), "cyan"),
            (f" · {independent_label(self.of.independent)}", "dim"),
        ]
        for name, having in self.of.named_otherwise.items():
            parts.append((f" · speaker in {sigla_label(having, self.few)}: {name}", "yellow"))
        for family in self.of.apparatus.families:
            sigla = sigla_label(self.of.sigla_of(set(family.witnesses)), self.few)
            parts += [(f" · {sigla}", "cyan"), (f" once: {KINSHIPS[family.kinship]}", "dim")]
        yield from self._flowed(((f"{number!s:<{_INDENT}}", ""),), parts, _INDENT)

    def base(self) -> Iterator[Line]:
        """The base text, with marks under the places that differ."""
        letters = self.of.sigla[self.of.base.statement]
        left = _INDENT + len(letters) + 2
        room = max(self.pen.width - left, 1)
        start = ((" " * _INDENT, ""), (f"{letters}  ", "cyan"))
        for at, (words, marks) in enumerate(heat_lines(self.of, room=room, measure=self.pen.measure)):
            yield (*(((" " * left, ""),) if at else start), *words)
            if marks:
                yield ((" " * left, ""), *marks)

    def told(self) -> Iterator[Line]:
        """Through whom the witnesses have the words, when and in what language; those told alike together."""
        alike: dict[str, list[str]] = {}
        for id_, letters in self.of.sigla.items():
            if words := self._telling(id_):
                alike.setdefault(words, []).append(letters)
        for words, having in alike.items():
            sigla = sigla_label(having, self.few)
            yield from self._flowed(((" " * _INDENT, ""),), [(f"{sigla}  {words}", "dim")], _INDENT)

    def _telling(self, id_: str) -> str:
        statements = self.of.of.statements
        one, modes = statements[id_], {statements[other].mode for other in self.of.sigla}
        aligned = one.mode is Mode.INDIRECT and len(modes) > 1 and id_ not in self.of.retold
        parts = [
            f"through {relay_words(one.chain)}" if one.chain else "",
            f"occasion: {plain_label(one.occasion.kind)}" if one.occasion else "",
            tongue_label(one.tongue) if one.tongue else "",
            "in the reporter’s words" if aligned else "",
            could_be(one.source) or "",
        ]
        return " · ".join(filter(None, parts))

    def retold(self) -> Iterator[Line]:
        """What those have who retell in the reporter's words or in another language."""
        for version in self.of.versions:
            if version.first.statement in self.of.retold:
                how = self.of.how_told(version.first.statement)
                words = [(f"{how}: ", "dim"), (self._words(version), "italic")]
                sigla = sigla_label(version.sigla, self.few)
                yield from self._flowed(((" " * _INDENT, ""), (f"{sigla}  ", "cyan")), words, _INDENT + 2)

    def _words(self, version: Version) -> str:
        text = self.of.of.articles[version.first.article].text
        return joined(text, version.first.spans)

    # --- notes

    def note(self, note: Note) -> Iterator[Line]:
        """Number, class, lemma and readings; the reason if it is major; who is shown to have altered."""
        head = (
            (f"{' ' * _INDENT}{note.number!s:<3} ", "dim"),
            (f"{kind_label(note.kind):<{_KIND}}  ", ""),
            (f"{note.severity.value:<{_SEVERITY}}  ", SEVERITY_STYLES[note.severity]),
        )
        parts = [*self._reading(note.lemma, note), (" ]", "bold")]
        others = note.others[: READINGS if self.few else None]
        for at, other in enumerate(others):
            parts += [(" |" if at else "", "dim"), *self._reading(other, note, classed=len(note.others) > 1)]
        if len(others) < len(note.others):
            parts.append((f" | … {len(note.others) - len(others):,} more readings", "dim"))
        if note.severity is Severity.MAJOR:
            parts.append((f" · {edit_label(note.reason)}", "dim"))
        if note.altered:
            parts.append((f" · {shown_label(note.altered, note.shown_by, self.few)}", "bold"))
        yield from self._flowed(head, parts, sum(len(words) for words, _ in head))

    def _reading(
        self, reading: NotedReading, note: Note, *, classed: bool = False
    ) -> Iterator[tuple[str, str]]:
        words = shortened(reading.words, WHOLE) if note.whole else reading.words
        yield f" {sigla_label(reading.sigla, self.few)} ", "cyan"
        yield words or NO_WORDS, SEVERITY_STYLES[reading.severity] if reading.severity else ""
        told = [f"{reading.attested}/{note.of}"] if note.of > SAID and not note.whole else []
        if classed and reading.kind and (reading.kind, reading.severity) != (note.kind, note.severity):
            told.append(kind_label(reading.kind))
        if told:
            yield f" ({', '.join(told)})", "dim"

    # --- table

    def table(self, most: int | None, versions: int) -> Iterator[Line]:
        """The alignment table, if there are versions enough, and on a terminal if it is not too long."""
        held = [v for v in self.of.versions if v.first.statement not in self.of.retold]
        if len(held) < versions or not self.of.apparatus.variants:
            return
        rows = ROWS if self.few else None
        found = table_blocks(self.of, room=self.pen.width - _INDENT, measure=self.pen.measure, rows=rows)
        if most is not None and len(found) > most:
            yield ((f"{' ' * _INDENT}… the table: --format text", "dim"),)
            return
        for block in found:
            yield ()
            yield from (((" " * _INDENT, ""), *line) for line in block)
        if rows and len(held) > rows:
            yield _more(len(held) - rows, "versions")
