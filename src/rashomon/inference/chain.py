"""The linear-chain CRF over a text's tags: the best sequence, and how probable its fragments are.

Viterbi decoding and forward-backward (Lafferty et al. 2001; Rabiner 1989),
stepping through all texts at once: they are packed, longest first, so that
step `t` is one slice that holds the word `t` of every text that has one, and
the work is that of the words.  The backward pass is a forward pass over the
text reversed, and shares its steps.

No product of matrices is left to a BLAS, whose order of summation depends on
how many texts are at hand: a text's figures are the same in any company.

A fragment never runs over a paragraph break: the tags that would continue one
are out of the question there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.inference.files import Settings
from rashomon.inference.windows import Floats

__all__ = ["Chain", "Doubles", "Piece"]

Doubles = NDArray[np.float64]
Piece = tuple[str, int, int, float]
"""A fragment: its part ("Source"), the numbers of its first and last word, its probability."""

Text = tuple[Floats, NDArray[np.bool_]]

_NEVER = -1e3  # what training wrote for a forbidden step; no score that was learned comes near
_FLOOR = -35.0  # below the best tag of a word by so much, a tag counts as this far below
_LONGEST = 50_000  # words decoded at once: five times the longest report met, and some 60 MB
_STEADY = 8  # steps between two scalings: the floor and the transitions leave room for 20


@dataclass(frozen=True, slots=True)
class _Packed:
    """Texts side by side, the longest first: `order` their numbers, `sizes` how many have a word `t`."""

    order: NDArray[np.int64]
    lengths: NDArray[np.int64]
    sizes: NDArray[np.int64]
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, lengths: Sequence[int]) -> _Packed:
        counts = np.array(lengths, np.int64)
        order = np.argsort(-counts, kind="stable")
        falling = counts[order]
        sizes = np.searchsorted(-falling, -np.arange(falling[0] if len(falling) else 0), side="left")
        return cls(order, falling, sizes, np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)]))

    def rows(self, place: int) -> NDArray[np.int64]:
        """Where the words of the text that stands at `place` are."""
        return self.offsets[: self.lengths[place]] + place

    def steps(self) -> Iterator[tuple[int, int, int]]:
        """For each step its number of texts, and its slice."""
        at = self.offsets.tolist()
        yield from zip(self.sizes.tolist(), at, at[1:], strict=False)


class Chain:
    """Decodes scores [word, tag] of texts into fragments."""

    def __init__(self, settings: Settings) -> None:
        self._parts = [tag.partition("-")[2] for tag in settings.tags]
        self._inside = np.array([tag.startswith("I") for tag in settings.tags])
        self._step = _forbidding(settings.transitions)
        self._start = _forbidding(settings.start)
        self._end = _forbidding(settings.end)
        first = {tag.partition("-")[2]: n for n, tag in enumerate(settings.tags) if tag.startswith("B")}
        last = {tag.partition("-")[2]: n for n, tag in enumerate(settings.tags) if tag.startswith("I")}
        self._continues = np.array([last.get(part, -1) for part in self._parts])
        self._begins = np.array([first.get(part, -1) for part in self._parts])

    def pieces(self, texts: Sequence[Text]) -> list[list[Piece]]:
        """The fragments of each text, from its scores and where its breaks are.

        A text of more than 50,000 words is decoded part by part, cut at breaks where it has any.
        """
        short = [text for text in texts if len(text[0]) <= _LONGEST]
        ready = iter(self._together(short))
        return [next(ready) if len(text[0]) <= _LONGEST else self._in_parts(*text) for text in texts]

    def _in_parts(self, rows: Floats, breaks: NDArray[np.bool_]) -> list[Piece]:
        found: list[Piece] = []
        start = 0
        while start < len(rows):
            end = min(start + _LONGEST, len(rows))
            spots = np.flatnonzero(breaks[start + _LONGEST // 2 : end])
            if end < len(rows) and len(spots):
                end = start + _LONGEST // 2 + int(spots[-1])
            (pieces,) = self._together([(rows[start:end], breaks[start:end])])
            found += [(part, first + start, last + start, share) for part, first, last, share in pieces]
            start = end
        return found

    def _together(self, texts: Sequence[Text]) -> list[list[Piece]]:
        scores = [self._scores(*text) for text in texts if len(text[0])]
        if not scores:
            return [[] for _ in texts]
        packed = _Packed.of([len(rows) for rows in scores])
        flat = np.empty((int(packed.offsets[-1]), len(self._parts)))
        for place, number in enumerate(packed.order):
            flat[packed.rows(place)] = scores[number]
        best = self._viterbi(packed, flat)
        forward, backward = self._sums(packed, flat)
        found: dict[int, list[Piece]] = {}
        for place, number in enumerate(packed.order.tolist()):
            rows = packed.rows(place)
            after = backward[rows][::-1]
            found[number] = self._found(self._path(best[rows]), scores[number], forward[rows], after)
        ready = iter(found[n] for n in range(len(scores)))
        return [next(ready) if len(rows) else [] for rows, _ in texts]

    def _scores(self, rows: Floats, breaks: NDArray[np.bool_]) -> Doubles:
        """Log scores, 0 for a word's best tag; minus infinity for what a break forbids."""
        scores: Doubles = rows.astype(np.float64)
        scores = np.maximum(scores - scores.max(axis=1, keepdims=True), _FLOOR)
        scores[np.ix_(breaks, self._inside)] = -np.inf
        return scores

    def _viterbi(self, packed: _Packed, flat: Doubles) -> Doubles:
        """For each word and tag the score of the best sequence that ends there."""
        best = np.empty_like(flat)
        now = np.broadcast_to(self._start, (len(packed.order), len(self._parts)))
        for t, (size, begin, end) in enumerate(packed.steps()):
            ahead = (now[:size, :, None] + self._step).max(axis=1) if t else now[:size]
            now = best[begin:end] = ahead + flat[begin:end]
        return best

    def _path(self, best: Doubles) -> list[int]:
        """The best sequence of tags, read backwards."""
        tag = int((best[-1] + self._end).argmax())
        before = (best[:-1, :, None] + self._step).argmax(axis=1).tolist()
        path = [tag]
        for choices in reversed(before):
            tag = choices[tag]
            path.append(tag)
        return path[::-1]

    def _sums(self, packed: _Packed, flat: Doubles) -> tuple[Doubles, Doubles]:
        """Log sums over all sequences up to and with each word and tag, in packed order.

        The second array is of the texts reversed: all sequences from the text's end.
        """
        texts = len(packed.order)
        both = np.empty((2, *flat.shape))
        both[0] = np.exp(flat)
        for place in range(texts):
            rows = packed.rows(place)
            both[1, rows] = both[0, rows[::-1]]
        steps = np.exp(np.stack([self._step, self._step.T]))[:, None]
        now = np.repeat(np.exp(np.stack([self._start, self._end]))[:, None], texts, axis=1)
        sums, logs = np.empty_like(both), np.empty((2, len(flat)))
        scale = np.zeros((2, texts))
        for t, (size, begin, end) in enumerate(packed.steps()):
            ahead = (now[:, :size, :, None] * steps).sum(axis=2) if t else now[:, :size]
            now = ahead * both[:, begin:end]
            if t % _STEADY == 0:
                most = now.max(axis=2)
                now = now / most[:, :, None]
                scale = scale[:, :size] + np.log(most)
            sums[:, begin:end] = now
            logs[:, begin:end] = scale[:, :size]
        with np.errstate(divide="ignore"):
            totals = np.log(sums) + logs[:, :, None]
        return totals[0], totals[1]

    def _found(self, path: Sequence[int], scores: Doubles, before: Doubles, after: Doubles) -> list[Piece]:
        """The fragments of the best sequence, each with the share of all sequences that have exactly it."""
        tags = np.array(path)
        firsts = np.flatnonzero(self._begins[tags] == tags)
        lasts = self._last_words(tags, firsts)
        begin, inside = tags[firsts], self._continues[tags[firsts]]
        inner = np.cumsum(np.where(np.isfinite(scores), scores, 0.0), axis=0)
        further = self._step[begin, inside] + (lasts - firsts - 1) * self._step[inside, inside]
        further += inner[lasts, inside] - inner[firsts, inside]
        logs = before[firsts, begin] + np.where(lasts > firsts, further, 0.0)
        logs += self._beyond(np.where(lasts > firsts, inside, begin), inside, lasts, after)
        shares = np.minimum(1.0, np.exp(logs - _log_sum(before[-1] + self._end)))
        parts = [self._parts[tag] for tag in begin.tolist()]
        return list(zip(parts, firsts.tolist(), lasts.tolist(), shares.tolist(), strict=True))

    def _last_words(self, tags: NDArray[np.int64], starts: NDArray[np.int64]) -> NDArray[np.int64]:
        """The last word of the fragment that begins at each of `starts`."""
        outside = np.flatnonzero(~self._inside[tags])
        following = np.searchsorted(outside, starts, side="right")
        stops = np.append(outside, len(tags))
        return stops[following] - 1

    def _beyond(
        self,
        tags: NDArray[np.int64],
        inside: NDArray[np.int64],
        lasts: NDArray[np.int64],
        after: Doubles,
    ) -> Doubles:
        """Log sums of all that may follow fragments whose last words have `tags`, but for going on."""
        ahead = self._step[tags] + np.concatenate([after, np.zeros((1, after.shape[1]))])[lasts + 1]
        ahead[np.arange(len(tags)), inside] = -np.inf
        return np.where(lasts + 1 == len(after), self._end[tags], _log_sum(ahead))


def _log_sum(values: Doubles) -> Doubles:
    most = values.max(axis=-1, keepdims=True)
    logs: Doubles = np.log(np.exp(values - most).sum(axis=-1)) + most[..., 0]
    return logs


def _forbidding(values: Sequence[float] | Sequence[Sequence[float]]) -> Doubles:
    """The scores, forbidden steps as minus infinity."""
    scores = np.array(values, np.float64)
    return np.where(scores < _NEVER, -np.inf, scores)
