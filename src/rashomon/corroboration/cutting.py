"""Cuts reports into checkable units: sentences and clauses, in the words of the report.

The contents of statements come first: each is cut into its sentences, and a
sentence that a cue parts is put together again.  What statements leave of a
sentence is the report's own.  Either is cut into clauses (`clauses`).  What
nobody could check makes no unit: questions, greetings, fragments without a
verb outside of headlines, the mere act of saying.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.corroboration.clauses import clauses, has_verb, lasting
from rashomon.corroboration.units import Unit
from rashomon.language.quotemarks import MARKS, find_quotations
from rashomon.language.sentences import sentences
from rashomon.language.tokens import Tokens
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Dossier,
    Moment,
    Span,
    Statement,
    Wording,
    merge,
    subtract,
)

__all__ = ["CUT", "LANGUAGES", "units_of"]

CUT = (BlockKind.HEADLINE, BlockKind.DECK, BlockKind.PARAGRAPH, BlockKind.CAPTION)
"""The blocks that make claims; of a caption only what has a verb."""

LANGUAGES = frozenset(["en", "und"])
"""The languages that are cut; an article in another one has no units."""

_TERSE = frozenset([BlockKind.HEADLINE, BlockKind.DECK])
_EDGES = " \t\n\r\u00a0,;:–—-" + "".join(MARKS) + "`"
_OPENERS = ("that", "and", "but", "however", "meanwhile", "so")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """An article with what its sentences are cut by."""

    article: Article
    tokens: Tokens
    quoted: tuple[Span, ...]
    statements: tuple[Statement, ...]
    moments: tuple[Moment, ...]
    utterance_of: Mapping[str, str]
    found: dict[str, Unit] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.article.text


def units_of(dossier: Dossier) -> tuple[Unit, ...]:
    """The units of all reports, in the order of the dossier and of the texts; each place once."""
    utterance_of = {s: utterance.id for utterance in dossier.utterances for s in utterance.statements}
    statements = _by_article(dossier.statements)
    moments: dict[str, list[Moment]] = {}
    for moment in dossier.timeline:
        moments.setdefault(moment.article, []).append(moment)
    out: list[Unit] = []
    for article in dossier.articles:
        if article.language in LANGUAGES:
            out += _units(article, statements.get(article.id, []), moments.get(article.id, []), utterance_of)
    return tuple(out)


def _by_article(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Outermost statements; what is quoted inside of one belongs to its content."""
    out: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.parent is None:
            out.setdefault(statement.article, []).append(statement)
    return out


def _units(
    article: Article,
    statements: Sequence[Statement],
    moments: Sequence[Moment],
    utterance_of: Mapping[str, str],
) -> list[Unit]:
    blocks = list(article.of_kind(*CUT))
    quotations = find_quotations(article.text, [block.span for block in blocks])
    sheet = _Sheet(
        article=article,
        tokens=Tokens(article.text),
        quoted=tuple(q.spans[0] for q in quotations if q.parent is None),
        statements=tuple(sorted(statements, key=_surest)),
        moments=tuple(m for m in moments if m.span is not None),
        utterance_of=utterance_of,
    )
    in_sentences = _Places(sheet.statements)
    quoted = _Spans(sheet.quoted)
    for block in blocks:
        for sentence in sentences(article.text, block.span, quoted.within(block.span)):
            _cut(sheet, block, sentence, in_sentences.within(sentence))
    return sorted(sheet.found.values(), key=lambda unit: unit.wording.spans)


def _surest(statement: Statement) -> tuple[bool, float, tuple[Span, ...]]:
    return statement.evidence.uncertain, -statement.evidence.score, statement.content


class _Spans:
    """Spans in order, looked up by place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._at = 0

    def within(self, place: Span) -> list[Span]:
        """Those that overlap `place`; places are asked for in the order of the text."""
        while self._at < len(self._spans) and self._spans[self._at].end <= place.start:
            self._at += 1
        out = []
        for span in self._spans[self._at :]:
            if span.start >= place.end:
                break
            out.append(span)
        return out


class _Places:
    """Which statements have content in a stretch of the text."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._rank = {statement.id: rank for rank, statement in enumerate(statements)}
        self._at = {statement.id: statement for statement in statements}
        pairs = [(span, s.id) for s in statements for span in s.content]
        self._pairs = sorted(pairs)
        self._first = 0

    def within(self, place: Span) -> list[Statement]:
        """The statements, the surest first; places are asked for in the order of the text."""
        while self._first < len(self._pairs) and self._pairs[self._first][0].end <= place.start:
            self._first += 1
        ids = set()
        for span, id_ in self._pairs[self._first :]:
            if span.start >= place.end:
                break
            ids.add(id_)
        return [self._at[id_] for id_ in sorted(ids, key=self._rank.__getitem__)]


