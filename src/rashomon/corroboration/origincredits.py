"""Outlets that a report names as who told it a thing, where no statement says so.

“Reporting by the Courier shows …”, “(source: Tern Wire)”: an outlet named in the
sentence, right beside a word for reporting.  “The Courier was the first to report
the blaze”: a credit that stands beside the words it is for.  Outlets are those that
publish or carry anything in these reports, and names made as titles are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.corroboration.originciting import Naming, Taken, naming, taken, whole
from rashomon.corroboration.originnodes import Hop, Nodes, Place
from rashomon.corroboration.originphrases import is_team
from rashomon.corroboration.originpointing import points_back
from rashomon.corroboration.origintellers import Tellers
from rashomon.corroboration.originwords import ALONE, FIRST, GENERIC
from rashomon.corroboration.units import Unit
from rashomon.language.credits import is_agency
from rashomon.language.tokens import TokenKind, tokenize
from rashomon.model import Article, BlockKind, Dossier, Located, NodeKind, Span

__all__ = ["Credits"]

_GENERIC = re.compile(
    rf"\b(?:the|this|that|these|those|its|their|an?|of) (?:[\w’'-]+ )?(?:{'|'.join(sorted(GENERIC))})\b"
    r"|\b(?:it|this|that)\b|, which (?:was|were|had been|has been)\b",
    re.IGNORECASE,
)
_NEAR = 2
"""Paragraphs: the credit's own, and those beside it."""
_FAR = 4
"""Paragraphs before “the paper” in which one outlet alone may have been named."""
_ENDS = re.compile(r"[.!?][”\"]?\s")
_STEM = 4
"""First letters by which “resignation” takes up “resigned”."""
_LINE = 300
"""Code points of a line about the whole report."""
_CLAUSE = 120
"""Code points beside a name that tell what is made of it."""
_BESIDE = 60
"""Code points beside a name in which a word for reporting stands, and that which was reported."""


@dataclass(frozen=True, slots=True)
class _Credit:
    outlet: Place
    naming: Naming
    compared: bool
    """Whether the outlet published one of these reports."""
    span: Span
    paragraph: int
    first: bool
    beside: frozenset[str]
    """The words around it, which may say what was told."""
    generic: bool
    """Whether what it had first is told in a word for any such thing: “the story”, “it”."""
    alone: bool
    """Whether its sentence tells nothing else: “The collapse was first reported by …”."""


