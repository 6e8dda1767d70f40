"""The articles behind the INPUT words, with everything else said on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from rashomon.cli.messages import Messages
from rashomon.cli.options import Setup
from rashomon.cli.output import is_same_file
from rashomon.cli.progress import Progress
from rashomon.model import Article
from rashomon.wiring import articles_of

__all__ = ["articles", "distinct"]


def articles(words: Sequence[str], ready: Setup, *, result: str | None = None) -> Iterator[Article]:
    """The articles, one at a time; faults and warnings are named as they are met.

    `result` is where the result goes: what an earlier run left there, in a
    folder among the inputs, is not read as a report.
    """
    stdin = None if sys.stdin is None else sys.stdin.buffer
    messages = ready.messages
    with Progress(wanted=not messages.quiet) as progress:
        for number, item in enumerate(articles_of(words, ready.policy, stdin), 1):
            progress.clear()
            if result is not None and is_same_file(item.input, result):
                continue
            if not isinstance(item, Article):
                messages.fault(item)
                continue
            for warning in item.warnings:
                messages.warning(f"{item.input}: {warning}")
            yield item
            progress.step("reading", number, 0)


def distinct(found: Iterable[Article], messages: Messages) -> list[Article]:
    """The articles, each text once; a warning names both inputs of a text that came twice."""
    first: dict[str, Article] = {}
    for article in found:
        known = first.setdefault(article.id, article)
        if known is not article:
            messages.warning(
                f"{article.input}: has the same text as {known.input}; the two count as one report"
            )
    return list(first.values())
