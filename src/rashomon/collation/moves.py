"""Words that a witness has at another place than the base.

A place at which it lacks what it has more at another place, and the other way
round, show words that moved; so do several places in a row, and a stretch over
which both have the same words in another order.  Small words alone have not
moved, since a sentence has many of them; nor has a single word that stands
twice and far from where it stood.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.collation.table import Place, Table
from rashomon.collation.units import Unit
from rashomon.language.functionwords import ADVERBS
from rashomon.language.wordforms import FUNCTION_WORDS

__all__ = ["Moved", "moves"]

_Words = tuple[str, ...]

Moved = Mapping[int, frozenset[int]]
"""For each place the witnesses whose words there stand at another place of the base."""

_REORDERED_FROM = 2
_NEAR = 6
"""Words over which a single word that stands twice may have moved."""
_FURTHEST = 60
"""Places over which a stretch of the same words in another order may reach."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """Places in a row at which a witness has not the base's words: what it lacks, what it has more."""

    places: tuple[int, ...]
    gone: _Words
    come: _Words


def moves(table: Table) -> dict[int, frozenset[int]]:
    """Places where a witness has words that the base has at another place, and those other places."""
    out: dict[int, set[int]] = defaultdict(set)
    base = _Line(table, table.base)
    for row in range(len(table.parts)):
        if row != table.base:
            for at in _of_row(base, _Line(table, row)):
                out[at].add(row)
    return {at: frozenset(rows) for at, rows in out.items()}


class _Line:
    """The words of one witness, place by place, and how often it has each."""

    def __init__(self, table: Table, row: int) -> None:
        self.table, self.row = table, row
        self.count = Counter(unit.key for place in table.places for unit in place.words[row])

    def words(self, at: int) -> Sequence[Unit]:
        return self.table.places[at].words[self.row]


def _of_row(base: _Line, line: _Line) -> set[int]:
    gaps = [gap for at, place in enumerate(base.table.places) if (gap := _gap(base, line, at, place))]
    seen: dict[tuple[_Words, _Words], list[_Gap]] = defaultdict(list)
    for gap in (*gaps, *_rows(gaps)):
        seen[_weighty(gap.gone), _weighty(gap.come)].append(gap)
    out: set[int] = set()
    for (gone, come), here in seen.items():
        there = seen.get((come, gone), ())
        if there and _holds(here, there, base, line):
            out.update(at for gap in (*here, *there) for at in gap.places)
    return out | _permuted(gaps)


def _gap(base: _Line, line: _Line, at: int, place: Place) -> _Gap | None:
    if place.joining or place.reading_of[line.row] == place.reading_of[base.row]:
        return None
    one, two = (Counter(unit.key for unit in side.words(at)) for side in (base, line))
    gone, come = (tuple(sorted(more.elements())) for more in (one - two, two - one))
    return _Gap((at,), gone, come) if gone or come else None


def _rows(gaps: Sequence[_Gap]) -> Iterator[_Gap]:
    """Several places right beside each other as one, if the witness lacks words at all, or has more."""
    start = 0
    for end in range(1, len(gaps) + 1):
        apart = end == len(gaps) or (
            gaps[end].places[0] > gaps[end - 1].places[0] + 1
            or bool(gaps[end].gone) != bool(gaps[start].gone)
        )
        if apart:
            run = gaps[start:end]
            if len(run) > 1 and not any(gap.gone and gap.come for gap in run):
                yield _Gap(
                    tuple(at for gap in run for at in gap.places),
                    tuple(sorted(word for gap in run for word in gap.gone)),
                    tuple(sorted(word for gap in run for word in gap.come)),
                )
            start = end


def _holds(here: Sequence[_Gap], there: Sequence[_Gap], base: _Line, line: _Line) -> bool:
    """Whether these are the same words: more than one, or a single one that can be told again."""
    words = here[0].gone + here[0].come
    weighty = _weighty(here[0].gone), _weighty(here[0].come)
    if max(map(len, weighty)) >= _REORDERED_FROM:
        return True
    phrase = any(gap.gone == other.come and gap.come == other.gone for gap in here for other in there)
    if phrase and max(len(here[0].gone), len(here[0].come)) >= _REORDERED_FROM and _movable_one(words):
        return True
    single = weighty[0] + weighty[1]
    if not _movable(single) or len(here) > 1 or len(there) > 1:
        return False
    once = all(base.count[word] == line.count[word] == 1 for word in single)
    first, last = sorted((here[0].places[0], there[0].places[0]))
    return once or sum(len(line.words(at)) for at in range(first + 1, last)) <= _NEAR


def _permuted(gaps: Sequence[_Gap]) -> set[int]:
    """The places of stretches over which the witness has just the base's words, in another order."""
    out: set[int] = set()
    start = 0
    while start < len(gaps):
        end = _balanced(gaps, start)
        if end and _movable_one([word for gap in gaps[start:end] for word in gap.gone]):
            out.update(at for gap in gaps[start:end] for at in gap.places)
        start = end or start + 1
    return out


def _balanced(gaps: Sequence[_Gap], start: int) -> int:
    """The end of the stretch from here after which nothing is gone or come; 0 if there is none near by."""
    balance: Counter[str] = Counter()
    for end in range(start, len(gaps)):
        if gaps[end].places[0] - gaps[start].places[0] > _FURTHEST or end - start > _FURTHEST:
            return 0
        balance.update(gaps[end].gone)
        balance.subtract(gaps[end].come)
        if not any(balance.values()):
            return end + 1
    return 0


def _weighty(words: _Words) -> _Words:
    """The words but for small ones, unless there are no others."""
    return tuple(word for word in words if _movable((word,))) or words


def _movable(words: Iterable[str]) -> bool:
    """Whether the words can be looked for elsewhere: not so the small ones of which a sentence has many."""
    return all(word in ADVERBS or word not in FUNCTION_WORDS for word in words)


def _movable_one(words: Iterable[str]) -> bool:
    return any(word in ADVERBS or word not in FUNCTION_WORDS for word in words)
