"""Bodies of several reports: the same words, initials that a report explains, initials alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.reconciliation.clusters import Cluster, Clusters
from rashomon.reconciliation.labels import LinkRule
from rashomon.reconciliation.members import Member, form_of

__all__ = ["join_bodies"]

_FEWEST_LETTERS = 3  # of initials that no report explains


def join_bodies(clusters: Clusters, members: Sequence[Member]) -> None:
    """The bodies among them, and capitals taken for a person's in one report and for a body's in another."""
    named = [m for m in members if m.listed or m.speaks]
    _join_words(clusters, named)
    bodies = [m for m in named if not m.person]
    _join_initials(clusters, bodies, LinkRule.GLOSSED, _explained(bodies))
    _join_initials(clusters, bodies, LinkRule.ABBREVIATION, _initials(bodies))


def _join_words(clusters: Clusters, members: Iterable[Member]) -> None:
    buckets: dict[tuple[str, ...], list[Member]] = defaultdict(list)
    for member in members:
        if not member.person or not member.attested:
            buckets[member.words].append(member)
    for bucket in buckets.values():
        for member in bucket[1:]:
            clusters.join(bucket[0], member, LinkRule.SAME_NAME)


def _join_initials(
    clusters: Clusters, bodies: Sequence[Member], rule: LinkRule, meant: dict[str, list[Member]]
) -> None:
    """Names that are initials, each to the only body that they can mean."""
    for member in bodies:
        letters = form_of(member.appearance.name)
        found: list[Cluster] = [c for c in clusters.among(meant.get(letters, ())) if member not in c.members]
        if len(found) == 1 and member.appearance.name.replace(".", "").isupper():
            clusters.join(member, found[0].first, rule)


def _explained(bodies: Iterable[Member]) -> dict[str, list[Member]]:
    """Initials with the bodies whose reports name them so, too."""
    out: dict[str, list[Member]] = defaultdict(list)
    for member in bodies:
        for form, _ in member.aliases:
            out[form].append(member)
    return out


def _initials(bodies: Iterable[Member]) -> dict[str, list[Member]]:
    out: dict[str, list[Member]] = defaultdict(list)
    for member in bodies:
        if len(member.words) >= _FEWEST_LETTERS:
            out["".join(word[0] for word in member.words)].append(member)
    return out
