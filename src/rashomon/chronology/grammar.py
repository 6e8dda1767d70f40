"""A small grammar machine: symbols, productions, every parse from a place.

A production is a line of elements: ``last|past UNIT``, ``<month> of? <year>``.
Lower case stands for itself (bars part alternatives), capitals for a class of
`words`, angle brackets for another symbol, a question mark for what may be
missing.  Its builder gets the values of classes and symbols, None for what is
missing, and may refuse with None.  Each symbol is parsed once at each place,
and only where its first word fits, so time grows with the length of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.chronology.words import Word, classes_of

__all__ = ["Chart", "Grammar", "Production"]

Build = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Production:
    """One line of the grammar: symbol, elements, builder and the label of the rule."""

    symbol: str
    pattern: str
    build: Build
    rule: str = ""


@dataclass(frozen=True, slots=True)
class _Element:
    words: frozenset[str] = frozenset()
    group: str = ""
    symbol: str = ""
    optional: bool = False

    @property
    def kept(self) -> bool:
        return not self.words


@dataclass(frozen=True, slots=True)
class _Line:
    elements: tuple[_Element, ...]
    build: Build
    rule: str
    number: int


class Grammar:
    """Productions made ready; the first words of every symbol are worked out once.

    Raises:
        ValueError: if a production names a symbol that has none, or a symbol comes back to itself:
            how deep a parse goes must not depend on the text.
    """

    def __init__(self, productions: Iterable[Production]) -> None:
        given = tuple(productions)
        elements = [(p, tuple(_element(word) for word in p.pattern.split())) for p in given]
        known = {p.symbol for p in given}
        for production, line in elements:
            for element in line:
                if element.symbol and element.symbol not in known:
                    raise ValueError(f"{production.pattern!r} names the unknown symbol {element.symbol!r}")
        _no_circles(elements)
        firsts = _firsts(elements)
        self.rules = frozenset(p.rule for p in given if p.rule)
        self.openings: dict[str, dict[str, tuple[_Line, ...]]] = {symbol: {} for symbol in known}
        """The lines of each symbol by what they can begin with: a word, or a class in capitals."""
        for number, (production, line) in enumerate(elements):
            made = _Line(line, production.build, production.rule, number)
            for key in _first_of(line, firsts):
                openings = self.openings[production.symbol]
                openings[key] = (*openings.get(key, ()), made)


def _element(word: str) -> _Element:
    optional = word.endswith("?") and len(word) > 1
    bare = word[:-1] if optional else word
    if bare.startswith("<"):
        return _Element(symbol=bare[1:-1], optional=optional)
    if bare.isupper():
        return _Element(group=bare, optional=optional)
    return _Element(words=frozenset(bare.split("|")), optional=optional)


def _no_circles(lines: Sequence[tuple[Production, tuple[_Element, ...]]]) -> None:
    names: dict[str, set[str]] = {}
    for production, line in lines:
        names.setdefault(production.symbol, set()).update(
            element.symbol for element in line if element.symbol
        )
    while names:
        ready = {symbol for symbol, inner in names.items() if not inner & names.keys()}
        if not ready:
            raise ValueError(f"symbols that come back to themselves: {sorted(names)}")
        names = {symbol: inner for symbol, inner in names.items() if symbol not in ready}


def _firsts(lines: Sequence[tuple[Production, tuple[_Element, ...]]]) -> dict[str, frozenset[str]]:
    """The first words of each symbol: grown until nothing is added."""
    firsts: dict[str, frozenset[str]] = {p.symbol: frozenset() for p, _ in lines}
    grown = True
    while grown:
        grown = False
        for production, line in lines:
            more = firsts[production.symbol] | _first_of(line, firsts)
            if more != firsts[production.symbol]:
                firsts[production.symbol] = more
                grown = True
    return firsts


def _first_of(line: Sequence[_Element], firsts: dict[str, frozenset[str]]) -> frozenset[str]:
    out: frozenset[str] = frozenset()
    for element in line:
        own = firsts[element.symbol] if element.symbol else element.words or frozenset([element.group])
        out |= own
        if not element.optional:
            break
    return out


class Chart:
    """What can be parsed at each place of one run of words."""

    def __init__(self, grammar: Grammar, words: Sequence[Word]) -> None:
        self.words = words
        self._grammar = grammar
        self._known: dict[tuple[str, int], list[tuple[int, Any, str]]] = {}
        self.keys = [(word.low, *classes_of(word)) for word in words]

    def parses(self, symbol: str, at: int) -> list[tuple[int, Any, str]]:
        """Each way to read the symbol from this word on: the word after it, its value, its rule.

        The rule is the one of the outermost production that has a label.
        """
        found = self._known.get((symbol, at))
        if found is None:
            found = self._known[symbol, at] = list(self._read(symbol, at))
        return found

    def _read(self, symbol: str, at: int) -> Iterator[tuple[int, Any, str]]:
        if at >= len(self.words):
            return
        openings = self._grammar.openings[symbol]
        lines = {line.number: line for key in self.keys[at] for line in openings.get(key, ())}
        for number in sorted(lines):
            line = lines[number]
            for end, values, inner in self._match(line.elements, 0, at):
                value = line.build(*values)
                if value is not None and end > at:
                    yield end, value, line.rule or inner

    def _match(
        self, elements: Sequence[_Element], index: int, at: int
    ) -> Iterator[tuple[int, tuple[Any, ...], str]]:
        if index == len(elements):
            yield at, (), ""
            return
        element = elements[index]
        for end, value, rule in self._one(element, at):
            for last, rest, later in self._match(elements, index + 1, end):
                yield last, (value, *rest) if element.kept else rest, rule or later
        if element.optional:
            for last, rest, later in self._match(elements, index + 1, at):
                yield last, (None, *rest) if element.kept else rest, later

    def _one(self, element: _Element, at: int) -> Iterable[tuple[int, Any, str]]:
        if at >= len(self.words):
            return ()
        if element.symbol:
            return self.parses(element.symbol, at)
        word = self.words[at]
        if element.words:
            return ((at + 1, None, ""),) if word.low in element.words else ()
        classes = classes_of(word)
        return ((at + 1, classes[element.group], ""),) if element.group in classes else ()
