"""The words of a statement as collation sees them.

A unit is one word, a contracted ending ("’s" of "who’s"), a bracketed
insertion or an ellipsis, with the marks that lean on it before and after, so
that words are aligned with words and marks only ride along.  The outermost
quotation marks are not part of the words; of a statement that is quoted in
part only the quoted pieces are.  Every other non-blank code point of the
pieces lies in exactly one unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rashomon.collation.quoted import quoted_pieces, without_marks
from rashomon.language.tokens import Token, TokenKind, fold, tokenize
from rashomon.language.wordforms import FUNCTION_WORDS, split_clitic
from rashomon.model import Article, Mode, Span, Statement

__all__ = ["Passage", "Unit", "UnitKind", "passage_of", "text_of", "told_of"]

_BRACKETS = {"[": "]", "(": ")"}
_LONGEST_BRACKET = 40
_OPENING = frozenset("“‘„«‹\"'`([{¿¡$£€¥#@")
_QUOTES = dict.fromkeys("“”„«»\"‘’‹›'`", '"')
_DASHES = dict.fromkeys("–—", "-")
_SENTENCE_END = frozenset(".?!…")


class UnitKind(StrEnum):
    """What stands at the heart of a unit."""

    WORD = "word"
    BRACKET = "bracket"
    ELLIPSIS = "ellipsis"
    MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One word with the marks that lean on it.

    Attributes:
        key: the folded word, for aligning ("not" for the ending of "can’t").
        text: the heart as it stands, for telling readings apart.
        lead: marks before it, empty at its start if there are none; `trail` likewise after it.
        is_speech: whether it is a spoken word, not editorial matter.
        is_content: whether it is a spoken word that carries meaning by itself.
        piece: which piece of the content it stands in.
        word: number of the written word it is part of; contracted endings share their host's.
    """

    kind: UnitKind
    is_speech: bool
    is_content: bool
    key: str
    text: str
    lead: Span
    core: Span
    trail: Span
    lead_marks: str
    trail_marks: str
    piece: int
    word: int

    @property
    def span(self) -> Span:
        """The unit with its marks."""
        return Span(self.lead.start, self.trail.end)

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence can end here."""
        return not _SENTENCE_END.isdisjoint(self.trail_marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The words of one statement, or the part of them that bears on one utterance."""

    statement: Statement
    text: str
    units: tuple[Unit, ...]

    @property
    def place(self) -> tuple[str, int, str]:
        """Where it stands: article, offset, statement; orders passages whatever the input order."""
        start = self.units[0].span.start if self.units else self.statement.content[0].start
        return self.statement.article, start, self.statement.id

    @property
    def speech(self) -> tuple[Unit, ...]:
        """The spoken words alone."""
        return tuple(unit for unit in self.units if unit.is_speech)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of the article it covers, one a piece of content."""
        ends: dict[int, Span] = {}
        for unit in self.units:
            first = ends.get(unit.piece, unit.span)
            ends[unit.piece] = Span(first.start, unit.span.end)
        return tuple(ends.values())


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
    return Passage(statement=statement, text=article.text, units=tuple(units))


def text_of(text: str, spans: Sequence[Span]) -> str:
    """The words at these spans, verbatim, joined by a blank."""
    return " ".join(span.of(text) for span in spans)


@dataclass(slots=True)
class _Heart:
    """Tokens that will become one written word, bracket or ellipsis, and the marks around it."""

    kind: UnitKind
    first: int
    last: int
    lead: int
    trail: int


def _units(text: str, piece: Span, number: int, words: int) -> Iterator[Unit]:
    tokens = tokenize(text, piece)
    for count, heart in enumerate(_lean(text, tokens, list(_hearts(tokens)))):
        yield from _split(text, tokens, heart, number, words + count)


def _hearts(tokens: Sequence[Token]) -> Iterator[_Heart]:
    """Words, brackets and ellipses in order, each over its tokens, marks still unassigned."""
    at = 0
    while at < len(tokens):
        kind, end = _heart_at(tokens, at)
        if kind is not UnitKind.MARK:
            yield _Heart(kind, at, end, at, end)
        at = end


def _heart_at(tokens: Sequence[Token], at: int) -> tuple[UnitKind, int]:
    token = tokens[at]
    if token.kind is not TokenKind.MARK:
        return UnitKind.WORD, at + 1
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


def _lean(text: str, tokens: Sequence[Token], hearts: list[_Heart]) -> list[_Heart]:
    """The same hearts, each with the marks that lean on it; a piece of marks alone is one heart."""
    if not hearts:
        return [_Heart(UnitKind.MARK, 0, len(tokens), 0, len(tokens))] if tokens else []
    hearts[0].lead = 0
    for before, after in pairwise(hearts):
        cut = before.last
        while cut < after.first and not _opens(text, tokens, cut):
            cut += 1
        before.trail, after.lead = cut, cut
    hearts[-1].trail = len(tokens)
    return hearts


def _opens(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the mark leans on what follows: it can open, and a blank stands before it but not after."""
    start, end = tokens[at].span
    before = text[start - 1 : start]
    glued = tokens[at - 1].span.end == start and (before.isalnum() or before in ".,;:!?…")
    return tokens[at].text in _OPENING and not glued and not text[end : end + 1].isspace()


def _split(text: str, tokens: Sequence[Token], heart: _Heart, piece: int, word: int) -> Iterator[Unit]:
    """The units of one written word: one, or host and contracted ending."""
    core = Span(tokens[heart.first].span.start, tokens[heart.last - 1].span.end)
    lead = Span(min(core.start, tokens[heart.lead].span.start), core.start)
    trail = Span(core.end, max(core.end, tokens[heart.trail - 1].span.end))
    marks = _marks(tokens[heart.lead : heart.first]), _marks(tokens[heart.last : heart.trail])
    parts = _parts(core, core.of(text), heart.kind)
    for index, (span, key) in enumerate(parts):
        first, last = index == 0, index == len(parts) - 1
        yield Unit(
            kind=heart.kind,
            is_speech=heart.kind is UnitKind.WORD,
            is_content=heart.kind is UnitKind.WORD and key not in FUNCTION_WORDS,
            key=key,
            text=_shape(span.of(text)),
            lead=lead if first else Span(span.start, span.start),
            core=span,
            trail=trail if last else Span(span.end, span.end),
            lead_marks=marks[0] if first else "",
            trail_marks=marks[1] if last else "",
            piece=piece,
            word=word,
        )


def _parts(core: Span, text: str, kind: UnitKind) -> list[tuple[Span, str]]:
    word = fold(text)
    if kind is not UnitKind.WORD:
        return [(core, word)]
    if word == "cannot":
        return [(Span(core.start, core.start + 3), "can"), (Span(core.start + 3, core.end), "not")]
    halves = split_clitic(word) if len(word) == len(text) else None
    if halves is None:
        return [(core, word)]
    cut = core.end - len(halves[1])
    return [(Span(core.start, cut), halves[0]), (Span(cut, core.end), halves[1])]


_SHAPES = str.maketrans(dict.fromkeys("’ʼ＇‘", "'") | dict.fromkeys("‐‑", "-"))
_MARK_SHAPES = str.maketrans(_QUOTES | _DASHES)


def _shape(text: str) -> str:
    """A word or bracket with apostrophes and hyphens of one shape, blanks of one kind."""
    return " ".join(text.translate(_SHAPES).split())


def _marks(tokens: Sequence[Token]) -> str:
    """Marks with quotation marks of one shape and dashes of one length."""
    return (
        "".join(token.text.translate(_MARK_SHAPES) for token in tokens).replace("--", "-").replace('""', '"')
    )
