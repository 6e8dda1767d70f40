"""``rashomon statements``: who said what, report by report."""

from __future__ import annotations

import click

from rashomon.cli.options import Setup, format_option, inputs, output, tagger_option, with_setup
from rashomon.cli.output import Sink, open_output, refuse_input_as_output
from rashomon.cli.stream import articles
from rashomon.cli.terminal import draw, is_terminal, table
from rashomon.errors import NotAnalysed
from rashomon.exports import json_line, statement_record
from rashomon.model import Article, Statement
from rashomon.wiring import statements_of, tagger_for

__all__ = ["command"]

EPILOG = """\b
Examples:
  rashomon statements examples/harbour-interview/tidewater-post.txt
  rashomon statements --format table examples/cable-car
  rashomon statements examples/cable-car -o statements.jsonl"""


@click.command("statements", epilog=EPILOG)
@inputs
@format_option("jsonl", "table", default="jsonl", told="JSON Lines (default), or a table for people.")
@output
@tagger_option
@with_setup
def command(
    words: tuple[str, ...], format_name: str, path: str | None, tagger_name: str, ready: Setup
) -> int:
    """Find who said what in each report, a JSON line a statement.

    Offsets count Unicode code points in the article's text, as "rashomon read"
    gives it; the end is not included.
    """
    refuse_input_as_output(path, words)
    with open_output(path) as sink:
        read = articles(words, ready, apart=[path] if path else ())
        for article, found in statements_of(read, ready.policy, tagger_for(tagger_name)):
            if isinstance(found, NotAnalysed):
                ready.messages.fault(found)
            elif format_name == "table":
                sink.write(draw(table(article, found), to_terminal=is_terminal(path), plain=ready.plain))
            else:
                _write_lines(sink, article, found)
    return ready.messages.exit_code


def _write_lines(sink: Sink, article: Article, found: tuple[Statement, ...]) -> None:
    for statement in found:
        sink.write(json_line(statement_record(statement, article)))
