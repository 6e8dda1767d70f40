"""“Through whom” on the page: the picture of the graph and, row by row, the table that says the same.

A row is one way: speaker, the hops, the report, and for each step how it is known
with the words that state it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from rashomon.exports.display import on_one_line, visible
from rashomon.exports.html.drawing import Drawing, drawing
from rashomon.exports.html.prose import Anchors
from rashomon.exports.html.references import Words, statement_links, words_at
from rashomon.exports.overview import Overview
from rashomon.exports.routes import Hop, Route, Routes
from rashomon.exports.terms import NODE_KINDS, counted, manner_label, step_label
from rashomon.model import Located, Node, NodeKind, Step

__all__ = ["HopView", "RouteView", "Through", "through_view"]

MOST_WORDS = 4
"""So many places that state a step are shown; the statements, all linked, lead to the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HopView:
    """A step of a row.

    `anchor` is the step's own name in the first row that has it; in the others it is `again`.
    """

    name: str | None
    siglum: str | None
    manner: str
    known: str
    stated: bool
    words: tuple[Words, ...]
    more: int
    anchor: str | None
    again: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteView:
    """A row of the table."""

    anchor: str
    speaker: str | None
    kind: str
    href: str | None
    hops: tuple[HopView, ...]
    report: str
    report_href: str
    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Through:
    """The part of the page; `looked_for` is False where no room looked for chains."""

    looked_for: bool
    drawing: Drawing | None
    about: str
    kinds: tuple[tuple[str, str], ...]
    rows: tuple[RouteView, ...]


def through_view(of: Overview, anchors: Anchors) -> Through:
    """The view; the words that state steps are kept in `anchors`."""
    graph, routes = of.dossier.transmission, of.routes
    rows = tuple(_rows(routes, of, anchors))
    shown = {step.tail for step in graph.steps} | {step.head for step in graph.steps}
    kinds = {node.kind for node in graph.nodes if node.id in shown}
    return Through(
        looked_for=bool(graph.nodes) or "transmission" in of.dossier.engine.rooms,
        drawing=drawing(graph, routes, of.sigla, _hrefs(of, rows)) if rows else None,
        about=_about(routes),
        kinds=tuple((kind.value, NODE_KINDS[kind]) for kind in NodeKind if kind in kinds),
        rows=rows,
    )


def _about(routes: Routes) -> str:
    speakers = len({route.speaker.id for route in routes.all})
    carriers = {hop.node.id for route in routes.all for hop in route.hops[:-1]}
    reports = len({route.report.id for route in routes.all})
    return ", ".join(
        (counted(speakers, "speaker"), counted(len(carriers), "carrier"), counted(reports, "report"))
    )


# --- rows


def _rows(routes: Routes, of: Overview, anchors: Anchors) -> Iterator[RouteView]:
    """A row for each way; all of a speaker's stand together."""
    named: set[str] = set()
    for number, route in enumerate(chain.from_iterable(routes.by_speaker()), 1):
        statements = statement_links(route.statements, of)
        yield RouteView(
            anchor=f"way-{number}",
            speaker=visible(route.speaker.label) if route.speaker.label else None,
            kind=route.speaker.kind.value,
            href=statements[0][1] if statements else None,
            hops=tuple(_hops(route, named, of, anchors)),
            report=_report_label(route.report, of),
            report_href=f"#report-{of.sigla[route.report.key]}" if route.report.key in of.sigla else "",
            statements=statements,
        )


def _hops(route: Route, named: set[str], of: Overview, anchors: Anchors) -> Iterator[HopView]:
    """The steps; words that state two of them, one behind the other, stand with the first."""
    before: list[Located] = []
    for hop in route.hops:
        here = [at for at in hop.step.places if at.article == route.report.key in of.articles]
        yield _hop(hop, [] if here == before else here, named, of, anchors)
        before = here


def _hop(hop: Hop, here: list[Located], named: set[str], of: Overview, anchors: Anchors) -> HopView:
    step = hop.step
    first = step.id not in named
    named.add(step.id)
    text = of.articles[here[0].article].text if here else ""
    different = list({on_one_line(at.span.of(text)): at for at in reversed(here)}.values())[::-1]
    return HopView(
        name=visible(hop.node.label) if hop.node.label else None,
        siglum=of.sigla.get(hop.node.key) if hop.node.kind is NodeKind.REPORT else None,
        manner=manner_label(step.manners),
        known=step_label(stated=hop.stated, circular=step.circular),
        stated=hop.stated,
        words=words_at(different[:MOST_WORDS], of, anchors),
        more=max(len(different) - MOST_WORDS, 0),
        anchor=step.id if first else None,
        again=None if first else step.id,
    )


def _report_label(node: Node, of: Overview) -> str:
    return of.sigla.get(node.key) or on_one_line(node.label or "")


# --- where boxes and arrows of the picture lead


def _hrefs(of: Overview, rows: tuple[RouteView, ...]) -> dict[str, str]:
    """By the ids of nodes and steps and the keys of folds."""
    row_of = {hop.anchor: f"#{row.anchor}" for row in rows for hop in row.hops if hop.anchor}
    steps = [step for step in of.dossier.transmission.steps if step.id in row_of]
    out: dict[str, str] = {}
    for step in steps:
        out.setdefault(step.head, row_of[step.id])
    out |= _ends(of)
    leaving = {step.tail: row_of[step.id] for step in steps}
    out |= {fold.key: leaving[fold.speakers[0].id] for fold in of.routes.folds}
    return out | {step.id: _step_href(step, of) for step in steps}


def _ends(of: Overview) -> dict[str, str]:
    """From speakers to the first that they say, from reports to their text."""
    out: dict[str, str] = {}
    for route in of.routes.all:
        for _, href in statement_links(route.statements[:1], of):
            out.setdefault(route.speaker.id, href)
    reports = (node for node in of.dossier.transmission.nodes if node.kind is NodeKind.REPORT)
    return out | {node.id: f"#report-{of.sigla[node.key]}" for node in reports if node.key in of.sigla}


def _step_href(step: Step, of: Overview) -> str:
    """To the one statement that came this way, or to the row that lists them."""
    known = [id_ for id_ in step.statements if id_ in of.statements]
    return f"#{known[0]}" if len(known) == 1 else f"#{step.id}"
