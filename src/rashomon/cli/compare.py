"""``rashomon compare``: the reports taken as one story, laid side by side."""

from __future__ import annotations

import click

from rashomon.cli.options import Setup, inputs, tagger_option, with_setup
from rashomon.cli.output import open_output, refuse_input_as_output
from rashomon.cli.progress import Progress
from rashomon.cli.result import Seen, Wanted, counted, seen_options, wanted_options
from rashomon.cli.rulings import Asked, Rulings, gather, ruling_options
from rashomon.cli.stream import articles, distinct
from rashomon.model import Article, Dossier, Ruling
from rashomon.readers.rulings import written
from rashomon.wiring import base_of, dated, dossier_of, models_for, not_analysed, seen_from, styles_of

__all__ = ["command"]

EPILOG = """\b
Examples:
  rashomon compare examples/harbour-interview
  rashomon compare examples/harbour-interview -o report.html
  rashomon compare examples/night-ferry --different 'Ansel Brankov = Lidia Brankov'
  rashomon compare examples/cable-car --base merid-wire.txt --house-style ap --house-style reuters
  rashomon compare examples/harbour-interview --published 2024-03-05
  rashomon compare --format json examples/cable-car/*.txt"""


@click.command("compare", epilog=EPILOG)
@inputs
@wanted_options
@seen_options
@ruling_options
@tagger_option
@with_setup
def command(
    words: tuple[str, ...],
    wanted: Wanted,
    seen: Seen,
    tagger_name: str,
    asked: Asked,
    ready: Setup,
) -> int:
    """Compare reports of one event: who said what, how the words differ, and what stands behind each claim.

    All INPUTs are taken for reports of one story. Without -o and --format a
    readable summary is printed. Who is one person in several reports is told by
    their names; --same and --different say otherwise, --merge-origins and
    --split-origins on what counts as one origin. Times such as "on Sunday" stay open
    where no date of publication is stated; --published gives one.
    """
    refuse_input_as_output(wanted.path, words)
    rulings = gather(asked, ready.messages)
    refuse_input_as_output(rulings.path, words)
    styles = styles_of(seen.styles)
    exporter = wanted.exporter()
    with open_output(wanted.path) as sink:
        found = _reports(words, [p for p in (wanted.path, rulings.path) if p is not None], ready)
        found = list(dated(found, asked.published))
        if not found:
            ready.messages.error("no report could be used; there is nothing to compare")
            raise click.exceptions.Exit(1)
        base = base_of(found, seen.base)
        with Progress(wanted=not ready.messages.quiet) as progress:
            progress.step("loading models", 0, 0)
            models = models_for(tagger_name)
            dossier = dossier_of(found, ready.policy, progress.step, models, rulings.all, styles)
            dossier = seen_from(dossier, base)
            progress.step(f"writing {exporter.format}", 0, 0)
            result = wanted.written(dossier, ready)
        sink.write(result)
    _settle(rulings, dossier, ready)
    if wanted.to_file:
        ready.messages.note(f"wrote {wanted.path} ({_figures(dossier)})")
    return ready.messages.exit_code


def _settle(rulings: Rulings, dossier: Dossier, ready: Setup) -> None:
    """Keep the rulings told here, and name those that could not be followed."""
    added = rulings.keep()
    if added:
        ready.messages.note(f"added {counted(added, 'ruling')} to {rulings.path}")
    for ruling in rulings.all:
        if ruling not in (*dossier.rulings, *dossier.origin_rulings):
            what = (
                "names in the reports" if isinstance(ruling, Ruling) else "origins, which this would change"
            )
            told = f"no two such {what}, or another ruling says otherwise"
            ready.messages.warning(f"'{written(ruling)}': {told}")


def _reports(words: tuple[str, ...], apart: list[str], ready: Setup) -> list[Article]:
    """The reports to compare; what stands in the way of a full comparison is said."""
    messages = ready.messages
    found = distinct(articles(words, ready, apart=apart), messages)
    for fault in filter(None, map(not_analysed, found)):
        messages.fault(fault)
    if len(found) == 1:
        messages.warning(f"{found[0].input}: is the only report; there is nothing to compare it with")
    return found


def _figures(dossier: Dossier) -> str:
    shared = sum(len({w.article for w in u.apparatus.witnesses}) > 1 for u in dossier.utterances)
    return (
        f"{counted(len(dossier.articles), 'report')}, {counted(len(dossier.statements), 'statement')}, "
        f"{counted(shared, 'utterance')} in more than one report"
    )
