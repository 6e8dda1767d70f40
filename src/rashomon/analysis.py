"""The only place that composes the rooms: articles in, one dossier out.

Pure: no files, no network, no clock, no randomness, no logging.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rashomon.attribution import attribute, differing, passages, roster, unnamed
from rashomon.chronology import resolve
from rashomon.collation import collate, collate_given, given_of
from rashomon.corroboration import corroborate, rulings_followed
from rashomon.errors import UsageError
from rashomon.grouping import copies
from rashomon.language.asides import legible, unbroken
from rashomon.model import (
    Article,
    Dossier,
    Engine,
    Figure,
    HouseStyle,
    OriginRuling,
    Policy,
    Ruling,
    Source,
    Statement,
    Tagging,
    UnnamedSource,
)
from rashomon.ports import Models, Tagger
from rashomon.reconciliation import reconcile
from rashomon.standards import hold
from rashomon.transmission import transmit

__all__ = ["AT_ONCE", "GIVEN", "ROOMS", "analyse", "analyse_given", "find_statements", "held", "rebased"]

AT_ONCE = 16
"""Articles that are tagged together: enough to keep every core busy, few enough to show progress."""

ROOMS = (
    "attribution",
    "reconciliation",
    "collation",
    "transmission",
    "chronology",
    "grouping",
    "corroboration",
)

_RULES = Models()

GIVEN = ("collation",)
"""The rooms of `analyse_given`."""


def find_statements(
    articles: Sequence[Article], policy: Policy, tagger: Tagger | None = None
) -> Iterator[tuple[Statement, ...]]:
    """The statements of each article, in the order of its text.

    Args:
        articles: all are tagged before the first is yielded; give as many as should be in memory.
        policy: the thresholds.
        tagger: without one the rules decide alone.
    """
    read = [legible(article) for article in articles]
    if tagger is None:
        yield from (_clear(article, attribute(article, policy)) for article in read)
        return
    tagged = tagger.tag([passages(article) for article in read])
    for article, fragments in zip(read, tagged, strict=True):
        found = attribute(article, policy, Tagging(fragments=fragments, links=tagger.links))
        yield _clear(article, found)


def _clear(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements without what the legible text has blanks for, in contents and behind a source's name."""
    out: list[Statement] = []
    for one in statements:
        source = one.source
        if source is not None and source.span is not None:
            source = replace(source, span=next(unbroken(article.text, source.span), source.span))
        content = tuple(part for span in one.content for part in unbroken(article.text, span))
        out.append(replace(one, source=source, content=content))
    return tuple(out)


def analyse(
    articles: Sequence[Article],
    policy: Policy,
    *,
    version: str,
    models: Models = _RULES,
    rulings: Sequence[Ruling | OriginRuling] = (),
    progress: Callable[[str, int, int], None] = lambda step, done, total: None,
) -> Dossier:
    """The reports, taken as one story.

    Args:
        articles: two reports of one text count as one; the first stands for both.
        policy: the thresholds; they are kept in the dossier.
        version: of the program, for `Engine`.
        models: the tagger finds sources, cues and contents, the embedder tells how alike claims mean,
            the reader of pairs whether two tell one thing; without them the rules do it alone.
        rulings: what a person decided on who is who, and on what is one origin; the dossier keeps
            those that could be followed.
        progress: called with the room's name, how much of it is done, and of how much.
    """
    given = tuple({article.id: article for article in reversed(articles)}.values())[::-1]
    distinct = tuple(map(legible, given))
    statements, audit = _attributed(distinct, policy, models, progress)
    progress("reconciliation", 0, 1)
    rosters = [roster(article) for article in distinct]
    names = [ruling for ruling in rulings if isinstance(ruling, Ruling)]
    who = reconcile(distinct, statements, rosters, policy, names)
    progress("collation", 0, 1)
    utterances = collate(distinct, who.statements, policy)
    unnamed_sources = differing(audit, utterances, statements, distinct)
    progress("chronology", 0, 1)
    told = Dossier(
        articles=distinct,
        statements=who.statements,
        sources=_sources(who.statements, who.figures),
        utterances=utterances,
        engine=Engine(version=version, model=models.name, policy=policy, rooms=ROOMS),
        unnamed=unnamed_sources,
        figures=who.figures,
        links=who.links,
        rulings=tuple(ruling for ruling in names if ruling not in who.unmet),
        transmission=transmit(distinct, who.statements, who.figures, unnamed_sources),
        timeline=resolve(distinct, who.statements, policy),
        copies=copies(distinct, who.statements, policy),
    )
    progress("corroboration", 0, 1)
    of_origins = [ruling for ruling in rulings if isinstance(ruling, OriginRuling)]
    behind = corroborate(told, embedder=models.embedder, reader=models.pairs, rulings=of_origins)
    progress("corroboration", 1, 1)
    return replace(
        told,
        articles=given,
        claims=behind.claims,
        conflicts=behind.conflicts,
        suspected=behind.suspected,
        origin_rulings=rulings_followed(behind.claims, of_origins),
    )


