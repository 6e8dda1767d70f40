"""The parts of the summary that tell who speaks: chains, unnamed sources, who is who; line by line.

On a terminal each is cut to what can be taken in at a glance, the most telling first,
with the number of what is left out and how to see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.exports.chainlines import Signs, chain_lines
from rashomon.exports.display import NOT_STATED, on_one_line
from rashomon.exports.fitting import Line, Measure, cut_to, fitted
from rashomon.exports.overview import Overview
from rashomon.exports.people import Known, known_figures, vouchers
from rashomon.exports.terms import ITSELF, counted, flag_labels, reason_label
from rashomon.model import Flag, Link, UnnamedSource

__all__ = ["Pen", "Section", "cut_groups", "sections"]

CHAINS, SOURCES, PEOPLE = 14, 12, 8
"""Lines of each part on a terminal."""

_INDENT, _DEEPER = 2, 6
_BETWEEN = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What the lines are made for.

    Attributes:
        width: in cells; no line is wider.
        signs: to draw with.
        measure: how many cells words take.
    """

    width: int
    signs: Signs
    measure: Measure

    def fitted(self, head: Line, facts: Iterable[tuple[str, str]]) -> tuple[Line, ...]:
        """The head and the facts that are not empty, in as many lines as they need."""
        room = self.width - _DEEPER
        pieces = (((cut_to(words, room, self.measure), style),) for words, style in facts if words)
        return tuple(
            fitted(head, pieces, width=self.width, indent=_DEEPER, measure=self.measure, between=_BETWEEN)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part: its title, how much there is of it, and its lines."""

    title: str
    number: int
    lines: tuple[Line, ...]


def sections(of: Overview, pen: Pen, *, full: bool) -> Iterator[Section]:
    """The parts that have something to tell; cut unless `full`."""
    if of.routes.all:
        yield _through(of, pen, full=full)
    if of.dossier.unnamed:
        entries = sorted(of.dossier.unnamed, key=lambda entry: not entry.flags)
        groups = [_unnamed(entry, of, pen) for entry in entries if entry.article in of.articles]
        yield _section("Unnamed sources", groups, None if full else SOURCES)
    if people := list(_people(of, pen)):
        yield _section("Who is who", people, None if full else PEOPLE)


def _section(title: str, groups: list[tuple[Line, ...]], most: int | None) -> Section:
    return Section(title=title, number=len(groups), lines=tuple(cut_groups(groups, most)))


def cut_groups(groups: list[tuple[Line, ...]], most: int | None) -> Iterator[Line]:
    """Whole groups as long as there is room for them, at least one."""
    taken = 0
    for number, group in enumerate(groups):
        if most is not None and number and taken + len(group) > most:
            yield ((f"  … {len(groups) - number:,} more: --format text", "dim"),)
            return
        taken += len(group)
        yield from group


def _through(of: Overview, pen: Pen, *, full: bool) -> Section:
    groups = list(chain_lines(of.routes, of.sigla, width=pen.width, signs=pen.signs, measure=pen.measure))
    return Section(
        title="Through whom",
        number=len(of.routes.all),
        lines=tuple(cut_groups(groups, None if full else CHAINS)),
    )


# --- unnamed sources


def _unnamed(entry: UnnamedSource, of: Overview, pen: Pen) -> tuple[Line, ...]:
    siglum = of.sigla[entry.article]
    text = of.articles[entry.article].text
    room = pen.width - _INDENT - len(siglum) - 2
    words = cut_to(entry.descriptor, room, pen.measure) or NOT_STATED
    reason = f"“{on_one_line(entry.reason.of(text))}”" if entry.reason else NOT_STATED
    told = Flag.NO_REASON_STATED in entry.flags and not entry.reason
    count = NOT_STATED if entry.stated_count is None else f"{entry.stated_count:,}"
    vouching = (on_one_line(one.name or "") or ITSELF for one in vouchers(entry, of.statements))
    facts = [
        *((label, "yellow") for label in flag_labels(entry.flags)),
        (f"how many: {count}", ""),
        (f"who vouches: {', '.join(vouching)}", ""),
        ("" if told else f"reason for no name: {reason}", ""),
        (counted(len(entry.statements), "statement"), "dim"),
    ]
    head = ((" " * _INDENT, ""), (siglum, "cyan"), ("  ", ""), (words, "bold"))
    return pen.fitted(head, facts)


# --- who is who


def _people(of: Overview, pen: Pen) -> Iterator[tuple[Line, ...]]:
    """Those whom the reports spell otherwise and still are one; then those who are kept apart."""
    known = known_figures(of.dossier)
    yield from (_one(one, of, pen) for one in known if len(one.names) > 1)
    apart = {link.id: link for one in known for link in one.apart}
    yield from (_apart(link, of, pen) for link in apart.values())


def _one(one: Known, of: Overview, pen: Pen) -> tuple[Line, ...]:
    letters: dict[str, list[str]] = {}
    for appearance in one.figure.appearances:
        if appearance.article in of.sigla:
            letters.setdefault(on_one_line(appearance.name), []).append(of.sigla[appearance.article])
    facts = [(f"{' '.join(found)} {name}", "") for name, found in letters.items()]
    reasons = dict.fromkeys(reason_label(link.evidence.reason) for link in one.joined)
    name = cut_to(one.figure.name, pen.width - _INDENT, pen.measure)
    return pen.fitted(((" " * _INDENT, ""), (name, "bold")), [*facts, ("; ".join(reasons), "dim")])


def _apart(link: Link, of: Overview, pen: Pen) -> tuple[Line, ...]:
    named = (f"{of.sigla.get(article, '')} {on_one_line(name)}".strip() for article, name in link.sides)
    words = cut_to(f" {pen.signs.differs} ".join(named), pen.width - _INDENT, pen.measure)
    return pen.fitted(
        ((" " * _INDENT, ""), (words, "bold")),
        [("kept apart", "dim"), (reason_label(link.evidence.reason), "dim")],
    )
