"""One quantity of a text: its value, what it is a quantity of, and what the words around it tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.corroboration.ranges import Range
from rashomon.language.numerals import Lexeme

__all__ = ["Figure", "Quantity", "What"]


class What(StrEnum):
    """What sort of thing a quantity tells of."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    MEASURE = "measure"
    AGE = "age"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity.

    Attributes:
        value: in the base unit of its dimension, so that values of one dimension compare.
        dimension: what it can be compared with: "", a currency, "length", "percent" ...
        label: the value as a dossier writes it, in the unit of the words.
        at: code point of the number itself.
        start, end: code points of the words that can be read alone, in the text given.
        head, noun, part: see `Phrase`.
        mods: see `Phrase`; of an age, what part its bearer had ("victim", "suspect").
        fate: what became of those counted; "" where the text does not tell.
        aspect: in which respect it measures ("height"); "" where nothing tells.
        near: topics of the words around it.
        close: the same of the few words next to it.
        names: folded capitalised words among or right behind its words ("12 Ostmark soldiers"); of an
            age, whose it is ("12-year-old Holt", "Holt, 12,").
        some: whether it is told as some of a group ("10 of the cadets").
        more: whether it is told as added to others ("and one other person", "four more").
        old: whether it is told only as what another value was before, or was expected to be ("up from 12").
        changed: whether the words tell that the value changed ("rose to").
        rate: what it is counted by ("day"), "" if by nothing.
        frame: the stretch of time that it is counted over, in words; "" where none is told.
        spread: over how many years or the like it is told to come ("over two years"), in words.
        second: of a score the other number.
        overall: 1 where it is told to be of the whole ("in all"), -1 where of a part ("in Tarn alone").
        basis: what a sum is told with or without ("with fees"); "" where nothing tells.
    """

    what: What
    value: Range
    dimension: str
    label: str
    start: int
    end: int
    at: int
    head: str = ""
    noun: str = ""
    mods: frozenset[str] = frozenset()
    fate: str = ""
    part: bool = False
    aspect: str = ""
    near: frozenset[str] = frozenset()
    close: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    some: bool = False
    more: bool = False
    old: bool = False
    changed: bool = False
    rate: str = ""
    frame: str = ""
    spread: str = ""
    second: float | None = None
    overall: int = 0
    basis: str = ""

    def of_another(self, other: Quantity) -> bool:
        """Whether two ages are of two people: by their names, or since one is a victim's, one a suspect's."""
        if self.what is not What.AGE or other.what is not What.AGE:
            return False
        return any(a and b and not a & b for a, b in ((self.names, other.names), (self.mods, other.mods)))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that was read, with the words that bound it, before it is known what it is of.

    Attributes:
        run: the lexemes of the text.
        start: index of the first lexeme of the words before it ("at least").
        first: index of the first lexeme of the number itself, a currency sign included.
        after: index of the lexeme behind it and behind words like "or so".
        sign: what those words come to, a sign of `rashomon.corroboration.bounding`.
        bare: whether it is a count even where nothing tells of what.
    """

    run: tuple[Lexeme, ...]
    start: int
    first: int
    after: int
    value: Range
    sign: str
    bare: bool = False