def _attributed(
    articles: Sequence[Article], policy: Policy, models: Models, progress: Callable[[str, int, int], None]
) -> tuple[list[Statement], list[UnnamedSource]]:
    """The statements of all reports, and the sources in them that are not named."""
    statements: list[Statement] = []
    audit: list[UnnamedSource] = []
    for start in range(0, len(articles), AT_ONCE):
        progress("attribution", start, len(articles))
        together = articles[start : start + AT_ONCE]
        for article, found in zip(together, find_statements(together, policy, models.tagger), strict=True):
            statements.extend(found)
            audit.extend(unnamed(article, found))
    return statements, audit


def analyse_given(
    articles: Sequence[Article], policy: Policy, *, version: str, base: str | None = None
) -> Dossier:
    """These versions of one quotation, laid side by side as the user says they belong.

    Args:
        articles: the versions, each with paragraphs and words; one at least.
        policy: the thresholds; they are kept in the dossier.
        version: of the program, for `Engine`.
        base: id of the version that the others are held against; the longest one if None.
    """
    statements = tuple(given_of(article) for article in articles)
    return Dossier(
        articles=tuple(articles),
        statements=statements,
        sources=(),
        utterances=(collate_given(articles, statements, policy, base=base),),
        engine=Engine(version=version, model=None, policy=policy, rooms=GIVEN),
    )


def held(dossier: Dossier, styles: Sequence[HouseStyle]) -> Dossier:
    """The same dossier with its differences held against these house styles, and no others.

    Of two styles with one id the later counts.
    """
    distinct = tuple({style.id: style for style in styles}.values())
    findings = hold(dossier.utterances, distinct, dossier.unnamed)
    return replace(dossier, house_styles=distinct, findings=findings)


def rebased(dossier: Dossier, base: str | None) -> Dossier:
    """The same dossier, every utterance seen from another of its witnesses.

    What stands beside what does not change; what counts as inserted or deleted, and the class of each
    edit, does.  Going back gives the first dossier again.

    Args:
        dossier: as `analyse` made it.
        base: id of an article or a statement, the base of every utterance that it is a witness of;
            None for the longest witness of each, as `analyse` chooses it.

    Raises:
        UsageError: if no article or statement of the dossier has this id.
    """
    known = {article.id for article in dossier.articles} | {s.id for s in dossier.statements}
    if base is not None and base not in known:
        raise UsageError(f"no article or statement has the id {base}")
    engine = dossier.engine
    if engine.rooms == GIVEN:
        again = analyse_given(dossier.articles, engine.policy, version=engine.version, base=base)
        return replace(dossier, utterances=again.utterances)
    articles = tuple(map(legible, dossier.articles))
    utterances = collate(articles, dossier.statements, engine.policy, base=base)
    return replace(dossier, utterances=utterances)


def _sources(statements: Sequence[Statement], figures: Sequence[Figure]) -> tuple[Source, ...]:
    """The sources of these statements, each once by its fullest name, in order of first mention."""
    fullest = {f.id: Source(kind=f.kind, name=f.name, identity=f.id) for f in figures}
    sources = {s.source.source.id: s.source.source for s in statements if s.source}
    return tuple(fullest.get(known, source) for known, source in sources.items())
