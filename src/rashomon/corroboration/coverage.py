"""What each report does with a claim: says it, says it differently, denies it, or is silent.

Stances are seen from the head, the wording that stands for the claim: of what
reports disagree in it has what most of them have, of an affirmation and its
denial it affirms; then it is the earliest published, the longest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.corroboration.claims import Group, Nearness
from rashomon.corroboration.likeness import Lot
from rashomon.corroboration.units import Unit
from rashomon.language.negations import DENYING
from rashomon.language.tokens import tokenize
from rashomon.model import (
    Article,
    Conflict,
    ConflictKind,
    Evidence,
    Policy,
    Position,
    Relation,
    Stance,
    hull,
)

__all__ = ["REASONS", "Seen", "Standing", "head_of", "positions"]

REASONS = {
    "has_the_claim": "a wording of the report was found to tell the same",
    "same_words_elsewhere": "a wording of the report that tells more has all words of the claim's",
    "told_in_another_claim": "a wording of the report in another claim most likely tells the same",
    "conflicting_detail": "its wording stands in a conflict with the claim's",
    "contrary": "its wording tells the contrary of the claim",
    "nearest_tells_otherwise": "no wording was found; the nearest passage tells something else",
    "nothing_near": "no wording was found, and no passage comes near",
    "language_not_read": "the report has no passage in a language that is read",
}
"""Why a report has its stance, by label."""

_DISAGREEING = frozenset([Relation.CONFLICT, Relation.UPDATE])


class Standing:
    """On which side of which conflicts the wordings of a story stand."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        self._of: dict[str, list[tuple[Conflict, int]]] = {}
        for conflict in conflicts:
            if conflict.relation in _DISAGREEING:
                for side in conflict.sides:
                    self._of.setdefault(side.wording, []).append((conflict, side.party))

    def against(self, wording: str, head: str) -> Stance | None:
        """How a wording (ids) disagrees with the head's; None where it does not."""
        parties = {conflict.id: party for conflict, party in self._of.get(head, ())}
        kinds = {
            (conflict.kind, conflict.relation)
            for conflict, party in self._of.get(wording, ())
            if parties.get(conflict.id, party) != party
        }
        if (ConflictKind.POLARITY, Relation.CONFLICT) in kinds:
            return Stance.DENIES
        return Stance.DIFFERS if kinds else None

    def opposed(self, head: str, wordings: Sequence[str], least: float) -> Mapping[str, tuple[str, Stance]]:
        """By report its wording (id) that disagrees most surely with the head or one that agrees with that,
        and how; none that does so less surely than `least`.
        """
        agreeing = [wording for wording in wordings if self.against(wording, head) is None]
        sides = {conflict.id: party for conflict, party in self._of.get(head, ())}
        out: dict[str, tuple[float, str, Stance]] = {}
        for conflict, party in (place for own in agreeing for place in self._of.get(own, ())):
            if conflict.kind is ConflictKind.ATTRIBUTION or conflict.evidence.score < least:
                continue
            denied = conflict.kind is ConflictKind.POLARITY and conflict.relation is Relation.CONFLICT
            for side in conflict.sides:
                if side.party != party and side.party != sides.get(conflict.id):
                    stance = Stance.DENIES if denied else Stance.DIFFERS
                    found = -conflict.evidence.score, side.wording, stance
                    out[side.article] = min(out.get(side.article, found), found)
        return {article: (wording, stance) for article, (_, wording, stance) in out.items()}

    def weight(self, wording: str) -> int:
        """How many more reports have what it has than have what is against it; a denial has the least."""
        return sum(_for(conflict, party) for conflict, party in self._of.get(wording, ()))


def _for(conflict: Conflict, party: int) -> int:
    reports = [{side.article for side in conflict.sides if side.party == p} for p in (party, 1 - party)]
    return len(reports[0]) - len(reports[1])


def head_of(lot: Lot, group: Group, standing: Standing) -> int:
    """The unit that stands for the group, whatever order the reports were given in."""
    return min(group.members, key=lambda at: _rank(lot, at, standing))


def _rank(lot: Lot, at: int, standing: Standing) -> tuple[int, bool, str, int, str]:
    unit = lot.units[at]
    return (
        -standing.weight(lot.ids[at]),
        _denies(lot, at),
        unit.article.published or "9999",
        -len(lot.words[at]),
        lot.ids[at],
    )


