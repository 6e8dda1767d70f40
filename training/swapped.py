"""Contradictions made of what two real reports both tell: a number, a day, a person or a "not" is changed.

Real reports seldom contradict each other, so a reader of pairs has little to learn it from there; but where
two units tell one thing, and both have the same number, they contradict each other once it is another in one
(contrast sets: Gardner et al. 2020, made by rules as those of Ribeiro et al. 2020).  Of the other pairs that
the program would read those that the small reader suspects are worth most: hardly any is a contradiction.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from evaluation.claimreading import articles_of, stories_of
from evaluation.facts import AGREEING, CONTRARY, NOT_CONTRARY, Example
from evaluation.plantedreports import planted_names
from evaluation.realpairs import digest, held_back

from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import Lot, Pair, lot_of
from rashomon.corroboration.readings import worth_reading
from rashomon.corroboration.units import Unit, in_context
from rashomon.inference import OnnxEmbedder, OnnxPairReader
from rashomon.inference.cascade import suspected
from rashomon.inference.pairs import KINDS
from rashomon.language.calendar import WEEKDAYS
from rashomon.language.names import NameKind, find_names
from rashomon.model import Policy, Span
from rashomon.ports import InContext, Models, Reading
from rashomon.wiring import dossier_of, models_for

__all__ = ["Swap", "changed", "other_number", "swapped_examples", "swaps"]

STORIES = 230
MADE, SUSPECTED, OTHERS = 14, 14, 4
"""Of each story at most so many pairs are changed, so many that nobody changed are taken of those that the
small reader suspects, and so many of the rest."""
_READ = 700  # pairs of a story; of more these are drawn by lot
_UNITS = 500  # a story of more is left out
_SAME, _STAYS = (
    0.6,
    0.7,
)  # how surely two units tell the same; the share of them that is seen unchanged as well

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
).split()
_NUMERAL = re.compile(rf"(?<![\w.,-])(?:\d[\d,]*(?:\.\d+)?|{'|'.join(_SMALL)})(?![\w-])", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:at least|(?:more|fewer|less) than|over|up to|as many as|under|nearly|almost|about|around|roughly"
    r"|some|above|below|only) (?:[£$€] ?)?$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:Jan(?:\.|uary)|Feb(?:\.|ruary)|March|April|May|June|July|Aug(?:\.|ust)|Sept(?:\.|ember)"
    r"|Oct(?:\.|ober)|Nov(?:\.|ember)|Dec(?:\.|ember))"
)
_IN_MONTH = re.compile(rf"\b{_MONTH} (\d\d?)(?!\d)")
_DAYS = [day.capitalize() for day in WEEKDAYS]
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASSERTING = re.compile(
    r"\b(?:will|would|was|were|is|are|can|could|should|(?:has|have|had)(?= been))\b(?! (?:not|never|no)\b)"
)
_NOT = re.compile(r"\b(?:not|never) ")
_DENYING = re.compile(r"\b(?:not|never)\b|n[’']t\b")
_BACK = 12  # letters in front of a numeral in which a hedge or a month stands
_SHORTEST = 30  # letters of words in which a "not" is put or left out
_SHORT_NAME = 4
_PARTS = (0.5, 0.6, 0.75, 0.85, 0.9, 1.1, 1.2, 1.35, 1.6, 2)
_FEW, _YEARS, _LAST_DAY = 20, 4, 28


class Swap(NamedTuple):
    """Words of a report, what stands in their place, and in what the two units contradict each other then."""

    kind: str
    span: Span
    new: str


def swapped_examples(data: Path, count: int = STORIES) -> Iterator[Example]:
    """The pairs of so many stories, none of which is measured on or had disagreements planted by a reader."""
    embedder, reader, policy = OnnxEmbedder(), OnnxPairReader(), Policy()
    models = Models(tagger=models_for("auto").tagger)
    stories, known = stories_of(data), planted_names()
    names = [name for name in sorted(stories, key=digest) if name not in known and not held_back(name)]
    for name in islice((one for one in names if len(stories[one]) > 1), count):
        draw = random.Random(name)
        lot = lot_of(units_of(dossier_of(articles_of(stories[name]), policy, models=models)), embedder)
        pairs = worth_reading(lot, policy) if len(lot.units) <= _UNITS else []
        pairs = draw.sample(pairs, min(_READ, len(pairs)))
        asked = [_in_order(*(lot.units[at].in_context for at in pair)) for pair in pairs]
        yield from _of_story(lot, list(zip(pairs, reader.read(asked), strict=True)), draw)


def _in_order(one: InContext, other: InContext) -> tuple[InContext, InContext]:
    return (one, other) if one <= other else (other, one)


def _of_story(lot: Lot, read: Sequence[tuple[Pair, Reading]], draw: random.Random) -> Iterator[Example]:
    people = _people(lot.units)
    used: set[int] = set()
    made = 0
    for pair, reading in sorted(read, key=lambda one: (-one[1].same, one[0])):
        if reading.same < _SAME or made == MADE:
            break
        if used.isdisjoint(pair):
            first, second = (lot.units[at] for at in draw.sample(pair, 2))
            found = swaps(first, second, people, draw)
            if found:
                kind = draw.choice(sorted({swap.kind for swap in found}))
                swap = draw.choice([one for one in found if one.kind == kind])
                used |= {*pair}
                made += 1
                yield from _contrary(first, second, swap, draw)
    free = [(pair, reading) for pair, reading in read if used.isdisjoint(pair)]
    hard = [pair for pair, reading in free if suspected(reading) and reading.same < _SAME]
    rest = [pair for pair, reading in free if not suspected(reading)]
    for pairs, most in ((hard, SUSPECTED), (rest, OTHERS)):
        for pair in draw.sample(pairs, min(most, len(pairs))):
            one, other = (lot.units[at].in_context for at in pair)
            yield Example(first=one, second=other, relation=NOT_CONTRARY, kind=-1)


def _contrary(first: Unit, second: Unit, swap: Swap, draw: random.Random) -> Iterator[Example]:
    """The two units after the change, and mostly as they were before."""
    yield Example(
        first=changed(first, swap),
        second=second.in_context,
        relation=CONTRARY,
        kind=KINDS.index(swap.kind),
    )
    if draw.random() < _STAYS:
        yield Example(first=first.in_context, second=second.in_context, relation=AGREEING, kind=-1)


def changed(unit: Unit, swap: Swap) -> InContext:
    """The unit with other words in it."""
    text, grown = unit.article.text, len(swap.new) - (swap.span.end - swap.span.start)

    def moved(span: Span) -> Span:
        ends = (at + grown if at >= swap.span.end and at > swap.span.start else at for at in span)
        return Span(*ends)

    return in_context(
        text[: swap.span.start] + swap.new + text[swap.span.end :],
        [moved(span) for span in unit.wording.spans],
        moved(unit.sentence),
        None if unit.previous is None else moved(unit.previous),
    )


def _people(units: Iterable[Unit]) -> list[str]:
    return sorted(
        {
            name.name
            for unit in units
            for span in unit.wording.spans
            for name in find_names(unit.article.text, span)
            if name.kind is NameKind.PERSON
        }
    )


def swaps(first: Unit, second: Unit, people: Sequence[str], draw: random.Random) -> list[Swap]:
    """What can be changed in the first unit so that it contradicts the second.

    Args:
        first: told; second: tells the same.
        people: the names of people in the story.
        draw: what comes in their place is drawn with it.
    """
    text = first.article.text
    other = " ".join(span.of(second.article.text) for span in second.wording.spans)
    found: list[Swap] = []
    for span in first.wording.spans:
        found += _numbers(text, span, other, draw)
        found += _days(text, span, other, draw)
        found += _denials(text, span, other)
        found += _names(text, span, other, people, draw)
    return found


def _numbers(text: str, span: Span, other: str, draw: random.Random) -> Iterator[Swap]:
    known = {match.group().casefold() for match in _NUMERAL.finditer(other)}
    for match in _NUMERAL.finditer(text, span.start, span.end):
        told = match.group()
        before = text[max(0, match.start() - _BACK) : match.start()]
        if told.casefold() not in known or told.casefold() == "one" or _HEDGED.search(before):
            continue
        if re.search(rf"\b{_MONTH} $", before):
            continue
        new = other_number(told, draw)
        if new.casefold() not in known:
            kind = "date" if _YEAR.fullmatch(told) else "number"
            yield Swap(kind, Span(match.start(), match.end()), new)


def other_number(told: str, draw: random.Random) -> str:
    """Another number, near it and written as it is."""
    if told.casefold() in _SMALL:
        at = _SMALL.index(told.casefold())
        new = draw.choice([word for word in _SMALL[max(0, at - 3) : at + 4] if word != _SMALL[at]])
        return new.capitalize() if told[0].isupper() else new
    digits = told.replace(",", "")
    comma = "," if "," in told else ""
    if "." in digits:
        places = len(digits.partition(".")[2])
        wanted = round(float(digits) * draw.choice(_PARTS), places)
        return f"{wanted if wanted != float(digits) else wanted + 10**-places:{comma}.{places}f}"
    number = int(digits)
    if _YEAR.fullmatch(told):
        return str(number + draw.choice([by for by in range(-_YEARS, _YEARS + 1) if by]))
    if number <= _FEW:
        return str(draw.choice([near for near in range(max(1, number - 3), number + 4) if near != number]))
    unit = 10 ** (len(digits) - len(digits.rstrip("0")))
    wanted = round(number * draw.choice(_PARTS) / unit) * unit
    return f"{wanted if wanted not in (0, number) else number + unit:{comma}}"


def _days(text: str, span: Span, other: str, draw: random.Random) -> Iterator[Swap]:
    for match in _WEEKDAY.finditer(text, span.start, span.end):
        if {found.group() for found in _WEEKDAY.finditer(other)} == {match.group()}:
            new = _DAYS[(_DAYS.index(match.group()) + draw.choice((-2, -1, -1, 1, 1, 2))) % len(_DAYS)]
            yield Swap("date", Span(match.start(), match.end()), new)
    for match in _IN_MONTH.finditer(text, span.start, span.end):
        if match.group() in other:
            day = int(match.group(1))
            near = [one for one in range(max(1, day - 3), day + 4) if one != day and one <= _LAST_DAY]
            yield Swap("date", Span(*match.span(1)), str(draw.choice(near or [_LAST_DAY])))


def _denials(text: str, span: Span, other: str) -> Iterator[Swap]:
    words = span.of(text)
    if len(words) <= _SHORTEST:
        return
    denied = _NOT.search(text, span.start, span.end)
    if denied and _NOT.search(other):
        yield Swap("polarity", Span(*denied.span()), "")
    elif not _DENYING.search(words) and not _DENYING.search(other):
        told = _ASSERTING.search(text, span.start, span.end)
        if told and told.group() in other.split():
            yield Swap("polarity", Span(told.end(), told.end()), " not")


def _names(text: str, span: Span, other: str, people: Sequence[str], draw: random.Random) -> Iterator[Swap]:
    for name in find_names(text, span):
        told = name.span.of(text)
        if name.kind is not NameKind.PERSON or len(told) < _SHORT_NAME:
            continue
        if not re.search(rf"\b{re.escape(told)}\b", other):
            continue
        known = {word.casefold() for word in f"{name.name} {other}".split()}
        strangers = [one for one in people if known.isdisjoint(one.casefold().split())]
        if strangers:
            new = draw.choice(strangers)
            yield Swap("name", name.span, new if " " in name.name else new.split()[-1])
