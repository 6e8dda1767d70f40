"""The parts of the summary on what stands behind claims: matrix, conflicts, times, origins, coverage.

On a terminal each is cut to what can be taken in at a glance, disagreements first, with the
number of what is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rashomon.exports.chainlines import ASCII
from rashomon.exports.claimlines import ClaimLines
from rashomon.exports.claimterms import (
    ASCII_STANCES,
    DRAWN_STANCES,
    LANES,
    STANCE_STYLES,
    SUSPECTED,
    at_most_label,
)
from rashomon.exports.display import on_one_line
from rashomon.exports.fitting import Line, cut_to, fitted
from rashomon.exports.overview import Overview
from rashomon.exports.sections import Pen, Section, cut_groups
from rashomon.exports.standing import Standing, bare, by_relation, standing
from rashomon.exports.times import when
from rashomon.model import Claim, Conflict, Lane, Moment, Origins, Relation, Stance

__all__ = ["claim_sections"]

CLAIMS, CONFLICTS, SUSPECTS, ORIGINS, COVERED, ROOM = 16, 24, 9, 18, 10, 220
"""Lines of each part on a terminal, and cells of a passage in them."""

TIMES = {Lane.HAPPENED: 8, Lane.REPORTED: 4}
"""Lines of each lane on a terminal; what one does not need the other may have."""

_DISAGREE = (Relation.CONFLICT, Relation.UPDATE)


def claim_sections(of: Overview, pen: Pen, *, full: bool) -> Iterator[Section]:
    """The parts that have something to tell; cut unless `full`."""
    claimed = standing(of)
    lines = ClaimLines(of=claimed, pen=pen, room=None if full else ROOM)
    if claimed.claims:
        yield _matrix(claimed, pen, full=full)
    if of.dossier.conflicts:
        yield _conflicts(claimed, lines, full=full)
    if of.dossier.suspected:
        yield _suspected(claimed, lines, full=full)
    if of.dossier.timeline:
        yield _timeline(claimed, lines, full=full)
    if claimed.claims:
        yield from _origins(claimed, lines, full=full)
        yield _coverage(claimed, lines, full=full)


# --- the matrix


def _matrix(of: Standing, pen: Pen, *, full: bool) -> Section:
    """A line for each claim, its signs under the letters of the reports; beside each other if they fit."""
    claims = list(of.claims.values())
    if not full:
        claims = [of.claims[id_] for id_ in sorted(of.claims, key=lambda id_: -len(of.disputed(id_)))]
    rows = _Rows(of, pen)
    groups = [tuple(rows.lines(claim)) for claim in claims]
    shown = list(cut_groups(groups, None if full else CLAIMS))
    return Section(title="Claims", number=len(claims), lines=(*rows.head(), *shown))


class _Rows:
    """The columns of the matrix."""

    def __init__(self, of: Standing, pen: Pen) -> None:
        self.of, self.pen = of, pen
        self.signs = ASCII_STANCES if pen.signs is ASCII else DRAWN_STANCES
        self.most = "<=" if pen.signs is ASCII else "≤"
        self.letters = [report.siglum for report in of.of.reports]
        self.cell = max(map(len, self.letters), default=1) + 1
        self.number = len(str(len(of.claims))) + 1
        origins = max((claim.origins.at_most for claim in of.claims.values()), default=0)
        self.left = 2 + self.number + 1 + len(self.most) + len(str(origins)) + 2
        self.beside = self.cell * len(self.letters) <= pen.width // 2 - self.left

    def head(self) -> Iterator[Line]:
        """What the signs mean, and the letters."""
        parts = [((f"{sign} {stance.value}", STANCE_STYLES[stance]),) for stance, sign in self.signs.items()]
        parts.append(((f"{self.most} at most so many independent origins", "dim"),))
        width, measure = self.pen.width, self.pen.measure
        yield from fitted((("  ", ""),), parts, width=width, indent=4, measure=measure, between="  ")
        if self.beside:
            letters = "".join(f"{letter:<{self.cell}}" for letter in self.letters)
            yield (" " * self.left, ""), (letters.rstrip(), "cyan")

    def lines(self, claim: Claim) -> Iterator[Line]:
        """One claim."""
        most = f"{self.most}{claim.origins.at_most}"
        start = f"  {self.of.numbers[claim.id]:>{self.number}} "
        head = ((start, "dim"), (f"{most:<{self.left - len(start)}}", ""))
        stances = {p.article: p.stance for p in claim.positions}
        found = [stances.get(report.article.id, Stance.SILENT) for report in self.of.of.reports]
        words = self.of.words(self.of.head(claim))
        if self.beside:
            room = self.pen.width - self.left - self.cell * len(found) - 1
            cells = ((f"{self.signs[one]:<{self.cell}}", STANCE_STYLES[one]) for one in found)
            yield (*head, *cells, (" ", ""), (cut_to(words, room, self.pen.measure), ""))
        else:
            yield (*head, (cut_to(words, self.pen.width - self.left, self.pen.measure), ""))
            yield from self._grouped(found)

    def _grouped(self, found: Iterable[Stance]) -> Iterator[Line]:
        """The letters by stance, where there is no room for columns; of those who are silent the number."""
        by: dict[Stance, list[str]] = {}
        for letter, stance in zip(self.letters, found, strict=True):
            by.setdefault(stance, []).append(letter)
        pieces = [
            ((word, STANCE_STYLES[stance]),)
            for stance, sign in self.signs.items()
            if stance in by
            for word in (sign, *(by[stance] if stance is not Stance.SILENT else [f"{len(by[stance]):,}"]))
        ]
        head = ((" " * self.left, ""),)
        width, measure = self.pen.width, self.pen.measure
        yield from fitted(head, pieces, width=width, indent=self.left, measure=measure)


# --- conflicts, times


def _conflicts(of: Standing, lines: ClaimLines, *, full: bool) -> Section:
    conflicts = of.of.dossier.conflicts
    groups = [
        tuple(lines.conflict(one))
        for relation, found in by_relation(conflicts)
        if full or relation in _DISAGREE
        for one in found
    ]
    rest = Counter(one.relation.value for one in conflicts if one.relation not in _DISAGREE)
    told = list(cut_groups(groups, None if full else CONFLICTS))
    if rest and not full:
        counts = ", ".join(f"{number:,} {label}" for label, number in sorted(rest.items()))
        told.append(((f"  … {counts}: --format text", "dim"),))
    return Section(title="Conflicts", number=_disagreeing(conflicts), lines=tuple(told))


def _suspected(of: Standing, lines: ClaimLines, *, full: bool) -> Section:
    """What may be a conflict, the likeliest first."""
    found = of.of.dossier.suspected
    groups = [tuple(lines.conflict(one, suspected=True)) for one in found]
    told = cut_groups(groups, None if full else SUSPECTS)
    return Section(title="Perhaps contrary", number=len(found), lines=(((f"  {SUSPECTED}", "dim"),), *told))


def _disagreeing(conflicts: Iterable[Conflict]) -> int:
    return sum(one.relation is Relation.CONFLICT for one in conflicts)


def _timeline(of: Standing, lines: ClaimLines, *, full: bool) -> Section:
    """A lane after the other, in the order of time, what is not resolved last; none is cut away whole."""
    moments = [one for one in of.of.dossier.timeline if one.article in of.of.articles]
    lanes = {lane: sorted((one for one in moments if one.lane is lane), key=when) for lane in Lane}
    groups = {
        lane: [lines.moment(one, sigla, under_lane=True) for one, sigla in _alike(found, of)]
        for lane, found in lanes.items()
    }
    spare = {lane: max(room - sum(map(len, groups[lane])), 0) for lane, room in TIMES.items()}
    told: list[Line] = []
    for lane, found in lanes.items():
        if found:
            most = TIMES[lane] + sum(room for other, room in spare.items() if other is not lane)
            told.append(((f"  {LANES[lane]}", "bold"), (f"  {len(found)}", "dim")))
            told.extend(cut_groups(groups[lane], None if full else most))
    return Section(title="Timeline", number=len(moments), lines=tuple(told))


def _alike(moments: Iterable[Moment], of: Standing) -> Iterator[tuple[Moment, tuple[str, ...]]]:
    """Each time that is told in the same words of the same thing once, with the letters of all who do."""
    found: dict[object, list[Moment]] = {}
    for one in moments:
        text = of.of.articles[one.article].text
        words = [on_one_line(span.of(text)) if span else None for span in (one.span, one.of)]
        found.setdefault((one.lane, one.value, one.uncertain, one.rule, *words), []).append(one)
    for group in found.values():
        yield group[0], of.sigla(one.article for one in group)


# --- origins, coverage


def _origins(of: Standing, lines: ClaimLines, *, full: bool) -> Iterator[Section]:
    """What stands behind claims that came the same way; not those behind which only reports stand."""
    told = [(claims, origins) for claims, origins in of.alike() if not bare(origins)]
    if not told:
        return
    groups = [tuple(_behind(claims, origins, of, lines)) for claims, origins in told]
    yield Section(
        title="Origins", number=len(told), lines=tuple(cut_groups(groups, None if full else ORIGINS))
    )


def _behind(claims: tuple[Claim, ...], origins: Origins, of: Standing, lines: ClaimLines) -> Iterator[Line]:
    numbers = _numbers((claim.id for claim in claims), of)
    label = "claim" if len(claims) == 1 else "claims"
    yield from lines.flowed([(at_most_label(origins.at_most), "bold")], [(f"· {label} {numbers}", "dim")])
    for number, group in enumerate(origins.groups, 1):
        yield from lines.group(group, origins, number)
    yield from lines.circles(origins)


def _coverage(of: Standing, lines: ClaimLines, *, full: bool) -> Section:
    """By the numbers of the claims; a line each unless `full`."""
    groups: list[tuple[Line, ...]] = []
    for report in of.of.reports:
        one = of.coverage.get(report.article.id)
        if one is None:
            continue
        facts = [
            (_counted("adds", one.adds), "bold"),
            (_numbers(one.adds, of), ""),
            (_counted("· leaves out", one.leaves_out), "bold"),
            (_numbers(one.leaves_out, of), ""),
        ]
        if not full:
            facts[3] = (cut_to(facts[3][0], max(lines.pen.width - 36, 10), lines.pen.measure), "dim")
        groups.append(lines.flowed([(report.siglum, "cyan")], facts))
    return Section(
        title="What each report adds and leaves out",
        number=len(groups),
        lines=tuple(cut_groups(groups, None if full else COVERED)),
    )


def _counted(what: str, claims: Sequence[str]) -> str:
    """How many claims; a colon stands between that and their numbers."""
    return f"{what} {len(claims)}{':' if claims else ''}"


def _numbers(ids: Iterable[str], of: Standing) -> str:
    """The numbers, runs of three and more as ``4-9``."""
    runs: list[list[int]] = []
    for number in sorted(of.numbers[id_] for id_ in ids):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else " ".join(map(str, run)) for run in runs)
