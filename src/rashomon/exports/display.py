"""Text as it can be shown: what a screen cannot show is replaced by a sign for it.

Control characters would end a page's text, or order a terminal about; each
becomes one visible code point, so offsets within the shown text still count.
"""

from __future__ import annotations

from rashomon.model import Statement

__all__ = ["GAP", "NOT_STATED", "mode_label", "on_one_line", "shortened", "visible"]

NOT_STATED = "not stated"
"""The label where a report does not tell."""

GAP = "⋯"
"""The sign between two parts of one statement where the report has words of its own."""

_REPLACED = (
    {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
    | {0x7F: 0x2421}
    | dict.fromkeys([*range(0x80, 0xA0), 0xFFFE, 0xFFFF], 0xFFFD)
    | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
)


def mode_label(statement: Statement) -> str:
    """How words are given, and whether the statement is only offered: ``indirect, uncertain``."""
    return f"{statement.mode.value}, uncertain" if statement.evidence.uncertain else statement.mode.value


def visible(text: str) -> str:
    """The text with control characters and lone surrogates replaced, one for one.

    >>> visible("a\\x00b\\x1b[31m")
    'a␀b␛[31m'
    """
    return text.translate(_REPLACED)


def on_one_line(text: str) -> str:
    """The text with every run of blanks shown as one space.

    >>> on_one_line(" the\\r\\n  law ")
    'the law'
    """
    return " ".join(visible(text).split())


def shortened(text: str, length: int) -> str:
    """At most `length` code points, on one line, cut between words, ``…`` for the rest.

    >>> shortened("the law is the law", 12)
    'the law is …'
    """
    line = on_one_line(text)
    if len(line) <= length:
        return line
    cut = line[: max(length - 2, 0)]
    words = cut.rsplit(" ", 1)[0] if " " in cut and line[len(cut)] != " " else cut
    return f"{words.rstrip()} …"
