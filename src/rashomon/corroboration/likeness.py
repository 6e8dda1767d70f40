"""What two units share, as numbers: the features of the mix that tells whether they are one claim.

`meaning`    cosine of the vectors of their words
`sentence`   the same of the sentences they stand in, with cue and source
`words`      cosine of their terms, each weighed by how rare it is in the story
`share`      the part of the shorter unit's terms (so weighed) that the longer one has
`acts`       cosine of the events that they tell, by the table of kin, each weighed likewise
`around`     cosine of the terms of the surroundings they stand in
`times`      1 where both tell the same time
`numbers`    1 where both have the same number
`near`       1 where they have two numbers that round to each other, or nearly
`depth`      how far apart they stand in their reports, each from 0 to 1
`gap`        how much nearer they are to each other than to any other unit of the two reports
`one`        how surely a reader of pairs takes them to be about one thing, from -1 to 1
`same`       how surely it takes neither to contradict the other as well

The first two need an embedder; `gap` is of `meaning` and `sentence`, of `words` without one.  The last
two need a reader and are of two reports; they are -1 of pairs that it did not read.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.corroboration.events import events_of
from rashomon.corroboration.terms import terms_of
from rashomon.corroboration.units import Unit
from rashomon.ports import Embedder, PairReader, Reading

__all__ = ["Lot", "Pair", "Terms", "log_odds", "lot_of", "measured", "read_features", "surety"]

Pair = tuple[int, int]
"""Indices of two units, the smaller first."""

_NEAR, _SMALL = 1.3, 5.0
_STOPS = ".,;:!? "
_LEAST_ODDS = 1e-4


class Terms:
    """The terms of each unit, and how much each tells: the logarithm of how few units have it."""

    def __init__(self, of: Sequence[frozenset[str]]) -> None:
        self.of = of
        having = Counter(term for terms in of for term in terms)
        self.rarity = {term: math.log(1 + len(of) / count) for term, count in having.items()}
        self.weight = [math.fsum(self.rarity[term] ** 2 for term in terms) for terms in of]

    def shared(self, one: int, other: int) -> float:
        """The weight of what two units (indices) share."""
        both = self.of[one] & self.of[other]
        return math.fsum(self.rarity[term] ** 2 for term in both) if both else 0.0

    def cosine(self, one: int, other: int) -> float:
        """How alike the two are, from 0 to 1."""
        both = self.shared(one, other)
        return both / math.sqrt(self.weight[one] * self.weight[other]) if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """The units of a story with what they are compared by.

    Attributes:
        units: in the order of the dossier.
        ids: of their wordings; reports: the ids of theirs; words: what they say.
        depths: how far down in its report each stands, from 0 to 1.
        numbers, times: the values of those that it tells.
        terms: of each unit.
        acts: the events that each unit tells.
        surroundings: the terms of the sentences around each unit.
        vectors: of each unit's words; empty without an embedder.
        sentences: of each unit's sentence.
        first: index of the first unit of each report, by its id.
        readings: of the pairs that a reader read; None where there is no reader.
        reader: the same that may be asked about more pairs.
    """

    units: Sequence[Unit]
    ids: Sequence[str]
    reports: Sequence[str]
    words: Sequence[str]
    depths: Sequence[float]
    numbers: Sequence[frozenset[float]]
    times: Sequence[frozenset[str]]
    terms: Terms
    acts: Terms
    surroundings: Terms
    vectors: Sequence[Sequence[float]]
    sentences: Sequence[Sequence[float]]
    first: Mapping[str, int]
    readings: Mapping[Pair, Reading] | None = None
    reader: PairReader | None = None


def lot_of(units: Sequence[Unit], embedder: Embedder | None) -> Lot:
    """The units, ready to be compared."""
    words = [unit.words for unit in units]
    terms = [terms_of(unit.article.text, unit.wording.spans) for unit in units]
    sentences = [unit.sentence.of(unit.article.text) for unit in units]
    vectors = _embedded([*words, *sentences], embedder)
    return Lot(
        units=units,
        ids=[unit.wording.id for unit in units],
        reports=[unit.article.id for unit in units],
        words=words,
        depths=[unit.wording.spans[0].start / len(unit.article.text) for unit in units],
        numbers=[_numbers(of_unit) for of_unit in terms],
        times=[frozenset(m.value for m in unit.moments if m.value is not None) for unit in units],
        terms=Terms(terms),
        acts=Terms([frozenset(event.concept for event in events_of(unit)) for unit in units]),
        surroundings=Terms([terms_of(unit.article.text, [unit.around or unit.sentence]) for unit in units]),
        vectors=vectors[: len(units)],
        sentences=vectors[len(units) :],
        first={units[at].article.id: at for at in reversed(range(len(units)))},
    )


def _embedded(texts: Sequence[str], embedder: Embedder | None) -> Sequence[Sequence[float]]:
    """A vector for each text; texts that are equal are looked at once."""
    if embedder is None or not texts:
        return ()
    plain = [text.rstrip(_STOPS) for text in texts]
    distinct = sorted(set(plain))
    vectors = dict(zip(distinct, embedder.embed(distinct), strict=True))
    return [vectors[text] for text in plain]


def measured(lot: Lot, pairs: Sequence[Pair]) -> dict[Pair, dict[str, float]]:
    """The features of these pairs; the same whatever the order of the reports."""
    out = {pair: _plain(lot, *pair) for pair in pairs}
    if lot.vectors:
        for name, vectors in (("meaning", lot.vectors), ("sentence", lot.sentences)):
            for pair, inner in zip(pairs, _inner(vectors, pairs), strict=True):
                out[pair][name] = max(0.0, min(1.0, inner))
    _add_gaps(lot, out)
    for pair, features in out.items():
        features.update(read_features(lot, pair))
    return out


def read_features(lot: Lot, pair: Pair) -> dict[str, float]:
    """What a reader says of the pair, as features; none without a reader, or of two units of one report."""
    if lot.readings is None or lot.reports[pair[0]] == lot.reports[pair[1]]:
        return {}
    reading = lot.readings.get(pair)
    if reading is None:
        return {"one": -1.0, "same": -1.0}
    return {"one": surety(reading.about_one), "same": surety(reading.same + reading.compatible)}


def surety(likely: float) -> float:
    """A likelihood as the logarithm of its odds: 1 for e^5 to 1 and above, -1 for 1 to e^5 and below."""
    return max(-1.0, min(1.0, log_odds(likely) / 5))


def log_odds(likely: float) -> float:
    """A likelihood as the logarithm of its odds, within 1 to 10,000 on either side."""
    kept = min(max(likely, _LEAST_ODDS), 1 - _LEAST_ODDS)
    return math.log(kept / (1 - kept))


def _plain(lot: Lot, one: int, other: int) -> dict[str, float]:
    terms = lot.terms
    both = terms.shared(one, other)
    mine, theirs = lot.numbers[one], lot.numbers[other]
    return {
        "words": both / math.sqrt(terms.weight[one] * terms.weight[other]) if both else 0.0,
        "share": both / min(terms.weight[one], terms.weight[other]) if both else 0.0,
        "acts": lot.acts.cosine(one, other),
        "around": lot.surroundings.cosine(one, other),
        "times": float(not lot.times[one].isdisjoint(lot.times[other])),
        "numbers": float(not mine.isdisjoint(theirs)),
        "near": float(any(_close(a, b) for a in mine for b in theirs)),
        "depth": abs(lot.depths[one] - lot.depths[other]),
    }


def _numbers(terms: Iterable[str]) -> frozenset[float]:
    return frozenset(float(term[1:]) for term in terms if term.startswith("#"))


def _close(one: float, other: float) -> bool:
    small, large = sorted((one, other))
    return small != large and small > _SMALL and large < _NEAR * small


def _inner(vectors: Sequence[Sequence[float]], pairs: Sequence[Pair]) -> list[float]:
    """The inner products of the vectors of each pair."""
    import numpy as np  # noqa: PLC0415  (start-up stays fast for what compares nothing)

    rows = np.asarray(vectors, dtype=np.float64)
    out: list[float] = []
    for start in range(0, len(pairs), _AT_ONCE):
        some = np.asarray(pairs[start : start + _AT_ONCE])
        out += np.einsum("ij,ij->i", rows[some[:, 0]], rows[some[:, 1]]).round(9).tolist()
    return out


_AT_ONCE = 65_536


def _add_gaps(lot: Lot, found: Mapping[Pair, dict[str, float]]) -> None:
    """How far the next nearest of either report lies behind, for each pair."""
    near = {pair: _nearness(features) for pair, features in found.items()}
    ranked: dict[tuple[int, str], list[tuple[float, str]]] = {}
    for (one, other), value in near.items():
        for mine, theirs in ((one, other), (other, one)):
            _keep_two(ranked.setdefault((mine, lot.reports[theirs]), []), value, lot.words[theirs])
    for (one, other), features in found.items():
        value = near[one, other]
        features["gap"] = sum(
            value - _next(ranked[mine, lot.reports[theirs]], lot.words[theirs])
            for mine, theirs in ((one, other), (other, one))
        )


def _nearness(features: Mapping[str, float]) -> float:
    if "meaning" in features:
        return (features["meaning"] + features["sentence"]) / 2
    return features["words"]


def _keep_two(best: list[tuple[float, str]], value: float, words: str) -> None:
    """The nearest two wordings that are not the same words, the nearest first."""
    if len(best) > 1 and value < best[1][0]:
        return
    if all(words != known for _, known in best):
        best.append((value, words))
    else:
        best[:] = [(max(v, value) if words == known else v, known) for v, known in best]
    best.sort(key=lambda pair: (-pair[0], pair[1]))
    del best[2:]


def _next(best: Sequence[tuple[float, str]], words: str) -> float:
    return next((value for value, known in best if known != words), 0.0)
