"""Unnamed sources and “who is who” on the page: rows of two tables, all words linked to their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.exports.display import NOT_STATED, visible
from rashomon.exports.html.prose import Anchors, shown
from rashomon.exports.html.references import Words, statement_links, words_at
from rashomon.exports.overview import Overview
from rashomon.exports.people import Known, forms_of, known_figures, vouchers
from rashomon.exports.terms import ITSELF, flag_labels, reason_label
from rashomon.model import Appearance, Link, Located, UnnamedSource, Voucher

__all__ = ["FigureView", "FormsView", "LinkView", "UnnamedView", "figure_views", "unnamed_views"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedView:
    """A row of the audit.

    `count` is a number in digits, or the label that none is stated; `vouchers` are names with the
    way to where they stand.
    """

    siglum: str
    report_href: str
    descriptor: str
    words: Words | None
    count: str
    vouchers: tuple[tuple[str, str | None], ...]
    reason: Words | None
    flags: tuple[str, ...]
    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsView:
    """What one report calls a figure: its forms, and the roles it gives to it."""

    siglum: str
    forms: tuple[Words, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """Two names taken for one, or kept apart: why, and the words that this rests on.

    Each side has the letter of its report, the name, and the way to it where the words are the name.
    """

    sides: tuple[tuple[str, str, str | None], ...]
    reason: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A row of “who is who”."""

    name: str
    kind: str
    statements: int
    forms: tuple[FormsView, ...]
    joined: tuple[LinkView, ...]
    apart: tuple[LinkView, ...]


def unnamed_views(of: Overview, anchors: Anchors) -> tuple[UnnamedView, ...]:
    """The rows of the audit, in the order of the dossier."""
    return tuple(_unnamed(entry, of, anchors) for entry in of.dossier.unnamed if entry.article in of.articles)


def figure_views(of: Overview, anchors: Anchors) -> tuple[FigureView, ...]:
    """The figures that speak, that several reports name, or that were kept apart."""
    return tuple(_figure(known, of, anchors) for known in known_figures(of.dossier))


def _unnamed(entry: UnnamedSource, of: Overview, anchors: Anchors) -> UnnamedView:
    words = words_at([Located(entry.article, entry.span)], of, anchors)
    reason = words_at([Located(entry.article, entry.reason)], of, anchors) if entry.reason else ()
    return UnnamedView(
        siglum=of.sigla[entry.article],
        report_href=f"#report-{of.sigla[entry.article]}",
        descriptor=visible(entry.descriptor) or NOT_STATED,
        words=words[0] if words else None,
        count=NOT_STATED if entry.stated_count is None else f"{entry.stated_count:,}",
        vouchers=tuple(_voucher(one, entry.article, of, anchors) for one in vouchers(entry, of.statements)),
        reason=reason[0] if reason else None,
        flags=flag_labels(entry.flags),
        statements=statement_links(entry.statements, of),
    )


def _voucher(one: Voucher, article: str, of: Overview, anchors: Anchors) -> tuple[str, str | None]:
    """The name, or the label of the report itself, and the way to where the name stands."""
    at = words_at([Located(article, one.span)], of, anchors) if one.span else ()
    return visible(one.name or "") or ITSELF, at[0].href if at else None


def _figure(known: Known, of: Overview, anchors: Anchors) -> FigureView:
    figure = known.figure
    return FigureView(
        name=visible(figure.name),
        kind=figure.kind.value,
        statements=known.statements,
        forms=tuple(_forms(a, of, anchors) for a in figure.appearances if a.article in of.articles),
        joined=tuple(_links(known.joined, of, anchors)),
        apart=tuple(_links(known.apart, of, anchors)),
    )


def _forms(appearance: Appearance, of: Overview, anchors: Anchors) -> FormsView:
    spans = forms_of(of.articles[appearance.article].text, appearance.spans)
    return FormsView(
        siglum=of.sigla[appearance.article],
        forms=words_at([Located(appearance.article, span) for span in spans], of, anchors),
        roles=tuple(map(visible, appearance.roles)),
    )


def _links(links: tuple[Link, ...], of: Overview, anchors: Anchors) -> Iterator[LinkView]:
    for link in links:
        words = {(at.siglum, str(at.markup)): at for at in words_at(link.places, of, anchors)}
        sides = []
        for article, name in link.sides:
            siglum = of.sigla.get(article, "")
            named = words.pop((siglum, str(shown(name))), None)
            sides.append((siglum, visible(name), named.href if named else None))
        yield LinkView(
            sides=tuple(sides), reason=reason_label(link.evidence.reason), words=tuple(words.values())
        )
