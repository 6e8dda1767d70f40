"""The only place that composes the rooms: articles in, one dossier out.

Pure: no files, no network, no clock, no randomness, no logging.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rashomon.attribution import attribute, differing, passages, unnamed
from rashomon.collation import collate
from rashomon.model import Article, Dossier, Engine, Policy, Source, Statement, Tagging, UnnamedSource
from rashomon.ports import Tagger
from rashomon.transmission import transmit

__all__ = ["AT_ONCE", "ROOMS", "analyse", "find_statements"]

AT_ONCE = 16
"""Articles that are tagged together: enough to keep every core busy, few enough to show progress."""

ROOMS = ("attribution", "collation", "transmission")


def find_statements(
    articles: Sequence[Article], policy: Policy, tagger: Tagger | None = None
) -> Iterator[tuple[Statement, ...]]:
    """The statements of each article, in the order of its text.

    Args:
        articles: all are tagged before the first is yielded; give as many as should be in memory.
        policy: the thresholds.
        tagger: without one the rules decide alone.
    """
    if tagger is None:
        yield from (attribute(article, policy) for article in articles)
        return
    tagged = tagger.tag([passages(article) for article in articles])
    for article, fragments in zip(articles, tagged, strict=True):
        yield attribute(article, policy, Tagging(fragments=fragments, links=tagger.links))


def analyse(
    articles: Sequence[Article],
    policy: Policy,
    *,
    version: str,
    tagger: Tagger | None = None,
    progress: Callable[[str, int, int], None] = lambda step, done, total: None,
) -> Dossier:
    """The reports, taken as one story.

    Args:
        articles: two reports of one text count as one; the first stands for both.
        policy: the thresholds; they are kept in the dossier.
        version: of the program, for `Engine`.
        tagger: finds sources, cues and contents; without one the rules do it alone.
        progress: called with the room's name, how much of it is done, and of how much.
    """
    distinct = tuple({article.id: article for article in reversed(articles)}.values())[::-1]
    statements: list[Statement] = []
    audit: list[UnnamedSource] = []
    for start in range(0, len(distinct), AT_ONCE):
        progress("attribution", start, len(distinct))
        together = distinct[start : start + AT_ONCE]
        for article, found in zip(together, find_statements(together, policy, tagger), strict=True):
            statements.extend(found)
            audit.extend(unnamed(article, found))
    progress("collation", 0, 1)
    utterances = collate(distinct, statements, policy)
    progress("collation", 1, 1)
    return Dossier(
        articles=distinct,
        statements=tuple(statements),
        sources=_sources(statements),
        utterances=utterances,
        engine=Engine(version=version, model=tagger.name if tagger else None, policy=policy, rooms=ROOMS),
        unnamed=differing(audit, utterances),
        transmission=transmit(distinct, statements),
    )


def _sources(statements: Sequence[Statement]) -> tuple[Source, ...]:
    """The sources of these statements, each once, in order of first mention."""
    return tuple({s.source.source.id: s.source.source for s in statements if s.source}.values())
