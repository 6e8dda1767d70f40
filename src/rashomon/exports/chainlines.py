"""Chains of transmission as lines of a terminal: ``speaker ─told─▶ carrier ─▶ A``.

One line a chain, the chains of one speaker under his name; what does not fit goes
on in the next line, broken before an arrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.exports.display import NOT_STATED, on_one_line
from rashomon.exports.fitting import Line, Measure, cut_to, fitted
from rashomon.exports.routes import Fold, Hop, Route, Routes
from rashomon.exports.terms import counted, folded_label, manner_label
from rashomon.model import Node, NodeKind, Relay

__all__ = ["ASCII", "DRAWN", "Signs", "chain_lines", "relay_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What arrows are drawn with, and what stands about a source without a name."""

    stated: tuple[str, str]
    inferred: tuple[str, str]
    unnamed: tuple[str, str]
    back: str
    differs: str

    def arrow(self, words: str, *, stated: bool, circular: bool = False) -> str:
        """An arrow that carries these words.

        >>> DRAWN.arrow("told", stated=True), ASCII.arrow("", stated=False)
        ('─told─▶', '..>')
        """
        shaft, head = self.stated if stated else self.inferred
        return f"{shaft}{words or ''}{shaft}{head}{self.back if circular else ''}"


DRAWN = Signs(stated=("─", "▶"), inferred=("┄", "▷"), unnamed=("⟨", "⟩"), back="↺", differs="≠")
ASCII = Signs(stated=("-", ">"), inferred=(".", ">"), unnamed=("<", ">"), back="(back)", differs="!=")
"""For terminals that know ASCII alone."""

_INDENT, _DEEPER = "  ", "    "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pen:
    """What a drawing is made with."""

    sigla: Mapping[str, str]
    width: int
    signs: Signs
    measure: Measure

    def fitted(self, head: Line, pieces: Iterator[Line]) -> Iterator[Line]:
        """The lines that head and pieces need."""
        indent = len(_DEEPER) * 2
        return fitted(head, pieces, width=self.width, indent=indent, measure=self.measure)


def chain_lines(
    routes: Routes, sigla: Mapping[str, str], *, width: int, signs: Signs, measure: Measure
) -> Iterator[tuple[Line, ...]]:
    """The lines of one speaker, or of one fold, at a time: chains first, then who is quoted directly.

    Args:
        routes: of the whole dossier.
        sigla: the letter of each report by the article's id.
        width: in cells; no line is wider.
        signs: to draw with.
        measure: how many cells words take.
    """
    pen = _Pen(sigla=sigla, width=width, signs=signs, measure=measure)
    folded = routes.folded
    for found in routes.by_speaker():
        if found[0].speaker.id not in folded:
            yield tuple(_speaker_lines(found[0].speaker, found, pen))
    for fold in sorted(routes.folds, key=lambda fold: fold.direct):
        yield tuple(_fold_lines(fold, pen))


def relay_words(chain: Sequence[Relay]) -> str:
    """The hops of one statement in words: ``Ynet (confirmed to, inferred), X (post)``."""
    return ", ".join(
        f"{on_one_line(hop.name)} ({manner_label([hop.manner])}{'' if hop.stated else ', inferred'})"
        for hop in chain
    )


def _speaker_lines(speaker: Node, routes: Sequence[Route], pen: _Pen) -> Iterator[Line]:
    name = _node(speaker, pen, len(_INDENT))
    ways = _alike(routes, pen)
    if len(ways) == 1:
        yield from pen.fitted(((_INDENT, ""), name), _way(ways[0], pen))
        return
    yield ((_INDENT, ""), name)
    for way in ways:
        yield from pen.fitted(((_DEEPER, ""),), _way(way, pen))


def _alike(routes: Sequence[Route], pen: _Pen) -> tuple[tuple[Route, ...], ...]:
    """The ways that differ in nothing but the report, together and in the order of the reports."""
    order = {article: number for number, article in enumerate(pen.sigla)}
    groups: dict[object, list[Route]] = {}
    for route in routes:
        last = route.hops[-1]
        between = tuple((hop.node.id, hop.stated, hop.step.manners) for hop in route.hops[:-1])
        key = between, last.stated, last.step.manners, last.step.circular, last.node.kind
        groups.setdefault(key, []).append(route)
    return tuple(
        tuple(sorted(group, key=lambda route: order.get(route.report.key, 0))) for group in groups.values()
    )


def _fold_lines(fold: Fold, pen: _Pen) -> Iterator[Line]:
    label = folded_label(len(fold.speakers), unnamed=fold.unnamed, direct=fold.direct)
    opened, closed = pen.signs.unnamed if fold.unnamed else ("", "")
    words = cut_to(manner_label(fold.manners), pen.width // 3, pen.measure)
    drawn = pen.signs.arrow(words, stated=fold.stated)
    arrow = ((drawn + " ", "dim"), _node(fold.head, pen, len(_DEEPER) * 2 + pen.measure(drawn) + 1))
    said = ((" ", ""), (counted(fold.statements, "statement"), "dim"))
    yield from pen.fitted(((_INDENT, ""), (f"{opened}{label}{closed}", "")), iter((arrow, said)))


def _way(routes: Sequence[Route], pen: _Pen) -> Iterator[Line]:
    """The pieces that are not broken: an arrow with what it leads to, and the number of statements."""
    first, *others = routes
    for hop in first.hops:
        yield _hop(hop, pen)
    for route in others:
        yield (_node(route.report, pen, len(_DEEPER) * 2),)
    told = counted(sum(len(route.statements) for route in routes), "statement")
    yield ((" ", ""), (told, "dim"))


def _hop(hop: Hop, pen: _Pen) -> Line:
    words = cut_to(manner_label(hop.step.manners), pen.width // 3, pen.measure)
    arrow = pen.signs.arrow(words, stated=hop.stated, circular=hop.step.circular)
    return (arrow + " ", "dim"), _node(hop.node, pen, len(_DEEPER) * 2 + pen.measure(arrow) + 1)


def _node(node: Node, pen: _Pen, taken: int) -> tuple[str, str]:
    """A node's words and style, cut where they would not fit a line of their own."""
    if node.kind is NodeKind.REPORT and node.key in pen.sigla:
        return pen.sigla[node.key], "cyan"
    if node.label is None:
        return NOT_STATED, "italic"
    unnamed = node.kind is NodeKind.UNNAMED
    opened, closed = pen.signs.unnamed if unnamed else ("", "")
    room = max(pen.width - taken - len(opened) - len(closed), 2)
    style = "" if node.kind is NodeKind.CARRIER else "bold"
    return f"{opened}{cut_to(node.label, room, pen.measure)}{closed}", style
