"""The table of commands, and the group that loads each only when it is called.

`rashomon --help` needs the commands' names and one line each, both of which
stand in the table; importing a command imports the readers and the rooms
behind it, which takes ten times as long.
"""

from __future__ import annotations

import difflib
import importlib
from dataclasses import dataclass

import click

from rashomon import __version__

__all__ = ["COMMANDS", "app"]


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where a command lives, and what it does in one line."""

    module: str
    summary: str


COMMANDS = {
    "read": _Entry("rashomon.cli.read", "Read reports: text, blocks and metadata, a JSON line an article."),
    "statements": _Entry(
        "rashomon.cli.statements", "Find who said what in each report, a JSON line a statement."
    ),
    "compare": _Entry("rashomon.cli.compare", "Compare reports of one event: who said what, word by word."),
    "collate": _Entry("rashomon.cli.collate", "Lay your own versions of one quotation side by side."),
    "explain": _Entry("rashomon.cli.explain", "Print every step that led to what is shown of one claim."),
    "verify": _Entry("rashomon.cli.verify", "Check every span of a dossier against its text and hash."),
}

EPILOG = """\b
Examples:
  rashomon compare examples/harbour-interview/*.txt
  rashomon compare examples/harbour-interview -o report.html
  rashomon compare examples/signal-box -o dossier.json
  rashomon explain dossier.json 'gutted the signal box'
  rashomon collate examples/versions
  rashomon statements --format table examples/cable-car
  rashomon read examples/ropeworks-sale/skelderby-herald.html

\b
INPUT is a file, a folder, a URL, or - for standard input; its kind is
recognised from its bytes. Exit codes: 0 done; 1 done, but something in the
input could not be used; 2 wrong usage."""


class _LazyGroup(click.Group):
    """A group whose commands are the rows of `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of this command and hand out its ``command``."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = importlib.import_module(entry.module).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but an unknown name is answered with the nearest known one."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = difflib.get_close_matches(name, COMMANDS, n=1, cutoff=0.5)
            hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(COMMANDS)}"
            raise click.UsageError(f"no command '{name}'; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


@click.group(
    cls=_LazyGroup,
    epilog=EPILOG,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="rashomon %(version)s")
@click.pass_context
def app(ctx: click.Context) -> int:
    """Compare news reports of one event: who said what, how the words differ, what stands behind a claim.

    Everything shown is verbatim text from a report, with its place in it.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return 2
    return 0