def _cut(sheet: _Sheet, block: Block, sentence: Span, statements: Sequence[Statement]) -> None:
    """The units of one sentence."""
    taken: list[Span] = []
    for statement in statements:
        content = [piece for span in statement.content if (piece := span.intersection(sentence))]
        free = [left for piece in content for left in subtract(piece, taken)]
        if sum(map(len, free)) * 2 < sum(map(len, content)):
            continue
        for spans, whole in _said(sheet, statement, free, sentence):
            _add(sheet, block, sentence, spans, statement)
            taken += whole
        taken += [*free, *_parts(statement)]
    for piece in subtract(sentence, taken):
        if not taken or _stands_alone(sheet, piece):
            _add(sheet, block, sentence, [piece], None)


def _parts(statement: Statement) -> Iterator[Span]:
    yield from statement.cue
    if statement.source is not None and statement.source.span is not None:
        yield statement.source.span


def _said(
    sheet: _Sheet, statement: Statement, content: Sequence[Span], sentence: Span
) -> Iterator[tuple[list[Span], list[Span]]]:
    """The sentences of a content, each with all that it takes up.

    Where the content is no clause ("called it “a farce”", "promised to resign"), the words that
    lead to it are part of what can be checked.
    """
    inner = list(_sentences(sheet, content))
    if len(inner) == 1 and not lasting(sheet.tokens, inner[0]):
        spans = [span for span in (*content, *_parts(statement)) if sentence.contains(span)]
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        yield [whole], [whole]
        return
    for spans in inner:
        yield spans, []


def _sentences(sheet: _Sheet, content: Sequence[Span]) -> Iterator[list[Span]]:
    """The sentences of a content; one that a cue parts is one."""
    open_: list[Span] = []
    for span in content:
        for piece in sentences(sheet.text, span):
            if open_ and not _ended(sheet.text, open_[-1]):
                open_.append(piece)
                continue
            if open_:
                yield open_
            open_ = [piece]
    if open_:
        yield open_


def _ended(text: str, span: Span) -> bool:
    return span.of(text).rstrip("".join(MARKS) + " ").endswith((".", "!", "?", "…"))


def _stands_alone(sheet: _Sheet, piece: Span) -> bool:
    """Whether what statements leave of a sentence says something by itself."""
    return lasting(sheet.tokens, [_trimmed(sheet, piece)])


def _trimmed(sheet: _Sheet, span: Span) -> Span:
    """The span without marks and opening words at its edges."""
    words = [
        token for token in sheet.tokens.within(span) if token.text.strip(_EDGES) or token.text in ("(", ")")
    ]
    while words and words[0].low in _OPENERS:
        words = words[1:]
    return Span(words[0].start, words[-1].end) if words else Span(span.start, span.start)


def _add(
    sheet: _Sheet, block: Block, sentence: Span, spans: Sequence[Span], statement: Statement | None
) -> None:
    """The clauses among these words become units."""
    trimmed = [piece for span in spans if (piece := _trimmed(sheet, span))]
    if not trimmed or _asks(sheet.text, trimmed[-1], sentence):
        return
    for clause in clauses(sheet.tokens, trimmed):
        if block.kind not in _TERSE and not has_verb(sheet.tokens, clause):
            continue
        unit = _unit(sheet, sentence, merge(clause), statement)
        sheet.found.setdefault(unit.wording.id, unit)


def _asks(text: str, last: Span, sentence: Span) -> bool:
    """Whether a question mark ends the words."""
    return text[last.end - 1 : min(last.end + 2, sentence.end)].strip(_EDGES).startswith("?")


def _unit(sheet: _Sheet, sentence: Span, spans: tuple[Span, ...], statement: Statement | None) -> Unit:
    told = statement.id if statement else None
    return Unit(
        wording=Wording(article=sheet.article.id, spans=spans, statement=told),
        article=sheet.article,
        sentence=sentence,
        statement=statement,
        moments=tuple(
            m for m in sheet.moments if m.span is not None and any(s.overlaps(m.span) for s in spans)
        ),
        utterance=sheet.utterance_of.get(told) if told else None,
    )
