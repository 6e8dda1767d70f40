"""*According to*: what it governs, before it, behind it or around it."""

from __future__ import annotations

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.reach import Reach
from rashomon.language import functionwords as fw

__all__ = ["opens", "pieces", "quoted_after_colon"]

_SMALL = fw.CONJUNCTIONS | fw.ADVERBS


def pieces(reach: Reach, index: int, after: int, *, leads: bool) -> list[Phrase]:
    """The parts of the sentence that stand on the word of the source whose phrase ends before `after`."""
    sentence = reach.sentence
    if leads:
        begin = after + 1 if sentence.low(after) == "," else after
        begin = _past_participle(reach, begin)
        return [(begin, reach.last)] if begin < reach.last else []
    last = index - 1
    while last > 0 and sentence.low(last) in (",", "—", "–", ";"):
        last -= 1
    pieces = [(0, last)]
    if sentence.low(after) == "," and after + 1 < reach.last and not reach.verbal(1, last):
        pieces.append((after + 1, reach.last))
    return pieces


def _past_participle(reach: Reach, start: int) -> int:
    """Past ``seen by …,`` behind the name of a document."""
    sentence = reach.sentence
    low = sentence.low(start)
    if not (low.endswith("ed") or low in ("seen", "shown", "given", "which")):
        return start
    comma = next((i for i in range(start, min(start + 12, reach.last)) if sentence.low(i) == ","), None)
    return start if comma is None else comma + 1


def opens(sentence: Sentence, index: int) -> bool:
    """Whether nothing but small words stands before this item."""
    return all(sentence.low(i) in _SMALL or sentence.low(i) == "," for i in range(index))


def quoted_after_colon(sentence: Sentence) -> bool:
    """Whether the sentence leads up to somebody's own words: those are theirs, *according to* a relay."""
    return any(sentence.low(i) == ":" and sentence.is_quote(i + 1) for i in range(len(sentence)))
