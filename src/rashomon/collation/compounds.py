"""Written words that another witness writes as one: "take out" for "takeout", "five per cent" for "5%".

A table of single words would set one of them opposite a gap.  So before
aligning, words that stand next to each other are joined to one unit where
another witness has them closed up or with a hyphen, and numbers of several
words become one unit that is compared by its value.  The joined unit keeps
its parts; nothing of the text changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress
from operator import add, attrgetter
from typing import NamedTuple

from rashomon.collation.units import Unit, UnitKind
from rashomon.language.wordforms import NUMBER_WORDS, number_value, squash

__all__ = ["joined", "one_of", "parts_of"]

_word = attrgetter("key")
_is_speech = attrgetter("is_speech")

_SHORTEST = 4  # letters; "a" and "n" are not the parts of "an"
_MOST = 4  # words that are one elsewhere: "one in three" for "one-in-three"
_MOST_IN_NUMBER = 8

# How closed-up forms are written that are not just the words without the blank.
_CLOSED = {"alright": "allright", "altogether": "alltogether", "goodbye": "goodby", "percent": "percent"}
_SMALL_NUMERALS = {str(value): word for word, value in NUMBER_WORDS.items() if value <= 10}
_PERCENT = (("per", "cent"), ("percent",), ("pct",), ("%",))
_PERCENT_BEGINS = frozenset(words[0] for words in _PERCENT)
_SCALES = frozenset(word for word, value in NUMBER_WORDS.items() if value >= 100)
_SEVERAL = frozenset((*NUMBER_WORDS, *"percent cent pct".split()))


def joined(rows: Sequence[Sequence[Unit]]) -> list[Sequence[Unit]]:
    """The rows, words of a row joined where another has the same closed up, or the same number."""
    own = _not_everywhere(rows)
    if any(map(_is_numeric, own)):
        rows = _numbers_joined(rows)
        own = _not_everywhere(rows)
    own = {key for key in own if len(key) >= _SHORTEST}
    hyphened = any("-" in key for key in own)
    alone = set(map(_closed, own))
    if alone and (hyphened or any(_may_close(row, alone) for row in rows)):
        return [_closed_up(row, alone, hyphened=hyphened) for row in rows]
    return list(rows)


def _not_everywhere(rows: Sequence[Sequence[Unit]]) -> set[str]:
    """The words that only some of the rows have."""
    words = [set(map(_word, row)) for row in rows]
    return set().union(*words).difference(set.intersection(*words)) if words else set()


def _may_close(row: Sequence[Unit], alone: set[str]) -> bool:
    """Whether two units that follow each other have the letters of one of these words."""
    closed = list(map(_closed, map(_word, row)))
    return not alone.isdisjoint(map(add, closed, closed[1:]))


@lru_cache(maxsize=1 << 15)
def _is_numeric(key: str) -> bool:
    """Whether the word is a number or part of one."""
    return key in _SEVERAL or number_value(key) is not None


def parts_of(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units with each joined one as the words it was made of."""
    return tuple(part for unit in units for part in (unit.parts or (unit,)))


@lru_cache(maxsize=1 << 15)
def _closed(key: str) -> str:
    """The word without hyphens, its small numerals as words."""
    word = "".join(_SMALL_NUMERALS.get(part) or squash(part) for part in key.split("-"))
    return _CLOSED.get(word, word)


def _closed_up(row: Sequence[Unit], alone: set[str], *, hyphened: bool) -> Sequence[Unit]:
    """The row with words joined that together are one of the words that only some rows have.

    More than two are only where one of those has a hyphen ("one-in-three").
    """
    closed = list(map(_closed, map(_word, row)))
    if not all(map(_is_speech, row)):
        closed = [word if unit.is_speech else "\n" for word, unit in zip(closed, row, strict=True)]
    text = "".join(closed)
    alone = {word for word in alone.difference(closed) if word in text}
    if not alone:
        return row
    wanted = alone.intersection(map(add, closed, closed[1:]))
    if hyphened:
        for size in range(3, _MOST + 1):
            grams = zip(*(closed[at:] for at in range(size)), strict=False)
            wanted |= alone.intersection(map("".join, grams))
    if not wanted:
        return row
    out: list[Unit] = []
    at = 0
    while at < len(row):
        size = _size(row, closed, at, wanted)
        out.append(one_of(row[at : at + size], "".join(closed[at : at + size])) if size > 1 else row[at])
        at += size
    return out


def _size(row: Sequence[Unit], closed: Sequence[str], at: int, wanted: set[str]) -> int:
    """How many units from here are together one of the wanted words; 1 if none are."""
    for size in range(_MOST, 1, -1):
        if "".join(closed[at : at + size]) in wanted and _whole(row, at, at + size):
            return size
    return 1


def _whole(row: Sequence[Unit], start: int, end: int) -> bool:
    """Whether these are whole written words of one piece."""
    inner = row[start:end]
    if len(inner) < end - start or len({unit.piece for unit in inner}) > 1:
        return False
    if not all(unit.kind is UnitKind.WORD for unit in inner):
        return False
    before, after = row[start - 1 : start], row[end : end + 1]
    return all(unit.word != inner[0].word for unit in before if unit.piece == inner[0].piece) and all(
        unit.word != inner[-1].word for unit in after if unit.piece == inner[0].piece
    )


