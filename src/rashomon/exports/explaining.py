"""Every step that led to what is shown of one claim: ``rashomon explain``.

Wordings with their places, why they were taken for one, the values that were compared and by
which rule, each report's stance with the nearest passage where it is silent, the roots with
each collapse and the words that it rests on, and what a person ruled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rashomon.exports.chainlines import chain_lines
from rashomon.exports.claimlines import ClaimLines
from rashomon.exports.claimterms import STANCE_STYLES, at_most_label, rule_label
from rashomon.exports.fitting import Line
from rashomon.exports.overview import overview
from rashomon.exports.routes import routes_of
from rashomon.exports.sections import Pen, Section
from rashomon.exports.standing import Standing, standing
from rashomon.exports.terms import probability
from rashomon.model import Claim, Dossier, Join, Moment, Position, Span

__all__ = ["claim_of", "explanation"]

_Item = TypeVar("_Item")


def claim_of(dossier: Dossier, claim: str) -> Claim:
    """The claim of this id, or the one whose id begins so.

    Raises:
        KeyError: if no claim begins so, or more than one does.
    """
    found = [one for one in dossier.claims if one.id.startswith(claim)]
    exact = [one for one in found if one.id == claim] or found
    if len(exact) != 1:
        raise KeyError(claim)
    return exact[0]


def explanation(dossier: Dossier, claim: str, pen: Pen) -> tuple[Section, ...]:
    """The steps behind a claim, part by part.

    Args:
        dossier: the whole.
        claim: the id of one of its claims, or the beginning of one that no other has.
        pen: what the lines are made for.

    Raises:
        KeyError: as `claim_of`.
    """
    of = standing(overview(dossier))
    return tuple(_Explaining(of, claim_of(dossier, claim), pen).sections())


class _Explaining:
    """One claim, and what its lines are made with."""

    def __init__(self, of: Standing, claim: Claim, pen: Pen) -> None:
        self.of, self.claim, self.pen = of, claim, pen
        self.lines = ClaimLines(of=of, pen=pen, places=True)
        ordered = sorted(claim.wordings, key=lambda wording: wording.id != claim.head)
        self.ordered = tuple(ordered)
        self.names = {wording.id: f"w{number}" for number, wording in enumerate(ordered, 1)}

    def sections(self) -> Iterator[Section]:
        """All parts; those without anything say so by their number."""
        claim, of, lines = self.claim, self.of, self.lines
        yield Section(
            title=f"Claim {of.numbers[claim.id]}",
            number=len(of.having[claim.id]),
            lines=lines.flowed([(claim.id, "dim")], [(claim.kind.value, ""), (self._at_most, "bold")]),
        )
        yield _part("Wordings", self.ordered, lambda one: lines.wording(one, self.names[one.id]))
        yield _part("Taken for one", claim.joins, self._join)
        yield _part("Compared", of.conflicts.get(claim.id, ()), lines.conflict)
        yield _part("Times", tuple(self._moments()), lines.moment)
        yield _part("Stances", claim.positions, self._position)
        yield self._origins()
        if claim.origins.graph.steps:
            yield self._ways()
        yield _part("What a person decided", of.of.dossier.origin_rulings, lines.ruling)

    @property
    def _at_most(self) -> str:
        return at_most_label(self.claim.origins.at_most)

    def _join(self, join: Join) -> tuple[Line, ...]:
        """Why two wordings are one, and what was weighed."""
        first, second = (self.names.get(id_, id_) for id_ in (join.first, join.second))
        reason = f"{rule_label(join.evidence.reason)}, {probability(join.evidence.score)}"
        weighed = [(f"{rule_label(name)} {value:.2f}", "dim") for name, value in join.features]
        return self.lines.flowed([(f"{first} {second}", "bold")], [(f"· {reason} ·", ""), *weighed])

    def _moments(self) -> Iterator[Moment]:
        """The times that stand in the wordings."""
        places: dict[str, list[Span]] = {}
        for wording in self.claim.wordings:
            places.setdefault(wording.article, []).extend(wording.spans)
        for moment in self.of.of.dossier.timeline:
            span = moment.span
            if span is not None and any(span.overlaps(one) for one in places.get(moment.article, ())):
                yield moment

    def _position(self, position: Position) -> tuple[Line, ...]:
        names = " ".join(self.names[id_] for id_ in position.wordings if id_ in self.names)
        siglum = self.of.of.sigla.get(position.article)
        if siglum is None:
            return ()
        stance = (f" {position.stance.value}", STANCE_STYLES[position.stance])
        return self.lines.position(
            position, [(siglum, "cyan"), stance, (f" {names}" if names else "", "dim")]
        )

    def _origins(self) -> Section:
        origins = self.claim.origins
        found = [self.lines.flowed([(self._at_most, "bold")], [])]
        found += [tuple(self.lines.group(one, origins, n)) for n, one in enumerate(origins.groups, 1)]
        found.append(tuple(self.lines.circles(origins)))
        return Section(
            title="Origins", number=origins.at_most, lines=tuple(line for group in found for line in group)
        )

    def _ways(self) -> Section:
        """Through whom the words came, as in the summary."""
        routes = routes_of(self.claim.origins.graph)
        drawn = chain_lines(
            routes, self.of.of.sigla, width=self.pen.width, signs=self.pen.signs, measure=self.pen.measure
        )
        return Section(
            title="Through whom",
            number=len(routes.all),
            lines=tuple(line for lines in drawn for line in lines),
        )


def _part(title: str, items: Iterable[_Item], lines_of: Callable[[_Item], Iterable[Line]]) -> Section:
    found = list(items)
    return Section(
        title=title, number=len(found), lines=tuple(line for one in found for line in lines_of(one))
    )
