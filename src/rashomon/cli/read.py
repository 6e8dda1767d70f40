"""``rashomon read``: what the readers make of an input."""

from __future__ import annotations

import click

from rashomon.cli.options import Setup, format_option, inputs, output, with_setup
from rashomon.cli.output import open_output, refuse_input_as_output
from rashomon.cli.stream import articles
from rashomon.exports import article_record, json_line
from rashomon.model import Article, BlockKind

__all__ = ["clean_text", "command"]

EPILOG = """\b
Examples:
  rashomon read examples/harbour-interview/tidewater-post.txt
  rashomon read --format text examples/ropeworks-sale/skelderby-herald.html
  rashomon read examples/cable-car -o articles.jsonl"""

ARTICLE_BREAK = "\f\n"  # a form feed, as in printing: the next report begins


@click.command("read", epilog=EPILOG)
@inputs
@format_option("jsonl", "text", default="jsonl", told="JSON Lines (default), or the clean text.")
@output
@with_setup
def command(words: tuple[str, ...], format_name: str, path: str | None, ready: Setup) -> int:
    """Read reports and print what was found in them, a JSON line an article.

    Site furniture is labelled in "blocks" and never deleted. The clean text
    is the text without it; several reports are parted by a form feed.
    """
    refuse_input_as_output(path, words)
    with open_output(path) as sink:
        for number, article in enumerate(articles(words, ready, apart=[path] if path else ())):
            if format_name == "jsonl":
                sink.write(json_line(article_record(article)))
            else:
                lead = ARTICLE_BREAK if number else ""
                sink.write((lead + clean_text(article)).encode("utf-8", "replace"))
    return ready.messages.exit_code


def clean_text(article: Article) -> str:
    """The article without its furniture: the other blocks, each verbatim, parted by blank lines."""
    kept = [b.span.of(article.text) for b in article.blocks if b.kind is not BlockKind.FURNITURE]
    return "\n\n".join(kept) + "\n" if kept else ""
