"""What two quotations have in common: where, how much, and how closely.

They are aligned as wholes; along the path, agreement counts for and
difference against, and the maximal scoring stretches (Ruzzo and Tompa 1999,
linear time) are the regions they share.  Words outrank marks because marks
are no units of their own; editorial matter counts neither way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from rashomon.collation.units import Unit, UnitKind
from rashomon.language.align import FORBIDDEN, Gaps, Pair, align
from rashomon.language.days import DAY_WORDS
from rashomon.language.similarity import CONTRACTED, likeness
from rashomon.language.tokens import fold, tokenize
from rashomon.language.wordforms import number_value
from rashomon.model import Policy

__all__ = ["Opposite", "Overlap", "Region", "gaps_of", "overlap"]

_CONTENT, _FUNCTION = 2.0, 1.0
_UNLIKE, _UNLIKE_FUNCTION = -0.7, -0.5
_KIN, _NO_KIN = 0.4, 1.5
_EDITORIAL = 0.5
_GLOSSED = 0.8
_MISSING, _MISSING_FUNCTION = -0.3, -0.15
_FAINTEST_REGION = 1.4
_FEW, _FAINTEST_OF_FEW = 9, 0.9
"""In quotations of so few units any one word is a good part of it."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch the two share: places in the one, and in the other."""

    one: range
    other: range


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What two sequences of units share.

    Attributes:
        pairs: places of the words that agree or nearly do, inside the regions.
        words: how many; `content` how many of them carry meaning.
        run: most words in a row that are equal but for spelling, `run_content` of them carrying meaning.
        of_words: spoken words of the shorter side; `of_content` those of them carrying meaning.
        of_longer: spoken words of the longer side.
    """

    regions: tuple[Region, ...]
    pairs: tuple[tuple[int, int], ...]
    words: int
    content: int
    run: int
    run_content: int
    of_words: int
    of_content: int
    of_longer: int

    @property
    def coverage(self) -> float:
        """Share of the shorter side's words that are found again."""
        return min(1.0, self.words / self.of_words) if self.of_words else 0.0

    @property
    def longer_coverage(self) -> float:
        """Share of the longer side's words that are found again."""
        return min(1.0, self.words / self.of_longer) if self.of_longer else 0.0

    @property
    def content_coverage(self) -> float:
        """Share of the shorter side's meaning words that are found again."""
        return min(1.0, self.content / self.of_content) if self.of_content else 0.0


def gaps_of(policy: Policy) -> Gaps:
    """The alignment's costs and limits."""
    return Gaps(
        open=policy.alignment_gap_open,
        extend=policy.alignment_gap_extend,
        sure=policy.alignment_sure,
        cells=policy.alignment_cells,
        common_cells=policy.alignment_common_cells,
    )


class Opposite:
    """Units that others may be set opposite: what they are is looked up once."""

    __slots__ = ("_spoken", "_units", "_words")

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._words = list(map(_word, units))
        self._spoken = all(map(_is_speech, units))

    def worths(self, ones: Sequence[Unit], where: range) -> Sequence[Sequence[float]]:
        """What it is worth to set each of the ones opposite each of these."""
        words = self._words[where.start : where.stop]
        if not self._spoken or not all(map(_is_speech, ones)):
            return [self._row(one, where) for one in ones]
        own = list(map(_word, ones))
        if len(own) > len(words):
            return list(zip(*[map(_beside(*word).__getitem__, own) for word in words], strict=True))
        return [list(map(_beside(*word).__getitem__, words)) for word in own]

    def _row(self, one: Unit, where: range) -> list[float]:
        others = self._units[where.start : where.stop]
        if not one.is_speech:
            return [_editorial(one, other) for other in others]
        known = _beside(one.key, one.is_content)
        return [known[_word(other)] if other.is_speech else _editorial(one, other) for other in others]


_word: Callable[[Unit], tuple[str, bool]] = attrgetter("key", "is_content")
_is_speech = attrgetter("is_speech")


class _Beside(dict[tuple[str, bool], float]):
    """What it is worth to set one spoken word opposite others: by key, and whether they carry meaning."""

    __slots__ = ("_content", "_key")

    def __init__(self, key: str, content: bool) -> None:
        super().__init__()
        self._key, self._content = key, content

    def __missing__(self, other: tuple[str, bool]) -> float:
        if len(self) >= _MOST_BESIDE:
            self.clear()
        full = self._content and other[1]
        alike = likeness(self._key, other[0])
        gain, loss = (_CONTENT, _UNLIKE) if full else (_FUNCTION, _UNLIKE_FUNCTION)
        worth = alike * gain if alike else loss * _kinship(self._key, other[0])
        self[other] = worth
        return worth


def _kinship(one: str, other: str) -> float:
    """How much of the loss counts: little where a day is opposite a day, or an amount opposite an amount."""
    kinds = (
        (one in DAY_WORDS, number_value(one) is not None),
        (other in DAY_WORDS, number_value(other) is not None),
    )
    if kinds[0] == kinds[1]:
        return _KIN if any(kinds[0]) else 1.0
    return _NO_KIN


