"""Appearances joined to figures, unless something speaks against it.

A forest over the members.  Every tree keeps what is told of it as a whole
(names, gender, reports, whom it must not be), so that whether two may be one
is asked once, and not member by member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.model import Evidence, Link, Located, Policy, Span
from rashomon.reconciliation.labels import LinkRule
from rashomon.reconciliation.members import Member, form_of
from rashomon.reconciliation.people import Agreement, PersonName, agreement
from rashomon.reconciliation.told import Told

__all__ = ["Cluster", "Clusters", "link"]

_STRONGER = (LinkRule.RULED, LinkRule.SHORTENED)
"""What goes before all that names and gender tell against it."""
_NAMES = 12  # different full names of one figure that are held against another's


@dataclass(slots=True, eq=False)
class Cluster:
    """Members taken for one, and what is told of them together."""

    members: list[Member]
    articles: set[str] = field(default_factory=set)
    names: list[PersonName] = field(default_factory=list)
    told: Told = field(default_factory=Told)
    enemies: set[Member] = field(default_factory=set)

    @property
    def first(self) -> Member:
        """The member that stands for all: the first by content."""
        return min(self.members, key=lambda m: m.place)

    @property
    def attested(self) -> bool:
        """Whether any of its reports shows a person."""
        return any(member.attested for member in self.members)

    @property
    def passing(self) -> bool:
        """Whether all reports name it in passing; words that open a sentence may look like such a name."""
        return all(member.passing for member in self.members)

    def roles(self) -> set[str]:
        """The roles that any report gives."""
        return {role for member in self.members for role in member.appearance.roles}


class Clusters:
    """All members, each at first a cluster of its own; `links` are the reasons so far."""

    def __init__(self, members: Sequence[Member], policy: Policy) -> None:
        self.policy = policy
        self.links: list[Link] = []
        self._of = {member: _lone(member) for member in members}

    def of(self, member: Member) -> Cluster:
        """The cluster this member belongs to."""
        return self._of[member]

    def all(self) -> Iterator[Cluster]:
        """Every cluster once, in the order of its members' content."""
        return iter(dict.fromkeys(self._of.values()))

    def among(self, members: Iterable[Member]) -> list[Cluster]:
        """The clusters of these members, each once."""
        return list(dict.fromkeys(self._of[member] for member in members))

    def join(
        self,
        one: Member,
        other: Member,
        rule: LinkRule,
        places: Sequence[Located] = (),
        *,
        inside: bool = False,
    ) -> bool:
        """Make one of both clusters, and keep the reason, unless something speaks against it.

        `inside` allows two members of one report.
        """
        low, high = self._of[one], self._of[other]
        if low is high:
            return True
        against = self.against(low, high, inside=inside)
        if rule in _STRONGER and against is not LinkRule.RULED:
            against = None
        if against is not None:
            return False
        self._merge(low, high)
        self.links.append(link(one, other, rule, places, same=True))
        return True

    def part(self, one: Member, other: Member, rule: LinkRule) -> None:
        """Keep the reason why two whose names agree are two."""
        self.links.append(link(one, other, rule, (), same=False))

    def against(self, one: Cluster, other: Cluster, *, inside: bool = False) -> LinkRule | None:
        """What speaks against their being one, the weightiest first."""
        if not one.enemies.isdisjoint(other.members):
            return LinkRule.RULED
        if not _agree(one.names, other.names) or _two_lines(one, other):
            return LinkRule.GIVEN_NAMES
        if len(one.told.genders | other.told.genders) > 1:
            return LinkRule.GENDER
        if one.told.contradicts(other.told, self.policy):
            return LinkRule.TOLD_OTHERWISE
        if not inside and not one.articles.isdisjoint(other.articles):
            return LinkRule.ONE_REPORT
        return None

    def _merge(self, low: Cluster, high: Cluster) -> None:
        if len(low.members) < len(high.members):
            low, high = high, low
        low.members += high.members
        low.articles |= high.articles
        low.names += [name for name in high.names if name not in low.names]
        low.told.add(high.told)
        if len(low.told.genders) > 1:
            low.told.genders = set()  # joined all the same: one of them is wrong
        low.enemies |= high.enemies
        for member in high.members:
            self._of[member] = low


def _lone(member: Member) -> Cluster:
    told = Told()
    told.add(member.told)
    return Cluster(
        told=told,
        members=[member],
        articles={member.article},
        names=[member.name] if member.person and not member.name.alone else [],
    )


def _two_lines(one: Cluster, other: Cluster) -> bool:
    """Whether some report has both, and tells one by a suffix (“Jr.”) from the other."""
    if one.articles.isdisjoint(other.articles):
        return False
    suffixes = [
        {(m.article, m.name.suffix) for m in side.members if m.person and not m.name.alone}
        for side in (one, other)
    ]
    return any(
        article == there and suffix != told for article, suffix in suffixes[0] for there, told in suffixes[1]
    )


def _agree(one: Sequence[PersonName], other: Sequence[PersonName]) -> bool:
    """Whether no full name of one contradicts one of the other."""
    return all(agreement(a, b) is not Agreement.NONE for a in one[:_NAMES] for b in other[:_NAMES])


def link(one: Member, other: Member, rule: LinkRule, places: Sequence[Located], *, same: bool) -> Link:
    """The reason as a value; without `places` it rests on the first places of both names."""
    low, high = sorted((one, other), key=lambda m: (m.article, m.appearance.name, m.appearance.spans))
    return Link(
        same=same,
        sides=((low.article, low.appearance.name), (high.article, high.appearance.name)),
        evidence=Evidence(score=rule.score, reason=rule.label),
        places=tuple(sorted(places)) or (_place(low), _place(high)),
    )


def _place(member: Member) -> Located:
    """Where it is first named by its name, else in any form."""
    span: Span = member.forms.get(form_of(member.appearance.name), member.appearance.spans[0])
    return Located(member.article, span)
