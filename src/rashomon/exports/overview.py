"""A dossier looked at for people: sigla for the reports, and what is shared or stands alone.

The terminal and the page show the same overview, so both say the same.
Nothing here is worded: names, figures, and groups of what the dossier holds.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rashomon.exports.routes import Routes, routes_of
from rashomon.model import Apparatus, Article, Dossier, Source, Span, Statement, Utterance, Witness

__all__ = ["Overview", "Report", "overview", "siglum", "source_label"]


def siglum(index: int) -> str:
    """The letter of the report at `index`: A ... Z, AA, AB ...

    >>> [siglum(i) for i in (0, 25, 26, 701, 702)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def source_label(source: Source | None) -> str | None:
    """The words for a source: its name, else the article's own words for it, else None."""
    if source is None:
        return None
    return source.name or source.descriptor


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article with its siglum; `alone` are the utterances that only it reports."""

    siglum: str
    article: Article
    statements: tuple[Statement, ...]
    alone: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The dossier by report.

    Attributes:
        shared: the utterances that more than one report has, in the dossier's order.
        statements: every statement by its id.
        sigla: the siglum of each article by its id.
        order: the number of each article by its id.
        routes: through whom the words came into the reports.
    """

    dossier: Dossier
    reports: tuple[Report, ...]
    shared: tuple[Utterance, ...]
    statements: dict[str, Statement]
    articles: dict[str, Article]
    sigla: dict[str, str]
    order: dict[str, int]
    routes: Routes

    @property
    def given(self) -> bool:
        """Whether the inputs are versions of one quotation: nobody looked for who speaks in them."""
        return "collation" in self.dossier.engine.rooms and "attribution" not in self.dossier.engine.rooms

    def witness_sigla(self, apparatus: Apparatus) -> dict[str, str]:
        """The siglum of each witness by statement id; numbered where a report has more than one."""
        per_article = Counter(w.article for w in apparatus.witnesses)
        seen: Counter[str] = Counter()
        labels: dict[str, str] = {}
        for witness in self.ordered(apparatus):
            seen[witness.article] += 1
            letter = self.sigla[witness.article]
            number = str(seen[witness.article]) if per_article[witness.article] > 1 else ""
            labels[witness.statement] = f"{letter}{number}"
        return labels

    def ordered(self, apparatus: Apparatus) -> tuple[Witness, ...]:
        """The witnesses by report, and within a report by place."""
        return tuple(sorted(apparatus.witnesses, key=lambda w: (self.order[w.article], w.spans, w.statement)))


def overview(dossier: Dossier) -> Overview:
    """The overview of a dossier."""
    order = {article.id: i for i, article in enumerate(dossier.articles)}
    per_report: list[list[Statement]] = [[] for _ in order]
    for statement in dossier.statements:
        per_report[order[statement.article]].append(statement)
    shared: list[Utterance] = []
    alone: list[list[Utterance]] = [[] for _ in order]
    for utterance in dossier.utterances:
        articles = {witness.article for witness in utterance.apparatus.witnesses}
        if len(articles) > 1:
            shared.append(utterance)
        else:
            alone[order[articles.pop()]].append(utterance)
    return Overview(
        dossier=dossier,
        reports=tuple(
            Report(
                siglum=siglum(i),
                article=article,
                statements=tuple(per_report[i]),
                alone=tuple(sorted(alone[i], key=_first_place)),
            )
            for i, article in enumerate(dossier.articles)
        ),
        shared=tuple(shared),
        statements={statement.id: statement for statement in dossier.statements},
        articles={article.id: article for article in dossier.articles},
        sigla={id_: siglum(i) for id_, i in order.items()},
        order=order,
        routes=routes_of(dossier.transmission),
    )


def _first_place(utterance: Utterance) -> Span:
    return min((span for w in utterance.apparatus.witnesses for span in w.spans), default=Span(0, 0))
