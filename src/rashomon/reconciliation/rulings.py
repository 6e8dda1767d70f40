"""Whom a person's rulings name, and what follows from them.

A name means whoever is called exactly so, else whoever is named so anywhere;
where that would be two in one report, it means nobody there.  Of two rulings
on one pair the later holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.model import Article, Ruling
from rashomon.reconciliation.clusters import Clusters
from rashomon.reconciliation.labels import LinkRule
from rashomon.reconciliation.members import Member, form_of

__all__ = ["follow", "names_in", "tell_parted"]


def names_in(rulings: Iterable[Ruling]) -> list[str]:
    """The names that the rulings speak of, each once."""
    return list(dict.fromkeys(name for ruling in rulings for name in (ruling.first, ruling.second)))


def follow(
    rulings: Sequence[Ruling], clusters: Clusters, members: Sequence[Member], articles: Sequence[Article]
) -> tuple[Ruling, ...]:
    """Join and keep apart as ruled; the rulings that could not be followed.

    Those are the ones that no name answers to, and those that others contradict;
    not those that later ones replace.
    """
    inputs = {article.id: article.input for article in articles}
    called = _called(members)
    sides = {
        ruling: tuple(
            _named(called, name, wanted, inputs)
            for name, wanted in zip((ruling.first, ruling.second), ruling.inputs, strict=True)
        )
        for ruling in _latest(rulings)
    }
    unmet = [r for r, (one, other) in sides.items() if not any(a is not b for a in one for b in other)]
    for ruling, (one, other) in sides.items():
        if not ruling.same:
            _part(clusters, one, other)
    for ruling, (one, other) in sides.items():
        together = sorted({*one, *other}, key=lambda m: m.place)
        if ruling.same and ruling not in unmet and not _join(clusters, together):
            unmet.append(ruling)
    return tuple(ruling for ruling in rulings if ruling in unmet)


def _latest(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Of several rulings on one pair the last."""
    pairs: dict[frozenset[tuple[str, str | None]], Ruling] = {}
    for ruling in rulings:
        ends = zip((form_of(ruling.first), form_of(ruling.second)), ruling.inputs, strict=True)
        pair = frozenset(ends)
        pairs.pop(pair, None)
        pairs[pair] = ruling
    return list(pairs.values())


def _called(members: Iterable[Member]) -> dict[str, list[Member]]:
    called: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        for form in {form_of(member.appearance.name), *member.forms}:
            called[form].append(member)
    return called


def _named(
    called: dict[str, list[Member]], name: str, wanted: str | None, inputs: dict[str, str]
) -> list[Member]:
    form = form_of(name)
    found = [m for m in called.get(form, ()) if wanted is None or _is_input(inputs[m.article], wanted)]
    exact = [m for m in found if form_of(m.appearance.name) == form]
    by_article: dict[str, list[Member]] = defaultdict(list)
    for member in exact or found:
        by_article[member.article].append(member)
    return [among[0] for among in by_article.values() if len(among) == 1 or exact]


def _is_input(name: str, wanted: str) -> bool:
    """Whether a report is meant by this: its path or address, or the end of it."""
    return name == wanted or name.endswith(("/" + wanted, "\\" + wanted))


def _part(clusters: Clusters, one: Sequence[Member], other: Sequence[Member]) -> None:
    for a in one:
        clusters.of(a).enemies.update(b for b in other if b is not a)
    for b in other:
        clusters.of(b).enemies.update(a for a in one if a is not b)


def _join(clusters: Clusters, together: Sequence[Member]) -> bool:
    first = together[0]
    joined = [clusters.join(first, member, LinkRule.RULED, inside=True) for member in together[1:]]
    return all(joined)


def tell_parted(clusters: Clusters, members: Sequence[Member]) -> None:
    """Keep the reason for everybody who is kept from another by a ruling, once a pair of figures."""
    told: set[frozenset[int]] = set()
    for member in members:
        own = clusters.of(member)
        for enemy in sorted(own.enemies, key=lambda m: m.place):
            pair = frozenset((id(own), id(clusters.of(enemy))))
            if member is own.first and len(pair) > 1 and pair not in told:
                told.add(pair)
                clusters.part(member, enemy, LinkRule.RULED)
