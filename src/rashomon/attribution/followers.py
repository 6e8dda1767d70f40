"""The noun phrase behind a cue: *said Ada Holt, a doctor*; *according to a poll taken in May*."""

from __future__ import annotations

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.cues import lookup
from rashomon.attribution.nouns import ALONE, JOINTS, LONGEST, Phrase, is_appositive, nominal
from rashomon.language import functionwords as fw
from rashomon.language.tokens import TokenKind

__all__ = ["phrase_after"]

_OF = frozenset(
    "of for from in at with on to by near behind within against inside about over under between "
    "including".split()
)
_ENDS_APPOSITIVE = fw.AUXILIARIES | fw.SUBJECT_PRONOUNS | fw.RELATIVES | {"but", "that", "during"}


def phrase_after(sentence: Sentence, start: int, *, wide: bool = False, leads: bool = False) -> Phrase | None:
    """The noun phrase that begins at item `start` (``said Ada Holt, a doctor``).

    `wide` takes prepositional phrases of every kind in (``according to a poll taken in May``).
    """
    if start >= len(sentence):
        return None
    if sentence.low(start) in ALONE:
        return (start, start)
    last = start - 1
    for index in range(start, min(len(sentence), start + LONGEST)):
        if _stops_after(sentence, index, start, wide=wide):
            break
        last = index
    while last >= start and (
        sentence.low(last) in fw.PREPOSITIONS
        or (sentence.items[last].kind is TokenKind.MARK and sentence.low(last) not in (")", "."))
    ):
        last -= 1
    if last < start or not nominal(sentence, (start, last)):
        return None
    return (start, _with_appositive(sentence, last, leads=leads))


def _stops_after(sentence: Sentence, index: int, start: int, *, wide: bool) -> bool:
    item = sentence.items[index]
    low = item.low
    if item.kind is TokenKind.QUOTE:
        return not wide and len(item.text.split()) > 2
    if item.kind is TokenKind.MARK:
        return (low not in JOINTS and low not in ("(", ")")) or (low == "." and index + 1 == len(sentence))
    if (low in fw.AUXILIARIES and not item.capital) or low in fw.RELATIVES or low in fw.SUBJECT_PRONOUNS:
        return True
    if low in fw.SUBORDINATORS or low in fw.CONJUNCTIONS:
        right = sentence.items[index + 1] if index + 1 < len(sentence) else None
        return not (
            low == "and"
            and right is not None
            and sentence.items[index - 1].kind is TokenKind.WORD
            and (right.capital or right.low not in fw.SUBJECT_PRONOUNS)
            and not lookup(right.low)
        )
    if wide:
        return False
    if (low in fw.TEMPORAL and item.low not in ("last", "past")) or low in fw.ADVERBS:
        return index > start
    if low in fw.PREPOSITIONS:
        return not _belongs(sentence, index)
    return index > start and low.endswith("ing") and not item.capital and len(low) > 5


def _belongs(sentence: Sentence, preposition: int) -> bool:
    """Whether the prepositional phrase that begins here belongs to the noun before it."""
    low = sentence.low(preposition)
    after = sentence.low(preposition + 1)
    if after in fw.TEMPORAL or low not in _OF:
        return False
    if low in ("of", "for"):
        return True
    noun = sentence.items[preposition - 1]
    return (
        not noun.capital
        and low in ("with", "from", "at", "in", "to", "on", "near", "within", "inside")
        and after not in ("a", "an", "his", "her", "their", "reporters", "journalists", "response")
    )


def _with_appositive(sentence: Sentence, last: int, *, leads: bool) -> int:
    """``Ada Holt, a doctor at Ostmark,``: the last item of the appositive, if one follows."""
    if sentence.low(last + 1) != "," or last + 2 >= len(sentence) or not is_appositive(sentence, last + 2):
        return last
    end, relative = last, False
    for index in range(last + 2, min(len(sentence), last + 2 + LONGEST)):
        item = sentence.items[index]
        if item.kind is TokenKind.QUOTE or (item.kind is TokenKind.MARK and item.low not in JOINTS):
            break
        relative = relative or (leads and item.low in fw.RELATIVES)
        if relative:
            end = index
            continue
        if item.low in _ENDS_APPOSITIVE:
            break
        if item.low == "." and index + 1 == len(sentence):
            break
        end = index
    if leads:
        return end if sentence.low(end + 1) == "," and end + 2 < len(sentence) else last
    closed = sentence.low(end + 1) in (",", ".", ";", "—", "–", "") or sentence.is_quote(end + 1)
    return end if closed else last