def one_of(units: Sequence[Unit], key: str) -> Unit:
    """One unit for several."""
    first, last = units[0], units[-1]
    return first._replace(
        key=key,
        text=" ".join(unit.text for unit in units),
        is_content=any(unit.is_content for unit in units),
        end=last.end,
        trail_end=last.trail_end,
        trail_marks=last.trail_marks,
        parts=tuple(part for unit in units for part in (unit.parts or (unit,))),
    )


class _Number(NamedTuple):
    """Units `start` to `end` of a row that are one number, and its value as a key."""

    start: int
    end: int
    key: str


def _numbers_joined(rows: Sequence[Sequence[Unit]]) -> list[Sequence[Unit]]:
    """The rows, each number as one unit that another row has in another number of words."""
    found = [list(_numbers(row)) for row in rows]
    sizes: dict[str, set[int]] = defaultdict(set)
    for row, numbers in zip(rows, found, strict=True):
        for number in numbers:
            hyphens = sum("-" in unit.key for unit in row[number.start : number.end])
            sizes[number.key].add(number.end - number.start + hyphens)
    return [
        _replaced(row, [number for number in numbers if len(sizes[number.key]) > 1])
        for row, numbers in zip(rows, found, strict=True)
    ]


def _replaced(row: Sequence[Unit], numbers: Sequence[_Number]) -> Sequence[Unit]:
    out: list[Unit] = []
    at = 0
    for start, end, key in numbers:
        out.extend(row[at:start])
        out.append(one_of(row[start:end], key))
        at = end
    return [*out, *row[at:]]


def _numbers(row: Sequence[Unit]) -> Iterator[_Number]:
    """The numbers in a row, from left to right."""
    after = 0
    begins = map(_may_begin_number, map(_word, row))
    for at in compress(range(len(row)), begins):
        if at < after:
            continue
        number = _number_at(row, at)
        if number is not None and _whole(row, at, number.end):
            yield number
            after = number.end


@lru_cache(maxsize=1 << 15)
def _may_begin_number(key: str) -> bool:
    return _value(key) is not None or (number_value(key) or ("",))[0] == "percent"


def _number_at(row: Sequence[Unit], start: int) -> _Number | None:
    """The number that starts here."""
    figures = list(_figures(row, start))
    if not figures:
        kind, value = number_value(row[start].key) or ("", 0.0)
        return _Number(start, start + 1, _key(value, "%")) if kind == "percent" else None
    count, value = _read([number for _, number in figures])
    end = figures[count - 1][0]
    after = _after_percent(row, end)
    return _Number(start, after, _key(value, "%" * (after > end)))


def _key(value: float, sign: str) -> str:
    return (str(int(value)) if value.is_integer() else repr(value)) + sign


def _figures(row: Sequence[Unit], start: int) -> Iterator[tuple[int, float]]:
    """The numbers in a row from here, no mark between them: where each ends, and its value."""
    at = start
    while at < min(len(row), start + _MOST_IN_NUMBER):
        value = _value(row[at].key)
        if value is None:
            return
        if [unit.key for unit in row[at + 1 : at + 4]] == _AND_A_HALF:
            at, value = at + 3, value + 0.5
        yield at + 1, value
        joint = at + 2 < len(row) and row[at].key in _SCALES and row[at + 1].key == "and"
        small = (_value(row[at + 2].key) if joint else None) or _SMALL
        at += 2 if joint and small < _SMALL else 1
        if row[at - 1].trail_marks:
            return


def _read(figures: Sequence[float]) -> tuple[int, float]:
    """How many of the numbers make one, and its value: units follow tens, tens hundreds, all scales."""
    total, part = 0.0, 0.0
    for count, number in enumerate(figures):
        if number in _MULTIPLIERS:
            part = (part or 1.0) * number
            total, part = (total + part, 0.0) if number > _SMALL else (total, part)
        elif count == 0 or (not part and number < _SMALL):
            part = number
        elif (part % _SMALL == 0 and number < _SMALL) or (part % 100 in _TENS and number < 10):
            part += number
        else:
            return count, total + part
    return len(figures), total + part


_SMALL = 100.0
_AND_A_HALF = ["and", "a", "half"]
_MULTIPLIERS = frozenset(float(NUMBER_WORDS[word]) for word in _SCALES)
_TENS = frozenset(range(20, 100, 10))


@lru_cache(maxsize=1 << 12)
def _value(key: str) -> float | None:
    """What a word that is a number or names one is worth ("twenty-five"); none for ordinals and percents."""
    kind, value = number_value(key) or (None, 0.0)
    if kind is not None:
        return value if kind == "cardinal" else None
    tens, _, ones = key.partition("-")
    values = NUMBER_WORDS.get(tens, 0), NUMBER_WORDS.get(ones, 0)
    return float(sum(values)) if values[0] in _TENS and 0 < values[1] < 10 else None


def _after_percent(row: Sequence[Unit], at: int) -> int:
    """Where "percent" or "per cent" ends if it stands here, else `at`."""
    if at == len(row) or row[at].key not in _PERCENT_BEGINS:
        return at
    for words in _PERCENT:
        if tuple(unit.key for unit in row[at : at + len(words)]) == words:
            return at + len(words)
    return at
