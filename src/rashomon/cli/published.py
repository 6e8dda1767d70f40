"""The option ``--published``: when reports came out, where their pages do not tell."""

from __future__ import annotations

from collections.abc import Sequence

import click

from rashomon.cli.options import Command
from rashomon.readers.publications import Publication, publication_of

__all__ = ["published_option"]


def published_option(command: Command) -> Command:
    """The option, handed to the command as ``published``."""
    told = (
        "When the reports came out, for those that do not state it; NAME=DATE for one (its file, or its "
        "outlet's name), whatever it states. May be given again."
    )
    metavar = "[NAME=]DATE"
    return click.option("--published", multiple=True, metavar=metavar, callback=_read, help=told)(command)


def _read(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[Publication, ...]:
    found = []
    for value in values:
        one = publication_of(value)
        if isinstance(one, str):
            raise click.BadParameter(f"{value!r} {one}", ctx, param)
        found.append(one)
    return tuple(found)