def _denies(lot: Lot, at: int) -> bool:
    """Whether the words deny something, or their cue does."""
    unit = lot.units[at]
    spans = [*unit.wording.spans, *(unit.statement.cue if unit.statement else ())]
    words = {token.low for span in spans for token in tokenize(unit.article.text, span)}
    return bool(words & DENYING) or any(w.startswith(("deni", "deny", "reject", "dismiss")) for w in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A group as it is seen: from which unit, and which units mean most alike that, by report.

    `held` are units of other claims that have the words of one of its own, of reports that have none of it;
    `places` the units of all wordings, by id.
    """

    group: Group
    head: int
    alike: Mapping[str, int]
    held: Mapping[str, int]
    places: Mapping[str, int]

    def unit(self, lot: Lot, wording: str) -> Unit:
        """The unit of a wording."""
        return lot.units[self.places[wording]]


def positions(
    lot: Lot, near: Nearness, seen: Seen, articles: Sequence[Article], standing: Standing, policy: Policy
) -> tuple[Position, ...]:
    """One for each article, in the order given.

    A report is not silent on what it tells in the same words as part of another claim or most likely tells
    in others there, nor on what one of its wordings surely stands against, whatever claim that belongs to.
    """
    having: Mapping[str, list[str]] = {article.id: [] for article in articles}
    for at in seen.group.members:
        having[lot.reports[at]].append(lot.ids[at])
    first = lot.ids[seen.head]
    opposed = standing.opposed(first, [lot.ids[at] for at in seen.group.members], policy.stance_opposed)
    return tuple(
        _having(article, wordings, [standing.against(w, first) for w in wordings])
        if (wordings := having[article.id])
        else _elsewhere(article, seen.unit(lot, opposed[article.id][0]), opposed[article.id][1])
        if article.id in opposed
        else _elsewhere(article, lot.units[seen.held[article.id]], Stance.SAYS, "same_words_elsewhere")
        if article.id in seen.held
        else _near(lot, near, seen, article, standing, policy)
        for article in articles
    )


_WHY = {
    Stance.SAYS: "has_the_claim",
    Stance.DIFFERS: "conflicting_detail",
    Stance.DENIES: "contrary",
}


def _having(article: Article, wordings: Sequence[str], stances: Sequence[Stance | None]) -> Position:
    """The stance of a report by those of its wordings: one that agrees is enough."""
    stance = Stance.SAYS
    if None not in stances:
        stance = Stance.DENIES if Stance.DENIES in stances else Stance.DIFFERS
    return Position(
        article=article.id,
        stance=stance,
        wordings=tuple(wordings),
        evidence=Evidence(score=1.0, reason=_WHY[stance]),
    )


def _elsewhere(article: Article, unit: Unit, stance: Stance, why: str = "") -> Position:
    """The stance of a report that tells the claim, or tells it otherwise, in a wording of another claim."""
    return Position(
        article=article.id,
        stance=stance,
        wordings=(),
        nearest=hull(unit.wording.spans),
        evidence=Evidence(score=1.0, reason=why or _WHY[stance]),
    )


def _near(
    lot: Lot, near: Nearness, seen: Seen, article: Article, standing: Standing, policy: Policy
) -> Position:
    """The stance of a report none of whose wordings joined the claim, by the one that comes nearest to it:
    where that most likely tells the same, it says so too, or otherwise if it is in a conflict with the head.
    """
    best = near.nearest(lot, seen.group.members, article.id)
    if best and best[1] >= policy.stance_near:
        against = standing.against(lot.ids[best[0]], lot.ids[seen.head])
        why = "" if against else "told_in_another_claim"
        found = _elsewhere(article, lot.units[best[0]], against or Stance.SAYS, why)
        return replace(found, evidence=replace(found.evidence, score=round(best[1], 4)))
    at = best[0] if best else seen.alike.get(article.id, lot.first.get(article.id))
    likely = best[1] if best else 0.0
    tells = "nearest_tells_otherwise" if best else "nothing_near"
    return Position(
        article=article.id,
        stance=Stance.SILENT,
        nearest=None if at is None else hull(lot.units[at].wording.spans),
        evidence=Evidence(score=round(likely, 4), reason="language_not_read" if at is None else tells),
    )
