"""What stands behind the claims, looked up: the terminal, the page and the explanation show the same.

Nothing here is worded or weighed anew: ids are followed, and lists are put in the order in
which they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.exports.display import NOT_STATED, on_one_line
from rashomon.exports.overview import Overview, source_label
from rashomon.exports.together import together
from rashomon.exports.wording import joined
from rashomon.model import (
    Claim,
    Conflict,
    Coverage,
    OriginReason,
    Origins,
    Position,
    Relation,
    Side,
    Span,
    Stance,
    Statement,
    Wording,
    coverage,
)

__all__ = ["Standing", "bare", "by_relation", "place_label", "standing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The claims of a dossier.

    Attributes:
        numbers: from 1, by the ids of the claims, in the order of the dossier.
        having: the ids of the articles that are not silent, by the ids of the claims.
        wordings: every wording by its id.
        owner: the claim of each wording, by the wording's id.
        conflicts: by the ids of claims, in the order of the dossier.
        coverage: what each report adds and leaves out, by the article's id.
        sources: the words for each source, by its id.
    """

    of: Overview
    claims: dict[str, Claim]
    numbers: dict[str, int]
    having: dict[str, tuple[str, ...]]
    wordings: dict[str, Wording]
    owner: dict[str, Claim]
    conflicts: dict[str, tuple[Conflict, ...]]
    coverage: dict[str, Coverage]
    sources: dict[str, str]

    @property
    def looked_for(self) -> bool:
        """Whether a room looked for claims."""
        return bool(self.claims) or "corroboration" in self.of.dossier.engine.rooms

    def words(self, wording: Wording) -> str:
        """Verbatim, on one line, a sign between two spans where other words stand."""
        return on_one_line(joined(self.of.articles[wording.article].text, wording.spans))

    def head(self, claim: Claim) -> Wording:
        """The wording that stands for the claim."""
        return self.wordings[claim.head]

    def positions(self, claim: Claim) -> dict[str, Position]:
        """The stances by the article's id."""
        return {position.article: position for position in claim.positions}

    def lone(self, claim: str) -> bool:
        """Whether one report alone has the claim (its id)."""
        return len(self.having[claim]) <= 1

    def disputed(self, claim: str) -> tuple[Conflict, ...]:
        """The disagreements about a claim (its id), without refinements, roundings and other scopes."""
        found = self.conflicts.get(claim, ())
        return tuple(one for one in found if one.relation in (Relation.CONFLICT, Relation.UPDATE))

    def speaker(self, wording: Wording) -> str | None:
        """To whom the report gives the words; None for its own, and where it does not tell."""
        statement = self.statement(wording)
        return source_label(statement.source.source) if statement and statement.source else None

    def statement(self, wording: Wording) -> Statement | None:
        """The statement that a wording is part of."""
        return self.of.statements.get(wording.statement or "")

    def sides(self, conflict: Conflict, party: int) -> tuple[Side, ...]:
        """Those of one party whose article is at hand."""
        return tuple(s for s in conflict.sides if s.party == party and s.article in self.of.articles)

    def around(self, side: Side) -> tuple[Span, ...]:
        """The passage that a side stands in: its wording, and its own words where they stand outside."""
        wording = self.wordings.get(side.wording)
        if wording is None or wording.article != side.article:
            return side.spans
        outside = [s for s in side.spans if not any(w.contains(s) for w in wording.spans)]
        return tuple(sorted({*wording.spans, *outside}))

    def sigla(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The letters of these articles, in the order of the reports."""
        wanted = set(articles)
        return tuple(letter for id_, letter in self.of.sigla.items() if id_ in wanted)

    def alike(self) -> tuple[tuple[tuple[Claim, ...], Origins], ...]:
        """The claims with the same roots together, in the order of the first, with what is behind them."""
        groups: dict[object, list[Claim]] = {}
        for claim in self.claims.values():
            roots = frozenset(group.key for group in claim.origins.groups)
            groups.setdefault((roots, claim.origins.circles), []).append(claim)
        return tuple(
            (tuple(found), together([c.origins for c in found], self.of)) for found in groups.values()
        )

    def key_label(self, key: str, origins: Origins) -> str:
        """What a key of an origin stands for: a report's letter, or the words for a source or a carrier."""
        if key in self.of.sigla:
            return self.of.sigla[key]
        if key in self.sources:
            return self.sources[key]
        told = (node.label for node in origins.graph.nodes if node.key == key)
        roots = (group.root for group in origins.groups if group.key == key)
        return on_one_line(next(filter(None, (*told, *roots)), key))


def standing(of: Overview) -> Standing:
    """The claims of this overview's dossier."""
    dossier = of.dossier
    claims = {claim.id: claim for claim in dossier.claims}
    found: dict[str, list[Conflict]] = {}
    for conflict in dossier.conflicts:
        for id_ in conflict.claims:
            found.setdefault(id_, []).append(conflict)
    return Standing(
        of=of,
        claims=claims,
        having={id_: tuple(_having(claim)) for id_, claim in claims.items()},
        numbers={id_: number for number, id_ in enumerate(claims, 1)},
        wordings={w.id: w for claim in dossier.claims for w in claim.wordings},
        owner={w.id: claim for claim in dossier.claims for w in claim.wordings},
        conflicts={id_: tuple(list_) for id_, list_ in found.items()},
        coverage={one.article: one for one in coverage(dossier.claims, of.sigla)},
        sources={s.id: on_one_line(source_label(s) or NOT_STATED) for s in dossier.sources},
    )


def _having(claim: Claim) -> Iterator[str]:
    return (position.article for position in claim.positions if position.stance is not Stance.SILENT)


def place_label(of: Overview, article: str, spans: Iterable[Span]) -> str:
    """Where words stand: the input and the code points of each span, ``quay.txt:12-40,52-60``."""
    places = ",".join(f"{span.start}-{span.end}" for span in spans)
    return f"{on_one_line(of.articles[article].input)}:{places}"


def bare(origins: Origins) -> bool:
    """Whether nothing stands behind but the reports themselves."""
    return not origins.circles and all(
        group.reason is OriginReason.OWN_REPORTING and not group.collapses for group in origins.groups
    )


def by_relation(conflicts: Iterable[Conflict]) -> Iterator[tuple[Relation, tuple[Conflict, ...]]]:
    """The conflicts of each relation that has some, disagreements first."""
    groups: dict[Relation, list[Conflict]] = {}
    for conflict in conflicts:
        groups.setdefault(conflict.relation, []).append(conflict)
    yield from ((relation, tuple(groups[relation])) for relation in _ORDER if relation in groups)


_ORDER = (Relation.CONFLICT, Relation.UPDATE, Relation.REFINEMENT, Relation.ROUNDING, Relation.SCOPE)
