"""The entry: from the statements of several reports to utterances with their apparatus.

Quoted words are gathered into acts of speech, cut where one report runs
together what another quotes apart, laid out in a table, and the differences
classed.  What is only told in the reporter's words makes an utterance by
itself, since there are no words of the speaker to compare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.collation.gather import links, nodes
from rashomon.collation.groups import Group, group
from rashomon.collation.quoted import without_marks
from rashomon.collation.table import Table, tabulate
from rashomon.collation.units import Passage, passage_of, text_of
from rashomon.collation.variants import variants_of
from rashomon.collation.wholes import Starts
from rashomon.model import (
    Apparatus,
    Article,
    Column,
    Evidence,
    Located,
    Mode,
    Policy,
    Reading,
    Source,
    SourceKind,
    Statement,
    Utterance,
    Witness,
)

__all__ = ["collate"]

_LONGEST_NAME = 5
"""Words; a longer one has something else than a name in it."""


def collate(
    articles: Sequence[Article], statements: Sequence[Statement], policy: Policy
) -> tuple[Utterance, ...]:
    """The acts of speech that these statements report.

    Every statement that is not quoted inside another belongs to one utterance
    at least; a spliced one belongs to several, each with its own part of the
    words.  The result is the same in any order of articles and statements.

    Args:
        articles: the reports; each statement's article must be among them.
        statements: of all reports; those with a parent are left out.
        policy: the thresholds of gathering and aligning.

    Returns:
        Utterances, those of most reports first, then by article and place.

    Raises:
        KeyError: if the article of a statement is not given.
    """
    texts = {article.id: article for article in articles}
    top = {s.id: s for s in statements if s.parent is None}.values()
    quoted = [passage_of(texts[s.article], s) for s in top if s.mode is not Mode.INDIRECT]
    spoken = [passage for passage in quoted if passage.speech]
    with_words = {passage.statement.id for passage in spoken}
    found = nodes(spoken)
    groups = group(found, links(found, policy), policy)
    starts = _starts(groups)
    out = [_utterance(one, starts, policy) for one in groups]
    out.extend(_alone(texts[s.article], s, "no_quoted_words") for s in top if s.id not in with_words)
    return tuple(sorted(out, key=_rank))


def _rank(utterance: Utterance) -> tuple[int, tuple[str, int], str]:
    witnesses = utterance.apparatus.witnesses
    first = min((w.article, w.spans[0].start if w.spans else 0) for w in witnesses)
    return -len({w.article for w in witnesses}), first, utterance.id


def _starts(groups: Iterable[Group]) -> Starts:
    """Where each group first stands in each article."""
    starts: dict[int, dict[str, int]] = defaultdict(dict)
    for one in groups:
        for part in one.parts:
            article, at, _ = part.passage.place
            starts[one.number][article] = min(at, starts[one.number].get(article, at))
    return starts


def _utterance(found: Group, starts: Starts, policy: Policy) -> Utterance:
    if len(found.parts) == 1 and not found.parts[0].before and not found.parts[0].after:
        only = found.parts[0].passage
        return _single(only.statement, only.text, only, found.rule)
    table = tabulate(found.parts, policy)
    passages = [part.passage for part in table.parts]
    return Utterance(
        source=_speaker(passages),
        statements=tuple(sorted(passage.statement.id for passage in passages)),
        apparatus=_apparatus(table, found.number, starts),
        evidence=Evidence(score=found.score, reason=found.rule),
    )


def _apparatus(table: Table, number: int, starts: Starts) -> Apparatus:
    return Apparatus(
        base=table.parts[table.base].passage.statement.id,
        witnesses=tuple(_witness(part.passage) for part in table.parts),
        columns=tuple(place.column for place in table.places),
        variants=variants_of(table, number, starts),
    )


def _witness(passage: Passage) -> Witness:
    statement = passage.statement
    return Witness(statement=statement.id, article=statement.article, spans=passage.spans)


def _single(statement: Statement, text: str, passage: Passage | None, reason: str) -> Utterance:
    """An utterance with one witness: its quoted words, or all of its content."""
    spans = statement.content
    if statement.mode is Mode.DIRECT:
        spans = passage.spans if passage else tuple(without_marks(text, span) for span in spans)
    located = tuple(Located(statement.article, span) for span in spans)
    reading = Reading(witnesses=(statement.id,), text=text_of(text, spans), spans=located)
    return Utterance(
        source=statement.source.source if statement.source else None,
        statements=(statement.id,),
        apparatus=Apparatus(
            base=statement.id,
            witnesses=(Witness(statement=statement.id, article=statement.article, spans=spans),),
            columns=(Column(readings=(reading,)),),
            variants=(),
        ),
        evidence=Evidence(score=1.0, reason=reason),
    )


def _alone(article: Article, statement: Statement, reason: str) -> Utterance:
    return _single(statement, article.text, None, reason)


def _speaker(passages: Sequence[Passage]) -> Source | None:
    """A person before a body, by the fullest name that can be one; an unnamed source if none is named."""
    sources = {p.statement.source.source for p in passages if p.statement.source}
    return min(sources, key=_fullness, default=None)


def _fullness(source: Source) -> tuple[bool, bool, bool, int, str]:
    name = source.name or ""
    person = source.kind is SourceKind.PERSON
    return not name, not person, len(name.split()) > _LONGEST_NAME, -len(name), source.id
