"""Noun phrases next to a cue, found from the small words around them.

There is no parser here.  A noun phrase is walked word by word away from the
cue until something stands that cannot belong to it: a clause boundary, a
finite verb, a pronoun.  Appositives and ages in commas are stepped over.
"""

from __future__ import annotations

from rashomon.attribution.clauses import ItemKind, Sentence
from rashomon.attribution.cues import Form, lookup
from rashomon.language import functionwords as fw
from rashomon.language.titles import PARTICLES, ROLE_NOUNS, role_base

__all__ = ["Phrase", "leading_phrase", "phrase_after", "phrase_before"]

Phrase = tuple[int, int]
"""First and last item of a noun phrase, both included."""

_LONGEST = 24
_ALONE = fw.SUBJECT_PRONOUNS | {
    "who",
    "which",
    "others",
    "some",
    "many",
    "everyone",
    "somebody",
    "someone",
    "nobody",
}
_OF = frozenset(
    {
        "of",
        "for",
        "from",
        "in",
        "at",
        "with",
        "on",
        "to",
        "by",
        "near",
        "behind",
        "within",
        "against",
        "inside",
        "about",
        "over",
        "under",
        "between",
        "including",
    }
)
_JOINING = frozenset({"after", "before", "since", "until"})  # they begin a clause as well as a phrase
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "also"})
_JOINTS = frozenset({"&", "-", "–", "/", "’", "'", "."})


def phrase_before(sentence: Sentence, end: int, *, floor: int = 0) -> Phrase | None:
    """The noun phrase that ends just before item `end`, looking back no further than `floor`."""
    last = end - 1
    if last < floor:
        return None
    if sentence.low(last) == ",":
        return _before_comma(sentence, last, floor)
    if sentence.low(last) in (")", "]"):
        opening = _matching(sentence, last, floor)
        inner = _simple_before(sentence, opening - 1, floor) if opening is not None else None
        return (inner[0], last) if inner else None
    return _simple_before(sentence, last, floor)


def _matching(sentence: Sentence, closing: int, floor: int) -> int | None:
    wanted = {")": "(", "]": "["}[sentence.low(closing)]
    for index in range(closing - 1, max(floor, closing - _LONGEST) - 1, -1):
        if sentence.low(index) == wanted:
            return index
    return None


def _before_comma(sentence: Sentence, comma: int, floor: int) -> Phrase | None:
    """``Ada Holt, 22, of Ostmark, said``: the phrase before the commas, with its appositive if that is a noun."""
    edge = comma
    for _ in range(5):
        earlier = _previous_comma(sentence, edge, floor)
        if earlier is None or not _aside(sentence, earlier + 1):
            return None
        edge = earlier
        phrase = _simple_before(sentence, earlier - 1, floor)
        if phrase is not None and not _leads_aside(sentence, phrase[0], floor) and _nominal(sentence, phrase):
            return (phrase[0], comma - 1) if _is_appositive(sentence, earlier + 1) else phrase
    return None


def _leads_aside(sentence: Sentence, start: int, floor: int) -> bool:
    """Whether the phrase found is itself but an aside (``of Ostmark``, ``22``, ``a doctor``) behind another comma."""
    if start - 1 < floor:
        return False
    before = sentence.low(start - 1)
    if before in fw.PREPOSITIONS:
        return True
    if before != ",":
        return False
    low = sentence.low(start)
    return (
        sentence.items[start].kind is ItemKind.NUMBER
        or low in ("a", "an", "who", "jr", "sr")
        or low in fw.ABBREVIATIONS
    )


def _previous_comma(sentence: Sentence, before: int, floor: int) -> int | None:
    for index in range(before - 1, max(floor, before - _LONGEST) - 1, -1):
        if sentence.low(index) == ",":
            return index
        if sentence.low(index) in (";", ":", "—", "--"):
            return None
    return None


