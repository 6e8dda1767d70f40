"""Cuts reports into checkable units: sentences and clauses, in the words of the report.

The contents of statements come first: each is cut into its sentences, and a
sentence that a cue parts is put together again.  What statements leave of a
sentence is the report's own.  Either is cut into clauses (`clauses`).  What
nobody could check makes no unit: questions, greetings, fragments without a
verb outside of headlines, the mere act of saying.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rashomon.corroboration.byplace import SpansByPlace, StatementsByPlace
from rashomon.corroboration.clauses import clauses, relatives, stands_alone
from rashomon.corroboration.cuebound import cue_bound
from rashomon.corroboration.units import Unit
from rashomon.corroboration.verbs import first_verb, is_finite, is_participle
from rashomon.language.asides import unbroken
from rashomon.language.functionwords import AUXILIARIES, CONJUNCTIONS, SUBORDINATORS
from rashomon.language.quotemarks import MARKS, find_quotations
from rashomon.language.sentences import sentences
from rashomon.language.signatures import signatures
from rashomon.language.tokens import Token, TokenKind, Tokens
from rashomon.language.wordforms import FUNCTION_WORDS
from rashomon.model import (
    Article,
    BlockKind,
    Dossier,
    Mode,
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
_FEWEST = 3
_SENTENCE = 6
_EDGES = " \t\n\r\u00a0,;:–—-" + "".join(MARKS) + "`"
_LEADING = frozenset("with as while though although".split())
"""What stands behind a comma and leads to who is told to say something else."""
_OPENERS = frozenset("and but or nor however meanwhile so yet then".split())


@dataclass(frozen=True, slots=True)
class _Sheet:
    """An article with what its sentences are cut by."""

    article: Article
    tokens: Tokens
    quoted: tuple[Span, ...]
    nested: tuple[Span, ...]
    statements: tuple[Statement, ...]
    moments: tuple[Moment, ...]
    utterance_of: Mapping[str, str]
    found: dict[str, Unit] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.article.text

    def nested_in(self, place: Span) -> list[Span]:
        """The quotations inside of others that stand here."""
        first = bisect_left(self.nested, place.start, key=lambda span: span.start)
        last = bisect_left(self.nested, place.end, lo=first, key=lambda span: span.start)
        return [span for span in self.nested[first:last] if place.contains(span)]


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
        quoted=tuple(span for q in quotations if q.parent is None for span in q.spans),
        nested=tuple(span for q in quotations if q.parent is not None for span in q.spans),
        statements=tuple(statements),
        moments=tuple(m for m in moments if m.span is not None),
        utterance_of=utterance_of,
    )
    in_sentences = StatementsByPlace(sheet.statements)
    quoted = SpansByPlace(sheet.quoted)
    previous: Span | None = None
    for block in blocks:
        cut = sentences(article.text, block.span, quoted.within(block.span))
        for at, sentence in enumerate(cut):
            around = Span(cut[max(0, at - 1)].start, cut[min(at + 1, len(cut) - 1)].end)
            place = _Place(block.kind, sentence, around, previous)
            _cut(sheet, place, in_sentences.within(sentence))
            previous = sentence
    return sorted(sheet.found.values(), key=lambda unit: unit.wording.spans)


class _Place(NamedTuple):
    """A sentence, the kind of its block, the sentence with its neighbours, and the one before."""

    kind: BlockKind
    sentence: Span
    around: Span
    previous: Span | None


def _cut(sheet: _Sheet, place: _Place, statements: Sequence[Statement]) -> None:
    """The units of one sentence.

    A content that is no clause ("called it “a farce”", "promised to resign") is left in its sentence.
    """
    sentence = place.sentence
    taken: list[Span] = []
    bare: list[Statement] = []
    for statement in sorted(statements, key=lambda s: _surest(s, sentence)):
        content = [piece for span in statement.content if (piece := span.intersection(sentence))]
        free = [left for piece in content for left in subtract(piece, taken)]
        if sum(map(len, free)) * 2 < sum(map(len, content)):
            continue
        inner = list(_sentences(sheet, free))
        if len(inner) == 1 and _asks(sheet.text, inner[0][-1]):
            taken += [*free, *_parts(statement)]
            continue
        quoted = statement.mode is Mode.DIRECT
        if len(inner) == 1 and (
            not _is_clause(sheet, inner[0], quoted=quoted)
            or _governs(sheet, statement, quoted=quoted)
            or cue_bound(sheet.tokens, statement)
        ):
            bare.append(statement)
            continue
        for spans in inner:
            _add(sheet, place, spans, [statement])
        taken += [*free, *_parts(statement)]
    for told in _of_sources(sheet, statements, taken):
        _add(sheet, place, told, [])
    for piece in subtract(sentence, taken):
        own = _before_what_leads(sheet, piece) if taken and piece.end < sentence.end else piece
        if not taken or _own(sheet, sentence, own):
            _add(sheet, place, [own], bare)


def _of_sources(
    sheet: _Sheet, statements: Sequence[Statement], taken: Sequence[Span]
) -> Iterator[list[Span]]:
    """What relative clauses tell of those who speak: "said Quill, who lost a leg in May"."""
    named = {s.source.span for s in statements if s.source is not None and s.source.span is not None}
    for source in sorted(named & set(taken)):
        yield from relatives(sheet.tokens, source)


def _surest(statement: Statement, sentence: Span) -> tuple[bool, int, tuple[Span, ...]]:
    """The certain ones first, and of these the longest: others may stand inside of it."""
    length = sum(len(piece) for span in statement.content if (piece := span.intersection(sentence)))
    return statement.evidence.uncertain, -length, statement.content


def _is_clause(sheet: _Sheet, content: Sequence[Span], *, quoted: bool) -> bool:
    """Whether a content says something.

    What goes on with an infinitive hangs on its cue, as does what has its verb in the cue
    ("He · was accused of · fraud").
    """
    if any(sheet.tokens.within(span)[0].low == "to" for span in content):
        return False
    if len(content) > 1 and not quoted and first_verb(sheet.tokens.within(content[0])) is None:
        return False
    return stands_alone(sheet.tokens, _trimmed(sheet, content))


def _governs(sheet: _Sheet, statement: Statement, *, quoted: bool) -> bool:
    """Whether the content is the subject of its cue ("Tolls · rose"); what was said has a mark there."""
    if quoted or not statement.cue or not statement.content:
        return False
    last, cue = statement.content[-1], statement.cue[0]
    if statement.source is None and sheet.tokens.within(cue)[0].low in AUXILIARIES:
        return last.end <= cue.start  # “Neither of them -- Holt and Rask -- · were charged”
    between = sheet.text[last.end : cue.start]
    return last.end < cue.start and between.isspace() and last.of(sheet.text)[-1:].isalnum()


def _before_what_leads(sheet: _Sheet, piece: Span) -> Span:
    """The piece without what leads to the cue behind it: "The toll stays, with the mayor · saying ..."."""
    words = sheet.tokens.within(piece)
    marks = [at for at, word in enumerate(words) if word.kind is TokenKind.MARK]
    if not marks or marks[-1] + 1 >= len(words) or words[marks[-1] + 1].low not in _LEADING:
        return piece
    return Span(piece.start, words[marks[-1]].end)


def _parts(statement: Statement) -> Iterator[Span]:
    yield from statement.cue
    if statement.source is not None and statement.source.span is not None:
        yield statement.source.span


def _sentences(sheet: _Sheet, content: Sequence[Span]) -> Iterator[list[Span]]:
    """The sentences of a content; one that a cue parts is one."""
    open_: list[Span] = []
    for span in content:
        for piece in sentences(sheet.text, span, sheet.nested_in(span)):
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


def _own(sheet: _Sheet, sentence: Span, piece: Span) -> bool:
    """Whether what statements leave of a sentence says something by itself.

    It does not where it runs into a cue or a source without a mark or a conjunction between.
    """
    words = sheet.tokens.within(piece)
    if not words or (words[0].low in SUBORDINATORS and piece.start > sentence.start):
        return False
    begins = piece.start == sentence.start or _parts_clauses(words[0])
    ends = piece.end == sentence.end or _parts_clauses(words[-1])
    return begins and ends and stands_alone(sheet.tokens, _trimmed(sheet, [piece]))


def _parts_clauses(word: Token) -> bool:
    return word.kind is TokenKind.MARK or word.low in CONJUNCTIONS


def _trimmed(sheet: _Sheet, spans: Sequence[Span], *, said: bool = True) -> list[Span]:
    """The words without marks and conjunctions at either end, nor *that* before what was said."""
    words = [token for span in spans for token in sheet.tokens.within(span)]
    openers = _OPENERS | {"that"} if said else _OPENERS  # lower case only: “That fire” is a subject
    first, last = 0, len(words)
    while first < last and (
        _edge(words[first]) or (words[first].low in openers and words[first].text != "That")
    ):
        first += 1
    while last > first and (_edge(words[last - 1]) or words[last - 1].low in CONJUNCTIONS):
        last -= 1
    if first == last:
        return []
    start, end = words[first].start, _closed(sheet.text, words[first].start, words[last - 1].end)
    kept = [Span(max(s.start, start), min(s.end, end)) for s in spans if s.end > start and s.start < end]
    return [piece for span in kept if (piece := _unmarked(sheet, span, start, end))]


def _unmarked(sheet: _Sheet, span: Span, start: int, end: int) -> Span:
    """The span without marks at the edges where a cue was taken out.

    `start` and `end` are those of the whole, and stay.
    """
    words = sheet.tokens.within(span)
    first, last = 0, len(words)
    while span.start != start and first < last and _edge(words[first]):
        first += 1
    while span.end != end and last > first and _edge(words[last - 1]):
        last -= 1
    if first == last:
        return Span(span.start, span.start)
    return Span(words[first].start, span.end if last == len(words) else words[last - 1].end)


def _edge(word: Token) -> bool:
    return word.kind is TokenKind.MARK and not word.text.strip(_EDGES)


def _closed(text: str, start: int, end: int) -> int:
    """The end, moved behind a quotation mark if that closes what stands open."""
    mark = text[end : end + 1]
    opened = {"”": "“", "’": "‘", '"': '"'}.get(mark)
    if opened is None:
        return end
    inside = text[start:end]
    odd = inside.count(mark) % 2 if opened == mark else inside.count(opened) > inside.count(mark)
    return end + 1 if odd else end


def _add(sheet: _Sheet, place: _Place, spans: Sequence[Span], tellers: Sequence[Statement]) -> None:
    """The clauses among these words become units, each told by the first statement that has words in it."""
    trimmed = _trimmed(sheet, spans, said=bool(tellers))
    if not trimmed or _asks(sheet.text, trimmed[-1]):
        return
    for clause in clauses(sheet.tokens, trimmed):
        if not _checkable(sheet, place, clause) or _signs(sheet, place, clause):
            continue
        told = (s for s in tellers if any(a.overlaps(b) for a in s.content for b in clause))
        spans = tuple(part for span in merge(clause) for part in unbroken(sheet.text, span))
        unit = _unit(sheet, place, spans, next(told, None))
        sheet.found.setdefault(unit.wording.id, unit)


def _checkable(sheet: _Sheet, place: _Place, clause: Sequence[Span]) -> bool:
    """Whether there is something to check: words of content, and a verb.

    Headlines need none, nor do whole sentences of some length, whose verb may just not be known.
    """
    words = [token for span in clause for token in sheet.tokens.within(span)]
    if len(words) < _FEWEST or all(w.kind is TokenKind.MARK or w.low in FUNCTION_WORDS for w in words):
        return False
    if first_verb(words) is not None or is_finite(words, 0) or any(map(is_participle, words)):
        return True
    whole = place.kind is BlockKind.PARAGRAPH and list(clause) == [place.sentence]
    return place.kind in _TERSE or (whole and len(words) >= _SENTENCE)


def _signs(sheet: _Sheet, place: _Place, clause: Sequence[Span]) -> bool:
    """Whether the words stand in the signature of a post."""
    return any(sign.contains(clause[0]) for sign, _ in signatures(sheet.text, place.sentence))


def _asks(text: str, last: Span) -> bool:
    """Whether a question mark ends the words."""
    return last.of(text).rstrip(_EDGES).endswith("?")


def _unit(sheet: _Sheet, place: _Place, spans: tuple[Span, ...], statement: Statement | None) -> Unit:
    told = statement.id if statement else None
    return Unit(
        wording=Wording(article=sheet.article.id, spans=spans, statement=told),
        article=sheet.article,
        sentence=place.sentence,
        around=place.around,
        previous=place.previous,
        statement=statement,
        moments=tuple(
            m for m in sheet.moments if m.span is not None and any(s.overlaps(m.span) for s in spans)
        ),
        utterance=sheet.utterance_of.get(told) if told else None,
    )
