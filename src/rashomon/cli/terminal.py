"""Drawing with rich for whatever standard output is: a terminal of some width, a pipe, a file.

rich is loaded when something is drawn, not before: it takes a tenth of a second.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.cli.messages import one_line, wants_color
from rashomon.exports import could_be, mode_label
from rashomon.model import Article, Statement

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["draw", "is_terminal", "table"]

PLAIN_WIDTH = 100  # columns, where nobody can be asked
NOT_STATED = "not stated"


def is_terminal(path: str | None) -> bool:
    """Whether the result goes to somebody's screen."""
    return path in (None, "-") and sys.stdout is not None and sys.stdout.isatty()


def draw(what: RenderableType, *, to_terminal: bool, plain: bool) -> bytes:
    """`what` as bytes: the terminal's width, colours and letters if it goes there, else plain, 100 columns.

    A terminal that is not said to know UTF-8 gets what its encoding has, and ``?`` for the rest.
    """
    from rich.console import Console  # noqa: PLC0415  loaded when drawn

    encoding = (to_terminal and sys.stdout.encoding) or "utf-8"
    pages = io.BytesIO()
    page = io.TextIOWrapper(pages, encoding=encoding, errors="replace", newline="\n")
    in_color = to_terminal and not plain and wants_color(sys.stdout)
    console = Console(
        file=page,
        width=None if to_terminal else PLAIN_WIDTH,
        force_terminal=in_color,
        no_color=not in_color,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(what)
    page.flush()
    lines = pages.getvalue().decode(encoding).splitlines()
    return "".join(line.rstrip() + "\n" for line in lines).encode(encoding)


def table(article: Article, statements: Sequence[Statement]) -> RenderableType:
    """The statements of one article, for people: speaker, mode, words, place."""
    from rich.table import Table  # noqa: PLC0415  loaded when drawn
    from rich.text import Text  # noqa: PLC0415  loaded when drawn

    drawn = Table(
        title=Text(f"{one_line(article.input)}: {len(statements)} statements"),
        title_justify="left",
        expand=True,
    )
    drawn.add_column("Source", ratio=2)
    drawn.add_column("Mode", no_wrap=True)
    drawn.add_column("Words", ratio=7)
    drawn.add_column("Place", justify="right", no_wrap=True)
    for statement in statements:
        words = " ⋯ ".join(one_line(" ".join(s.of(article.text).split())) for s in statement.content)
        place = f"{statement.content[0].start}-{statement.content[-1].end}"
        drawn.add_row(Text(_speaker(statement)), mode_label(statement), Text(words), place)
    return drawn


def _speaker(statement: Statement) -> str:
    """The name, else the report's words for the speaker, with who may be meant by them."""
    if statement.source is None:
        return NOT_STATED
    source = statement.source.source
    words = one_line(source.name or source.descriptor or "")
    return ": ".join(filter(None, (words, could_be(statement.source)))) or NOT_STATED
