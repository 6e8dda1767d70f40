"""How far two annotations of one text agree: a system and a person, or two persons.

All counts are summed over the articles before they are divided (micro average).
Precision, recall and F1 are in percent; swapping the sides swaps the first two.

- *exact*: fragments, each piece of a discontinuous span by itself; the sets of
  (part, start, end) of an article are compared, as in CofeNet (Wang et al., COLING 2022).
- *token*: words (``\\w+`` or one other sign) whose first letter lies in a span of the part.
- *whole*: attributions whose source, cue and content fragments are all equal, counted as
  multisets, so that each finds one partner at most.
- *ggt*: the rule of the Gender Gap Tracker (Asr et al., PLOS ONE 2021): a quotation counts as
  found where its content overlaps the annotated one by more than 0.3 or 0.8.  Their script
  (``evaluate_quotes.py``) divides the overlap by the length of the annotated one only, so that
  a system may take too much unpunished, and goes through the annotated ones in their order,
  giving each the best that is left.  Here, stricter, the overlap is divided by the letters of
  both (intersection over union of code points), and pairs are made one to one, the greatest
  overlap first.  Ties go to the pair whose cue, then whose source agrees better, then to the
  earlier one.  ``ggt_code`` is their script's rule as it stands, for comparison with the
  published figures.  Of the pairs matched, ``source`` and ``cue`` are the shares whose sources
  overlap (or are both absent) and whose cues are equal, as their speaker and verb accuracy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.model import Span

__all__ = ["PARTS", "Agreement", "Attribution", "Tally", "Worth", "best_pairs", "likeness", "pairs"]

PARTS = ("source", "cue", "content")
OVERLAPS = (0.3, 0.8)
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution: the fragments of its parts, each maybe none.

    Attributes:
        score: how sure a system is of it; 1 for a person.
        reason: the label of what a system rests it on.
        uncertain: whether it is only offered, not claimed.
    """

    source: frozenset[Span] = frozenset()
    cue: frozenset[Span] = frozenset()
    content: frozenset[Span] = frozenset()
    score: float = 1.0
    reason: str = ""
    uncertain: bool = False

    def part(self, name: str) -> frozenset[Span]:
        """The fragments of ``source``, ``cue`` or ``content``."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]

    @property
    def key(self) -> tuple[tuple[Span, ...], ...]:
        """Its spans in order: equal for equal attributions, earlier for earlier ones."""
        return tuple(tuple(sorted(self.part(name))) for name in ("content", "cue", "source"))


Worth = Callable[[Attribution, Attribution], tuple[float, ...] | None]
"""How well two attributions go together, compared entry by entry; None if they cannot be a pair."""


@dataclass(slots=True)
class Tally:
    """How many of those found and of those wanted are right."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Count one more article."""
        self.right += right
        self.found += found
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """Percent of those found; 0 if there are none."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Percent of those wanted; 0 if there are none."""
        return 100 * self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both, in percent; 0 if neither side has any."""
        total = self.found + self.wanted
        return 200 * self.right / total if total else 0.0


@dataclass(slots=True)
class Agreement:
    """The counts of every rule; feed it articles with `add`, then ask for `figures`."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    articles: int = 0

    def add(self, text: str, wanted: Sequence[Attribution], found: Sequence[Attribution]) -> None:
        """Count an article.

        Args:
            text: what the spans point into.
            wanted: what one side marked: the gold.
            found: what the other side marked.
        """
        self.articles += 1
        words = [m.start() for m in _WORD.finditer(text)]
        for part in PARTS:
            ours, theirs = _fragments(found, part), _fragments(wanted, part)
            self._tally("exact_" + part).add(len(ours & theirs), len(ours), len(theirs))
            ours_at, theirs_at = _points(ours), _points(theirs)
            shared = sum(at in ours_at and at in theirs_at for at in words)
            self._tally("token_" + part).add(
                shared, sum(at in ours_at for at in words), sum(at in theirs_at for at in words)
            )
        same = Counter(a.key for a in found) & Counter(a.key for a in wanted)
        self._tally("whole").add(same.total(), len(found), len(wanted))
        for least in OVERLAPS:
            self._matched(f"ggt_{least}", pairs(wanted, found, least), wanted, found)
            self._matched(f"ggt_code_{least}", _in_order(wanted, found, least), wanted, found)

    def _tally(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())

    def _matched(
        self,
        name: str,
        matched: Sequence[tuple[int, int]],
        wanted: Sequence[Attribution],
        found: Sequence[Attribution],
    ) -> None:
        n = len(matched)
        self._tally(name).add(n, len(found), len(wanted))
        sources = sum(_alike_sources(wanted[i].source, found[j].source) for i, j in matched)
        self._tally(name + "_source").add(sources, n, n)
        self._tally(name + "_cue").add(sum(wanted[i].cue == found[j].cue for i, j in matched), n, n)

    def figures(self) -> dict[str, float]:
        """F1 by name; for whole attributions and the Tracker's rule precision and recall too."""
        out: dict[str, float] = {}
        for name, tally in self.tallies.items():
            out[name] = tally.f1
            if name == "whole" or name in {f"ggt_{least}" for least in OVERLAPS}:
                out[name + "_precision"], out[name + "_recall"] = tally.precision, tally.recall
        return out


