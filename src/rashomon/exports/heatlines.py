"""A base text in lines, with marks under the places where witnesses differ: a heat map without colour.

Under each such place stand the number of its note and one sign for each cell: how grave the
gravest difference is.  Where the base has no words a caret stands between two words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.exports.collated import Collated
from rashomon.exports.display import GAP, on_one_line
from rashomon.exports.fitting import Line, Measure, cut_to
from rashomon.exports.heat import Heat, HeatMap
from rashomon.exports.wording import separator
from rashomon.model import Severity

__all__ = ["CARET", "SEVERITY_STYLES", "SIGNS", "heat_lines"]

SIGNS = {Severity.TRIVIAL: ".", Severity.MINOR: "-", Severity.MAJOR: "="}
"""What stands under a place, by the severity of what differs there."""

SEVERITY_STYLES = {Severity.TRIVIAL: "dim", Severity.MINOR: "yellow", Severity.MAJOR: "bold red"}

CARET = "^"
"""Under the blank at which others have words and the base has none."""


@dataclass(frozen=True, slots=True)
class _Token:
    """One word; `number` is of the note that begins with it, `blank` whether a blank goes before it."""

    word: str
    heat: Heat | None
    number: str
    blank: bool


def heat_lines(collated: Collated, *, room: int, measure: Measure) -> Iterator[tuple[Line, Line | None]]:
    """Each line of the base text with the marks under it; None where nothing in the line differs."""
    line: list[_Token] = []
    taken = 0
    for token in _tokens(collated, room, measure):
        wide = measure(token.word) + token.blank
        if line and token.word and taken + wide > room:
            yield _drawn(line, measure)
            line, taken = [], 0
        taken += measure(token.word) + (token.blank if line else 0)
        line.append(token)
    if line:
        yield _drawn(line, measure)


def _tokens(collated: Collated, room: int, measure: Measure) -> Iterator[_Token]:
    heats = HeatMap(collated)
    ends = [(at_end, _caret(heat)) for at_end, heat in heats.ends(collated.base)]
    yield from (caret for at_end, caret in ends if not at_end)
    yield from _words(collated, heats, room, measure)
    yield from (caret for at_end, caret in ends if at_end)


def _caret(heat: Heat) -> _Token:
    return _Token("", heat, ",".join(map(str, heat.numbers)), blank=False)


def _words(collated: Collated, heats: HeatMap, room: int, measure: Measure) -> Iterator[_Token]:
    text = collated.of.articles[collated.base.article].text
    end: int | None = None
    told: set[int] = set()
    for piece in collated.pieces[collated.base.statement]:
        heat = heats.at(piece.column, collated.base)
        fresh = [n for n in heat.numbers if n not in told] if heat else []
        number = ",".join(map(str, fresh))
        words = on_one_line(piece.words).split(" ") if piece.words else []
        if words and len(number) > measure(" ".join(words)) + (piece.column in collated.numbers):
            number = ""
        else:
            told.update(fresh)
        if not words and heat and not collated.beyond(collated.base.statement, piece.column):
            yield _Token("", heat, number, blank=False)
        between = separator(text, end, piece.spans[0].start) if words and end is not None else ""
        if GAP in between:
            yield _Token(GAP, None, "", blank=True)
        for at, word in enumerate(words):
            yield _Token(cut_to(word, room, measure), heat, "" if at else number, blank=bool(at or between))
        end = piece.spans[-1].end if piece.spans else end


def _drawn(line: Iterable[_Token], measure: Measure) -> tuple[Line, Line | None]:
    """The words of one line, and the marks under them."""
    words: list[tuple[str, str]] = []
    marks = _Marks()
    before: Heat | None = None
    for token in line:
        if not token.word:
            if token.heat:
                marks.put(marks.at, CARET + token.number, token.heat.severity)
            continue
        if token.blank and words:
            words.append((" ", ""))
            inside = token.heat is not None and token.heat is before
            marks.advance(1, token.heat if inside else None)
        style = SEVERITY_STYLES[token.heat.severity] if token.heat else ""
        words.append((token.word, style if style != "dim" else ""))
        marks.number(token.number, token.heat)
        marks.advance(measure(token.word), token.heat)
        before = token.heat
    return tuple(words), marks.line()


class _Marks:
    """The cells of the line of marks."""

    def __init__(self) -> None:
        self.at = 0
        self.cells: dict[int, tuple[str, Severity]] = {}

    def advance(self, cells: int, heat: Heat | None) -> None:
        """Go on by so many cells, each marked if there is heat and nothing stands there yet."""
        for at in range(self.at, self.at + cells):
            if heat and at not in self.cells:
                self.cells[at] = SIGNS[heat.severity], heat.severity
        self.at += cells

    def number(self, number: str, heat: Heat | None) -> None:
        """The number of a note, if nothing stands there."""
        if heat and number:
            self.put(self.at, number, heat.severity)

    def put(self, at: int, signs: str, severity: Severity) -> None:
        """These signs from a cell on, where nothing stands in the way."""
        start = max(at, max(self.cells, default=-1) + 1)
        for offset, sign in enumerate(signs):
            self.cells[start + offset] = sign, severity

    def line(self) -> Line | None:
        """The marks, None if there are none."""
        if not self.cells:
            return None
        blank = " ", Severity.TRIVIAL
        drawn = (self.cells.get(at, blank) for at in range(max(self.cells) + 1))
        return tuple((sign, SEVERITY_STYLES[severity] if sign != " " else "") for sign, severity in drawn)
