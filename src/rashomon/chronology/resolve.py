"""The entry of the room: every time that the reports tell of, resolved as far as the page allows.

For each report the expressions are found sentence by sentence (`expressions`)
and settled (`settle`) in the order of the text, so that a later one can count
from an earlier one; those counted from events come last, since the event may
be dated further down.  Nothing is guessed: without an anchor there is no value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.chronology.clauses import Clauses, Contents
from rashomon.chronology.events import head_noun, nouns_beside
from rashomon.chronology.expressions import Expression, expressions_in, read_as
from rashomon.chronology.lanes import Lanes
from rashomon.chronology.publication import dateline_span, published_moment, written
from rashomon.chronology.readings import Origin, Reading, Shift
from rashomon.chronology.settle import settle
from rashomon.chronology.situation import Found, Settled, Situation
from rashomon.chronology.tense import direction
from rashomon.chronology.words import Word, words_of
from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.language.sentences import sentences
from rashomon.model import Article, BlockKind, Granularity, Lane, Moment, Policy, Span, Statement

__all__ = ["resolve", "resolve_span"]

_READ = (BlockKind.KICKER, BlockKind.HEADLINE, BlockKind.DECK, BlockKind.SUBHEADING, BlockKind.PARAGRAPH,
         BlockKind.CAPTION)  # fmt: skip
_HEADS = (BlockKind.KICKER, BlockKind.HEADLINE)
_FINENESS = ("day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century")
_DAYS = (Granularity.MOMENT, Granularity.PART_OF_DAY)
_MEMORY = 8  # times told before that are looked at


def resolve(
    articles: Sequence[Article], statements: Sequence[Statement], policy: Policy
) -> tuple[Moment, ...]:
    """The moments of all articles, in the order of the articles and their texts; a publication comes first.

    Args:
        articles: the reports; each is resolved by itself.
        statements: what they give to others; a time in what was said dates that, and not the saying.
        policy: the thresholds.
    """
    of_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        of_article[statement.article].append(statement)
    return tuple(
        moment
        for article in articles
        for moment in _Reading(article, of_article[article.id], policy).moments()
    )


def resolve_span(
    article: Article, span: Span, statements: Sequence[Statement], policy: Policy
) -> Moment | None:
    """What exactly these words of the article come to; None where the grammar does not read them."""
    return _Reading(article, statements, policy).at(span)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """An expression in its sentence."""

    expression: Expression
    words: Sequence[Word]
    sentence: Span
    number: int
    clauses: Clauses
    headline: bool

    @property
    def quoted(self) -> bool:
        """Whether it stands in what somebody else said."""
        return self.clauses.quoted(self.expression.span)


class _Reading:
    """One article being read."""

    def __init__(self, article: Article, statements: Sequence[Statement], policy: Policy) -> None:
        self._article = article
        self._statements = statements
        self._policy = policy
        self._written, self._anchor = written(article)
        self._dateline = dateline_span(article)
        self._lanes = Lanes(article.text, statements)
        self._settled: dict[Span, Settled] = {}
        self._earlier: list[tuple[_Told, Settled]] = []
        self._nouns: dict[str, list[Found]] = defaultdict(list)

    def moments(self) -> Iterator[Moment]:
        """The publication, then every time told, in the order of the text."""
        published = published_moment(self._article)
        if published is not None:
            yield published
        told = list(self._told())
        for one in told:
            if not _from_event(one.expression.reading):
                self._note(one, self._settle(one))
        for one in told:
            if _from_event(one.expression.reading):
                self._settled[one.expression.span] = self._settle(one)
        shown = None if published is None else published.span
        for one in told:
            if one.expression.span != shown:
                yield self._moment(one, self._settled[one.expression.span])

    def at(self, span: Span) -> Moment | None:
        """What these words come to, after all that stands before them."""
        for one in self._told():
            if one.expression.span == span:
                return self._moment(one, self._settle(one))
            if one.expression.span.start >= span.start:
                break
            if not _from_event(one.expression.reading):
                self._note(one, self._settle(one))
        found = ((at, *pair) for at, pair in enumerate(self._sentences()) if pair[0].overlaps(span))
        number, sentence, headline = next(found, (0, span, False))
        text = self._article.text
        expression = read_as(text, sentence, span)
        if expression is None:
            return None
        one = _Told(
            expression=expression,
            words=words_of(text, *sentence),
            sentence=sentence,
            number=number,
            clauses=Clauses(text, sentence, Contents(self._statements).within(sentence)),
            headline=headline,
        )
        return self._moment(one, self._settle(one))

    def _sentences(self) -> Iterator[tuple[Span, bool]]:
        """The sentences, and whether each stands in a headline."""
        for block in self._article.of_kind(*_READ):
            headline = block.kind in _HEADS
            for sentence in _joined(self._article.text, sentences(self._article.text, block.span)):
                yield sentence, headline

    def _told(self) -> Iterator[_Told]:
        contents = Contents(self._statements)
        text = self._article.text
        for number, (sentence, headline) in enumerate(self._sentences()):
            words, found = expressions_in(text, sentence)
            if not found:
                continue
            clauses = Clauses(text, sentence, contents.within(sentence))
            for expression in found:
                yield _Told(
                    expression=expression,
                    words=words,
                    sentence=sentence,
                    number=number,
                    clauses=clauses,
                    headline=headline,
                )

    # -- settling ------------------------------------------------------------------------------

    def _settle(self, one: _Told) -> Settled:
        expression = one.expression
        situation = Situation(
            written=self._written,
            anchor=self._anchor,
            ahead=direction(one.words, expression.first, expression.after, headline=one.headline),
            earlier=lambda unit: self._last_before(unit, one),
            opening=self._opening_year(one),
            dated=lambda event: self._dated(event, one),
            sure_days=self._policy.moment_year_sure,
            far_days=self._policy.moment_far,
            near_days=self._policy.moment_near,
            just_days=self._policy.moment_just,
            nearer=self._policy.moment_nearer,
        )
        return settle(expression.reading, situation)

    def _note(self, one: _Told, settled: Settled) -> None:
        """Remember a time, so that others can count from it."""
        span = one.expression.span
        self._settled[span] = settled
        if settled.period is None:
            return
        self._earlier = [*self._earlier[-_MEMORY:], (one, settled)]
        if settled.granularity is Granularity.DAY or settled.granularity in _DAYS:
            found = Found(period=settled.period, span=span, near=False)
            for noun in nouns_beside(one.words, one.expression.first, one.expression.after):
                self._nouns[noun].append(found)

    def _last_before(self, unit: str, one: _Told) -> Found | None:
        """The last time told by the same speaker in this sentence or the ones just before, no coarser."""
        fine = _FINENESS[: _FINENESS.index(unit) + 1]
        for told, settled in reversed(self._earlier):
            if one.number - told.number > self._policy.moment_reach:
                return None
            if settled.period is None or told.quoted != one.quoted:
                continue
            single = settled.granularity in _DAYS or settled.granularity.value in fine
            if single and (unit != "day" or settled.period.first == settled.period.last):
                near = told.number == one.number
                return Found(period=settled.period, span=told.expression.span, near=near)
        return None

    def _opening_year(self, one: _Told) -> Found | None:
        for told, settled in reversed(self._earlier):
            opens = told.number == one.number and told.expression.first <= 1
            if opens and settled.granularity is Granularity.YEAR and settled.period is not None:
                return Found(period=settled.period, span=told.expression.span, near=True)
        return None

    def _dated(self, event: Span, one: _Told) -> Found | None:
        """When the event was: the words are a time themselves, or one day is told beside its noun."""
        inner = read_as(self._article.text, event, event)
        if inner is not None and not _from_event(inner.reading):
            settled = self._settle(replace(one, expression=inner))
            if settled.period is not None:
                return Found(period=settled.period, span=event, near=True)
        noun = head_noun(words_of(self._article.text, *event))
        days = self._nouns.get(noun or "", [])
        return days[0] if days and len({found.period.value for found in days}) == 1 else None

    def _moment(self, one: _Told, settled: Settled) -> Moment:
        span = one.expression.span
        clause = one.clauses.around(span)
        return Moment(
            article=self._article.id,
            span=span,
            value=settled.value,
            granularity=settled.granularity,
            rule=one.expression.rule,
            anchor=settled.anchor,
            uncertain=settled.uncertain,
            lane=Lane.REPORTED if span == self._dateline else self._lanes.of(clause),
            of=clause,
            offset=settled.offset,
        )


def _joined(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    """The sentences, those put together again that were cut behind “p.m.” and before a day."""
    last: Span | None = None
    for piece in pieces:
        if last is not None and _HALF.search(text, last.start, last.end) and _DAY.match(text, piece.start):
            last = Span(last.start, piece.end)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


_HALF = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_DAY = re.compile(
    rf"(?:{'|'.join(name.capitalize() for name in (*WEEKDAYS, *MONTHS))}|Eastern|Pacific|Central|Mountain)\b"
    r"|(?:GMT|UTC|BST|[ECMP][DS]?T|CES?T)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
)


def _from_event(reading: Reading) -> bool:
    return isinstance(reading, Shift) and reading.origin is Origin.EVENT