def _aside(sentence: Sentence, start: int) -> bool:
    """Whether what begins here, between commas, may stand beside a noun."""
    low = sentence.low(start)
    item = sentence.items[start]
    if item.kind is ItemKind.NUMBER or low in (
        "of",
        "from",
        "in",
        "on",
        "at",
        "speaking",
        "who",
        "which",
        "whose",
        "himself",
        "herself",
        "jr",
        "sr",
        "like",
        "with",
        "citing",
        "referring",
        "according",
    ):
        return True
    return (
        _is_appositive(sentence, start)
        or low.endswith(("ing", "ed"))
        or low in fw.PREPOSITIONS
        or item.capital
    )


def _is_appositive(sentence: Sentence, start: int) -> bool:
    """Whether a noun phrase begins here: an article, a possessive, a role noun within a few words."""
    low = sentence.low(start)
    if low in ("the", "a", "an", "his", "her", "their", "its", "one", "another"):
        return True
    if low in fw.RELATIVES or low in fw.PREPOSITIONS or low in fw.TEMPORAL:
        return False
    if _full_name(sentence, start):
        return True
    near = range(start, min(start + 5, len(sentence)))
    for index in near:
        if sentence.low(index) == ",":
            return False
        if sentence.low(index) in ROLE_NOUNS:
            return True
    return False


def _full_name(sentence: Sentence, start: int) -> bool:
    """Whether two or more capitalised words stand here, then a comma or the end: a name beside a role."""
    index = start
    while index < len(sentence) and (sentence.items[index].capital or sentence.low(index) in PARTICLES):
        index += 1
    role = role_base(sentence.low(start - 2).removesuffix("s")) or role_base(sentence.low(start - 2))
    lower_head = start >= 2 and not sentence.items[start - 2].capital
    return index - start >= 2 and sentence.low(index) in (",", ".", "") and (lower_head or role is not None)


def _simple_before(sentence: Sentence, last: int, floor: int) -> Phrase | None:
    if last < floor:
        return None
    last = _strip_time_after(sentence, last, floor)
    while last > floor and sentence.low(last) in _REFLEXIVE:
        last -= 1
    if sentence.low(last) in _ALONE:
        return (last, last)
    first = last + 1
    for index in range(last, max(floor, last - _LONGEST) - 1, -1):
        if _ends_phrase(sentence, index, last):
            break
        first = index
    first = _strip_start(sentence, first, last)
    if first > last or not _nominal(sentence, (first, last)):
        return None
    return (first, last)


def _strip_time_after(sentence: Sentence, last: int, floor: int) -> int:
    """``The council on Wednesday`` ends with ``council``."""
    index = last
    while (
        index > floor
        and (sentence.low(index) in fw.TEMPORAL or sentence.items[index].kind is ItemKind.NUMBER)
        and sentence.low(index) != "may"
    ):
        index -= 1
    if index < last and sentence.low(index) in ("on", "in", "at", "during", "since") and index > floor:
        return index - 1
    if index < last and sentence.low(last) in fw.TEMPORAL and sentence.items[last].capital and index >= floor:
        return index
    return last


def _ends_phrase(sentence: Sentence, index: int, last: int) -> bool:
    """Whether the item at `index` cannot belong to a noun phrase that goes on to its right."""
    item = sentence.items[index]
    low = item.low
    if item.kind is ItemKind.QUOTE:
        return len(item.text.split()) > 2 or not (index < last and sentence.items[index + 1].capital)
    if item.kind is ItemKind.MARK:
        return low not in _JOINTS or index == last
    if low in fw.AUXILIARIES or low in fw.SUBORDINATORS or low in fw.RELATIVES:
        return not (item.capital and low in ("may", "will") and index == last)
    if low in fw.SUBJECT_PRONOUNS or low in fw.OBJECT_PRONOUNS - {"her"}:
        return True
    if low in _JOINING and not item.capital:
        return True
    if low in fw.CONJUNCTIONS:
        return not _joins_nouns(sentence, index, last)
    return _finite(sentence, index)


