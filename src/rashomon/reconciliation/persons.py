"""Persons of several reports: full names first, then initials, then what is less than a full name.

Each step looks only among names that share a key (consonants of the surname,
forms of the given name), so the work is about linear in the names.  A name
alone is never enough where two people bear it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from rashomon.language.functionwords import TEMPORAL
from rashomon.language.givennames import given_name
from rashomon.language.titles import ORGANISATION_WORDS
from rashomon.reconciliation.clusters import Cluster, Clusters
from rashomon.reconciliation.labels import LinkRule
from rashomon.reconciliation.members import Member
from rashomon.reconciliation.people import Agreement, agreement, name_keys
from rashomon.reconciliation.sounds import alike, skeletons

__all__ = [
    "join_full_names",
    "join_initials",
    "join_shortened",
    "join_single_names",
    "may_be_person",
]

_PEOPLE = re.compile(r"(?:ic|i|e)ans$|american$")
_STEPS = (
    (Agreement.SAME, LinkRule.SAME_NAME),
    (Agreement.SPELT, LinkRule.SPELT_OTHERWISE),
    (Agreement.SHORT, LinkRule.SHORT_FORM),
)


def join_shortened(clusters: Clusters, members: Sequence[Member]) -> None:
    """``Van Holt`` where the same report has ``Ada van Holt``: the end of the only longer name."""
    longer: dict[tuple[str, ...], list[Member]] = defaultdict(list)
    full = [m for m in members if m.person and not m.name.alone]
    for member in full:
        words = (*member.name.given, member.name.last)
        for at in range(1, len(words) - 1):
            longer[member.article, *words[at:]].append(member)
    for member in full:
        found = longer[member.article, *member.name.given, member.name.last]
        if len(found) == 1:
            clusters.join(found[0], member, LinkRule.SHORTENED)


def join_full_names(clusters: Clusters, members: Sequence[Member]) -> None:
    """Those with given name and surname, step by step from the same words to short forms."""
    full = [m for m in members if m.person and not m.name.alone]
    refused: list[tuple[Member, Member]] = []
    for wanted, rule in _STEPS:
        for bucket in _buckets(full, wanted):
            _join_bucket(clusters, bucket, wanted, rule, refused)
    _tell_refused(clusters, refused)


def _buckets(full: Iterable[Member], wanted: Agreement) -> list[list[Member]]:
    out: dict[object, list[Member]] = defaultdict(list)
    for member in full:
        name = member.name
        keys: Iterable[object] = name_keys(name)
        if wanted is Agreement.SAME:
            keys = ["".join((*name.given, name.last)), (name.given[0], name.last)]
        for key in keys:
            out[key].append(member)
    return [out[key] for key in sorted(out, key=repr) if len(out[key]) > 1]


def _join_bucket(
    clusters: Clusters,
    bucket: Sequence[Member],
    wanted: Agreement,
    rule: LinkRule,
    refused: list[tuple[Member, Member]],
) -> None:
    """Each member to the only one that it can be one with; those it was kept from are noted.

    Who is told more of comes first, so that nobody who could be either joins two that cannot be one.
    """
    seen: list[Member] = []
    for member in sorted(
        bucket, key=lambda m: (bool(m.name.suffix), not m.told, not m.told.genders, m.place)
    ):
        fitting: dict[Cluster, Member] = {}
        for other in seen:
            if agreement(member.name, other.name) >= wanted:
                fitting.setdefault(clusters.of(other), other)
        own = clusters.of(member)
        if own in fitting:
            continue
        able = {c: other for c, other in fitting.items() if clusters.against(own, c, inside=True) is None}
        possible = [able[c] for c in _likeliest(member, able)]
        if len(possible) == 1:
            clusters.join(possible[0], member, rule, inside=True)
        else:
            refused.extend((other, member) for other in fitting.values())
        if len(possible) != 1 and len(seen) < clusters.policy.figure_tried:
            seen.append(member)


def _likeliest(member: Member, able: Iterable[Cluster]) -> list[Cluster]:
    """Of several those that have a role in common with it, if there are any."""
    found = list(able)
    sharing = [c for c in found if member.told.roles & c.told.roles] if len(found) > 1 else []
    return sharing or found


def _tell_refused(clusters: Clusters, refused: Iterable[tuple[Member, Member]]) -> None:
    """Whose names agree and who stayed two in the end, once a pair of figures."""
    told: set[frozenset[Cluster]] = set()
    for one, other in refused:
        low, high = clusters.of(one), clusters.of(other)
        if low is not high and frozenset((low, high)) not in told:
            told.add(frozenset((low, high)))
            clusters.part(one, other, clusters.against(low, high, inside=True) or LinkRule.SEVERAL)


def join_initials(clusters: Clusters, members: Sequence[Member]) -> None:
    """``A. Holt``: to the only one whose given name begins so."""
    full = [m for m in members if m.person and not m.name.alone]
    buckets: dict[tuple[str, str], dict[Cluster, Member]] = defaultdict(dict)
    for member in full:
        for key in name_keys(member.name):
            if key[1].endswith("."):
                buckets[key].setdefault(clusters.of(member), member)
    for member in full:
        if any(len(given) > 1 for given in member.name.given):
            continue
        all_ = chain.from_iterable(buckets[key].values() for key in sorted(name_keys(member.name)))
        near = islice(all_, clusters.policy.figure_bearers)
        fitting = [m for m in near if agreement(m.name, member.name) is not Agreement.NONE]
        found = _likeliest(member, _possible(clusters, member, clusters.among(fitting)))
        if len(found) == 1:
            clusters.join(member, found[0].first, LinkRule.INITIAL)


def _possible(clusters: Clusters, member: Member, found: Sequence[Cluster]) -> list[Cluster]:
    """Those that this member can be one with; of very many none, for nothing would tell them apart."""
    own = clusters.of(member)
    if len(found) > clusters.policy.figure_tried:
        return []
    return [c for c in found if c is not own and clusters.against(own, c) is None]


# -- surnames and given names alone ---------------------------------------------------------


def may_be_person(member: Member) -> bool:
    """Whether a name of one word may be a person's: no initials, no noun for a body, no *the* before it."""
    return member.alone and not member.led and member.name.last not in ORGANISATION_WORDS


