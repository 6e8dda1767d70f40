"""The same person or body in several reports is one figure.

1. Gather everybody whom the reports name, and every named speaker.
2. Follow what a person ruled: joined, or kept apart whatever the names say.
3. Join what names show to be one, the surest first: full names, other
   spellings, short forms, initials; surnames alone where only one person
   bears them; nicknames that a report explains; bodies by words and initials.
   Two of one report, people of differing gender or given names never meet,
   not even by way of a third.
4. Give each figure the id that a source of its fullest name has, and the
   statements' sources the figure's id.  What a report wrote stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.language.titles import TITLES, role_base
from rashomon.language.tokens import fold
from rashomon.model import (
    Appearance,
    Article,
    Figure,
    Link,
    Policy,
    Ruling,
    Source,
    SourceKind,
    Statement,
    short_id,
)
from rashomon.reconciliation.bodies import join_bodies
from rashomon.reconciliation.clusters import Cluster, Clusters
from rashomon.reconciliation.members import Member, Members, gather
from rashomon.reconciliation.nicknames import join_nicknames, unlisted
from rashomon.reconciliation.persons import (
    join_full_names,
    join_initials,
    join_shortened,
    join_single_names,
)
from rashomon.reconciliation.rulings import follow, names_in, tell_parted

__all__ = ["Reconciled", "reconcile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What came of it.

    Attributes:
        statements: those given, in their order, with `Source.identity` of every named person and body.
        figures: by first place: whoever speaks, and whom the reports show to be a person or body.
        links: why appearances were joined or kept apart, in the order of their sides.
        unmet: rulings that no name of the reports answers to, or that other rulings contradict.
    """

    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    links: tuple[Link, ...]
    unmet: tuple[Ruling, ...]


def reconcile(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    rosters: Sequence[tuple[Appearance, ...]],
    policy: Policy,
    rulings: Sequence[Ruling] = (),
) -> Reconciled:
    """Figures over all reports; the same for the reports in any order.

    Args:
        articles: the reports; their order is only that of the figures' appearances.
        statements: of these articles.
        rosters: whom each article names, one for each.
        policy: the thresholds.
        rulings: what a person decided; it goes before every rule of this room.
    """
    members = gather(articles, statements, rosters, names_in(rulings))
    members.all = sorted([*members.all, *unlisted(articles, members.all)], key=lambda m: m.place)
    clusters = Clusters(members.all, policy)
    unmet = follow(rulings, clusters, members.all, articles)
    join_shortened(clusters, members.all)
    join_full_names(clusters, members.all)
    join_initials(clusters, members.all)
    unclear = join_single_names(clusters, members.all)
    join_nicknames(clusters, articles, members.all)
    join_bodies(clusters, members.all, unclear)
    tell_parted(clusters, members.all)
    order = {article.id: number for number, article in enumerate(articles)}
    figures = _figures(clusters, order)
    known = {m for cluster in figures for m in cluster.members}
    sides = {(m.article, m.appearance.name) for m in known}
    figure_of = {m: figure for cluster, figure in figures.items() for m in cluster.members}
    return Reconciled(
        statements=tuple(_identified(s, members, figure_of) for s in statements),
        figures=tuple(sorted(figures.values(), key=lambda f: _first_place(f, order))),
        links=_links(clusters.links, sides),
        unmet=unmet,
    )


def _first_place(figure: Figure, order: dict[str, int]) -> tuple[int, int, str]:
    first = figure.appearances[0]
    return order[first.article], first.spans[0].start, figure.id


def _links(links: Iterable[Link], sides: set[tuple[str, str]]) -> tuple[Link, ...]:
    """Those between figures that are told, one a pair of appearances."""
    kept = {link.id: link for link in links if sides.issuperset(link.sides)}
    return tuple(sorted(kept.values(), key=lambda k: (k.sides, not k.same)))


# -- figures --------------------------------------------------------------------------------


def _figures(clusters: Clusters, order: dict[str, int]) -> dict[Cluster, Figure]:
    told = [cluster for cluster in clusters.all() if _is_told(cluster)]
    heads = {cluster: (_kind(cluster), _name(cluster)) for cluster in told}
    sharing = Counter(heads.values())
    return {
        cluster: Figure(
            id=_id(kind, name, cluster if sharing[kind, name] > 1 else None),
            kind=kind,
            name=name,
            appearances=_appearances(cluster, order),
        )
        for cluster, (kind, name) in heads.items()
    }


def _is_told(cluster: Cluster) -> bool:
    """Whether it speaks, or is surely a person or a body: two capitals alone may be a town."""
    return any(m.speaks or (m.listed and (m.attested or not m.person)) for m in cluster.members)


def _kind(cluster: Cluster) -> SourceKind:
    if any(m.person for m in cluster.members):
        shown = any(m.shown for m in cluster.members)
        body = any(m.listed and not m.person for m in cluster.members)
        return SourceKind.PERSON if shown or not body else SourceKind.ORGANISATION
    return SourceKind.ORGANISATION


def _name(cluster: Cluster) -> str:
    """The fullest form: most words, then letters; of equals the one that most reports have.

    Not one that has a word too many in front ("Comedian Ada Holt", "Seeing Ada Holt"): a role, or
    what fewer reports have than the rest.
    """
    counted = Counter({m.appearance.name: 0 for m in cluster.members})
    counted.update(name for name, _ in {(m.appearance.name, m.article) for m in cluster.members})
    plainer = [name for name in counted if not _overdone(name, counted)]
    return max(plainer or counted, key=lambda name: (len(name.split()), len(name), counted[name], name))


def _overdone(name: str, counted: Counter[str]) -> bool:
    first, _, rest = name.partition(" ")
    role = fold(first) in TITLES or role_base(fold(first)) is not None
    return bool(rest) and (role or (" " in rest and counted[rest] > counted[name]))


def _id(kind: SourceKind, name: str, apart: Cluster | None) -> str:
    """As that of a source of this name; of several figures with one name, with the place of the first."""
    if apart is None:
        return Source(kind=kind, name=name).id
    first = min(apart.members, key=lambda m: (m.article, m.appearance.spans))
    return short_id("src", [kind.value, name, None, first.article, first.appearance.spans[0].start])


def _appearances(cluster: Cluster, order: dict[str, int]) -> tuple[Appearance, ...]:
    found = (member.appearance for member in cluster.members)
    return tuple(sorted(found, key=lambda a: (order[a.article], a.spans, a.name)))


def _identified(statement: Statement, members: Members, figure_of: dict[Member, Figure]) -> Statement:
    """The name stays as its report has it; whether it is a person's or a body's other reports may tell."""
    member = members.of(statement)
    if member is None or statement.source is None:
        return statement
    figure = figure_of[member]
    source = replace(statement.source.source, kind=figure.kind, identity=figure.id)
    return replace(statement, source=replace(statement.source, source=source))