def _finite(sentence: Sentence, index: int) -> bool:
    item = sentence.items[index]
    if item.capital or item.kind is not ItemKind.WORD:
        return False
    low = item.low
    if low in fw.FINITE_VERBS:
        return True
    before = sentence.low(index - 1)
    settled = (
        before in fw.DETERMINERS
        or before in fw.CONJUNCTIONS
        or before.endswith("ly")
        or before in ("of", "for", "most")
    )
    if low.endswith("ed") and len(low) > 4:
        return not settled
    forms = {form for _, form in lookup(low)}
    return bool(forms & {Form.PAST, Form.PARTICIPLE}) and not settled


def _joins_nouns(sentence: Sentence, index: int, last: int) -> bool:
    if sentence.low(index) != "and" or index == last or index == 0:
        return False
    left, right = sentence.items[index - 1], sentence.items[index + 1]
    if left.kind not in (ItemKind.WORD, ItemKind.NUMBER):
        return False
    if left.capital and right.capital:
        return True
    before = sentence.low(index - 2)
    short = last - index <= 8
    plain = (
        not left.capital and not right.capital and left.low not in fw.TEMPORAL and not left.low.endswith("ly")
    )
    return short and plain and (before in fw.DETERMINERS or index <= 3 or right.low not in fw.DETERMINERS)


def _strip_start(sentence: Sentence, first: int, last: int) -> int:
    """Drop what stands before the noun phrase proper: conjunctions, adverbs, a leading prepositional phrase."""
    index = first
    while index <= last:
        low = sentence.low(index)
        item = sentence.items[index]
        if (
            low in fw.CONJUNCTIONS
            or low in fw.ADVERBS
            or low in _JOINTS
            or (low.endswith("ly") and len(low) > 4 and not item.capital)
        ):
            index += 1
        elif (
            low in fw.TEMPORAL
            and index == first
            and low not in ("past",)
            and not _names_a_person(sentence, index, last)
        ):
            index += 1
        elif low in fw.PREPOSITIONS:
            beyond = _after_prepositional(sentence, index, last)
            index = index + 1 if beyond > last and low in _JOINING else beyond
        else:
            break
    return index


def _names_a_person(sentence: Sentence, index: int, last: int) -> bool:
    """``April Holt``: a name that is also a month."""
    return index < last and sentence.items[index].capital and sentence.items[index + 1].capital and index > 0


def _after_prepositional(sentence: Sentence, start: int, last: int) -> int:
    """The start of the noun phrase after ``On Monday``, ``After the vote`` ... ; past the end if there is none."""
    index = start + 1
    while index <= last and (
        sentence.low(index) in fw.TEMPORAL or sentence.items[index].kind is ItemKind.NUMBER
    ):
        index += 1
    if index > start + 1:
        return index
    lower_seen = False
    for at in range(index, last + 1):
        item = sentence.items[at]
        if (
            at > index
            and item.low in fw.DETERMINERS - fw.POSSESSIVES
            and sentence.low(at - 1) not in fw.PREPOSITIONS
        ):
            return at
        if lower_seen and item.capital and sentence.low(at - 1) not in fw.PREPOSITIONS | fw.DETERMINERS:
            return at
        lower_seen = lower_seen or (
            item.kind is ItemKind.WORD and not item.capital and item.low not in fw.DETERMINERS
        )
    return last + 1


