"""Invented reports of one event, and the claims that the program finds in them, without any model."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.corroboration import Corroboration, corroborate
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.units import Unit
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    Dossier,
    Policy,
    Position,
    Publisher,
    Span,
    Stance,
)
from rashomon.wiring import dossier_of, models_for

__all__ = ["claims_of", "dossier", "having", "position", "report", "stances", "units", "words_of"]


def report(outlet: str, *paragraphs: str, headline: str = "", published: str | None = None) -> Article:
    """A report of these paragraphs, with a headline if one is given."""
    text, blocks = "", []
    for kind, words in ((BlockKind.HEADLINE, headline), *((BlockKind.PARAGRAPH, p) for p in paragraphs)):
        if words:
            text += "\n\n" if text else ""
            blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(words))))
            text += words
    return Article(
        input=f"{outlet}.txt",
        text=text,
        blocks=tuple(blocks),
        publisher=Publisher(name=outlet),
        headline=headline or None,
        published=published,
    )


def dossier(*articles: Article) -> Dossier:
    """The whole program's dossier, by the rules alone."""
    return dossier_of(list(articles), Policy(), models=models_for("rules"))


def units(*paragraphs: str, headline: str = "") -> list[str]:
    """The units of one report in words, a bar between spans."""
    found = units_of(dossier(report("Tarn Post", *paragraphs, headline=headline)))
    return [_barred(unit) for unit in found]


def _barred(unit: Unit) -> str:
    return " | ".join(span.of(unit.article.text) for span in unit.wording.spans)


def claims_of(*articles: Article) -> Corroboration:
    """Claims and conflicts of these reports."""
    return corroborate(dossier(*articles))


def words_of(claim: Claim, articles: Sequence[Article]) -> list[str]:
    """The wordings of a claim in words, a bar between spans."""
    texts = {article.id: article.text for article in articles}
    return [" | ".join(span.of(texts[w.article]) for span in w.spans) for w in claim.wordings]


def having(found: Corroboration, articles: Sequence[Article], words: str) -> Claim:
    """The claim with a wording that holds these words."""
    return next(c for c in found.claims if any(words in told for told in words_of(c, articles)))


def stances(claim: Claim) -> list[Stance]:
    """What each report does with it, in the order of the reports."""
    return [position.stance for position in claim.positions]


def position(claim: Claim, article: Article) -> Position:
    """One report's position."""
    return next(p for p in claim.positions if p.article == article.id)
