"""Everything the page's template needs, worked out; the template only sets it.

Order matters: the cards come first, because what they link to has to be
marked in the reports' texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from markupsafe import Markup, escape

from rashomon.exports.display import NOT_STATED, mode_label, visible
from rashomon.exports.html.cards import Card, block_kind, card
from rashomon.exports.html.covering import Covered, covered_views
from rashomon.exports.html.disputes import Disputes, dispute_views
from rashomon.exports.html.matrix import Matrix, matrix_view
from rashomon.exports.html.memo import MemoView, memo_views
from rashomon.exports.html.people import FigureView, UnnamedView, figure_views, unnamed_views
from rashomon.exports.html.prose import Anchors, Mark, ShownBlock, shown, shown_article
from rashomon.exports.html.roots import OriginsView, origins_view
from rashomon.exports.html.telling import Telling, telling
from rashomon.exports.html.through import Through, through_view
from rashomon.exports.html.timeline import Timeline, timeline_view
from rashomon.exports.overview import Overview, Report, overview, source_label
from rashomon.exports.standing import standing
from rashomon.exports.terms import counted
from rashomon.model import Dossier, Relation, Severity, Statement, Utterance

__all__ = ["Lone", "Page", "Quoted", "ReportView", "SourceView", "page_view"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One giving of words: its mode, the kind of block it stands in, each span with its anchor, its chain."""

    mode: str
    block: str
    words: tuple[tuple[str, Markup], ...]
    telling: Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """An utterance that one report alone has, each time that it gives it."""

    anchor: str
    speaker: str | None
    kind: str | None
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report: what heads it, what only it has, and its text."""

    siglum: str
    language: str
    headline: str | None
    input: str
    publisher: str | None
    byline: str | None
    published: str | None
    statements: int
    warnings: tuple[str, ...]
    alone: tuple[Lone, ...]
    blocks: tuple[ShownBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source, how often which reports give words to it, and the first time they do."""

    name: str
    href: str | None
    kind: str
    statements: int
    sigla: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole page.

    `given` tells that the inputs are versions of one quotation, and that no one looked for who speaks;
    `split_rules` are style rules for marks that are shown in several pieces.
    """

    title: str
    given: bool
    reports: tuple[ReportView, ...]
    cards: tuple[Card, ...]
    memos: tuple[MemoView, ...]
    claims: Matrix
    disputes: tuple[Disputes, ...]
    coverage: tuple[Covered, ...]
    timeline: Timeline
    origins: OriginsView
    through: Through
    unnamed: tuple[UnnamedView, ...]
    people: tuple[FigureView, ...]
    sources: tuple[SourceView, ...]
    figures: tuple[tuple[str, str], ...]
    split_rules: Markup
    version: str
    model: str | None
    rooms: tuple[str, ...]
    policy: tuple[tuple[str, str], ...]


def page_view(dossier: Dossier) -> Page:
    """The view of a dossier."""
    of = overview(dossier)
    anchors = Anchors(of.sigla)
    cards = tuple(card(number, utterance, of, anchors) for number, utterance in enumerate(of.shared, 1))
    claimed = standing(of)
    claims = matrix_view(claimed, anchors)
    disputes = dispute_views(claimed, anchors)
    timeline = timeline_view(of, anchors)
    origins = origins_view(claimed, anchors)
    through = through_view(of, anchors)
    audit = unnamed_views(of, anchors)
    people = figure_views(of, anchors)
    owners = _owners(of)
    split: set[str] = set()
    reports = tuple(_report(report, of, anchors, owners, split) for report in of.reports)
    engine = dossier.engine
    return Page(
        title=f"{counted(len(reports), 'version' if of.given else 'report')}, compared",
        given=of.given,
        reports=reports,
        cards=cards,
        memos=memo_views(of),
        claims=claims,
        disputes=disputes,
        coverage=covered_views(claimed),
        timeline=timeline,
        origins=origins,
        through=through,
        unnamed=audit,
        people=people,
        sources=tuple(_sources(of)),
        figures=tuple(_figures(of)),
        split_rules=_split_rules(split) + Markup("\n") + claims.rules,
        version=visible(engine.version),
        model=_or_none(engine.model),
        rooms=tuple(visible(room) for room in engine.rooms),
        policy=tuple((f.name, repr(getattr(engine.policy, f.name))) for f in fields(engine.policy)),
    )


def _owners(of: Overview) -> dict[str, str]:
    """The utterance to go to from each statement; from a nested one, its parent's."""
    named = ((u.id, u.statements) for u in reversed(of.dossier.utterances))
    owners = {id_: name for name, statements in named for id_ in statements}
    for statement in of.dossier.statements:
        if statement.id not in owners and statement.parent in owners:
            owners[statement.id] = owners[statement.parent]
    return owners


