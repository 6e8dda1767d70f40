"""Bodies of several reports: the same words, initials that a report explains, initials alone.

Words count in any order (``Ministry of Health``, ``Health Ministry``) and number.
Newspapers leave out the name of their own country, and where they have given
a body's name they go on with its last word; both are tables here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.language.titles import ORGANISATION_WORDS
from rashomon.reconciliation.clusters import Cluster, Clusters
from rashomon.reconciliation.labels import LinkRule
from rashomon.reconciliation.members import Member, form_of
from rashomon.reconciliation.owners import is_common, owner_word

__all__ = ["join_bodies"]

_COUNTRIES = frozenset("us u.s usa uk".split()), ("united", "states"), ("united", "kingdom")
_SHORTENED = frozenset(
    "times post journal tribune herald gazette guardian telegraph courier echo chronicle observer mail "
    "mirror express globe star sun committee commission council board agency ministry institute "
    "foundation university association".split()
)
_COMMON_HEADS = frozenset("ministry department court parliament".split())
_SINGULAR = 4  # letters; a final s of longer words is taken for the plural's
_FEWEST_LETTERS = 3  # of initials that no report explains


def join_bodies(clusters: Clusters, members: Sequence[Member], unclear: frozenset[Member]) -> None:
    """The bodies among them, and capitals taken for a person's in one report and for a body's in another.

    `unclear` are surnames of which nobody knows whose: the same word in two reports shows nothing.
    """
    named = [m for m in members if (m.listed or m.speaks) and m not in unclear]
    bodies = [m for m in named if not m.person]
    _join_shortened(clusters, bodies)
    _join_words(clusters, named)
    _join_countries(clusters, bodies)
    _join_initials(clusters, bodies, LinkRule.GLOSSED, _explained(bodies))
    _join_initials(clusters, bodies, LinkRule.ABBREVIATION, _initials(bodies))


def _join_words(clusters: Clusters, members: Iterable[Member]) -> None:
    buckets: dict[tuple[str, ...], list[Member]] = defaultdict(list)
    for member in members:
        if not member.shown:
            buckets[_key(member)].append(member)
    for bucket in buckets.values():
        for member in bucket[1:]:
            clusters.join(bucket[0], member, LinkRule.SAME_NAME, inside=True)


def _key(member: Member) -> tuple[str, ...]:
    words = [w.removesuffix("s") if len(w) > _SINGULAR else w for w in member.words]
    if member.owner:
        words.append(member.owner)
    if is_common(member.appearance.name) or words[0] in _COMMON_HEADS:
        words = [word if word in ORGANISATION_WORDS else owner_word(word) for word in words]
    return tuple(sorted(words))


def _join_countries(clusters: Clusters, bodies: Iterable[Member]) -> None:
    """``Supreme Court`` to the only one that a report calls ``U.S. Supreme Court``, or ``Ostland’s``."""
    abroad: dict[tuple[str, ...], list[Member]] = defaultdict(list)
    members = list(bodies)
    for member in members:
        rest = member.words if member.owner else _without_country(member.words)
        if len(rest) > 1 and (member.owner or rest != member.words):
            abroad[rest].append(member)
    for member in members:
        found = clusters.among(abroad.get(member.words, ()))
        if len(found) == 1 and not member.owner:
            clusters.join(member, found[0].first, LinkRule.SHORT_FORM, inside=True)


def _without_country(words: tuple[str, ...]) -> tuple[str, ...]:
    single, *several = _COUNTRIES
    if words[0] in single:
        return words[1:]
    return words[2:] if words[:2] in several else words


def _join_shortened(clusters: Clusters, bodies: Iterable[Member]) -> None:
    """``the Times`` where the same report has one body whose name ends so."""
    ends: dict[tuple[str, str], list[Member]] = defaultdict(list)
    members = list(bodies)
    for member in members:
        if len(member.words) > 1:
            ends[member.article, member.words[-1]].append(member)
    for member in members:
        found = ends.get((member.article, member.words[0]), ())
        if len(member.words) == 1 and member.words[0] in _SHORTENED and len(found) == 1:
            clusters.join(found[0], member, LinkRule.SHORTENED)


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
