"""The result of a comparison: what is asked for of it, which form it takes, and the dossier in that form."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import click

from rashomon.cli.options import Command, Setup, format_option, output
from rashomon.cli.terminal import draw, is_terminal
from rashomon.errors import UsageError
from rashomon.exports import EXPORTERS, exporter_for, exporter_for_path, summary
from rashomon.model import Dossier
from rashomon.ports import Exporter

__all__ = ["Seen", "Wanted", "counted", "seen_options", "wanted_options"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How the differences are seen: from which report, and by which house styles, as the user wrote them."""

    base: str | None
    styles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The form and place of the result, as the user wrote them."""

    format_name: str | None
    path: str | None

    @property
    def to_file(self) -> bool:
        """Whether it does not go to standard output."""
        return self.path not in (None, "-")

    def exporter(self) -> Exporter:
        """The exporter of the format, else the one that the ending of the path tells, else text.

        Raises:
            UsageError: if the ending tells none.
        """
        if self.format_name is not None:
            return exporter_for(self.format_name)
        if self.path is None or self.path == "-":
            return exporter_for("text")
        try:
            return exporter_for_path(self.path)
        except UsageError as fault:
            raise UsageError(f"{fault}; or name the format with --format") from None

    def written(self, dossier: Dossier, ready: Setup) -> bytes:
        """The dossier in that form; on a screen, if no format was asked for, drawn as wide as that is."""
        if self.format_name is None and is_terminal(self.path):
            return draw(summary(dossier), to_terminal=True, plain=ready.plain)
        return self.exporter().export(dossier)


def wanted_options(command: Command) -> Command:
    """The options ``--format`` and ``-o``, handed to the command as one `Wanted` named ``wanted``."""

    @functools.wraps(command)
    def wrapped(*, format_name: str | None, path: str | None, **arguments: object) -> int:
        return command(**arguments, wanted=Wanted(format_name=format_name, path=path))

    told = "The form of the result. Default: by the ending of FILE, else a summary."
    return format_option(*EXPORTERS, default=None, told=told)(output(wrapped))


def seen_options(command: Command) -> Command:
    """The options ``--base`` and ``--house-style``, handed to the command as one `Seen` named ``seen``."""

    @functools.wraps(command)
    def wrapped(*, base: str | None, style_words: tuple[str, ...], **arguments: object) -> int:
        return command(**arguments, seen=Seen(base=base, styles=style_words))

    based = "Hold the others against this one (its file, or its outlet's name), not against the longest."
    styled = "Say what a house style rules on each difference: a name, a file, or all. May be given again."
    metavar = "NAME|FILE"
    decorated = click.option("--house-style", "style_words", metavar=metavar, multiple=True, help=styled)(
        wrapped
    )
    return click.option("--base", metavar="NAME", help=based)(decorated)


def counted(number: int, noun: str) -> str:
    """How many there are of what.

    >>> counted(1, "report"), counted(2000, "report")
    ('1 report', '2,000 reports')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
