"""Who is who, and who has no name: figures with their links, unnamed sources with who vouches for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon.exports.display import on_one_line
from rashomon.model import Dossier, Figure, Link, Span, Statement, UnnamedSource, Voucher

__all__ = ["Known", "forms_of", "known_figures", "vouchers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A figure with what is known of it.

    Attributes:
        statements: how many are its own.
        joined: the links by which its names were taken for one.
        apart: the links that keep it from others of a like name.
    """

    figure: Figure
    statements: int
    joined: tuple[Link, ...]
    apart: tuple[Link, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The fullest form of each report, each spelling once."""
        return tuple(dict.fromkeys(on_one_line(a.name) for a in self.figure.appearances))

    @property
    def reports(self) -> int:
        """How many reports name it."""
        return len({appearance.article for appearance in self.figure.appearances})


def known_figures(dossier: Dossier) -> tuple[Known, ...]:
    """The figures that speak, that more than one report names, or that were kept apart, in that order."""
    spoken: dict[str, int] = {}
    for statement in dossier.statements:
        if statement.source is not None:
            spoken[statement.source.source.id] = spoken.get(statement.source.source.id, 0) + 1
    owner = {(a.article, a.name): figure.id for figure in dossier.figures for a in figure.appearances}
    links = _by_figure(dossier.links, owner)
    found = (
        Known(
            figure=figure,
            statements=spoken.get(figure.id, 0),
            joined=tuple(link for link in links.get(figure.id, ()) if link.same),
            apart=tuple(link for link in links.get(figure.id, ()) if not link.same),
        )
        for figure in dossier.figures
    )
    kept = [one for one in found if one.statements or one.reports > 1 or one.apart]
    return tuple(sorted(kept, key=lambda one: (not one.statements, one.reports < 2)))


def _by_figure(links: Iterable[Link], owner: Mapping[tuple[str, str], str]) -> dict[str, list[Link]]:
    out: dict[str, list[Link]] = {}
    for link in links:
        for id_ in dict.fromkeys(owner[side] for side in link.sides if side in owner):
            out.setdefault(id_, []).append(link)
    return out


def forms_of(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The first place of each form of a name, in the order of the text.

    >>> forms_of("Ada Holt met Holt, not Holt.", [Span(0, 8), Span(13, 17), Span(23, 27)])
    (Span(start=0, end=8), Span(start=13, end=17))
    """
    first: dict[str, Span] = {}
    for span in spans:
        if words := on_one_line(span.of(text)):
            first.setdefault(words, span)
    return tuple(first.values())


def vouchers(entry: UnnamedSource, statements: Mapping[str, Statement]) -> tuple[Voucher, ...]:
    """Who stands for the words of an unnamed source; from its chains where the audit does not tell."""
    if entry.vouched:
        return entry.vouched
    told: dict[str | None, Voucher] = {}
    for id_ in entry.statements:
        hop = next(iter(statements[id_].chain), None) if id_ in statements else None
        name, span = (hop.name, hop.span) if hop else (None, None)
        old = told.get(name, Voucher(name=name, span=span, statements=()))
        told[name] = replace(old, statements=(*old.statements, id_))
    return tuple(told.values())
