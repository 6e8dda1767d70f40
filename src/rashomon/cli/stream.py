"""The articles behind the INPUT words, with everything else said on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from rashomon.cli.messages import Messages
from rashomon.cli.options import Setup
from rashomon.cli.output import is_same_file
from rashomon.cli.progress import Progress
from rashomon.errors import InputError
from rashomon.model import Article
from rashomon.wiring import articles_of

__all__ = ["articles", "distinct", "standard_input", "taken"]


def articles(words: Sequence[str], ready: Setup, *, apart: Sequence[str] = ()) -> Iterator[Article]:
    """The articles, one at a time; faults and warnings are named as they are met.

    `apart` are files that are no reports though they may lie in a folder among
    the inputs: the result of an earlier run, the rulings.
    """
    stdin = standard_input()
    typed = "-" in words and stdin is not None and stdin.isatty()
    yield from taken(articles_of(words, ready.policy, stdin), ready, apart=apart, typed=typed)


def standard_input() -> BinaryIO | None:
    """What ``-`` reads; None where it is closed."""
    return None if sys.stdin is None else sys.stdin.buffer


def taken(
    read: Iterable[Article | InputError], ready: Setup, *, apart: Sequence[str] = (), typed: bool = False
) -> Iterator[Article]:
    """The articles among what was read; all else as for `articles`.

    Where they are `typed` at a terminal, nothing is drawn over them before the first is there.
    """
    messages = ready.messages
    with Progress(wanted=not messages.quiet) as progress:
        if not typed:
            progress.step("reading", 0, 0)
        for number, item in enumerate(read, 1):
            progress.clear()
            if any(is_same_file(item.input, path) for path in apart):
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