def _report(
    report: Report, of: Overview, anchors: Anchors, owners: Mapping[str, str], split: set[str]
) -> ReportView:
    article = report.article
    alone = tuple(_lone(utterance, of, anchors) for utterance in report.alone)
    text = shown_article(article, _marks(report, of, anchors, owners))
    split |= text.split
    return ReportView(
        siglum=report.siglum,
        language=visible(article.language),
        headline=_or_none(article.headline),
        input=visible(article.input),
        publisher=_or_none(article.publisher.name if article.publisher else None),
        byline=_or_none(", ".join(article.byline)),
        published=_or_none(article.published),
        statements=len(report.statements),
        warnings=tuple(visible(warning) for warning in article.warnings),
        alone=alone,
        blocks=text.blocks,
    )


def _or_none(text: str | None) -> str | None:
    return visible(text) if text else None


def _lone(utterance: Utterance, of: Overview, anchors: Anchors) -> Lone:
    told = (of.statements[witness.statement] for witness in of.ordered(utterance.apparatus))
    return Lone(
        anchor=utterance.id,
        speaker=_or_none(source_label(utterance.source)),
        kind=utterance.source.kind.value if utterance.source else None,
        quoted=tuple(_quoted(statement, of, anchors) for statement in told),
    )


def _quoted(statement: Statement, of: Overview, anchors: Anchors) -> Quoted:
    text = of.articles[statement.article].text
    return Quoted(
        mode=mode_label(statement),
        block=block_kind(statement, of),
        words=tuple((anchors.of(statement.article, s), shown(s.of(text))) for s in statement.content),
        telling=telling(statement, of, anchors),
    )


# --- what is marked in a text


def _marks(report: Report, of: Overview, anchors: Anchors, owners: Mapping[str, str]) -> Iterator[Mark]:
    article = report.article.id
    named: set[object] = set()
    for statement in report.statements:
        for number, span in enumerate(statement.content):
            anchor = None if span in named else anchors.of(article, span)
            named.add(span)
            before = _label(statement, of, owners) if number == 0 else Markup("")
            doubt = " uncertain" if statement.evidence.uncertain else ""
            classes = f"said {statement.mode.value}{' nested' if statement.parent else ''}{doubt}"
            yield Mark(
                span=span,
                classes=classes,
                anchor=anchor,
                before=before,
                statement=statement.id,
                rank=1 if statement.parent else 0,
            )
    for span, anchor in anchors.kept.get(article, {}).items():
        if span not in named:
            yield Mark(span=span, classes="at", anchor=anchor, rank=2)


def _label(statement: Statement, of: Overview, owners: Mapping[str, str]) -> Markup:
    """The label before a statement: who speaks, and the way to its card.

    A nested statement whose speaker is not told, or is its parent's, has none.
    """
    speaker = source_label(statement.source.source if statement.source else None)
    parent = of.statements.get(statement.parent or "")
    outer = source_label(parent.source.source) if parent and parent.source else None
    if statement.parent and speaker in (None, outer):
        return Markup('<span id="{}"></span>').format(statement.id)
    target = owners.get(statement.id)
    href = Markup(' href="#{}"').format(target) if target else Markup("")
    return Markup('<a class="who" id="{}"{}><bdi>{}</bdi></a>').format(
        statement.id, href, visible(speaker) if speaker else NOT_STATED
    )


# --- figures and lists


def _figures(of: Overview) -> Iterator[tuple[str, str]]:
    severities = Counter(v.severity for u in of.shared for v in u.apparatus.variants)
    yield "versions" if of.given else "reports", f"{len(of.reports):,}"
    if not of.given:
        yield "statements", f"{len(of.dossier.statements):,}"
        yield "utterances in more than one report", f"{len(of.shared):,}"
    if of.dossier.claims:
        yield "claims", f"{len(of.dossier.claims):,}"
        conflicts = sum(one.relation is Relation.CONFLICT for one in of.dossier.conflicts)
        yield "conflicts", f"{conflicts:,}"
    for severity in reversed(Severity):
        yield f"{severity.value} variants", f"{severities[severity]:,}"


def _sources(of: Overview) -> Iterator[SourceView]:
    statements: Counter[str] = Counter()
    sigla: dict[str, set[str]] = {}
    first: dict[str, str] = {}
    for statement in of.dossier.statements:
        if statement.source:
            id_ = statement.source.source.id
            statements[id_] += 1
            first.setdefault(id_, statement.id)
            sigla.setdefault(id_, set()).add(of.sigla[statement.article])
    for source in sorted(of.dossier.sources, key=lambda s: -statements[s.id]):
        yield SourceView(
            name=visible(source_label(source) or NOT_STATED),
            href=f"#{first[source.id]}" if source.id in first else None,
            kind=source.kind.value,
            statements=statements[source.id],
            sigla=" ".join(s for s in of.sigla.values() if s in sigla.get(source.id, ())),
        )


def _split_rules(split: set[str]) -> Markup:
    """``:target`` marks one element; these rules carry it to the other pieces."""
    rules = [
        f":root:has([id={escape(name)}]:target) :is([data-of={escape(name)}],[data-st={escape(name)}])"
        for name in sorted(split)
    ]
    return (
        Markup(",\n".join(rules) + "{background:var(--target);outline:1px solid var(--accent)}")
        if rules
        else Markup("")
    )