def join_single_names(clusters: Clusters, members: Sequence[Member]) -> frozenset[Member]:
    """A surname alone to the only person who bears it; a name in front, to whom has the role too.

    Returns those that nothing tells from among several.
    """
    bearers = _Bearers(clusters, [m for m in members if m.person and not m.name.alone])
    left: list[Member] = []
    unclear: set[Member] = set()
    for member in (m for m in members if may_be_person(m)):
        found = bearers.of(member)
        if found:
            unclear |= set() if _join_surname(clusters, member, found) else {member}
        elif not _join_given(clusters, member, bearers.given[member.name.last]):
            left.append(member)
    _join_alone(clusters, left)
    return frozenset(unclear)


class _Bearers:
    """Who bears a surname, by its consonants: in all reports one member for each figure, in each its own."""

    def __init__(self, clusters: Clusters, full: Iterable[Member]) -> None:
        self.clusters = clusters
        self.everywhere: dict[str, dict[Cluster, Member]] = defaultdict(dict)
        self.here: dict[tuple[str, str], list[Member]] = defaultdict(list)
        self.given: dict[str, list[Member]] = defaultdict(list)
        for member in full:
            if member.name.last in TEMPORAL or _PEOPLE.search(member.name.last):
                continue  # “Ada Holt Tuesday”, “Black Ostmarkians”
            self.given[member.name.given[0]].append(member)
            for skeleton in skeletons(member.name.last):
                self.everywhere[skeleton].setdefault(clusters.of(member), member)
                self.here[member.article, skeleton].append(member)

    def of(self, member: Member) -> list[Cluster]:
        """The persons with this surname: of its own report if that names any, spelt the same if any is.

        Of very many a few: nothing tells which of them is meant.
        """
        keys = sorted(skeletons(member.name.last))
        here = (m for key in keys for m in self.here.get((member.article, key), ()))
        own = self._spelt(member, [m for m in here if not _set_apart(member, m)])
        all_ = chain.from_iterable(self.everywhere.get(key, {}).values() for key in keys)
        near = [] if own else list(islice(all_, self.clusters.policy.figure_bearers))
        found = self.clusters.among(own or self._spelt(member, near))
        attested = [cluster for cluster in found if cluster.attested]
        told = [cluster for cluster in attested if not cluster.passing] or attested
        return told or [cluster for cluster in found if member.speaks and _named_shortly(cluster)]

    def _spelt(self, member: Member, near: Sequence[Member]) -> list[Member]:
        suffix = member.name.suffix
        fitting = [m for m in near if not suffix or suffix in {n.suffix for n in self.clusters.of(m).names}]
        if member.name.double:
            own = member.name.double
            fitting = [m for m in fitting if any(own in n.given for n in self.clusters.of(m).names)]
        exact = [m for m in fitting if any(n.last == member.name.last for n in self.clusters.of(m).names)]
        return exact or [m for m in fitting if alike(m.name.last, member.name.last)]


