"""The matrix on the page: a row for each claim, a column for each report, and what stands behind each cell.

A cell leads to the passages that it rests on; they stand under the row and are shown when
something in them is the target of a link, so that no script is needed.  Which rows are shown, and in
which order, is chosen by radio buttons that the style sheet reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from rashomon.exports.claimterms import DRAWN_STANCES, at_most_label, nearness
from rashomon.exports.display import NOT_STATED, mode_label, shortened, visible
from rashomon.exports.html.passages import passage
from rashomon.exports.html.prose import Anchors, shown
from rashomon.exports.standing import Standing
from rashomon.exports.terms import plain_label
from rashomon.model import Claim, Conflict, Position, Relation, Stance, Wording

__all__ = ["FOLD", "Cell", "Entry", "Matrix", "Row", "Told", "matrix_view"]

FOLD, CELLS = 60, 1_500
"""Rows that are open at least, and cells: beyond both rows are folded."""

FEW, NEAREST = 12, 5
"""Reports up to which every claim has all cells and every silence its passage in words; beyond, so many
passages are shown of a claim that one report alone has."""

HEAD, SHORT = 240, 130
"""Letters of a claim in its row, with few reports and with many; what is left out stands under the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one report does with one claim, as a word; the style sheet has the signs."""

    stance: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One wording: its words linked to their place, and in whose name they are told."""

    markup: Markup
    speaker: str | None
    mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands behind a cell.

    `near` says how near the passage came that was checked; `nearest` are its words, or, where there are
    many reports and the entry is `brief`, a link to them.
    """

    anchor: str
    siglum: str
    stance: str
    sign: str
    told: tuple[Told, ...]
    near: str
    nearest: Markup
    brief: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim: `reports` have it, `disputes` are conflicts and updates, `only` is the one that has it.

    `speaker` is to whom the wording that stands for it is given, if to anybody; of `hidden` reports,
    silent all of them, there is no entry.
    """

    number: int
    id: str
    words: Markup
    kind: str
    speaker: str
    origins: int
    at_most: str
    cells: tuple[Cell, ...]
    entries: tuple[Entry, ...]
    differences: tuple[tuple[str, str], ...]
    reports: int
    disputes: int
    hidden: int
    only: str
    silent: str
    late: bool

    @property
    def brief(self) -> bool:
        """Whether any of its entries is."""
        return any(entry.brief for entry in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The part of the page; `columns` are letters with the names of the reports."""

    looked_for: bool
    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    several: int
    disputed: int
    only: tuple[tuple[str, int], ...]
    silent: tuple[tuple[str, int], ...]
    rules: Markup

    @property
    def many(self) -> bool:
        """Whether there are too many columns for words in the cells."""
        return len(self.columns) > FEW

    @property
    def folded(self) -> int:
        """How many rows are closed at first."""
        return sum(row.late for row in self.rows)


def matrix_view(of: Standing, anchors: Anchors) -> Matrix:
    """The matrix of all claims."""
    rows = tuple(_row(id_, of, anchors) for id_ in of.claims)
    letters = tuple(report.siglum for report in of.of.reports)
    return Matrix(
        looked_for=of.looked_for,
        columns=tuple((report.siglum, _name(of, report.article.id)) for report in of.of.reports),
        rows=rows,
        several=sum(row.reports > 1 for row in rows),
        disputed=sum(row.disputes > 0 for row in rows),
        only=tuple((letter, sum(row.only == letter for row in rows)) for letter in letters),
        silent=tuple((letter, sum(letter in row.silent.split() for row in rows)) for letter in letters),
        rules=_rules(letters),
    )


def _name(of: Standing, article: str) -> str:
    told = of.of.articles[article]
    return visible(told.publisher.name if told.publisher else told.input)


def _row(id_: str, of: Standing, anchors: Anchors) -> Row:
    claim, number = of.claims[id_], of.numbers[id_]
    head = of.head(claim)
    positions = of.positions(claim)
    having = of.sigla(of.having[id_])
    lone = of.lone(id_) and len(of.of.reports) > FEW
    entries = tuple(
        _entry(positions.get(article), letter, number, of, anchors)
        for article, letter in _shown(claim, of, lone=lone)
    )
    conflicts = of.conflicts.get(id_, ())
    return Row(
        number=number,
        id=id_,
        words=shown(shortened(of.words(head), HEAD if len(of.of.reports) <= FEW else SHORT)),
        kind=claim.kind.value,
        speaker=visible(of.speaker(head) or ""),
        origins=claim.origins.at_most,
        at_most=at_most_label(claim.origins.at_most),
        cells=() if lone else tuple(Cell(stance=e.stance, href=f"#{e.anchor}") for e in entries),
        entries=entries,
        differences=tuple((f"#{one.id}", _difference(one)) for one in conflicts),
        reports=len(having),
        disputes=len(of.disputed(id_)),
        only=having[0] if len(having) == 1 and len(of.of.reports) > 1 else "",
        hidden=len(of.of.reports) - len(entries),
        silent=" ".join(letter for letter in of.of.sigla.values() if letter not in having),
        late=number > max(FOLD, CELLS // max(len(of.of.reports), 1)),
    )


def _shown(claim: Claim, of: Standing, *, lone: bool) -> list[tuple[str, str]]:
    """The reports, by id and letter, that a row tells of: all, or who has it and who came nearest."""
    reports = [(report.article.id, report.siglum) for report in of.of.reports]
    if not lone:
        return reports
    ranks = sorted(claim.positions, key=lambda p: (p.stance is Stance.SILENT, -p.evidence.score))
    kept = {p.article for p in ranks[: NEAREST + 1]}
    return [pair for pair in reports if pair[0] in kept]


def _difference(one: Conflict) -> str:
    if one.relation is Relation.CONFLICT:
        return f"{one.relation.value}: {one.kind.value}"
    return f"{one.relation.value} ({one.kind.value})"


def _entry(position: Position | None, siglum: str, number: int, of: Standing, anchors: Anchors) -> Entry:
    stance = position.stance if position else Stance.SILENT
    wordings = [of.wordings[id_] for id_ in position.wordings if id_ in of.wordings] if position else []
    near, nearest = _nearest(position, of, anchors)
    return Entry(
        anchor=f"c{number}-{siglum}",
        siglum=siglum,
        stance=stance.value,
        sign=DRAWN_STANCES[stance],
        told=tuple(_told(wording, of, anchors) for wording in wordings),
        near=near,
        nearest=nearest,
        brief=stance is Stance.SILENT and len(of.of.reports) > FEW,
    )


def _told(wording: Wording, of: Standing, anchors: Anchors) -> Told:
    statement = of.statement(wording)
    return Told(
        markup=passage(of.of.articles[wording.article], wording.spans, anchors),
        speaker=visible(of.speaker(wording) or NOT_STATED) if statement else None,
        mode=mode_label(statement) if statement else "in the report’s own name",
    )


def _nearest(position: Position | None, of: Standing, anchors: Anchors) -> tuple[str, Markup]:
    """How near the passage came, and its words; a link alone where there are many reports."""
    if position is None or (position.stance is not Stance.SILENT and not position.elsewhere):
        return "", Markup("")
    if position.nearest is None:
        return f"nearest: {NOT_STATED}", Markup("")
    near, article = nearness(position.evidence.score), of.of.articles[position.article]
    if len(of.of.reports) <= FEW:
        why = plain_label(position.evidence.reason)
        told = why if position.elsewhere else f"{near}, {why}"
        return told, passage(article, [position.nearest], anchors)
    href = anchors.of(article.id, position.nearest)
    told = plain_label(position.evidence.reason) if position.elsewhere else near
    return "", Markup('<a class="to-place" href="#{}">{}</a>').format(href, told)


# --- which rows are shown


def _rules(letters: tuple[str, ...]) -> Markup:
    """Style rules: the rows that a choice of one report leaves."""
    rules = [
        f'#claims:has(#{kind}-{escape(letter)}:checked) .claim:not([data-{kind}~="{escape(letter)}"])'
        for letter in letters
        for kind in ("only", "out")
    ]
    return Markup(",\n".join(rules) + "{display:none}") if rules else Markup("")
