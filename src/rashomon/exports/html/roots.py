"""What stands behind claims on the page: graphs with their roots, collapses with the words they rest on.

Claims that have the same roots stand together, their graphs laid on each other; those behind which there is
nothing but the reports themselves have no picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.exports.claimterms import at_most_label, origin_label, rule_label
from rashomon.exports.display import NOT_STATED, shortened, visible
from rashomon.exports.html.drawing import Drawing, drawing
from rashomon.exports.html.prose import Anchors, shown
from rashomon.exports.html.references import Words, words_at
from rashomon.exports.overview import Overview
from rashomon.exports.routes import Routes
from rashomon.exports.standing import Standing, bare
from rashomon.exports.terms import probability
from rashomon.model import Claim, Collapse, Located, NodeKind, OriginGroup, Origins

__all__ = ["CollapseView", "GroupView", "OriginView", "OriginsView", "origins_view"]

DRAWN, TOLD, WORDS, PLACES = 40, 3, 160, 6
"""Graphs that are drawn; claims told in words, letters of each; places of a collapse that are shown."""

_NOTHING_FOLDED = Routes(all=(), folds=())


@dataclass(frozen=True, slots=True, kw_only=True)
class CollapseView:
    """Two things that count as one origin, why, by which rule, and the words that this rests on."""

    first: str
    second: str
    reason: str
    rule: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A root: `sigla` lean on it, `witnesses` had their own reporters at the act."""

    root: str | None
    sigla: tuple[str, ...]
    reason: str
    collapses: tuple[CollapseView, ...]
    witnesses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """Claims that have the same behind them; the first are told in words."""

    id: str
    at_most: str
    claims: tuple[tuple[str, int, Markup | None], ...]
    groups: tuple[GroupView, ...]
    circles: tuple[tuple[str, ...], ...]
    drawing: Drawing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginsView:
    """The part of the page; `bare` are those with the reports alone behind them, `rulings` a person's."""

    cards: tuple[OriginView, ...]
    bare: tuple[OriginView, ...]
    rulings: tuple[tuple[str, str, bool], ...]


def origins_view(of: Standing, anchors: Anchors) -> OriginsView:
    """The origins of all claims, those of the first claims first."""
    found = of.alike()
    told = [one for one in found if not bare(one[1])]
    rest = [one for one in found if bare(one[1])]
    return OriginsView(
        cards=tuple(
            _view(*one, f"roots-{n}", of, anchors, drawn=n <= DRAWN) for n, one in enumerate(told, 1)
        ),
        bare=tuple(_view(*one, f"bare-{n}", of, anchors, drawn=False) for n, one in enumerate(rest, 1)),
        rulings=tuple((visible(r.first), visible(r.second), r.same) for r in of.of.dossier.origin_rulings),
    )


def _view(
    claims: tuple[Claim, ...], origins: Origins, id_: str, of: Standing, anchors: Anchors, *, drawn: bool
) -> OriginView:
    return OriginView(
        id=id_,
        at_most=at_most_label(origins.at_most),
        claims=tuple(_claim(claim, n, of) for n, claim in enumerate(claims)),
        groups=tuple(_group(group, origins, of, anchors) for group in origins.groups),
        circles=tuple(
            tuple(visible(of.key_label(key, origins)) for key in circle) for circle in origins.circles
        ),
        drawing=_drawing(origins, of.of) if drawn and origins.graph.steps else None,
    )


def _claim(claim: Claim, place: int, of: Standing) -> tuple[str, int, Markup | None]:
    words = shown(shortened(of.words(of.head(claim)), WORDS)) if place < TOLD else None
    return f"#{claim.id}", of.numbers[claim.id], words


def _group(group: OriginGroup, origins: Origins, of: Standing, anchors: Anchors) -> GroupView:
    return GroupView(
        root=visible(group.root) if group.root else None,
        sigla=of.sigla(group.articles),
        reason=origin_label(group.reason),
        collapses=tuple(_collapse(one, origins, of, anchors) for one in group.collapses),
        witnesses=of.sigla(group.witnesses),
    )


def _collapse(one: Collapse, origins: Origins, of: Standing, anchors: Anchors) -> CollapseView:
    first, second = (of.key_label(key, origins) or NOT_STATED for key in (one.first, one.second))
    return CollapseView(
        first=visible(first),
        second=visible(second),
        reason=origin_label(one.reason),
        rule=f"{rule_label(one.evidence.reason)}, {probability(one.evidence.score)}",
        words=words_at(_telling(one, of)[:PLACES], of.of, anchors),
    )


def _telling(one: Collapse, of: Standing) -> list[Located]:
    """The places with words: a colon alone tells nobody anything."""
    texts = of.of.articles
    return [
        at
        for at in one.places
        if at.article in texts and any(map(str.isalnum, at.span.of(texts[at.article].text)))
    ]


def _drawing(origins: Origins, of: Overview) -> Drawing:
    """The graph with its roots marked; nothing is folded, so that every root is seen."""
    keys = {group.key for group in origins.groups}
    roots = frozenset(node.id for node in origins.graph.nodes if node.key in keys)
    return drawing(origins.graph, _NOTHING_FOLDED, of.sigla, dict(_hrefs(origins, of)), roots)


def _hrefs(origins: Origins, of: Overview) -> Iterator[tuple[str, str]]:
    """From a report to its text, from a step and the speaker before it to what came that way."""
    for node in origins.graph.nodes:
        if node.kind is NodeKind.REPORT and node.key in of.sigla:
            yield node.id, f"#report-{of.sigla[node.key]}"
    for step in reversed(origins.graph.steps):
        known = next((id_ for id_ in step.statements if id_ in of.statements), None)
        if known is not None:
            yield step.id, f"#{known}"
            yield step.tail, f"#{known}"
