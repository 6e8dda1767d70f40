"""Invented reports of one event whose ways to each other are laid down by hand, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx

from rashomon import __version__
from rashomon.analysis import ROOMS
from rashomon.corroboration.origins import OriginIndex, origins_of
from rashomon.corroboration.units import Unit
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Copy,
    Dossier,
    Engine,
    Evidence,
    Located,
    Mention,
    Mode,
    Occasion,
    OriginRuling,
    Origins,
    Policy,
    Publisher,
    Relay,
    Source,
    SourceKind,
    Span,
    Statement,
    Wording,
)
from rashomon.transmission import transmit

__all__ = ["CLAIM", "Report", "Story", "origins", "story", "true_roots"]

CLAIM = "the old dam above Tarn gave way on Monday night"
_SURE = Evidence(score=1.0, reason="laid down")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report and the one thing that stands behind what it tells.

    Attributes:
        outlet: who published it.
        person: a named speaker, for whoever heard him.
        paper: the words for a document.
        unnamed: the words for somebody of no name.
        through: the outlet to which the speaker spoke, or which is cited where there is no speaker.
        copies: the number of the report whose text it has.
        agency: whose text it prints.
        occasion: on which the speaker spoke.
    """

    outlet: str
    person: str = ""
    paper: str = ""
    unnamed: str = ""
    through: str = ""
    copies: int | None = None
    agency: str = ""
    occasion: str = ""
    published: str | None = None

    def sentence(self) -> str:
        """What stands in the report."""
        speaker = self.person or self.paper or self.unnamed
        if speaker and self.through:
            return f"{CLAIM}, {speaker} told {self.through}."
        if speaker or self.through:
            return (
                f"{CLAIM}, {speaker or self.through} said{' at ' + self.occasion if self.occasion else ''}."
            )
        return f"{CLAIM}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles with their statements, wordings and copies."""

    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    units: tuple[Unit, ...]
    copies: tuple[Copy, ...]

    def dossier(self, order: Sequence[int] | None = None) -> Dossier:
        """The dossier, its articles in this order."""
        articles = tuple(self.articles[at] for at in order) if order is not None else self.articles
        place = {article.id: at for at, article in enumerate(articles)}
        statements = tuple(sorted(self.statements, key=lambda s: place[s.article]))
        return Dossier(
            articles=articles,
            statements=statements,
            sources=(),
            utterances=(),
            engine=Engine(version=__version__, model=None, policy=Policy(), rooms=ROOMS),
            transmission=transmit(articles, statements),
            copies=self.copies,
        )


def origins(told: Story, order: Sequence[int] | None = None, rulings: Sequence[OriginRuling] = ()) -> Origins:
    """The origins of what the reports tell."""
    return origins_of(told.units, OriginIndex(told.dossier(order)), rulings)


def story(reports: Sequence[Report]) -> Story:
    """The reports as articles; a copy has the text of the other below its own first line."""
    articles: list[Article] = []
    units: list[Unit] = []
    statements: list[Statement] = []
    copies: list[Copy] = []
    for number, report in enumerate(reports):
        original = _original(reports, number)
        article = _article(report, reports[original].sentence(), number)
        statement = _statement(article, reports[original])
        articles.append(article)
        statements.extend([statement] if statement else [])
        units.append(_unit(article, statement))
    for number in range(len(reports)):
        texts = [other for other in range(number) if _original(reports, number) == _original(reports, other)]
        copies.extend(_copy(units[other], units[number]) for other in texts)
    return Story(
        articles=tuple(articles), statements=tuple(statements), units=tuple(units), copies=tuple(copies)
    )


def _original(reports: Sequence[Report], number: int) -> int:
    met: set[int] = set()
    while (other := reports[number].copies) is not None and number not in met:
        met.add(number)
        number = other
    return number