class Credits:
    """The credits of the reports of a dossier; made once."""

    def __init__(self, dossier: Dossier, nodes: Nodes) -> None:
        self._nodes = nodes
        self._tellers = Tellers(dossier, nodes)
        self._credits: dict[str, list[_Credit]] = defaultdict(list)
        self._starts: dict[str, list[int]] = {}
        self._whole: dict[str, Hop] = {}
        for article in dossier.articles:
            for hop in self._lines(article):
                self._whole.setdefault(article.id, hop)
            blocks = [block for block in article.blocks if block.kind is not BlockKind.FURNITURE]
            self._starts[article.id] = [block.span.start for block in blocks]
            for number, block in enumerate(blocks):
                self._credits[article.id].extend(self._in(article, block.span, number))

    def of(self, unit: Unit) -> Iterator[Hop]:
        """The step from who is said to have told this; none where nobody is named near it."""
        report = Place(NodeKind.REPORT, unit.article.id)
        if (told := self.teller(unit)) is not None:
            yield told
            return
        found = (
            self.outlet(unit, taken_up=self.taken(unit)) or self._near(unit) or self._whole.get(report.key)
        )
        if found is not None:
            yield found

    def teller(self, unit: Unit) -> Hop | None:
        """The step from the speaker or paper that the sentence names as what tells it; a team is no other."""
        own = unit.statement.source.span if unit.statement and unit.statement.source else None
        team = own if own is not None and is_team(own.of(unit.article.text)) else None
        for teller, where in self._tellers.of(unit):
            if team is not None and team.contains(where.span):
                continue
            return Hop(teller, Place(NodeKind.REPORT, unit.article.id), (), True, (where,))
        return None

    def outlet(self, unit: Unit, *, taken_up: Taken, least: Naming = Naming.PLACE) -> Hop | None:
        """The step from the outlet that the sentence credits, or takes up from what stands before it."""
        report = Place(NodeKind.REPORT, unit.article.id)
        credits_ = self._others(unit)
        inside = [c for c in credits_ if unit.sentence.overlaps(c.span) and _is_named(c, least)]
        inside = inside or [c for c in credits_ if _behind(c, unit)]
        spans = unit.wording.spans  # of whom the claim itself speaks gives way to who is named around it
        inside.sort(key=lambda c: (any(span.contains(c.span) for span in spans), -c.naming))
        at = self._paragraph(unit, unit.sentence.start)
        named = self._credits.get(report.key, ())
        before = [c for c in named if c.span.end <= unit.sentence.start and at - c.paragraph < _NEAR]
        before = [c for c in before if c.naming > Naming.THING and self._may_be(c, taken_up, unit)]
        found = inside[:1] or before[-1:] or (_only_one(named, unit, at) if taken_up is Taken.NEAR else [])
        return _hop(found[0], report) if found and found[0].outlet != report else None

    def _may_be(self, credit: _Credit, taken_up: Taken, unit: Unit) -> bool:
        """Whether words may take up this outlet; by a pronoun, or as an agency, one named right before."""
        if taken_up in (Taken.NOT, Taken.NEAR):
            return taken_up is Taken.NEAR
        if taken_up is Taken.AGENCY and not is_agency(self._nodes.labels.get(credit.outlet) or ""):
            return False
        between = unit.article.text[credit.span.end : unit.sentence.start]
        return len(between) < _LINE and len(_ENDS.findall(between)) <= 1

    def taken(self, unit: Unit) -> Taken:
        """How the sentence takes up an outlet that was named before it."""
        text, start = unit.article.text, unit.sentence.start
        before = _ENDS.split(text[max(0, start - _LINE) : start].rstrip(' .!?”"'))[-1]
        return taken(unit.sentence.of(text), before)

    def _near(self, unit: Unit) -> Hop | None:
        """The step from who is credited beside this wording with having had it first."""
        at = self._paragraph(unit, unit.wording.spans[0].start)
        words = {token.low for token in tokenize(unit.article.text, unit.sentence)}
        near = (c for c in self._others(unit) if c.first and c.naming >= Naming.PLACE)
        found = next((credit for credit in near if _belongs(credit, at, words)), None)
        return _hop(found, Place(NodeKind.REPORT, unit.article.id)) if found else None

    def _others(self, unit: Unit) -> list[_Credit]:
        """What the report says of outlets that are not its own."""
        report = Place(NodeKind.REPORT, unit.article.id)
        return [credit for credit in self._credits.get(report.key, ()) if credit.outlet != report]

    def _paragraph(self, unit: Unit, at: int) -> int:
        return bisect_left(self._starts[unit.article.id], at + 1) - 1

    def _in(self, article: Article, block: Span, number: int) -> Iterator[_Credit]:
        for span, name in self._nodes.mentions(article.text, block.start, block.end):
            before = article.text[max(block.start, span.start - _CLAUSE) : span.start]
            behind = article.text[span.end : min(block.end, span.end + _CLAUSE)]
            around = f"{before[-_BESIDE:]} {behind[:_BESIDE]}"
            outlet = self._nodes.outlet(name, article.id)
            yield _Credit(
                outlet=outlet,
                naming=naming(before, behind),
                compared=outlet.kind is NodeKind.REPORT or bool(self._nodes.reports_of(outlet)),
                span=span,
                paragraph=number,
                first=FIRST.search(around) is not None,
                beside=frozenset(t.low for t in tokenize(around) if t.kind is TokenKind.WORD),
                generic=_GENERIC.search(around) is not None,
                alone=ALONE.search(before) is not None,
            )

    def _lines(self, article: Article) -> Iterator[Hop]:
        """The steps from outlets whose text a line says that the whole report is."""
        report = Place(NodeKind.REPORT, article.id)
        for block in article.blocks:
            if len(block.span) > _LINE:
                continue
            for span, name in self._nodes.mentions(article.text, block.span.start, block.span.end):
                outlet = self._nodes.outlet(name, article.id)
                if outlet != report and whole(article.text[block.span.start : span.start]):
                    yield Hop(outlet, report, ("reported_by",), True, (Located(article.id, span),))


def _only_one(named: Iterable[_Credit], unit: Unit, at: int) -> list[_Credit]:
    """The one outlet that was named as who tells a thing some paragraphs before “the paper”."""
    found = [
        c
        for c in named
        if c.span.end <= unit.sentence.start and at - c.paragraph <= _FAR and c.naming >= Naming.PLACE
    ]
    return found[-1:] if len({c.outlet for c in found}) == 1 else []


def _is_named(credit: _Credit, least: Naming) -> bool:
    """Whether an outlet is named so; to be named at all will do for one whose report is compared."""
    passing = least is Naming.PLACE and credit.compared
    return credit.naming >= (Naming.PASSING if passing else least)


def _hop(credit: _Credit, report: Place) -> Hop:
    manner = "first_reported_by" if credit.first else "reported_by"
    return Hop(credit.outlet, report, (manner,), True, (Located(report.key, credit.span),))


def _behind(credit: _Credit, unit: Unit) -> bool:
    """Whether the next sentence gives this one to an outlet: “That is what the Courier reported.”"""
    end = unit.sentence.end
    text, at = unit.article.text, credit.span
    return end <= at.start < end + _LINE and points_back(
        text[end : at.start], text[at.end : at.end + _CLAUSE]
    )


def _belongs(credit: _Credit, at: int, words: set[str]) -> bool:
    """Whether a credit near by is for what these words tell."""
    told = {word[:_STEM] for word in credit.beside if len(word) > _STEM}
    stems = {word[:_STEM] for word in words if len(word) > _STEM}
    same = credit.generic or told & stems or credit.alone
    return abs(credit.paragraph - at) < _NEAR and bool(same)
