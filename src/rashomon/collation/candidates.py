"""Which quotations are worth comparing, without comparing all with all.

Every quotation is known by its words in a row and by its pairs of meaning words,
whatever stands between these.  Of each few that follow each other it looks up
the rarest only (winnowing: Schleimer, Wilkerson and Aiken 2003, with rarity for
their hash), so that two which share a run of some length meet for certain, and
two that share a common turn of speech only meet where it is all they have.

Where few have the looked-up words, all of them are candidates.  Where many have
them, they are put in order by what follows and by what comes before, once among
those of one speaker and once among all; near neighbours share most, and only
they are candidates.  Of these each keeps, for each of its words looked up, the
ones it met most often.  The work is linear in the number of words but for sorting.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from rashomon.collation.speakers import Match, Speakers
from rashomon.collation.wordings import Wording
from rashomon.model import Policy

__all__ = ["candidates"]

_Gram = int
"""Words as one number, with their kind: in a row, a pair of meaning words, one or all of a short one."""

_ROW, _PAIR, _LONE, _WHOLE = range(4)
_KINDS = 4
_SHORT = 8
"""Up to so many words a quotation is looked up by each of them, too, among short ones of its speaker."""
_WINDOW = 2
_CONTEXT = 8
_KEPT = 2
_PLACES = 1 << 24
"""More words than a quotation has; a place in the lot is ``node * _PLACES + word``."""


@dataclass(frozen=True, slots=True)
class _Lot:
    """All quotations of one run."""

    wordings: Sequence[Wording]
    vocabulary: int
    speakers: Speakers
    policy: Policy


def candidates(
    wordings: Sequence[Wording], vocabulary: int, speakers: Speakers, policy: Policy
) -> list[tuple[int, int]]:
    """Pairs of numbers of quotations, smaller first, that may report one act.

    Those of two speakers are among them only where they share words in a row that few others have.
    """
    lot = _Lot(wordings, vocabulary, speakers, policy)
    postings = _postings(lot)
    met: Counter[int] = Counter()
    for gram, places in postings.items():
        met.update(_pairs(gram, places, lot))
    kept: set[int] = set()
    for gram, places in postings.items():
        few = len(places) <= policy.collation_postings
        kept.update(_pairs(gram, places, lot) if few else _best(gram, places, met, lot))
    return [divmod(pair, len(wordings)) for pair in sorted(kept)]


_Place = int
"""``(number of the quotation * _PLACES + word) * 2``, and one more if it looked the gram up."""


def _postings(lot: _Lot) -> dict[_Gram, array[_Place]]:
    """The places of each gram that somebody looks up and somebody else has too."""
    spread = _spread(lot)
    asking: dict[_Gram, set[int]] = {}
    for number, wording in enumerate(lot.wordings):
        for gram in _looked_up(wording, spread, lot):
            asking.setdefault(gram, set()).add(number)
    places: dict[_Gram, array[_Place]] = {gram: array("Q") for gram in sorted(asking)}
    for number, wording in enumerate(lot.wordings):
        for gram, at in dict(reversed(list(_grams(wording, lot)))).items():
            if gram in places:
                places[gram].append((number * _PLACES + at) * 2 + (number in asking[gram]))
    return places


def _spread(lot: _Lot) -> Mapping[_Gram, int]:
    """How many quotations hold each gram, as far as it is more than one."""
    spread: Counter[_Gram] = Counter()
    for wording in lot.wordings:
        spread.update({gram for gram, _ in _grams(wording, lot)})
    return {gram: count for gram, count in spread.items() if count > 1}


def _grams(wording: Wording, lot: _Lot) -> Iterator[tuple[_Gram, int]]:
    """Each gram and where it begins, those of one kind together."""
    words, base = wording.words, lot.vocabulary
    for at in range(len(words) - lot.policy.collation_gram + 1):
        gram = 0
        for word in words[at : at + lot.policy.collation_gram]:
            gram = gram * base + word
        yield gram * _KINDS + _ROW, at
    for at, then in pairwise(wording.telling):
        yield (words[at] * base + words[then]) * _KINDS + _PAIR, at
    if 1 < len(words) <= _SHORT:
        for at in wording.telling:
            yield words[at] * _KINDS + _LONE, at
        gram = 0
        for word in words:
            gram = gram * base + word
        yield gram * _KINDS + _WHOLE, 0


def _looked_up(wording: Wording, spread: Mapping[_Gram, int], lot: _Lot) -> Iterator[_Gram]:
    """Of each few grams in a row the rarest that another quotation has too."""
    wide = lot.policy.collation_run - lot.policy.collation_gram + 1
    kinds: dict[int, list[tuple[int, _Gram]]] = {}
    for gram, _ in _grams(wording, lot):
        kinds.setdefault(gram % _KINDS, []).append((spread.get(gram, 0), gram))
    for kind, own in kinds.items():
        window = {_ROW: wide, _PAIR: _WINDOW}.get(kind, 1)
        for start in range(max(1, len(own) - window + 1)):
            shared = [one for one in own[start : start + window] if one[0]]
            if shared:
                yield min(shared)[1]


def _pairs(gram: _Gram, places: Sequence[_Place], lot: _Lot) -> Iterator[int]:
    """The pairs at these places, each as one number, of which one at least looked the gram up."""
    kind = gram % _KINDS
    least = Match.PERHAPS if kind in (_ROW, _PAIR) else Match.SAME
    if len(places) <= lot.policy.collation_postings:
        few = kind == _ROW and len(places) <= lot.policy.collation_neighbours
        yield from _near(places, len(places), Match.NO if few else least, lot)
        return
    reach = lot.policy.collation_neighbours
    yield from set(chain.from_iterable(_near(row, reach, least, lot) for row in _orders(places, least, lot)))


def _orders(places: Sequence[_Place], least: Match, lot: _Lot) -> Iterator[list[_Place]]:
    """The places by what follows and by what comes before, by speaker and over all speakers."""
    for context in (_following, _before):
        row = sorted(places, key=lambda place: (context(place, lot), place))
        if least is not Match.SAME:
            yield row
        yield sorted(row, key=lambda place: lot.speakers.of(place // 2 // _PLACES))


def _following(place: _Place, lot: _Lot) -> tuple[int, ...]:
    number, at = divmod(place // 2, _PLACES)
    return lot.wordings[number].words[at : at + _CONTEXT]


def _before(place: _Place, lot: _Lot) -> tuple[int, ...]:
    number, at = divmod(place // 2, _PLACES)
    return lot.wordings[number].words[max(0, at - _CONTEXT) : at][::-1]


def _near(row: Sequence[_Place], reach: int, least: Match, lot: _Lot) -> Iterator[int]:
    """Each place with the next few in the row whose speakers agree at least so well."""
    count = len(lot.wordings)
    for index, place in enumerate(row):
        one = place // 2 // _PLACES
        for then in row[index + 1 : index + 1 + reach]:
            other = then // 2 // _PLACES
            if (place & 1 or then & 1) and lot.speakers.match(one, other) >= least:
                yield min(one, other) * count + max(one, other)


def _best(gram: _Gram, places: Sequence[_Place], met: Mapping[int, int], lot: _Lot) -> Iterator[int]:
    """For each that looked the gram up the pairs that met most often, over all grams."""
    of: dict[int, list[int]] = {}
    for pair in _pairs(gram, places, lot):
        for number in divmod(pair, len(lot.wordings)):
            of.setdefault(number, []).append(pair)
    for pairs in of.values():
        yield from sorted(pairs, key=lambda pair: (-met[pair], pair))[:_KEPT]
