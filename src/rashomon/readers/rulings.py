"""What a person decided on who is who, and on what is one origin, a ruling a line.

::

    # the two spellings in the agency's copy
    Ada Holt = Adda Holdt
    Tom Rask @ courier.txt != Tom Rask @ post.html
    origins: Merid Wire = The Gull Times

``=`` says that both names mean one person or body, ``!=`` that they mean two.
Behind a name ``@`` and an input restrict it to that report.  Behind ``origins:``
stand two origins of a claim, as a report's dossier calls them, that are one or two.  What follows a
``#`` at the start of a line or behind a blank is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.errors import InputError, MalformedInput, Place
from rashomon.model import OriginRuling, Ruling

__all__ = ["Decision", "read_rulings", "ruling_of", "written"]

Decision = Ruling | OriginRuling

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")
_SPACED = re.compile(r"\s(!?=)\s")
_TIGHT = re.compile(r"(!?=)")
_AT = " @ "
_ORIGINS = re.compile(r"origins?:\s*", re.IGNORECASE)
_ADVICE = "write it as 'NAME = NAME' or 'NAME != NAME', each with '@ INPUT' behind it if need be"
_EXCERPT = 80


def read_rulings(data: bytes, *, name: str) -> Iterator[Decision | InputError]:
    """The rulings of a file, in order; a line that is none is a fault in its place."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        told = f"is not UTF-8 at byte {error.start}"
        yield MalformedInput(name, told, advice="save the rulings as UTF-8")
        return
    for number, line in enumerate(text.splitlines(), 1):
        told = _COMMENT.sub("", line).strip()
        if told:
            ruling = ruling_of(told)
            yield _fault(ruling, name, number, line) if isinstance(ruling, str) else ruling


def ruling_of(line: str) -> Decision | str:
    """The ruling of one line without comments; if it is none, what is wrong with it, as a clause.

    >>> ruling_of("Ada Holt @ a.txt != Holt")
    Ruling(first='Ada Holt', second='Holt', same=False, inputs=('a.txt', None))
    >>> ruling_of("Ada Holt")
    "has no '=' between two names"
    >>> ruling_of("origins: Merid Wire = Gull Times")
    OriginRuling(first='Merid Wire', second='Gull Times', same=True)
    """
    if (of_origins := _ORIGINS.match(line)) is not None:
        return _of_origins(line[of_origins.end() :])
    found = list(_SPACED.finditer(line)) or list(_TIGHT.finditer(line))
    if not found:
        return "has no '=' between two names"
    if len(found) > 1:
        return "has more than one '='"
    [sign] = found
    sides = [_side(part) for part in (line[: sign.start()], line[sign.end() :])]
    if not all(name for name, _ in sides):
        return f"has no name {'before' if not sides[0][0] else 'behind'} '{sign[1]}'"
    if sides[0] == sides[1] and not (sign[1] == "!=" and sides[0][1] is None):
        return "says the same name on both sides"
    (first, one), (second, other) = sides
    return Ruling(first=first, second=second, same=sign[1] == "=", inputs=(one, other))


def _of_origins(line: str) -> OriginRuling | str:
    """What stands behind ``origins:``; an input has no place there."""
    ruling = ruling_of(line)
    if isinstance(ruling, str):
        return ruling
    if isinstance(ruling, OriginRuling) or any(ruling.inputs):
        return "names an input or 'origins:' within origins; write their names only"
    return OriginRuling(first=ruling.first, second=ruling.second, same=ruling.same)


def _side(part: str) -> tuple[str, str | None]:
    """Name and input of one side."""
    name, at, wanted = f" {part.strip()} ".rpartition(_AT)
    if not at:
        return " ".join(part.split()), None
    return " ".join(name.split()), wanted.strip() or None


def written(ruling: Decision) -> str:
    """The line that stands for a ruling.

    >>> written(Ruling(first="Ada Holt", second="Holt", same=True, inputs=(None, "b.txt")))
    'Ada Holt = Holt @ b.txt'
    """
    if isinstance(ruling, OriginRuling):
        return f"origins: {ruling.first} {'=' if ruling.same else '!='} {ruling.second}"
    sides = (
        name if wanted is None else f"{name}{_AT}{wanted}"
        for name, wanted in zip((ruling.first, ruling.second), ruling.inputs, strict=True)
    )
    return (" = " if ruling.same else " != ").join(sides)


def _fault(problem: str, name: str, number: int, line: str) -> MalformedInput:
    lead = len(line) - len(line.lstrip())
    place = Place(line=number, column=lead + 1, excerpt=line.strip()[:_EXCERPT], caret=0)
    return MalformedInput(name, problem, advice=_ADVICE, place=place)
