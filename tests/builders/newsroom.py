"""Invented pages of several outlets, read as one story, and the origins of what they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.builders.reporting import article

from rashomon import __version__
from rashomon.analysis import analyse
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.origins import OriginIndex, origins_of
from rashomon.model import Article, BlockKind, Dossier, OriginRuling, Origins, Policy, Publisher
from rashomon.wiring import models_for

__all__ = ["origins", "page", "reading", "roots"]


def page(
    outlet: str | None,
    *paragraphs: str,
    over: Sequence[tuple[BlockKind, str]] = (),
    under: Sequence[tuple[BlockKind, str]] = (),
    published: str | None = None,
) -> Article:
    """A page of this outlet: lines over the text, its paragraphs, lines under it."""
    body = [(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs]
    return replace(
        article(*over, *body, *under),
        input=f"{outlet or 'page'}.txt",
        publisher=Publisher(name=outlet) if outlet else None,
        published=published,
    )


def reading(*pages: Article) -> Dossier:
    """The pages as one story."""
    models = replace(models_for("auto"), embedder=None)  # only needed to group claims
    return analyse(pages, Policy(), version=__version__, models=models)


def origins(dossier: Dossier, words: str, *rulings: OriginRuling) -> Origins:
    """The origins of all that holds these words."""
    units = [unit for unit in units_of(dossier) if words in unit.words]
    assert units, f"nothing tells of {words!r}"
    return origins_of(units, OriginIndex(dossier), rulings)


def roots(found: Origins) -> dict[str | None, str]:
    """Each root and its reason."""
    return {group.root: group.reason.value for group in found.groups}
