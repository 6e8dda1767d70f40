"""House styles in TOML: those that come with the program, and a newsroom's own file.

::

    extends = "ap"                   # all rules of that style, below one's own
    name = "Our desk"

    [documents.book]                 # what rules are cited from
    title = "The desk's own book"
    url = "https://example.org/style"

    [[rules]]
    id = "no-brackets"               # one of the extended style's ids replaces that rule
    kinds = ["bracket"]              # or flags = ["plural_for_one"]
    verdict = "not_allowed"
    gist = "Say it outside the quotation instead."
    document = "book"
    section = "Quotations"
    verified = true

A file is checked before it is used; the fault names the file, the place and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from rashomon.errors import MissingInput, TooLarge
from rashomon.model import HouseStyle
from rashomon.readers.styleform import parse

__all__ = ["builtin_styles", "house_style", "read"]

_FOLDER = Path(__file__).parent.parent / "styles"
_MOST_BYTES = 1_000_000


def house_style(word: str) -> HouseStyle:
    """The built-in style of this name, else the one in the file at this path.

    Raises:
        InputError: if there is neither, or the file cannot be used.

    >>> house_style("ap").name
    'Associated Press'
    """
    known = builtin_styles()
    if word in known:
        return known[word]
    if not Path(word).exists():
        advice = f"give a file, or one of {', '.join(known)}"
        raise MissingInput(word, "is neither a house style nor a file", advice=advice)
    return read(word)


@cache
def builtin_styles() -> Mapping[str, HouseStyle]:
    """The styles that come with the program, by their ids, sorted."""
    found = (parse(path.read_bytes(), name=str(path)) for path in sorted(_FOLDER.glob("*.toml")))
    return {style.id: style for style in found}


def read(path: str) -> HouseStyle:
    """The house style in a file.

    Raises:
        InputError: if it cannot be read, or is no house style.
    """
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or "has no valid name"
        raise MissingInput(path, f"cannot be read ({told})", advice="give the path of a TOML file") from error
    if len(data) > _MOST_BYTES:
        raise TooLarge(path, "is over a megabyte", advice="a house style is a few pages of TOML")
    return parse(data, name=path, extended=builtin_styles())
