"""What a person decided on origins: two roots are one, or what counts as one is two.

A label means the root that is called so, else what was taken for part of a root
(a speaker, an outlet, a report).  Letter case does not matter.  Of two rulings on
one pair the later holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.corroboration.originlabels import OriginRule
from rashomon.model import Claim, Collapse, OriginGroup, OriginReason, OriginRuling, Origins, Transmission

__all__ = ["merged", "ruled", "rulings_followed"]

Names = Mapping[str, str | None]
"""What the keys of articles, sources and carriers are called."""


def ruled(
    origins: Origins, rulings: Sequence[OriginRuling], names: Names, order: Mapping[str, int]
) -> Origins:
    """The origins as a person decided; a ruling that nothing here answers to changes nothing.

    Args:
        origins: as they were found.
        rulings: splits are made first, so that what is one by another ruling stays one.
        names: what keys are called.
        order: the place of each report in the dossier.
    """
    groups = list(origins.groups)
    latest = _latest(rulings)
    for ruling in latest:
        if not ruling.same:
            groups = _split(groups, ruling, origins.graph, names)
    for ruling in latest:
        if ruling.same:
            groups = _merge(groups, ruling, names, order)
    return replace(origins, groups=tuple(groups))


def rulings_followed(claims: Iterable[Claim], rulings: Iterable[OriginRuling]) -> tuple[OriginRuling, ...]:
    """Those of the rulings by which the origins of at least one of these claims were changed."""
    met = {
        (collapse.first, collapse.second, collapse.evidence.reason)
        for claim in claims
        for group in claim.origins.groups
        for collapse in group.collapses
        if collapse.reason is OriginReason.RULED
    }
    return tuple(r for r in rulings if (r.first, r.second, _rule(r).label) in met)


def merged(one: OriginGroup, other: OriginGroup, rule: OriginRule, order: Mapping[str, int]) -> OriginGroup:
    """The two groups as one, which keeps the root of the first."""
    collapse = Collapse(first=other.key, second=one.key, reason=rule.reason, evidence=rule.evidence())
    return _together(one, other, collapse, order)


def _together(
    one: OriginGroup, other: OriginGroup, collapse: Collapse, order: Mapping[str, int]
) -> OriginGroup:
    return replace(
        one,
        articles=_ordered((*one.articles, *other.articles), order),
        reason=collapse.reason,
        collapses=tuple(dict.fromkeys((*one.collapses, *other.collapses, collapse))),
        witnesses=_ordered((*one.witnesses, *other.witnesses), order),
    )


def _ordered(ids: Iterable[str], order: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(set(ids), key=lambda id_: order.get(id_, len(order))))


def _latest(rulings: Iterable[OriginRuling]) -> list[OriginRuling]:
    pairs: dict[frozenset[str], OriginRuling] = {}
    for ruling in rulings:
        pair = frozenset((ruling.first.casefold(), ruling.second.casefold()))
        pairs.pop(pair, None)
        pairs[pair] = ruling
    return list(pairs.values())


def _rule(ruling: OriginRuling) -> OriginRule:
    return OriginRule.RULED if ruling.same else OriginRule.RULED_APART


def _note(ruling: OriginRuling) -> Collapse:
    """What a group keeps of a ruling: the labels as the person gave them."""
    rule = _rule(ruling)
    return Collapse(first=ruling.first, second=ruling.second, reason=rule.reason, evidence=rule.evidence())


def _merge(
    groups: list[OriginGroup], ruling: OriginRuling, names: Names, order: Mapping[str, int]
) -> list[OriginGroup]:
    """The groups with those of both labels made one."""
    one, other = (_called(groups, label, names) for label in (ruling.first, ruling.second))
    if one is None or other is None or one is other:
        return groups
    together = _together(one, other, _note(ruling), order)
    return [together if group is one else group for group in groups if group is not other]


def _split(
    groups: list[OriginGroup], ruling: OriginRuling, graph: Transmission, names: Names
) -> list[OriginGroup]:
    """The groups with one in two that holds both labels."""
    roots = {(group.root or "").casefold() for group in groups}
    if {ruling.first.casefold(), ruling.second.casefold()} <= roots:
        return groups  # two roots already
    out: list[OriginGroup] = []
    for group in groups:
        first, second = (_key(group, label, names) for label in (ruling.first, ruling.second))
        if first is None or second is None or first == second:
            out.append(group)
        else:
            parted = second if first == group.key else first if second == group.key else max(first, second)
            out.extend(_parted(group, parted, ruling, graph, names))
    return out


def _parted(
    group: OriginGroup, key: str, ruling: OriginRuling, graph: Transmission, names: Names
) -> Iterator[OriginGroup]:
    """What is left of the group, and a root of its own for the key."""
    own = [collapse for collapse in group.collapses if key in (collapse.first, collapse.second)]
    through = _through(group, key, graph) or {place.article for c in own for place in c.places}
    through = {id_ for id_ in group.articles if id_ in through or id_ == key}
    left = tuple(id_ for id_ in group.articles if id_ not in through)
    yield replace(
        group,
        articles=left or group.articles,
        collapses=tuple(collapse for collapse in group.collapses if collapse not in own),
        witnesses=tuple(id_ for id_ in group.witnesses if not left or id_ in left),
    )
    yield OriginGroup(
        root=names.get(key),
        key=key,
        articles=tuple(id_ for id_ in group.articles if id_ in through) or group.articles,
        reason=OriginReason.RULED,
        collapses=(_note(ruling),),
        witnesses=tuple(id_ for id_ in group.witnesses if id_ in through),
    )


def _through(group: OriginGroup, key: str, graph: Transmission) -> set[str]:
    """The reports to which words come from the root only by way of this node."""
    nodes = {node.id: node.key for node in graph.nodes}
    heads: dict[str, list[str]] = {}
    for step in graph.steps:
        heads.setdefault(nodes[step.tail], []).append(nodes[step.head])
    if key not in nodes.values():
        return set()
    met = {group.key}
    waiting = [group.key]
    while waiting:
        for head in heads.get(waiting.pop(), ()):
            if head != key and head not in met:
                met.add(head)
                waiting.append(head)
    return set(group.articles) - met


def _called(groups: Sequence[OriginGroup], label: str, names: Names) -> OriginGroup | None:
    """The one group with this root; else the one that it is part of."""
    low = label.casefold()
    roots = [group for group in groups if (group.root or "").casefold() == low]
    found = roots or [group for group in groups if _key(group, label, names) is not None]
    return found[0] if len(found) == 1 else None


def _key(group: OriginGroup, label: str, names: Names) -> str | None:
    """The key of what is called so in a group."""
    low = label.casefold()
    keys = [group.key, *(key for c in group.collapses for key in (c.first, c.second)), *group.articles]
    if (group.root or "").casefold() == low:
        return group.key
    return next((key for key in keys if (names.get(key) or "").casefold() == low), None)
