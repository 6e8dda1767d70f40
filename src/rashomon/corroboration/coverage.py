"""What each report does with a claim: says it, says it differently, denies it, or is silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.corroboration.claims import Group, Nearness
from rashomon.corroboration.likeness import Lot
from rashomon.model import Article, ConflictKind, Evidence, Position, Relation, Stance, hull

__all__ = ["REASONS", "head_of", "positions"]

REASONS = {
    "has_the_claim": "A wording of the report was found to tell the same.",
    "conflicting_detail": "Its wording stands in a conflict with the claim's.",
    "contrary": "Its wording tells the contrary of the claim.",
    "nearest_tells_otherwise": "No wording was found; the nearest passage tells something else.",
    "nothing_near": "No wording was found, and no passage shares a word with it.",
    "language_not_read": "The report is in a language in which nothing is looked for.",
}
"""Why a report has its stance, by label."""

_DISAGREEING = frozenset([Relation.CONFLICT, Relation.UPDATE])


def head_of(lot: Lot, group: Group) -> int:
    """The unit that stands for the group, whatever order the reports were given in."""
    return min(group.members, key=lambda at: _rank(lot, at))


def _rank(lot: Lot, at: int) -> tuple[str, int, str]:
    unit = lot.units[at]
    return unit.article.published or "9999", -len(unit.words), unit.wording.id


def positions(
    lot: Lot,
    near: Nearness,
    group: Group,
    articles: Sequence[Article],
    differing: Mapping[int, tuple[ConflictKind, Relation]],
) -> tuple[Position, ...]:
    """One for each article, in the order given.

    Args:
        differing: members that disagree with the head, and in what.
    """
    return tuple(
        _having(lot, article, having, differing) if having else _silent(lot, near, group, article)
        for article in articles
        for having in [[at for at in group.members if lot.units[at].article.id == article.id]]
    )


def _having(
    lot: Lot,
    article: Article,
    having: Sequence[int],
    differing: Mapping[int, tuple[ConflictKind, Relation]],
) -> Position:
    stance, reason = Stance.SAYS, "has_the_claim"
    if all(at in differing and differing[at][1] in _DISAGREEING for at in having):
        contrary = any(differing[at] == (ConflictKind.POLARITY, Relation.CONFLICT) for at in having)
        stance, reason = (Stance.DENIES, "contrary") if contrary else (Stance.DIFFERS, "conflicting_detail")
    return Position(
        article=article.id,
        stance=stance,
        wordings=tuple(lot.units[at].wording.id for at in having),
        evidence=Evidence(score=1.0, reason=reason),
    )


def _silent(lot: Lot, near: Nearness, group: Group, article: Article) -> Position:
    best = near.nearest(lot, group.members, article.id)
    if best is None:
        evidence = Evidence(score=0.0, reason="language_not_read")
        return Position(article=article.id, stance=Stance.SILENT, evidence=evidence)
    at, likely = best
    return Position(
        article=article.id,
        stance=Stance.SILENT,
        nearest=hull(lot.units[at].wording.spans),
        evidence=Evidence(
            score=round(likely, 4), reason="nearest_tells_otherwise" if likely else "nothing_near"
        ),
    )