def likeness(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Shared code points over those of both, 0 to 1; 0 where both are empty."""
    ours, theirs = _points(one), _points(other)
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0


def pairs(wanted: Sequence[Attribution], found: Sequence[Attribution], least: float) -> list[tuple[int, int]]:
    """One-to-one pairs of indices whose contents are alike by more than `least`, the likest first.

    >>> one = Attribution(content=frozenset({Span(0, 8)}))
    >>> near = Attribution(content=frozenset({Span(1, 8)}))
    >>> pairs([one], [near, one], 0.3)
    [(0, 1)]
    """

    def worth(one: Attribution, other: Attribution) -> tuple[float, ...] | None:
        alike = likeness(one.content, other.content) if _near(one, other) else 0.0
        if alike <= least:
            return None
        return alike, likeness(one.cue, other.cue), likeness(one.source, other.source)

    return best_pairs(wanted, found, worth)


def best_pairs(
    wanted: Sequence[Attribution], found: Sequence[Attribution], worth: Worth
) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, the worthiest first, of equally worthy ones the earlier in the text.

    `worth` must not depend on the order of its arguments; then swapping the
    sides swaps the pairs.
    """
    candidates = []
    for i, one in enumerate(wanted):
        for j, other in enumerate(found):
            value = worth(one, other)
            if value is not None:
                candidates.append(([-v for v in value], sorted((one.key, other.key)), i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    out = []
    for _, _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            out.append((i, j))
    return out


def _in_order(
    wanted: Sequence[Attribution], found: Sequence[Attribution], least: float
) -> list[tuple[int, int]]:
    """The pairs of the Tracker's own script: by share of the wanted content, in its order."""
    left = dict(enumerate(found))
    out = []
    for i, one in sorted(enumerate(wanted), key=lambda item: item[1].key):
        points = _points(one.content)
        shares = {j: len(points & _points(o.content)) / len(points) for j, o in left.items() if _near(one, o)}
        best = min(shares, key=lambda j: (-shares[j], found[j].key), default=None)
        if best is not None and shares[best] > least:
            out.append((i, best))
            del left[best]
    return out


def _near(one: Attribution, other: Attribution) -> bool:
    return any(a.overlaps(b) for a in one.content for b in other.content)


def _alike_sources(one: frozenset[Span], other: frozenset[Span]) -> bool:
    return any(a.overlaps(b) for a in one for b in other) if one and other else one == other


def _fragments(attributions: Iterable[Attribution], part: str) -> set[Span]:
    return {span for one in attributions for span in one.part(part)}


def _points(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}