def _article(report: Report, sentence: str, number: int) -> Article:
    first = f"Page {number}"
    dateline = f"TARN, March 5 ({report.agency}) — " if report.agency else ""
    text = f"{first}\n\n{dateline}{sentence}\n"
    start = len(first) + 2
    blocks = (
        Block(kind=BlockKind.KICKER, span=Span(0, len(first))),
        Block(kind=BlockKind.PARAGRAPH, span=Span(start, len(text) - 1)),
    )
    return Article(
        input=f"{number}.txt",
        text=text,
        blocks=blocks,
        publisher=Publisher(name=report.outlet),
        published=report.published,
    )


def _source(report: Report, article: str) -> Source:
    if report.person:
        return Source(kind=SourceKind.PERSON, name=report.person)
    if report.paper:
        return Source(kind=SourceKind.DOCUMENT, descriptor=report.paper, scope=article)
    if report.unnamed:
        return Source(kind=SourceKind.UNNAMED, descriptor=report.unnamed, scope=article)
    return Source(kind=SourceKind.ORGANISATION, name=report.through)


def _span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def _statement(article: Article, report: Report) -> Statement | None:
    speaker = report.person or report.paper or report.unnamed
    if not (speaker or report.through):
        return None
    content = _span(article.text, CLAIM)
    chain: tuple[Relay, ...] = ()
    if speaker and report.through:
        chain = (
            Relay(name=report.through, manner="told", span=_span(article.text, report.through, content.end)),
        )
    tag = _tag(article)
    if tag is not None:
        chain = (*chain, Relay(name=tag.of(article.text), manner="wire_tag", span=tag))
    return Statement(
        article=article.id,
        mode=Mode.INDIRECT,
        content=(content,),
        cue=(_span(article.text, "told" if chain and speaker and report.through else "said", content.end),),
        source=Mention(
            source=_source(report, article.id),
            span=_span(article.text, speaker or report.through, content.end),
            evidence=_SURE,
        ),
        chain=chain,
        occasion=(
            Occasion(kind="press", span=_span(article.text, report.occasion)) if report.occasion else None
        ),
        evidence=_SURE,
    )


def _tag(article: Article) -> Span | None:
    if "(" not in article.text:
        return None
    return Span(article.text.index("(") + 1, article.text.index(")"))


def _unit(article: Article, statement: Statement | None) -> Unit:
    span = _span(article.text, CLAIM)
    wording = Wording(article=article.id, spans=(span,), statement=statement.id if statement else None)
    return Unit(wording=wording, article=article, sentence=article.blocks[1].span, statement=statement)


def _copy(one: Unit, other: Unit) -> Copy:
    return Copy(
        first=Located(one.article.id, one.sentence),
        second=Located(other.article.id, other.sentence),
        evidence=Evidence(score=1.0, reason="shared_words"),
    )


def true_roots(reports: Sequence[Report]) -> int:
    """How many roots the reports stand on, by the graph that they were written from."""
    graph: networkx.DiGraph[object] = networkx.DiGraph()
    outlets = {report.outlet: number for number, report in enumerate(reports)}
    for number, report in enumerate(reports):
        graph.add_node(("report", number))
        graph.add_edges_from(_edges(reports, number, report, outlets))
    whole = networkx.condensation(graph)
    return sum(1 for _, degree in whole.in_degree() if degree == 0)


def _edges(
    reports: Sequence[Report], number: int, report: Report, outlets: dict[str, int]
) -> Iterable[tuple[object, object]]:
    here: tuple[str, object] = ("report", number)
    original = _original(reports, number)
    if original != number:
        yield ("report", original), here
        return
    carrier: tuple[str, object] = (
        ("report", outlets[report.through]) if report.through in outlets else ("outlet", report.through)
    )
    if report.agency:
        agency = ("outlet", report.agency)
        yield agency, here
        here = agency
    speaker = report.person or report.paper
    if speaker and report.through:
        yield ("speaker", speaker), carrier
    elif speaker:
        yield ("speaker", speaker), here
    elif report.unnamed:
        scope = carrier if report.through else here
        yield ("unnamed", scope), scope
    if report.through:
        yield carrier, here
