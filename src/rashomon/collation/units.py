"""The words of a statement as collation sees them.

A unit is one word, a contracted ending ("’s" of "who’s"), a bracketed
insertion or an ellipsis, with the marks that lean on it before and after, so
that words are aligned with words and marks only ride along.  The outermost
quotation marks are not part of the words; of a statement that is quoted in
part only the quoted pieces are.  Every other non-blank code point of the
pieces lies in exactly one unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, NamedTuple

from rashomon.collation.quoted import quoted_pieces, without_marks
from rashomon.language.tokens import Token, TokenKind, fold, tokenize
from rashomon.language.wordforms import FUNCTION_WORDS, split_clitic
from rashomon.model import Article, Mode, Span, Statement

__all__ = ["Passage", "Unit", "UnitKind", "passage_of", "text_of", "told_of"]

_BRACKETS = {"[": "]", "(": ")"}
_LONGEST_BRACKET = 40
_LETTER_CHANGED = 3
_OPENING = frozenset("“‘„«‹\"'`([{¿¡$£€¥#@")
_QUOTES = dict.fromkeys("“”„«»\"‘’‹›'`", '"')
_LONG_DASHES = dict.fromkeys("–—", "-")
_SENTENCE_END = frozenset(".?!…")


class UnitKind(StrEnum):
    """What stands at the heart of a unit."""

    WORD = "word"
    BRACKET = "bracket"
    ELLIPSIS = "ellipsis"
    MARK = "mark"


class Unit(NamedTuple):
    """One word with the marks that lean on it.

    A named tuple, since every word of every quotation becomes one.

    Attributes:
        key: the folded word, for aligning ("not" for the ending of "can’t").
        text: the heart as it stands, for telling readings apart.
        lead_start: where the marks before it start, its own start if there are none.
        start: where the heart starts; `end` where it ends; `trail_end` where the marks after it do.
        is_speech: whether it is a spoken word, not editorial matter.
        is_content: whether it is a spoken word that carries meaning by itself.
        piece: which piece of the content it stands in.
        word: number of the written word it is part of; contracted endings share their host's.
        parts: the units it was made of, if it stands for several written words ("take out").
    """

    kind: UnitKind
    is_speech: bool
    is_content: bool
    key: str
    text: str
    lead_marks: str
    trail_marks: str
    parts: tuple[Unit, ...]
    lead_start: int
    start: int
    end: int
    trail_end: int
    piece: int
    word: int

    @property
    def lead(self) -> Span:
        """The marks before it, empty at its start if there are none."""
        return Span(self.lead_start, self.start)

    @property
    def core(self) -> Span:
        """The heart."""
        return Span(self.start, self.end)

    @property
    def trail(self) -> Span:
        """The marks after it, empty at its end if there are none."""
        return Span(self.end, self.trail_end)

    @property
    def span(self) -> Span:
        """The unit with its marks."""
        return Span(self.lead_start, self.trail_end)

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence can end here."""
        return not _SENTENCE_END.isdisjoint(self.trail_marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The words of one statement, or the part of them that bears on one utterance.

    `text` is that of its article, `published` the day or time that has told.
    """

    statement: Statement
    text: str
    units: tuple[Unit, ...]
    published: str | None = None

    @property
    def place(self) -> tuple[str, int, str]:
        """Where it stands: article, offset, statement; orders passages whatever the input order."""
        start = self.units[0].lead_start if self.units else self.statement.content[0].start
        return self.statement.article, start, self.statement.id

    @property
    def speech(self) -> tuple[Unit, ...]:
        """The spoken words alone."""
        return tuple(unit for unit in self.units if unit.is_speech)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of the article it covers, one a piece of content."""
        firsts = {unit.piece: unit.lead_start for unit in reversed(self.units)}
        lasts = {unit.piece: unit.trail_end for unit in self.units}
        return tuple(Span(firsts[piece], lasts[piece]) for piece in lasts)


def passage_of(article: Article, statement: Statement) -> Passage:
    """The quoted words of a direct or mixed statement, in units."""
    if statement.mode is Mode.DIRECT:
        return _passage(article, statement, [without_marks(article.text, span) for span in statement.content])
    pieces = [piece for span in statement.content for piece in quoted_pieces(article.text, span)]
    return _passage(article, statement, pieces)


def told_of(article: Article, statement: Statement) -> Passage:
    """The whole content of a statement, the reporter's words too, in units."""
    if statement.mode is Mode.DIRECT:
        return passage_of(article, statement)
    return _passage(article, statement, statement.content)


def _passage(article: Article, statement: Statement, pieces: Sequence[Span]) -> Passage:
    units: list[Unit] = []
    for number, piece in enumerate(pieces):
        units.extend(_units(article.text, piece, number, len(units)))
    return Passage(statement=statement, text=article.text, units=tuple(units), published=article.published)


def text_of(text: str, spans: Sequence[Span]) -> str:
    """The words at these spans, verbatim, joined by a blank."""
    return " ".join(span.of(text) for span in spans)


def _units(text: str, piece: Span, number: int, words: int) -> Sequence[Unit]:
    """The units of one piece: those of its chunks, unless marks in it reach over a blank."""
    out: list[Unit] = []
    add = out.append
    word = words
    at, stop = piece.start, piece.end
    chunks = iter(text[at:stop].split())
    for chunk in chunks:
        at = text.index(chunk, at)
        plain = _plain(chunk) if len(chunk) <= _REMEMBERED else None
        if plain is None:
            if (marks := _leaning(chunk)) and out and not _merge(out[-1].trail_marks, marks):
                at += len(chunk)
                out[-1] = out[-1]._replace(trail_end=at, trail_marks=out[-1].trail_marks + marks)
                continue
            chunk = text[at : _bracket_end(text, at, stop)]
            plain = _plain_units(chunk)
            if plain is None:
                return _units_of_tokens(text, piece, number, words)
            for _ in chunk.split()[1:]:
                next(chunks)
        own = 0
        for lasting, lead, start, end, trail, own in plain:
            add(_made(Unit, (*lasting, at + lead, at + start, at + end, at + trail, number, word + own)))
        word += own + 1
        at += len(chunk)
    return out


_made = tuple.__new__  # a third of the time that `Unit(...)` takes
_PLACES = Unit._fields.index("lead_start")
_REMEMBERED = 24  # code points; what is longer is rare, and would fill the memory
_Plain = tuple[tuple[Any, int, int, int, int, int], ...]


def _plain_units(chunk: str) -> _Plain | None:
    """The units of what stands between two blanks, if they depend on nothing beyond.

    Of each what does not change with its place, then four places and its number in the chunk.
    None if it holds no heart, an open bracket, or marks that lean on a neighbour.
    """
    text = chunk + " "
    tokens = tokenize(text)
    hearts = list(_hearts(tokens))
    if not hearts:
        return None
    ends = [0, *chain.from_iterable((heart.first, heart.last) for heart in hearts), len(tokens)]
    between = [at for start, end in zip(ends[::2], ends[1::2], strict=True) for at in range(start, end)]
    if any(tokens[at].text in _BRACKETS for at in between):
        return None
    leans_back = hearts[0].first > 0 and not _opens(text, tokens, 0)
    if leans_back or any(_opens(text, tokens, at) for at in range(hearts[-1].last, len(tokens))):
        return None
    units = _units_of_tokens(text, Span(0, len(chunk)), 0, 0)
    return tuple([(tuple(u)[:_PLACES], u.lead_start, u.start, u.end, u.trail_end, u.word) for u in units])


_plain = lru_cache(maxsize=1 << 15)(_plain_units)


def _leaning(chunk: str) -> str:
    """The marks of what stands between two blanks if it has nothing else, and they lean on what precedes."""
    if len(chunk) > _REMEMBERED or any(map(str.isalnum, chunk)) or "." in chunk:
        return ""
    text = chunk + " "
    tokens = tokenize(text)
    if any(_hearts(tokens)) or any(_opens(text, tokens, at) for at in range(len(tokens))):
        return ""
    return _marks(tokens)


def _merge(before: str, marks: str) -> bool:
    """Whether marks that follow others become one with them."""
    return before[-1:] == marks[0] and marks[0] in '-"'


def _bracket_end(text: str, start: int, stop: int) -> int:
    """Where the chunk ends in which the first bracket closes that opens in the chunk at `start`."""
    opened = _OPEN_BRACKET.match(text, start, stop)
    closed = text.find(_BRACKETS[opened[1]], opened.end(), stop) if opened else start
    blank = _BLANK.search(text, max(closed, start), stop)
    return blank.start() if blank else stop


_OPEN_BRACKET = re.compile(r"[^\s\[(]*+([\[(])")
_BLANK = re.compile(r"\s")


class _Heart(NamedTuple):
    """Tokens that will become one written word, bracket or ellipsis, and the marks around it."""

    kind: UnitKind
    first: int
    last: int


def _units_of_tokens(text: str, piece: Span, number: int, words: int) -> list[Unit]:
    """The units of a piece, each word, bracket and ellipsis with the marks that lean on it."""
    tokens = tokenize(text, piece)
    hearts = list(_hearts(tokens)) or [_Heart(UnitKind.MARK, 0, len(tokens))][: len(tokens)]
    cuts = [0, *(_cut(text, tokens, a.last, b.first) for a, b in pairwise(hearts)), len(tokens)]
    return [
        unit
        for count, heart in enumerate(hearts)
        for unit in _split(text, tokens, heart, (cuts[count], cuts[count + 1]), (number, words + count))
    ]


def _hearts(tokens: Sequence[Token]) -> Iterator[_Heart]:
    """Words, brackets and ellipses in order, each over its tokens."""
    at = 0
    while at < len(tokens):
        kind, end = _heart_at(tokens, at)
        if kind is not UnitKind.MARK:
            yield _Heart(kind, at, end)
        at = end


def _heart_at(tokens: Sequence[Token], at: int) -> tuple[UnitKind, int]:
    token = tokens[at]
    if token.kind is not TokenKind.MARK:
        return UnitKind.WORD, at + 1
    if _has_letter_changed(tokens, at):
        return UnitKind.WORD, at + 4
    if token.text in _BRACKETS:
        for end in range(at + 1, min(at + _LONGEST_BRACKET, len(tokens))):
            if tokens[end].text == _BRACKETS[token.text]:
                inner = {t.text for t in tokens[at + 1 : end]}
                return (UnitKind.ELLIPSIS if inner <= {"...", "…", "."} else UnitKind.BRACKET), end + 1
    if token.text == "…" or token.text.startswith("..."):
        return UnitKind.ELLIPSIS, at + 1
    if token.text == "." and [t.text for t in tokens[at : at + 3]] == [".", ".", "."]:
        return UnitKind.ELLIPSIS, at + 3
    return UnitKind.MARK, at + 1


def _has_letter_changed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands there whose first letter is in brackets: "[W]e"."""
    four = tokens[at : at + 4]
    if len(four) <= _LETTER_CHANGED or (four[0].text, four[2].text) != ("[", "]") or len(four[1].text) > 1:
        return False
    return four[1].kind is four[3].kind is TokenKind.WORD and four[3].start == four[2].end


def _cut(text: str, tokens: Sequence[Token], start: int, end: int) -> int:
    """The first of the marks between two hearts that leans on the later one."""
    return next((at for at in range(start, end) if _opens(text, tokens, at)), end)


def _opens(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the mark leans on what follows: it can open, and a blank stands before it but not after."""
    mark = tokens[at]
    if mark.text not in _OPENING or text[mark.end : mark.end + 1].isspace():
        return False
    before = text[mark.start - 1 : mark.start]
    return tokens[at - 1].end != mark.start or not (before.isalnum() or before in ".,;:!?…")


def _split(
    text: str, tokens: Sequence[Token], heart: _Heart, reach: tuple[int, int], where: tuple[int, int]
) -> Iterator[Unit]:
    """The units of one written word: one, or host and contracted ending."""
    start, end = tokens[heart.first].start, tokens[heart.last - 1].end
    lead_start = min(start, tokens[reach[0]].start)
    trail_end = max(end, tokens[reach[1] - 1].end)
    marks = _marks(tokens[reach[0] : heart.first]), _marks(tokens[heart.last : reach[1]])
    parts = _parts(start, text[start:end], heart.kind)
    for index, (at, after, key) in enumerate(parts):
        first, last = index == 0, index == len(parts) - 1
        yield Unit(
            heart.kind,
            heart.kind is UnitKind.WORD,
            heart.kind is UnitKind.WORD and key not in FUNCTION_WORDS,
            key,
            _shape(text[at:after]),
            marks[0] if first else "",
            marks[1] if last else "",
            (),
            lead_start if first else at,
            at,
            after,
            trail_end if last else after,
            *where,
        )


def _parts(start: int, text: str, kind: UnitKind) -> list[tuple[int, int, str]]:
    """Start, end and key of each unit of a written word."""
    end = start + len(text)
    if kind is not UnitKind.WORD:
        return [(start, end, fold(text))]
    if text.startswith("["):
        text = text[1] + text[3:]
    word = fold(text)
    if word == "cannot":
        return [(start, start + 3, "can"), (start + 3, end, "not")]
    halves = split_clitic(word) if len(word) == len(text) else None
    if halves is None:
        return [(start, end, word)]
    cut = end - len(halves[1])
    return [(start, cut, halves[0]), (cut, end, halves[1])]


_SHAPES = str.maketrans(dict.fromkeys("’ʼ＇‘", "'") | dict.fromkeys("‐‑", "-"))
_MARK_SHAPES = str.maketrans(_QUOTES | _LONG_DASHES)


def _shape(text: str) -> str:
    """A word or bracket with apostrophes and hyphens of one shape, blanks of one kind."""
    return " ".join(text.translate(_SHAPES).split())


def _marks(tokens: Sequence[Token]) -> str:
    """Marks with quotation marks of one shape and dashes of one length."""
    return (
        "".join(token.text.translate(_MARK_SHAPES) for token in tokens).replace("--", "-").replace('""', '"')
    )
