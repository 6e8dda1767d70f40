"""What statements tell, laid beside each other by an index of their rarest senses.

Statements of one speaker are compared by their senses (see
`rashomon.collation.senses`): the rarest of them name a few others for each
statement, so that the work is linear.  What two have in common is measured
where it stands close together, and rare senses count for more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log

from rashomon.collation.groups import Group
from rashomon.collation.senses import senses
from rashomon.collation.units import Passage, Unit
from rashomon.model import Mode, Source

__all__ = ["Agreement", "Content", "Index", "content_of", "longest_direct"]

_LOOKED_UP = 8
_TRIED = 6
"""Senses of a statement that are looked up, rarest first, and others that it is then held against."""
_POSTINGS = 64
"""Statements of one speaker that are looked at for one sense."""
_LONGEST = 2_000
"""Senses of a passage that are looked at: an hour's speech; keeps the work linear."""
_WIDTH = 2
_LEAST_WIDTH = 8
"""Senses over which those of the other may be spread: times their own number, and at least."""


@dataclass(frozen=True, slots=True)
class Content:
    """The senses of a passage in order, the places of their words, and those that are no names."""

    passage: Passage
    source: Source
    senses: tuple[str, ...]
    at: tuple[int, ...]
    plain: frozenset[str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many senses agree beside names and in all, and their shares of either side's weight.

    `alike` is whether the same senses in the same order are all that either has;
    `around` are the other's words where they agree, and as many on either side as may belong to them.
    """

    plain: int
    all: int
    of_one: float
    of_other: float
    alike: bool
    around: tuple[Unit, ...]


def longest_direct(group: Group) -> Passage | None:
    """The longest passage that is all quotation, the first of these by its place."""
    direct = [part.passage for part in group.parts if part.passage.statement.mode is Mode.DIRECT]
    return min(direct, key=lambda p: (-len(p.units), p.place), default=None)


def content_of(passage: Passage | None, group: Group) -> Content | None:
    """The content of the passage that stands for a group; None where nobody is named as its speaker."""
    named = [m.source for p in group.parts if (m := p.passage.statement.source) and m.source.name]
    if passage is None or not named:
        return None
    own = passage.statement.source
    source = own.source if own and own.source.name else min(named, key=lambda s: s.id)
    found = list(islice(senses(passage.units), _LONGEST))
    plain = {key for number, (key, at) in enumerate(found) if not number or not _named(passage.units[at])}
    keys, places = tuple([key for key, _ in found]), tuple([at for _, at in found])
    return Content(passage, source, keys, places, frozenset(plain))


def _named(unit: Unit) -> bool:
    return unit.text[:1].isupper()


class Index:
    """Contents that others are to be held against, found by speaker and sense."""

    def __init__(self, contents: Sequence[Content | None], others: Iterable[Content | None] = ()) -> None:
        """`others` only count for how rare a sense is."""
        self.contents = contents
        self._weights = _weights([c for c in (*contents, *others) if c is not None])
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, content in enumerate(contents):
            if content is not None:
                for key in dict.fromkeys(content.senses):
                    self._places[_speaker(content.source), key].append(number)

    def near(self, one: Content) -> list[tuple[int, Content]]:
        """The few contents that share most of the rarest senses, with their numbers; perhaps itself."""
        speaker = _speaker(one.source)
        held = [key for key in set(one.senses) if (speaker, key) in self._places]
        held.sort(key=lambda key: (len(self._places[speaker, key]), key))
        met: dict[int, float] = defaultdict(float)
        for key in held[:_LOOKED_UP]:
            for number in self._places[speaker, key][:_POSTINGS]:
                met[number] += self._weights[key]
        best = sorted(met, key=lambda number: (-met[number], number))[:_TRIED]
        return [(number, content) for number in best if (content := self.contents[number]) is not None]

    def agreement(self, one: Content, other: Content) -> Agreement:
        """What agrees within the stretch of the other that holds most of the senses of the one."""
        own = set(one.senses)
        width = max(_LEAST_WIDTH, _WIDTH * len(one.senses))
        weight, first, end = self._densest(own, other.senses, width)
        start = max(0, (first + end - width) // 2)
        window = slice(min(first, start), max(end, start + width))
        near, shared = set(other.senses[window]), own & set(other.senses[first:end])
        of_one, of_other = (sum(self._weights[key] for key in sorted(keys)) for keys in (own, near))
        return Agreement(
            plain=len(shared & one.plain & other.plain),
            all=len(shared),
            of_one=weight / of_one if of_one else 0.0,
            of_other=weight / of_other if of_other else 0.0,
            alike=len(shared) > 1 and one.senses == other.senses,
            around=_words(other, window),
        )

    def _densest(self, own: set[str], keys: Sequence[str], width: int) -> tuple[float, int, int]:
        """The weight of the stretch of this width that holds most of the senses, and where these stand."""
        places = [at for at, key in enumerate(keys) if key in own]
        inside: Counter[str] = Counter()
        weight, start, best = 0.0, 0, (0.0, 0, 0)
        for at in places:
            inside[keys[at]] += 1
            weight += self._weights[keys[at]] if inside[keys[at]] == 1 else 0.0
            while places[start] <= at - width:
                gone = keys[places[start]]
                inside[gone] -= 1
                weight -= 0.0 if inside[gone] else self._weights[gone]
                start += 1
            if weight > best[0] + _SLIGHT:
                best = weight, places[start], at + 1
        return best


_SLIGHT = 1e-9
_EDGE = 8
"""Words beside the first and the last sense that may belong to what agrees."""


def _words(content: Content, window: slice) -> tuple[Unit, ...]:
    """The words from the first of these senses to the last, and a few on either side."""
    places = content.at[window]
    return content.passage.units[max(0, places[0] - _EDGE) : places[-1] + 1 + _EDGE] if places else ()


_COMMON = 64.0
"""Statements; a sense that so many have tells a sixth of what one alone has."""


def _weights(contents: Sequence[Content]) -> Mapping[str, float]:
    """How much each sense tells: the less, the more statements have it, whatever else is in the lot."""
    spread: Counter[str] = Counter()
    for content in contents:
        spread.update(set(content.senses))
    return {key: log(1 + _COMMON / count) for key, count in spread.items()}


def _speaker(source: Source) -> str:
    """What names of one speaker have in common: the figure, else the last word of the name."""
    return source.identity or (source.name or "").casefold().split()[-1]
