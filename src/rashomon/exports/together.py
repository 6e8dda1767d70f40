"""What stands behind several claims with the same roots, laid on each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.exports.overview import Overview
from rashomon.model import Collapse, OriginGroup, OriginReason, Origins, Step, Transmission

__all__ = ["together"]


def together(origins: Sequence[Origins], of: Overview) -> Origins:
    """One for all of them: each root once with all who lean on it, each collapse and each step once.

    The circles are those of the first; the number of roots stays what it is for each.
    """
    if len(origins) == 1:
        return origins[0]
    return Origins(
        groups=tuple(
            _group([group for one in origins for group in one.groups if group.key == key], of)
            for key in dict.fromkeys(group.key for group in origins[0].groups)
        ),
        circles=origins[0].circles,
        graph=_graph([one.graph for one in origins]),
    )


def _group(groups: Sequence[OriginGroup], of: Overview) -> OriginGroup:
    first = groups[0]
    collapses: dict[object, Collapse] = {}
    for one in (one for group in groups for one in group.collapses):
        collapses.setdefault((one.first, one.second, one.reason), one)
    reasons = [group.reason for group in groups]
    return replace(
        first,
        articles=_ordered((id_ for group in groups for id_ in group.articles), of),
        witnesses=_ordered((id_ for group in groups for id_ in group.witnesses), of),
        reason=next((one for one in reasons if one is not OriginReason.OWN_REPORTING), first.reason),
        collapses=tuple(collapses.values()),
    )


def _ordered(articles: Iterable[str], of: Overview) -> tuple[str, ...]:
    found = set(articles)
    return tuple(id_ for id_ in of.order if id_ in found)


def _graph(graphs: Sequence[Transmission]) -> Transmission:
    """All nodes and steps."""
    nodes = {node.id: node for graph in graphs for node in graph.nodes}
    found: dict[str, list[Step]] = {}
    for graph in graphs:
        for step in graph.steps:
            found.setdefault(step.id, []).append(step)
    steps = tuple(map(_step, found.values()))
    layers = _layers(nodes, steps)
    return Transmission(
        nodes=tuple(replace(node, layer=layers[id_]) for id_, node in nodes.items()), steps=steps
    )


def _layers(nodes: Iterable[str], steps: Iterable[Step]) -> dict[str, int]:
    """Longest ways from the left, so that steps lead to the right; what only a circle leads to stays left."""
    layers = dict.fromkeys(nodes, 0)
    after: dict[str, list[str]] = {id_: [] for id_ in layers}
    waiting = dict.fromkeys(layers, 0)
    for step in steps:
        if not step.circular and step.tail in layers and step.head in layers:
            after[step.tail].append(step.head)
            waiting[step.head] += 1
    ready = [id_ for id_, number in waiting.items() if not number]
    while ready:
        tail = ready.pop()
        for head in after[tail]:
            layers[head] = max(layers[head], layers[tail] + 1)
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    return layers


def _step(steps: Sequence[Step]) -> Step:
    return replace(
        steps[0],
        manners=tuple(sorted({manner for step in steps for manner in step.manners})),
        stated=any(step.stated for step in steps),
        statements=tuple(dict.fromkeys(id_ for step in steps for id_ in step.statements)),
        inferred=tuple(dict.fromkeys(id_ for step in steps for id_ in step.inferred)),
        places=tuple(dict.fromkeys(at for step in steps for at in step.places)),
        circular=any(step.circular for step in steps),
    )
