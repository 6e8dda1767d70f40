"""The versions of an utterance, one under the other: a base as a heat map, changes of the others marked.

``<ins>`` is what a version has and the base has not, ``<del>`` what the base has and the
version has not.  In the base each place where independent witnesses differ is shaded by
how many they are, and drawn by how grave it is.  Every mark leads to its note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.exports.apparatusterms import attested_label, kind_label
from rashomon.exports.collated import Collated, Version
from rashomon.exports.heat import Heat, HeatMap
from rashomon.exports.html.prose import Anchors, shown
from rashomon.exports.html.telling import Telling, telling
from rashomon.exports.wording import Piece, separator
from rashomon.model import Mode, Severity, Variant, VariantKind, Witness

__all__ = ["NOTHING", "Change", "Running", "drawn", "note_anchor", "panels"]

VERSIONS, PANELS, TELLINGS = 12, 6, 6
"""Versions under one base, bases to choose from, and witnesses of a version whose chain is told."""

ROOM = 100_000
"""Characters of all versions under all bases that one card may hold."""

_EDITORIAL = re.compile(r"\[[^\[\]]{0,400}\]|…|\.{3,4}")
_SEAMS = (VariantKind.SPLICE, VariantKind.SPLIT)

NOTHING = Markup('<span class="none" title="no words here">—</span>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One version with its changes to the base marked, and how it came to be told.

    `sigla` are its witnesses with the ways to them; `mode` is shown where it is not a quotation;
    `retold` says that it retells, or in which language it is, empty otherwise.
    """

    sigla: tuple[tuple[str, str], ...]
    more: int
    markup: Markup
    same: bool
    retold: str
    mode: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """One choice of a base: its text as a heat map, and the other versions against it."""

    siglum: str
    base: Change
    changes: tuple[Change, ...]
    hidden: int
    own: bool


def panels(collated: Collated, anchors: Anchors) -> Iterator[Running]:
    """The versions against the base of the apparatus, then against others that may be chosen."""
    versions = collated.versions
    could = [v for v in versions if v.first.statement not in collated.retold]
    for base in (could or list(versions))[: _bases(collated)]:
        against = _Against(collated, anchors, collated.base if base.base else base.first)
        others = sorted((v for v in versions if v is not base), key=lambda v: v not in could)
        yield Running(
            siglum=collated.sigla[against.base.statement],
            base=against.change(base, against.heat()),
            changes=tuple(against.change(v, against.changed(v.first)) for v in others[:VERSIONS]),
            hidden=max(len(others) - VERSIONS, 0),
            own=base.base,
        )