_beside = lru_cache(maxsize=1 << 10)(_Beside)
_MOST_BESIDE = 1 << 9


def _editorial(one: Unit, other: Unit) -> float:
    """The same where one of the two at least is no spoken word."""
    if one.kind is other.kind:
        return _EDITORIAL
    bracket, word = (one, other) if one.kind is UnitKind.BRACKET else (other, one)
    return _GLOSSED if word.is_content and _glosses(bracket, word) else FORBIDDEN


def _glosses(bracket: Unit, word: Unit) -> bool:
    """Whether the bracket holds the very word ("[Smith] said" for "Smith said")."""
    return bracket.kind is UnitKind.BRACKET and word.key in {fold(t.text) for t in tokenize(bracket.text)}


def overlap(one: Sequence[Unit], other: Sequence[Unit], policy: Policy) -> Overlap:
    """What the two share."""
    if [unit.key for unit in one] == [unit.key for unit in other]:
        path: list[Pair] = [(at, at) for at in range(len(one))]
    else:
        opposite = Opposite(other)
        path = align(
            [unit.key for unit in one],
            [unit.key for unit in other],
            lambda places, where: opposite.worths(one[places.start : places.stop], where),
            gaps_of(policy),
        )
    stretches = _maximal([_step(one, other, pair) for pair in path])
    faintest = _FAINTEST_REGION if max(len(one), len(other)) > _FEW else _FAINTEST_OF_FEW
    kept = [path[start:end] for start, end, score in stretches if score >= faintest]
    return _measure(one, other, kept)


def _step(one: Sequence[Unit], other: Sequence[Unit], pair: Pair) -> float:
    """What one place of the path counts for or against a region."""
    i, j = pair
    if i is not None and j is not None:
        if not (one[i].is_speech and other[j].is_speech):
            return 0.0
        alike = likeness(one[i].key, other[j].key)
        full = one[i].is_content and other[j].is_content
        return alike * (1.0 if full else 0.5) if alike else _UNLIKE
    unit = one[i] if i is not None else other[j or 0]
    if not unit.is_speech:
        return 0.0
    return _MISSING if unit.is_content else _MISSING_FUNCTION


def _maximal(scores: Sequence[float]) -> list[tuple[int, int, float]]:
    """All maximal scoring stretches, in order: start, end, score (Ruzzo and Tompa 1999).

    Each stretch remembers the nearest one before it that begins lower, so that
    the search for it skips what cannot be it and the whole takes linear time.
    """
    found: list[tuple[int, int, float, float, int]] = []
    total = 0.0
    for at, score in enumerate(scores):
        before, total = total, total + score
        if score <= 0:
            continue
        start, left, lower = at, before, len(found) - 1
        while True:
            while lower >= 0 and found[lower][2] >= left:
                lower = found[lower][4]
            if lower < 0 or found[lower][3] >= total:
                break
            start, _, left, _, below = found[lower]
            del found[lower:]
            lower = below
        found.append((start, at + 1, left, total, lower))
    return [(start, end, right - left) for start, end, left, right, _ in found]


def _measure(one: Sequence[Unit], other: Sequence[Unit], stretches: Sequence[Sequence[Pair]]) -> Overlap:
    pairs: list[tuple[int, int]] = []
    regions: list[Region] = []
    for stretch in stretches:
        found = [
            (i, j)
            for i, j in stretch
            if i is not None and j is not None and one[i].is_speech and likeness(one[i].key, other[j].key)
        ]
        if found:
            pairs.extend(found)
            (i, j), (k, m) = found[0], found[-1]
            regions.append(Region(range(i, k + 1), range(j, m + 1)))
    run, run_content = _longest_run(one, other, pairs)
    shorter = min((_speech(one), _content(one)), (_speech(other), _content(other)))
    return Overlap(
        regions=tuple(regions),
        pairs=tuple(pairs),
        words=len(pairs),
        content=sum(one[i].is_content and other[j].is_content for i, j in pairs),
        run=run,
        run_content=run_content,
        of_words=shorter[0],
        of_content=shorter[1],
        of_longer=max(_speech(one), _speech(other)),
    )


def _longest_run(
    one: Sequence[Unit], other: Sequence[Unit], pairs: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    best = (0, 0)
    length = content = 0
    last = (-2, -2)
    for i, j in pairs:
        if likeness(one[i].key, other[j].key) < CONTRACTED:
            length = content = 0
            continue
        if (i, j) != (last[0] + 1, last[1] + 1):
            length = content = 0
        length, content, last = length + 1, content + one[i].is_content, (i, j)
        best = max(best, (length, content))
    return best


def _speech(units: Sequence[Unit]) -> int:
    return sum(unit.is_speech for unit in units)


def _content(units: Sequence[Unit]) -> int:
    return sum(unit.is_content for unit in units)