def _nominal(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase holds something that can speak."""
    first, last = phrase
    words = [sentence.items[i] for i in range(first, last + 1) if sentence.items[i].kind is ItemKind.WORD]
    if not words:
        return False
    if words[0].low in _ALONE or words[-1].low in ("this", "that", "these", "those"):
        return words[0].low in _ALONE
    if words[-1].low in fw.PREPOSITIONS | fw.ADVERBS | fw.DETERMINERS - {"one", "two", "three"}:
        return False
    head_like = any(w.capital or w.low in ROLE_NOUNS for w in words)
    return head_like or words[0].low in fw.DETERMINERS or words[-1].low.endswith("s")


def phrase_after(sentence: Sentence, start: int, *, wide: bool = False) -> Phrase | None:
    """The noun phrase that begins at item `start` (``said Ada Holt, a doctor``).

    `wide` takes prepositional phrases of every kind in (``according to a poll taken in May``).
    """
    if start >= len(sentence):
        return None
    if sentence.low(start) in _ALONE:
        return (start, start)
    last = start - 1
    for index in range(start, min(len(sentence), start + _LONGEST)):
        if _stops_after(sentence, index, start, wide=wide):
            break
        last = index
    while last >= start and (
        sentence.low(last) in fw.PREPOSITIONS
        or sentence.items[last].kind is ItemKind.MARK
        and sentence.low(last) not in (")", ".")
    ):
        last -= 1
    if last < start or not _nominal(sentence, (start, last)):
        return None
    return (start, _with_appositive(sentence, last))


def _stops_after(sentence: Sentence, index: int, start: int, *, wide: bool) -> bool:
    item = sentence.items[index]
    low = item.low
    if item.kind is ItemKind.QUOTE:
        return not wide and len(item.text.split()) > 2
    if item.kind is ItemKind.MARK:
        return low not in _JOINTS and low not in ("(", ")") or (low == "." and index + 1 == len(sentence))
    if (low in fw.AUXILIARIES and not item.capital) or low in fw.RELATIVES or low in fw.SUBJECT_PRONOUNS:
        return True
    if low in fw.SUBORDINATORS or low in fw.CONJUNCTIONS:
        right = sentence.items[index + 1] if index + 1 < len(sentence) else None
        return not (
            low == "and"
            and right is not None
            and sentence.items[index - 1].kind is ItemKind.WORD
            and (right.capital or right.low not in fw.SUBJECT_PRONOUNS)
            and not lookup(right.low)
        )
    if wide:
        return False
    if low in fw.TEMPORAL and item.low not in ("last", "past") or low in fw.ADVERBS:
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


def _with_appositive(sentence: Sentence, last: int) -> int:
    """``Ada Holt, a doctor at Ostmark,``: the last item of the appositive, if one follows."""
    if sentence.low(last + 1) != "," or last + 2 >= len(sentence) or not _is_appositive(sentence, last + 2):
        return last
    end = last
    for index in range(last + 2, min(len(sentence), last + 2 + _LONGEST)):
        item = sentence.items[index]
        if item.kind is ItemKind.QUOTE or (item.kind is ItemKind.MARK and item.low not in _JOINTS):
            break
        if item.low in fw.AUXILIARIES | fw.SUBJECT_PRONOUNS | fw.RELATIVES or item.low in (
            "but",
            "that",
            "during",
        ):
            break
        if item.low == "." and index + 1 == len(sentence):
            break
        end = index
    closed = sentence.low(end + 1) in (",", ".", ";", "—", "–", "") or sentence.is_quote(end + 1)
    return end if closed else last


def leading_phrase(sentence: Sentence, before: int) -> Phrase | None:
    """The noun phrase a sentence begins with, taken for its subject: up to the first finite verb."""
    start = 0
    while start < before and (
        sentence.low(start) in fw.CONJUNCTIONS | fw.ADVERBS or sentence.low(start) == ","
    ):
        start += 1
    if start >= before or sentence.low(start) in fw.PREPOSITIONS | fw.SUBORDINATORS:
        comma = next((i for i in range(start, before) if sentence.low(i) == ","), before)
        start = comma + 1
    if start >= before:
        return None
    if sentence.low(start) in _ALONE:
        return (start, start)
    for index in range(start, before):
        item = sentence.items[index]
        if item.low in fw.AUXILIARIES or item.low == "," or _finite(sentence, index):
            return _simple_before(sentence, index - 1, start)
    return None
