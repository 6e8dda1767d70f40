"""``rashomon collate``: one's own versions of one quotation, laid side by side."""

from __future__ import annotations

import click

from rashomon.cli.options import Setup, with_setup
from rashomon.cli.output import open_output, refuse_input_as_output
from rashomon.cli.progress import Progress
from rashomon.cli.result import Seen, Wanted, counted, seen_options, wanted_options
from rashomon.cli.stream import standard_input, taken
from rashomon.model import Article, Dossier
from rashomon.wiring import base_of, collated, styles_of, versions_of

__all__ = ["command"]

EPILOG = """\b
Examples:
  rashomon collate examples/versions
  rashomon collate examples/versions/*.txt --base harl-wire -o quotation.html
  rashomon collate examples/versions --house-style ap --house-style reuters
  rashomon collate examples/versions --format csv

\b
One file with as many versions as you like:
  # Tidewater Post
  “We can’t pay for this bridge,” she said, “unless the city helps.”
  # Harl Wire
  “We cannot pay for this bridge.”"""


@click.command("collate", epilog=EPILOG)
@click.argument("words", metavar="FILE...", nargs=-1, required=True)
@wanted_options
@seen_options
@with_setup
def command(words: tuple[str, ...], wanted: Wanted, seen: Seen, ready: Setup) -> int:
    """Lay your own versions of one quotation side by side, and name every difference.

    Each FILE (or - for standard input) is one version, taken as it stands, without the
    quotation marks around it. A file with lines "# Name" has a version below each; a single
    FILE without them has one a paragraph, parted by blank lines. That all are versions of
    one utterance is taken from you.
    """
    refuse_input_as_output(wanted.path, words)
    styles = styles_of(seen.styles)
    exporter = wanted.exporter()
    with open_output(wanted.path) as sink:
        found = _versions(words, wanted.path, ready)
        if not found:
            ready.messages.error("no version could be used; there is nothing to collate")
            raise click.exceptions.Exit(1)
        base = base_of(found, seen.base)
        with Progress(wanted=not ready.messages.quiet) as progress:
            progress.step("collation", 0, 1)
            dossier = collated(found, ready.policy, base, styles)
            progress.step(f"writing {exporter.format}", 0, 0)
            result = wanted.written(dossier, ready)
        sink.write(result)
    if wanted.to_file:
        ready.messages.note(f"wrote {wanted.path} ({_figures(dossier)})")
    return ready.messages.exit_code


def _versions(words: tuple[str, ...], path: str | None, ready: Setup) -> list[Article]:
    read = versions_of(words, ready.policy, standard_input())
    found = list(taken(read, ready, apart=[path] if path else ()))
    if len(found) == 1:
        ready.messages.warning(f"{found[0].input}: is the only version; there is nothing to hold it against")
    return found


def _figures(dossier: Dossier) -> str:
    places = sum(len(utterance.apparatus.variants) for utterance in dossier.utterances)
    return f"{counted(len(dossier.articles), 'version')}, {counted(places, 'difference')}"
