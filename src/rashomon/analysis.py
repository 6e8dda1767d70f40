"""The only place that composes the rooms: articles in, one dossier out.

Pure: no files, no network, no clock, no randomness, no logging.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rashomon.attribution import attribute
from rashomon.collation import collate
from rashomon.model import Article, Dossier, Engine, Policy, Source, Statement

__all__ = ["ROOMS", "analyse", "find_statements"]

ROOMS = ("attribution", "collation")


def find_statements(article: Article, policy: Policy) -> tuple[Statement, ...]:
    """The statements of one article, in the order of its text."""
    return attribute(article, policy)


def analyse(
    articles: Sequence[Article],
    policy: Policy,
    *,
    version: str,
    progress: Callable[[str, int, int], None] = lambda step, done, total: None,
) -> Dossier:
    """The reports, taken as one story.

    Args:
        articles: two reports of one text count as one; the first stands for both.
        policy: the thresholds; they are kept in the dossier.
        version: of the program, for `Engine`.
        progress: called with the room's name, how much of it is done, and of how much.
    """
    distinct = tuple({article.id: article for article in reversed(articles)}.values())[::-1]
    statements: list[Statement] = []
    for done, article in enumerate(distinct):
        progress("attribution", done, len(distinct))
        statements.extend(find_statements(article, policy))
    progress("collation", 0, 1)
    utterances = collate(distinct, statements, policy)
    progress("collation", 1, 1)
    return Dossier(
        articles=distinct,
        statements=tuple(statements),
        sources=_sources(statements),
        utterances=utterances,
        engine=Engine(version=version, model=None, policy=policy, rooms=ROOMS),
    )


def _sources(statements: Sequence[Statement]) -> tuple[Source, ...]:
    """The sources of these statements, each once, in order of first mention."""
    return tuple({s.source.source.id: s.source.source for s in statements if s.source}.values())
