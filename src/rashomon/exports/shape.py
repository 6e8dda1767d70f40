"""A JSON value together with its place, so that what is wrong with it can be said.

Each method takes the value for what it should be or raises `MalformedInput`
naming the path (``statements[3].content[0]``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from rashomon.errors import MalformedInput
from rashomon.model import Located, Span

__all__ = ["Shape"]

_Label = TypeVar("_Label", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Shape:
    """The value at `path` of the input called `name`."""

    value: object
    name: str
    path: str = ""

    def fault(self, problem: str) -> MalformedInput:
        """The fault that this value `problem` ("is not a text")."""
        return MalformedInput(self.name, f"{self.path or 'the record'} {problem}")

    def key(self, key: str) -> Shape:
        """The value under a key that must be there."""
        found = self.get(key)
        if found is None:
            raise self.fault(f"has no {key!r}")
        return found

    def get(self, key: str) -> Shape | None:
        """The value under a key, None if the key is missing."""
        if not isinstance(self.value, dict):
            raise self.fault("is not an object")
        if key not in self.value:
            return None
        return Shape(self.value[key], self.name, f"{self.path}.{key}" if self.path else key)

    def pairs(self) -> Iterator[tuple[str, Shape]]:
        """The keys of an object with their values."""
        if not isinstance(self.value, dict):
            raise self.fault("is not an object")
        return (
            (str(key), Shape(value, self.name, f"{self.path}.{key}")) for key, value in self.value.items()
        )

    def items(self) -> Iterator[Shape]:
        """The items of a list."""
        if not isinstance(self.value, list):
            raise self.fault("is not a list")
        return (Shape(item, self.name, f"{self.path}[{i}]") for i, item in enumerate(self.value))

    @property
    def null(self) -> bool:
        """Whether the value is null."""
        return self.value is None

    def text(self) -> str:
        """A text."""
        if not isinstance(self.value, str):
            raise self.fault("is not a text")
        return self.value

    def text_or_none(self) -> str | None:
        """A text or null."""
        return None if self.null else self.text()

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(item.text() for item in self.items())

    def number(self) -> float:
        """A number."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.fault("is not a number")
        return self.value

    def offset(self) -> int:
        """A whole number."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self.fault("is not a whole number")
        return self.value

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.fault("is not true or false")
        return self.value

    def label(self, labels: type[_Label]) -> _Label:
        """A label of a fixed vocabulary."""
        try:
            return labels(self.text())
        except ValueError:
            raise self.fault(f"is none of: {', '.join(labels)}") from None

    def span(self) -> Span:
        """A pair of offsets."""
        offsets = [item.offset() for item in self.items()]
        if len(offsets) != 2 or not 0 <= offsets[0] <= offsets[1]:
            raise self.fault("is not a span [start, end]")
        return Span(*offsets)

    def spans(self) -> tuple[Span, ...]:
        """A list of spans."""
        return tuple(item.span() for item in self.items())

    def located(self) -> Located:
        """A span and the article it lies in."""
        parts = tuple(self.items())
        if len(parts) != 3:
            raise self.fault("is not [article, start, end]")
        start, end = parts[1].offset(), parts[2].offset()
        if not 0 <= start <= end:
            raise self.fault("is not [article, start, end]")
        return Located(parts[0].text(), Span(start, end))

    def places(self) -> tuple[Located, ...]:
        """A list of spans with their articles."""
        return tuple(item.located() for item in self.items())