def _bases(collated: Collated) -> int:
    """How many bases there are to choose from: fewer, at last one, where the texts are long."""
    length = sum(len(piece.words) for piece in collated.pieces[collated.base.statement])
    return max(1, min(PANELS, ROOM // max(length * len(collated.versions), 1)))


def note_anchor(collated: Collated, number: int) -> str:
    """The anchor of a note."""
    return f"{collated.id}-v{number}"


def drawn(words: str) -> Markup:
    """Words with brackets and dots as what they are: no words of the speaker."""
    out: list[str] = []
    at = 0
    for found in _EDITORIAL.finditer(words):
        kind = "bracketed" if found[0][0] == "[" else "dots"
        out += (shown(words[at : found.start()]), f'<span class="{kind}">', shown(found[0]), "</span>")
        at = found.end()
    return Markup("".join((*out, shown(words[at:]))))


class _Against:
    """The versions of one utterance, seen from one of its witnesses."""

    def __init__(self, collated: Collated, anchors: Anchors, base: Witness) -> None:
        self.of, self.anchors, self.base = collated, anchors, base
        self.text = collated.of.articles[base.article].text
        self.pieces = collated.pieces[base.statement]
        self.heats = HeatMap(collated)
        self.seams = dict(_seams(collated))

    def change(self, version: Version, markup: Markup) -> Change:
        of, first = self.of.of, version.first
        mode = of.statements[first.statement].mode
        told = (telling(of.statements[w.statement], of, self.anchors) for w in version.witnesses[:TELLINGS])
        return Change(
            sigla=tuple(self._badge(w) for w in version.witnesses[:VERSIONS]),
            more=max(len(version.witnesses) - VERSIONS, 0),
            markup=markup,
            same=not any(tag in markup for tag in ("<ins>", "<del>", 'class="none"')),
            retold=self.of.how_told(first.statement) if first.statement in self.of.retold else "",
            mode="" if mode is Mode.DIRECT else mode.value,
            tellings=tuple(dict.fromkeys(one for one in told if not one.empty)),
        )

    def _badge(self, witness: Witness) -> tuple[str, str]:
        href = "#" + self.anchors.of(witness.article, witness.spans[0])
        return self.of.sigla[witness.statement], href

    # --- the base

    def heat(self) -> Markup:
        """The base text with every place shaded."""
        out: list[str] = []
        end: int | None = None
        told: set[int] = set()
        for piece in self.pieces:
            heat = self.heats.at(piece.column, self.base)
            if not piece.words and (heat is None or self._outside(self.base, piece.column)):
                continue
            before = _before(self.text, end, piece) if out else ""
            numbers = tuple(n for n in heat.numbers if n not in told) if heat else ()
            out += (before, self._shaded(piece, heat, numbers) if heat else drawn(piece.words))
            told.update(numbers)
            end = piece.spans[-1].end if piece.spans else end
        for at_end, heat in self.heats.ends(self.base):
            gap = self._shaded(Piece(column=-1, spans=(), words=""), heat, heat.numbers)
            out = [*out, " ", gap] if at_end else [gap, " ", *out]
        return self._with_seams(Markup("".join(out)), self.base)

    def _shaded(self, piece: Piece, heat: Heat, numbers: Sequence[int]) -> Markup:
        share = max(1, round(100 * heat.differ / max(self.of.independent, 1)))
        return Markup('<a class="heat {}{}" style="--heat:{}%" href="#{}" title="{}"{}>{}</a>').format(
            heat.severity.value,
            "" if piece.words else " gap",
            share,
            note_anchor(self.of, heat.numbers[0]),
            self._title(heat),
            Markup(' data-n="{}"').format(",".join(map(str, numbers))) if numbers else "",
            drawn(piece.words) if piece.words else Markup('<span class="vh">other words here</span>'),
        )

    def _title(self, heat: Heat) -> str:
        named = (self._label(number) for number in heat.numbers)
        return f"{'; '.join(named)}. {attested_label(heat.differ, self.of.independent)} differ"

    def _label(self, number: int) -> str:
        variant = self.of.apparatus.variants[number - 1]
        seen = "" if self.base is self.of.base else f", seen from {self.of.sigla[self.of.base.statement]}"
        return f"{number} {kind_label(variant.kind)}, {variant.severity.value}{seen}"

    # --- the others

    def changed(self, witness: Witness) -> Markup:
        """The words of a witness with what it changes."""
        pieces = self.of.pieces[witness.statement]
        text = self.of.of.articles[witness.article].text
        if witness.statement in self.of.retold:
            return _plain(pieces, text)
        out: list[str] = []
        own_end: int | None = None
        base_end: int | None = None
        outside = False
        for base, own in zip(self.pieces, pieces, strict=True):
            blanks = _before(text, own_end, own), _before(self.text, base_end, base)
            part, blank = self._part(base, own, witness, blanks)
            if part == NOTHING and outside:
                part = Markup("")
            outside = (outside or part == NOTHING) and not own.words
            if part:
                out += (blank if out else "", part)
            own_end = own.spans[-1].end if own.spans else own_end
            base_end = base.spans[-1].end if base.spans else base_end
        return self._with_seams(Markup("".join(out)), witness)

    def _part(self, base: Piece, own: Piece, witness: Witness, blanks: tuple[str, str]) -> tuple[Markup, str]:
        """What is shown of one column, and the blank before it."""
        if self._together(own.column, witness):
            return (drawn(own.words) if own.words else Markup("")), blanks[0]
        if not own.words and self._outside(witness, own.column):
            return (NOTHING, "\u00a0") if base.words else (Markup(""), "")
        if not base.words and self._outside(self.base, own.column):
            return Markup("<ins>{}</ins>").format(drawn(own.words)), blanks[0]
        if not own.words and not base.words:
            return Markup(""), ""
        return self._marked(base, own, witness), blanks[0] if own.words else blanks[1]

    def _marked(self, base: Piece, own: Piece, witness: Witness) -> Markup:
        """A change, as a link to the note on its place if there is one."""
        tagged = (Markup("<del>{}</del>"), base.words), (Markup("<ins>{}</ins>"), own.words)
        words = Markup(" ").join(tag.format(drawn(words)) for tag, words in tagged if words)
        numbers = self.of.numbers.get(own.column, ())
        if not numbers:
            return words
        return Markup('<a class="change {}" href="#{}" title="{}" data-n="{}">{}</a>').format(
            self._severity(numbers[0], witness).value,
            note_anchor(self.of, numbers[0]),
            "; ".join(map(self._label, numbers)),
            ",".join(map(str, numbers)),
            words,
        )

    def _severity(self, number: int, witness: Witness) -> Severity:
        """Of this witness's own edit, if it is the base of the apparatus that it is held against."""
        variant: Variant = self.of.apparatus.variants[number - 1]
        own = next((i for i, r in enumerate(variant.readings) if witness.statement in r.witnesses), None)
        mine = next((edit for edit in variant.edits if edit.reading == own), None)
        return mine.severity if mine and self.base is self.of.base else variant.severity

    def _together(self, column: int, witness: Witness) -> bool:
        readings = self.of.readings
        return readings[witness.statement][column] == readings[self.base.statement][column]

    def _outside(self, witness: Witness, column: int) -> bool:
        empty = not self.of.pieces[witness.statement][column].words
        return empty and self.of.lacks_nothing(witness, column)

    def _with_seams(self, markup: Markup, witness: Witness) -> Markup:
        """The text with a sign at the end at which it is cut or joined."""
        for (number, at_end), statements in self.seams.items():
            if witness.statement in statements:
                sign = Markup('<a class="seam" href="#{}" title="{}" data-n="{}">‖</a>').format(
                    note_anchor(self.of, number), self._label(number), number
                )
                markup = markup + " " + sign if at_end else sign + " " + markup
        return markup


def _seams(collated: Collated) -> Iterator[tuple[tuple[int, bool], frozenset[str]]]:
    """The seams at an end of the text: number, whether at its end, and who is marked with it."""
    for number in collated.numbers.get(None, ()):
        variant = collated.apparatus.variants[number - 1]
        if variant.kind in _SEAMS:
            marked = frozenset(variant.altered) or frozenset((collated.base.statement,))
            yield (number, _at_end(variant, collated)), marked


def _at_end(variant: Variant, collated: Collated) -> bool:
    """Whether its words are the last of a witness, not the first."""
    starts = {(w.article, w.spans[0].start) for w in collated.witnesses if w.spans}
    return not any((at.article, at.span.start) in starts for r in variant.readings for at in r.spans)


def _plain(pieces: Sequence[Piece], text: str) -> Markup:
    out: list[str] = []
    end: int | None = None
    for piece in pieces:
        if piece.words:
            out += (_before(text, end, piece) if out else "", drawn(piece.words))
            end = piece.spans[-1].end if piece.spans else end
    return Markup("".join(out))


def _before(text: str, end: int | None, piece: Piece) -> str:
    """What goes before this piece, if the words before it in its own text end at `end`."""
    if end is None or not piece.spans:
        return " "
    return separator(text, end, piece.spans[0].start)
