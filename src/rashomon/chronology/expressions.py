"""Finds expressions of time in a sentence: the longest parse from the left, if its surroundings allow it.

A quick expression tells whether a sentence can hold any; the grammar then reads
it from each word on, and the longest reading wins.  `refused` knows the
look-alikes: durations (“for three days”), repeated times (“every Tuesday”),
titles (“Sunday Morning Pages”), figures that are no years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.chronology.events import event_words
from rashomon.chronology.grammar import Chart, Grammar
from rashomon.chronology.lookalikes import refused
from rashomon.chronology.phrases import PHRASES
from rashomon.chronology.pieces import PIECES
from rashomon.chronology.readings import Reading, Shift, Vague
from rashomon.chronology.words import Word, words_of
from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.model import Span

__all__ = ["Expression", "expressions_in", "read_as", "rules"]

_GRAMMAR = Grammar((*PIECES, *PHRASES))

_HINTS = (
    "today tonight yesterday tomorrow overnight ago earlier later before after previous previously "
    "following now currently nowadays presently recent recently lately noon midnight dawn dusk o'clock "
    "halloween christmas valentine jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu "
    "thur thurs fri sat sun spring summer autumn fall winter past future coming moment minute minutes "
    "hour hours second day days night morning evening afternoon week weeks weekend weekends fortnight "
    "month months quarter year years decade decades century centuries nineteen twenty thousand twenties "
    "thirties forties fifties sixties seventies eighties nineties independence veterans eve"
)
_HINT = re.compile(
    rf"\b(?:\d{{4}}s?|\d\d?[:.]\d\d|\d\d?\ ?[ap]\.?m\b|['’‘]\d0s|{'|'.join([*WEEKDAYS, *MONTHS])}"
    rf"|{'|'.join(sorted(_HINTS.split()))})\b|['’‘]\d0s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Words for a time: where they stand, what they say, by which rule.

    `first` and `after` are the numbers of its words in the sentence, for who looks around it.
    """

    span: Span
    reading: Reading
    rule: str
    first: int
    after: int


def rules() -> frozenset[str]:
    """Every label that an expression can have."""
    return _GRAMMAR.rules


def expressions_in(text: str, sentence: Span) -> tuple[Sequence[Word], tuple[Expression, ...]]:
    """The words of the sentence and the expressions in it, in order and disjoint.

    >>> text = "The court ruled on Oct. 7, two weeks ago, for three days."
    >>> [(e.span.of(text), e.rule) for e in expressions_in(text, Span(0, len(text)))[1]]
    [('Oct. 7', 'day of a month'), ('two weeks ago', 'ago')]
    """
    if _HINT.search(text, sentence.start, sentence.end) is None:
        return (), ()
    words = words_of(text, sentence.start, sentence.end)
    return words, tuple(_scan(words))


def read_as(text: str, sentence: Span, span: Span) -> Expression | None:
    """What exactly these words say, whatever stands around them; None where they are no expression."""
    words = words_of(text, sentence.start, sentence.end)
    inside = [at for at, word in enumerate(words) if span.start <= word.start and word.end <= span.end]
    if not inside:
        return None
    chart = Chart(_GRAMMAR, words)
    after = inside[-1] + 1
    for first in inside:
        if first > inside[0] and words[first - 1].low not in ("the", "just", "only", "in", "on", "at", "of"):
            break
        for end, reading, rule in chart.parses("time", first):
            if end == after:
                return _expression(words, first, after, reading, rule)
    return None


def _scan(words: Sequence[Word]) -> Iterator[Expression]:
    chart = Chart(_GRAMMAR, words)
    after = 0
    for at in _places(chart):
        if at < after:
            continue
        found = _longest(chart, at)
        if found is not None:
            yield found
            after = found.after


def _places(chart: Chart) -> list[int]:
    """The words at which an expression may begin: those just before or at one that hints at a time."""
    places: list[int] = []
    reach = 0
    for at in range(len(chart.words) - 1, -1, -1):
        reach = _AHEAD if _TELLING.intersection(chart.keys[at]) else reach - 1
        if reach > 0:
            places.append(at)
    return places[::-1]


_AHEAD = 8  # words of an expression before the first that is of times only
_TELLING = frozenset(
    ["MONTH", "SHORTMONTH", "WEEKDAY", "UNIT", "UNITS", "SEASON", "DAYPART", "DECADE", "HALF", "FOUR", "TWO"]
) | frozenset(_HINTS.split())


def _longest(chart: Chart, at: int) -> Expression | None:
    """The longest expression that begins here and that nothing around it speaks against."""
    words = chart.words
    from_events = [_from_event(words, at, *parse) for parse in chart.parses("event", at)]
    others = [_expression(words, at, *parse) for parse in chart.parses("time", at)]
    ways = [way for way in (*from_events, *others) if way is not None]
    for way in sorted(ways, key=lambda way: -way.after):
        if not refused(words, way.first, way.after, way.reading, way.rule):
            return way
    return None


def _expression(words: Sequence[Word], first: int, after: int, reading: Reading, rule: str) -> Expression:
    span = Span(words[first].start, words[after - 1].end)
    told = reading.when if isinstance(reading, Vague) else rule
    return Expression(span=span, reading=reading, rule=told, first=first, after=after)


def _from_event(
    words: Sequence[Word], first: int, after: int, reading: Shift, rule: str
) -> Expression | None:
    """With the words of the event behind it; None where there are none."""
    end = event_words(words, after)
    if end is None:
        return None
    event = Span(words[after].start, words[end - 1].end)
    return _expression(words, first, end, replace(reading, event=event), rule)
