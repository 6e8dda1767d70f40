"""Makes a story by lot: roots first, then reports that lean on earlier ones."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from evaluation.originwords import Filling, Table, begun, expand, filled, named

from rashomon.model import Span

__all__ = ["LINKS", "Maker", "Report"]

LINKS = (
    *("told", "heard", "paper", "own", "outside", "wire", "circle"),
    *("cites", "both", "passes", "credited", "copied"),
)
"""How a report came to the claim."""

_BEGIN = datetime(2024, 3, 4, 6)  # a Monday
_STREETS = ("Lane", "Street", "Square", "Row", "Hill", "Wharf")
_SPARE = 4
"""Outlets that are only cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report.

    Attributes:
        link: one of `LINKS`.
        lines: its paragraphs; one of them has the clause, which is the claim in its words.
        roots: what it leans on.
        stated: whether the page tells all of that.
        teller: who told this outlet and no other, with his role.
    """

    outlet: str
    link: str
    lines: tuple[str, ...]
    clause: str
    roots: frozenset[str]
    published: datetime
    stated: bool = True
    byline: tuple[str, ...] = ()
    teller: str | None = None

    @property
    def text(self) -> str:
        """The paragraphs, blank lines between."""
        return "\n\n".join(self.lines)

    @property
    def claim(self) -> Span:
        """Where the text has the clause, its first letter large or small."""
        start = self.text.index(self.clause[1:]) - 1
        return Span(start, start + len(self.clause))

    @property
    def told(self) -> int:
        """Which of the lines has the clause."""
        return next(at for at, line in enumerate(self.lines) if self.clause[1:] in line)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Behind:
    """From whom a report has it: a source, an outlet, a report of it; `teller` as in `Report`."""

    source: str = ""
    outlet: str = ""
    report: Report | None = None
    teller: str | None = None


_NOBODY = _Behind()


@dataclass(slots=True, kw_only=True)
class Maker:
    """What a story is made with: words, lots, names that are left, and the reports so far.

    In half of all stories copies are `silent`: some do not say whose text they have.
    """

    table: Table
    rng: random.Random
    outlets: int
    names: list[str] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    clauses: set[str] = field(default_factory=set)
    speakers: list[str] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    wires: list[Report] = field(default_factory=list)
    silent: bool = False
    place: str = ""
    event: str = ""

    def __post_init__(self) -> None:
        rng, table = self.rng, self.table
        most = len(table["first"]) - _SPARE
        if not 2 <= self.outlets <= most:
            raise ValueError(f"a story has 2 to {most} outlets, not {self.outlets}")
        self.silent = rng.random() < 0.5
        self.place = rng.choice(table["places"])
        self.event = rng.choice(table["events"]).format(place=self.place, n=rng.randint(13, 97))
        self.names = self.names or [
            ("The " if rng.random() < 0.7 else "") + f"{first} {rng.choice(table['last'])}"
            for first in rng.sample(table["first"], self.outlets + _SPARE)
        ]
        given = rng.sample(table["given"], len(table["given"]))
        family = rng.sample(table["family"], len(table["family"]))
        self.people = [f"{one} {other}" for one, other in zip(given, family, strict=False)]

    def made(self) -> list[Report]:
        """All reports, in the order in which they came out."""
        most = max(1, round(self.outlets * self.rng.uniform(0.1, 0.6)))
        for _ in range(self.rng.randint(1, most)):
            if len(self.reports) < self.outlets:
                self._root()
        while len(self.reports) < self.outlets:
            self._leaning()
        return self.reports

    # roots

    def _root(self) -> None:
        kinds: list[Callable[[], None]] = [self._told, self._told, self._unnamed, self._own]
        kinds += [self._new_speech, self._new_paper, self._new_absent, self._new_wire]
        if self.outlets - len(self.reports) > 1:
            kinds.append(self._circle)
        self.rng.choice(kinds)()

    def _told(self) -> None:
        outlet, (root, source) = self.names.pop(), self._person()
        self._add(outlet, "told", "says", {root}, _Behind(source=source, outlet=outlet, teller=source))

    def _unnamed(self) -> None:
        outlet, source = self.names.pop(), self._one("unnamed")
        behind = _Behind(source=source, outlet=outlet, teller=source)
        self._add(outlet, "told", "says", {f"unnamed through {outlet}"}, behind)

    def _person(self) -> tuple[str, str]:
        """A root and the words for it; an unnamed source would be another with each outlet."""
        if not self.people:
            raise ValueError("the table has no more people")
        name = self.people.pop()
        return f"person {name}", f"{name}, {self._one('roles')},"

    def _own(self) -> None:
        outlet = self.names.pop()
        self._add(outlet, "own", None, {f"outlet {outlet}"})

    def _new_speech(self) -> None:
        self.speakers.append(self._person()[1])
        self.hear(self.speakers[-1])

    def hear(self, speaker: str) -> None:
        """One more reporter stood there."""
        root = f"person {speaker.split(',')[0]}"
        self._add(self.names.pop(), "heard", "hears", {root}, _Behind(source=speaker))

    def _new_paper(self) -> None:
        left = [name for name in self.table["documents"] if name not in self.papers]
        if left:
            self.papers.append(self.rng.choice(left))
            self.read(self.papers[-1])
        else:
            self._own()

    def read(self, paper: str) -> None:
        """One more reporter has read it."""
        behind = _Behind(source=paper.format(place=self.place))
        self._add(self.names.pop(), "paper", "papers", {f"paper {paper}"}, behind)

    def _new_absent(self) -> None:
        if len(self.absent) < _SPARE:
            self.absent.append(self.names.pop(0))
        self.cite_absent(self.absent[-1])

    def cite_absent(self, outlet: str) -> None:
        """One more cites an outlet that is not among the reports."""
        self._add(self.names.pop(), "outside", "cites", {f"outlet {outlet}"}, _Behind(outlet=outlet))

    def _new_wire(self) -> None:
        taken = {wire.outlet for wire in self.wires}
        left = [agency for agency in self.table["agencies"] if agency not in taken]
        if not left:
            self._own()
            return
        agency = self.rng.choice(left)
        root, source = self._person() if self.rng.random() < 0.4 else (f"wire {agency}", "")
        words = "{C}, {s} said." if source else "{C}."
        self.wires.append(self._made(agency, "wire", words, {root}, _Behind(source=source)))
        self.reports.append(self._tagged(self.wires[-1], agency, self.names.pop()))

    def reprint(self, wire: Report) -> None:
        """One more has the wire's text, and says so."""
        self._append(self._tagged(self._edited(wire), wire.outlet, self.names.pop()))

    def _tagged(self, wire: Report, agency: str, outlet: str) -> Report:
        bare = agency.removeprefix("the ")
        tag = self._one("wires").format(PLACE=self.place.upper(), agency=bare, md="March 4")
        byline = (bare,) if self.rng.random() < 0.3 else ()
        lines = (tag + wire.lines[0], *wire.lines[1:])
        return replace(wire, outlet=outlet, lines=lines, byline=byline, published=self._now())

    def _circle(self) -> None:
        one, other = self.names.pop(), self.names.pop()
        for outlet, cited in ((one, other), (other, one)):
            self._add(outlet, "circle", "cites", {f"circle {one}"}, _Behind(outlet=cited))

    # reports that lean on others

    def _leaning(self) -> None:
        earlier, other = self.rng.choice(self.reports), self.rng.choice(self.reports)
        told = [report for report in self.reports if report.teller is not None]
        ways: list[Callable[[], None]] = [lambda: self.cite(earlier)] * 4
        ways += [lambda: self.copy(earlier, credited=True)] * 2
        ways += [lambda: self.copy(earlier, credited=False)] * (2 if self.silent else 0)
        ways += [lambda: self.cite_both(earlier, other)]
        ways += [lambda: self.pass_on(self.rng.choice(told))] * (2 if told else 0)
        ways += [lambda: self.hear(self.rng.choice(self.speakers))] * (2 if self.speakers else 0)
        ways += [lambda: self.read(self.rng.choice(self.papers))] * (1 if self.papers else 0)
        ways += [lambda: self.cite_absent(self.rng.choice(self.absent))] * (1 if self.absent else 0)
        ways += [lambda: self.reprint(self.rng.choice(self.wires))] * (3 if self.wires else 0)
        self.rng.choice(ways)()

    def cite(self, earlier: Report) -> None:
        """One more tells what the other reported."""
        behind = _Behind(outlet=earlier.outlet, report=earlier)
        self._add(self.names.pop(), "cites", "cites", earlier.roots, behind)

    def cite_both(self, one: Report, other: Report) -> None:
        """One more cites two, each in a sentence of its own; of one report it is citing it."""
        if one.outlet == other.outlet:
            self.cite(one)
            return
        self.cite(one)
        first = self.reports.pop()
        words = f"{first.lines[first.told]} {begun(named(other.outlet, self.rng))} reported the same."
        lines = (*first.lines[: first.told], words, *first.lines[first.told + 1 :])
        self.reports.append(replace(first, link="both", lines=lines, roots=one.roots | other.roots))

    def pass_on(self, earlier: Report) -> None:
        """One more tells that somebody told the other outlet."""
        behind = _Behind(source=earlier.teller or "", outlet=earlier.outlet, report=earlier)
        self._add(self.names.pop(), "passes", "passes", earlier.roots, behind)

    def copy(self, earlier: Report, *, credited: bool) -> None:
        """One more has the other's text, or the part with the claim, with or without saying so."""
        edited = self._edited(earlier)
        if self.rng.random() < 0.3:  # a passage in a row, since a sentence alone need be no copy
            part = earlier.lines[max(0, earlier.told - 1) : earlier.told + 2]
            kept = (line if line == earlier.lines[earlier.told] else self._swapped(line) for line in part)
            lines = (line for line in kept if not self._is_credit(line))
            edited = replace(edited, lines=(*self._asides(2), *lines))
        credit = (self._one("credits").format(o=earlier.outlet),) if credited else ()
        one_more = replace(
            edited,
            outlet=self.names.pop(),
            link="credited" if credited else "copied",
            lines=(*edited.lines, *credit),
            stated=earlier.stated and credited,
            published=self._now(),
            byline=(),
            teller=None,
        )
        self._append(one_more)

    def _edited(self, report: Report) -> Report:
        """The text with a line left out and some words replaced; the line with the claim stays as it is."""
        kept = [line for line in report.lines if not self._is_credit(line)]
        spare = [at for at, line in enumerate(kept) if report.clause[1:] not in line]
        if len(spare) > 1:
            del kept[self.rng.choice(spare)]
        lines = tuple(line if report.clause[1:] in line else self._swapped(line) for line in kept)
        return replace(report, lines=lines if lines != report.lines else (*lines, *self._asides(1)))

    def _append(self, report: Report) -> None:
        """One more, with asides until no other has the same text."""
        texts = {one.text for one in self.reports}
        while report.text in texts:
            report = replace(report, lines=(*report.lines, *self._asides(1)))
        self.reports.append(report)

    def _is_credit(self, line: str) -> bool:
        """Whether a line is only a credit, which a copy does not take over."""
        return any(line.startswith(words.split("{o}")[0]) for words in self.table["credits"])

    def _swapped(self, line: str) -> str:
        for swap in self.table["swaps"]:
            old, _, new = swap.partition(" > ")
            if self.rng.random() < 0.5:
                line = re.sub(rf"\b{old}\b", new, line)
        return line

    # words

    def _one(self, name: str) -> str:
        return self.rng.choice(self.table[name])

    def _now(self) -> datetime:
        return _BEGIN + timedelta(minutes=97 * len(self.reports))

    def _add(
        self, outlet: str, link: str, phrases: str | None, roots: Iterable[str], behind: _Behind = _NOBODY
    ) -> None:
        """One more report; `phrases` names a list of the table, None stands for the bare claim."""
        words = "{C}." if phrases is None else self._one(phrases)
        self.reports.append(self._made(outlet, link, words, roots, behind))

    def _made(self, outlet: str, link: str, words: str, roots: Iterable[str], behind: _Behind) -> Report:
        """A report with these words for the claim, among asides."""
        clause = self._clause()
        day = (behind.report.published if behind.report else self._now()).weekday()
        called = named(behind.outlet, self.rng) if behind.outlet else ""
        told = filled(words, clause, Filling(source=behind.source, outlet=called, day=day))
        asides = self._asides(self.rng.randint(2, 5))
        at = self.rng.choice((0, 0, 0, 1))
        return Report(
            outlet=outlet,
            link=link,
            lines=(*asides[:at], told, *asides[at:]),
            clause=clause,
            roots=frozenset(roots),
            published=self._now(),
            teller=behind.teller,
        )

    def _clause(self) -> str:
        """The claim in words that no other report has, as long as there are any."""
        for _ in range(60):
            clause = expand(self.event, self.rng).replace(" ,", ",")
            if clause not in self.clauses:
                break
        self.clauses.add(clause)
        return clause

    def _asides(self, number: int) -> list[str]:
        return [self._aside(words) for words in self.rng.sample(self.table["asides"], number)]

    def _aside(self, words: str) -> str:
        rng, table = self.rng, self.table
        other = rng.choice(self.reports).outlet if self.reports else self.names[0]
        return expand(words, rng).format(
            street=f"{rng.choice(table['family'])} {rng.choice(_STREETS)}",
            P=f"{rng.choice(table['given'])} {rng.choice(table['family'])}son",
            x=named(other, rng),
            a=rng.randint(21, 940),
            b=rng.randint(3, 19),
        )
