"""``rashomon verify``: a dossier held against its own texts, and against the inputs if they are given."""

from __future__ import annotations

import click

from rashomon.cli.dossier import STDIN, dossier_bytes
from rashomon.cli.messages import one_line
from rashomon.cli.options import Setup, with_setup
from rashomon.cli.output import open_output
from rashomon.cli.stream import articles
from rashomon.errors import UsageError
from rashomon.exports import Difference, load_json, verification

__all__ = ["command"]

EPILOG = """\b
Examples:
  rashomon compare examples/harbour-interview -o dossier.json
  rashomon verify dossier.json
  rashomon verify dossier.json examples/harbour-interview"""


@click.command("verify", epilog=EPILOG)
@click.argument("dossier", metavar="DOSSIER.json")
@click.argument("words", metavar="[INPUT...]", nargs=-1)
@with_setup
def command(dossier: str, words: tuple[str, ...], ready: Setup) -> int:
    """Check every span of a dossier against its text, every id against its content.

    With INPUTs, each article must be among them with the same text. A line a
    difference; exit code 1 if there is any. DOSSIER.json may be - for standard input.
    """
    if dossier == STDIN and STDIN in words:
        raise UsageError("standard input cannot be both the dossier and an input; give one as a file")
    record = load_json(dossier_bytes(dossier, ready), name=dossier)
    texts = {a.id: a.text for a in articles(words, ready)} if words else None
    outcome = verification(record, texts)
    with open_output(None) as sink:
        for difference in outcome.differences:
            sink.write((_line(difference) + "\n").encode("utf-8", "replace"))
        if not outcome.differences:
            told = f"verified: {outcome.articles} articles, {outcome.spans} spans"
            sink.write(f"{told}\n".encode())
    return 1 if outcome.differences else ready.messages.exit_code


def _line(difference: Difference) -> str:
    told = f"{difference.what}: expected {difference.expected}, found {difference.found}"
    return one_line(f"{difference.where}: {told}")
