"""Differences between reports on the page: cards by relation, both parties side by side."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from rashomon.exports.claimterms import CONFLICT_KINDS, RELATIONS, SUSPECTED, rule_label
from rashomon.exports.display import NOT_STATED, visible
from rashomon.exports.html.passages import passage
from rashomon.exports.html.prose import Anchors
from rashomon.exports.standing import Standing, by_relation
from rashomon.exports.terms import probability
from rashomon.model import Conflict, Relation, Side

__all__ = ["Dispute", "Disputes", "SideView", "dispute_views"]

OPEN = (Relation.CONFLICT, Relation.UPDATE)
"""The relations whose cards are open."""

PERHAPS = "perhaps contrary"
"""What is told in place of a relation of what is only suspected."""

MOST, SIDES = 200, 6
"""Cards of a relation, and reports of a party that are open; more are counted, or folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One report's words with those that differ marked; `value` is what a rule read in them."""

    siglum: str
    href: str
    markup: Markup
    value: str | None
    speaker: str | None
    later: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A card: `parties` are two, each with the sides that are open and those that are folded."""

    id: str
    kind: str
    meaning: str
    relation: str
    rule: str
    claims: tuple[tuple[str, int], ...]
    parties: tuple[tuple[tuple[SideView, ...], tuple[SideView, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputes:
    """The cards of one relation."""

    relation: str
    meaning: str
    open: bool
    number: int
    cards: tuple[Dispute, ...]

    @property
    def hidden(self) -> int:
        """How many have no card."""
        return self.number - len(self.cards)


def dispute_views(of: Standing, anchors: Anchors) -> tuple[Disputes, ...]:
    """The differences of each relation that has some, disagreements first; last what may be one."""
    told = [
        (relation.value, RELATIONS[relation], relation in OPEN, found)
        for relation, found in by_relation(of.of.dossier.conflicts)
    ]
    if of.of.dossier.suspected:
        told.append((PERHAPS, SUSPECTED, True, of.of.dossier.suspected))
    return tuple(
        Disputes(
            relation=relation,
            meaning=meaning,
            open=open_,
            number=len(found),
            cards=tuple(_card(one, relation, of, anchors) for one in found[:MOST]),
        )
        for relation, meaning, open_, found in told
    )


def _card(one: Conflict, relation: str, of: Standing, anchors: Anchors) -> Dispute:
    return Dispute(
        id=one.id,
        kind=one.kind.value,
        meaning=CONFLICT_KINDS[one.kind],
        relation=relation,
        rule=f"{rule_label(one.evidence.reason)}, {probability(one.evidence.score)}",
        claims=tuple((f"#{id_}", of.numbers[id_]) for id_ in one.claims if id_ in of.numbers),
        parties=tuple(_party(one, party, of, anchors) for party in (0, 1)),
    )


def _party(
    one: Conflict, party: int, of: Standing, anchors: Anchors
) -> tuple[tuple[SideView, ...], tuple[SideView, ...]]:
    sides = [_side(side, one, of, anchors) for side in of.sides(one, party)]
    return tuple(sides[:SIDES]), tuple(sides[SIDES:])


def _side(side: Side, one: Conflict, of: Standing, anchors: Anchors) -> SideView:
    article = of.of.articles[side.article]
    wording = of.wordings.get(side.wording)
    statement = of.statement(wording) if wording else None
    return SideView(
        siglum=of.of.sigla[side.article],
        href=f"#report-{of.of.sigla[side.article]}",
        markup=passage(article, of.around(side), anchors, side.spans),
        value=visible(side.value) if side.value else None,
        speaker=visible(of.speaker(wording) or NOT_STATED) if wording and statement else None,
        later=side.article == one.later,
    )