def _set_apart(member: Member, other: Member) -> bool:
    """Whether one report has both, and tells of them as of two: a president, he, and a sister, she."""
    genders = {member.appearance.gender, other.appearance.gender} - {""}
    roles = set(member.appearance.roles), set(other.appearance.roles)
    return len(genders) > 1 or (all(roles) and roles[0].isdisjoint(roles[1]))


def _named_shortly(cluster: Cluster) -> bool:
    """Whether a report goes on with the surname alone, as it does of persons (and of some towns)."""
    return any(len(member.forms) > 1 for member in cluster.members)


def _join_surname(clusters: Clusters, member: Member, found: Sequence[Cluster]) -> bool:
    fitting = [c for c in found if _fits(clusters, member, c)]
    roles = set(member.appearance.roles)
    sharing = [c for c in fitting if roles & c.roles()] if len(fitting) > 1 else []
    likeliest = sharing or fitting
    if len(likeliest) > 1:  # others are told apart from who goes by the surname
        likeliest = [c for c in likeliest if _named_shortly(c)] or likeliest
    if len(likeliest) == 1:
        [cluster] = likeliest
        rule = LinkRule.SURNAME_AND_ROLE if cluster in sharing else LinkRule.SURNAME
        return clusters.join(member, cluster.first, rule, inside=True)
    if member.listed or member.speaks:
        for cluster in (fitting or found)[: clusters.policy.figure_tried]:
            against = clusters.against(clusters.of(member), cluster)
            clusters.part(member, cluster.first, against or LinkRule.SEVERAL)
    return False


def _fits(clusters: Clusters, member: Member, cluster: Cluster) -> bool:
    """Whether nothing speaks against it; two places of one report may be one person's here.

    ``Ms. Holt`` is no Tom: where only a surname is told, the lists of given names are heard, too.
    """
    given = {given_name(name.given[0]) for name in cluster.names} - {None}
    if cluster.told.genders == set() and len(given | member.told.genders) > 1:
        return False
    return clusters.against(clusters.of(member), cluster, inside=True) is None


def _join_given(clusters: Clusters, member: Member, found: Sequence[Member]) -> bool:
    """``President Kel``: the only one whose name begins so, if a report gives both the role."""
    roles = set(member.appearance.roles)
    fitting = [c for c in _possible(clusters, member, clusters.among(found)) if roles & c.roles()]
    return len(fitting) == 1 and clusters.join(member, fitting[0].first, LinkRule.GIVEN_NAME_AND_ROLE)


def _join_alone(clusters: Clusters, left: Sequence[Member]) -> None:
    """The same single name in several reports, of which none gives more."""
    buckets: dict[str, list[Member]] = defaultdict(list)
    for member in left:
        if member.listed or member.speaks:
            buckets[member.name.last].append(member)
    tried = clusters.policy.figure_tried
    for bucket in buckets.values():
        for member in bucket[1:]:
            next((o for o in bucket[:tried] if clusters.join(o, member, LinkRule.SAME_NAME)), None)
