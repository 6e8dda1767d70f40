"""The linear-chain CRF over a text's tags: the best sequence, and how probable its fragments are.

Viterbi decoding and forward-backward (Lafferty et al. 2001; Rabiner 1989),
for all texts at once (see `sweep`).  The backward pass is a forward pass over
the text reversed, and shares its steps.

A fragment never runs over a paragraph break: the tags that would continue one
are out of the question there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.inference.files import Settings
from rashomon.inference.sweep import Doubles, Layout, sweep
from rashomon.inference.windows import Floats

__all__ = ["Chain", "Piece"]

Piece = tuple[str, int, int, float]
"""A fragment: its part ("Source"), the numbers of its first and last word, its probability."""

Text = tuple[Floats, NDArray[np.bool_]]

_NEVER = -1e3  # what training wrote for a forbidden step; no score that was learned comes near
_FLOOR = -35.0  # below the best tag of a word by so much, a tag counts as this far below
_LONGEST = 50_000  # words decoded at once: five times the longest report met, and some 60 MB


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
        lengths = [len(rows) for rows, _ in texts if len(rows)]
        if not lengths:
            return [[] for _ in texts]
        scores = np.concatenate([self._scores(*text) for text in texts if len(text[0])])
        best, before, after = self._sweeps(scores, lengths)
        out: list[list[Piece]] = []
        begin = 0
        for rows, _ in texts:
            own = slice(begin, begin + len(rows))
            begin = own.stop
            path = self._path(best[own]) if len(rows) else []
            out.append(self._found(path, scores[own], before[own], after[own]) if path else [])
        return out

    def _scores(self, rows: Floats, breaks: NDArray[np.bool_]) -> Doubles:
        """Log scores, 0 for a word's best tag; minus infinity for what a break forbids."""
        scores: Doubles = rows.astype(np.float64)
        scores = np.maximum(scores - scores.max(axis=1, keepdims=True), _FLOOR)
        scores[np.ix_(breaks, self._inside)] = -np.inf
        return scores

    def _sweeps(self, scores: Doubles, lengths: Sequence[int]) -> tuple[Doubles, Doubles, Doubles]:
        """For each word and tag: the best sequence's score up to it, and log sums up to it and from it on."""
        layout = Layout.of(lengths)
        bounds = np.cumsum(lengths)
        backwards = np.repeat(2 * bounds - lengths, lengths) - 1 - np.arange(bounds[-1])
        weights = np.exp(scores.T)
        steps, start, end = np.exp(self._step), np.exp(self._start), np.exp(self._end)
        best = sweep(np.maximum.reduce, layout, weights[None], steps[None], start[None])
        both = np.stack([weights, weights[:, backwards]])
        sums = sweep(np.add.reduce, layout, both, np.stack([steps, steps.T]), np.stack([start, end]))
        return best[0].T, sums[0].T, sums[1][:, backwards].T

    def _path(self, best: Doubles) -> list[int]:
        """The best sequence of tags, read backwards."""
        tag = int((best[-1] + self._end).argmax())
        before = (best[:-1, :, None] + self._step).argmax(axis=1).tolist()
        path = [tag]
        for choices in reversed(before):
            tag = choices[tag]
            path.append(tag)
        return path[::-1]

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
