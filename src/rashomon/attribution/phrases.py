"""Noun phrases next to a cue, found from the small words around them.

There is no parser here.  A noun phrase is walked word by word away from the
cue until something stands that cannot belong to it: a clause boundary, a
finite verb, a pronoun.  Appositives and ages in commas are stepped over.
"""

from __future__ import annotations

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.cues import Form, lookup
from rashomon.attribution.nouns import ALONE, JOINTS, LONGEST, Phrase, is_appositive, nominal
from rashomon.language import functionwords as fw
from rashomon.language.tokens import TokenKind

__all__ = ["leading_phrase", "phrase_before"]


_JOINING = frozenset({"after", "before", "since", "until"})  # they begin a clause as well as a phrase
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "also"})
_OBJECTS = fw.OBJECT_PRONOUNS - {"her"}
_ARTICLES = fw.DETERMINERS - fw.POSSESSIVES
_LEADING = fw.PREPOSITIONS | fw.DETERMINERS
_SMALL = fw.CONJUNCTIONS | fw.ADVERBS
_OPENING = fw.PREPOSITIONS | fw.SUBORDINATORS


def phrase_before(sentence: Sentence, end: int, *, floor: int = 0) -> Phrase | None:
    """The noun phrase that ends just before item `end`, looking back no further than `floor`."""
    last = end - 1
    if last < floor:
        return None
    last = _strip_time_after(sentence, last, floor)
    if sentence.low(last) == ",":
        return _before_comma(sentence, last, floor)
    if sentence.low(last) in (")", "]"):
        opening = _matching(sentence, last, floor)
        inner = _simple_before(sentence, opening - 1, floor) if opening is not None else None
        return (inner[0], last) if inner else None
    return _simple_before(sentence, last, floor)


def _matching(sentence: Sentence, closing: int, floor: int) -> int | None:
    wanted = {")": "(", "]": "["}[sentence.low(closing)]
    for index in range(closing - 1, max(floor, closing - LONGEST) - 1, -1):
        if sentence.low(index) == wanted:
            return index
    return None


def _before_comma(sentence: Sentence, comma: int, floor: int) -> Phrase | None:
    """``Ada Holt, 22, of Ostmark, said``: the phrase before the commas, with a noun in apposition."""
    edge = comma
    for _ in range(5):
        earlier = _previous_comma(sentence, edge, floor)
        if earlier is None or not _aside(sentence, earlier + 1):
            return None
        edge = earlier
        phrase = _simple_before(sentence, earlier - 1, floor)
        if phrase is not None and not _leads_aside(sentence, phrase[0], floor) and nominal(sentence, phrase):
            return (phrase[0], comma - 1) if is_appositive(sentence, earlier + 1) else phrase
    return None


def _leads_aside(sentence: Sentence, start: int, floor: int) -> bool:
    """Whether the phrase found is itself but an aside (``of Ostmark``, ``22``) behind another comma."""
    if start - 1 < floor:
        return False
    before = sentence.low(start - 1)
    if before in fw.PREPOSITIONS:
        return True
    if before != ",":
        return False
    low = sentence.low(start)
    return (
        sentence.items[start].kind is TokenKind.NUMBER
        or low in ("a", "an", "who", "jr", "sr")
        or low in fw.ABBREVIATIONS
    )


def _previous_comma(sentence: Sentence, before: int, floor: int) -> int | None:
    for index in range(before - 1, max(floor, before - LONGEST) - 1, -1):
        if sentence.low(index) == ",":
            return index
        if sentence.low(index) in (";", ":", "—", "--"):
            return None
    return None


def _aside(sentence: Sentence, start: int) -> bool:
    """Whether what begins here, between commas, may stand beside a noun."""
    low = sentence.low(start)
    item = sentence.items[start]
    if item.kind is TokenKind.NUMBER or low in (
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
        is_appositive(sentence, start)
        or low.endswith(("ing", "ed"))
        or low in fw.PREPOSITIONS
        or item.capital
    )


def _simple_before(sentence: Sentence, last: int, floor: int) -> Phrase | None:
    if last < floor:
        return None
    last = _strip_time_after(sentence, last, floor)
    while last > floor and sentence.low(last) in _REFLEXIVE:
        last -= 1
    if sentence.low(last) in ALONE:
        return (last, last)
    first = last + 1
    for index in range(last, max(floor, last - LONGEST) - 1, -1):
        if _ends_phrase(sentence, index, last):
            break
        first = index
    first = _strip_start(sentence, first, last)
    if first > last or not nominal(sentence, (first, last)):
        return None
    return (first, last)


