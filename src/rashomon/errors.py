"""Everything Rashomon raises on purpose, in one tree.

::

    RashomonError
    ├── InputError            the fault lies in what was given to us to read
    │   ├── MissingInput      nothing there, or no permission to read it
    │   ├── EmptyInput        there, but without any text
    │   ├── UnknownKind       bytes of a kind that no reader knows
    │   ├── TooLarge          over the size limit of the policy
    │   ├── MalformedInput    the right kind, but broken at a place we can name
    │   └── NotAnalysed       read, but nothing can be looked for in it (its language, say)
    ├── UsageError            the fault lies in how we were called (an unknown format, a bad option)
    └── WeightsMissing        a model's files are not there

    InputFaults (ExceptionGroup)   the InputErrors of one batch; everything else of it was delivered

An `InputError` names the input, the place in it where there is one, and what
to do.  It is a value as much as an exception: readers of a batch yield it and
go on.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "EmptyInput",
    "InputError",
    "InputFaults",
    "MalformedInput",
    "MissingInput",
    "NotAnalysed",
    "Place",
    "RashomonError",
    "TooLarge",
    "UnknownKind",
    "UsageError",
    "WeightsMissing",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in an input a fault lies.

    `line` and `column` count from 1; `excerpt` is the line itself, or the part
    of it around the fault, and `caret` the offset of the fault within `excerpt`.
    """

    line: int
    column: int
    excerpt: str = ""
    caret: int = 0


class RashomonError(Exception):
    """Base of every error that Rashomon raises on purpose."""


class UsageError(RashomonError):
    """We were called wrongly; the message says what would be right."""


class WeightsMissing(RashomonError):
    """The files of a trained model are not where they should be; the message names them."""


class InputError(RashomonError):
    """A fault in an input, told in one line.

    Args:
        input: the path, address or ``-`` as the user gave it.
        problem: what is wrong, as a clause ("is empty").
        advice: what to do about it, as a clause; may be empty.
        place: where it is wrong, if one place can be named.
    """

    def __init__(self, input: str, problem: str, *, advice: str = "", place: Place | None = None) -> None:  # noqa: A002
        self.input = input
        self.problem = problem
        self.advice = advice
        self.place = place
        super().__init__(self.line())

    def line(self) -> str:
        """The fault in one line: input, place, problem, advice.

        >>> EmptyInput("a.txt", "is empty", advice="paste the report into it").line()
        'a.txt: is empty; paste the report into it'
        """
        name = self.input or "''"
        where = f"{name}:{self.place.line}:{self.place.column}" if self.place else name
        return f"{where}: {self.problem}" + (f"; {self.advice}" if self.advice else "")

    def snippet(self) -> str:
        """The excerpt with a caret under the fault, two lines; empty without a place.

        >>> place = Place(line=2, column=2, excerpt="{'a'", caret=1)
        >>> fault = MalformedInput("a.jsonl", "not JSON", place=place)
        >>> print(fault.snippet())
        {'a'
         ^
        """
        if self.place is None or not self.place.excerpt:
            return ""
        return f"{self.place.excerpt}\n{' ' * self.place.caret}^"


class MissingInput(InputError):
    """Nothing is there, or it may not be read."""


class EmptyInput(InputError):
    """The input holds no text."""


class UnknownKind(InputError):
    """No reader knows this kind of bytes."""


class TooLarge(InputError):
    """The input is over the size limit."""


class MalformedInput(InputError):
    """The input is of a known kind but broken."""


class NotAnalysed(InputError):
    """The input was read, but no analysis of it is possible."""


class InputFaults(ExceptionGroup[InputError]):
    """The faults of one batch, raised after the rest of it was delivered."""
