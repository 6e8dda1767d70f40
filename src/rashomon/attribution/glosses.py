"""What an article itself says that another name of somebody is.

Three ways of saying it: a nickname explained by the editor in square brackets
(``Bix [Mayor Ada Holt] came``), one that is told of (``Ada Holt, known as
“Bix”``), and initials in round brackets behind the name of a body, or in
front of it (``Ostmark Harbour Board (OHB)``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.language.bodies import body_words, initials_of
from rashomon.language.names import Name, NameKind

__all__ = ["glosses"]

_BRACKET = re.compile(r"\s?([\[(])([^\[\]()\n]{2,80}+)[\])]")
_KNOWN_AS = re.compile(
    r"[,\s(]{1,2}+(?:(?:who is|also|better|widely|popularly|commonly) ){0,2}+"
    r"(?:known as|nicknamed|dubbed|who goes by)\s[“\"‘']?+"
)


def glosses(text: str, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names that the text says are one: the other name, and the fuller one that explains it."""
    by_end = {name.span.end: name for name in names}
    by_start = {name.titled: name for name in names}
    for name in names:
        bracket = _BRACKET.match(text, name.span.end)
        inner = by_end.get(bracket.end(2)) if bracket else None
        if bracket and inner is not None and bracket.start(2) <= inner.titled:
            yield from _bracketed(name, inner, square=bracket[1] == "[")
        known = _KNOWN_AS.match(text, name.span.end)
        called = by_start.get(known.end()) if known else None
        if called is not None and len(name.name.split()) > 1:
            yield called, name


def _bracketed(outer: Name, inner: Name, *, square: bool) -> Iterator[tuple[Name, Name]]:
    """``OHB (Ostmark Harbour Board)``, either way round; ``Bix [Ada Holt]`` only in the editor's brackets."""
    explains = square and inner.kind is NameKind.PERSON and " " in inner.name and not _shares(outer, inner)
    if initials_of(inner.name, outer.name):
        yield inner, outer
    elif explains or initials_of(outer.name, inner.name):
        yield outer, inner


def _shares(one: Name, other: Name) -> bool:
    return not set(body_words(one.name)).isdisjoint(body_words(other.name))