def _strip_time_after(sentence: Sentence, last: int, floor: int) -> int:
    """``The council on Wednesday`` ends with ``council``."""
    index = last
    while (
        index > floor
        and (sentence.low(index) in fw.TEMPORAL or sentence.items[index].kind is TokenKind.NUMBER)
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
    if item.kind is TokenKind.QUOTE:
        nickname = len(item.text.split()) == 1 and "," not in item.text and index > 0
        return not (
            nickname and sentence.items[index - 1].capital and sentence.items[min(index + 1, last)].capital
        )
    if item.kind is TokenKind.MARK:
        return low not in JOINTS or index == last
    if low in fw.AUXILIARIES or low in fw.SUBORDINATORS or low in fw.RELATIVES:
        return not (item.capital and low in ("may", "will") and index == last)
    if low in fw.SUBJECT_PRONOUNS or (low in _OBJECTS and sentence.low(index - 1) != "of"):
        return True
    if low in _JOINING and not item.capital:
        return True
    if low in fw.CONJUNCTIONS:
        return not _joins_nouns(sentence, index, last)
    return _finite(sentence, index)


def _finite(sentence: Sentence, index: int) -> bool:
    item = sentence.items[index]
    if item.capital or item.kind is not TokenKind.WORD:
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
    if left.kind not in (TokenKind.WORD, TokenKind.NUMBER):
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
    """Drop what stands before the noun phrase proper: small words, a leading prepositional phrase."""
    index = first
    while index <= last:
        low = sentence.low(index)
        item = sentence.items[index]
        if (
            low in fw.CONJUNCTIONS
            or low in fw.ADVERBS
            or low in JOINTS
            or (low.endswith("ly") and len(low) > 4 and not item.capital)
        ) or (
            low in fw.TEMPORAL
            and index == first
            and low != "past"
            and (low not in ("this", "next", "last") or sentence.low(index + 1) in fw.TEMPORAL)
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
    """The start of the noun phrase after ``On Monday``, ``After the vote``; past the end without one."""
    index = start + 1
    while index <= last and (
        sentence.low(index) in fw.TEMPORAL or sentence.items[index].kind is TokenKind.NUMBER
    ):
        index += 1
    if index > start + 1:
        return index
    lower_seen = False
    for at in range(index, last + 1):
        item = sentence.items[at]
        if at > index and item.low in _ARTICLES and sentence.low(at - 1) not in fw.PREPOSITIONS:
            return at
        if lower_seen and item.capital and sentence.low(at - 1) not in _LEADING:
            return at
        lower_seen = lower_seen or (
            item.kind is TokenKind.WORD and not item.capital and item.low not in fw.DETERMINERS
        )
    return last + 1


def leading_phrase(sentence: Sentence, before: int) -> Phrase | None:
    """The noun phrase a sentence begins with, taken for its subject: up to the first finite verb."""
    start = 0
    while start < before and (sentence.low(start) in _SMALL or sentence.low(start) == ","):
        start += 1
    if start < before and sentence.low(start) in _OPENING:
        start = _behind_opening(sentence, start, before)
    if start >= before:
        return None
    if sentence.low(start) in ALONE:
        return (start, start)
    verb = next((i for i in range(start, before) if _verb_or_comma(sentence, i)), None)
    return None if verb is None else phrase_before(sentence, verb, floor=start)


def _verb_or_comma(sentence: Sentence, index: int) -> bool:
    low = sentence.low(index)
    return low in fw.AUXILIARIES or low == "," or _finite(sentence, index)


def _behind_opening(sentence: Sentence, start: int, before: int) -> int:
    """Past ``In Ostmark,``; a prepositional phrase that no comma closes is left to the walk back."""
    edge = next((i for i in range(start, before) if _verb_or_comma(sentence, i)), before)
    if sentence.low(start) in fw.PREPOSITIONS and sentence.low(edge) != ",":
        return start
    comma = next((i for i in range(edge, before) if sentence.low(i) == ","), before)
    return comma + 1
